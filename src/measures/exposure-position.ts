// What does each customer owe, or may come to owe, apart by what it is? What the ledger holds on a day, and what stands beside it: the parts of an exposure (encours) of rules §1.6.
import { assert } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import type { ColumnName } from '../ledger/field.ts';
import { kindCode } from '../ledger/kind.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import { buckets, DEFAULT_BOUNDS } from '../policy/buckets.ts';
import type { Book } from '../settle/book.ts';
import { dueOrDocumentDay } from '../settle/order.ts';
import { AGE_COLUMNS, agedBalance } from './age.ts';

/** The columns an exposure needs beside those of settlement. */
export const EXPOSURE_COLUMNS: readonly ColumnName[] = [...AGE_COLUMNS, 'account'];

/** One customer in one currency; amounts in its minor units. The first five add up to the exposure. */
export type Position = {
  readonly id: string;
  readonly name: string;
  readonly currency: Currency;
  /** Open on the customer's account, credits that nothing allocates taken off: invoices, doubtful claims, bills that were not paid on their day. */
  readonly balance: number;
  /** Bills held that are not due, or of which nobody tells when they are. */
  readonly bills: number;
  readonly discountedBills: number;
  /** Delivered, and not invoiced yet. */
  readonly unbilled: number;
  /** Ordered, and not delivered yet. */
  readonly orders: number;
  /** Advances that no invoice has used, never in the balance as well, and credit notes to be made out. */
  readonly deposits: number;
  /** What of these are credit notes to be made out (4198): they are of what was delivered, and no order was paid with them. */
  readonly creditNotes: number;
  readonly overdue: number;
  /** Debits of the account that are not late; bills held are not among them. */
  readonly notDue: number;
  readonly disputed: number;
  /** Largest days late; 0 when nothing is. */
  readonly oldestDaysLate: number;
  /** The same of debits whose due day somebody agreed. */
  readonly agreedDaysLate: number;
};

/** What stands beside the ledger of one customer and currency. */
export type Beside = {
  readonly undelivered: number;
  readonly unbilled: number;
  readonly deposits: number;
  readonly discountedBills: number;
};

export function keyOf({ id, currency }: Pick<Position, 'id' | 'currency'>): string {
  return `${id}\0${currency}`;
}

export function exposureOf({ balance, bills, discountedBills, unbilled, orders }: Position): number {
  return balance + bills + discountedBills + unbilled + orders;
}

/** What was paid on orders: deposits without credit notes to be made out. */
export function paidAheadOf({ deposits, creditNotes }: Pick<Position, 'deposits' | 'creditNotes'>): number {
  return deposits - creditNotes;
}

export function grossRiskOf(position: Position): number {
  return exposureOf(position) - position.deposits;
}

type Asked = {
  readonly asOf: Day;
  /** Numbers of customers, all of one entity; undefined for all there are. */
  readonly customers: ReadonlySet<number> | undefined;
  readonly inBase: boolean;
};

/** What the ledger alone says, by customer and currency: balance + bills − deposits is the total of the aged balance. */
export function ledgerPositions(book: Book, asked: Asked): Map<string, Position> {
  const { ledger } = book;
  const balance = agedBalance(book, {
    ...asked,
    buckets: buckets('due', DEFAULT_BOUNDS),
    credits: 'separate',
    groupBy: 'customer',
  });
  const apart = apartOf(book, asked);
  const positions = new Map<string, Position>();
  const numbers = numbersOf(ledger, asked.customers);
  balance.groups.forEach(({ id, name, currency }, slot) => {
    const at = apart.at(numbers.get(id) as number, currency);
    const [bills, advances] = [apart.bills[at] as number, apart.advances[at] as number];
    // What was used of advances beyond what there was is owed like anything else.
    const creditNotes = Math.max(0, 0 - (apart.creditNotes[at] as number));
    const deposits = (advances < 0 ? 0 - advances : 0) + creditNotes;
    const unbilled = Math.max(0, apart.unbilled[at] as number);
    const position: Position = {
      ...{ id, name, currency, bills, deposits, creditNotes, discountedBills: 0, unbilled, orders: 0 },
      balance: (balance.total[slot] as number) - bills - unbilled + deposits,
      // A bill whose maturity nobody tells is held, and what is not invoiced yet not owed: neither is late as well.
      overdue: (balance.overdue[slot] as number) - (apart.notOwedLate[at] as number),
      notDue: apart.notDue[at] as number,
      disputed: balance.disputed[slot] as number,
      oldestDaysLate: apart.oldest[at] as number,
      agreedDaysLate: apart.daysLate[at] as number,
    };
    positions.set(keyOf(position), position);
  });
  assert(positions.size === balance.groups.length, 'two customers of one id in an exposure');
  return positions;
}

/** What is accrued of one customer and currency: invoices and credit notes that are still to be made out; below 0 where reversals are known and not what they reverse. */
export type Accrued = {
  readonly id: string;
  readonly name: string;
  readonly entity: string;
  readonly currency: Currency;
  readonly unbilled: number;
  readonly creditNotes: number;
};

/** With what was accrued: deliveries to be invoiced, and credit notes to be made out, which lower the risk as deposits do (rules §1.6). */
export function withAccrued(
  positions: ReadonlyMap<string, Position>,
  accrued: ReadonlyMap<string, Accrued>,
): Map<string, Position> {
  const all = new Map(positions);
  for (const [key, { id, name, currency, unbilled, creditNotes }] of accrued) {
    const of = all.get(key) ?? nothingOf(id, name, currency);
    const more = Math.max(0, creditNotes);
    all.set(key, {
      ...of,
      unbilled: of.unbilled + Math.max(0, unbilled),
      deposits: of.deposits + more,
      creditNotes: of.creditNotes + more,
    });
  }
  return all;
}

/** With what stands beside the ledger. Deposits and deliveries that both tell of are the same: the larger counts, never both. */
export function withBeside(
  positions: ReadonlyMap<string, Position>,
  beside: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly currency: Currency } & Beside>,
): Map<string, Position> {
  const all = new Map(positions);
  for (const [key, { id, name, currency, undelivered, unbilled, deposits, discountedBills }] of beside) {
    const of = all.get(key) ?? nothingOf(id, name, currency);
    all.set(key, {
      ...of,
      orders: of.orders + undelivered,
      unbilled: Math.max(of.unbilled, unbilled),
      discountedBills: of.discountedBills + discountedBills,
      deposits: Math.max(paidAheadOf(of), deposits) + of.creditNotes,
    });
  }
  return all;
}

export function nothingOf(id: string, name: string, currency: Currency): Position {
  return {
    ...{ id, name, currency, balance: 0, bills: 0, discountedBills: 0, unbilled: 0, orders: 0, deposits: 0 },
    ...{ creditNotes: 0, overdue: 0, notDue: 0, disputed: 0, oldestDaysLate: 0, agreedDaysLate: 0 },
  };
}

/** The numbers of customers by their ids. */
function numbersOf({ customers }: Ledger, some: ReadonlySet<number> | undefined): Map<string, number> {
  const numbers = new Map<string, number>();
  for (let number = 0; number < customers.size; number++) {
    if (some?.has(number) !== false) numbers.set(customers.id(number), number);
  }
  return numbers;
}

type Apart = {
  readonly bills: Float64Array;
  readonly advances: Float64Array;
  readonly notDue: Float64Array;
  readonly unbilled: Float64Array;
  readonly creditNotes: Float64Array;
  /** What of bills held and of accruals would be late by the days of their documents. */
  readonly notOwedLate: Float64Array;
  readonly daysLate: Int32Array;
  readonly oldest: Int32Array;
  readonly at: (customer: number, currency: Currency) => number;
};

/** Bills that are not known to be due, advances, what else is not late, and the days late of what has an agreed day, by customer and currency. */
function apartOf(book: Book, { asOf, customers, inBase }: Asked): Apart {
  const { ledger } = book;
  const items = book.at(asOf);
  const open = inBase ? (items.base ?? items.open) : items.open;
  const currencies = inBase ? [ledger.bookCurrency] : ledger.currencies;
  const size = ledger.customers.size * Math.max(1, currencies.length);
  const sums = (): Float64Array => new Float64Array(size);
  const [bills, advances, notDue, unbilled, creditNotes, notOwedLate] = [sums(), sums(), sums(), sums(), sums(), sums()];
  const [daysLate, oldest] = [new Int32Array(size), new Int32Array(size)];
  const isBill = rowsOf(ledger, 'bill', '413');
  const isAdvance = rowsOf(ledger, 'advance', '4191');
  const isAccrued = rowsOf(ledger, undefined, '418');
  const isCreditNote = rowsOf(ledger, undefined, '4198');
  const due = dueOrDocumentDay(ledger);
  for (let row = 0; row < ledger.count; row++) {
    const left = open[row] as number;
    const customer = ledger.customer[row] as number;
    if (left === 0 || (ledger.day[row] as number) > asOf || customers?.has(customer) === false) continue;
    const at = inBase ? customer : customer * currencies.length + (ledger.currency[row] as number);
    const late = asOf - due(row);
    const isAgreed = ledger.due[row] !== NO_DAY;
    if (isAccrued(row) || isCreditNote(row)) {
      add(isAccrued(row) ? unbilled : creditNotes, at, left);
      if (left > 0 && late > 0) add(notOwedLate, at, left);
      continue;
    }
    if (left > 0 && isAgreed && late > (daysLate[at] as number)) daysLate[at] = late;
    if (!isAdvance(row) && left > 0 && (late <= 0 || !isAgreed) && isBill(row)) {
      // A bill whose maturity nobody tells is held, as far as is known.
      add(bills, at, left);
      if (late > 0) add(notOwedLate, at, left);
      continue;
    }
    if (left > 0 && late > (oldest[at] as number)) oldest[at] = late;
    if (isAdvance(row)) add(advances, at, left);
    else if (left > 0 && late <= 0) add(notDue, at, left);
  }
  return {
    ...{ bills, advances, notDue, unbilled, creditNotes, notOwedLate, daysLate, oldest },
    at: (customer, currency) => customer * Math.max(1, currencies.length) + currencies.indexOf(currency),
  };
}

function add(sums: Float64Array, at: number, amount: number): void {
  sums[at] = (sums[at] as number) + amount;
}

/** Rows of a kind, or of accounts that begin with these digits; of no kind those of these accounts alone. */
function rowsOf(ledger: Ledger, kind: 'bill' | 'advance' | undefined, digits: string): (row: number) => boolean {
  const code = kind === undefined ? -1 : kindCode(kind);
  const accounts = column(ledger, 'account');
  if (accounts === undefined) return (row) => ledger.kind[row] === code;
  const of = Array.from({ length: accounts.dictionary.size }, (_, i) => accounts.dictionary.value(i).startsWith(digits));
  return (row) => ledger.kind[row] === code || of[accounts.codes[row] as number] === true;
}
