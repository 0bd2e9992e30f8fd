// Is a sum kept for each customer in each currency, however many currencies a customer has and in whatever order they come?
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Settled } from '../../src/settle/open-items.ts';
import { OwnerSums } from '../../src/settle/owner-sums.ts';
import { summedByKernel } from '../../src/settle/proof.ts';

type Posting = readonly [customer: number, currency: number, amount: number];

/** By the class and by the kernel, which must not differ. */
function notZero(customers: number, postings: readonly Posting[]): number {
  const sums = new OwnerSums(customers);
  for (const posting of postings) sums.add(...posting);
  expect(byKernel(customers, postings)).toBe(sums.notZero());
  return sums.notZero();
}

/** Postings of which nothing is open: each sum is that of the postings. */
function byKernel(size: number, postings: readonly Posting[]): number | undefined {
  const count = postings.length;
  const column = (which: 0 | 1 | 2): number[] => postings.map((posting) => posting[which]);
  const ledger = {
    ...{ count, customers: { size }, currencies: Array.from({ length: 256 }), day: new Int32Array(count) },
    ...{ customer: Int32Array.from(column(0)), currency: Uint8Array.from(column(1)), amount: Float64Array.from(column(2)) },
  };
  const settled = { day: 0, open: new Float64Array(count), columns: undefined };
  return summedByKernel(ledger as unknown as Ledger, settled as unknown as Settled)?.differ;
}

test.each<[string, readonly Posting[], number]>([
  ['no posting', [], 0],
  ['a cent', [[1, 0, 1]], 1],
  [
    'a cent taken off again',
    [
      [1, 0, 1],
      [1, 0, -1],
    ],
    0,
  ],
  [
    'a cent taken off in another currency',
    [
      [1, 0, 1],
      [1, 1, -1],
    ],
    2,
  ],
  [
    'a cent taken off from another customer',
    [
      [1, 0, 1],
      [2, 0, -1],
    ],
    2,
  ],
  ['what is no number', [[1, 0, Number.NaN]], 1],
  [
    'what is no number, in a second currency',
    [
      [1, 0, 0],
      [1, 255, Number.NaN],
    ],
    1,
  ],
])('%s', (_, postings, differ) => {
  expect(notZero(3, postings)).toBe(differ);
});

it('counts what a plain list of sums does', () => {
  const posting = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 255 }), fc.integer({ min: -1, max: 1 }));
  fc.assert(
    fc.property(fc.array(posting, { maxLength: 200 }), (postings) => {
      const sums = new Map<string, number>();
      for (const [customer, currency, amount] of postings) {
        const key = `${customer} ${currency}`;
        sums.set(key, (sums.get(key) ?? 0) + amount);
      }
      expect(notZero(5, postings)).toBe([...sums.values()].filter((sum) => sum !== 0).length);
    }),
  );
});
