// What does each customer owe, claim by claim, once his own credits are taken off? What write-downs begin with: a customer's debits less his credits, never below nothing (rules §4.2).
import { assert } from '../../core/assert.ts';
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import { currencyAt } from '../../ledger/ledger.ts';
import { buckets, DEFAULT_BOUNDS } from '../../policy/buckets.ts';
import type { Book } from '../../settle/book.ts';
import { type AgeRequest, agedItems } from '../age.ts';

/** A debit that is open. Amounts are minor units of the account's currency. */
export type Claim = {
  readonly row: number;
  /** What the ledger holds open of it. */
  readonly open: number;
  /** The same once the customer's own credits are set against his oldest debits: > 0 but where they took all of it. */
  readonly left: number;
  readonly daysLate: number;
  readonly disputed: number;
};

/** One customer in one currency. */
export type ClaimAccount = {
  readonly customer: number;
  readonly currency: Currency;
  /** Oldest row first. */
  readonly claims: readonly Claim[];
  /** What is open of debits, and of credits (≤ 0). */
  readonly debits: number;
  readonly credits: number;
};

type Asked = { readonly asOf: Day; readonly customers: ReadonlySet<number> | undefined; readonly inBase: boolean };

/** By customer, in the order first met: Σ left = max(0, debits + credits), asserted. */
export function claimAccounts(book: Book, { asOf, customers, inBase }: Asked): ClaimAccount[] {
  const { ledger } = book;
  const request: AgeRequest = {
    ...{ asOf, customers, inBase, groupBy: 'customer', buckets: buckets('due', DEFAULT_BOUNDS) },
    credits: 'oldest',
  };
  const after = agedItems(book, request);
  const before = agedItems(book, { ...request, credits: 'separate' });
  const accounts = new Map<number, ClaimAccount & { claims: Claim[]; debits: number; credits: number }>();
  for (let row = 0; row < ledger.count; row++) {
    const open = before.open[row] as number;
    if (open === 0 || !before.keeps(row)) continue;
    const customer = ledger.customer[row] as number;
    const key = customer * 256 + (inBase ? 0 : (ledger.currency[row] as number));
    let account = accounts.get(key);
    if (account === undefined) {
      const currency = inBase ? ledger.bookCurrency : currencyAt(ledger, ledger.currency[row] as number);
      accounts.set(key, (account = { customer, currency, claims: [], debits: 0, credits: 0 }));
    }
    if (open < 0) account.credits += open;
    else {
      account.debits += open;
      const left = after.open[row] as number;
      account.claims.push({ row, open, left, daysLate: before.daysLate(row), disputed: before.disputed(row) });
    }
  }
  const all = [...accounts.values()];
  for (const { claims, debits, credits, customer } of all) {
    const left = claims.reduce((sum, one) => sum + one.left, 0);
    assert(left === Math.max(0, debits + credits), `the claims on customer ${customer} lose what is open of them`);
  }
  return all;
}
