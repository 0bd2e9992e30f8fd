// How are the figures of a DSO written? Days with two decimals, ratios with four, amounts of one currency; what is not known, or would divide by nothing, is n/a and never 0.
import type { Currency } from '../../core/currency.ts';
import { type Fraction, rounded } from '../../core/fraction.ts';
import { minor } from '../../core/money.ts';
import type { CountBack } from '../../measures/dso/count-back.ts';
import type { AtLeast } from '../../measures/dso/dso-row.ts';
import { type Cell, NOT_AVAILABLE } from '../report.ts';

const DAYS_DECIMALS = 2;
const RATIO_DECIMALS = 4;

export function daysCell(days: Fraction | undefined): Cell {
  return days === undefined ? NOT_AVAILABLE : { kind: 'number', value: rounded(days, DAYS_DECIMALS), decimals: DAYS_DECIMALS };
}

/** Days of which only the known part can be said. */
export function atLeastCell(found: AtLeast | CountBack | undefined): Cell {
  if (found === undefined || !found.isMore) return daysCell(found?.days);
  return { kind: 'more_than', value: rounded(found.days, DAYS_DECIMALS), decimals: DAYS_DECIMALS };
}

/** For machines, the bound of what is more. */
export function boundCell(found: AtLeast | CountBack | undefined): Cell {
  return found?.isMore === true ? daysCell(found.days) : { kind: 'none' };
}

export function ratioCell(ratio: Fraction | undefined): Cell {
  return ratio === undefined
    ? NOT_AVAILABLE
    : { kind: 'number', value: rounded(ratio, RATIO_DECIMALS), decimals: RATIO_DECIMALS };
}

/** A share of 1. People read one decimal of a percent, machines four decimals of the share: both are rounded from more than they show. */
export function shareCell(share: Fraction | undefined): Cell {
  return share === undefined ? NOT_AVAILABLE : { kind: 'percent', share: rounded(share, 12) };
}

export function moneyCell(amount: number | undefined, currency: Currency): Cell {
  return amount === undefined ? NOT_AVAILABLE : { kind: 'money', amount: minor(amount), currency };
}

export function countCell(value: number): Cell {
  return { kind: 'number', value, decimals: 0 };
}

export function seriesCell(values: readonly (Fraction | undefined)[]): Cell {
  return {
    kind: 'series',
    values: values.map((value) => (value === undefined ? undefined : rounded(value, DAYS_DECIMALS))),
    decimals: DAYS_DECIMALS,
  };
}
