// Are ratios exact, and rounded once, half up, away from zero?
import { expect, test } from 'vitest';
import { ExactSum, type Fraction, fraction, minus, plus, rounded, times, whole } from '../../src/core/fraction.ts';

const of = (numerator: number, denominator: number): Fraction => fraction(numerator, denominator) as Fraction;

test.each([
  [1, 8, 2, 0.13],
  [-1, 8, 2, -0.13],
  [2005, 2000, 2, 1],
  [201, 200, 2, 1.01],
  [1, 3, 4, 0.3333],
  [5, 2, 0, 3],
])('%i / %i with %i decimals is %f', (numerator, denominator, decimals, expected) => {
  expect(rounded(of(numerator, denominator), decimals)).toBe(expected);
});

test('nothing, and less than nothing, divides nothing', () => {
  expect(fraction(1, 0)).toBeUndefined();
  expect(fraction(1, -1)).toBeUndefined();
});

test('sums, differences and products stay exact', () => {
  expect(rounded(plus(of(1, 3), of(2, 3)), 9)).toBe(1);
  expect(rounded(minus(of(1, 3), of(1, 3)), 9)).toBe(0);
  expect(rounded(times(of(1, 3), 6), 9)).toBe(2);
  expect(rounded(plus(whole(2), of(1, 2)), 1)).toBe(2.5);
});

test('a sum of products leaves no unit behind, beyond what a double holds too', () => {
  const sum = new ExactSum();
  const [a, b] = [Number.MAX_SAFE_INTEGER, 4001];
  sum.add(a, b);
  sum.add(3, 5);
  sum.add(a, -1);
  sum.add(a, 1);
  expect(sum.value).toBe(BigInt(a) * BigInt(b) + 15n);
});
