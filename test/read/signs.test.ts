// Is the sign of credits decided once for a file, from all its credits, and refused where they contradict one another?
import { describe, expect, it, test } from 'vitest';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import { decideSigns } from '../../src/read/signs.ts';
import { agree } from './both-readers.ts';

/** Several batches, which are not all of one size. */
const IN_PIECES = { piece: 50_000, room: true };

type Decision = { signs: string | undefined; told: readonly (string | number | undefined)[] };

/** Credits that are positive, first on line 5, and negative, first on line 9. */
function decided(positive: number, negative: number): Decision {
  const diagnostics = new Diagnostics();
  const counts = { positive, negative, firstPositive: positive > 0 ? 5 : 0, firstNegative: negative > 0 ? 9 : 0 };
  const signs = decideSigns('a.csv', counts, { count: 0, line: 0 }, diagnostics);
  return { signs, told: diagnostics.kept.flatMap((d) => [d.code, d.line]) };
}

describe('credits', () => {
  test.each<[string, number, number, string | undefined, readonly (string | number)[]]>([
    ['there are none', 0, 0, 'signed', []],
    ['all negative', 0, 7, 'signed', []],
    ['one negative', 0, 1, 'signed', []],
    ['all positive', 7, 0, 'by-kind', []],
    ['one positive', 1, 0, 'by-kind', []],
    ['one in ten positive: the line of that one', 1, 9, 'signed', ['signs-odd', 5]],
    ['one in ten negative: the line of that one', 9, 1, 'by-kind', ['signs-odd', 9]],
    ['one in eleven', 10, 1, 'by-kind', ['signs-odd', 9]],
    ['one in nine', 1, 8, undefined, ['signs-mixed', 5]],
    ['one in nine the other way', 8, 1, undefined, ['signs-mixed', 5]],
    ['one and one', 1, 1, undefined, ['signs-mixed', 5]],
    ['half and half', 50, 50, undefined, ['signs-mixed', 5]],
    ['ten in a hundred', 10, 90, 'signed', ['signs-odd', 5]],
    ['eleven in a hundred', 11, 89, undefined, ['signs-mixed', 5]],
  ])('%s (%i positive, %i negative)', (_, positive, negative, signs, told) => {
    expect(decided(positive, negative)).toEqual({ signs, told });
  });

  it('follow their majority exactly where ten times the minority is no more than all, up to forty of each', () => {
    const wrong: string[] = [];
    for (let positive = 0; positive <= 40; positive++)
      for (let negative = 0; negative <= 40; negative++) {
        const fewer = Math.min(positive, negative);
        const clear = 10 * fewer <= positive + negative;
        const expected = clear ? (positive > negative ? 'by-kind' : 'signed') : undefined;
        const { signs, told } = decided(positive, negative);
        const code = clear ? (fewer > 0 ? 'signs-odd' : undefined) : 'signs-mixed';
        if (signs !== expected || told[0] !== code) wrong.push(`${positive} ${negative}: ${signs} ${told}`);
      }
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['with a minus, but for the first', (i: number) => i > 0],
  ['without a minus, but for the first', (i: number) => i === 0],
  ['with a minus, but for one behind many', (i: number) => i !== 600],
  ['without a minus, but for one behind many', (i: number) => i === 600],
  ['without a minus', () => false],
  ['now with, now without', (i: number) => i % 2 === 0],
])('credits written %s are read alike by both readers, rows of each among them', async (_, hasMinus) => {
  let credits = 0;
  const rows = Array.from({ length: 6000 }, (_, i) => {
    if (i % 7 > 0) return `C${i % 50},invoice,2026-01-${10 + (i % 20)},${i}.00,${i}.00\n`;
    const minus = hasMinus(credits++) ? '-' : '';
    // Every third is for the careful grammar, or for the careful reader.
    const amount = i % 3 === 0 ? `${minus}1 000,${10 + (i % 89)}` : `${minus}${i}.50`;
    return `C${i % 50},${i % 2 === 0 ? 'payment' : 'credit_note'},2026-02-${10 + (i % 18)},"${amount}",${minus}1.00${i % 63 === 0 ? ',' : ''}\n`;
  });
  const file = `customer,kind,date,amount,base\n${rows.join('')}`;
  for (const columns of [[], ['base']] as const) await agree(file, { columns, ways: [IN_PIECES] });
});
