// What do all rows of a file say of its spelling, where the first ones leave it open? The file is read to its end, or until it has told, and then
// again for what it holds: swiftly, and by the careful splitter from where that cannot.
import { Diagnostics } from '../core/diagnostic.ts';
import type { Delimiter } from './delimiter.ts';
import { AboveRows, type HeaderRow } from './header-row.ts';
import type { Source } from './source.ts';
import type { Machine } from './swift/machine.ts';
import { type RowTaker, readSwiftly } from './swift/reader.ts';
import type { Window } from './swift/window.ts';

/** Takes each row: `cell` gives its cells by their places. */
type Adding = { readonly add: (cell: (index: number) => string, line: number) => void };

/** Thrown where nothing more needs to be known. */
class Enough extends Error {}

/** Rows between one look at what is told and the next. */
const PATIENCE = 1 << 12;

/** Adds what the rows of a source say to `counts`. What is wrong with the file is told by whoever reads it. */
export async function countWhole(
  source: Source,
  header: HeaderRow,
  width: number,
  counts: Adding,
  settled: () => boolean,
): Promise<void> {
  const counting = new Counting(header, width, counts, settled);
  try {
    const { stopped } = await readSwiftly(source, counting);
    if (stopped === undefined) return;
    const { splitRecords } = await import('./records.ts');
    const start = { ...stopped, delimiter: counting.delimiter };
    await splitRecords(stopped.rest, new Diagnostics(), (cells, line) => counting.record(cells, line), start);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
}

class Counting implements RowTaker {
  readonly delimiter: Delimiter;
  batch: RowTaker['batch'];
  readonly #above: AboveRows;
  readonly #width: number;
  readonly #counts: Adding;
  readonly #settled: () => boolean;
  #seen = 0;

  constructor(header: HeaderRow, width: number, counts: Adding, settled: () => boolean) {
    this.delimiter = header.delimiter.delimiter;
    this.#above = new AboveRows(header);
    this.#width = width;
    this.#counts = counts;
    this.#settled = settled;
  }

  record(cells: readonly string[], line: number): void {
    const stands = this.#above.take(cells, line);
    if (this.#above.passed) this.batch ??= (machine, window, row, count) => this.#rows(machine, window, row, count);
    if (stands !== 'row') return;
    this.#counts.add((index) => cells[index] ?? '', line);
    this.#look();
  }

  /** Only the cells that can tell become texts. */
  #rows(machine: Machine, window: Window, row: number, count: number): void {
    const { code, bytes } = machine;
    code.widths(row, count, this.#width);
    for (let r = 0; r < count; r++) {
      // A row of another width is read whole: its cells are not where those of the others are.
      const cells = bytes[code.odd.value + r] === 0 ? undefined : window.cells(row + r);
      const cell = (index: number): string =>
        cells === undefined ? window.cell(row + r, index, index === this.#width - 1) : (cells[index] ?? '');
      this.#counts.add(cell, window.lineOf(row + r));
      this.#look();
    }
  }

  /** At the same rows of a file, however its bytes arrive: a row that says otherwise is met before, or is a bad row behind. */
  #look(): void {
    if (++this.#seen % PATIENCE === 0 && this.#settled()) throw new Enough();
  }
}
