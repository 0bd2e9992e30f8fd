// Are the ratios of receivables those of the field? The worked examples of rules §1.1 to 1.4 and of the cases handed to us, one line each, with who printed it.
import { describe, expect, test } from 'vitest';
import { type Fraction, fraction, minus, rounded } from '../../src/core/fraction.ts';
import { rateOf } from '../../src/core/rate.ts';
import { countBack, type Stretch } from '../../src/measures/dso/count-back.ts';
import {
  averageDso,
  cashReleased,
  collectionEffectiveness,
  daysOfSales,
  inMinorUnits,
  paybackMonths,
  projectReturn,
  receivableTurns,
  sumOfParts,
  valueOfDay,
  yearlySales,
  yearlySaving,
} from '../../src/measures/dso/formulas.ts';

const shown = (value: Fraction | undefined, decimals = 2): number | undefined =>
  value === undefined ? undefined : rounded(value, decimals);

type Line = readonly [source: string, amount: number, sales: number, days: number, expected: number | undefined];

const SIMPLE: readonly Line[] = [
  ['rules 1.1, 1 and D3, Divalto: simple', 30_000, 60_000, 90, 45],
  ['D3 and F2, FinanceFactory: simple', 20_000, 45_000, 90, 40],
  ['F2, Upflow: of a year', 200_000, 2_000_000, 365, 36.5],
  ['F2, Enginatics prints 45, and the arithmetic gives 46', 4_600_000, 9_000_000, 90, 46],
  ['rules 1.1, 1, finance-technique prints 60', 4720, 24_000 + 4704, 365, 60.02],
  ['rules 1.1, 1, Oracle JDE', 10_869, 5538 + 4566 + 7570, 90, 55.35],
  ['rules 1.1, 3: best possible, of what is not due', 900_000, 7_300_000, 365, 45],
  ['D7, apruve: DSO 40', 40, 365, 365, 40],
  ['D7, apruve: best possible 20, of half of it', 20, 365, 365, 20],
  ['rules 1.1, 4: simple, before the delinquent part', 1_200_000, 7_300_000, 365, 60],
  ['rules 1.1, 4: delinquent', 300_000, 7_300_000, 365, 15],
  ['rules 1.1, 4c: disputed', 120_000, 7_300_000, 365, 6],
  ['rules 1: division by zero is n/a, never 0', 1000, 0, 90, undefined],
  ['more credit notes than sales: no days either', 1000, -500, 90, undefined],
];

test.each(SIMPLE)('%s', (_, amount, sales, days, expected) => {
  expect(shown(daysOfSales(amount, sales, days))).toBe(expected);
});

type Counted = readonly [source: string, receivable: number, history: readonly Stretch[], expected: number, isMore: boolean];

const months = (...of: readonly (readonly [sales: number, days: number])[]): Stretch[] =>
  of.map(([sales, days]) => ({ sales, days }));

const COUNTED: readonly Counted[] = [
  ['rules 1.1, 2, Divalto', 2500, months([1200, 30], [800, 31], [700, 30]), 82.43, false],
  ['D1, BenjiPays, months of 30 days', 212_000, months([100_000, 30], [80_000, 30], [70_000, 30]), 73.71, false],
  ['D6, calculator7', 2_100_000, months([900_000, 31], [800_000, 28], [700_000, 31]), 76.71, false],
  ['F3, recomputed', 20_000, months([12_500, 30], [10_000, 31]), 53.25, false],
  ['rules 1.1: months without sales add their days', 1500, months([1000, 31], [0, 30], [0, 31], [1000, 30]), 107, false],
  ['a month of more credit notes than sales is never divided by', 100, months([-500, 31], [200, 30]), 46, false],
  ['rules 1.1: history exhausted, more than its days', 5000, months([1000, 31], [2000, 28]), 59, true],
  ['used up to the cent at the end of the history', 3000, months([1000, 31], [2000, 28]), 59, false],
  ['a month of no sales before what was used up adds nothing', 1000, months([1000, 31], [0, 28], [9, 31]), 31, false],
  ['nothing owed', 0, months([1000, 31]), 0, false],
  ['nothing owed, and nothing sold', 0, months([0, 31]), 0, false],
];

test.each(COUNTED)('count-back: %s', (_, receivable, history, expected, isMore) => {
  const found = countBack(receivable, history);
  expect([shown(found.days), found.isMore]).toEqual([expected, isMore]);
  const taken = found.steps.reduce((sum, step) => sum + step.taken, 0);
  expect(taken + found.rest).toBe(receivable);
});

describe('rules §1.1 to 1.3', () => {
  test('1b: average balance, (28 000 + 32 000) / 2 / 60 000 × 90 = 45', () => {
    expect(shown(averageDso(28_000, 32_000, 60_000, 90))).toBe(45);
  });
  test('4: delinquent = simple − best possible, and 4b: 45 − 40 = 5 days granted beyond terms', () => {
    const [simple, best] = [daysOfSales(1_200_000, 7_300_000, 365), daysOfSales(900_000, 7_300_000, 365)];
    expect(shown(minus(simple as Fraction, best as Fraction))).toBe(15);
    expect(shown(minus(best as Fraction, fraction(40, 1) as Fraction))).toBe(5);
  });
  test('5: Oracle Collections, 10 000 of 40 days in a month of 100 000 contribute 4 days', () => {
    expect(shown(sumOfParts([{ amountDays: 10_000n * 40n, sales: 100_000 }]))).toBe(4);
  });
  test('6: weighted by sales, 80/100 × 30 + 30/90 × 30 = 34', () => {
    const parts = [
      { amountDays: 80n * 30n, sales: 100 },
      { amountDays: 30n * 30n, sales: 90 },
    ];
    expect(shown(sumOfParts(parts))).toBe(34);
    expect(sumOfParts([{ amountDays: 1n, sales: 0 }])).toBeUndefined();
  });
  test('7: a day of 12 M€ is 32 876.71, and 62 days are 2 038 356', () => {
    expect(valueOfDay(1_200_000_000n, 365)).toBe(3_287_671);
    expect(valueOfDay(1_200_000_000n, 360)).toBe(3_333_333);
    expect(Math.round((62 * 12_000_000) / 365)).toBe(2_038_356);
    expect(yearlySales(1_200_000_000, 365)).toBe(1_200_000_000n);
    expect(yearlySales(1_200_000_000, 366)).toBe(1_200_000_000n);
    // Of one day, beyond what an amount can hold.
    expect(valueOfDay(yearlySales(6_500_000_000_000_000, 1), 365)).toBe(6_500_000_000_000_000);
    expect(yearlySales(5000, 73)).toBe(25_000n);
  });
  test('8: 7.3 M / 1.2 M = 6.08 turns', () => {
    expect(shown(receivableTurns(1_200_000, 1_200_000, 7_300_000n))).toBe(6.08);
    expect(receivableTurns(0, 0, 7_300_000n)).toBeUndefined();
  });
  test('CEI: (1 000 000 + 800 000 − 900 000) / (1 000 000 + 800 000 − 700 000) = 81.8 %', () => {
    expect(shown(collectionEffectiveness(1_000_000, 800_000, 900_000, 700_000), 3)).toBe(0.818);
    expect(collectionEffectiveness(0, 500, 500, 500)).toBeUndefined();
  });
  test('CEI of several months takes sales / N, as Oracle writes it', () => {
    expect(shown(collectionEffectiveness(1_000_000, 2_400_000 / 3, 900_000, 700_000), 3)).toBe(0.818);
  });
});

describe('rules §1.4', () => {
  const [now, target] = [fraction(62, 1) as Fraction, fraction(54, 1) as Fraction];
  test('62 to 54 days of 12 M€ release 263 013.70, once, and 5 % of it is 13 150.68 a year', () => {
    const cash = cashReleased(now, target, 1_200_000_000n, 365);
    expect(inMinorUnits(cash)).toBe(26_301_370);
    // From the exact cash: 263 013.70 rounded would save a cent more.
    expect(inMinorUnits(yearlySaving(cash, rateOf('5')))).toBe(1_315_068);
  });
  test('a project of 9 000 € returns 46 %, in 8.2 months', () => {
    expect(shown(projectReturn(1_315_068, 0, 900_000))).toBe(0.46);
    expect(shown(paybackMonths(1_315_068, 0, 900_000), 1)).toBe(8.2);
    expect(projectReturn(1_315_068, 0, 0)).toBeUndefined();
    expect(paybackMonths(0, 0, 900_000)).toBeUndefined();
  });
  test('one day more is 32 877 €, and 30 are 986 301', () => {
    const days = (count: number) =>
      inMinorUnits(cashReleased(fraction(count, 1) as Fraction, fraction(0, 1) as Fraction, 1_200_000_000n, 365));
    expect([days(1), days(30)]).toEqual([3_287_671, 98_630_137]);
  });
  test('a longer target releases nothing: it takes cash', () => {
    expect(inMinorUnits(cashReleased(target, now, 1_200_000_000n, 365))).toBe(-26_301_370);
  });
});
