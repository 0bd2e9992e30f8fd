// Who failed? Customers who entered a collective proceeding in the period, of those there were when it began: by number, and by what they owed then (taux de défaillance, rules §1.2).
import { type Day, plusMonths } from '../../core/day.ts';
import { kindCode } from '../../ledger/kind.ts';
import { type Owed, owedOn } from './owed.ts';
import type { Scope } from './scope.ts';

const OPENING = kindCode('opening');

export type Defaults = {
  /** `start`: there were at the start. `period`: nothing is known before it, so these are all who had a posting in it. */
  readonly of: 'start' | 'period';
  readonly customers: number;
  readonly failed: number;
  /** Who failed and was not among them. */
  readonly others: number;
  /** By currency, what was owed at the start, and by those who failed; undefined where it is not known. */
  readonly exposure: readonly { readonly owed: number; readonly failed: number }[] | undefined;
};

type Failing = {
  /** Whether a customer entered a proceeding in the period. */
  readonly fails: (customer: number) => boolean;
  /** Whether what was open on a day can be rebuilt. */
  readonly openOn: (day: Day) => boolean;
  /** How many months the period has: who had a posting in as many before it was a customer. */
  readonly months: number;
};

/** Undefined where nobody is known to have been a customer. */
export function defaultsOf(scope: Scope, { fails, openOn, months }: Failing): Defaults | undefined {
  const { ledger, period, currencies } = scope;
  const start = startOf(scope);
  const owed = start === undefined || !openOn(start) ? undefined : owedOn(scope, start, []);
  const since = plusMonths(period.from, -months);
  const cohort = new Set<number>();
  const inPeriod = new Set<number>();
  for (let row = 0; row < ledger.count; row++) {
    const day = ledger.day[row] as number;
    if (day > period.to || !scope.keeps(row)) continue;
    const customer = ledger.customer[row] as number;
    if (day >= period.from) inPeriod.add(customer);
    else if (day >= since) cohort.add(customer);
  }
  for (const { customer } of owed ?? []) cohort.add(customer);
  const of = start === undefined ? 'period' : 'start';
  const counted = of === 'start' ? cohort : inPeriod;
  if (counted.size === 0) return undefined;
  const failed = [...counted].filter(fails).length;
  const all = new Set([...cohort, ...inPeriod]);
  return {
    ...{ of, customers: counted.size, failed },
    others: [...all].filter((customer) => fails(customer)).length - failed,
    exposure: owed && currencies.map((_, slot) => exposureOf(owed, slot, fails)),
  };
}

function exposureOf(owed: readonly Owed[], slot: number, fails: Failing['fails']): { owed: number; failed: number } {
  const sum = { owed: 0, failed: 0 };
  for (const one of owed) {
    if (one.slot !== slot) continue;
    sum.owed += one.amount;
    if (fails(one.customer)) sum.failed += one.amount;
  }
  return sum;
}

/** The day before the period; its first day where books begin on it with what they bring forward; undefined where nothing is known before. */
function startOf({ ledger, period, keeps }: Scope): Day | undefined {
  let opens = false;
  for (let row = 0; row < ledger.count; row++) {
    if (!keeps(row)) continue;
    const day = ledger.day[row] as number;
    if (day < period.from) return (period.from - 1) as Day;
    opens ||= day === period.from && ledger.kind[row] === OPENING;
  }
  return opens ? period.from : undefined;
}
