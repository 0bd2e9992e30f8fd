// What does lateness cost: how much interest, and which fixed sum for recovery? A second answer, to hold against the program's: it
// imports NOTHING from src/. It walks through every single day of lateness, in whole minor units and exact fractions, because
// what is obvious need not be quick.
import { bankOfEnglandBefore, ecbOfHalfYear } from './interest-rates.ts';

export type Reduction = {
  readonly day: string;
  /** Minor units, above zero. */
  readonly amount: bigint;
  readonly kind: 'payment' | 'credit_note';
};

export type InterestCase = {
  readonly law: 'fr' | 'eu' | 'uk';
  readonly debtor: 'business' | 'public' | 'consumer';
  readonly asOf: string;
  readonly due: string;
  /** Tax included, minor units. */
  readonly amount: bigint;
  readonly currency: string;
  readonly reductions: readonly Reduction[];
  /** What the contract says, in percent a year: '12', '11.375'. */
  readonly rate?: string;
  readonly dayCount: 'act/365' | 'act/act' | 'act/360';
  /** What a payment pays first. */
  readonly impute: 'principal' | 'interest';
  /** The customer's opening judgment; the item was issued before it. */
  readonly judgment?: string;
};

export type OracleLeg = {
  readonly from: string;
  /** The last day, itself counted. */
  readonly to: string;
  readonly days: number;
  readonly principal: bigint;
  /** Percent a year without idle zeros, so that one rate has one spelling: '12.4', never '12.40'. */
  readonly rate: string;
  readonly interest: bigint;
};

export type OracleInterest = {
  readonly legs: readonly OracleLeg[];
  readonly days: number;
  readonly interest: bigint;
  /** Unpaid at the end of the due day. */
  readonly late: bigint;
  /** The amount less all reductions up to the as-of day, whatever they paid first; below zero where more was paid than owed. */
  readonly open: bigint;
  /** Minor units of its own currency. */
  readonly indemnity: bigint;
  /** Absent exactly where there is no indemnity. */
  readonly indemnityCurrency: 'EUR' | 'GBP' | undefined;
};

/** `over` / `under` percent a year. */
type Rate = { readonly over: bigint; readonly under: bigint };
type OpenLeg = { readonly from: string; to: string; days: number; readonly principal: bigint; readonly rate: Rate };

export function interestOf(one: InterestCase): OracleInterest {
  const known = one.reductions.filter(({ day }) => day <= one.asOf);
  const late = notBelowZero(one.amount - total(known.filter(({ day }) => day <= one.due)));
  // Interest of a consumer begins with a formal notice, and none is known.
  const legs = one.debtor === 'consumer' ? [] : legsOf(one, known, late);
  return {
    legs: legs.map((leg) => ({ ...leg, rate: spelt(leg.rate), interest: interestOn(leg, one.dayCount) })),
    days: legs.reduce((sum, { days }) => sum + days, 0),
    interest: interestOfAll(legs, one.dayCount),
    late,
    open: one.amount - total(known),
    ...indemnityOf(one, late),
  };
}

function legsOf(one: InterestCase, known: readonly Reduction[], late: bigint): OpenLeg[] {
  const begin = dayAfter(one.due);
  const legs: OpenLeg[] = [];
  let principal = late;
  let interestPaid = 0n;
  let cut = true;
  for (let day = begin; bearsInterest(one, day); day = dayAfter(day)) {
    // A credit note says that less was owed, so its own day bears less already; money is still missing on the day it comes.
    principal = notBelowZero(principal - on(known, 'credit_note', day));
    if (principal === 0n) break;
    const leg = legs.at(-1);
    const rate = rateOn(one, day, begin);
    if (leg !== undefined && !cut && leg.principal === principal && !splitsAt(one, day)) {
      leg.to = day;
      leg.days += 1;
    } else {
      legs.push({ from: day, to: day, days: 1, principal, rate });
    }
    const paid = on(known, 'payment', day);
    const owedInterest = one.impute === 'interest' ? interestOfAll(legs, one.dayCount) - interestPaid : 0n;
    const toInterest = paid < owedInterest ? paid : owedInterest;
    interestPaid += toInterest;
    principal -= paid - toInterest;
    // Interest that a payment paid was counted to the cent on its day, even where none was left for the principal.
    cut = paid > 0n;
  }
  return legs;
}

/** From the judgment's own day on interest stands still. */
function bearsInterest({ asOf, judgment }: InterestCase, day: string): boolean {
  return day <= asOf && (judgment === undefined || day < judgment);
}

/** Does a new leg begin on this day even if neither principal nor rate is another? */
function splitsAt(one: InterestCase, day: string): boolean {
  const { law, rate, dayCount } = one;
  const byHalfYears = rate === undefined && law !== 'uk' && !isFrenchPublicBuyer(one);
  if (day.endsWith('-01-01')) return byHalfYears || dayCount === 'act/act';
  return day.endsWith('-07-01') && byHalfYears;
}

function rateOn({ law, debtor, rate }: InterestCase, day: string, begin: string): Rate {
  if (rate !== undefined) return plus(rate, 0n);
  if (law === 'uk') return plus(bankOfEnglandBefore(begin), 8n);
  // R2192-31: the rate of the half-year in which interest began to run.
  if (isFrenchPublicBuyer({ law, debtor })) return plus(ecbOfHalfYear(law, begin), 8n);
  return plus(ecbOfHalfYear(law, day), law === 'fr' ? 10n : 8n);
}

function isFrenchPublicBuyer({ law, debtor }: Pick<InterestCase, 'law' | 'debtor'>): boolean {
  return law === 'fr' && debtor === 'public';
}

function indemnityOf(one: InterestCase, late: bigint): Pick<OracleInterest, 'indemnity' | 'indemnityCurrency'> {
  const none = { indemnity: 0n, indemnityCurrency: undefined };
  if (one.debtor === 'consumer' || late === 0n || one.asOf <= one.due) return none;
  // A debtor whom the judgment forbids to pay on the due day is not late by his own doing.
  if (one.judgment !== undefined && one.due >= one.judgment) return none;
  if (one.law !== 'uk') return { indemnity: 40_00n, indemnityCurrency: 'EUR' };
  // The Act counts in pounds: of a debt in another currency nobody can say which step it stands on.
  if (one.currency !== 'GBP') return none;
  return { indemnity: late < 1_000_00n ? 40_00n : late < 10_000_00n ? 70_00n : 100_00n, indemnityCurrency: 'GBP' };
}

// -------------------------------------------------------------------------------------------------------------- arithmetic

function interestOfAll(legs: readonly OpenLeg[], dayCount: InterestCase['dayCount']): bigint {
  return legs.reduce((sum, leg) => sum + interestOn(leg, dayCount), 0n);
}

/** Rounded half up to the minor unit, each leg by itself: who checks the account adds the lines again. */
function interestOn({ from, days, principal, rate }: OpenLeg, dayCount: InterestCase['dayCount']): bigint {
  const over = principal * rate.over * BigInt(days);
  const under = rate.under * 100n * daysOfYear(from, dayCount);
  return (2n * over + under) / (2n * under);
}

function daysOfYear(day: string, dayCount: InterestCase['dayCount']): bigint {
  if (dayCount === 'act/360') return 360n;
  if (dayCount === 'act/365') return 365n;
  const year = Number(day.slice(0, 4));
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366n : 365n;
}

/** A rate written in percent, and some points more. */
function plus(percent: string, points: bigint): Rate {
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(percent) ?? [];
  if (whole === undefined) throw new Error(`not a rate in percent: ${percent}`);
  const under = 10n ** BigInt(decimals.length);
  return { over: BigInt(whole + decimals) + points * under, under };
}

/** `under` is a power of ten: the remainder has as many digits as it has zeros. */
function spelt({ over, under }: Rate): string {
  const decimals = String(over % under)
    .padStart(String(under).length - 1, '0')
    .replace(/0+$/, '');
  return decimals === '' ? String(over / under) : `${over / under}.${decimals}`;
}

function on(reductions: readonly Reduction[], kind: Reduction['kind'], day: string): bigint {
  return total(reductions.filter((one) => one.kind === kind && one.day === day));
}

function total(reductions: readonly Reduction[]): bigint {
  return reductions.reduce((sum, { amount }) => sum + amount, 0n);
}

function notBelowZero(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
