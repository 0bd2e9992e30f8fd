// Is a row of a table the same as one above it? Rows are told apart by the fields that say what they are of; two of one key say the same, or contradict each
// other in some of their columns.
import { CellReader } from './cells.ts';
import type { MappedColumn } from './headings.ts';

/** A row taken before that is of the same, and the places of the cells in which they differ: none where the row is only repeated. */
export type Before = { readonly row: number; readonly differing: readonly number[] };

/** The rows of a table that are taken, as its reader goes on. */
type Taken = { readonly rows: readonly (readonly string[])[]; readonly lines: readonly number[] };

export class RowsApart<F extends string> {
  readonly #unique: readonly F[];
  readonly #taken: Taken;
  readonly #reader: CellReader<F>;
  /** The first row of each text of the first field that tells rows apart; and the row of each key, for rows that share that text. */
  readonly #firsts = new Map<string, number>();
  readonly #keys = new Map<string, number>();

  constructor(unique: readonly F[], columns: readonly MappedColumn<F>[], taken: Taken) {
    this.#unique = unique;
    this.#taken = taken;
    this.#reader = new CellReader('', columns);
  }

  /** The row before that the row at hand is like; the row at hand is taken where there is none. */
  before(reader: CellReader<F>, cells: readonly string[]): Before | undefined {
    const row = this.#unique.length === 0 ? undefined : this.#rowOf(reader);
    if (row === undefined) return undefined;
    const other = this.#taken.rows[row] as readonly string[];
    const length = Math.max(cells.length, other.length);
    const differ = (i: number): boolean => (cells[i] ?? '').trim() !== (other[i] ?? '').trim();
    return { row, differing: Array.from({ length }, (_, i) => i).filter(differ) };
  }

  /** Keys of all fields are made only where the first is not enough. */
  #rowOf(reader: CellReader<F>): number | undefined {
    const { rows, lines } = this.#taken;
    const text = reader.text(this.#unique[0] as F);
    const first = this.#firsts.get(text);
    if (first === undefined) {
      this.#firsts.set(text, rows.length);
      return undefined;
    }
    this.#reader.open(rows[first] as readonly string[], lines[first] as number);
    this.#keys.set(this.#keyOf(this.#reader), first);
    const key = this.#keyOf(reader);
    const before = this.#keys.get(key);
    if (before === undefined) this.#keys.set(key, rows.length);
    return before;
  }

  #keyOf(row: CellReader<F>): string {
    return this.#unique.map((field) => row.text(field)).join('\0');
  }
}
