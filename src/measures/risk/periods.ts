// Which stretches of time are compared? The last 12 months with the 12 before, the last 3 with the same 3 of the year before, and with the 12 before them. Each begins the day after `from`.
import { type Day, endOfMonth, plusMonths } from '../../core/day.ts';

export type Period = { readonly from: Day; readonly to: Day };

export type Periods = {
  readonly year: Period;
  readonly yearBefore: Period;
  readonly quarter: Period;
  readonly quarterYearBefore: Period;
  /** The 12 months before the last 3. */
  readonly beforeQuarter: Period;
  readonly twoYears: Period;
};

export function periodsTo(asOf: Day): Periods {
  // Months that end with their month begin with one: the 3 up to 30 June are those from 1 April on.
  const isEnd = endOfMonth(asOf) === asOf;
  const ago = (months: number): Day => (isEnd ? endOfMonth(plusMonths(asOf, -months)) : plusMonths(asOf, -months));
  return {
    year: { from: ago(12), to: asOf },
    yearBefore: { from: ago(24), to: ago(12) },
    quarter: { from: ago(3), to: asOf },
    quarterYearBefore: { from: ago(15), to: ago(12) },
    beforeQuarter: { from: ago(15), to: ago(3) },
    twoYears: { from: ago(24), to: asOf },
  };
}

export function isWithin(day: number, { from, to }: Period): boolean {
  return day > from && day <= to;
}
