// What do customers cost by not paying? Losses, doubtful claims, defaults, unpaid amounts and what covers them, by currency over a period; and how likely a claim of some age is to be paid (rules §1.2, §1.4).
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import type { Bounds, Buckets } from '../../policy/buckets.ts';
import type { Book } from '../../settle/book.ts';
import type { Insurance } from '../cover.ts';
import { type Known, knownOf } from '../dso/known.ts';
import { LateClaims } from '../late-claims.ts';
import { type Defaults, defaultsOf } from './defaults.ts';
import { type LossRow, type Missing, rowOfCustomers, rowsOfCurrency } from './indicators.ts';
import { accountsOf, owedOn } from './owed.ts';
import { type PaymentByAge, paymentByAge } from './payment-by-age.ts';
import { type Period, Scope } from './scope.ts';
import { soldIn } from './sold.ts';
import { type LossSums, type Parts, sumsOf } from './sums.ts';
import type { WithoutTax } from './without-tax.ts';
import { writtenOffIn } from './written-off.ts';

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
  /** Months after which an outcome counts; undefined for the longest that the history allows. */
  readonly within: number | undefined;
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
  /** Months an amount is watched before its outcome counts; and whether they are fewer than usual because the history is short. */
  readonly watched: { readonly months: number; readonly isShortened: boolean };
};

/** Months an amount is watched where nobody says how many: the first of which something is old enough. */
export const USUAL_WATCH = [12, 6, 3] as const;

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
    whyNoDefaults: whyNoDefaults(told, known),
    whyNoInsured: told === undefined ? 'no_customers_table' : told.insuranceOf === undefined ? 'no_insured_limits' : undefined,
  };
  const { present, begins, hasCredits } = postedIn(scope);
  const parts: Parts = {
    owed: owedOn(scope, asOf, request.unpaidAfter),
    accounts: accountsOf(scope),
    sold: soldIn(scope, request.tax),
    written: writtenOffIn(scope, claims, request.tax),
    whyNoLosses: known.openOnly === 'list' ? 'open_items_only' : hasCredits ? undefined : 'no_credits',
  };
  const sums = scope.currencies
    .flatMap((currency, slot) => (present.has(slot) ? [sumsOf(request, known, parts, slot, currency)] : []))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
  const rows = sums.flatMap((of) => rowsOfCurrency(sources, of));
  return {
    ...sources,
    ...{ sums, known, begins },
    rows: rows.length === 0 ? [] : [...rows, rowOfCustomers(sources)],
    ...watchedIn(known.openOnly === undefined, request.within, (months) => paymentByAge(scope, claims, request.buckets, months)),
  };
}

/** Where nothing is old enough at any of them the usual one stands. */
function watchedIn(
  isKnown: boolean,
  said: number | undefined,
  of: (months: number) => PaymentByAge,
): Pick<Losses, 'byAge' | 'watched'> {
  const [usual, ...shorter] = USUAL_WATCH;
  const first = said ?? usual;
  if (!isKnown) return { byAge: undefined, watched: { months: first, isShortened: false } };
  const byAge = of(first);
  if (said !== undefined || tells(byAge)) return { byAge, watched: { months: first, isShortened: false } };
  for (const months of shorter) {
    const found = of(months);
    if (tells(found)) return { byAge: found, watched: { months, isShortened: true } };
  }
  return { byAge, watched: { months: usual, isShortened: false } };
}

/** True where something reached some age long enough ago. */
export function tells({ outcomes }: PaymentByAge): boolean {
  return outcomes.some((of) => of.some(({ reached }) => reached > 0));
}

function whyNoDefaults(told: CustomersTold | undefined, { openOnly }: Known): Missing | undefined {
  if (told === undefined) return 'no_customers_table';
  if (told.fails === undefined) return 'no_proceedings_told';
  return openOnly === 'list' ? 'open_items_only' : undefined;
}

/** The currencies in which something is posted by the end of the period, the first day on which it is, and whether the ledger has any credit. */
function postedIn(scope: Scope): { present: ReadonlySet<number>; begins: number; hasCredits: boolean } {
  const { ledger, period } = scope;
  const present = new Set<number>();
  let begins = Number.POSITIVE_INFINITY;
  let hasCredits = false;
  for (let row = 0; row < ledger.count; row++) {
    const day = ledger.day[row] as number;
    if (day > period.to || !scope.book.holds(row)) continue;
    hasCredits ||= (ledger.amount[row] as number) < 0;
    if (!scope.keeps(row)) continue;
    present.add(scope.slotOf(row));
    begins = Math.min(begins, day);
  }
  return { present, begins, hasCredits };
}
