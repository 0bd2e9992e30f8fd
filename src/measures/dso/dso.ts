// How many days of sales are owed, month by month or customer by customer? DSO in its forms, what goes with it, and what is not known (rules §1.1 to 1.3).
import { assert } from '../../core/assert.ts';
import type { Day } from '../../core/day.ts';
import { measuredOn, monthOf } from '../../core/month.ts';
import { column, type Ledger } from '../../ledger/ledger.ts';
import type { Book } from '../../settle/book.ts';
import { openIn } from '../../settle/control.ts';
import { asideOf } from '../aside.ts';
import { goesOn, LateClaims } from '../late-claims.ts';
import { type Collected, collectedOf } from './collected.ts';
import { type DsoRow, rowAt } from './dso-row.ts';
import { flowsOf } from './flows.ts';
import { type BroughtForward, broughtForward, type Known, knownOf } from './known.ts';
import { openByMonthOf } from './open-by-month.ts';
import { type Bridge, type Receivables, receivablesOn } from './receivable.ts';
import { type SalesHistory, type SalesRow, salesOfLedger, salesOfTable } from './sales-history.ts';
import { type GroupedBy, Slots } from './slots.ts';

export type DsoRequest = {
  readonly asOf: Day;
  /** How many months are shown, that of the as-of day included. */
  readonly months: number;
  /** How many months a period has. */
  readonly window: number;
  /** Days of a year, for what is of a year. */
  readonly yearDays: 365 | 360;
  /** Rows at the as-of day by this; undefined for rows by month. */
  readonly by: GroupedBy | undefined;
  readonly customers: ReadonlySet<number> | undefined;
  readonly inBase: boolean;
  /** What a table says was sold, instead of the ledger. */
  readonly sales: readonly SalesRow[] | undefined;
};

export type Dso = {
  readonly rows: readonly DsoRow[];
  readonly slots: Slots;
  readonly history: SalesHistory;
  readonly known: Known;
  readonly bridges: readonly Bridge[];
  /** Rows of the table of sales that are of nobody shown. */
  readonly unmatched: readonly number[];
};

/** What a row is made of. */
export type DsoSources = {
  readonly request: DsoRequest;
  readonly history: SalesHistory;
  readonly known: Known;
  readonly slots: Slots;
  readonly forward: BroughtForward;
  /** Undefined for a day of which it is not known. */
  readonly receivablesOn: (day: Day) => Receivables | undefined;
  /** Of a day of which it is known. */
  readonly openByMonth: ReturnType<typeof openByMonthOf>;
  readonly flows: ReturnType<typeof flowsOf>;
  readonly collected: Collected;
};

export function dsoOf(book: Book, request: DsoRequest): Dso {
  const { ledger } = book;
  const { asOf, by, customers, inBase } = request;
  const slots = new Slots(ledger, by, inBase);
  const isAsked = (row: number): boolean => customers === undefined || customers.has(ledger.customer[row] as number);
  const keeps = (row: number): boolean => book.holds(row) && isAsked(row);
  const isOfBooks = booksOfAsked(book, customers);
  const known = knownOf(book, asOf, isOfBooks);
  const { history, unmatched } = salesIn(ledger, slots, request, { isOfBooks, isAsked }, known);
  const last = monthOf(asOf);
  const shown = last - (by === undefined ? request.months : 1) + 1;
  const since = shown - request.window + 1;
  const receivables = perDay((day) => receivablesOn(book, day, slots, { keeps, inBase }));
  const claims = new LateClaims(book, asOf, undefined);
  const sources: DsoSources = {
    ...{ request, history, known, slots },
    forward: broughtForward(book, asOf, slots, isOfBooks),
    receivablesOn: (day) => (known.openOn(day) ? receivables(day) : undefined),
    openByMonth: perDay(openByMonthOf(book, slots, documentOf(book, claims), { keeps, inBase })),
    flows: flowsOf(book, asOf, slots, since, claims, { keeps, inBase }),
    collected: collectedOf(book, asOf, slots, claims, { since: shown, keeps, inBase }),
  };
  const { bridges } = sources.receivablesOn(asOf) as Receivables;
  if (customers === undefined) assertBridged(bridges, slots, openIn(book.at(asOf), inBase));
  const firstMonths = firstMonthsOf(ledger, slots, asOf, keeps);
  const rows = by === undefined ? byMonth(sources, firstMonths) : byGroup(sources, firstMonths);
  return { rows, slots, history, known, bridges, unmatched };
}

/** Postings of the firms of those who are asked for: what is known of their books is known of each of their customers. */
function booksOfAsked({ ledger, holds }: Book, asked: DsoRequest['customers']): (row: number) => boolean {
  if (asked === undefined) return holds;
  const { customers } = ledger;
  const firms = new Set([...asked].map((number) => customers.entity(number)));
  return (row) => holds(row) && firms.has(customers.entity(ledger.customer[row] as number));
}

/** What came back or was transferred goes on with a document of before. */
function documentOf({ ledger, holds }: Book, claims: LateClaims): (row: number) => number {
  return (row) =>
    goesOn(ledger.kind[row] as number) && (ledger.amount[row] as number) > 0 && holds(row)
      ? (claims.of(row, 0)[0]?.invoices[0]?.debit ?? row)
      : row;
}

/** Each day is looked at once. */
function perDay<T>(of: (day: Day) => T): (day: Day) => T {
  const found = new Map<Day, T>();
  return (day) => {
    const known = found.get(day);
    if (known !== undefined) return known;
    const made = of(day);
    found.set(day, made);
    return made;
  };
}

/** Oldest first, and within a month by currency; a currency begins with its first posting. */
function byMonth(sources: DsoSources, firstMonths: Float64Array): DsoRow[] {
  const { asOf, months } = sources.request;
  const last = monthOf(asOf);
  const order = [...firstMonths.keys()].sort((a, b) =>
    (sources.slots.currencies[a] as string) < (sources.slots.currencies[b] as string) ? -1 : 1,
  );
  return Array.from({ length: months }, (_, i) => last - months + 1 + i).flatMap((month) =>
    order.flatMap((slot) =>
      month >= (firstMonths[slot] as number) ? [rowAt(sources, slot, month, measuredOn(month, asOf))] : [],
    ),
  );
}

function byGroup(sources: DsoSources, firstMonths: Float64Array): DsoRow[] {
  const { asOf } = sources.request;
  return [...firstMonths.keys()].flatMap((slot) =>
    Number.isFinite(firstMonths[slot]) ? [rowAt(sources, slot, monthOf(asOf), asOf)] : [],
  );
}

function salesIn(
  ledger: Ledger,
  slots: Slots,
  { sales, customers, inBase, by, asOf }: DsoRequest,
  { isOfBooks, isAsked }: { readonly isOfBooks: (row: number) => boolean; readonly isAsked: (row: number) => boolean },
  known: Known,
): { history: SalesHistory; unmatched: readonly number[] } {
  if (sales !== undefined) return salesOfTable(sales, slots, ledger.customers, customers, by !== undefined);
  const aside = asideOf(ledger);
  const amounts = inBase ? (column(ledger, 'base') ?? ledger.amount) : ledger.amount;
  // Of a list of open items what was paid has gone, and with it what was sold.
  const counts = (row: number): boolean =>
    known.openOnly !== 'list' && (ledger.day[row] as number) <= asOf && isOfBooks(row) && aside(row) === 0;
  return { history: salesOfLedger(ledger, slots, { counts, isAsked }, amounts), unmatched: [] };
}

/** By slot, the month of the first posting; infinite where there is none by the as-of day. */
function firstMonthsOf({ count, day }: Ledger, slots: Slots, asOf: Day, keeps: (row: number) => boolean): Float64Array {
  const first = new Float64Array(slots.groups.length).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < count; row++) {
    if ((day[row] as number) > asOf || !keeps(row)) continue;
    const slot = slots.slotOfUnit[slots.unitOf(row)] as number;
    if ((day[row] as number) < (first[slot] as number)) first[slot] = day[row] as number;
  }
  return first.map((one) => (Number.isFinite(one) ? monthOf(one as Day) : one)) as Float64Array<ArrayBuffer>;
}

/** Nothing fell between the aged balance and the receivable. */
function assertBridged(bridges: readonly Bridge[], { currencies }: Slots, control: ReturnType<typeof openIn>): void {
  for (const { currency, open } of control) {
    const bridge = bridges[currencies.indexOf(currency)];
    if (bridge === undefined) continue;
    const { total, aside, inCredit, receivable } = bridge;
    assert(total === open, `the receivable misses ${open - total} minor units of ${currency}`);
    const left = aside.reduce((rest, part) => rest - part, total) - inCredit;
    assert(left === receivable, `the receivable in ${currency} differs by ${left - receivable} minor units from what is open`);
  }
}
