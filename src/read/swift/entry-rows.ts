// What do rows of a batch say of the entries they stand in? The same as entries/lines.ts reads from texts: each account is judged once, amounts are those the
// kernels read, and whether a row goes on with the entry above it is told by its bytes.
import { parseAmount } from '../amount.ts';
import { isNumber } from '../entries/columns.ts';
import { NO_ROW } from '../entries/journal-entries.ts';
import { type EntryLines, hintOf } from '../entries/lines.ts';
import { sortOf } from '../entries/sorts.ts';
import { textOf } from '../file-filter.ts';
import { senseOf } from '../ledger-cells.ts';
import { type AmountCells, KeyCells } from './columns.ts';
import { EMPTY, type Machine, NOT_CANONICAL } from './machine.ts';
import type { Plan } from './plan.ts';
import type { Window } from './window.ts';

const TENS = [1, 10, 100, 1000, 10_000];

export class EntryRows {
  readonly #machine: Machine;
  readonly #plan: Plan;
  readonly #lines: EntryLines;
  readonly #exponent: number;
  readonly #accounts: KeyCells;
  /** The sort of each account, and the side each text of the column of sides stands for, by their keys. */
  readonly #sorts: number[] = [];
  readonly #sides: number[] = [];
  /** The columns that tell an entry which has a number, and those of one that has none. */
  readonly #numbered: readonly number[];
  readonly #unnumbered: readonly number[];
  /** The entry at hand has a number. */
  #isNumbered = false;

  constructor(machine: Machine, plan: Plan, lines: EntryLines, exponent: number) {
    const { account, journal, number, posted, document } = lines.columns;
    this.#machine = machine;
    this.#plan = plan;
    this.#lines = lines;
    this.#exponent = exponent;
    this.#accounts = new KeyCells(machine, account, plan.width.cells);
    this.#numbered = [journal, number].filter((index) => index >= 0);
    this.#unnumbered = [journal, number, posted, document].filter((index) => index >= 0);
  }

  /** Reads the accounts of a batch. */
  read(window: Window, row: number, count: number): void {
    this.#accounts.read(window, row, count);
  }

  get #amounts(): Float64Array {
    return this.#lines.entries.amounts;
  }

  /** Takes entries `from` to `to` of the batch that begins at row `row`; `first` is the row of the ledger of the first, where they are postings. */
  take(window: Window, row: number, from: number, to: number, first = NO_ROW): void {
    const { entries, columns } = this.#lines;
    for (let r = from; r < to; r++) {
      const at = row + r;
      // Another reader may have taken the row above.
      if (r === from || !window.sameAsAbove(at, this.#isNumbered ? this.#numbered : this.#unnumbered)) this.#begin(window, at);
      const posting = first === NO_ROW ? NO_ROW : first + r - from;
      const amount = posting === NO_ROW ? this.#amount(window, row, r) : (this.#amounts[posting] as number);
      const hint = hintOf(posting, amount, () => this.#text(window, at, columns.label));
      entries.line(this.#sort(window, row, r), amount, posting, hint);
    }
  }

  #begin(window: Window, row: number): void {
    const cell = (index: number): string => this.#text(window, row, index);
    this.#isNumbered = isNumber(cell(this.#lines.columns.number));
    this.#lines.at(cell);
  }

  #text(window: Window, row: number, index: number): string {
    return index < 0 ? '' : textOf(window.cell(row, index, index === this.#plan.width.cells - 1));
  }

  #sort(window: Window, row: number, r: number): number {
    const key = this.#accounts.mended(window, row, r);
    if (key < 0) return sortOf('');
    this.#sorts[key] ??= sortOf(this.#accounts.dictionary.text(key));
    return this.#sorts[key] as number;
  }

  #amount(window: Window, row: number, r: number): number {
    const { amount, debit, credit, sense } = this.#plan;
    if (sense.field !== undefined) return this.#units(amount, window, row, r) * this.#side(window, row, r);
    if (amount.field !== undefined) return this.#units(amount, window, row, r);
    return this.#units(debit, window, row, r) - this.#units(credit, window, row, r);
  }

  #side(window: Window, row: number, r: number): number {
    const { sense } = this.#plan;
    const key = sense.mended(window, row, r);
    if (key < 0) return 0;
    this.#sides[key] ??= senseOf(sense.dictionary.text(key)) ?? 0;
    return this.#sides[key] as number;
  }

  #units(cells: AmountCells, window: Window, row: number, r: number): number {
    const { bytes, doubles } = this.#machine;
    const decimals = bytes[cells.decimals + r] as number;
    if (decimals === EMPTY) return 0;
    if (decimals !== NOT_CANONICAL && decimals <= this.#exponent) {
      return (doubles[(cells.units >> 3) + r] as number) * (TENS[this.#exponent - decimals] as number);
    }
    const units = parseAmount(cells.text(window, row + r), this.#exponent, this.#plan.forms.decimal);
    return typeof units === 'number' ? units : 0;
  }
}
