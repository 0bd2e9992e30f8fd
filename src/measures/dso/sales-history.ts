// What was sold, month by month, with tax? Invoices less credit notes of the ledger, or what a table says instead; and since when that is known.
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import { firstDayOf, type Month, measuredOn, monthOf } from '../../core/month.ts';
import { kindCode } from '../../ledger/kind.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Stretch } from './count-back.ts';
import type { Slots } from './slots.ts';

/** What a table says was sold: to a customer, or to all where it names none. */
export type SalesRow = {
  readonly customer: string | undefined;
  readonly month: Month;
  readonly amount: number;
  readonly currency: Currency;
};

const INVOICE = kindCode('invoice');
const CREDIT_NOTE = kindCode('credit_note');
const OPENING = kindCode('opening');

/** One month of a slot. */
type OfMonth = { readonly month: Month; sales: number };

/** Sales over a stretch of months. */
export type SalesOver = { readonly sales: number; readonly days: number; readonly from: Month };

/** A month, or days of no sales between two. */
export type MonthStretch = Stretch & { readonly month: Month | undefined };

export class SalesHistory {
  /** By slot, its months by number. */
  readonly #months: Map<Month, OfMonth>[];
  /** By slot, its months, the latest first; made when first asked for. */
  readonly #latestFirst: (readonly OfMonth[] | undefined)[];
  /** By books the first month of which anything is known: of the months before nothing is, since an export cut at a day looks like a firm that began on it. */
  readonly #first = new Map<number, Month>();
  readonly #booksOf: (slot: number) => number;

  constructor(slots: Slots, booksOf: (slot: number) => number) {
    this.#booksOf = booksOf;
    this.#months = slots.groups.map(() => new Map());
    this.#latestFirst = slots.groups.map(() => undefined);
  }

  add(slot: number, month: Month, amount: number): void {
    const months = this.#months[slot] as Map<Month, OfMonth>;
    const known = months.get(month);
    if (known === undefined) months.set(month, { month, sales: amount });
    else known.sales += amount;
    this.knows(slot, month);
  }

  /** What is known of a month is known for all lines of the books, whoever is asked for. */
  knows(slot: number, month: Month): void {
    const books = this.#booksOf(slot);
    this.#first.set(books, Math.min(this.#first.get(books) ?? month, month));
  }

  /** The first month of which the sales of a slot are known; undefined where none are. */
  first(slot: number): Month | undefined {
    return this.#first.get(this.#booksOf(slot));
  }

  /** Undefined where nothing is known of the month. */
  ofMonth(slot: number, month: Month): number | undefined {
    const first = this.first(slot);
    if (first === undefined || month < first) return undefined;
    return this.#months[slot]?.get(month)?.sales ?? 0;
  }

  /** So many months up to one, measured on its day; what is not known of them is left out, and its days with it. */
  over(slot: number, last: Month, months: number, day: Day): SalesOver | undefined {
    const first = this.first(slot);
    if (first === undefined) return undefined;
    const from = Math.max(first, last - months + 1);
    if (from > last) return undefined;
    let sales = 0;
    for (const one of this.#latest(slot)) {
      if (one.month < from) break;
      if (one.month <= last) sales += one.sales;
    }
    return { sales, days: day - firstDayOf(from) + 1, from };
  }

  /** The history from a day backwards, for the count-back; months in which nothing was sold are put together. */
  *backFrom(slot: number, last: Month, day: Day): Iterable<MonthStretch> {
    const first = this.first(slot);
    if (first === undefined) return;
    let until = day + 1;
    for (const { month, sales } of this.#latest(slot)) {
      if (month > last) continue;
      const begins = firstDayOf(month);
      const behind = measuredOn(month, day) + 1;
      if (behind < until) yield { sales: 0, days: until - behind, month: undefined };
      yield { sales, days: behind - begins, month };
      until = begins;
    }
    const begins = firstDayOf(first);
    if (begins < until) yield { sales: 0, days: until - begins, month: undefined };
  }

  #latest(slot: number): readonly OfMonth[] {
    this.#latestFirst[slot] ??= [...(this.#months[slot] as Map<Month, OfMonth>).values()].sort((a, b) => b.month - a.month);
    return this.#latestFirst[slot] as readonly OfMonth[];
  }
}

/** Of the postings that count, in the currency of the slots; of customers who are not asked for nothing but since when the books know of sales. */
export function salesOfLedger(
  ledger: Ledger,
  slots: Slots,
  { counts, isAsked }: { readonly counts: (row: number) => boolean; readonly isAsked: (row: number) => boolean },
  amounts: Float64Array,
): SalesHistory {
  const slotOf = (row: number): number => slots.slotOfUnit[slots.unitOf(row)] as number;
  // A ledger holds all currencies of its firm: of a month in which it has postings, sales in each are known.
  const history = new SalesHistory(slots, (slot) => slots.booksOf[slot] as number);
  let [lastDay, month] = [Number.NaN, 0];
  for (let row = 0; row < ledger.count; row++) {
    const kind = ledger.kind[row];
    if (kind === OPENING || !counts(row)) continue;
    const day = ledger.day[row] as number;
    if (day !== lastDay) [lastDay, month] = [day, monthOf(day as Day)];
    // The books are kept from their first posting on, whatever it is; what is brought forward may have the day of what it stands for.
    const isSale = kind === INVOICE || kind === CREDIT_NOTE;
    if (isSale && isAsked(row)) history.add(slotOf(row), month, amounts[row] as number);
    else history.knows(slotOf(row), month);
  }
  return history;
}

/** Of each books the first slot in a currency. */
function firstSlots({ booksOf, currencyOf }: Slots, currency: number): number[] {
  const found = new Map<number, number>();
  currencyOf.forEach((of, slot) => {
    const books = booksOf[slot] as number;
    if (of === currency && !found.has(books)) found.set(books, slot);
  });
  return [...found.values()];
}

/** The same of a table; rows that are of no slot are handed back by their number. Of a table nothing is known before its first month. */
export function salesOfTable(
  rows: readonly SalesRow[],
  slots: Slots,
  customers: Ledger['customers'],
  asked: ReadonlySet<number> | undefined,
  byCustomer: boolean,
): { history: SalesHistory; unmatched: readonly number[] } {
  const { booksOf, currencyOf, currencies } = slots;
  const history = new SalesHistory(slots, (slot) => (booksOf[slot] as number) * currencies.length + (currencyOf[slot] as number));
  const firstOfBooks = slots.currencies.map((_, currency) => firstSlots(slots, currency));
  const unmatched: number[] = [];
  rows.forEach((row, index) => {
    const currency = slots.currencies.indexOf(row.currency);
    const slot = currency < 0 ? undefined : slotOf(row, currency);
    // The table begins for all of a currency on its first row, of whomever that is.
    for (const one of firstOfBooks[currency] ?? []) history.knows(one, row.month);
    if (slot === undefined) unmatched.push(index);
    else if (slot !== 'not asked') history.add(slot, row.month, row.amount);
  });
  return { history, unmatched };

  function slotOf({ customer }: SalesRow, currency: number): number | undefined | 'not asked' {
    // Of all customers together, also those who have no posting bought something.
    if (!byCustomer && asked === undefined) return currency;
    const numbers = customer === undefined ? [] : customers.find(customer);
    if (asked !== undefined && !numbers.some((number) => asked.has(number)))
      return numbers.length > 0 || customer !== undefined ? 'not asked' : undefined;
    if (!byCustomer) return currency;
    const found = numbers.flatMap((number) => slots.slotOfCustomer(number, currency) ?? []);
    return found.length === 1 ? found[0] : undefined;
  }
}
