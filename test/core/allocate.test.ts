// Does a split lose no unit, and give every part its share to within one? The oracle counts in BigInt.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { allocate } from '../../src/core/allocate.ts';
import { Defect } from '../../src/core/assert.ts';
import { LARGEST_SUM, minor } from '../../src/core/money.ts';

/** Why a split is not one; undefined when it is. */
function fault(total: number, weights: readonly number[], parts: readonly number[]): string | undefined {
  const sum = weights.reduce((a, w) => a + BigInt(w), 0n);
  if (parts.length !== weights.length) return 'a part is missing';
  if (parts.reduce((a, p) => a + BigInt(p), 0n) !== BigInt(total)) return 'the parts do not sum to the total';
  for (const [i, part] of parts.entries()) {
    const off = BigInt(part) * sum - BigInt(total) * BigInt(weights[i] as number);
    if (off >= sum || -off >= sum) return `part ${i} is a unit or more from its share`;
    if (part !== 0 && part < 0 !== total < 0) return `part ${i} has the other sign`;
    if (Object.is(part, -0)) return `part ${i} is −0`;
  }
  return undefined;
}

/** Largest remainders first, the earliest of equal ones. */
function byLargestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const size = Math.abs(total);
  const parts = weights.map((w) => Math.floor((size * w) / sum));
  for (let left = size - parts.reduce((a, b) => a + b, 0); left > 0; left--) {
    const lack = weights.map((w, i) => size * w - (parts[i] as number) * sum);
    const first = lack.indexOf(Math.max(...lack));
    parts[first] = (parts[first] as number) + 1;
  }
  return parts.map((p) => (p === 0 ? 0 : Math.sign(total) * p));
}

describe('worked by hand', () => {
  test.each<[number, readonly number[], readonly number[]]>([
    [100, [1], [100]],
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [1, [1, 1], [1, 0]],
    [1, [1, 2], [0, 1]],
    [1, [0, 1, 1], [0, 1, 0]],
    [5, [0, 1, 0], [0, 5, 0]],
    [10, [1, 2, 3], [2, 3, 5]],
    [7, [3, 3, 1], [3, 3, 1]],
    [2, [5, 5, 5, 5], [1, 1, 0, 0]],
    [0, [1, 2], [0, 0]],
    [-1, [1, 1, 1], [-1, 0, 0]],
    [100, [30, 30, 40], [30, 30, 40]],
    [999, [333, 333, 333], [333, 333, 333]],
  ])('%i over %j is %j', (total, weights, parts) => {
    expect(allocate(minor(total), weights)).toEqual(parts);
  });
});

describe('every split', () => {
  it('of −15 … 15 over three weights of 0 … 4 is the one of the largest remainders', () => {
    const wrong: string[] = [];
    for (let total = -15; total <= 15; total++)
      for (let a = 0; a <= 4; a++)
        for (let b = 0; b <= 4; b++)
          for (let c = 0; c <= 4; c++) {
            if (a + b + c === 0) continue;
            const weights = [a, b, c];
            const parts = allocate(minor(total), weights);
            const expected = byLargestRemainder(total, weights);
            const said = fault(total, weights, parts) ?? (expected.join() === parts.join() ? undefined : `not ${expected}`);
            if (said !== undefined) wrong.push(`${total} over ${weights}: ${parts}: ${said}`);
          }
    expect(wrong).toEqual([]);
  });

  it('of any total over any weights sums to the total, each part within a unit of its share', () => {
    const weights = fc
      .array(fc.oneof(fc.nat(10), fc.nat(2 ** 49)), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((w) => w > 0));
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (total, list) => {
        expect(fault(total, list, allocate(minor(total), list))).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same on every run', () => {
    const weights = [7, 7, 7, 3, 3, 0, 11];
    const first = allocate(minor(1001), weights);
    for (let i = 0; i < 20; i++) expect(allocate(minor(1001), [...weights])).toEqual(first);
  });

  it('of a negative total mirrors that of the positive one', () => {
    for (let total = 1; total <= 60; total++) {
      const parts = allocate(minor(total), [3, 1, 4, 1, 5]);
      expect(allocate(minor(-total), [3, 1, 4, 1, 5])).toEqual(parts.map((p) => (p === 0 ? 0 : -p)));
    }
  });

  it('of the largest total by the largest weights is exact', () => {
    const weights = [LARGEST_SUM - 3, 1, 2];
    expect(fault(LARGEST_SUM, weights, allocate(minor(LARGEST_SUM), weights))).toBeUndefined();
    expect(allocate(minor(LARGEST_SUM), weights)).toEqual(weights);
  });
});

describe('weights that say nothing are a defect', () => {
  test.each([[[]], [[0]], [[0, 0]], [[-1, 2]], [[0.5, 0.5]], [[Number.NaN]], [[LARGEST_SUM, 1]], [[1, -1]]])('%j', (weights) => {
    expect(() => allocate(minor(1), weights)).toThrow(Defect);
  });
});
