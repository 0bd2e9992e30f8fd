// What happened to a document, day by day? Issued, settled, come back, named in vain, due, and how it stands on the day; what the ledger knows of later
// days is told apart and never counted.
import { type Day, NO_DAY } from '../core/day.ts';
import { column, documentDays, type Ledger } from '../ledger/ledger.ts';
import type { EvidenceKey } from '../settle/open-items.ts';
import { oldestDueFirst } from '../settle/order.ts';
import type { AgeDetail } from './age-detail.ts';
import type { Sent } from './dunning/notice.ts';
import { RETURNED, type ReturnsOf } from './story-returns.ts';
import { NO_ROW, type Settled, type Settling } from './story-settling.ts';

/** In the order in which they stand within a day. */
const EVENTS = ['issued', 'settled', 'returned', 'named', 'due', 'reminded', 'open', 'closed'] as const;
export type EventKey = (typeof EVENTS)[number];

export type StoryEvent = {
  readonly event: EventKey;
  /** The ledger knows it, and the day does not yet: it counts for nothing. */
  readonly later: boolean;
  /** NO_DAY where the row's own columns do not say when it was settled. */
  readonly day: Day;
  /** The posting it happened to; NO_ROW where no posting carries the number. */
  readonly row: number;
  /** The posting that settled, came back or names; NO_ROW where there is none. */
  readonly other: number;
  /** Signed: what it puts on or takes off what is open; 0 for what only happened. */
  readonly effect: number;
  readonly evidence: EvidenceKey | undefined;
  /** What is open behind it; undefined after the day, and where no posting carries the number. */
  readonly openAfter: number | undefined;
  /** Why a posting that names the document settled nothing of it, where that is known. */
  readonly why: 'ambiguous' | 'currency' | undefined;
  /** What was sent, of the event `reminded`. */
  readonly notice: Sent | undefined;
};

type Told = {
  /** Rows that carry the number, and rows that name it; of any day. */
  readonly rows: readonly number[];
  readonly names: readonly number[];
  /** Of these rows only. */
  readonly settling: Settling;
  readonly returns: ReturnsOf;
  readonly amounts: Float64Array;
  readonly detail: AgeDetail;
  readonly asOf: Day;
  readonly noticesOf: (row: number) => readonly Sent[];
};

type Happened = Omit<StoryEvent, 'openAfter' | 'later'> & {
  /** Where it stands in time; its own day but for what is undated. */
  readonly at: number;
};

export function eventsOf(ledger: Ledger, told: Told): StoryEvent[] {
  const { asOf } = told;
  const happened = [
    ...[...issues(ledger, told), ...settlements(ledger, told), ...callbacks(ledger, told), ...names(ledger, told)],
    ...reminders(told),
  ];
  const now = [...happened, ...dues(ledger, told)].filter(({ at, event }) => at <= asOf || event === 'due');
  const later = happened.filter(({ at }) => at > asOf);
  const inTime = byDay(ledger, [...now, ...standing(ledger, told), ...later]);
  let open = 0;
  return inTime.map(({ at, event, day, row, other, effect, evidence, why, notice }) => {
    const later = at > asOf && event !== 'due';
    if (!later) open += effect;
    const openAfter = at > asOf || told.rows.length === 0 ? undefined : open;
    return { event, later, day, row, other, effect, evidence, openAfter, why, notice };
  });
}

const NOTHING = { other: NO_ROW, effect: 0, evidence: undefined, why: undefined, notice: undefined } as const;

/** A document in instalments is issued once. */
function issues(ledger: Ledger, { rows, amounts, settling }: Told): Happened[] {
  const whole = new Map<number, number>();
  for (const row of rows) {
    const first = settling.wholeOf(row);
    whole.set(first, (whole.get(first) ?? 0) + (amounts[row] as number));
  }
  return [...whole].map(([row, effect]) => {
    const day = ledger.day[row] as Day;
    return { ...NOTHING, event: 'issued', day, at: day, row, effect };
  });
}

function settlements(ledger: Ledger, { settling }: Told): Happened[] {
  return [...settling.onDay, ...settling.later].map((settled: Settled) => {
    const at = settled.day === NO_DAY ? (ledger.day[settled.row] as number) : settled.day;
    return { ...NOTHING, ...settled, event: 'settled', at };
  });
}

/** Payments that came back: a posting of its own names one that settled the document, or bears its number. */
function callbacks(ledger: Ledger, { rows, names: direct, settling, returns }: Told): Happened[] {
  const document = column(ledger, 'document');
  if (document === undefined) return [];
  const payments = new Map<string, Settled>();
  for (const settled of settling.onDay) {
    const { other, effect } = settled;
    if (other === NO_ROW || effect >= 0 || document.isEmpty(other)) continue;
    const number = document.at(other);
    const known = payments.get(number)?.other;
    if (known === undefined || (ledger.day[other] as number) < (ledger.day[known] as number)) payments.set(number, settled);
  }
  const counted = new Set([...rows, ...direct, ...settling.onDay.map(({ other }) => other)]);
  return [...payments].flatMap(([number, { row, other }]) =>
    returns(ledger.customer[row] as number, number)
      .filter((back) => !counted.has(back) && (ledger.day[back] as number) >= (ledger.day[other] as number))
      .map((back) => happenedBy(ledger, back, row)),
  );
}

/** What names the document and settles nothing of it. */
function names(ledger: Ledger, { rows, names: naming, settling }: Told): Happened[] {
  const own = new Set(rows);
  const settled = new Set([...settling.onDay, ...settling.later].map(({ other }) => other));
  const why = whyNot(ledger, rows);
  return naming
    .filter((row) => !settled.has(row) && !own.has(row))
    .map((row) => ({ ...happenedBy(ledger, row, rows[0] ?? NO_ROW), why: why(row) }));
}

function happenedBy(ledger: Ledger, other: number, row: number): Happened {
  const day = ledger.day[other] as Day;
  return { ...NOTHING, event: ledger.kind[other] === RETURNED ? 'returned' : 'named', day, at: day, row, other };
}

/** Documents of two days carry the number, or none in the currency of what names it (settle/by-reference.ts). */
function whyNot(ledger: Ledger, rows: readonly number[]): (name: number) => StoryEvent['why'] {
  const dates = documentDays(ledger);
  /** By currency the days of its documents, by whether they are debits. */
  const days = new Map<number, Map<boolean, Set<number>>>();
  const isDebit = (row: number): boolean => (ledger.amount[row] as number) > 0;
  for (const row of rows) {
    const currency = ledger.currency[row] as number;
    const sides = days.get(currency) ?? new Map([true, false].map((debit) => [debit, new Set<number>()]));
    days.set(currency, sides);
    sides.get(isDebit(row))?.add(dates[row] as number);
  }
  return (name) => {
    if (rows.length === 0) return undefined;
    const sides = days.get(ledger.currency[name] as number);
    if (sides === undefined) return 'currency';
    return (sides.get(!isDebit(name))?.size ?? 0) > 1 ? 'ambiguous' : undefined;
  };
}

/** Debits that are due on a day, and exist. */
function dues(ledger: Ledger, { rows, asOf }: Told): Happened[] {
  return rows
    .filter((row) => (ledger.day[row] as number) <= asOf && ledger.due[row] !== NO_DAY && (ledger.amount[row] as number) > 0)
    .map((row) => {
      const day = ledger.due[row] as Day;
      // What revives the day of another document is due before it was posted, and cannot stand before it.
      return { ...NOTHING, event: 'due', day, at: Math.max(day, ledger.day[row] as number), row };
    });
}

/** Notices of a row; one of all its instalments is told once. */
function reminders({ rows, noticesOf }: Told): Happened[] {
  const told = new Set<Sent>();
  return rows.flatMap((row) =>
    noticesOf(row)
      .filter((notice) => !told.has(notice) && told.add(notice))
      .map((notice): Happened => ({ ...NOTHING, event: 'reminded', day: notice.day, at: notice.day, row, notice })),
  );
}

/** How each posting stands on the day: what is open of it, or once that nothing is. */
function standing(ledger: Ledger, { rows, detail, asOf }: Told): Happened[] {
  const exist = rows.filter((row) => (ledger.day[row] as number) <= asOf);
  const open = exist.filter((row) => detail.open[row] !== 0).sort(oldestDueFirst(ledger));
  const at = (row: number, event: EventKey): Happened => ({ ...NOTHING, event, day: asOf, at: asOf, row });
  if (open.length > 0) return open.map((row) => at(row, 'open'));
  return exist.slice(0, 1).map((row) => at(row, 'closed'));
}

/** In time; what stands on the day closes it, and postings that are told apart by nothing else stand as settlement would take them. */
function byDay(ledger: Ledger, events: readonly Happened[]): Happened[] {
  const order = oldestDueFirst(ledger);
  // What a settlement left over is closed behind it.
  const rank = ({ event, evidence }: Happened): number => EVENTS.indexOf(event) + (evidence === 'tolerance' ? 0.5 : 0);
  const closing = ({ event }: Happened): number => (event === 'open' || event === 'closed' ? 1 : 0);
  const places = (a: number, b: number): number => (a === b || a === NO_ROW || b === NO_ROW ? a - b : order(a, b));
  return events.toSorted(
    (a, b) =>
      a.at - b.at ||
      closing(a) - closing(b) ||
      rank(a) - rank(b) ||
      places(a.row, b.row) ||
      places(a.other, b.other) ||
      a.effect - b.effect,
  );
}
