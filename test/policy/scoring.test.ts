// Does the scoring hold to rules §1.8? Each bound of its table, classes, and what happens to the weight of what is not known.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fraction } from '../../src/core/fraction.ts';
import { isProceeding, statusMeaning } from '../../src/policy/customer-status.ts';
import {
  classOf,
  DEFAULT_RISK,
  type Measured,
  type RiskPolicy,
  SUB_SCORES,
  type SubScore,
  scoreOf,
  subScoreOf,
} from '../../src/policy/scoring.ts';

const of = (over: number, under = 1): Fraction => ({ numerator: BigInt(over), denominator: BigInt(under) });

describe('a sub-score', () => {
  test.each<[string, Measured, Fraction, number]>([
    ['§1.8: ADL 0 d = 100', 'days_late', of(0), 10_000],
    ['§1.8: ADL ≥ 60 d = 0', 'days_late', of(60), 0],
    ['§1.8: beyond 60 d', 'days_late', of(75), 0],
    ['§1.8: linear', 'days_late', of(30), 5_000],
    ['§1.8: early payers are not better than 100', 'days_late', of(-12), 10_000],
    ['§1.2: 14.57 d of the example', 'days_late', of(510_000, 35_000), 7_571],
    ['half up: 59.997 d is 0.005', 'days_late', of(59_997, 1_000), 1],
    ['§1.8: nothing overdue', 'overdue', of(0), 10_000],
    ['§1.2: 300 of 1 200 overdue = 25 %', 'overdue', of(300, 1_200), 7_500],
    ['all overdue', 'overdue', of(1), 0],
    ['ours: 90 d late and over is 0', 'oldest', of(90), 0],
    ['a third of it', 'oldest', of(30), 6_667],
    ['§1.6: 80 % is amber', 'usage', of(80, 100), 10_000],
    ['between amber and red', 'usage', of(85, 100), 7_500],
    ['§1.6: 100 % is red', 'usage', of(1), 0],
    ['§1.6: 116.7 %', 'usage', of(105_000, 90_000), 0],
    ['in credit', 'usage', of(-5, 100), 10_000],
    ['§1.8: a drop of 30 % = 0', 'sales', of(30, 100), 0],
    ['half of it', 'sales', of(15, 100), 5_000],
    ['growth is no drop', 'sales', of(-50, 100), 10_000],
    ['§1.8: a gap of 3 medians = 0', 'frequency', of(3), 0],
    ['two medians', 'frequency', of(2), 5_000],
    ['within one median', 'frequency', of(1), 10_000],
    ['§1.8: −25 an incident', 'incidents', of(1), 7_500],
    ['§1.8: four of them', 'incidents', of(4), 0],
    ['never below 0', 'incidents', of(9), 0],
    ['half in dispute', 'disputes', of(1, 2), 5_000],
  ])('%s', (_, key, figure, expected) => {
    expect(subScoreOf(key, figure, DEFAULT_RISK)).toBe(expected);
  });

  test('never rises with its figure, and stays from 0 to 100', () => {
    const figure = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 97 }));
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(DEFAULT_RISK.best) as Measured[])), figure, figure, (key, a, b) => {
        const [x, y] = [subScoreOf(key, of(...a), DEFAULT_RISK), subScoreOf(key, of(...b), DEFAULT_RISK)];
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y)).toBeLessThanOrEqual(10_000);
        if (a[0] * b[1] <= b[0] * a[1]) expect(x).toBeGreaterThanOrEqual(y);
      }),
      { numRuns: 200 },
    );
  });
});

type Scores = { [key in SubScore]: number | undefined };
const all = (score: number | undefined): Scores => Object.fromEntries(SUB_SCORES.map((key) => [key, score])) as Scores;
const weights = (more: Partial<RiskPolicy['weights']>): RiskPolicy => ({
  ...DEFAULT_RISK,
  weights: { ...DEFAULT_RISK.weights, ...more },
});

describe('a score', () => {
  test('has the weights of §1.8, and they come to 100', () => {
    expect(SUB_SCORES.map((key) => DEFAULT_RISK.weights[key])).toEqual([25, 15, 10, 10, 10, 10, 10, 5, 5]);
    expect(scoreOf(all(10_000), DEFAULT_RISK)).toEqual({ score: 10_000, known: 100, whole: 100 });
  });

  test.each<[string, Partial<Scores>, RiskPolicy, ReturnType<typeof scoreOf>]>([
    ['days late at 30 d and nothing else amiss', { days_late: 5_000 }, DEFAULT_RISK, { score: 8_750, known: 100, whole: 100 }],
    [
      'what is not known leaves its weight',
      { usage: undefined, days_late: 5_000 },
      DEFAULT_RISK,
      { score: 8_611, known: 90, whole: 100 },
    ],
    ['a weight of 0 decides nothing', { days_late: 0 }, weights({ days_late: 0 }), { score: 10_000, known: 75, whole: 75 }],
    [
      'weights that do not come to 100 are shares of what they come to',
      { days_late: 0 },
      weights({ days_late: 125 }),
      { score: 3_750, known: 200, whole: 200 },
    ],
  ])('%s', (_, some, policy, expected) => {
    expect(scoreOf({ ...all(10_000), ...some }, policy)).toEqual(expected);
  });

  test('of which nothing is known is none', () => {
    expect(scoreOf(all(undefined), DEFAULT_RISK).score).toBeUndefined();
  });

  test.each([
    [10_000, 'A'],
    [8_000, 'A'],
    [7_999, 'B'],
    [6_000, 'B'],
    [5_999, 'C'],
    [4_000, 'C'],
    [3_999, 'D'],
    [0, 'D'],
  ])('of %i hundredths is of class %s (§1.8)', (score, expected) => {
    expect(classOf(score, DEFAULT_RISK)).toBe(expected);
  });
});

test.each([
  ['redressement judiciaire', true],
  ['Liquidation', true],
  ['yes', true],
  ['', false],
  ['Aucune', false],
  ['Néant', false],
  ['in bonis', false],
  ['N/A', false],
  ['—', false],
  ['Sans objet', false],
])('"%s" in the column proceeding is one: %s', (text, expected) => {
  expect(isProceeding(text)).toBe(expected);
});

test.each([
  ['Contentieux', false, 'legal'],
  ['active', false, 'none'],
  ['bloqué', true, 'blocked'],
  ['Surveillé', false, 'blocked'],
  ['litigation', true, 'none'],
])('the status "%s", where deliveries are stopped: %s, is %s', (text, stops, expected) => {
  expect(
    statusMeaning(
      text,
      stops,
      new Map([
        ['surveille', 'blocked'],
        ['litigation', 'none'],
      ]),
    ),
  ).toBe(expected);
});
