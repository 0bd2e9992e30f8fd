// Is a table parted so that every page holds its part? No row is lost, none stands twice, and what fits is not parted.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../src/letters/table-parts.ts';
import { runs } from '../harness/share.ts';

const of = (count: number, height = 6): number[] => Array<number>(count).fill(height);

describe('rows of 6 below headings of 6, on pages of 100', () => {
  test.each([
    ['none', of(0), 60, []],
    ['fit', of(8), 60, [8]],
    ['fit with the totals only without the last', of(9), 60, [8, 1]],
    ['one more leaves room for its sums', of(10), 60, [8, 2]],
    ['over three pages, each with its sums', of(30), 60, [8, 13, 9]],
    ['no room for a beginning: all on the next page', of(8), 20, [8]],
    ['no room for a beginning: in parts from the next page on', of(30), 20, [14, 13, 3]],
    ['two rows fit where there are no more', of(2), 20, [2]],
    ['one that wraps takes the room of three', [18, ...of(9)], 60, [6, 4]],
    ['one that no page holds is alone', [6, 400, 6], 100, [1, 1, 1]],
    ['a last one that no page holds', [6, 6, 400], 100, [2, 1]],
  ])('%s', (_, rows, room, parts) => {
    expect(partsOf({ rows, head: 6, sum: 6, end: 2 }, { room, page: 100 })).toEqual(parts);
  });
});

test('every row is in one part, and every part of more than a row fits its page', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 4, max: 40 }), { maxLength: 120 }),
      fc.record({ head: fc.nat(12), sum: fc.nat(8), end: fc.nat(20) }),
      fc.integer({ min: 0, max: 250 }),
      (rows, { head, sum, end }, room) => {
        const parts = partsOf({ rows, head, sum, end }, { room, page: 250 });
        expect(parts.reduce((total, count) => total + count, 0)).toBe(rows.length);
        let from = 0;
        parts.forEach((count, i) => {
          expect(count).toBeGreaterThan(0);
          const [isFirst, isLast] = [i === 0, i === parts.length - 1];
          const height = rows.slice(from, from + count).reduce((total, one) => total + one, 0);
          // A table that has no room for its beginning begins on the next page.
          if (count > 1) expect(head + (isFirst ? 0 : sum) + height + (isLast ? end : sum)).toBeLessThanOrEqual(250);
          from += count;
        });
      },
    ),
    { numRuns: runs(200) },
  );
});
