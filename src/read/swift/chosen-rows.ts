// Which rows of a batch are asked for? The columns that conditions are about are read as keys, each key is judged once, and a row that is not asked for
// is marked, so that nobody stores it or reads its cells.
import type { FileCounts } from '../counts.ts';
import type { FileFilter, FilterColumn } from '../row-filter.ts';
import { KeyCells } from './columns.ts';
import { LEFT_OUT, type Machine, ODD_ROW } from './machine.ts';
import type { Window } from './window.ts';

type Judged = { readonly column: FilterColumn; readonly cells: KeyCells; readonly kept: boolean[] };

export class ChosenRows {
  readonly #machine: Machine;
  readonly #counts: FileCounts;
  readonly #judged: readonly Judged[];

  constructor(machine: Machine, width: number, filter: FileFilter, counts: FileCounts) {
    this.#machine = machine;
    this.#counts = counts;
    this.#judged = filter.columns.map((column) => ({ column, cells: new KeyCells(machine, column.index, width), kept: [] }));
  }

  /** Marks the rows of a batch that are not asked for. Rows of a broken shape are not judged here. */
  mark(window: Window, row: number, count: number): void {
    for (const { cells } of this.#judged) cells.read(window, row, count);
    const odd = this.#machine.code.odd.value;
    for (let r = 0; r < count; r++) {
      if (((this.#machine.bytes[odd + r] as number) & ODD_ROW) !== 0) continue;
      let kept = true;
      let empty = true;
      for (const { column, cells, kept: known } of this.#judged) {
        const key = cells.mended(window, row, r);
        empty &&= key < 0;
        kept = (key < 0 ? column.keeps('') : (known[key] ??= column.keeps(cells.dictionary.text(key)))) && kept;
      }
      // A row with nothing in it is none, which the careful reader sees.
      if (!kept) this.#machine.bytes[odd + r] = empty ? ODD_ROW : LEFT_OUT;
    }
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
