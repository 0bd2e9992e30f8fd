// How many days of sales does the receivable come to, counted back from the last? DSO by exhaustion (épuisement, apurement, count-back, roll-back), rules §1.1, 2.
import { type Fraction, fraction, plus, whole } from '../../core/fraction.ts';

/** Days of sales, the latest first: a month, or several in which nothing was sold. */
export type Stretch = { readonly sales: number; readonly days: number };

/** One of them, with what it takes of the receivable and the days that come of it. */
export type Taken = Stretch & { readonly taken: number; readonly counted: Fraction };

export type CountBack = {
  readonly days: Fraction;
  /** The history ends before the receivable is used up: it is more than these days, and `rest` is of sales that are not known. */
  readonly isMore: boolean;
  readonly rest: number;
  readonly steps: readonly Taken[];
};

/** Stretches of no sales, or of more credit notes than sales, add their days and are never divided by. */
export function countBack(receivable: number, history: Iterable<Stretch>): CountBack {
  let rest = receivable;
  let days = whole(0);
  const steps: Taken[] = [];
  for (const stretch of history) {
    if (rest <= 0) break;
    const { sales } = stretch;
    const isWhole = rest >= sales;
    const counted = isWhole ? whole(stretch.days) : (fraction(BigInt(rest) * BigInt(stretch.days), sales) as Fraction);
    steps.push({ ...stretch, taken: isWhole ? sales : rest, counted });
    days = plus(days, counted);
    rest = isWhole ? rest - sales : 0;
  }
  return { days, isMore: rest > 0, rest, steps };
}
