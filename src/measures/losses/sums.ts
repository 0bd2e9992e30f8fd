// What are the amounts behind the loss indicators of one currency? Losses and sales on one footing, what is owed, unpaid, doubtful, insured and written down.
import type { Currency } from '../../core/currency.ts';
import { coverOf } from '../cover.ts';
import type { Known } from '../dso/known.ts';
import type { Basis, Missing } from './indicators.ts';
import type { LossRequest } from './losses.ts';
import type { Accounts, Owed } from './owed.ts';
import type { Sold } from './sold.ts';
import type { WrittenOff } from './written-off.ts';

/** Of one currency, in its minor units. */
export type LossSums = {
  readonly slot: number;
  readonly currency: Currency;
  readonly openItemsOnly: boolean;
  readonly losses: {
    readonly lost: number | undefined;
    readonly recovered: number;
    readonly sold: number | undefined;
    readonly basis: Basis;
    readonly missing: Missing | undefined;
    /** What of both is with tax, because nobody tells it. */
    readonly untold: number;
    /** Payments that name what was written off before; 0 where what was recovered is stated. */
    readonly recoveries: number;
  };
  readonly soldWithTax: number | undefined;
  readonly allowanceChange: number | undefined;
  readonly allowance: number | undefined;
  readonly claims: { readonly paid: number; readonly premiums: number } | undefined;
  readonly receivable: number;
  /** By the bounds. */
  readonly unpaid: readonly number[];
  readonly insured: number;
  readonly doubtful:
    | { readonly amount: number; readonly of: number; readonly moved: number | undefined; readonly basis: 'accounts' | 'status' }
    | undefined;
};

/** What is measured of all currencies at once. */
export type Parts = {
  readonly owed: readonly Owed[];
  readonly accounts: readonly Accounts[] | undefined;
  readonly sold: readonly Sold[];
  readonly written: readonly WrittenOff[];
  /** What was written off has left a list of open items, and is no row of invoices that say themselves what became of them. */
  readonly whyNoLosses: Missing | undefined;
};

export function sumsOf(request: LossRequest, known: Known, parts: Parts, slot: number, currency: Currency): LossSums {
  const owed = parts.owed.filter((one) => one.slot === slot);
  const sum = (of: (one: Owed) => number): number => owed.reduce((total, one) => total + of(one), 0);
  const isList = known.openOnly === 'list';
  const { sold } = request;
  return {
    ...{ slot, currency, openItemsOnly: isList },
    losses: lossesIn(request, parts, slot, currency, isList),
    soldWithTax: sold?.by === 'table' ? sold.gross?.(currency) : isList ? undefined : parts.sold[slot]?.gross,
    allowanceChange: request.allowanceChange(currency),
    allowance: request.allowance(currency),
    claims: request.claims(currency),
    receivable: sum(({ amount }) => amount),
    unpaid: request.unpaidAfter.map((_, i) => sum(({ late }) => late[i] as number)),
    insured: sum(({ customer, amount }) => insuredOf(request, customer, currency, amount)),
    doubtful: doubtfulIn(request, parts, owed, slot),
  };
}

/** Losses and sales stand on one footing: without tax, or both with it where sales are known so only. */
function lossesIn(
  { sold, recovered: stated }: LossRequest,
  { sold: posted, written, whyNoLosses }: Parts,
  slot: number,
  currency: Currency,
  isList: boolean,
): LossSums['losses'] {
  const { lost, recovered } = written[slot] as WrittenOff;
  const ofPostings = posted[slot] as Sold;
  const isGross = sold?.by === 'table' && sold.net === undefined;
  const amount = (of: { net: number; gross: number }): number => (isGross ? of.gross : of.net);
  const said = stated(currency);
  const whole = isGross
    ? sold.gross?.(currency)
    : sold?.net !== undefined
      ? sold.net(currency)
      : isList
        ? undefined
        : ofPostings.net;
  const mine = said === undefined ? recovered : { gross: 0, net: 0, untold: 0, count: 0 };
  const sales = sold?.net === undefined ? ofPostings : { gross: 0, net: 0, untold: 0 };
  const all = (key: 'gross' | 'untold'): number => Math.abs(lost[key]) + Math.abs(mine[key]) + Math.abs(sales[key]);
  const untold = all('untold');
  const isWithTax = isGross || (sold?.net === undefined && untold !== 0 && untold === all('gross'));
  return {
    lost: whyNoLosses === undefined ? amount(lost) : undefined,
    recovered: said ?? amount(mine),
    sold: whole,
    basis: isWithTax ? 'with_tax' : untold === 0 ? 'without_tax' : 'partly_with_tax',
    missing: whyNoLosses,
    untold: isGross ? 0 : untold,
    recoveries: mine.count,
  };
}

/** By accounts where they tell doubtful claims; else what customers owe who are so by their status. */
function doubtfulIn(
  { told, allAccounts }: LossRequest,
  { accounts }: Parts,
  owed: readonly Owed[],
  slot: number,
): LossSums['doubtful'] {
  const tells = accounts?.some(({ hasDoubtful }) => hasDoubtful) === true || allAccounts;
  if (accounts !== undefined && tells) {
    const { doubtful, receivable, moved } = accounts[slot] as Accounts;
    return { amount: doubtful, of: receivable, moved, basis: 'accounts' };
  }
  const isDoubtful = told?.isDoubtful;
  if (isDoubtful === undefined) return undefined;
  const sum = (of: readonly Owed[]): number => of.reduce((total, { amount }) => total + amount, 0);
  return { amount: sum(owed.filter(({ customer }) => isDoubtful(customer))), of: sum(owed), moved: undefined, basis: 'status' };
}

function insuredOf({ told, asOf }: LossRequest, customer: number, currency: Currency, amount: number): number {
  const insurance = told?.insuranceOf?.(customer, currency);
  return coverOf({ gross: amount, orders: 0, deposits: 0 }, insurance, undefined, asOf, false).insured;
}
