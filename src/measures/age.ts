// How old is what is owed? The aged balance (balance âgée) of rules §1.5: every open item in one bucket or in `unallocated`,
// per group and currency, with Σ buckets + unallocated = Σ open asserted against the control.
import { assert } from '../core/assert.ts';
import type { Day } from '../core/day.ts';
import { mulDiv } from '../core/rounding.ts';
import type { ColumnName } from '../ledger/field.ts';
import { column, DISPUTED_WHOLE, documentDays } from '../ledger/ledger.ts';
import type { Buckets } from '../policy/buckets.ts';
import type { Book } from '../settle/book.ts';
import { openIn } from '../settle/control.ts';
import { setAgainstOldest } from '../settle/oldest.ts';
import type { OpenItems } from '../settle/open-items.ts';
import { dueOrDocumentDay } from '../settle/order.ts';
import { type Ageing, added, ageingOf, type Sums } from './ageing.ts';
import { type Group, type GroupColumn, Grouping, type Groups } from './grouping.ts';

/** What happens to credits that no evidence allocates: a column of their own, the oldest debits, or their own bucket. */
export const CREDITS = ['separate', 'oldest', 'in-place'] as const;
export type Credits = (typeof CREDITS)[number];

/** The columns an aged balance needs beside those of settlement; a group's own column comes on top. */
export const AGE_COLUMNS: readonly ColumnName[] = ['disputed'];

export type AgeRequest = {
  readonly asOf: Day;
  readonly buckets: Buckets;
  readonly credits: Credits;
  /** `customer`, `kind`, a category of the ledger, or the name of `groups`. */
  readonly groupBy: string;
  /** The column to group by, where it is not the ledger's. */
  readonly groups?: GroupColumn | undefined;
  /** Customer numbers to keep; undefined keeps all. */
  readonly customers: ReadonlySet<number> | undefined;
  /** Report in the books' currency, from the base amounts. */
  readonly inBase: boolean;
};

/** Parallel to `groups`. `buckets[b][slot]` is signed; `unallocated` ≤ 0. */
export type AgedBalance = {
  readonly groups: readonly Group[];
  /** The same groups in columns. */
  readonly grouped: Groups;
  readonly buckets: readonly Sums[];
  readonly unallocated: Sums;
  readonly total: Sums;
  /** What stands in a bucket and is past its due day, whatever the buckets count from. */
  readonly overdue: Sums;
  readonly disputed: Sums;
  /** Largest days late of a debit past its due day; 0 when none is. */
  readonly oldestDaysLate: Int32Array;
  /** The largest of all. */
  readonly mostDaysLate: number;
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
  const ageing = ageingOf(ledger, new Grouping(ledger, request.groupBy, request.inBase, request.groups), aged.open, request);
  const { grouping } = ageing;
  const { codes, currencyOf, groupOf, sums, ...figures } = added(ageing);
  const grouped = grouping.groups(codes, currencyOf);
  const disputed = disputedIn(ageing, aged, groupOf, codes.length);
  if (request.customers === undefined) assertComplete(ageing, sums, openIn(aged.items, request.inBase));
  return {
    ...figures,
    grouped,
    disputed,
    get groups() {
      return grouped.list;
    },
  };
}

/** What is disputed of each group: a pass of its own, because most ledgers tell of no dispute. */
function disputedIn({ ledger, grouping, kept, asOf }: Ageing, aged: AgedItems, groupOf: Int32Array, groups: number): Sums {
  const sums = new Float64Array(groups);
  const { disputed } = ledger.columns;
  if (disputed === undefined) return sums;
  for (let row = 0; row < ledger.count; row++) {
    if (disputed[row] === 0 || (ledger.day[row] as number) > asOf || kept?.[ledger.customer[row] as number] === 0) continue;
    const slot = (groupOf[grouping.keyOf(row)] as number) - 1;
    sums[slot] = (sums[slot] as number) + aged.disputed(row);
  }
  return sums;
}

/** Nothing fell between two buckets: the groups add up to the open amounts the control has proved. */
function assertComplete({ ledger, grouping }: Ageing, sums: Sums, control: ReturnType<typeof openIn>): void {
  const left = new Map(control.map(({ currency, open }) => [currency, open as number]));
  grouping.ofCurrencies.forEach((currency, index) => {
    left.set(currency, (left.get(currency) ?? 0) - (sums[index] as number));
  });
  for (const [currency, difference] of left) {
    assert(difference === 0, `the buckets of ${currency} miss ${difference} minor units of ${ledger.count} postings`);
  }
}
