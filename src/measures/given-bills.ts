// Which invoices was a bill given for? The claim goes on as a bill with a maturity of its own, and its invoice was late once all the same (D441-5: once an invoice).
import type { Day } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import { kindCode } from '../ledger/kind.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import type { Settlements } from '../settle/open-items.ts';
import type { Origin } from './gone-over.ts';
import { documentOf } from './indemnity.ts';

const [BILL, TRANSFER] = [kindCode('bill'), kindCode('transfer')];

type Paired = Pick<Settlements, 'count' | 'debit' | 'credit' | 'amount'>;

/**
 * The invoices of each bill, with what it was given for of each; none where nothing tells. The books write a bill as a credit of the customer's account and a debit of bills on one day: the credits
 * are those that carry the bill's number, else all of the day that carry no other bill's, and come to its amount. Else the bill may name its invoice.
 */
export function invoicesOfBills(ledger: Ledger, on: Day, settlements: () => Paired): (bill: number) => readonly Origin[] {
  const { kind, count, amount, day, customer, currency } = ledger;
  let settledBy: ReadonlyMap<number, readonly Origin[]> | undefined;
  const keyOf = (row: number): string => `${customer[row]} ${currency[row]} ${day[row]}`;
  const bills = new Map<string, number[]>();
  const credits = new Map<string, number[]>();
  const prepare = (): ReadonlyMap<number, readonly Origin[]> => {
    for (let row = 0; row < count; row++) {
      if (kind[row] !== BILL && kind[row] !== TRANSFER) continue;
      if ((amount[row] as number) < 0) gather(credits, keyOf(row), row);
      else if (kind[row] === BILL) gather(bills, keyOf(row), row);
    }
    return settledByCredit(settlements());
  };
  return (bill) => {
    settledBy ??= prepare();
    const among = bills.get(keyOf(bill)) ?? [];
    const given = givenFor(ledger, bill, among, credits.get(keyOf(bill)) ?? []);
    const settled = given.flatMap((credit) => settledBy?.get(credit) ?? []).filter(({ debit }) => debit !== bill);
    return settled.length > 0 ? settled : named(ledger, on, bill);
  };
}

function settledByCredit({ count, credit, debit, amount }: Paired): ReadonlyMap<number, readonly Origin[]> {
  const settled = new Map<number, Origin[]>();
  for (let at = 0; at < count; at++) {
    const [by, of] = [credit[at] as number, debit[at] as number];
    if (by >= 0 && of >= 0) gather(settled, by, { debit: of, amount: amount[at] as number });
  }
  return settled;
}

/** The credits of the day that a bill was booked against; none where they do not come to its amount. */
function givenFor(ledger: Ledger, bill: number, bills: readonly number[], credits: readonly number[]): readonly number[] {
  const whole = ledger.amount[bill] as number;
  const numbers = new Set(bills.map((row) => documentOf(ledger, row)));
  const own = documentOf(ledger, bill);
  const same = own === '' ? [] : credits.filter((row) => documentOf(ledger, row) === own);
  const free = bills.length > 1 ? credits.filter((row) => !numbers.has(documentOf(ledger, row))) : credits;
  const candidates = same.length > 0 ? same : free;
  const sizeOf = (row: number): number => 0 - (ledger.amount[row] as number);
  if (candidates.reduce((sum, row) => sum + sizeOf(row), 0) === whole) return candidates;
  const exact = candidates.filter((row) => sizeOf(row) === whole);
  return exact.length === 1 ? exact : [];
}

/** What its reference says, where an invoice of the customer has that number by the day. */
function named(ledger: Ledger, on: Day, bill: number): readonly Origin[] {
  const reference = column(ledger, 'reference')?.at(bill) ?? '';
  if (reference === '') return [];
  const { amount, customer, currency, day } = ledger;
  const isClaim = (row: number): boolean =>
    row !== bill &&
    (day[row] as number) <= on &&
    (amount[row] as number) > 0 &&
    customer[row] === customer[bill] &&
    currency[row] === currency[bill];
  const found = (column(ledger, 'document')?.rowsOf(reference) ?? []).filter(isClaim);
  return found.slice(0, 1).map((debit) => ({ debit, amount: amount[bill] as number }));
}
