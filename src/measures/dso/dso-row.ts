// What are the figures of one line, a currency or a group on one day? All exact; undefined is what is not known, or would divide by nothing.
import { type Day, endOfMonth, NO_DAY } from '../../core/day.ts';
import { type Fraction, fraction, minus } from '../../core/fraction.ts';
import { firstDayOf, type Month, measuredOn } from '../../core/month.ts';
import type { Group } from '../grouping.ts';
import { type CountBack, countBack } from './count-back.ts';
import type { DsoSources } from './dso.ts';
import type { FlowOver } from './flows.ts';
import {
  averageDso,
  collectionEffectiveness,
  collectionRate,
  daysOfSales,
  receivableTurns,
  sumOfParts,
  valueOfDay,
  yearlySales,
} from './formulas.ts';
import type { OpenOfMonth } from './open-by-month.ts';
import type { Receivables } from './receivable.ts';
import type { MonthStretch, SalesOver } from './sales-history.ts';

/** A ratio of which a part may be of sales that are not known: it is more than what is shown then. */
export type AtLeast = { readonly days: Fraction; readonly isMore: boolean };

/** Of the month; undefined where it is not known. */
export type Collection = {
  readonly cash: number | undefined;
  readonly rate: Fraction | undefined;
  /** What was overdue when the month began, and what cash paid of it. */
  readonly overdueOpening: number | undefined;
  readonly overdueCollected: number | undefined;
  readonly recovery: Fraction | undefined;
};

export type DsoRow = {
  readonly slot: number;
  readonly group: Group;
  readonly month: Month;
  readonly day: Day;
  /** False for the month of an as-of day that is not its last. */
  readonly isMonthEnd: boolean;
  readonly receivable: number | undefined;
  readonly overdue: number | undefined;
  readonly disputed: number | undefined;
  /** Of the month. */
  readonly sales: number | undefined;
  /** Of the window. */
  readonly over: SalesOver | undefined;
  /** Of a year, with what was open at its begin. */
  readonly year: { readonly over: SalesOver; readonly sales: bigint; readonly begin: number | undefined } | undefined;
  /** What was open at the begin of the month. */
  readonly opening: number | undefined;
  /** What was open at the begin of the window. */
  readonly windowOpening: number | undefined;
  readonly countBack: CountBack<MonthStretch> | undefined;
  readonly simple: Fraction | undefined;
  readonly bestPossible: Fraction | undefined;
  readonly delinquent: Fraction | undefined;
  readonly ofDisputed: Fraction | undefined;
  readonly average: Fraction | undefined;
  readonly beyondTerms: Fraction | undefined;
  readonly byInvoice: AtLeast | undefined;
  readonly weighted: AtLeast | undefined;
  readonly dayValue: number | undefined;
  readonly turns: Fraction | undefined;
  readonly cei: Fraction | undefined;
  readonly collection: Collection;
  readonly flow: FlowOver;
  /** In cash, over the window; undefined where none is known and some may have been. */
  readonly paid: number | undefined;
  readonly daysLateOpen: Fraction | undefined;
  readonly daysLateToDate: Fraction | undefined;
  readonly lateRate: Fraction | undefined;
  readonly disputeRate: Fraction | undefined;
  /** Count-back of the months before and of this one, oldest first; undefined where it is not known or has no end. */
  readonly trend: readonly (Fraction | undefined)[];
};

export function rowAt(sources: DsoSources, slot: number, month: Month, day: Day): DsoRow {
  const { request, history, known, slots, flows } = sources;
  const of = sources.receivablesOn(day);
  const [receivable, overdue, disputed] = [of?.receivable[slot], of?.overdue[slot], of?.disputed[slot]];
  const over = history.over(slot, month, request.window, day);
  const inDays = (amount: number | undefined): Fraction | undefined =>
    amount === undefined || over === undefined ? undefined : daysOfSales(amount, over.sales, over.days);
  const notDue = receivable === undefined || overdue === undefined ? undefined : receivable - overdue;
  const bestPossible = inDays(notDue);
  const flow = flows.over(slot, month - request.window + 1, month);
  const year = yearOf(sources, slot, month, day);
  const sales = history.ofMonth(slot, month);
  const begin = openingDay(sources, slot, month);
  const opening = begin === undefined ? undefined : sources.receivablesOn(begin)?.receivable[slot];
  const windowOpening = over === undefined ? undefined : openAtBegin(sources, slot, over.from, day);
  return {
    ...{
      slot,
      group: slots.groups[slot] as Group,
      month,
      day,
      receivable,
      overdue,
      disputed,
      sales,
      over,
      year,
      opening,
      windowOpening,
    },
    isMonthEnd: endOfMonth(day) === day,
    countBack: countedBack(sources, slot, month, day),
    simple: inDays(receivable),
    bestPossible,
    delinquent: inDays(overdue),
    ofDisputed: inDays(disputed),
    average:
      receivable === undefined || over === undefined || windowOpening === undefined
        ? undefined
        : averageDso(windowOpening, receivable, over.sales, over.days),
    beyondTerms: bestPossible === undefined || flow.terms === undefined ? undefined : minus(bestPossible, flow.terms),
    byInvoice: of === undefined ? undefined : byInvoice(sources, slot, day, (_, open) => open.age.value),
    weighted:
      of === undefined ? undefined : byInvoice(sources, slot, day, (one, { open }) => BigInt(open) * BigInt(daysIn(one, day))),
    dayValue: year === undefined || year.sales <= 0n ? undefined : valueOfDay(year.sales, request.yearDays),
    turns:
      year?.begin === undefined || receivable === undefined ? undefined : receivableTurns(year.begin, receivable, year.sales),
    cei:
      opening === undefined || sales === undefined || receivable === undefined || notDue === undefined
        ? undefined
        : collectionEffectiveness(opening, sales, receivable, notDue),
    collection: collectionOf(sources, slot, month, day, begin, sales),
    flow,
    paid: flow.paid === 0 && (known.undated !== undefined || known.openOnly === 'list') ? undefined : flow.paid,
    daysLateOpen: of === undefined ? undefined : fraction(lateDays(of, slot), of.late[slot] as number),
    daysLateToDate: of === undefined ? undefined : flow.daysLateWith(of.late[slot] as number, lateDays(of, slot)),
    lateRate: receivable === undefined || overdue === undefined ? undefined : fraction(overdue, receivable),
    disputeRate: receivable === undefined || disputed === undefined ? undefined : fraction(disputed, receivable),
    trend: trendOf(sources, slot, month),
  };
}

function lateDays({ daysLate }: Receivables, slot: number): bigint {
  return daysLate[slot]?.value ?? 0n;
}

function daysIn(month: Month, day: Day): number {
  return measuredOn(month, day) - firstDayOf(month) + 1;
}

/** Undefined where the receivable is not known, or nothing is known of sales. */
function countedBack(
  { history, receivablesOn }: DsoSources,
  slot: number,
  month: Month,
  day: Day,
): CountBack<MonthStretch> | undefined {
  const first = history.first(slot);
  if (first === undefined || first > month) return undefined;
  const receivable = receivablesOn(day)?.receivable[slot];
  return receivable === undefined ? undefined : countBack(receivable, history.backFrom(slot, month, day));
}

/** What was open at the end of a month; undefined where it cannot be known. */
function openAtEndOf({ forward, receivablesOn, request }: DsoSources, slot: number, month: Month): number | undefined {
  const day = measuredOn(month, request.asOf);
  return forward.on(slot) === NO_DAY || day >= forward.on(slot) ? receivablesOn(day)?.receivable[slot] : undefined;
}

/** The day on which a month begins, as far as what was open then is known; of the month in which the books do, that of what is brought forward, where nothing else was posted up to then. */
function openingDay(sources: DsoSources, slot: number, month: Month): Day | undefined {
  const { forward, receivablesOn, request } = sources;
  const begins = forward.on(slot);
  const before = measuredOn(month - 1, request.asOf);
  if ((begins === NO_DAY || before >= begins) && receivablesOn(before) !== undefined) return before;
  if (begins === NO_DAY || !forward.isAlone(slot)) return undefined;
  const isOfMonth = begins >= firstDayOf(month) && begins <= measuredOn(month, request.asOf);
  return isOfMonth ? begins : undefined;
}

function collectionOf(
  { known, collected, receivablesOn }: DsoSources,
  slot: number,
  month: Month,
  day: Day,
  begin: Day | undefined,
  sales: number | undefined,
): Collection {
  const cash = known.paidBy(day) ? collected.cash(slot, month) : undefined;
  const opening = begin === undefined ? undefined : receivablesOn(begin);
  const overdueOpening = opening?.overdue[slot];
  const overdueCollected =
    cash === undefined || begin === undefined || opening === undefined
      ? undefined
      : collected.ofOverdue(slot, month, begin, opening);
  const isKnown = cash !== undefined && opening !== undefined && sales !== undefined;
  return {
    ...{ cash, overdueOpening, overdueCollected },
    rate: isKnown ? collectionRate(cash, opening.receivable[slot] as number, sales) : undefined,
    recovery:
      overdueCollected === undefined || overdueOpening === undefined ? undefined : fraction(overdueCollected, overdueOpening),
  };
}

/** What was open before the first of a month, or else what the ledger brings forward. */
function openAtBegin(sources: DsoSources, slot: number, month: Month, day: Day): number | undefined {
  const { receivablesOn } = sources;
  const begins = sources.forward.on(slot);
  const before = openAtEndOf(sources, slot, month - 1);
  if (before !== undefined || begins === NO_DAY || begins > day) return before;
  return firstDayOf(month) - 1 >= begins ? undefined : receivablesOn(begins)?.receivable[slot];
}

/** Twelve months up to the day; what is known of fewer is taken for a year's share of days. */
function yearOf(sources: DsoSources, slot: number, month: Month, day: Day): DsoRow['year'] {
  const over = sources.history.over(slot, month, 12, day);
  if (over === undefined) return undefined;
  return { over, sales: yearlySales(over.sales, over.days), begin: openAtBegin(sources, slot, over.from, day) };
}

/** Open invoices against the sales of their own months: what is of months without known sales can only be more. */
function byInvoice(
  { history, openByMonth }: DsoSources,
  slot: number,
  day: Day,
  amountDays: (month: Month, open: OpenOfMonth) => bigint,
): AtLeast | undefined {
  if (history.first(slot) === undefined) return undefined;
  const months = [...(openByMonth(day)[slot] ?? [])];
  const parts = months.flatMap(([month, open]) => {
    const sales = history.ofMonth(slot, month);
    return sales === undefined || sales <= 0 ? [] : [{ amountDays: amountDays(month, open), sales }];
  });
  const days = sumOfParts(parts);
  if (days === undefined || (parts.length === 0 && months.length > 0)) return undefined;
  return { days, isMore: parts.length < months.length };
}

function trendOf(sources: DsoSources, slot: number, month: Month): (Fraction | undefined)[] {
  const { by, months, asOf } = sources.request;
  if (by === undefined) return [];
  return Array.from({ length: months }, (_, i) => month - months + 1 + i).map((one) => {
    const counted = countedBack(sources, slot, one, measuredOn(one, asOf));
    return counted === undefined || counted.isMore ? undefined : counted.days;
  });
}
