// On which day do the firm's fiscal years close? As ar.toml says it, else as the names of its journals do.
import { calendar } from '../core/day.ts';
import { type ClosingDay, parseClosingDay } from '../policy/fiscal-year.ts';
import type { Understanding } from '../read/understanding.ts';
import type { Settings } from './settings.ts';

/** Undefined where nobody says it. */
export function closingDayOf(settings: Settings | undefined, understanding: readonly Understanding[]): ClosingDay | undefined {
  return (settings?.closing === undefined ? undefined : parseClosingDay(settings.closing)) ?? closingOf(understanding);
}

/** The day of the calendar on which the years of all journals close, where their names say so and agree. */
function closingOf(understanding: readonly Understanding[]): ClosingDay | undefined {
  const closings = understanding.flatMap(({ journal }) => (journal?.closing === undefined ? [] : calendar(journal.closing)));
  const [first] = closings;
  const agree = first !== undefined && closings.every(({ month, date }) => month === first.month && date === first.date);
  return agree ? { month: first.month, date: first.date } : undefined;
}
