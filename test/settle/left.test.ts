// Do the kernel and the loop settle the same pairs by the same amounts?
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Left, leftInKernel, leftOf, leftPlainly } from '../../src/settle/left.ts';
import { runs } from '../harness/share.ts';

/** Pairs of rows settled in turns, by a bit each; a row may be in several. */
type Turn = { readonly bit: number; readonly pairs: readonly (readonly [debit: number, credit: number])[] };

function settled(left: Left, turns: readonly Turn[]): object {
  const told = turns.map(({ bit, pairs }) => {
    left.debits.set(pairs.map(([debit]) => debit));
    left.credits.set(pairs.map(([, credit]) => credit));
    return left.pairs(pairs.length, bit);
  });
  return { told, open: [...left.open], evidence: [...left.evidence] };
}

const ROWS = 12;
const row = fc.nat({ max: ROWS - 1 });
const turn = fc.record({ bit: fc.constantFrom(1, 2, 128), pairs: fc.array(fc.tuple(row, row), { maxLength: ROWS }) });
const amount = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.maxSafeInteger());

it('takes off both rows what both have left, with a kernel and without', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: ROWS, maxLength: ROWS }), fc.array(turn, { maxLength: 4 }), (amounts, turns) => {
      const column = Float64Array.from(amounts);
      const byKernel = settled(leftInKernel(column) as Left, turns);
      expect(byKernel).toEqual(settled(leftPlainly(column), turns));
      // What the ledger holds stays as it is.
      expect([...column]).toEqual([...Float64Array.from(amounts)]);
    }),
    { numRuns: runs(300) },
  );
});

it('settles a debit and a credit, and no two of one sign', () => {
  const left = leftInKernel(Float64Array.of(500, -300, -400, 100, 0)) as Left;
  const pairs = [
    [0, 1],
    [0, 2],
    [3, 0],
    [1, 3],
    [4, 2],
  ] as const;
  expect(settled(left, [{ bit: 4, pairs }])).toEqual({
    told: [{ settled: 2, matched: 2 }],
    open: [0, 0, -200, 100, 0],
    evidence: [4, 4, 4, 0, 0],
  });
});

it('keeps what many postings have left where few have it kept', () => {
  for (const rows of [10, 5000]) {
    const left = leftOf(Float64Array.from({ length: rows }, (_, i) => (i % 2 === 0 ? 7 : -7)));
    expect(settled(left, [{ bit: 1, pairs: [[rows - 2, rows - 1]] }])).toMatchObject({ told: [{ settled: 1, matched: 1 }] });
    expect([left.open.length, left.evidence.length, left.open[rows - 1]]).toEqual([rows, rows, 0]);
  }
});
