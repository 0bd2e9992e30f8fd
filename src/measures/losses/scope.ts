// Of which rows, in which currency and over which days are losses measured? What every figure of `ar losses` shares.
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import { mulDiv } from '../../core/rounding.ts';
import { column, type Ledger } from '../../ledger/ledger.ts';
import type { Book } from '../../settle/book.ts';

export type Period = { readonly from: Day; readonly to: Day };

/** Amounts are kept by currency, its index among `currencies`: with amounts in the books' currency there is one. */
export class Scope {
  readonly book: Book;
  readonly period: Period;
  readonly currencies: readonly Currency[];
  readonly inBase: boolean;
  /** Rows of the customers who are asked for. */
  readonly keeps: (row: number) => boolean;
  readonly #base: Float64Array | undefined;

  constructor(book: Book, period: Period, customers: ReadonlySet<number> | undefined, inBase: boolean) {
    const { ledger } = book;
    this.book = book;
    this.period = period;
    this.inBase = inBase;
    this.currencies = inBase ? [ledger.bookCurrency] : ledger.currencies;
    this.keeps = (row) => book.holds(row) && customers?.has(ledger.customer[row] as number) !== false;
    this.#base = inBase ? column(ledger, 'base') : undefined;
  }

  get ledger(): Ledger {
    return this.book.ledger;
  }

  slotOf(row: number): number {
    return this.inBase ? 0 : (this.ledger.currency[row] as number);
  }

  /** What a row is worth. */
  amountOf(row: number): number {
    return (this.#base ?? this.ledger.amount)[row] as number;
  }

  /** A part of a row, given in its own currency: its share of what the row is worth. */
  worthOf(row: number, part: number): number {
    const whole = this.ledger.amount[row] as number;
    return this.#base === undefined || whole === 0 ? part : mulDiv(this.#base[row] as number, part, whole, 'half-up');
  }

  isInPeriod(row: number): boolean {
    const day = this.ledger.day[row] as number;
    return day >= this.period.from && day <= this.period.to;
  }

  /** One of each currency. */
  each<T>(of: (slot: number) => T): T[] {
    return this.currencies.map((_, slot) => of(slot));
  }
}
