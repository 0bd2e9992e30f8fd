// What may a user put in the place of a default of the scoring, and how is it written? Days and counts are whole numbers, shares percentages, ratios decimals.
import type { Fraction } from '../core/fraction.ts';
import type { Measured, Threshold } from './scoring.ts';

/** `days`: of days, or how many. `share`: of the whole. `times`: of a median. `amount`: in units of the currency, as 100 euros. */
export type Unit = 'days' | 'count' | 'share' | 'times' | 'amount';

export const MEASURED_IN: { readonly [key in Measured]: Unit } = {
  ...{ days_late: 'days', overdue: 'share', oldest: 'days', usage: 'share' },
  ...{ sales: 'share', frequency: 'times', incidents: 'count', disputes: 'share' },
};

export const THRESHOLD_IN: { readonly [key in Threshold]: Unit } = {
  ...{ lengthening: 'days', oldest: 'days', returned: 'count', round_payments: 'count', round_sum: 'amount' },
  ...{ payment_means: 'count', usage: 'share', disputes: 'share', disputes_growing: 'share', rhythm: 'times' },
  ...{ sales_falling: 'share', sales_surging: 'share' },
};

const FORMS: { readonly [unit in Unit]: string } = {
  days: 'a number of days, as "60"',
  count: 'a whole number, as "4"',
  share: 'a percentage, as "30%"',
  times: 'a number, as "3" or "2.5"',
  amount: 'a whole amount above 0, as "100"',
};

/** The end of a sentence that says what is taken. */
export function formOf(unit: Unit): string {
  return FORMS[unit];
}

/** Undefined for what is none of its unit. A share without its sign could be a part of 1 or of 100. */
export function parseFigure(text: string, unit: Unit): Fraction | undefined {
  const match = /^(\d{1,9})(?:[.,](\d{1,4}))?\s*(%?)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '', decimals = '', sign] = match;
  if ((sign === '%') !== (unit === 'share')) return undefined;
  if (decimals !== '' && (unit === 'count' || unit === 'amount' || unit === 'days')) return undefined;
  if (unit === 'amount' && Number(whole) === 0) return undefined;
  return {
    numerator: BigInt(whole + decimals),
    denominator: 10n ** BigInt(decimals.length) * (unit === 'share' ? 100n : 1n),
  };
}

/** A whole number from 0 to `most`; undefined for all else. */
export function parseWhole(text: string, most: number): number | undefined {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
  return value === undefined || value > most ? undefined : value;
}
