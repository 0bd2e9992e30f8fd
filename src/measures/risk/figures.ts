// What is behind the sub-scores of one customer in one currency? A figure each, or the reason why it cannot be known: what is unknown is never 100 and never 0.
import { type Fraction, fraction, minus, whole } from '../../core/fraction.ts';
import { legalScoreOf, type Measured, type RiskPolicy, SUB_SCORES, type SubScore, subScoreOf } from '../../policy/scoring.ts';
import type { Bought, Rhythm } from './bought.ts';
import type { Incidents } from './incidents.ts';
import type { Owed } from './owed.ts';
import type { Paid } from './paid.ts';
import type { Periods } from './periods.ts';
import type { Standing } from './standing.ts';

/** Why a figure cannot be known. */
const UNKNOWN = [
  ...(['open_items_only', 'nothing_paid', 'no_due_day', 'no_limit', 'limit_in_other_currency', 'not_in_customers'] as const),
  ...(['history_too_short', 'nothing_sold_before', 'few_orders', 'no_column_of_disputes'] as const),
] as const;
export type Unknown = (typeof UNKNOWN)[number];

type SubFigure = {
  /** Of `legal` none; of a limit of nothing that something is owed against none, and 0. */
  readonly figure: Fraction | undefined;
  /** Hundredths; undefined with a reason. */
  readonly score: number | undefined;
  readonly unknown: Unknown | undefined;
  /** What it is a share of, in minor units, where it is one of amounts: of sales the last year and the one before. */
  readonly amounts: { readonly amount: number; readonly of: number | undefined } | undefined;
};

export type SubFigures = { readonly [key in SubScore]: SubFigure };

/** What is known of all customers, by their keys. */
export type Known = {
  readonly owed: Owed;
  readonly paid: Paid;
  readonly bought: Bought;
  readonly returned: Incidents;
  readonly periods: Periods;
  /** Nothing of the past is in the ledger. */
  readonly openItemsOnly: boolean;
  readonly tellsDisputes: boolean;
};

/** One customer in one currency. */
export type Subject = {
  readonly key: number;
  /** Minor units of the currency. */
  readonly exposure: number;
  /** Undefined for one of whom no table says anything. */
  readonly standing: Standing | undefined;
  /** The limit in the currency; undefined where there is none in it. */
  readonly limit: number | undefined;
  readonly rhythm: Rhythm | undefined;
};

/** The first posting may be this many days behind the begin of a period that is known whole: not every firm sells every day. */
const QUIET = 31;

/** Fewer gaps than this tell no rhythm. */
const GAPS = 3;

export function reachesBack({ begins }: Bought, key: number, from: number): boolean {
  return begins(key) <= from + QUIET;
}

export function isRhythm(rhythm: Rhythm | undefined): rhythm is Rhythm & { readonly median: Fraction } {
  return rhythm !== undefined && rhythm.days > GAPS;
}

/** Days since the last order, in medians of the days between orders. */
export function timesOfMedian({ since, median }: Rhythm & { readonly median: Fraction }): Fraction {
  return { numerator: BigInt(since) * median.denominator, denominator: median.numerator };
}

/** The change from one amount to another, a share of the first: −0.3 is a fall of 30 %. Undefined of nothing. */
export function changeOf(before: number, now: number): Fraction | undefined {
  return fraction(BigInt(now) - BigInt(before), before);
}

export function subFiguresOf(known: Known, subject: Subject, policy: RiskPolicy): SubFigures {
  const figures = {
    ...{ days_late: lateness(known, subject), overdue: overdue(known, subject), oldest: oldest(known, subject) },
    ...{ usage: usage(subject), sales: sales(known, subject), frequency: frequency(known, subject) },
    ...{ incidents: incidents(known, subject), disputes: disputes(known, subject) },
  };
  const of = (key: Measured): SubFigure => {
    const found: Fraction | Unknown | typeof BEYOND = figures[key];
    const amounts = amountsOf(known, subject, key);
    if (found === BEYOND) return { figure: undefined, score: 0, unknown: undefined, amounts };
    if (typeof found === 'string') return { figure: undefined, score: undefined, unknown: found, amounts: undefined };
    // A fall is what counts against a customer; a rise is not better than no change.
    const judged = key === 'sales' ? minus(whole(0), found) : found;
    return { figure: found, score: subScoreOf(key, judged, policy), unknown: undefined, amounts };
  };
  return Object.fromEntries(SUB_SCORES.map((key) => [key, key === 'legal' ? legal(subject) : of(key)] as const)) as SubFigures;
}

/** A limit of nothing, and something that is owed against it: no share, and no better than any. */
const BEYOND = 'beyond';

function lateness({ paid, openItemsOnly }: Known, { key }: Subject): Fraction | Unknown {
  if (openItemsOnly) return 'open_items_only';
  return paid.year.of(key) ?? (paid.dueless[key] === 1 ? 'no_due_day' : 'nothing_paid');
}

function overdue({ owed }: Known, { key }: Subject): Fraction | Unknown {
  return fraction(owed.overdue[key] as number, owed.agreed[key] as number) ?? (owed.debits[key] === 0 ? whole(0) : 'no_due_day');
}

function oldest({ owed }: Known, { key }: Subject): Fraction | Unknown {
  return owed.debits[key] !== 0 && owed.agreed[key] === 0 ? 'no_due_day' : whole(owed.oldest[key] as number);
}

function usage({ standing, limit, exposure }: Subject): Fraction | Unknown | typeof BEYOND {
  if (standing === undefined) return 'not_in_customers';
  if (limit === undefined) return standing.limit === undefined ? 'no_limit' : 'limit_in_other_currency';
  if (limit === 0) return exposure > 0 ? BEYOND : whole(0);
  return fraction(exposure, limit) ?? 'no_limit';
}

function sales({ bought, periods, openItemsOnly }: Known, { key }: Subject): Fraction | Unknown {
  if (openItemsOnly) return 'open_items_only';
  if (!reachesBack(bought, key, periods.yearBefore.from)) return 'history_too_short';
  return changeOf(bought.yearBefore[key] as number, bought.year[key] as number) ?? 'nothing_sold_before';
}

function frequency({ openItemsOnly }: Known, { rhythm }: Subject): Fraction | Unknown {
  if (openItemsOnly) return 'open_items_only';
  return isRhythm(rhythm) ? timesOfMedian(rhythm) : 'few_orders';
}

/** What came back and was paid since is in no list of open items: none there is not none. */
function incidents({ returned, openItemsOnly }: Known, { key }: Subject): Fraction | Unknown {
  const count = returned.count[key] as number;
  return openItemsOnly && count === 0 ? 'open_items_only' : whole(count);
}

function disputes({ owed, tellsDisputes }: Known, { key }: Subject): Fraction | Unknown {
  if (!tellsDisputes) return 'no_column_of_disputes';
  return fraction(owed.disputed[key] as number, owed.debits[key] as number) ?? whole(0);
}

function legal({ standing }: Subject): SubFigure {
  if (standing === undefined) return { figure: undefined, score: undefined, unknown: 'not_in_customers', amounts: undefined };
  const hasEvent = standing.proceeding !== undefined || standing.status.is === 'legal';
  return { figure: undefined, score: legalScoreOf(hasEvent), unknown: undefined, amounts: undefined };
}

function amountsOf({ owed, bought, returned }: Known, { key, exposure, limit }: Subject, of: Measured): SubFigure['amounts'] {
  const at = (sums: Float64Array): number => sums[key] as number;
  if (of === 'overdue') return { amount: at(owed.overdue), of: at(owed.agreed) };
  if (of === 'usage') return { amount: exposure, of: limit };
  if (of === 'sales') return { amount: at(bought.year), of: at(bought.yearBefore) };
  if (of === 'disputes') return { amount: at(owed.disputed), of: at(owed.debits) };
  return of === 'incidents' ? { amount: at(returned.amount), of: undefined } : undefined;
}
