// Which rows does a printed page hold, as far as is reckoned before any browser prints it? What fits is one part, and a greeting is no page.
import { describe, expect, test } from 'vitest';
import { type Currency, currencyOf } from '../../src/core/currency.ts';
import { dayOf } from '../../src/core/day.ts';
import type { LetterProse } from '../../src/letters/letter-prose.ts';
import { rowLines, USUAL_PRINT } from '../../src/letters/print-measure.ts';
import { printPages } from '../../src/letters/print-pages.ts';
import { type Block, paragraph } from '../../src/letters/prose.ts';
import { letterItems } from '../../src/report/views/letter.ts';

const EUR = currencyOf('EUR') as Currency;
const DAY = dayOf(2026, 3, 1);
const HEAD = { window: 'right', isLong: false, hasLogo: false } as const;

function table(count: number, document = 'F1'): Block {
  const item = { document, date: DAY, due: DAY, daysLate: 0, amount: 100, open: 100, disputed: 0 };
  return { kind: 'table', section: letterItems(Array(count).fill(item), EUR), carried: ['amount', 'open'] };
}

function prose(body: readonly Block[]): LetterProse {
  const head = { sender: ['A'], debtor: ['B'], dated: 'x', sentBy: '', about: [['Subject', 'x']] } as const;
  return { lang: 'en', title: 'x', reference: 'x', day: DAY, head, body, blocks: body };
}

const partsOf = (...body: Block[]): (readonly number[])[] => [...printPages(prose(body), HEAD).parts.values()];
const WORDS = 'Words that a letter says. '.repeat(60);

describe('rows of a page', () => {
  test.each([
    ['none', 0],
    ['few', 3],
    ['as many as fit below the head', 22],
  ])('%s: one part', (_, count) => {
    expect(partsOf(table(count))).toEqual(count === 0 ? [[]] : [[count]]);
  });

  test('more are parted: a first page has a head, the others are full', () => {
    const [[first = 0, second = 0, ...more] = []] = partsOf(table(100));
    expect(first).toBeGreaterThan(15);
    expect(second).toBeGreaterThan(first + 10);
    expect([first, second, ...more].reduce((sum, one) => sum + one, 0)).toBe(100);
  });

  test('words above leave room for fewer, and documents that wrap take the room of several', () => {
    const [[alone = 0] = []] = partsOf(table(60));
    const [[below = 0] = []] = partsOf(paragraph(WORDS), table(60));
    const [[wrapped = 0] = []] = partsOf(table(60, 'x'.repeat(300)));
    expect(below).toBeLessThan(alone - 2);
    expect(wrapped).toBeLessThan(alone / 2);
  });

  test('a sum that is wider than any amount takes its room from the documents beside it', () => {
    const lines = (length: number, sum: string): number => {
      const rows = [['x'.repeat(length), '1.00']];
      return rowLines(['Document', 'Amount'], rows, [['Carried', sum]], [true, false], USUAL_PRINT).rows[0] as number;
    };
    const lengths = Array.from({ length: 90 }, (_, i) => i + 60);
    const wrapping = (sum: string): number[] => lengths.filter((length) => lines(length, sum) > 1);
    expect(wrapping('1,234,567,890.00').length).toBeGreaterThan(wrapping('1.00').length + 3);
    expect(wrapping('1,234,567,890.00')).toEqual(expect.arrayContaining(wrapping('1.00')));
  });

  test('a table that stands twice is parted by where it stands', () => {
    const one = table(40);
    const [first, second] = partsOf(one, one) as [readonly number[], readonly number[]];
    expect([first.length > 1, second[0] !== first[0]]).toEqual([true, true]);
    for (const parts of [first, second]) expect(parts.reduce((sum, count) => sum + count, 0)).toBe(40);
  });
});

test('a letter is set closely where only that saves a page', () => {
  const closely = Array.from({ length: 40 }, (_, count) => {
    const body = [
      ...Array<Block>(count).fill(paragraph('x')),
      paragraph('Yours faithfully,'),
      { kind: 'lines', lines: ['A'] } as const,
    ];
    return printPages(prose(body), HEAD).isClose;
  });
  const [from, to] = [closely.indexOf(true), closely.lastIndexOf(true)];
  expect(from).toBeGreaterThan(10);
  expect(to).toBeLessThan(39);
  expect(closely.slice(from, to + 1)).toEqual(Array(to + 1 - from).fill(true));
});
