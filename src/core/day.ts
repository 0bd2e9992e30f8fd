// What is a day? A count of whole days since 1970-01-01: lateness is one subtraction, and there is no zone and no DST.
// The calendar is the proleptic Gregorian one; the arithmetic counts years from 1 March, so that leap days come last.

declare const dayCount: unique symbol;

/** Whole days since 1970-01-01. */
export type Day = number & { readonly [dayCount]: true };

/** "This cell is empty" in a column of days: before any day that can be written. */
export const NO_DAY = -0x80000000 as Day;

/** The day of a date of the calendar; the date must exist (see `exists`). */
export function dayOf(year: number, month: number, date: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as Day;
}

/** The year, month (1–12) and date (1–31) of a day. */
export function calendar(day: Day): { year: number; month: number; date: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** True when the calendar has this date: 2026-02-29 does not exist. */
export function exists(year: number, month: number, date: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month);
}

/** Days in a month: 28 to 31. */
function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The last day of the month before the one `day` lies in. */
export function lastDayOfMonthBefore(day: Day): Day {
  return (day - calendar(day).date) as Day;
}

/** The last day of the month `day` lies in. */
export function endOfMonth(day: Day): Day {
  const { year, month, date } = calendar(day);
  return (day - date + lengthOfMonth(year, month)) as Day;
}

/** The same date so many months later; in a shorter month its last day. */
export function plusMonths(day: Day, months: number): Day {
  const { year, month, date } = calendar(day);
  const total = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(total / 12), (total % 12) + 1];
  return dayOf(y, m, Math.min(date, lengthOfMonth(y, m)));
}

/** The last day that lies, counted back from it, no more than so many months after `day`: six months after 30 June lies 31 December. Below 0 it is the last of those so long ago. */
export function lastWithin(day: Day, months: number): Day {
  let last = plusMonths(day, months);
  // Months differ in length: several days have one day so many months before them.
  while (plusMonths((last + 1) as Day, -months) <= day) last = (last + 1) as Day;
  return last;
}

/** The first day from `day` on, itself included, that is this date of its month (1–31), or the last of a month too short for it. */
export function nextDate(day: Day, date: number): Day {
  const { year, month, date: today } = calendar(day);
  const here = Math.min(date, lengthOfMonth(year, month));
  if (today <= here) return (day - today + here) as Day;
  const next = plusMonths((day - today + 1) as Day, 1);
  return Math.min(next + date - 1, endOfMonth(next)) as Day;
}

/** True for what is spelt as 2026-06-30 is, be there such a day or not. Without a pattern, which takes longer to compile than a small file takes to read. */
export function isIsoShaped(text: string): boolean {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  for (let i = 0; i < 10; i++) {
    const code = text.charCodeAt(i);
    if ((code < 0x30 || code > 0x39) && i !== 4 && i !== 7) return false;
  }
  return true;
}

/** `2026-06-30` → its day; undefined for anything else, also for a date that does not exist. */
export function parseIsoDay(text: string): Day | undefined {
  if (!isIsoShaped(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const date = Number(text.slice(8, 10));
  return exists(year, month, date) ? dayOf(year, month, date) : undefined;
}

/** A day as ISO text, the form of every edge of the program. */
export function isoDay(day: Day): string {
  const { year, month, date } = calendar(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
