// Which half-year is a day in? Legal rates of late payment change on 1 January and 1 July.
import { calendar, type Day, dayOf } from '../core/day.ts';

/** 1 January or 1 July, on or before the day. */
export function startOfHalfYear(day: Day): Day {
  const { year, month } = calendar(day);
  return dayOf(year, month <= 6 ? 1 : 7, 1);
}

/** 1 July or 1 January, after the day. */
export function startOfNextHalfYear(day: Day): Day {
  const { year, month } = calendar(day);
  return month <= 6 ? dayOf(year, 7, 1) : dayOf(year + 1, 1, 1);
}

/** `2026-S1`, as the decrees name it. */
export function halfYearName(day: Day): string {
  const { year, month } = calendar(day);
  return `${year}-S${month <= 6 ? 1 : 2}`;
}
