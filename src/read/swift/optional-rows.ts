// What else do the rows of a batch say: the columns that not every file has and not every command asks for, a column at a time, after
// rows.ts has decided which rows are postings.
import { NO_DAY } from '../../core/day.ts';
import { LARGEST_SUM } from '../../core/money.ts';
import type { LedgerBuilder } from '../../ledger/builder.ts';
import { NO_AMOUNT } from '../../ledger/ledger.ts';
import { disputeOf } from '../cells.ts';
import type { AmountCells, DayCells } from './columns.ts';
import { BATCH, EMPTY, type Machine } from './machine.ts';
import type { Plan } from './plan.ts';
import type { Window } from './window.ts';

const TENS = [1, 10, 100, 1000, 10_000];

export class OptionalRows {
  /** The file has columns that a row can be refused for. */
  readonly limits: boolean;
  readonly #machine: Machine;
  readonly #plan: Plan;
  readonly #builder: LedgerBuilder;
  /** Codes of each category's keys, in the dictionaries of the ledger. */
  readonly #codes: number[][];
  /** What each key of the column `disputed` says: 0 for no, DISPUTED_WHOLE for yes; NaN for an amount, which depends on the currency. */
  readonly #disputes: number[] = [];
  /** Magnitudes of the batch at hand. */
  readonly #open = new Float64Array(BATCH).fill(NO_AMOUNT);
  readonly #paid = new Float64Array(BATCH).fill(NO_AMOUNT);

  constructor(machine: Machine, plan: Plan, builder: LedgerBuilder) {
    this.#machine = machine;
    this.#plan = plan;
    this.#builder = builder;
    this.#codes = plan.categories.map(() => []);
    this.limits = plan.open.field !== undefined || plan.paid.field !== undefined || plan.disputed.field !== undefined;
  }

  /** Looks at keys that are new. Codes are given when a posting has them. */
  learn(): void {
    const { disputed } = this.#plan;
    for (let key = this.#disputes.length; key < disputed.dictionary.size; key++) {
      this.#disputes.push(disputeOf(disputed.dictionary.text(key)) ?? Number.NaN);
    }
  }

  /** False when entry `r` cannot be taken for what its open, paid or disputed cell says. Keeps the magnitudes for `store`. */
  holds(r: number, value: number, exponent: number): boolean {
    const open = this.#magnitude(this.#plan.open, r, exponent);
    const paid = this.#magnitude(this.#plan.paid, r, exponent);
    this.#open[r] = open;
    this.#paid[r] = paid;
    if (!(open <= Math.abs(value)) || !(paid <= LARGEST_SUM)) return false;
    const key = this.#machine.words[(this.#plan.disputed.keys >> 2) + r] as number;
    return key < 0 || !Number.isNaN(this.#disputes[key] as number);
  }

  /** Stores entries `from` to `to` of a batch that begins at row `row`; the builder counts them already. */
  store(window: Window, row: number, from: number, to: number): void {
    if (from === to) return;
    const { optional, count } = this.#builder;
    const { words } = this.#machine;
    const plan = this.#plan;
    const first = count - to;
    const { line, date, settled_on, open_amount, paid_amount, disputed } = optional;
    if (optional.document !== undefined) plan.document.append(optional.document, from, to);
    if (optional.reference !== undefined) plan.reference.append(optional.reference, from, to);
    if (line !== undefined) for (let r = from; r < to; r++) line[first + r] = window.lineOf(row + r);
    if (date !== undefined) this.#storeDates(date, first, from, to);
    if (settled_on !== undefined) this.#storeDays(settled_on, plan.settledOn, first, from, to);
    if (open_amount !== undefined) open_amount.set(this.#open.subarray(from, to), first + from);
    if (paid_amount !== undefined) paid_amount.set(this.#paid.subarray(from, to), first + from);
    if (disputed !== undefined) {
      const keys = plan.disputed.keys >> 2;
      for (let r = from; r < to; r++) {
        const key = words[keys + r] as number;
        disputed[first + r] = key < 0 ? 0 : (this.#disputes[key] as number);
      }
    }
    this.#storeCategories(first, from, to);
  }

  #storeDays(column: Int32Array, cells: DayCells, first: number, from: number, to: number): void {
    const { words } = this.#machine;
    const days = cells.days >> 2;
    column.set(words.subarray(days + from, days + to), first + from);
  }

  /** Without a day of its own, the document's day is the posting day. */
  #storeDates(column: Int32Array, first: number, from: number, to: number): void {
    this.#storeDays(column, this.#plan.date, first, from, to);
    const { day } = this.#builder.own;
    for (let at = first + from; at < first + to; at++) if (column[at] === NO_DAY) column[at] = day[at] as number;
  }

  #storeCategories(first: number, from: number, to: number): void {
    const { words } = this.#machine;
    this.#plan.categories.forEach(([category, cells], i) => {
      const stored = this.#builder.optional[category];
      if (stored === undefined) return;
      const codes = this.#codes[i] as number[];
      const keys = cells.keys >> 2;
      for (let r = from; r < to; r++) {
        const key = words[keys + r] as number;
        stored.codes[first + r] = key < 0 ? 0 : (codes[key] ??= stored.dictionary.code(cells.dictionary.text(key)));
      }
    });
  }

  /** NO_AMOUNT for an empty cell, NaN for one with more decimals than the currency. */
  #magnitude(cells: AmountCells, r: number, exponent: number): number {
    const { bytes, doubles } = this.#machine;
    const told = bytes[cells.decimals + r] as number;
    if (told === EMPTY) return NO_AMOUNT;
    return Math.abs((doubles[(cells.units >> 3) + r] as number) * (TENS[exponent - told] as number));
  }
}
