// Which documents does a table tell otherwise than the ledger? Those of which some row says something else and none says the same: what is due in
// instalments is due on several days.

export type Differing = {
  readonly field: 'due' | 'disputed' | 'assigned_to' | 'currency';
  /** Documents. */
  readonly count: number;
  /** The first of them: its row of the table, and the first row of the ledger that says something else. */
  readonly at: number;
  readonly row: number;
};

export class Differences {
  readonly #field: Differing['field'];
  readonly #size: number;
  /** By row of the table: some row says the same; the first row that says something else, and one. */
  #same: Uint8Array | undefined;
  #other: Int32Array | undefined;

  /** `size`: rows of the table. */
  constructor(field: Differing['field'], size: number) {
    this.#field = field;
    this.#size = size;
  }

  /** A row of the ledger says something of what a row of the table says. */
  add(at: number, row: number, same: boolean): void {
    this.#same ??= new Uint8Array(this.#size);
    this.#other ??= new Int32Array(this.#size);
    if (same) this.#same[at] = 1;
    else if (this.#other[at] === 0) this.#other[at] = row + 1;
  }

  found(): Differing | undefined {
    let count = 0;
    let first = -1;
    for (let at = 0; at < (this.#other?.length ?? 0); at++) {
      if (this.#other?.[at] === 0 || this.#same?.[at] === 1) continue;
      if (count++ === 0) first = at;
    }
    if (count === 0) return undefined;
    return { field: this.#field, count, at: first, row: (this.#other?.[first] as number) - 1 };
  }
}
