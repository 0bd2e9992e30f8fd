// What did the reader read, per currency? Sums kept while parsing, beside the columns and never from them: the control of
// every run compares the two, so a lost row or cent cannot go unseen.
import { LARGEST_SUM } from '../core/money.ts';

/** Currencies one ledger may hold: their numbers are bytes. */
export const MOST_CURRENCIES = 256;

/** Σ of a column of amounts, per currency code, in its minor units. Split by kind, because a file may write credits unsigned. */
export class PostingSums {
  readonly #unsided = new Float64Array(MOST_CURRENCIES);
  readonly #credit = new Float64Array(MOST_CURRENCIES);
  readonly #absolute = new Float64Array(MOST_CURRENCIES);
  /** No currency from here on has a sum. */
  #end = 0;

  /** `ofCreditKind`: the kind naturally lowers what is owed, so `flipCredits` may turn its sign. */
  add(currency: number, amount: number, ofCreditKind: boolean): void {
    const sums = ofCreditKind ? this.#credit : this.#unsided;
    sums[currency] = (sums[currency] as number) + amount;
    this.#absolute[currency] = (this.#absolute[currency] as number) + Math.abs(amount);
    if (currency >= this.#end) this.#end = currency + 1;
  }

  /** Adds what was summed elsewhere: amounts of other kinds, of credit kinds, and all magnitudes. */
  addSums(currency: number, unsided: number, credit: number, absolute: number): void {
    this.#unsided[currency] = (this.#unsided[currency] as number) + unsided;
    this.#credit[currency] = (this.#credit[currency] as number) + credit;
    this.#absolute[currency] = (this.#absolute[currency] as number) + absolute;
    if (currency >= this.#end) this.#end = currency + 1;
  }

  /** Turns the sign of all credit kinds added so far: the file writes credits as positive amounts. */
  flipCredits(): void {
    for (let currency = 0; currency < this.#end; currency++) this.#credit[currency] = 0 - (this.#credit[currency] as number);
  }

  /** Adds another ledger's part (one file of several). */
  merge(other: PostingSums): void {
    for (let currency = 0; currency < other.#end; currency++) {
      this.addSums(
        currency,
        other.#unsided[currency] as number,
        other.#credit[currency] as number,
        other.#absolute[currency] as number,
      );
    }
  }

  /** Σ of all postings of a currency. */
  total(currency: number): number {
    return (this.#unsided[currency] as number) + (this.#credit[currency] as number);
  }

  /** True when Σ|amount| of a currency has left the range in which sums are exact. */
  overflows(currency: number): boolean {
    return (this.#absolute[currency] as number) > LARGEST_SUM;
  }
}
