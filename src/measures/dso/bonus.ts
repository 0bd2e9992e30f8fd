// What does a house pay for how customers were made to pay? target × Σ weight × clamp((actual − floor) ÷ (goal − floor), 0, 1.2), exact and rounded once (rules §1.3). "Lower is better" is a goal below its floor.
import { type Fraction, minus, plus, times, whole } from '../../core/fraction.ts';
import type { Minor } from '../../core/money.ts';
import { BONUS_UNITS, type BonusMeasure, type BonusPolicy, type BonusTerm } from '../../policy/bonus.ts';
import type { DsoRow } from './dso-row.ts';
import { inMinorUnits } from './formulas.ts';

/** Undefined where it is not known or has no end. */
const ACTUAL: { readonly [measure in BonusMeasure]: (row: DsoRow) => Fraction | undefined } = {
  dso_count_back: ({ countBack }) => (countBack?.isMore === false ? countBack.days : undefined),
  dso: ({ simple }) => simple,
  dso_best_possible: ({ bestPossible }) => bestPossible,
  dso_delinquent: ({ delinquent }) => delinquent,
  dso_true: ({ byInvoice }) => (byInvoice?.isMore === false ? byInvoice.days : undefined),
  dso_disputed: ({ ofDisputed }) => ofDisputed,
  receivable_turns: ({ turns }) => turns,
  days_to_pay: ({ flow }) => flow.daysToPay,
  days_late: ({ flow }) => flow.daysLate,
  days_late_to_date: ({ daysLateToDate }) => daysLateToDate,
  cei: ({ cei }) => cei,
  collection_rate: ({ collection }) => collection.rate,
  overdue_recovery: ({ collection }) => collection.recovery,
  late_rate: ({ lateRate }) => lateRate,
  late_rate_paid: ({ flow }) => flow.paidLateRate,
  dispute_rate: ({ disputeRate }) => disputeRate,
};

/** What one measure gives; undefined where it is n/a, and gives nothing. */
export type BonusPart = {
  readonly term: BonusTerm;
  readonly actual: Fraction | undefined;
  /** Between 0 and 1.2. */
  readonly reached: Fraction | undefined;
  /** weight × reached. */
  readonly weighted: Fraction;
};

export type Bonus = {
  readonly row: DsoRow;
  readonly parts: readonly BonusPart[];
  /** Σ weight × reached. */
  readonly reached: Fraction;
  /** Undefined where no target is said in this currency. */
  readonly target: Minor | undefined;
  readonly amount: Minor | undefined;
};

const NOTHING = whole(0);
const MOST: Fraction = { numerator: 12n, denominator: 10n };

export function bonusOf(row: DsoRow, { target: targets, terms }: BonusPolicy): Bonus {
  const parts = terms.map((term): BonusPart => {
    const found = ACTUAL[term.measure](row);
    const actual = found === undefined || BONUS_UNITS[term.measure] === 'number' ? found : times(found, 100);
    const reached = actual === undefined ? undefined : reachedOf(actual, term);
    const weighted = reached === undefined ? NOTHING : times(term.weight, reached.numerator, reached.denominator);
    return { term, actual, reached, weighted };
  });
  const reached = parts.reduce((sum, { weighted }) => plus(sum, weighted), NOTHING);
  const target = targets.get(row.group.currency);
  return { row, parts, reached, target, amount: target === undefined ? undefined : inMinorUnits(times(reached, target)) };
}

/** (actual − floor) ÷ (goal − floor), no less than 0 and no more than 1.2. */
function reachedOf(actual: Fraction, { floor, goal }: Pick<BonusTerm, 'floor' | 'goal'>): Fraction {
  const [made, way] = [minus(actual, floor), minus(goal, floor)];
  const sign = way.numerator < 0n ? -1n : 1n;
  const share = times(made, sign * way.denominator, sign * way.numerator);
  if (share.numerator <= 0n) return NOTHING;
  return share.numerator * MOST.denominator > MOST.numerator * share.denominator ? MOST : share;
}
