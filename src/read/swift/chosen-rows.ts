// Which rows of a batch are asked for? The columns that conditions are about are read as keys, each key is judged once, and a row that is not asked for
// is marked, so that nobody stores it or reads its cells.
import { NO_DAY } from '../../core/day.ts';
import type { FileCounts } from '../counts.ts';
import { parseDay } from '../day.ts';
import type { FileFilter, JudgedColumn } from '../file-filter.ts';
import { type DayCells, KeyCells } from './columns.ts';
import { LEFT_OUT, type Machine, NOT_A_DAY, ODD_ROW } from './machine.ts';
import type { Plan } from './plan.ts';
import type { Window } from './window.ts';

type Judged = { readonly column: JudgedColumn; readonly cells: KeyCells; readonly kept: boolean[] };

export class ChosenRows {
  readonly #machine: Machine;
  readonly #counts: FileCounts;
  readonly #judged: readonly Judged[];
  readonly #days: readonly DayCells[];

  constructor(machine: Machine, plan: Plan, filter: FileFilter, counts: FileCounts) {
    this.#machine = machine;
    this.#counts = counts;
    this.#days = [plan.date, plan.posted].filter(({ field }) => field !== undefined);
    this.#judged = filter.columns.map((column) => ({
      column,
      cells: new KeyCells(machine, column.index, plan.width.cells),
      kept: [],
    }));
  }

  /**
   * Marks the rows of a batch that are not asked for, and were read by their days; those without a day are for the careful reader. Rows of a broken
   * shape are not judged here.
   */
  mark(window: Window, row: number, count: number): void {
    for (const { cells } of this.#judged) cells.read(window, row, count);
    const odd = this.#machine.code.odd.value;
    for (let r = 0; r < count; r++) {
      if (((this.#machine.bytes[odd + r] as number) & ODD_ROW) !== 0) continue;
      if (this.#isOtherAccount(r)) {
        this.#machine.bytes[odd + r] = LEFT_OUT;
        continue;
      }
      // Without a day it may be no row at all, but headings or a total, and what stands in it no value: the careful reader sees that.
      if (!this.#hasDay(window, row, r)) {
        this.#machine.bytes[odd + r] = ODD_ROW;
        continue;
      }
      let kept = true;
      let empty = true;
      for (const { column, cells, kept: known } of this.#judged) {
        const key = cells.mended(window, row, r);
        empty &&= key < 0;
        if (key >= 0) known[key] ??= column.keeps(cells.dictionary.text(key));
        kept = isKept(column, known, key) && kept;
      }
      if (kept) continue;
      // A row that is empty in all of these columns may be a total with a day.
      this.#machine.bytes[odd + r] = empty ? ODD_ROW : LEFT_OUT;
      if (empty) continue;
      for (const { column, cells, kept: known } of this.#judged)
        if (!isKept(column, known, cells.mended(window, row, r))) column.out++;
    }
  }

  /** The usual row that is left out: one column chooses, its key was judged before, and the row has a day. */
  #isOtherAccount(r: number): boolean {
    if (this.#judged.length !== 1) return false;
    const { column, cells, kept } = this.#judged[0] as Judged;
    const { words } = this.#machine;
    const key = words[(cells.keys >> 2) + r] as number;
    if (key < 0 || kept[key] !== false) return false;
    const [days] = this.#days;
    const day = days === undefined ? NO_DAY : (words[(days.days >> 2) + r] as number);
    if (day === NO_DAY || day === NOT_A_DAY) return false;
    column.out++;
    return true;
  }

  #hasDay(window: Window, row: number, r: number): boolean {
    for (const cells of this.#days) {
      const day = this.#machine.words[(cells.days >> 2) + r] as number;
      if (day === NOT_A_DAY ? parseDay(cells.text(window, row + r), cells.form) !== undefined : day !== NO_DAY) return true;
    }
    return false;
  }

  /** A column that is read here. */
  cellsOf(index: number): KeyCells | undefined {
    return this.#judged.find(({ column }) => column.index === index)?.cells;
  }

  /** Passes over the rows left out from entry `r` on, counts them, and returns the entry behind them. */
  pass(r: number, count: number): number {
    const odd = this.#machine.code.odd.value;
    let to = r;
    while (to < count && this.#machine.bytes[odd + to] === LEFT_OUT) to++;
    this.#counts.rows += to - r;
    this.#counts.leftOut += to - r;
    return to;
  }
}

/** Of a key that was judged. */
function isKept(column: JudgedColumn, known: readonly boolean[], key: number): boolean {
  return key < 0 ? column.keeps('') : (known[key] as boolean);
}
