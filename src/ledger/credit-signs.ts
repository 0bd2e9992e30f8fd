// With which sign are the credits of the file at hand stored? A file writes them all with a minus or all without, and which of both is decided at its end. Most files show it at
// once: from then on they are stored as they will be, so that no row is touched twice.
import { inStretches } from '../core/stretches.ts';
import { IS_CREDIT_KIND, KINDS } from './kind.ts';
import type { OwnColumns } from './own-columns.ts';

export class CreditSigns {
  readonly #own: OwnColumns;
  /** First row of the file, and first row whose sign is turned already, if it is that of a credit. */
  #first = 0;
  #turnedFrom = Number.POSITIVE_INFINITY;

  constructor(own: OwnColumns) {
    this.#own = own;
  }

  startFile(row: number): void {
    this.#first = row;
    this.#turnedFrom = Number.POSITIVE_INFINITY;
  }

  /** The file seems to write credits as positive amounts: those of the rows from `row` on will be stored with their sign turned. */
  presumeUnsigned(row: number): void {
    this.#turnedFrom = row;
  }

  /** What is stored of an amount that the file writes in a row. */
  stored(row: number, amount: number, isCredit: boolean): number {
    return isCredit && row >= this.#turnedFrom ? 0 - amount : amount;
  }

  /** The amount of a row as the file writes it; once the file has ended, as it is. */
  written(row: number): number {
    return this.stored(row, this.#own.amount[row] as number, IS_CREDIT_KIND[this.#own.kind[row] as number] === 1);
  }

  /** The file ends before row `end`, and it is known whether it writes credits as positive amounts: all are stored so. */
  decide(unsigned: boolean, end: number, base: Float64Array | undefined): void {
    const { amount, kind } = this.#own;
    const turnedFrom = Math.min(this.#turnedFrom, end);
    if (unsigned) {
      turnCredits(amount, kind, this.#first, turnedFrom);
      if (base !== undefined) turnCredits(base, kind, this.#first, end);
    } else turnCredits(amount, kind, turnedFrom, end);
    this.#turnedFrom = Number.POSITIVE_INFINITY;
  }
}

const TURNS = Float64Array.from(KINDS, (kind) => (kind.side === -1 ? -1 : 1));

/** Turns the sign of the credit kinds among some rows. Nothing stays nothing, without a sign. */
function turnCredits(amounts: Float64Array, kind: Uint8Array, first: number, end: number): void {
  inStretches(first, end, (from, to) => turned(amounts, kind, from, to));
}

/** Without a branch: whether a row is a credit cannot be foretold. */
function turned(amounts: Float64Array, kind: Uint8Array, from: number, to: number): void {
  for (let row = from; row < to; row++) amounts[row] = (amounts[row] as number) * (TURNS[kind[row] as number] as number) + 0;
}
