// What do customers cost by not paying? Losses, doubtful claims, defaults, unpaid amounts and what covers them, by currency over a period; and how likely a claim of some age is to be paid (rules §1.2, §1.4).
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import type { Bounds, Buckets } from '../../policy/buckets.ts';
import type { Book } from '../../settle/book.ts';
import { coverOf, type Insurance } from '../cover.ts';
import { type Known, knownOf } from '../dso/known.ts';
import { LateClaims } from '../late-claims.ts';
import { type Defaults, defaultsOf } from './defaults.ts';
import { type Basis, type LossRow, type Missing, rowOfCustomers, rowsOfCurrency } from './indicators.ts';
import { type Accounts, accountsOf, type Owed, owedOn } from './owed.ts';
import { type PaymentByAge, paymentByAge } from './payment-by-age.ts';
import { type Period, Scope } from './scope.ts';
import { type Sold, soldIn } from './sold.ts';
import type { WithoutTax } from './without-tax.ts';
import { type WrittenOff, writtenOffIn } from './written-off.ts';

/** Amounts somebody states beside the ledger, by currency; undefined where nothing is said. */
type Stated = (currency: Currency) => number | undefined;

/** What was sold as another source than the postings says it: a table, or the accounts of sales of a journal. */
export type SoldElsewhere = {
  readonly by: 'table' | 'accounts';
  readonly gross: Stated | undefined;
  readonly net: Stated | undefined;
};

/** What the table of customers says; each undefined where it has no such column. */
export type CustomersTold = {
  readonly fails: ((customer: number) => boolean) | undefined;
  readonly isDoubtful: ((customer: number) => boolean) | undefined;
  readonly insuranceOf: ((customer: number, currency: Currency) => Insurance | undefined) | undefined;
};

export type LossRequest = {
  readonly asOf: Day;
  readonly period: Period;
  readonly months: number;
  readonly customers: ReadonlySet<number> | undefined;
  readonly inBase: boolean;
  /** Days late beyond which an amount is unpaid. */
  readonly unpaidAfter: Bounds;
  readonly buckets: Buckets;
  readonly within: number;
  readonly tax: WithoutTax;
  readonly sold: SoldElsewhere | undefined;
  readonly recovered: Stated;
  readonly claims: (currency: Currency) => { readonly paid: number; readonly premiums: number } | undefined;
  readonly allowanceChange: Stated;
  readonly allowance: Stated;
  /** Undefined where there is no such table. */
  readonly told: CustomersTold | undefined;
  /** The accounts of the ledger are those of the whole books: no doubtful account is no doubtful claim. */
  readonly allAccounts: boolean;
};

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

/** What rows are made of beside the sums of their currency. */
export type LossSources = {
  readonly unpaidAfter: Bounds;
  readonly defaults: Defaults | undefined;
  readonly whyNoDefaults: Missing | undefined;
  readonly whyNoInsured: Missing | undefined;
};

export type Losses = LossSources & {
  readonly rows: readonly LossRow[];
  /** By currency, in the order of their codes; those in which nothing is posted are left out. */
  readonly sums: readonly LossSums[];
  readonly known: Known;
  /** The first posting of those who are asked for. */
  readonly begins: number;
  /** Undefined where what is settled is not known. */
  readonly byAge: PaymentByAge | undefined;
};

export function lossesOf(book: Book, request: LossRequest): Losses {
  const { asOf, told } = request;
  const scope = new Scope(book, request.period, request.customers, request.inBase);
  const known = knownOf(book, asOf);
  const claims = new LateClaims(book, asOf, undefined);
  const fails = told?.fails;
  const sources: LossSources = {
    unpaidAfter: request.unpaidAfter,
    defaults:
      fails === undefined || known.openOnly === 'list'
        ? undefined
        : defaultsOf(scope, { fails, openOn: known.openOn, months: request.months }),
    whyNoDefaults:
      told === undefined
        ? 'no_customers_table'
        : fails === undefined
          ? 'no_proceedings_told'
          : known.openOnly === 'list'
            ? 'open_items_only'
            : undefined,
    whyNoInsured: told === undefined ? 'no_customers_table' : told.insuranceOf === undefined ? 'no_insured_limits' : undefined,
  };
  const parts: Parts = {
    owed: owedOn(scope, asOf, request.unpaidAfter),
    accounts: accountsOf(scope),
    sold: soldIn(scope, request.tax),
    written: writtenOffIn(scope, claims, request.tax),
  };
  const { present, begins } = postedIn(scope);
  const sums = scope.currencies
    .flatMap((currency, slot) => (present.has(slot) ? [sumsOf(request, known, parts, slot, currency)] : []))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
  const rows = sums.flatMap((of) => rowsOfCurrency(sources, of));
  return {
    ...sources,
    ...{ sums, known, begins },
    rows: rows.length === 0 ? [] : [...rows, rowOfCustomers(sources)],
    byAge: known.openOnly === undefined ? paymentByAge(scope, claims, request.buckets, request.within) : undefined,
  };
}

type Parts = {
  readonly owed: readonly Owed[];
  readonly accounts: readonly Accounts[] | undefined;
  readonly sold: readonly Sold[];
  readonly written: readonly WrittenOff[];
};

/** The currencies in which something is posted by the end of the period, and the first day on which it is. */
function postedIn(scope: Scope): { present: ReadonlySet<number>; begins: number } {
  const { ledger, period } = scope;
  const present = new Set<number>();
  let begins = Number.POSITIVE_INFINITY;
  for (let row = 0; row < ledger.count; row++) {
    const day = ledger.day[row] as number;
    if (day > period.to || !scope.keeps(row)) continue;
    present.add(scope.slotOf(row));
    begins = Math.min(begins, day);
  }
  return { present, begins };
}

function sumsOf(request: LossRequest, known: Known, parts: Parts, slot: number, currency: Currency): LossSums {
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
  { sold: posted, written }: Parts,
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
    // What was written off has left a list of open items.
    lost: isList ? undefined : amount(lost),
    recovered: said ?? amount(mine),
    sold: whole,
    basis: isWithTax ? 'with_tax' : untold === 0 ? 'without_tax' : 'partly_with_tax',
    missing: isList ? 'open_items_only' : undefined,
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
