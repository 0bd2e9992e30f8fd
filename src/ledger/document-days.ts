// Of which day is the document that a number names? Invoices tell it; what was posted under their number later (a charge, a credit note, what came back)
// belongs to them. A number of two days is two documents.
import { NO_DAY } from '../core/day.ts';
import type { LedgerBuilder } from './builder.ts';
import { kindCode } from './kind.ts';

/** What begins a document, as a debit. */
const BEGINS = new Set((['invoice', 'opening', 'other'] as const).map(kindCode));

/** Numbers of customers, each a small number of its own, with the days of its documents. */
export class DocumentDays {
  readonly #builder: LedgerBuilder;
  readonly #dates: Int32Array;
  /** By number, as the first row of the table that has it: its first customer's, and one. */
  readonly #first: Int32Array;
  /** Those of its other customers. */
  readonly #others = new Map<number, number>();
  readonly #customers: number[] = [];
  readonly #begun: boolean[] = [];
  readonly #days: number[] = [];
  readonly #second: number[] = [];

  /** `size`: rows of the table. */
  constructor(builder: LedgerBuilder, size: number) {
    this.#builder = builder;
    this.#dates = builder.optional.date ?? builder.own.day;
    this.#first = new Int32Array(size);
  }

  /** The day of the document that a posting is dated with. */
  dateOf(row: number): number {
    return this.#dates[row] as number;
  }

  /** Takes a posting under a number. */
  add(number: number, row: number): void {
    const { kind, amount, customer } = this.#builder.own;
    const at = this.#made(number, customer[row] as number);
    const begins = (amount[row] as number) > 0 && BEGINS.has(kind[row] as number);
    const day = this.dateOf(row);
    if (this.#days[at] === NO_DAY || (begins && this.#begun[at] !== true)) {
      this.#begun[at] = begins;
      this.#days[at] = day;
      this.#second[at] = NO_DAY;
    } else if (this.#begun[at] === begins && this.#second[at] === NO_DAY && day !== this.#days[at]) this.#second[at] = day;
  }

  /** The day of the customer's document of a number; and another, NO_DAY where it is the only one. */
  of(number: number, customer: number): readonly [number, number] {
    const at = this.#at(number, customer) as number;
    return [this.#days[at] as number, this.#second[at] as number];
  }

  #at(number: number, customer: number): number | undefined {
    const first = (this.#first[number] as number) - 1;
    if (first < 0) return undefined;
    return this.#customers[first] === customer ? first : this.#others.get(this.#keyOf(number, customer));
  }

  #made(number: number, customer: number): number {
    const known = this.#at(number, customer);
    if (known !== undefined) return known;
    const at = this.#days.length;
    if (this.#first[number] === 0) this.#first[number] = at + 1;
    else this.#others.set(this.#keyOf(number, customer), at);
    this.#customers.push(customer);
    this.#begun.push(false);
    this.#days.push(NO_DAY);
    this.#second.push(NO_DAY);
    return at;
  }

  #keyOf(number: number, customer: number): number {
    return number * this.#builder.customers.size + customer;
  }
}
