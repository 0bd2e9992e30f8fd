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
  const { keys, records } = addUp(ledger, request, aged, grouping);
  const groups: Group[] = [];
  for (let slot = 0; slot < keys.length; slot++) groups.push(grouping.groupOf(keys[slot] as number));
  const size = request.buckets.list.length + MORE.length;
  const sums = Array.from({ length: size }, (_, which) => inColumn(records, size, which, groups.length));
  const list = sums.slice(0, -MORE.length);
  const [unallocated, disputed, oldest, overdue] = sums.slice(-MORE.length) as [Sums, Sums, Sums, Sums];
  const balance = {
    groups,
    buckets: list,
    unallocated,
    total: totalOf([...list, unallocated]),
    overdue: request.buckets.ageBy === 'date' ? overdue : totalOf(list.slice(request.buckets.notLate)),
    disputed,
    oldestDaysLate: new Int32Array(oldest),
  };
  if (request.customers === undefined) assertComplete(ledger, aged, balance, request.inBase);
  return balance;
}

/** One figure of each record, of which there is one before those of the groups. */
function inColumn(records: Float64Array, size: number, which: number, groups: number): Sums {
  const sums = new Float64Array(groups);
  for (let slot = 0, at = size + which; slot < groups; slot++, at += size) sums[slot] = records[at] as number;
  return sums;
}

function totalOf(parts: readonly Sums[]): Sums {
  const total = new Float64Array((parts[0] as Sums).length);
  for (const part of parts) {
    for (let slot = 0; slot < total.length; slot++) total[slot] = (total[slot] as number) + (part[slot] as number);
  }
  return total;
}

/** What stands behind the buckets in the record of a group; what is overdue only where buckets count from another day. */
const MORE = ['unallocated', 'disputed', 'oldest', 'overdue'] as const;

/**
 * The keys of the groups in the order first seen, and one record a group in that order: its buckets, then MORE. One pass over the postings,
 * flat, because its first ten thousand rows run in an engine that is still cold; the sums of a group lie side by side, because what is
 * far away in memory is what ten million rows wait for.
 */
function addUp(
  ledger: Ledger,
  { asOf, buckets, credits, customers }: AgeRequest,
  aged: AgedItems,
  grouping: Grouping,
): { keys: Int32Array; records: Float64Array } {
  const { count, day, due, customer, currency } = ledger;
  const { codes, currencies, mostKeys } = grouping;
  const { open } = aged;
  const dates = documentDays(ledger);
  const byDate = buckets.ageBy === 'date';
  const inPlace = credits === 'in-place';
  const hasDisputes = ledger.columns.disputed !== undefined;
  const { bucketOf, first, last } = bucketTable(buckets);
  const behind = buckets.list.length;
  const size = behind + MORE.length;
  const [unallocated, disputed, oldest, overdue] = [behind, behind + 1, behind + 2, behind + 3] as const;
  const keys = new Int32Array(mostKeys);
  let groups = 0;
  // Where the record of each key begins; the first record is nobody's, so that 0 says that there is none yet.
  const places = new Int32Array(mostKeys);
  const records = new Float64Array((mostKeys + 1) * size);
  for (let row = 0; row < count; row++) {
    if ((day[row] as number) > asOf) continue;
    if (customers !== undefined && !customers.has(customer[row] as number)) continue;
    const code = codes[row] as number;
    const key = currencies === 1 ? code : code * currencies + (currency[row] as number);
    let record = places[key] as number;
    if (record === 0) {
      keys[groups++] = key;
      record = groups * size;
      places[key] = record;
    }
    const left = open[row] as number;
    if (left === 0) continue;
    if (left < 0 && !inPlace) {
      records[record + unallocated] = (records[record + unallocated] as number) + left;
      continue;
    }
    const owed = due[row] as number;
    const late = asOf - (owed === NO_DAY ? (dates[row] as number) : owed);
    const days = byDate ? asOf - (dates[row] as number) : late;
    const at = record + (bucketOf[days < first ? 0 : (days > last ? last : days) - first] as number);
    records[at] = (records[at] as number) + left;
    if (hasDisputes) records[record + disputed] = (records[record + disputed] as number) + aged.disputed(row);
    if (late <= 0) continue;
    if (byDate) records[record + overdue] = (records[record + overdue] as number) + left;
    if (left > 0 && late > (records[record + oldest] as number)) records[record + oldest] = late;
  }
  return { keys: keys.subarray(0, groups), records };
}

/** The bucket of each number of days from `first` to `last`; what is beyond stands with the nearer of the two. */
function bucketTable({ upTo }: Buckets): { bucketOf: Int32Array; first: number; last: number } {
  const first = upTo[0] as number;
  const last = (upTo[upTo.length - 1] as number) + 1;
  const bucketOf = new Int32Array(last - first + 1);
  upTo.forEach((days, bucket) => {
    bucketOf.fill(bucket + 1, days + 1 - first, (upTo[bucket + 1] ?? last) + 1 - first);
  });
  return { bucketOf, first, last };
}

/** Nothing fell between two buckets: the groups add up to the open amounts the control has proved. */
function assertComplete(ledger: Ledger, aged: AgedItems, balance: AgedBalance, inBase: boolean): void {
  const { groups, total } = balance;
  const left = new Map<string, number>(controlIn(aged.items, inBase).map((line) => [line.currency, line.open]));
  for (let slot = 0; slot < groups.length; ) {
    const { currency } = groups[slot] as Group;
    // Groups of one currency mostly stand together.
    let sum = 0;
    while (slot < groups.length && groups[slot]?.currency === currency) sum += total[slot++] as number;
    left.set(currency, (left.get(currency) ?? 0) - sum);
  }
  for (const [currency, difference] of left) {
    assert(difference === 0, `the buckets of ${currency} miss ${difference} minor units of ${ledger.count} postings`);
  }
}
