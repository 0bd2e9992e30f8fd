// What does late payment cost over the life of one claim? Legs of days with one principal and one rate: each is rounded half up, and the claim's interest is their sum,
// because whoever checks the account adds the lines again (rules §2.2).
import { calendar, type Day, dayOf } from '../core/day.ts';
import { type Minor, minor } from '../core/money.ts';
import { WHOLE } from '../core/rate.ts';
import { mulDiv } from '../core/rounding.ts';
import type { Beyond, RateFound } from '../law/statutory.ts';

export const DAY_COUNTS = ['act/365', 'act/act', 'act/360'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/** What payments pay first: the principal, as the books settle, or the interest that has run until then (C. civ. 1343-1). */
export const IMPUTATIONS = ['principal', 'interest'] as const;
export type Imputation = (typeof IMPUTATIONS)[number];

/** What takes a claim down: `day` is the first on which it counts, the one after a payment's own, and a credit note's own. */
export type Reduction = {
  readonly day: Day;
  readonly amount: number;
  readonly isMoney: boolean;
  /** What a payment was beyond what the books took of it: it may pay interest, where interest is paid first. */
  readonly beyond?: number;
};

/** The rate of a day, and the first day after it on which a leg ends whatever the rate is then. */
export type RateOfDays = { readonly on: (day: Day) => RateFound | Beyond; readonly next: (day: Day) => number };

export type Leg = {
  readonly from: Day;
  /** Included. */
  readonly to: Day;
  readonly days: number;
  readonly principal: Minor;
  readonly rate: RateFound;
  readonly interest: Minor;
};

/** What of the payments that count from a day on went to interest. */
type Imputed = {
  readonly day: Day;
  readonly toInterest: number;
  /** What they were beyond interest and principal. */
  readonly unused: number;
};

export type Claim = {
  /** The first day of interest, the one after the due day. */
  readonly from: Day;
  /** The last one. */
  readonly end: Day;
  readonly amount: number;
  /** In the order of their days; together not more than the amount. */
  readonly reductions: readonly Reduction[];
};

export type Accrued = {
  readonly legs: readonly Leg[];
  readonly imputed: readonly Imputed[];
  /** What payments paid of it beyond what the books took of them. */
  readonly paidBeyond: number;
};

type How = { readonly rates: RateOfDays; readonly dayCount: DayCount; readonly impute: Imputation };

/** The legs of a claim, or the day for which there is no rate. */
export function legsOf({ from, end, amount, reductions }: Claim, { rates, dayCount, impute }: How): Accrued | Beyond {
  const legs: Leg[] = [];
  const owed = new Owed(amount, reductions, impute);
  for (let day = from; day <= end; ) {
    owed.takeUntil(day);
    const { principal } = owed;
    if (principal === 0) break;
    const rate = rates.on(day);
    if ('table' in rate) return rate;
    const to = Math.min(end, owed.nextDay(end) - 1, rates.next(day) - 1, lastOfYear(dayCount, day)) as Day;
    const days = to - day + 1;
    const interest = mulDiv(principal, rate.rate * days, WHOLE * basisOf(dayCount, day), 'half-up');
    legs.push({ from: day, to, days, principal: minor(principal), rate, interest });
    owed.bear(interest);
    day = (to + 1) as Day;
  }
  return { legs, ...owed.finish() };
}

/** What is owed of a claim from day to day, and what payments paid of it. */
class Owed {
  readonly #reductions: readonly Reduction[];
  readonly #impute: Imputation;
  readonly #imputed: Imputed[] = [];
  #next = 0;
  #interest = 0;
  #beyond = 0;
  principal: number;

  constructor(amount: number, reductions: readonly Reduction[], impute: Imputation) {
    this.principal = amount;
    this.#reductions = reductions;
    this.#impute = impute;
  }

  bear(interest: number): void {
    this.#interest += interest;
  }

  /** The first day on which more counts, after the last one that was taken. */
  nextDay(end: Day): number {
    return this.#reductions[this.#next]?.day ?? end + 1;
  }

  takeUntil(day: Day): void {
    const [money, other, beyond, next] = untilDay(this.#reductions, this.#next, day);
    this.#next = next;
    const first = this.#impute === 'interest';
    const paid = first ? money + beyond : money;
    const toInterest = first ? Math.min(paid, this.#interest) : 0;
    const left = Math.max(0, this.principal - other);
    const toPrincipal = Math.min(left, paid - toInterest);
    const unused = paid - toInterest - toPrincipal;
    if (toInterest > 0 || unused > 0) this.#imputed.push({ day, toInterest, unused });
    this.#interest -= toInterest;
    this.#beyond += first ? beyond - unused : 0;
    this.principal = left - toPrincipal;
  }

  /** What came when nothing ran any more pays what is left, too. */
  finish(): Pick<Accrued, 'imputed' | 'paidBeyond'> {
    for (let one = this.#reductions[this.#next]; one !== undefined; one = this.#reductions[this.#next]) this.takeUntil(one.day);
    return { imputed: this.#imputed, paidBeyond: Math.max(0, this.#beyond) };
  }
}

/** Money, other reductions and what payments were beyond, of those that count on a day and were not counted before; and the first one that does not yet. */
function untilDay(
  reductions: readonly Reduction[],
  next: number,
  day: Day,
): [money: number, other: number, beyond: number, next: number] {
  let [money, other, excess, at] = [0, 0, 0, next];
  for (; at < reductions.length && (reductions[at] as Reduction).day <= day; at++) {
    const { amount, isMoney, beyond = 0 } = reductions[at] as Reduction;
    if (isMoney) money += amount;
    else other += amount;
    excess += beyond;
  }
  return [money, other, excess, at];
}

/** Days of a year of 366 count less than those of one of 365: a leg of act/act ends with its year. */
function lastOfYear(dayCount: DayCount, day: Day): number {
  return dayCount === 'act/act' ? dayOf(calendar(day).year + 1, 1, 1) - 1 : Number.POSITIVE_INFINITY;
}

function basisOf(dayCount: DayCount, day: Day): number {
  if (dayCount === 'act/360') return 360;
  if (dayCount === 'act/365') return 365;
  const { year } = calendar(day);
  return dayOf(year + 1, 1, 1) - dayOf(year, 1, 1);
}
