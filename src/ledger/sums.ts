// What did the reader read, per currency? Sums kept while parsing, beside the columns and never from them: the control of
// every run compares the two, so a lost row or cent cannot go unseen.
import { LARGEST_SUM } from '../core/money.ts';

/** Sums of one currency, in its minor units. `unsided`/`credit` are split by kind, because a file may write credits unsigned. */
type CurrencySums = { unsided: number; credit: number; absolute: number };

/** Σ of a column of amounts, per currency code. */
export class PostingSums {
  readonly #sums: CurrencySums[] = [];

  /** `ofCreditKind`: the kind naturally lowers what is owed, so `flipCredits` may turn its sign. */
  add(currency: number, amount: number, ofCreditKind: boolean): void {
    const sums = (this.#sums[currency] ??= { unsided: 0, credit: 0, absolute: 0 });
    if (ofCreditKind) sums.credit += amount;
    else sums.unsided += amount;
    sums.absolute += Math.abs(amount);
  }

  /** Turns the sign of all credit kinds added so far: the file writes credits as positive amounts. */
  flipCredits(): void {
    for (const sums of this.#sums) if (sums !== undefined) sums.credit = -sums.credit;
  }

  /** Adds another ledger's part (one file of several). */
  merge(other: PostingSums): void {
    other.#sums.forEach((sums, currency) => {
      const own = (this.#sums[currency] ??= { unsided: 0, credit: 0, absolute: 0 });
      own.unsided += sums.unsided;
      own.credit += sums.credit;
      own.absolute += sums.absolute;
    });
  }

  /** Σ of all postings of a currency. */
  total(currency: number): number {
    const sums = this.#sums[currency];
    return sums === undefined ? 0 : sums.unsided + sums.credit;
  }

  /** True when Σ|amount| of a currency has left the range in which sums are exact. */
  overflows(currency: number): boolean {
    return (this.#sums[currency]?.absolute ?? 0) > LARGEST_SUM;
  }
}
