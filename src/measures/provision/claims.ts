// What does each customer owe, claim by claim, once his own credits are taken off? What write-downs begin with: a customer's debits less his credits, never below nothing (rules §4.2).
import { assert } from '../../core/assert.ts';
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import { currencyAt } from '../../ledger/ledger.ts';
import { buckets, DEFAULT_BOUNDS } from '../../policy/buckets.ts';
import type { Book } from '../../settle/book.ts';
import { firstPostedFirst } from '../../settle/order.ts';
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
  /** First posted first; none of which nothing is left open. */
  readonly claims: readonly Claim[];
  /** What is open of debits, and of credits (≤ 0). */
  readonly debits: number;
  readonly credits: number;
  /** What is lost for good of debits that stand open in the ledger; in none of the others. */
  readonly writtenOff: number;
};

type Asked = {
  readonly asOf: Day;
  readonly customers: ReadonlySet<number> | undefined;
  readonly inBase: boolean;
  /** What of a row is lost for good, and is no claim any more; no more than is open of it. */
  readonly writtenOff: (row: number) => number;
};

/** By customer, in the order first met: Σ left = max(0, debits + credits), asserted. */
export function claimAccounts(book: Book, { asOf, customers, inBase, writtenOff }: Asked): ClaimAccount[] {
  const { ledger } = book;
  const request: AgeRequest = {
    ...{ asOf, customers, inBase, groupBy: 'customer', buckets: buckets('due', DEFAULT_BOUNDS) },
    credits: 'oldest',
  };
  const after = agedItems(book, request);
  const before = agedItems(book, { ...request, credits: 'separate' });
  const accounts = new Map<number, Counted>();
  for (let row = 0; row < ledger.count; row++) {
    const open = before.open[row] as number;
    if (open === 0 || !before.keeps(row)) continue;
    const customer = ledger.customer[row] as number;
    const key = customer * 256 + (inBase ? 0 : (ledger.currency[row] as number));
    let account = accounts.get(key);
    if (account === undefined) {
      const currency = inBase ? ledger.bookCurrency : currencyAt(ledger, ledger.currency[row] as number);
      accounts.set(key, (account = { customer, currency, claims: [], debits: 0, credits: 0, writtenOff: 0 }));
    }
    if (open < 0) account.credits += open;
    else {
      const off = writtenOff(row);
      const rest = open - off;
      assert(off >= 0 && rest >= 0, `more is written off of customer ${customer} than is open`);
      account.debits += rest;
      account.writtenOff += off;
      const left = Math.min(after.open[row] as number, rest);
      const disputed = Math.min(before.disputed(row), rest);
      if (rest > 0) account.claims.push({ row, open: rest, left, daysLate: before.daysLate(row), disputed });
    }
  }
  const all = [...accounts.values()];
  const first = firstPostedFirst(ledger);
  for (const account of all) {
    account.claims.sort((a, b) => first(a.row, b.row));
    if (account.writtenOff > 0) takeCreditsAgain(account);
    const { claims, debits, credits, customer } = account;
    const left = claims.reduce((sum, one) => sum + one.left, 0);
    assert(left === Math.max(0, debits + credits), `the claims on customer ${customer} lose what is open of them`);
  }
  return all;
}

type Counted = ClaimAccount & { claims: Claim[]; debits: number; credits: number; writtenOff: number };

/** Credits that were set against what is written off pay what is left, the oldest debt first. */
function takeCreditsAgain(account: Counted): void {
  const { claims, debits, credits } = account;
  let over = claims.reduce((sum, { left }) => sum + left, 0) - Math.max(0, debits + credits);
  const oldestFirst = claims.map((_, i) => i).sort((a, b) => (claims[b] as Claim).daysLate - (claims[a] as Claim).daysLate);
  for (const i of oldestFirst) {
    const claim = claims[i] as Claim;
    const taken = Math.min(over, claim.left);
    claims[i] = { ...claim, left: claim.left - taken };
    over -= taken;
  }
}
