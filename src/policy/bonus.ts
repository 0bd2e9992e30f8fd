// Of which measures may a bonus be made, and what does a house say of each (rules §1.3)? Days and ratios as they are shown, shares in percent.
import type { Currency } from '../core/currency.ts';
import { type Fraction, fraction } from '../core/fraction.ts';
import type { Minor } from '../core/money.ts';

type Unit = 'number' | 'percent';

/** By the keys of `ar dso`. */
export const BONUS_UNITS = {
  ...({ dso_count_back: 'number', dso: 'number', dso_best_possible: 'number', dso_delinquent: 'number' } as const),
  ...({ dso_true: 'number', dso_disputed: 'number', receivable_turns: 'number', days_to_pay: 'number' } as const),
  ...({ days_late: 'number', days_late_to_date: 'number', cei: 'percent', collection_rate: 'percent' } as const),
  ...({ overdue_recovery: 'percent', late_rate: 'percent', late_rate_paid: 'percent', dispute_rate: 'percent' } as const),
} as const satisfies { readonly [key: string]: Unit };

export type BonusMeasure = keyof typeof BONUS_UNITS;
export const BONUS_MEASURES = Object.keys(BONUS_UNITS) as BonusMeasure[];

/** Floor and goal in the unit of the measure: days, or percent. */
export type BonusTerm = {
  readonly measure: BonusMeasure;
  /** A share of 1; those of all terms come to 1. */
  readonly weight: Fraction;
  readonly floor: Fraction;
  readonly goal: Fraction;
};

export type BonusPolicy = {
  /** What is paid where all goals are reached, in minor units. */
  readonly target: ReadonlyMap<Currency, Minor>;
  readonly terms: readonly BonusTerm[];
};

/** `20`, `12.5`, `-3`, and of what is in percent `75` or `75%`: exact; undefined for all else. */
export function parseBonusFigure(text: string, unit: Unit | undefined): Fraction | undefined {
  const [, sign, whole, decimals = '', percent] = /^([-−]?)(\d{1,6})(?:[.,](\d{1,6}))?\s*(%?)$/.exec(text.trim()) ?? [];
  if (whole === undefined || (percent === '%' && unit === 'number')) return undefined;
  const digits = BigInt(whole + decimals);
  return fraction(sign === '' ? digits : -digits, 10n ** BigInt(decimals.length));
}
