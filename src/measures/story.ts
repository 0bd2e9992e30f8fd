// What is the story of a document? The postings that carry its number, what settled them when and by which evidence, and what is open: one story a
// customer and currency. What a posting was and what settled it must come to what is open of it, or the run ends.
import { assert } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import { NO_DAY } from '../core/day.ts';
import { compareCodePoints } from '../core/fold.ts';
import { DUE_BY } from '../ledger/due-days.ts';
import { column, currencyAt, type Ledger } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import { firstPostedFirst, oldestDueFirst } from '../settle/order.ts';
import type { AgeRequest } from './age.ts';
import { type AgeDetail, ageDetail } from './age-detail.ts';
import type { Sent } from './dunning/notice.ts';
import { eventsOf, type StoryEvent } from './story-events.ts';
import { returnsOf } from './story-returns.ts';
import { partedBy, type Settling, settledIn } from './story-settling.ts';

/** Where a due day comes from: the ledger (`document`), a table of documents (`documents`), terms, of which `terms` are those of all, or what came back. */
export type DueBy =
  | 'document'
  | 'documents'
  | 'row_terms'
  | 'documents_terms'
  | 'customer_terms'
  | 'terms'
  | 'revived'
  | 'retention'
  | 'none';

export type Story = {
  readonly customer: number;
  /** Of all its amounts: the postings', or the books'. */
  readonly currency: Currency;
  /** Rows that carry the number and exist on the day, oldest due first. */
  readonly postings: readonly number[];
  /** False where the number is only named: no posting of the customer carries it, on no day. */
  readonly carried: boolean;
  readonly events: readonly StoryEvent[];
  /** How many documents were issued under the number, on any day. */
  readonly issued: number;
};

export type Stories = {
  readonly list: readonly Story[];
  readonly detail: AgeDetail;
  /** Signed amount of a row in the currency of its story. */
  readonly amount: (row: number) => number;
  readonly dueBy: (row: number) => DueBy;
  /** Of instalments the first, which is the row that was read. */
  readonly wholeOf: (row: number) => number;
};

/** The story of what carries or names this number, which is not empty; none where nothing does. `noticesOf`: what was sent of a row. */
export function storiesOf(
  book: Book,
  document: string,
  request: AgeRequest,
  noticesOf: (row: number) => readonly Sent[] = () => [],
): Stories {
  const { ledger } = book;
  const detail = ageDetail(book, request, false);
  const own = (row: number): boolean => request.customers === undefined || request.customers.has(ledger.customer[row] as number);
  const carrying = column(ledger, 'document')?.rowsOf(document).filter(own) ?? [];
  const naming = column(ledger, 'reference')?.rowsOf(document).filter(own) ?? [];
  const amounts = request.inBase ? (column(ledger, 'base') ?? ledger.amount) : ledger.amount;
  const settling = settledIn(book, request, new Set(carrying));
  const groups = groupsOf(ledger, carrying, naming, request.inBase);
  const parts = partedBy(
    settling,
    groups.map(({ rows }) => rows),
  );
  const returns = returnsOf(ledger, new Set(carrying.map((row) => ledger.customer[row] as number)));
  const list = groups.map(({ rows, names }, i): Story => {
    const own = parts[i] as Settling;
    const postings = rows.filter((row) => (ledger.day[row] as number) <= request.asOf).sort(oldestDueFirst(ledger));
    const first = (rows[0] ?? names[0]) as number;
    if (rows.length > 0) assertAddsUp(ledger, postings, own, amounts, detail.open);
    const events = eventsOf(ledger, { rows, names, settling: own, amounts, detail, returns, asOf: request.asOf, noticesOf });
    return {
      customer: ledger.customer[first] as number,
      currency: request.inBase ? ledger.bookCurrency : currencyOf(ledger, first),
      postings,
      carried: rows.length > 0,
      events,
      issued: events.filter(({ event }) => event === 'issued').length,
    };
  });
  return {
    list,
    detail,
    amount: (row) => amounts[row] as number,
    dueBy: (row) => dueByOf(ledger, row),
    wholeOf: settling.wholeOf,
  };
}

/** Rows that carry the number, and rows that name it, of one customer and currency. */
type Group = { readonly rows: number[]; readonly names: number[] };

/** What names the number in a currency in which the customer carries it nowhere belongs to the customer's first currency that does. */
function groupsOf(ledger: Ledger, carrying: readonly number[], naming: readonly number[], inBase: boolean): Group[] {
  const groups = new Map<number, Group>();
  const keyOf = (row: number): number => (ledger.customer[row] as number) * 256 + (inBase ? 0 : (ledger.currency[row] as number));
  const groupAt = (key: number): Group => {
    const group = groups.get(key) ?? { rows: [], names: [] };
    groups.set(key, group);
    return group;
  };
  const carried = new Map<number, number>();
  const first = firstPostedFirst(ledger);
  for (const row of carrying.toSorted((a, b) => compareCodePoints(currencyOf(ledger, a), currencyOf(ledger, b)) || first(a, b))) {
    groupAt(keyOf(row)).rows.push(row);
    const customer = ledger.customer[row] as number;
    if (!carried.has(customer)) carried.set(customer, keyOf(row));
  }
  for (const row of naming.toSorted(first)) {
    const key = keyOf(row);
    groupAt(groups.has(key) ? key : (carried.get(ledger.customer[row] as number) ?? key)).names.push(row);
  }
  return [...groups.values()];
}

function currencyOf(ledger: Ledger, row: number): Currency {
  return currencyAt(ledger, ledger.currency[row] as number);
}

/** What a document was, and what was taken off it, come to what is open: of its instalments together, for they are settled as one. */
function assertAddsUp(
  ledger: Ledger,
  postings: readonly number[],
  settling: Settling,
  amounts: Float64Array,
  open: Float64Array,
): void {
  const whole = new Map<number, number>();
  for (const row of postings) {
    const first = settling.wholeOf(row);
    whole.set(first, (whole.get(first) ?? 0) + (amounts[row] as number) - (open[row] as number));
  }
  for (const { row, effect } of settling.onDay) if (whole.has(row)) whole.set(row, (whole.get(row) as number) + effect);
  for (const [row, left] of whole) {
    assert(left === 0, `what settled row ${row + 1} of ${ledger.count} misses what is open of it by ${left} minor units`);
  }
}

function dueByOf(ledger: Ledger, row: number): DueBy {
  if (ledger.due[row] === NO_DAY) return 'none';
  switch (column(ledger, 'due_by')?.[row]) {
    case DUE_BY.row:
      return 'row_terms';
    case DUE_BY.table:
      return 'documents';
    case DUE_BY.document:
      return 'documents_terms';
    case DUE_BY.customer:
      return 'customer_terms';
    case DUE_BY.revived:
      return 'revived';
    case DUE_BY.retention:
      return 'retention';
    case DUE_BY.all:
      return 'terms';
    default:
      return 'document';
  }
}
