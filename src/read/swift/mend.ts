// What does a cell say that is not canonical? The same as to the careful reader, by the same grammar: its text is read, and the entry of the
// batch becomes what a canonical cell would have left there. A cell that is wrong makes the whole row the careful reader's, which says why.
import { NO_DAY } from '../../core/day.ts';
import { parseAmount } from '../amount.ts';
import { hasShortYear, isNoDay, parseDay } from '../day.ts';
import type { AmountCells, DayCells } from './columns.ts';
import { EMPTY, type Machine, NOT_A_DAY, NOT_CANONICAL, ODD_CELL, ODD_ROW } from './machine.ts';
import type { Plan } from './plan.ts';
import type { Rows } from './window.ts';

export class Mender {
  readonly #machine: Machine;
  readonly #plan: Plan;
  /** Decimals of the currency a key stands for, or of the books' for NONE; undefined for a key that is none. */
  readonly #exponent: (key: number) => number | undefined;
  readonly #bookExponent: number;

  constructor(machine: Machine, plan: Plan, exponent: (key: number) => number | undefined, bookExponent: number) {
    this.#machine = machine;
    this.#plan = plan;
    this.#exponent = exponent;
    this.#bookExponent = bookExponent;
  }

  /** Mends the `count` entries of a batch that begins at row `row`, as far as they can be; the others become odd rows. */
  mend(rows: Rows, row: number, count: number): void {
    const machine = this.#machine;
    const { code } = machine;
    const odd = code.odd.value;
    for (let r = code.nextOdd(0, count); r < count; r = code.nextOdd(r + 1, count)) {
      if (machine.bytes[odd + r] !== ODD_CELL) continue;
      const mended = this.#mendRow(rows, row, r);
      machine.bytes[odd + r] = mended ? 0 : ODD_ROW;
    }
  }

  #mendRow(rows: Rows, row: number, r: number): boolean {
    const { keys, amounts, days, texts } = this.#plan;
    for (const cells of keys) cells.mended(rows, row, r);
    for (const cells of amounts) if (!this.#amount(cells, rows, row, r)) return false;
    for (const cells of days) if (!this.#day(cells, rows, row, r)) return false;
    for (const cells of texts) {
      // What is white space alone says nothing, and is not odd.
      const text = cells.leftNone(r) && !cells.isEmpty(rows, row + r) ? cells.text(rows, row + r) : '';
      if (text !== '') cells.mend(r, text);
    }
    return true;
  }

  #amount(cells: AmountCells, rows: Rows, row: number, r: number): boolean {
    if (this.#machine.bytes[cells.decimals + r] !== NOT_CANONICAL) return true;
    const { base, currency, forms } = this.#plan;
    const exponent =
      cells === base ? this.#bookExponent : this.#exponent(this.#machine.words[(currency.keys >> 2) + r] as number);
    if (exponent === undefined) return false;
    // A currency that is new may have asked for memory.
    const { bytes, doubles } = this.#machine;
    const text = cells.text(rows, row + r);
    const amount = text === '' ? 0 : parseAmount(text, exponent, forms.decimal);
    if (typeof amount !== 'number') return false;
    doubles[(cells.units >> 3) + r] = amount;
    bytes[cells.decimals + r] = text === '' ? EMPTY : exponent;
    return true;
  }

  #day(cells: DayCells, rows: Rows, row: number, r: number): boolean {
    const { words } = this.#machine;
    const at = (cells.days >> 2) + r;
    if (words[at] !== NOT_A_DAY) return true;
    const text = cells.text(rows, row + r);
    const day = text === '' || isNoDay(text) ? NO_DAY : parseDay(text, cells.form);
    if (day === undefined || (cells.fullYears && hasShortYear(text))) return false;
    words[at] = day;
    return true;
  }
}
