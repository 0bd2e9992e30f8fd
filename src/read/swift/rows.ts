// Which postings do these rows hold? One loop over the columns of a batch, straight into the columns of the ledger; nothing is made per
// row. A cell that is not canonical is decided by the careful grammar (mend.ts), a row that is not like the others by the careful reader.
import { type Currency, exponentOf } from '../../core/currency.ts';
import { NO_DAY } from '../../core/day.ts';
import { LARGEST_SUM } from '../../core/money.ts';
import { IS_CREDIT_KIND, type LedgerBuilder } from '../../ledger/builder.ts';
import { kindCode } from '../../ledger/kind.ts';
import type { FileCounts } from '../counts.ts';
import type { AmountCells } from './columns.ts';
import { EMPTY, type Machine, ODD_ROW } from './machine.ts';
import { Meanings } from './meanings.ts';
import { Mender } from './mend.ts';
import { OptionalRows } from './optional-rows.ts';
import type { Plan } from './plan.ts';
import type { Window } from './window.ts';

const INVOICE = kindCode('invoice');
const PAYMENT = kindCode('payment');

/** What an amount with so many decimals fewer than its currency is multiplied by; nothing for one that has more, or is empty. */
const TENS = [1, 10, 100, 1000, 10_000];

export class SwiftRows {
  readonly #machine: Machine;
  readonly #plan: Plan;
  readonly #builder: LedgerBuilder;
  readonly #counts: FileCounts;
  readonly #bookCurrency: Currency;
  readonly #meanings: Meanings;
  readonly #mender: Mender;
  readonly #optional: OptionalRows;

  constructor(machine: Machine, plan: Plan, builder: LedgerBuilder, bookCurrency: Currency, counts: FileCounts) {
    this.#machine = machine;
    this.#plan = plan;
    this.#builder = builder;
    this.#counts = counts;
    this.#bookCurrency = bookCurrency;
    this.#meanings = new Meanings(plan, builder, bookCurrency);
    this.#mender = new Mender(machine, plan, (key) => this.#meanings.exponentOf(key), exponentOf(bookCurrency));
    this.#optional = new OptionalRows(machine, plan, builder);
  }

  /**
   * Stores `count` rows of the window from `row` on, at most BATCH, and returns how many; `careful` receives the others, those for the
   * careful reader, in their order.
   */
  take(window: Window, row: number, count: number, careful: (row: number) => void): number {
    let taken = 0;
    const { code } = this.#machine;
    code.widths(row, count, this.#plan.width);
    // What a quoted cell of several lines took in is for the careful reader to judge.
    window.eachOfSeveralLines(row, count, (r) => {
      this.#machine.bytes[code.odd.value + r] = ODD_ROW;
    });
    for (const column of this.#plan.all) column.read(window, row, count);
    for (let r = 0; ; ) {
      this.#meanings.learn();
      this.#optional.learn();
      this.#builder.reserve(count - r);
      const stopped = this.#run(window, row, r, count);
      this.#optional.store(window, row, r, stopped);
      taken += stopped - r;
      if (stopped === count) return taken;
      r = stopped;
      if (this.#mender.mend(window, row, r)) continue;
      careful(row + r);
      r++;
      if (r === count) return taken;
    }
  }

  /** Stores what every ledger has of rows from entry `r` of the batch on, up to the first that cannot be taken; returns its entry. */
  #run(window: Window, row: number, r: number, count: number): number {
    const { bytes, words, doubles, code } = this.#machine;
    const { customer, kind, day, due, amount, currency } = this.#builder.own;
    const { amounts, base } = this.#builder.sums;
    const { base: bases } = this.#builder.optional;
    const plan = this.#plan;
    const counts = this.#counts;
    const meanings = this.#meanings;
    const { exponents, kinds, currencies, customers, named } = meanings;
    const odd = code.odd.value;
    const customerKeys = plan.customer.keys >> 2;
    const kindKeys = plan.kind.keys >> 2;
    const currencyKeys = plan.currency.keys >> 2;
    const dates = plan.date.days >> 2;
    const postedDays = plan.posted.days >> 2;
    const dueDays = plan.due.days >> 2;
    const units = plan.amount.units >> 3;
    const { decimals } = plan.amount;
    const plain = !plan.sided;
    const hasOptional = this.#optional.limits;
    const bookExponent = exponentOf(this.#bookCurrency);
    const first = this.#builder.count - r;
    for (; r < count && bytes[odd + r] === 0; r++) {
      const currencyKey = words[currencyKeys + r] as number;
      const exponent = currencyKey < 0 ? bookExponent : (exponents[currencyKey] as number);
      const value = plain
        ? (doubles[units + r] as number) * (TENS[exponent - (bytes[decimals + r] as number)] as number)
        : this.#sided(r, exponent);
      // Also false for NaN: an amount that is empty or too precise, a currency that is none.
      if (!(Math.abs(value) <= LARGEST_SUM)) break;
      const kindKey = words[kindKeys + r] as number;
      const kind_ = kindKey >= 0 ? (kinds[kindKey] as number) : value < 0 ? PAYMENT : INVOICE;
      const posted = words[postedDays + r] as number;
      const on = posted === NO_DAY ? (words[dates + r] as number) : posted;
      const customerKey = words[customerKeys + r] as number;
      if (kind_ < 0 || on === NO_DAY || customerKey < 0) break;
      if (hasOptional && !this.#optional.holds(r, value, exponent)) break;
      const worth = bases === undefined ? 0 : this.#worth(r, currencyKey, value);
      if (!(Math.abs(worth) <= LARGEST_SUM)) break;
      // Nothing is left to go wrong: only rows that become postings leave a customer or a currency behind.
      const at = first + r;
      const dueOn = words[dueDays + r] as number;
      const credit = IS_CREDIT_KIND[kind_] === 1;
      const met = currencyKey < 0 ? -1 : (currencies[currencyKey] as number);
      const currency_ = met >= 0 ? met : meanings.meetCurrency(currencyKey);
      amounts.add(currency_, value, credit);
      if (bases !== undefined) {
        base.add(0, worth, credit);
        bases[at] = worth;
      }
      const line = window.lineOf(row + r);
      counts.rows++;
      counts.posting(on, dueOn, value, kind_, plain && kindKey >= 0, line);
      if (currencyKey < 0 && plan.currency.field !== undefined) counts.withoutCurrency(line);
      if (kindKey < 0 && plan.kind.field !== undefined) counts.withoutKind(line);
      customer[at] =
        named[customerKey] === 1 ? (customers[customerKey] as number) : meanings.meetCustomer(window, row + r, customerKey);
      kind[at] = kind_;
      day[at] = on;
      due[at] = dueOn;
      amount[at] = value;
      currency[at] = currency_;
    }
    this.#builder.written(first + r);
    return r;
  }

  /** The amount of a row whose side stands in a column of its own; NaN when it has none that can be read here. */
  #sided(r: number, exponent: number): number {
    const { amount, debit, credit, sense } = this.#plan;
    const isEmpty = (cells: AmountCells): boolean => this.#machine.bytes[cells.decimals + r] === EMPTY;
    if (amount.field !== undefined) {
      const value = this.#scaled(amount, r, exponent);
      if (sense.field === undefined) return value;
      const key = this.#machine.words[(sense.keys >> 2) + r] as number;
      return key < 0 ? Number.NaN : 0 + value * (this.#meanings.senses[key] as number);
    }
    if (isEmpty(debit) && isEmpty(credit)) return Number.NaN;
    return (isEmpty(debit) ? 0 : this.#scaled(debit, r, exponent)) - (isEmpty(credit) ? 0 : this.#scaled(credit, r, exponent));
  }

  /** The row's worth in the books: its base amount, or the amount itself in their currency; NaN when neither is there. */
  #worth(r: number, currencyKey: number, value: number): number {
    const { base } = this.#plan;
    if (this.#machine.bytes[base.decimals + r] !== EMPTY) return this.#scaled(base, r, exponentOf(this.#bookCurrency));
    return this.#meanings.currencyOf(currencyKey) === this.#bookCurrency ? value : Number.NaN;
  }

  #scaled(cells: AmountCells, r: number, exponent: number): number {
    const { bytes, doubles } = this.#machine;
    return (doubles[(cells.units >> 3) + r] as number) * (TENS[exponent - (bytes[cells.decimals + r] as number)] as number);
  }
}
