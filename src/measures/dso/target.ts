// What would a better DSO bring? The cash it releases once, what that saves in a year, and what a project that brings it there returns on its cost (rules §1.4).
import { type Fraction, minus } from '../../core/fraction.ts';
import type { Rate } from '../../core/rate.ts';
import type { DsoRow } from './dso-row.ts';
import { cashReleased, inMinorUnits, paybackMonths, projectReturn, yearlySaving } from './formulas.ts';

export type Target = {
  readonly days: Fraction;
  readonly costOfMoney: Rate | undefined;
  /** Minor units of a row's currency; undefined where none was said for it. */
  readonly projectCost: (row: DsoRow) => number | undefined;
  readonly avoidedLosses: (row: DsoRow) => number | undefined;
};

export type Reached = {
  readonly row: DsoRow;
  /** DSO less the target. */
  readonly gap: Fraction | undefined;
  readonly cash: number | undefined;
  readonly saving: number | undefined;
  readonly cost: number | undefined;
  readonly losses: number | undefined;
  /** A share of the cost. */
  readonly projectReturn: Fraction | undefined;
  readonly payback: Fraction | undefined;
};

export function reached(row: DsoRow, target: Target, yearDays: number): Reached {
  const { simple, year } = row;
  const cash = simple === undefined || year === undefined ? undefined : cashReleased(simple, target.days, year.sales, yearDays);
  const saved = cash === undefined || target.costOfMoney === undefined ? undefined : yearlySaving(cash, target.costOfMoney);
  const saving = saved && inMinorUnits(saved);
  const cost = target.projectCost(row);
  const losses = target.avoidedLosses(row);
  const isKnown = cost !== undefined && (saving !== undefined || losses !== undefined);
  return {
    ...{ row, cash: cash && inMinorUnits(cash), saving, cost, losses },
    gap: simple === undefined ? undefined : minus(simple, target.days),
    projectReturn: isKnown ? projectReturn(saving ?? 0, losses ?? 0, cost) : undefined,
    payback: isKnown ? paybackMonths(saving ?? 0, losses ?? 0, cost) : undefined,
  };
}
