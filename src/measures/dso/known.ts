// What can a ledger not know? A list of open items holds no sales but those that are unpaid, an amount paid without a day says nothing of earlier days, and what was brought forward hides what was before it.
import { type Day, NO_DAY } from '../../core/day.ts';
import { kindCode } from '../../ledger/kind.ts';
import { column, NO_AMOUNT, wholeRows } from '../../ledger/ledger.ts';
import type { Book } from '../../settle/book.ts';
import { EVIDENCE } from '../../settle/open-items.ts';
import type { Slots } from './slots.ts';

const OPENING = kindCode('opening');

export type Known = {
  /** `list`: every row says what is open of it, and of none it is nothing. `unsettled`: nothing of the ledger was ever settled. */
  readonly openOnly: 'list' | 'unsettled' | undefined;
  /** Whether what was open on a day can be rebuilt; of the as-of day the ledger is taken at its word. */
  readonly openOn: (day: Day) => boolean;
  /** Whether all that was paid by a day is known with its day. */
  readonly paidBy: (day: Day) => boolean;
  /** Rows that say what was paid of them and not when: how many, and the first. */
  readonly undated: { readonly count: number; readonly row: number } | undefined;
};

/** `isOfBooks`: postings of the firms that are asked about; what another firm does not tell is known of these. */
export function knownOf(book: Book, asOf: Day, isOfBooks: (row: number) => boolean = book.holds): Known {
  const openOnly = isListOfOpen(book, isOfBooks) ? 'list' : isUnsettled(book, asOf) ? 'unsettled' : undefined;
  const undated = undatedIn(book, asOf, isOfBooks);
  const isDated = (day: Day): boolean => openOnly !== 'list' && (undated === undefined || day < undated.since);
  return {
    openOnly,
    openOn: (day) => day === asOf || isDated(day),
    paidBy: isDated,
    undated,
  };
}

function isListOfOpen({ ledger }: Book, isOfBooks: (row: number) => boolean): boolean {
  const open = column(ledger, 'open_amount');
  if (open === undefined) return false;
  let holdsAny = false;
  for (let row = 0; row < ledger.count; row++) {
    if (!isOfBooks(row)) continue;
    holdsAny = true;
    if (ledger.amount[row] !== 0 && (open[row] === NO_AMOUNT || open[row] === 0)) return false;
  }
  return holdsAny;
}

function isUnsettled(book: Book, asOf: Day): boolean {
  const { creditsMatched, byColumns } = book.at(asOf).facts;
  return creditsMatched === 0 && byColumns === 0;
}

/** Rows that their own columns settle without a day. What was open of them is not known from the day they were posted on: they may have been paid on any since. */
function undatedIn(
  { ledger, at }: Book,
  asOf: Day,
  isOfBooks: (row: number) => boolean,
): { count: number; row: number; since: Day } | undefined {
  const { evidence } = at(asOf);
  const settled = column(ledger, 'settled_on');
  const whole = wholeRows(ledger);
  let [count, first, since] = [0, -1, asOf as number];
  for (let row = 0; row < ledger.count; row++) {
    if (((evidence[row] as number) & EVIDENCE.columns) === 0 || !isOfBooks(row)) continue;
    if (settled !== undefined && settled[whole(row)] !== NO_DAY) continue;
    count++;
    if (first < 0) first = row;
    since = Math.min(since, ledger.day[row] as number);
  }
  return first < 0 ? undefined : { count, row: first, since: since as Day };
}

/** What is brought forward into the books of a slot. */
export type BroughtForward = {
  /** The last day on which something is; of days before it the receivable is not known. NO_DAY where nothing is. */
  readonly on: (slot: number) => Day;
  /** Nothing else was posted up to that day: what is open at its end is what the books began with. */
  readonly isAlone: (slot: number) => boolean;
};

export function broughtForward(
  { ledger }: Book,
  asOf: Day,
  { booksOf, slotOfUnit, unitOf }: Slots,
  isOfBooks: (row: number) => boolean,
): BroughtForward {
  const last = new Map<number, Day>();
  const first = new Map<number, Day>();
  for (let row = 0; row < ledger.count; row++) {
    if (!isOfBooks(row)) continue;
    const day = ledger.day[row] as Day;
    const books = booksOf[slotOfUnit[unitOf(row)] as number] as number;
    if (ledger.kind[row] !== OPENING) {
      if (day < (first.get(books) ?? Number.POSITIVE_INFINITY)) first.set(books, day);
    } else if (day <= asOf && day > (last.get(books) ?? NO_DAY)) last.set(books, day);
  }
  const on = (slot: number): Day => last.get(booksOf[slot] as number) ?? NO_DAY;
  return { on, isAlone: (slot) => (first.get(booksOf[slot] as number) ?? Number.POSITIVE_INFINITY) > on(slot) };
}
