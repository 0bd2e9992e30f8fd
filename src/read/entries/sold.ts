// What do entries say was sold or lost, and how much of it is tax? Counted a line at a time, for the part of an entry at hand and by month.
import { type Currency, exponentOf } from '../../core/currency.ts';
import { calendar, type Day, NO_DAY } from '../../core/day.ts';
import type { LedgerBuilder } from '../../ledger/builder.ts';
import type { DecimalMark } from '../forms.ts';
import { SORTS } from './sorts.ts';
import { taxOf, written } from './tax.ts';

const [SALE, TAX, LOSS] = [SORTS.indexOf('sale'), SORTS.indexOf('tax'), SORTS.indexOf('loss')];
/** In the order of what is put into them. */
const TAX_FIELDS = ['net', 'tax_amount', 'tax_rate'] as const;

export class Sold {
  /** Without tax, by month (year × 12 + month − 1), openings aside, in minor units. */
  readonly byMonth = new Map<number, number>();
  readonly #builder: LedgerBuilder;
  readonly #decimal: DecimalMark;
  /** The command asked for what invoices say of tax. */
  readonly asked: boolean;
  /** What the part at hand credits to sales, to tax and to losses, and the whole entry to sales. */
  #sales = 0;
  #tax = 0;
  #losses = 0;
  #whole = 0;

  constructor(builder: LedgerBuilder, decimal: DecimalMark) {
    this.#builder = builder;
    this.#decimal = decimal;
    this.asked = TAX_FIELDS.some((field) => builder.wants(field));
  }

  /** A line by the number of its sort, debits above nothing. */
  line(sort: number, amount: number): void {
    if (sort === SALE) this.#sales -= amount;
    else if (sort === TAX) this.#tax -= amount;
    else if (sort === LOSS) this.#losses -= amount;
  }

  /** True when a part that is over says what its receivables are of tax, and somebody asks. */
  get tells(): boolean {
    return this.asked && (this.#sales !== 0 || this.#losses !== 0);
  }

  /** Of the receivables of the part at hand, which were sold, or else given up: a loss is without the tax that comes back. `isInvoice`: by their place. */
  putTax(rows: readonly number[], isInvoice: (at: number) => boolean): void {
    const { own, currencies } = this.#builder;
    const amounts = rows.map((row) => own.amount[row] as number);
    const sums = this.#sales === 0 ? this.#losses : this.#sales;
    for (const [at, { net, tax, rate }] of (taxOf(amounts, sums, this.#tax) ?? []).entries()) {
      if (!isInvoice(at)) continue;
      const row = rows[at] as number;
      const exponent = exponentOf(currencies[own.currency[row] as number] as Currency);
      const texts = [
        written(net, exponent, this.#decimal),
        written(tax, exponent, this.#decimal),
        rate.replace('.', this.#decimal),
      ];
      for (const [i, field] of TAX_FIELDS.entries()) this.#builder.say(field, row, texts[i] as string);
    }
  }

  endPart(): void {
    this.#whole += this.#sales;
    this.#sales = 0;
    this.#tax = 0;
    this.#losses = 0;
  }

  /** What is brought forward was sold before. */
  endEntry(day: number, opening: boolean): void {
    if (this.#whole !== 0 && !opening && day !== NO_DAY) this.add(day, this.#whole);
    this.#whole = 0;
  }

  /** An entry of this day sold so much. */
  add(day: number, sales: number): void {
    const { year, month } = calendar(day as Day);
    const at = year * 12 + month - 1;
    this.byMonth.set(at, (this.byMonth.get(at) ?? 0) + sales);
  }
}
