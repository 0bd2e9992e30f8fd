// Which is the latest day a rule on terms of payment allows? Of its limits the one whose reading of "end of month" the contract names; where it names none, the latest (rules §2.1).
import type { Day } from '../core/day.ts';
import type { Limit, TermsRule } from '../law/terms-rule.ts';
import { dueDay, type Step } from './terms.ts';

/** The latest day a rule allows. Terms that go to the end of the month are held against the reading of their own order, others against plain days; where nothing is known, the latest counts. */
export function limitDay({ limits }: TermsRule, date: Day, steps: readonly Step[] | undefined): Day {
  const wanted = steps === undefined ? undefined : readingOf(steps);
  const fitting = limits.filter(({ endOfMonth }) => wanted !== undefined && (endOfMonth ?? 'none') === wanted);
  const days = (fitting.length > 0 ? fitting : limits).map((limit) => dueDay(date, limitSteps(limit)));
  return Math.max(...days) as Day;
}

function readingOf(steps: readonly Step[]): 'before' | 'after' | 'none' {
  const end = steps.findIndex((step) => step.do === 'end-of-month');
  if (end < 0) return 'none';
  return steps.slice(0, end).some((step) => step.do === 'days' || step.do === 'months') ? 'after' : 'before';
}

/** A limit of the law as steps from the day of an invoice. */
export function limitSteps({ days, endOfMonth }: Limit): readonly Step[] {
  const count: Step = { do: 'days', count: days };
  if (endOfMonth === undefined) return [count];
  return endOfMonth === 'before' ? [{ do: 'end-of-month' }, count] : [count, { do: 'end-of-month' }];
}
