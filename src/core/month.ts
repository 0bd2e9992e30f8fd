// What is a month? A number that months of two years can be taken from one another by; and the days it begins, ends and is measured on.
import { calendar, type Day, dayOf, endOfMonth } from './day.ts';

/** Months counted from the year 0: a number that months of two years can be taken from one another by. */
export type Month = number;

export function monthOf(day: Day): Month {
  const { year, month } = calendar(day);
  return year * 12 + month - 1;
}

export function firstDayOf(month: Month): Day {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

/** The day on which a month is measured: none is looked at beyond the as-of day. */
export function measuredOn(month: Month, asOf: Day): Day {
  return Math.min(endOfMonth(firstDayOf(month)), asOf) as Day;
}

/** `2025-11`. */
export function monthText(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}
