// After which day is a debt too old, and from which day on is that told? Periods of calendar years, their last day included.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plusMonths } from '../../src/core/day.ts';
import { type Day, isoDay } from '../../src/index.ts';
import { LIMITATION } from '../../src/law/fr/limitation.ts';
import { type Limited, limitationOf, MONTHS_AHEAD, unfoundUpTo } from '../../src/measures/limitation.ts';
import { day, openText } from '../peers/library.ts';
import { SEED } from '../properties/random-ledger.ts';

const [BUSINESS, CONSUMER] = LIMITATION as [Limited, Limited];

/** What is said of one debt of 1.00: `passed` or `near`, and the day its period ends. */
async function said(rows: string, asOf: string, whose: Limited): Promise<string> {
  const book = await openText(`customer,document,kind,reference,date,due,amount\n${rows}\n`);
  const { found, unjudged } = limitationOf(book, day(asOf), () => whose, undefined);
  const told = found.flatMap(({ passed, near }) => [
    ...(passed.count > 0 ? [`passed ${isoDay(passed.ends)} ${passed.open[0]}`] : []),
    ...(near.count > 0 ? [`near ${isoDay(near.ends)} ${near.open[0]}`] : []),
  ]);
  return [...told, ...Object.entries(unjudged).flatMap(([why, { count }]) => (count > 0 ? [why] : []))].join('; ');
}

describe('a debt', () => {
  test.each([
    ['of a business after five years', '2021-06-29', '2026-06-30', BUSINESS, 'passed 2026-06-29 100'],
    ['of a business on the last day of the fifth', '2021-06-30', '2026-06-30', BUSINESS, 'near 2026-06-30 100'],
    ['six months before its end', '2021-12-30', '2026-06-30', BUSINESS, 'near 2026-12-30 100'],
    ['at the end of a month six months before that of a longer one', '2021-12-31', '2026-06-30', BUSINESS, 'near 2026-12-31 100'],
    ['a day longer before its end', '2021-12-31', '2026-06-29', BUSINESS, ''],
    ['six months before its end from the last day of February', '2021-08-31', '2026-02-28', BUSINESS, 'near 2026-08-31 100'],
    ['a day longer before its end than a February', '2021-08-29', '2026-02-27', BUSINESS, ''],
    ['of a consumer after two years', '2024-06-29', '2026-06-30', CONSUMER, 'passed 2026-06-29 100'],
    ['of a consumer at eighteen months', '2024-12-30', '2026-06-30', CONSUMER, 'near 2026-12-30 100'],
    ['due on a day the last year has not', '2024-02-29', '2026-02-28', CONSUMER, 'near 2026-02-28 100'],
    ['under another law', '2016-01-31', '2026-06-30', 'another law' as const, 'another law'],
    ['of a public body', '2022-01-31', '2026-06-30', 'public' as const, 'public'],
    ['of a public body, of last year', '2025-06-30', '2026-06-30', 'public' as const, ''],
  ])('%s, due on %s, seen on %s', async (_, due, asOf, whose, expected) => {
    expect(await said(`C,F1,invoice,,${due},${due},1.00`, asOf, whose)).toBe(expected);
  });

  test('without a due day counts from the day of its document', async () => {
    expect(await said('C,F1,invoice,,2021-06-29,,1.00', '2026-06-30', BUSINESS)).toBe('passed 2026-06-29 100');
  });

  test('paid in part counts with what is left, and one that is paid does not count', async () => {
    const rows = 'C,F1,invoice,,2020-01-01,2020-01-31,1.00\nC,P1,payment,F1,2020-02-01,,-0.40';
    expect(await said(rows, '2026-06-30', BUSINESS)).toBe('passed 2025-01-31 60');
    expect(await said(rows.replace('-0.40', '-1.00'), '2026-06-30', BUSINESS)).toBe('');
  });

  test('not posted yet on the day does not count', async () => {
    expect(await said('C,F1,invoice,,2026-07-01,2020-01-31,1.00', '2026-06-30', BUSINESS)).toBe('');
  });
});

test.each([
  ['2021-09-30', '2026-06-30', [1, 0]],
  ['2021-09-30', '2026-06-29', [0, 0]],
  ['2021-05-31', '2026-02-28', [1, 0]],
  ['2021-03-31', '2026-02-28', [1, 1]],
  ['2021-03-29', '2026-02-27', [1, 0]],
])('a debt due on %s stands on %s among those that end within three months and within one: %j', async (due, asOf, within) => {
  const book = await openText(`customer,document,kind,reference,date,due,amount\nC,F1,invoice,,${due},${due},1.00\n`);
  const [found] = limitationOf(book, day(asOf), () => BUSINESS, undefined).found;
  expect(found?.within).toEqual(within);
});

test('no debt that would be found is younger than what spares a look at it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 15_000, max: 40_000 }), fc.constantFrom(...LIMITATION), (asOf, period) => {
      const limit = unfoundUpTo(asOf as Day, [period]);
      for (let late = limit - 1; late > limit - 10; late--) {
        const ends = plusMonths((asOf - late) as Day, period.years * 12);
        expect(plusMonths(ends, -MONTHS_AHEAD)).toBeGreaterThan(asOf);
      }
    }),
    { numRuns: 2000, seed: SEED },
  );
});
