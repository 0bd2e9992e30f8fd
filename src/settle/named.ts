// Which numbers do postings name? Per series how many, from which to which: what it takes to give each number a place of its own. Counted by
// a kernel (references.wat), or where the engine compiles nothing in a loop.

import { forMany } from '../core/room.ts';
import { inStretches } from '../core/stretches.ts';
import { IN_ARENA, NO_TEXT, type TextColumn } from '../ledger/text-column.ts';
import { countedByKernel } from './reference-kernel.ts';

/** Codes a text may have. */
export const CODES = 256;

/** Postings that name a document and have something left, by the code of the number's series. What does not exist on the day is not open either. */
export class Named {
  all = 0;
  /** Some of them are debits. */
  debits = false;
  readonly ofCode = new Int32Array(CODES);
  /** The smallest and the largest number of each series; of the arena as if its texts were numbers that lie far apart. */
  readonly least = new Int32Array(CODES).fill(2 ** 31 - 1);
  readonly most = new Int32Array(CODES).fill(-(2 ** 31));

  constructor(reference: TextColumn, open: Float64Array, rows: number) {
    this.least[IN_ARENA] = -(2 ** 31);
    this.most[IN_ARENA] = 2 ** 31 - 1;
    if (reference.areEmpty(0, rows)) return;
    const debits = forMany(rows, () => countedByKernel(reference, open, rows, this.ofCode, this.least, this.most));
    if (debits === undefined) {
      inStretches(0, rows, (from, to) => this.#count(reference, open, from, to));
      return;
    }
    this.debits = debits;
    for (const count of this.ofCode) this.all += count;
  }

  #count(reference: TextColumn, open: Float64Array, from: number, to: number): void {
    if (reference.areEmpty(from, to)) return;
    const { codes, numbers } = reference;
    const { ofCode, least, most } = this;
    for (let row = from; row < to; row++) {
      const code = codes[row] as number;
      if (code === NO_TEXT) continue;
      const left = open[row] as number;
      if (left === 0) continue;
      const number = code === IN_ARENA ? 0 : (numbers[row] as number);
      least[code] = Math.min(least[code] as number, number);
      most[code] = Math.max(most[code] as number, number);
      ofCode[code] = (ofCode[code] as number) + 1;
      this.all++;
      this.debits ||= left > 0;
    }
  }
}
