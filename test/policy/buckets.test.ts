// Does every day fall into exactly one bucket, the one its key names? The oracle reads the ranges out of the keys.
import { describe, expect, it, test } from 'vitest';
import { type Bounds, type Buckets, buckets, DEFAULT_BOUNDS, parseBounds } from '../../src/policy/buckets.ts';

const LISTS: readonly Bounds[] = [
  [30, 60, 90],
  [30],
  [1],
  [1, 2],
  [1, 2, 3, 4],
  [15, 45, 75, 120],
  [7, 14, 21, 28, 35],
  [199, 200],
  [400],
];
const DAYS = Array.from({ length: 401 }, (_, i) => i - 200);

/** The buckets whose key says that they hold this many days late, or days of age. */
function keysHolding(days: number, { ageBy, list }: Buckets): string[] {
  return list
    .map((bucket) => bucket.key)
    .filter((key) => {
      if (key === 'not_due') return days <= 0;
      const [, side, from, to] = /^([df])(\d+)_(\d+|plus)$/.exec(key) ?? [];
      const last = to === 'plus' ? Number.POSITIVE_INFINITY : Number(to);
      // A document dated after the day of the report is not older than one of that day.
      const at = side === 'f' ? -days : ageBy === 'date' ? Math.max(0, days) : days;
      return at >= Number(from) && at <= last && (side === 'd' || days <= 0);
    });
}

describe('every day from −200 to 200 is in exactly one bucket, the one indexOf gives', () => {
  const cases = LISTS.flatMap((bounds) => [
    { name: `late, ${bounds}`, all: buckets('due', bounds) },
    { name: `by document, ${bounds}`, all: buckets('date', bounds) },
    ...LISTS.map((future) => ({ name: `late, ${bounds}, the future ${future}`, all: buckets('due', bounds, future) })),
  ]);

  test.each(cases)('$name', ({ all }) => {
    const wrong = DAYS.filter((days) => {
      const keys = keysHolding(days, all);
      return keys.length !== 1 || all.list[all.indexOf(days)]?.key !== keys[0];
    });
    expect(wrong).toEqual([]);
  });

  test.each(cases)('$name: and upTo is the last day of each bucket but the last', ({ all }) => {
    const ends = all.upTo.map((days) => [all.indexOf(days), all.indexOf(days + 1)]);
    expect(ends).toEqual(all.list.slice(1).map((_, i) => [i, i + 1]));
  });

  test.each(cases)('$name: and what is not late in one of the first notLate', ({ all }) => {
    const wrong = all.ageBy === 'date' ? [] : DAYS.filter((days) => all.indexOf(days) < all.notLate !== days <= 0);
    expect(wrong).toEqual([]);
  });
});

describe('the keys of the contract', () => {
  const keys = (all: Buckets): string[] => all.list.map((bucket) => bucket.key);

  test.each<[string, Buckets, readonly string[]]>([
    ['by due day', buckets('due'), ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus']],
    ['by document day', buckets('date'), ['d0_30', 'd31_60', 'd61_90', 'd91_plus']],
    ['of one bound', buckets('due', [30]), ['not_due', 'd1_30', 'd31_plus']],
    ['of a bound of one day', buckets('due', [1, 2]), ['not_due', 'd1_1', 'd2_2', 'd3_plus']],
    [
      'with the future, the furthest first',
      buckets('due', [30, 60, 90], [30, 60]),
      ['f61_plus', 'f31_60', 'f0_30', 'd1_30', 'd31_60', 'd61_90', 'd91_plus'],
    ],
    ['with one bound of the future', buckets('due', [30], [7]), ['f8_plus', 'f0_7', 'd1_30', 'd31_plus']],
    ['by document day, where there is no future', buckets('date', [30], [7]), ['d0_30', 'd31_plus']],
  ])('%s', (_, all, expected) => {
    expect(keys(all)).toEqual(expected);
  });

  it('are those of 30, 60, 90 when no bounds are named', () => {
    expect(DEFAULT_BOUNDS).toEqual([30, 60, 90]);
    expect(keys(buckets('due'))).toEqual(keys(buckets('due', [30, 60, 90])));
  });

  test.each(LISTS.map((bounds) => ({ bounds })))('are each once, with the bounds $bounds', ({ bounds }) => {
    const all = keys(buckets('due', bounds, bounds));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('bounds are inclusive', () => {
  test.each([
    [-1, 'not_due'],
    [0, 'not_due'],
    [1, 'd1_30'],
    [30, 'd1_30'],
    [31, 'd31_60'],
    [60, 'd31_60'],
    [61, 'd61_90'],
    [90, 'd61_90'],
    [91, 'd91_plus'],
    [36500, 'd91_plus'],
  ])('%i days late: %s', (days, key) => {
    const all = buckets('due');
    expect(all.list[all.indexOf(days)]?.key).toBe(key);
  });

  test.each([
    [-5, 'd0_30'],
    [0, 'd0_30'],
    [30, 'd0_30'],
    [31, 'd31_60'],
    [90, 'd61_90'],
    [91, 'd91_plus'],
  ])('%i days old: %s', (days, key) => {
    const all = buckets('date');
    expect(all.list[all.indexOf(days)]?.key).toBe(key);
  });

  test.each([
    [1, 'd1_30'],
    [0, 'f0_30'],
    [-30, 'f0_30'],
    [-31, 'f31_60'],
    [-60, 'f31_60'],
    [-61, 'f61_plus'],
    [-36500, 'f61_plus'],
  ])('%i days late, the future in buckets: %s', (days, key) => {
    const all = buckets('due', DEFAULT_BOUNDS, [30, 60]);
    expect(all.list[all.indexOf(days)]?.key).toBe(key);
  });
});

describe('a label says the range', () => {
  test.each([
    ['not_due', 'Not due', 'Non échu', buckets('due')],
    ['d1_30', '1–30', '1–30', buckets('due')],
    ['d91_plus', '91+', '91+', buckets('due')],
    ['f0_30', 'in 0–30', 'à 0–30 j', buckets('due', [30], [30])],
    ['f31_plus', 'in 31+', 'à 31+ j', buckets('due', [30], [30])],
  ])('%s: %s, %s', (key, english, french, all) => {
    expect(all.list.find((bucket) => bucket.key === key)?.label).toMatchObject({ en: english, fr: french });
  });
});

describe('a list of bounds', () => {
  test.each<[string, Bounds]>([
    ['30,60,90', [30, 60, 90]],
    ['30', [30]],
    [' 30 , 60 ', [30, 60]],
    ['1,2,3', [1, 2, 3]],
    ['007', [7]],
    ['99999', [99999]],
  ])('%j is %j', (text, bounds) => {
    expect(parseBounds(text)).toEqual(bounds);
  });

  test.each([
    ['', /whole numbers/],
    ['abc', /whole numbers/],
    ['30,', /whole numbers/],
    ['30,,60', /whole numbers/],
    ['30;60', /whole numbers/],
    ['-30', /whole numbers/],
    ['30.5', /whole numbers/],
    ['1e2', /whole numbers/],
    ['0', /empty bucket/],
    ['0,30', /empty bucket/],
    ['30,30', /must ascend.*30 follows 30/],
    ['60,30', /must ascend.*30 follows 60/],
    ['30,90,60', /must ascend.*60 follows 90/],
  ])('%j is refused: %s', (text, reason) => {
    expect(parseBounds(text)).toMatch(reason);
  });
});
