// What are customers called? Names are looked at where a customer is met, not in every row, and each distinct one becomes text once.
import { Cells } from './columns.ts';
import { ByteDictionary } from './dictionary.ts';
import type { Machine } from './machine.ts';
import type { Rows } from './window.ts';

export class NameCells extends Cells {
  readonly #dictionary: ByteDictionary;
  /** Place of the entries whose names are looked up. */
  #list = 0;
  /** By key, the code of the name among those of customers. */
  readonly #codes: number[] = [];

  constructor(machine: Machine, field: number | undefined, width: number) {
    super(machine, field, width);
    this.#dictionary = new ByteDictionary(machine);
  }

  /** Looks up the names of `count` entries of the batch that begins at a row; `list` is the place of their words. */
  find(rows: Rows, row: number, list: number, count: number): void {
    this.#list = list;
    this.read(rows, row, count);
  }

  /** Where the key of the name of each place of the list was put: NONE or ODD_TEXT where it has none. */
  get place(): number {
    return this.#dictionary.keys;
  }

  /** By key, the code of the name, which `codeOf` tells of a text. */
  codes(codeOf: (name: string) => number): readonly number[] {
    for (let key = this.#codes.length; key < this.#dictionary.size; key++) this.#codes.push(codeOf(this.#dictionary.text(key)));
    return this.#codes;
  }

  protected fill(row: number, count: number, field: number, trim: number): void {
    const { code } = this.machine;
    const { keys } = this.#dictionary;
    this.#dictionary.fill(count, (at, done) => code.keysOf(row, this.#list, count, field, trim, at, keys, done));
  }
}
