// Which rows of a batch are asked for? The columns that conditions are about are read as keys, each key is judged once, and a row that is not asked for
// is marked, so that nobody stores it or reads its other cells.
import { NO_DAY } from '../../core/day.ts';
import type { FileCounts } from '../counts.ts';
import { parseDay } from '../day.ts';
import type { FileFilter, JudgedColumn } from '../file-filter.ts';
import type { DayCells, KeyCells } from './columns.ts';
import { KeyTable } from './key-table.ts';
import { LEFT_OUT, type Machine, NOT_A_DAY, ODD_ROW } from './machine.ts';
import type { Plan } from './plan.ts';
import type { WholeColumns } from './whole-columns.ts';
import type { Window } from './window.ts';

/** What is known of a key: `judged` of chosen.wat reads it. */
const [LEAVES, KEEPS] = [1, 2];

type Judged = { readonly column: JudgedColumn; readonly cells: KeyCells; readonly verdicts: KeyTable };

export class ChosenRows {
  readonly #machine: Machine;
  readonly #counts: FileCounts;
  readonly #judged: readonly Judged[];
  /** A column of days that is read of every row, and another one, whose cells are asked only where that has none. */
  readonly #days: DayCells;
  readonly #other: DayCells | undefined;
  /** Place of the count of rows that the kernel has left out. */
  readonly #tally: number;

  constructor(machine: Machine, plan: Plan, filter: FileFilter, counts: FileCounts, whole: WholeColumns) {
    this.#machine = machine;
    this.#counts = counts;
    const posted = plan.posted.field === undefined ? undefined : plan.posted;
    this.#days = whole.days(posted ?? plan.date);
    this.#other = posted === undefined || plan.date.field === undefined ? undefined : plan.date;
    this.#judged = filter.columns.map((column) => ({
      column,
      cells: whole.keys(column.index),
      verdicts: new KeyTable(machine),
    }));
    this.#tally = machine.take(4) >> 2;
  }

  /**
   * Marks the rows of a batch that are not asked for, and were read by their days; those without a day are for the careful reader. Rows of a broken
   * shape are not judged here.
   */
  mark(window: Window, row: number, count: number): void {
    for (const { cells, verdicts } of this.#judged) verdicts.reach(cells.dictionary.size);
    const odd = this.#machine.code.odd.value;
    for (let r = this.#passOver(0, count); r < count; r = this.#passOver(r + 1, count)) {
      if (((this.#machine.bytes[odd + r] as number) & ODD_ROW) !== 0) continue;
      // A text that is new may ask for memory, so that bytes are looked up after it.
      const says = this.#judge(window, row, r);
      this.#machine.bytes[odd + r] = says;
    }
  }

  /** The next row that the kernel does not judge. It judges where one column chooses, by keys that were judged here, rows that have their day where most have it. */
  #passOver(r: number, count: number): number {
    const [only, ...others] = this.#judged as readonly [Judged, ...Judged[]];
    if (others.length > 0) return r;
    const { words, code } = this.#machine;
    words[this.#tally] = 0;
    const next = code.judged(r, count, only.cells.keys, only.verdicts.place, this.#days.days, this.#tally * 4);
    this.#leaveOut(words[this.#tally] as number);
    only.column.out += words[this.#tally] as number;
    return next;
  }

  /** What is odd about a row then. */
  #judge(window: Window, row: number, r: number): number {
    // Without a day it may be no row at all, but headings or a total, and what stands in it no value: the careful reader sees that.
    if (!this.#hasDay(window, row, r)) return ODD_ROW;
    let kept = true;
    let empty = true;
    for (const one of this.#judged) {
      const key = one.cells.mended(window, row, r);
      empty &&= key < 0;
      kept = this.#keeps(one, key) && kept;
    }
    if (kept) return 0;
    // A row that is empty in all of these columns may be a total with a day.
    if (empty) return ODD_ROW;
    this.#leaveOut(1);
    for (const one of this.#judged) if (!this.#keeps(one, one.cells.mended(window, row, r))) one.column.out++;
    return LEFT_OUT;
  }

  #keeps({ column, cells, verdicts }: Judged, key: number): boolean {
    if (key < 0) return column.keeps('');
    // One that was found by its text may be new.
    verdicts.reach(Math.max(verdicts.size, key + 1));
    const { words } = this.#machine;
    if (words[(verdicts.place >> 2) + key] === 0) verdicts.set(key, column.keeps(cells.dictionary.text(key)) ? KEEPS : LEAVES);
    return this.#machine.words[(verdicts.place >> 2) + key] === KEEPS;
  }

  #leaveOut(rows: number): void {
    this.#counts.rows += rows;
    this.#counts.leftOut += rows;
  }

  #hasDay(window: Window, row: number, r: number): boolean {
    const day = this.#machine.words[(this.#days.days >> 2) + r] as number;
    if (day !== NO_DAY && day !== NOT_A_DAY) return true;
    return [this.#days, this.#other].some(
      (cells) => cells !== undefined && parseDay(cells.text(window, row + r), cells.form) !== undefined,
    );
  }
}
