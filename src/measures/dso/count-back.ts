// How many days of sales does the receivable come to, counted back from the last? DSO by exhaustion (épuisement, apurement, count-back, roll-back), rules §1.1, 2.
import { type Fraction, fraction, plus, whole } from '../../core/fraction.ts';

/** Days of sales, the latest first: a month, or several in which nothing was sold. */
export type Stretch = { readonly sales: number; readonly days: number };

/** One of them, with what it takes of the receivable. */
type Taken<S extends Stretch = Stretch> = { readonly of: S; readonly taken: number };

export type CountBack<S extends Stretch = Stretch> = {
  readonly days: Fraction;
  /** The history ends before the receivable is used up: it is more than these days, and `rest` is of sales that are not known. */
  readonly isMore: boolean;
  readonly rest: number;
  readonly steps: readonly Taken<S>[];
};

/** A month of no sales, or of more credit notes than sales, adds its days: it is never divided by, and takes nothing of what is left. */
export function countBack<S extends Stretch>(receivable: number, history: Iterable<S>): CountBack<S> {
  let rest = receivable;
  let days = 0;
  const steps: Taken<S>[] = [];
  for (const of of history) {
    if (rest <= 0) break;
    const sales = Math.max(0, of.sales);
    if (rest < sales) {
      steps.push({ of, taken: rest });
      const part = fraction(BigInt(rest) * BigInt(of.days), sales) as Fraction;
      return { days: plus(whole(days), part), isMore: false, rest: 0, steps };
    }
    steps.push({ of, taken: sales });
    days += of.days;
    rest -= sales;
  }
  return { days: whole(days), isMore: rest > 0, rest, steps };
}
