// Into which bucket does an item fall? One ascending list of inclusive upper bounds; no bound is ever written twice.
// Days late = as-of − due; 0 or less is not due; 30,60,90 means 1–30, 31–60, 61–90, 91 and over (rules §1.5).
import { type Word, word } from '../core/word.ts';

export type Bounds = readonly number[];
export const DEFAULT_BOUNDS: Bounds = [30, 60, 90];

/** One column of an aged balance. `key` is the stable name of the contract. */
export type Bucket = { readonly key: string; readonly label: Word };

/** `due`: late days from 1, with the items not due before them. `date`: the age of the document, from day 0. */
type AgeBy = 'due' | 'date';

/** The buckets in the order of the columns, and the function from days to the index of a bucket. */
export type Buckets = {
  readonly ageBy: AgeBy;
  readonly list: readonly Bucket[];
  /** How many of the first buckets hold what is not late. */
  readonly notLate: number;
  /** The largest number of days of each bucket but the last, ascending. */
  readonly upTo: readonly number[];
  /** `days`: days late (negative before the due day), or days since the document with `ageBy` date. */
  readonly indexOf: (days: number) => number;
};

export function buckets(ageBy: AgeBy, bounds: Bounds = DEFAULT_BOUNDS, future: Bounds = []): Buckets {
  if (ageBy === 'date') return { ageBy, list: ranges('d', 0, bounds), notLate: 0, ...upToEach(bounds) };
  const notDue =
    future.length === 0 ? [{ key: 'not_due', label: word('Not due', 'Non échu') }] : ranges('f', 0, future).reverse();
  // The furthest future stands first, so that time runs from left to right across the columns.
  const ahead = future.map((days) => -days - 1).reverse();
  return {
    ageBy,
    list: [...notDue, ...ranges('d', 1, bounds)],
    notLate: notDue.length,
    ...upToEach([...ahead, 0, ...bounds]),
  };
}

function upToEach(upTo: readonly number[]): Pick<Buckets, 'upTo' | 'indexOf'> {
  return { upTo, indexOf: (days) => firstAtLeast(upTo, days) };
}

/** The index of the first bound that is not below `days`; one past the last when all are. */
function firstAtLeast(bounds: Bounds, days: number): number {
  let i = 0;
  while (i < bounds.length && days > (bounds[i] as number)) i++;
  return i;
}

function ranges(prefix: 'd' | 'f', from: number, bounds: Bounds): Bucket[] {
  const list = bounds.map((to, i) => {
    const start = i === 0 ? from : (bounds[i - 1] as number) + 1;
    return { key: `${prefix}${start}_${to}`, label: label(prefix, `${start}–${to}`) };
  });
  const last = (bounds[bounds.length - 1] as number) + 1;
  return [...list, { key: `${prefix}${last}_plus`, label: label(prefix, `${last}+`) }];
}

function label(prefix: 'd' | 'f', range: string): Word {
  return prefix === 'd' ? word(range, range) : word(`in ${range}`, `à ${range} j`);
}

/** Reads `30,60,90`. Returns the reason when the list is not one of ascending whole numbers of days above 0. */
export function parseBounds(text: string): Bounds | string {
  const parts = text.split(',').map((part) => part.trim());
  if (!parts.every((part) => /^\d{1,5}$/.test(part))) return 'bounds are whole numbers of days, as in 30,60,90';
  const bounds = parts.map(Number);
  for (let i = 0; i < bounds.length; i++) {
    const bound = bounds[i] as number;
    if (bound === 0) return 'a bound of 0 days would be an empty bucket';
    if (i > 0 && bound <= (bounds[i - 1] as number)) {
      return `bounds must ascend, so that no two buckets overlap: ${bound} follows ${bounds[i - 1]}`;
    }
  }
  return bounds;
}
