// What went wrong with payments in the last year? What the bank returned, and money in round sums that left its invoice open.
import { exponentOf } from '../../core/currency.ts';
import { kindCode } from '../../ledger/kind.ts';
import { column, currencyAt } from '../../ledger/ledger.ts';
import type { Book } from '../../settle/book.ts';
import type { Grouping } from '../grouping.ts';
import { ofInstalments } from '../instalment-settlements.ts';
import { isWithin, type Period } from './periods.ts';

const RETURNED = kindCode('returned');
const PAYMENT = kindCode('payment');

/** By the key of a customer and currency: how many, and what they come to. */
export type Incidents = { readonly count: Int32Array; readonly amount: Float64Array };

function none({ mostKeys }: Grouping): Incidents {
  return { count: new Int32Array(mostKeys), amount: new Float64Array(mostKeys) };
}

/** Payments that came back. Several rows of one number and day are one. */
export function returnedIn({ ledger, holds }: Book, grouping: Grouping, year: Period): Incidents {
  const found = none(grouping);
  const documents = column(ledger, 'document');
  const seen = new Set<string>();
  for (let row = 0; row < ledger.count; row++) {
    if (ledger.kind[row] !== RETURNED || (ledger.amount[row] as number) <= 0 || !holds(row)) continue;
    if (!isWithin(ledger.day[row] as number, year)) continue;
    const key = grouping.keyOf(row);
    found.amount[key] = (found.amount[key] as number) + (ledger.amount[row] as number);
    const number = documents?.at(row) ?? '';
    const known = `${key} ${ledger.day[row]} ${number}`;
    if (number !== '' && seen.has(known)) continue;
    seen.add(known);
    found.count[key] = (found.count[key] as number) + 1;
  }
  return found;
}

/** The last row of a debit that is open is never paid. */
const STILL_OPEN = 0x7fffffff;

/**
 * Payments that are a multiple of so many units of their currency and left open what they paid, or that stand on account of a customer who owes what is due. `owes`: by the key, whether something is
 * past its due day.
 */
export function roundPayments(
  book: Book,
  grouping: Grouping,
  year: Period,
  units: number,
  owes: (key: number) => boolean,
): Incidents {
  const { ledger } = book;
  const found = none(grouping);
  const { open } = book.at(year.to);
  const unitOf = ledger.currencies.map((_, i) => units * 10 ** exponentOf(currencyAt(ledger, i)));
  const isRound = (row: number): boolean =>
    ledger.kind[row] === PAYMENT &&
    (ledger.amount[row] as number) < 0 &&
    book.holds(row) &&
    isWithin(ledger.day[row] as number, year) &&
    (ledger.amount[row] as number) % (unitOf[ledger.currency[row] as number] as number) === 0;
  const settlements = ofInstalments(ledger, book.settlements(year.to));
  const closed = new Int32Array(ledger.count).fill(-STILL_OPEN);
  for (let i = 0; i < settlements.count; i++) {
    const debit = settlements.debit[i] as number;
    if (debit < 0) continue;
    closed[debit] = open[debit] === 0 ? Math.max(closed[debit] as number, settlements.day[i] as number) : STILL_OPEN;
  }
  const isPart = new Uint8Array(ledger.count);
  for (let i = 0; i < settlements.count; i++) {
    const [debit, credit] = [settlements.debit[i] as number, settlements.credit[i] as number];
    if (debit >= 0 && credit >= 0 && (settlements.day[i] as number) < (closed[debit] as number)) isPart[credit] = 1;
  }
  for (let row = 0; row < ledger.count; row++) {
    if (!isRound(row)) continue;
    const key = grouping.keyOf(row);
    if (isPart[row] === 0 && !((open[row] as number) < 0 && owes(key))) continue;
    found.count[key] = (found.count[key] as number) + 1;
    found.amount[key] = (found.amount[key] as number) - (ledger.amount[row] as number);
  }
  return found;
}
