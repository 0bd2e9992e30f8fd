// How long did customers take to pay, and how late were they? Cash alone says it: a credit note, a write-off, a discount or a set-off pays nothing, and what the bank returned was never paid.
// A payment in part counts for its part, one before the due day for its days before it.
import { type Day, NO_DAY } from '../core/day.ts';
import { kindCode } from '../ledger/kind.ts';
import { column, documentDays, wholeRows } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import { BY_COLUMNS } from '../settle/open-items.ts';
import { asideOf } from './aside.ts';
import type { LateClaim, LateClaims } from './late-claims.ts';
import { lumpsIn } from './lumps.ts';

/** Debits that a customer pays for what he bought. A charge is the price of lateness, and says nothing of its own. */
export const CLAIMS = new Set((['invoice', 'bill', 'returned', 'transfer', 'opening', 'other'] as const).map(kindCode));
/** Money that a customer gives. */
export const CASH = new Set((['payment', 'advance'] as const).map(kindCode));

/** Money that paid a claim, one entry a payment and claim; parallel columns. */
export type CashPayments = {
  readonly count: number;
  /** Row of the claim. */
  readonly claim: Int32Array;
  /** Row of the document it is of: of what came back that of the first document. */
  readonly document: Int32Array;
  /** What was paid of it, > 0, minor units of its currency. */
  readonly amount: Float64Array;
  /** The day of the payment; of what the row's own columns settled their settled day. */
  readonly paid: Int32Array;
  /** The day of the document. */
  readonly issued: Int32Array;
  /** The agreed due day, or NO_DAY. */
  readonly due: Int32Array;
};

/**
 * What was paid by a day, as settlement knows it then, of claims that are neither doubtful nor retentions nor accruals. Days to pay are `paid − issued`, days late `paid − due`, both negative where it was
 * paid before. Left out is money whose day nobody tells, and what it paid of a lump that lost its days. `claims` are those of the same book and day.
 */
export function cashPayments(book: Book, day: Day, claims: LateClaims, keeps: (row: number) => boolean): CashPayments {
  const { ledger } = book;
  const aside = asideOf(ledger);
  const { open } = book.at(day);
  const dates = documentDays(ledger);
  const isLump = lumpsIn(ledger);
  const isDated = datedByColumns(book);
  const kept = new Kept();
  let row = 0;
  const take = (amount: number, credit: number, settled: Day): void => {
    if (!isCash(credit)) return;
    kept.add(
      row,
      row,
      amount,
      credit < 0 ? settled : (ledger.day[credit] as number),
      dates[row] as number,
      ledger.due[row] as number,
    );
  };
  for (; row < ledger.count; row++) {
    if ((ledger.amount[row] as number) <= 0 || (ledger.day[row] as number) > day || !CLAIMS.has(ledger.kind[row] as number))
      continue;
    if (aside(row) !== 0 || !keeps(row) || !book.holds(row)) continue;
    // A lump that is brought forward without its days says nothing of how long it took.
    if (isLump(row)) continue;
    if (claims.eachOf(row, take)) continue;
    for (const claim of claims.of(row, open[row] as number)) addComeBack(claim);
  }
  return kept.finish();

  function addComeBack({ list, invoices, issued, due }: LateClaim): void {
    for (const taking of list) {
      if (!taking.isMoney || !isCash(taking.credit)) continue;
      // A claim bears interest to the end of the day on which money takes it down.
      kept.add(row, invoices[0]?.debit ?? row, taking.amount, taking.day - 1, issued, due);
    }
  }

  function isCash(credit: number): boolean {
    return credit === BY_COLUMNS ? isDated(row) : credit >= 0 && CASH.has(ledger.kind[credit] as number);
  }
}

/** Whether a row's own columns say on which day it was paid. */
export function datedByColumns({ ledger }: Book): (row: number) => boolean {
  const settled = column(ledger, 'settled_on');
  const whole = wholeRows(ledger);
  return (row) => settled !== undefined && settled[whole(row)] !== NO_DAY;
}

class Kept {
  readonly #claim: number[] = [];
  readonly #document: number[] = [];
  readonly #amount: number[] = [];
  readonly #paid: number[] = [];
  readonly #issued: number[] = [];
  readonly #due: number[] = [];

  add(claim: number, document: number, amount: number, paid: number, issued: number, due: number): void {
    this.#claim.push(claim);
    this.#document.push(document);
    this.#amount.push(amount);
    this.#paid.push(paid);
    this.#issued.push(issued);
    this.#due.push(due);
  }

  finish(): CashPayments {
    return {
      count: this.#claim.length,
      claim: Int32Array.from(this.#claim),
      document: Int32Array.from(this.#document),
      amount: Float64Array.from(this.#amount),
      paid: Int32Array.from(this.#paid),
      issued: Int32Array.from(this.#issued),
      due: Int32Array.from(this.#due),
    };
  }
}
