// Does a product of amounts round once, by the rule it names, however large it grows? The oracle is BigInt, and decimal.js.
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Defect } from '../../src/core/assert.ts';
import { LARGEST_SUM, minor } from '../../src/core/money.ts';
import { mulDiv, type Rounding } from '../../src/core/rounding.ts';
import { runs } from '../harness/share.ts';

const RULES = ['half-up', 'half-even', 'down'] as const satisfies readonly Rounding[];

/** amount × numerator ÷ denominator on magnitudes, the sign put back at the end. */
function exactly(amount: number, numerator: number, denominator: number, rule: Rounding): bigint {
  const size = (n: bigint): bigint => (n < 0n ? -n : n);
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = size(BigInt(denominator));
  const whole = size(product) / divisor;
  const twice = 2n * (size(product) % divisor);
  const tie = rule === 'half-up' || whole % 2n === 1n;
  const magnitude = rule !== 'down' && (twice > divisor || (twice === divisor && tie)) ? whole + 1n : whole;
  return product < 0n === denominator < 0 ? magnitude : -magnitude;
}

describe('a quarter, a half, three quarters of a unit', () => {
  // The quotients are 2¼ 2½ 2¾ and 3¼ 3½ 3¾: an even and an odd neighbour below the half.
  test.each<[Rounding, number, readonly number[]]>([
    ['half-up', 1, [2, 3, 3, 3, 4, 4]],
    ['half-up', -1, [-2, -3, -3, -3, -4, -4]],
    ['half-even', 1, [2, 2, 3, 3, 4, 4]],
    ['half-even', -1, [-2, -2, -3, -3, -4, -4]],
    ['down', 1, [2, 2, 2, 3, 3, 3]],
    ['down', -1, [-2, -2, -2, -3, -3, -3]],
  ])('%s, sign %i: %j', (rule, sign, expected) => {
    const quarters = [9, 10, 11, 13, 14, 15];
    expect(quarters.map((q) => mulDiv(sign * q, 1, 4, rule))).toEqual(expected);
    expect(quarters.map((q) => mulDiv(1, sign * q, 4, rule))).toEqual(expected);
    expect(quarters.map((q) => mulDiv(q, 1, sign * 4, rule))).toEqual(expected);
    expect(quarters.map((q) => mulDiv(-q, -sign, 4, rule))).toEqual(expected);
  });
});

describe.each(RULES)('%s', (rule) => {
  it('is exact for every amount and numerator up to 12 and every denominator up to 12, of either sign', () => {
    const wrong: string[] = [];
    for (let a = -12; a <= 12; a++)
      for (let n = -12; n <= 12; n++)
        for (let d = -12; d <= 12; d++)
          if (d !== 0 && !Object.is(mulDiv(a, n, d, rule), Number(exactly(a, n, d, rule)))) wrong.push(`${a} × ${n} ÷ ${d}`);
    expect(wrong).toEqual([]);
  });

  it('is exact where the product crosses 2^53', () => {
    // 2^53 − 1, 2^53 and 2^53 + 1 as products; the doubles next to them cannot tell them apart.
    const factors: readonly [number, number][] = [
      [6361, 1416003655831],
      [2 ** 26, 2 ** 27],
      [3, 3002399751580331],
    ];
    for (const [a, n] of factors) {
      for (const d of [2, 3, 4, 5, 7, 100, 2 ** 30, 2 ** 53 - 1]) {
        for (const sign of [1, -1]) {
          expect([a, n, d, sign, BigInt(mulDiv(sign * a, n, d, rule))]).toEqual([a, n, d, sign, exactly(sign * a, n, d, rule)]);
        }
      }
    }
  });

  it('is exact, or a defect when the result is no exact double, for factors of any size', () => {
    const factor = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1000, max: 1000 }));
    const divisor = factor.filter((d) => d !== 0);
    fc.assert(
      fc.property(factor, factor, divisor, (a, n, d) => {
        const expected = exactly(a, n, d, rule);
        if (expected > BigInt(LARGEST_SUM) || expected < -BigInt(LARGEST_SUM)) {
          expect(() => mulDiv(a, n, d, rule)).toThrow(Defect);
        } else expect(BigInt(mulDiv(a, n, d, rule))).toBe(expected);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('is exact at the half of large products', () => {
    const odd = fc.integer({ min: 0, max: 2 ** 40 }).map((n) => 2 * n + 1);
    fc.assert(
      fc.property(odd, odd, fc.constantFrom(1, -1), (a, n, sign) => {
        const expected = exactly(sign * a, n, 2 ** 50, rule);
        expect(BigInt(mulDiv(sign * a, n, 2 ** 50, rule))).toBe(expected);
      }),
    );
    // 2^51 × (2k + 1) ÷ 2^52 = k + ½, by products past 2^53.
    for (let k = 2; k < 50; k++) {
      const expected = { 'half-up': k + 1, 'half-even': k + (k % 2), down: k }[rule];
      expect(mulDiv(2 ** 51, 2 * k + 1, 2 ** 52, rule)).toBe(expected);
      expect(mulDiv(-(2 ** 51), 2 * k + 1, 2 ** 52, rule)).toBe(-expected);
    }
  });
});

describe('decimal.js agrees', () => {
  const MODES = { 'half-up': Decimal.ROUND_HALF_UP, 'half-even': Decimal.ROUND_HALF_EVEN, down: Decimal.ROUND_DOWN };
  const Wide = Decimal.clone({ precision: 60 });

  test.each(RULES)('on VAT at 5.5 % and 19.6 % of every amount up to 2.00, %s', (rule) => {
    for (let cents = -200; cents <= 200; cents++) {
      for (const perMille of [55, 196]) {
        const expected = new Wide(cents).mul(perMille).div(1000).toDecimalPlaces(0, MODES[rule]).toNumber();
        expect([cents, perMille, mulDiv(cents, perMille, 1000, rule)]).toEqual([cents, perMille, expected === 0 ? 0 : expected]);
      }
    }
  });
});

describe('a result of nothing', () => {
  test.each(RULES)('is 0, never −0: %s', (rule) => {
    for (const [a, n, d] of [
      [-1, 1, 3],
      [1, -1, 3],
      [1, 1, -3],
      [0, -5, 3],
      [-0, 5, 3],
      [-(2 ** 53 - 1), 0, 3],
    ] as const)
      expect(mulDiv(a, n, d, rule)).toBe(0);
  });
});

describe('a factor that is no integer is a defect', () => {
  test.each([
    [1.5, 1, 1],
    [1, 0.1, 1],
    [1, 1, 0.5],
    [1, 1, 0],
    [Number.NaN, 1, 1],
    [1, Number.POSITIVE_INFINITY, 1],
    [2 ** 53, 1, 2],
    [1, 2 ** 53, 2],
  ])('%d × %d ÷ %d', (a, n, d) => {
    expect(() => mulDiv(a, n, d, 'half-up')).toThrow(Defect);
  });
});

describe('an amount', () => {
  it('may be as large as 2^53 − 1, of either sign', () => {
    expect([minor(LARGEST_SUM), minor(-LARGEST_SUM)]).toEqual([9007199254740991, -9007199254740991]);
  });

  it('is never −0', () => {
    expect(minor(-0)).toBe(0);
  });

  test.each([0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])('is never %d', (value) => {
    expect(() => minor(value)).toThrow(Defect);
  });
});
