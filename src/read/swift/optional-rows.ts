// What else do the rows of a batch say, in columns that not every file has and not every command asks for? What they ask of a row is
// looked at before it is stored (`prepare`), what they add to it is stored after it, a column at a time (`store`).
import { type Currency, exponentOf } from '../../core/currency.ts';
import { NO_DAY } from '../../core/day.ts';
import { LARGEST_SUM } from '../../core/money.ts';
import type { LedgerBuilder } from '../../ledger/builder.ts';
import { IS_CREDIT_KIND } from '../../ledger/kind.ts';
import { NO_AMOUNT } from '../../ledger/ledger.ts';
import type { LineColumn } from '../../ledger/line-column.ts';
import { disputeIn } from '../dispute.ts';
import type { AmountCells, DayCells } from './columns.ts';
import { BATCH, EMPTY, type Machine, ODD_ROW } from './machine.ts';
import type { Meanings } from './meanings.ts';
import type { Plan } from './plan.ts';
import type { Rows } from './window.ts';

export class OptionalRows {
  /** The file says what is open or paid of an amount, or its side apart, or its worth in the books. */
  readonly #weighs: boolean;
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
  readonly #worth = new Float64Array(BATCH);
  readonly #meanings: Meanings;
  readonly #bookCurrency: Currency;

  constructor(machine: Machine, plan: Plan, builder: LedgerBuilder, meanings: Meanings, bookCurrency: Currency) {
    this.#machine = machine;
    this.#plan = plan;
    this.#builder = builder;
    this.#meanings = meanings;
    this.#bookCurrency = bookCurrency;
    this.#codes = plan.coded.map(() => []);
    const limits = plan.open.field !== undefined || plan.paid.field !== undefined;
    this.#weighs = limits || plan.sided || builder.optional.base !== undefined;
  }

  /** Looks at keys that are new. Codes are given when a posting has them. */
  learn(): void {
    const { disputed, forms } = this.#plan;
    const disputeOf = disputeIn(forms.report);
    for (let key = this.#disputes.length; key < disputed.dictionary.size; key++) {
      this.#disputes.push(disputeOf(disputed.dictionary.text(key)) ?? Number.NaN);
    }
  }

  /** Works out what the entries of a batch say beside a plain amount; one that says what cannot be taken becomes odd. */
  prepare(count: number): void {
    if (this.#weighs) this.#weigh(count);
    else if (this.#plan.disputed.field !== undefined) this.#judge(count);
  }

  /** Most rows are in no dispute. */
  #judge(count: number): void {
    const { bytes, words, code } = this.#machine;
    const odd = code.odd.value;
    const disputes = this.#plan.disputed.keys >> 2;
    for (let r = 0; r < count; r++) {
      const dispute = words[disputes + r] as number;
      if (dispute >= 0 && bytes[odd + r] === 0 && Number.isNaN(this.#disputes[dispute])) bytes[odd + r] = ODD_ROW;
    }
  }

  #weigh(count: number): void {
    const odd = this.#machine.code.odd.value;
    const currencies = this.#plan.currency.keys >> 2;
    // Most rows are in the currency of the one before.
    let key: number | undefined;
    let exponent: number | undefined;
    for (let r = 0; r < count; r++) {
      // Looked at anew for each row: a currency that is new may have asked for memory.
      const { bytes, words } = this.#machine;
      if (bytes[odd + r] !== 0) continue;
      if (words[currencies + r] !== key) {
        key = words[currencies + r] as number;
        exponent = this.#meanings.exponentOf(key);
      }
      if (exponent === undefined || !this.#holds(r, key as number, exponent)) this.#machine.bytes[odd + r] = ODD_ROW;
    }
  }

  #holds(r: number, currency: number, exponent: number): boolean {
    const { bytes, doubles, words } = this.#machine;
    const { amount, open, paid, base, disputed, sided, forms } = this.#plan;
    let value = amount.scaled(r, exponent);
    if (sided) {
      value = this.#sided(r, exponent);
      doubles[(amount.units >> 3) + r] = value;
      bytes[amount.decimals + r] = exponent;
    }
    this.#open[r] = this.#magnitude(open, r, exponent);
    this.#paid[r] = this.#magnitude(paid, r, exponent);
    this.#worth[r] =
      bytes[base.decimals + r] !== EMPTY
        ? base.scaled(r, exponentOf(this.#bookCurrency))
        : this.#meanings.currencyOf(currency) === this.#bookCurrency || this.#builder.optional.base === undefined
          ? value
          : Number.NaN;
    const dispute = words[(disputed.keys >> 2) + r] as number;
    // Each of these is also false for NaN: for what is empty, too precise or unknown.
    return (
      Math.abs(value) <= LARGEST_SUM &&
      (this.#open[r] as number) <= Math.abs(value) &&
      !(value > 0 && this.#isNegative(open, r)) &&
      !(forms.report === true && value < 0 && !this.#isNegative(open, r) && (this.#open[r] as number) > 0) &&
      (this.#paid[r] as number) <= LARGEST_SUM &&
      Math.abs(this.#worth[r] as number) <= LARGEST_SUM &&
      (dispute < 0 || !Number.isNaN(this.#disputes[dispute] as number))
    );
  }

  /** The amount of a row whose side stands in a column of its own; NaN when it has none that can be read here. */
  #sided(r: number, exponent: number): number {
    const { amount, debit, credit, sense } = this.#plan;
    const isEmpty = (cells: AmountCells): boolean => this.#machine.bytes[cells.decimals + r] === EMPTY;
    if (amount.field !== undefined) {
      const value = amount.scaled(r, exponent);
      if (sense.field === undefined) return value;
      const key = this.#machine.words[(sense.keys >> 2) + r] as number;
      return key < 0 ? Number.NaN : value * (this.#meanings.senses[key] as number);
    }
    if (isEmpty(debit) && isEmpty(credit)) return Number.NaN;
    const raised = isEmpty(debit) ? 0 : debit.scaled(r, exponent);
    const lowered = isEmpty(credit) ? 0 : credit.scaled(r, exponent);
    return Math.abs(raised) <= LARGEST_SUM && Math.abs(lowered) <= LARGEST_SUM ? raised - lowered : Number.NaN;
  }

  /** Stores entries `from` to `to` of a batch that begins at row `row`; the builder counts them already. */
  store(rows: Rows, row: number, from: number, to: number): void {
    if (from === to) return;
    const { optional, count } = this.#builder;
    const { words } = this.#machine;
    const plan = this.#plan;
    const first = count - to;
    const { line, date, settled_on, letter_day, open_amount, paid_amount, disputed } = optional;
    if (optional.document !== undefined) plan.document.append(optional.document, from, to);
    if (optional.reference !== undefined) plan.reference.append(optional.reference, from, to);
    if (line !== undefined) storeLines(line, rows, row + from, row + to);
    if (optional.base !== undefined) this.#storeWorth(optional.base, first, from, to);
    if (date !== undefined) this.#storeDates(date, first, from, to);
    if (settled_on !== undefined) this.#storeDays(settled_on, plan.settledOn, first, from, to);
    if (letter_day !== undefined) this.#storeDays(letter_day, plan.letterDay, first, from, to);
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
    this.#plan.coded.forEach(([category, cells], i) => {
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

  /** The worth in the books is added up before it is stored. */
  #storeWorth(column: Float64Array, first: number, from: number, to: number): void {
    const { base } = this.#builder.sums;
    const { kind } = this.#builder.own;
    for (let r = from; r < to; r++) {
      // Nothing is nothing, whatever its sign.
      const worth = 0 + (this.#worth[r] as number);
      base.add(0, worth, IS_CREDIT_KIND[kind[first + r] as number] === 1);
      column[first + r] = worth;
    }
  }

  /** NO_AMOUNT for an empty cell, NaN for one with more decimals than the currency. */
  #magnitude(cells: AmountCells, r: number, exponent: number): number {
    return this.#machine.bytes[cells.decimals + r] === EMPTY ? NO_AMOUNT : Math.abs(cells.scaled(r, exponent));
  }

  /** What is open of a debit is none; of what counts as a credit whatever its sign, the careful reader decides. */
  #isNegative(cells: AmountCells, r: number): boolean {
    const { bytes, doubles } = this.#machine;
    return bytes[cells.decimals + r] !== EMPTY && (doubles[(cells.units >> 3) + r] as number) < 0;
  }
}

function storeLines(column: LineColumn, rows: Rows, from: number, to: number): void {
  const line = rows.lineOf(from);
  // Each row is on a line of its own, so a stretch without breaks inside of its rows is told by its ends.
  if (rows.lineOf(to - 1) - line === to - 1 - from) column.append(line, to - from);
  else for (let row = from; row < to; row++) column.append(rows.lineOf(row));
}
