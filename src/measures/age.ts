// How old is what is owed? The aged balance (balance âgée) of rules §1.5: every open item in one bucket or in `unallocated`,
// per group and currency, with Σ buckets + unallocated = Σ open asserted against the control.
import { assert } from '../core/assert.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import { mulDiv } from '../core/rounding.ts';
import type { ColumnName } from '../ledger/field.ts';
import { column, DISPUTED_WHOLE, documentDays, type Ledger } from '../ledger/ledger.ts';
import type { Buckets } from '../policy/buckets.ts';
import type { Book } from '../settle/book.ts';
import { controlIn } from '../settle/control.ts';
import { setAgainstOldest } from '../settle/oldest.ts';
import type { OpenItems } from '../settle/open-items.ts';
import { dueOrDocumentDay } from '../settle/order.ts';
import { type Group, type GroupBy, Grouping } from './grouping.ts';

/** What happens to credits that no evidence allocates: a column of their own, the oldest debits, or their own bucket. */
export const CREDITS = ['separate', 'oldest', 'in-place'] as const;
export type Credits = (typeof CREDITS)[number];

/** The columns an aged balance needs beside those of settlement; a group's own column comes on top. */
export const AGE_COLUMNS: readonly ColumnName[] = ['disputed'];

export type AgeRequest = {
  readonly asOf: Day;
  readonly buckets: Buckets;
  readonly credits: Credits;
  readonly groupBy: GroupBy;
  /** Customer numbers to keep; undefined keeps all. */
  readonly customers: ReadonlySet<number> | undefined;
  /** Report in the books' currency, from the base amounts. */
  readonly inBase: boolean;
};

/** Sums of one kind, one entry a group slot, in minor units of the group's currency. */
type Sums = Float64Array;

/** Parallel to `groups`. `buckets[b][slot]` is signed; `unallocated` ≤ 0. */
export type AgedBalance = {
  readonly groups: readonly Group[];
  readonly buckets: readonly Sums[];
  readonly unallocated: Sums;
  readonly total: Sums;
  /** What stands in a bucket and is past its due day, whatever the buckets count from. */
  readonly overdue: Sums;
  readonly disputed: Sums;
  /** Largest days late of a debit past its due day; 0 when none is. */
  readonly oldestDaysLate: Int32Array;
};

/** The items of a request, in the state their amounts are aged in. */
export type AgedItems = {
  readonly items: OpenItems;
  /** Remaining amount a row, in the row's currency or the books'. */
  readonly open: Float64Array;
  readonly daysLate: (row: number) => number;
  /** Index of the bucket, or UNALLOCATED. */
  readonly bucket: (row: number) => number;
  readonly disputed: (row: number) => number;
  readonly keeps: (row: number) => boolean;
};

const UNALLOCATED = -1;

export function agedItems(book: Book, request: AgeRequest): AgedItems {
  const { ledger } = book;
  const { asOf, buckets, customers } = request;
  const dates = documentDays(ledger);
  const due = dueOrDocumentDay(ledger);
  const settled = book.at(asOf);
  const items = request.credits === 'oldest' ? setAgainstOldest(ledger, settled) : settled;
  const open = request.inBase ? (items.base ?? items.open) : items.open;
  const disputedColumn = column(ledger, 'disputed');
  const inPlace = request.credits === 'in-place';
  return {
    items,
    open,
    daysLate: (row) => asOf - due(row),
    bucket: (row) => {
      if ((open[row] as number) < 0 && !inPlace) return UNALLOCATED;
      return buckets.indexOf(asOf - (buckets.ageBy === 'date' ? (dates[row] as number) : due(row)));
    },
    disputed: (row) => {
      const left = open[row] as number;
      const told = disputedColumn === undefined ? 0 : (disputedColumn[row] as number);
      if (left <= 0 || told === 0) return 0;
      if (told === DISPUTED_WHOLE) return left;
      if (!request.inBase) return Math.min(told, left);
      // A disputed amount is told in the row's currency; its worth in the books is its share of what the row is worth.
      const inRow = settled.open[row] as number;
      if (inRow <= told) return left;
      return Math.min(left, mulDiv(settled.base?.[row] as number, told, inRow, 'half-up'));
    },
    keeps: (row) =>
      (ledger.day[row] as number) <= asOf && (customers === undefined || customers.has(ledger.customer[row] as number)),
  };
}

export function agedBalance(book: Book, request: AgeRequest): AgedBalance {
  const { ledger } = book;
  const aged = agedItems(book, request);
  const grouping = new Grouping(ledger, request.groupBy, request.inBase);
  const records = addUp(ledger, request, aged, grouping);
  const { groups } = grouping;
  const buckets = request.buckets.list.length;
  const size = buckets + MORE.length;
  const sum = (which: number): Sums => {
    const sums = new Float64Array(groups.length);
    for (let slot = 0; slot < groups.length; slot++) sums[slot] = records[slot * size + which] as number;
    return sums;
  };
  const [unallocated, overdue, disputed, oldest] = MORE.map((which) => sum(buckets + which)) as [Sums, Sums, Sums, Sums];
  const list = request.buckets.list.map((_, b) => sum(b));
  const balance = {
    groups,
    buckets: list,
    unallocated,
    total: totalOf([...list, unallocated]),
    overdue,
    disputed,
    oldestDaysLate: Int32Array.from(oldest),
  };
  if (request.customers === undefined) assertComplete(ledger, aged, balance, request.inBase);
  return balance;
}

function totalOf(parts: readonly Sums[]): Sums {
  const total = new Float64Array((parts[0] as Sums).length);
  for (const part of parts)
    for (let slot = 0; slot < total.length; slot++) total[slot] = (total[slot] as number) + (part[slot] as number);
  return total;
}

/** What stands behind the buckets in the record of a group. */
const [UNALLOCATED_SUM, OVERDUE, DISPUTED, OLDEST] = [0, 1, 2, 3] as const;
const MORE = [UNALLOCATED_SUM, OVERDUE, DISPUTED, OLDEST];

/**
 * One record a group: its buckets, then MORE. One pass over the postings, which reads columns and asks functions only for what few rows
 * have; the sums of a group lie side by side, because what is far away in memory is what ten million rows wait for.
 */
function addUp(
  ledger: Ledger,
  { asOf, buckets, credits, customers }: AgeRequest,
  aged: AgedItems,
  grouping: Grouping,
): Float64Array {
  const { count, day, due, customer } = ledger;
  const { open } = aged;
  const dates = documentDays(ledger);
  const byDate = buckets.ageBy === 'date';
  const inPlace = credits === 'in-place';
  const hasDisputes = ledger.columns.disputed !== undefined;
  const behind = buckets.list.length;
  const size = behind + MORE.length;
  const records = new Float64Array(grouping.mostSlots * size);
  const add = (at: number, amount: number): void => {
    records[at] = (records[at] as number) + amount;
  };
  for (let row = 0; row < count; row++) {
    if ((day[row] as number) > asOf || (customers !== undefined && !customers.has(customer[row] as number))) continue;
    const record = grouping.slotOf(row) * size;
    const left = open[row] as number;
    if (left === 0) continue;
    if (left < 0 && !inPlace) {
      add(record + behind + UNALLOCATED_SUM, left);
      continue;
    }
    const late = asOf - (due[row] === NO_DAY ? (dates[row] as number) : (due[row] as number));
    add(record + buckets.indexOf(byDate ? asOf - (dates[row] as number) : late), left);
    if (late > 0) add(record + behind + OVERDUE, left);
    if (left < 0) continue;
    if (late > (records[record + behind + OLDEST] as number)) records[record + behind + OLDEST] = late;
    if (hasDisputes) add(record + behind + DISPUTED, aged.disputed(row));
  }
  return records;
}

/** Nothing fell between two buckets: the groups add up to the open amounts the control has proved. */
function assertComplete(ledger: Ledger, aged: AgedItems, balance: AgedBalance, inBase: boolean): void {
  const left = new Map<string, number>(controlIn(aged.items, inBase).map((line) => [line.currency, line.open]));
  balance.groups.forEach((group, slot) => {
    left.set(group.currency, (left.get(group.currency) ?? 0) - (balance.total[slot] as number));
  });
  for (const [currency, difference] of left) {
    assert(difference === 0, `the buckets of ${currency} miss ${difference} minor units of ${ledger.count} postings`);
  }
}
