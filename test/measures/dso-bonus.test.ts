// Is a bonus what the rules make of it? target × Σ weight × clamp((actual − floor) ÷ (goal − floor), 0, 1.2), exact, rounded once (rules §1.3).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fraction, fraction, rounded } from '../../src/core/fraction.ts';
import { minor } from '../../src/core/money.ts';
import { type Currency, currencyOf } from '../../src/index.ts';
import { bonusOf } from '../../src/measures/dso/bonus.ts';
import type { DsoRow } from '../../src/measures/dso/dso-row.ts';
import { type BonusMeasure, type BonusTerm, parseBonusFigure } from '../../src/policy/bonus.ts';
import { runs } from '../harness/share.ts';
import { SEED } from '../properties/random-ledger.ts';

const EUR = currencyOf('EUR') as Currency;
const of = (numerator: number, denominator = 1): Fraction => fraction(numerator, denominator) as Fraction;

/** A line of which only these are known. */
const rowOf = (delinquent: Fraction | undefined, cei: Fraction | undefined): DsoRow =>
  ({ delinquent, cei, group: { id: '', name: '', currency: EUR } }) as DsoRow;
const term = (measure: BonusMeasure, weight: Fraction, floor: number, goal: number): BonusTerm => ({
  ...{ measure, weight, floor: of(floor), goal: of(goal) },
});
const TERMS = [term('dso_delinquent', of(60, 100), 20, 12), term('cei', of(40, 100), 75, 90)];
const paid = (delinquent: Fraction | undefined, cei: Fraction | undefined, target = 2_000_00, terms = TERMS) =>
  bonusOf(rowOf(delinquent, cei), { target: new Map([[EUR, minor(target)]]), terms });

describe('rules §1.3', () => {
  test.each<[claim: string, delinquent: Fraction | undefined, cei: Fraction | undefined, cents: number]>([
    ['rules §1.3: 15 days of 20 to 12, and 84 of 75 to 90: 2 000 × (0.375 + 0.24) = 1 230', of(15), of(84, 100), 1_230_00],
    ['all at their goals: the target', of(12), of(90, 100), 2_000_00],
    ['all at their floors: nothing', of(20), of(75, 100), 0],
    ['below a floor is nothing, and takes nothing from the other', of(35), of(84, 100), 480_00],
    ['beyond a goal is 1.2 of it at the most', of(0), of(100, 100), 2_400_00],
    ['what is n/a gives nothing', undefined, of(84, 100), 480_00],
    ['nothing is known', undefined, undefined, 0],
    ['rounded once, half up: 2 000 × 0.6 × (20 − 46/3) / 8 = 700', of(46, 3), undefined, 700_00],
  ])('%s', (_, delinquent, cei, cents) => {
    expect(paid(delinquent, cei).amount).toBe(cents);
  });

  test('each part is shown before it is added: 0.625 of 60 %, 0.6 of 40 %', () => {
    const { parts, reached } = paid(of(15), of(84, 100));
    expect(parts.map((part) => rounded(part.reached as Fraction, 6))).toEqual([0.625, 0.6]);
    expect(rounded(reached, 6)).toBe(0.615);
  });

  test('no target in the currency of the line is no bonus, and not one of nothing', () => {
    const target = new Map([[currencyOf('USD') as Currency, minor(1)]]);
    expect(bonusOf(rowOf(of(15), of(84, 100)), { target, terms: TERMS }).amount).toBeUndefined();
  });

  test('half a cent is a cent, of the sum and not of each part', () => {
    const halves = [term('dso_delinquent', of(1, 2), 0, 2), term('cei', of(1, 2), 0, 2)];
    // 1 cent × (½ × ½ + ½ × ½) = ½ cent; a quarter of a cent each would be nothing.
    expect(paid(of(1), of(1, 100), 1, halves).amount).toBe(1);
  });

  test('a bonus is never below 0, nor above 1.2 of the target, and a better figure never pays less', () => {
    const figure = fc.integer({ min: -500, max: 5_000 });
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 1, max: 1_000_000 }), (a, b, target) => {
        const amounts = [Math.max(a, b), Math.min(a, b)].map((days) => paid(of(days, 100), undefined, target).amount as number);
        expect(amounts[0]).toBeGreaterThanOrEqual(0);
        expect(amounts[1]).toBeGreaterThanOrEqual(amounts[0] as number);
        expect(amounts[1]).toBeLessThanOrEqual(Math.ceil(target * 1.2));
      }),
      { seed: SEED, numRuns: runs(200) },
    );
  });
});

test.each([
  ['20', 'number', 20],
  ['12.5', 'number', 12.5],
  ['12,5', 'number', 12.5],
  ['-3', 'number', -3],
  ['75%', 'percent', 75],
  ['75 %', 'percent', 75],
  ['75', 'percent', 75],
  ['75%', 'number', undefined],
  ['1e3', 'number', undefined],
  ['', 'number', undefined],
] as const)('a floor or goal of %j, of a measure in %s', (text, unit, expected) => {
  const found = parseBonusFigure(text, unit);
  expect(found && rounded(found, 6)).toBe(expected);
});
