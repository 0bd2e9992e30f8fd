// In which fiscal year does a day lie? The firm says on which day of the calendar its years close; each is called after the calendar year it closes in.
import { calendar, type Day, exists } from '../core/day.ts';

/** The last day of a fiscal year. A date that a month has not in every year (29 February) is the end of that month. */
export type ClosingDay = { readonly month: number; readonly date: number };

/** What holds while nobody says another. */
export const CALENDAR_YEAR: ClosingDay = { month: 12, date: 31 };

const A_LEAP_YEAR = 2024;

/** `06-30`; undefined for anything else, also for a day no year has. */
export function parseClosingDay(text: string): ClosingDay | undefined {
  const [, month, date] = (/^(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  return month !== undefined && date !== undefined && exists(A_LEAP_YEAR, month, date) ? { month, date } : undefined;
}

/** The calendar year in which the fiscal year of a day closes. */
export function fiscalYear(day: Day, closing: ClosingDay): number {
  const { year, month, date } = calendar(day);
  return month < closing.month || (month === closing.month && date <= closing.date) ? year : year + 1;
}

/** The calendar year in which the fiscal year of a day begins: another one than it closes in, but for calendar years. */
export function fiscalYearBegins(day: Day, closing: ClosingDay): number {
  const closes = fiscalYear(day, closing);
  return closing.month === CALENDAR_YEAR.month && closing.date === CALENDAR_YEAR.date ? closes : closes - 1;
}
