// How well does a customer pay? Weights, the figures at which a sub-score is 100 and 0, classes, and from which figure on a sign warns (rules §1.8). Each is a default that
// [risk] in ar.toml replaces.
import { type Fraction, minus, whole } from '../core/fraction.ts';
import { divideBig, mulDiv } from '../core/rounding.ts';

/** In the order of the rules. */
export const SUB_SCORES = [
  ...(['days_late', 'overdue', 'oldest', 'usage', 'sales'] as const),
  ...(['frequency', 'incidents', 'disputes', 'legal'] as const),
] as const;
export type SubScore = (typeof SUB_SCORES)[number];

/** Sub-scores of a figure; what the law says of a customer is none. */
export type Measured = Exclude<SubScore, 'legal'>;

export const SIGNS = [
  ...(['proceeding', 'status', 'lengthening', 'oldest', 'returned', 'round_payments', 'payment_means'] as const),
  ...(['usage', 'disputes', 'disputes_growing', 'rhythm'] as const),
  ...(['sales_falling', 'sales_falling_quarter', 'sales_surging', 'sales_surging_quarter'] as const),
] as const;
export type SignKey = (typeof SIGNS)[number];

/** Signs with a threshold, and the unit of the round sums; of sales both windows have one. */
export const THRESHOLDS = [
  ...(['lengthening', 'oldest', 'returned', 'round_payments', 'round_sum', 'payment_means', 'usage'] as const),
  ...(['disputes', 'disputes_growing', 'rhythm', 'sales_falling', 'sales_surging'] as const),
] as const;
export type Threshold = (typeof THRESHOLDS)[number];

export const CLASSES = ['A', 'B', 'C', 'D'] as const;
export type RiskClass = (typeof CLASSES)[number];

/** What a word in the column `status` of the customers' table is worth: a legal event, deliveries that are stopped, or nothing. */
export const STATUS_MEANINGS = ['legal', 'blocked', 'none'] as const;
export type StatusMeaning = (typeof STATUS_MEANINGS)[number];

export type RiskPolicy = {
  /** Whole numbers; what they come to is the whole. */
  readonly weights: { readonly [key in SubScore]: number };
  /** The figure up to which a sub-score is 100, and that from which on it is 0; between them it falls in a line. */
  readonly best: { readonly [key in Measured]: Fraction };
  readonly worst: { readonly [key in Measured]: Fraction };
  /** The least score of a class, in hundredths; below C is D. */
  readonly classes: { readonly [key in Exclude<RiskClass, 'D'>]: number };
  /** Undefined: the sign is not asked for. */
  readonly signs: { readonly [key in Threshold]: Fraction | undefined };
  /** Words beyond our own, folded. */
  readonly statuses: ReadonlyMap<string, StatusMeaning>;
  /** Less than this of a customer is no history: documents settled, whole months since the first invoice. */
  readonly history: { readonly documents: number; readonly months: number };
};

const share = (percent: number): Fraction => ({ numerator: BigInt(percent), denominator: 100n });

export const DEFAULT_RISK: RiskPolicy = {
  weights: {
    ...{ days_late: 25, overdue: 15, oldest: 10, usage: 10, sales: 10 },
    ...{ frequency: 10, incidents: 10, disputes: 5, legal: 5 },
  },
  best: {
    ...{ days_late: whole(0), overdue: share(0), oldest: whole(0), usage: share(80) },
    ...{ sales: share(0), frequency: whole(1), incidents: whole(0), disputes: share(0) },
  },
  worst: {
    ...{ days_late: whole(60), overdue: share(100), oldest: whole(90), usage: share(100) },
    ...{ sales: share(30), frequency: whole(3), incidents: whole(4), disputes: share(100) },
  },
  classes: { A: 8000, B: 6000, C: 4000 },
  signs: {
    ...{ lengthening: whole(10), oldest: whole(60), returned: whole(1), round_payments: whole(1) },
    ...{ round_sum: whole(100), payment_means: whole(1), usage: share(80), disputes: share(10) },
    ...{ disputes_growing: share(10), rhythm: whole(2), sales_falling: share(30), sales_surging: share(50) },
  },
  statuses: new Map(),
  history: { documents: 3, months: 3 },
};

/** Below 0 where `a` is the smaller. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const { numerator } = minus(a, b);
  return numerator < 0n ? -1 : numerator > 0n ? 1 : 0;
}

/** A whole sub-score in hundredths. */
const FULL = 10_000;

/** Hundredths of 100, rounded half up: FULL up to `best`, 0 from `worst` on. */
export function subScoreOf(key: Measured, figure: Fraction, { best, worst }: RiskPolicy): number {
  const [full, none] = [best[key], worst[key]];
  if (compareFractions(figure, full) <= 0) return FULL;
  if (compareFractions(figure, none) >= 0) return 0;
  const [left, range] = [minus(none, figure), minus(none, full)];
  const part = BigInt(FULL) * left.numerator * range.denominator;
  return Number(divideBig(part, left.denominator * range.numerator, 'half-up'));
}

/** What the law says: a legal event takes all of its sub-score. */
export function legalScoreOf(hasEvent: boolean): number {
  return hasEvent ? 0 : FULL;
}

export type Scored = {
  /** Hundredths, from the sub-scores as they are shown; undefined where nothing that has a weight is known. */
  readonly score: number | undefined;
  /** Weights of the sub-scores that are known, and of all. */
  readonly known: number;
  readonly whole: number;
};

/** Σ weight × sub-score ÷ Σ weight over what is known: what cannot be known leaves its weight to the others. */
export function scoreOf(subScores: { readonly [key in SubScore]: number | undefined }, { weights }: RiskPolicy): Scored {
  let [points, known, all] = [0, 0, 0];
  for (const key of SUB_SCORES) {
    const [weight, score] = [weights[key], subScores[key]];
    all += weight;
    if (score === undefined) continue;
    known += weight;
    points += weight * score;
  }
  return { score: known === 0 ? undefined : mulDiv(points, 1, known, 'half-up'), known, whole: all };
}

/** By the score as it is shown. */
export function classOf(score: number, { classes }: RiskPolicy): RiskClass {
  return score >= classes.A ? 'A' : score >= classes.B ? 'B' : score >= classes.C ? 'C' : 'D';
}

/** True for a class as bad as `limit`, or worse. */
export function isAsBadAs(one: RiskClass, limit: RiskClass): boolean {
  return CLASSES.indexOf(one) >= CLASSES.indexOf(limit);
}
