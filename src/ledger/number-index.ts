// In which rows of a table does a number of the ledger stand? The table's texts are coded as the ledger's own numbers are (series.ts), so that a
// row of the ledger is looked up by its code and its number, and no text is made of it.
import type { Series } from './series.ts';
import { IN_ARENA, TextColumn } from './text-column.ts';

export class NumberIndex {
  /** The first row of each number, by its series, and of each text that has no series. */
  readonly #numbered: Map<number, number>[] = [];
  readonly #texts = new Map<string, number>();
  /** The next row of the same number, or −1. */
  readonly #next: Int32Array;

  /** `series` are those of the columns that are looked up; no text is empty. */
  constructor(series: Series, count: number, text: (row: number) => string) {
    const own = new TextColumn(series);
    for (let row = 0; row < count; row++) own.append(text(row));
    this.#next = new Int32Array(count).fill(-1);
    // From the last on, so that rows of one number are met in their order.
    for (let row = count - 1; row >= 0; row--) {
      this.#next[row] = this.first(own, row);
      const code = own.codes[row] as number;
      if (code === IN_ARENA) this.#texts.set(own.at(row), row);
      else (this.#numbered[code] ??= new Map()).set(own.numbers[row] as number, row);
    }
  }

  /** The first row of the number that stands in a row of a column, or −1. */
  first(column: TextColumn, row: number): number {
    const code = column.codes[row] as number;
    const found = code === IN_ARENA ? this.#texts.get(column.at(row)) : this.#numbered[code]?.get(column.numbers[row] as number);
    return found ?? -1;
  }

  /** The next row of the same number, or −1. */
  next(row: number): number {
    return this.#next[row] as number;
  }
}
