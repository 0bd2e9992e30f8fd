// What are customers called? Names are looked at where a customer is met, not in every row, and each distinct one becomes text once.
import { Cells } from './columns.ts';
import { ByteDictionary } from './dictionary.ts';
import { type Machine, NONE, ODD_TEXT } from './machine.ts';
import type { Rows } from './window.ts';

export class NameCells extends Cells {
  readonly #dictionary: ByteDictionary;
  /** Place of the entries whose names are looked up. */
  #list = 0;

  constructor(machine: Machine, field: number | undefined, width: number) {
    super(machine, field, width);
    this.#dictionary = new ByteDictionary(machine);
  }

  /** Looks up the names of `count` entries of the batch that begins at a row; `list` is the place of their words. */
  find(rows: Rows, row: number, list: number, count: number): void {
    this.#list = list;
    this.read(rows, row, count);
  }

  /** The name found for place `i` of the list, whose entry is row `row` of them all; empty for none. */
  found(rows: Rows, row: number, i: number): string {
    if (this.field === undefined) return '';
    const key = this.machine.words[(this.#dictionary.keys >> 2) + i] as number;
    if (key === NONE) return '';
    return key === ODD_TEXT ? this.text(rows, row) : this.#dictionary.text(key);
  }

  protected fill(row: number, count: number, field: number, trim: number): void {
    const { code } = this.machine;
    const { keys } = this.#dictionary;
    this.#dictionary.fill(count, (at, done) => code.keysOf(row, this.#list, count, field, trim, at, keys, done));
  }
}
