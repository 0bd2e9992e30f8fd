// How did customers pay? Days late of their cash over the periods that are compared, how many documents they have paid whole, and by which means.
import { type Day, NO_DAY } from '../../core/day.ts';
import { ExactSum, type Fraction, fraction } from '../../core/fraction.ts';
import { kindCode } from '../../ledger/kind.ts';
import { column } from '../../ledger/ledger.ts';
import type { Book } from '../../settle/book.ts';
import type { Grouping } from '../grouping.ts';
import { LateClaims } from '../late-claims.ts';
import { cashPayments } from '../payment-times.ts';
import { isWithin, type Period, type Periods } from './periods.ts';

const PAYMENT = kindCode('payment');
const RETURNED = kindCode('returned');

/** Days late of what was paid, and of what came back, weighted by amounts; negative where it was paid before the due day. */
class AverageLateness {
  readonly #late: (ExactSum | undefined)[] = [];
  readonly #paid: number[] = [];
  readonly #count: number[] = [];

  add(key: number, amount: number, days: number): void {
    (this.#late[key] ??= new ExactSum()).add(amount, days);
    this.#paid[key] = (this.#paid[key] ?? 0) + amount;
    this.#count[key] = this.count(key) + 1;
  }

  /** Undefined where nothing was paid. */
  of(key: number): Fraction | undefined {
    return fraction(this.#late[key]?.value ?? 0n, this.#paid[key] ?? 0);
  }

  /** How many payments of documents. */
  count(key: number): number {
    return this.#count[key] ?? 0;
  }
}

/** By the key of a customer and currency. */
export type Paid = {
  readonly year: AverageLateness;
  readonly quarter: AverageLateness;
  readonly beforeQuarter: AverageLateness;
  /** Documents that cash has paid whole, at any time. */
  readonly documents: Int32Array;
  /** Cash of the last year that paid what has no agreed due day. */
  readonly dueless: Uint8Array;
};

export function paidBy(book: Book, grouping: Grouping, periods: Periods, keeps: (row: number) => boolean): Paid {
  const claims = new LateClaims(book, periods.year.to, undefined);
  const payments = cashPayments(book, periods.year.to, claims, keeps);
  const { open } = book.at(periods.year.to);
  const averages = { year: new AverageLateness(), quarter: new AverageLateness(), beforeQuarter: new AverageLateness() };
  const documents = new Int32Array(grouping.mostKeys);
  const dueless = new Uint8Array(grouping.mostKeys);
  for (let i = 0; i < payments.count; i++) {
    const claim = payments.claim[i] as number;
    const key = grouping.keyOf(claim);
    if (open[claim] === 0 && claim !== payments.claim[i - 1]) documents[key] = (documents[key] as number) + 1;
    const [paid, due] = [payments.paid[i] as number, payments.due[i] as number];
    if (due === NO_DAY) {
      if (isWithin(paid, periods.year)) dueless[key] = 1;
      continue;
    }
    for (const part of ['year', 'quarter', 'beforeQuarter'] as const) {
      if (isWithin(paid, periods[part])) averages[part].add(key, payments.amount[i] as number, paid - due);
    }
  }
  addUnpaid(book, periods.year.to, claims, (row, amount, days) => {
    const key = grouping.keyOf(row);
    if (!keeps(row)) return;
    averages.year.add(key, amount, days);
    averages.quarter.add(key, amount, days);
  });
  return { ...averages, documents, dueless };
}

/** A payment that bounced paid nothing: what it had paid is as late as it is by now, so that nobody gains by it. */
function addUnpaid(
  { ledger, at, holds }: Book,
  asOf: Day,
  claims: LateClaims,
  add: (row: number, amount: number, days: number) => void,
): void {
  const { open } = at(asOf);
  for (let row = 0; row < ledger.count; row++) {
    if (ledger.kind[row] !== RETURNED || (open[row] as number) <= 0 || !holds(row)) continue;
    for (const { due, invoices, open: left } of claims.of(row, open[row] as number)) {
      const isOfDocument = invoices.some(({ debit }) => debit !== row);
      if (isOfDocument && left > 0 && due !== NO_DAY) add(row, left, asOf - due);
    }
  }
}

/** A means of payment that is new, and what was usual before. */
export type ChangedMeans = { readonly now: string; readonly before: string };

/** Fewer payments than this tell no usual means. */
const USUAL = 3;

/** Means of the last quarter that no payment of the 12 months before has; undefined where the ledger does not tell means. */
export function changedMeans(
  { ledger, holds }: Book,
  grouping: Grouping,
  { quarter, beforeQuarter }: Periods,
): ReadonlyMap<number, ChangedMeans> | undefined {
  const means = column(ledger, 'payment_mode');
  if (means === undefined) return undefined;
  const countIn = (period: Period): Map<number, Map<string, number>> => {
    const counts = new Map<number, Map<string, number>>();
    for (let row = 0; row < ledger.count; row++) {
      const isCash = ledger.kind[row] === PAYMENT && (ledger.amount[row] as number) < 0 && holds(row);
      const text =
        isCash && isWithin(ledger.day[row] as number, period) ? means.dictionary.value(means.codes[row] as number) : '';
      if (text === '') continue;
      const key = grouping.keyOf(row);
      const of = counts.get(key) ?? new Map<string, number>();
      counts.set(key, of.set(text, (of.get(text) ?? 0) + 1));
    }
    return counts;
  };
  const before = countIn(beforeQuarter);
  const changed = new Map<number, ChangedMeans>();
  for (const [key, now] of countIn(quarter)) {
    const usual = before.get(key) ?? new Map<string, number>();
    const isTold = [...usual.values()].reduce((sum, count) => sum + count, 0) >= USUAL;
    const fresh = [...now].filter(([text]) => !usual.has(text));
    if (isTold && fresh.length > 0) changed.set(key, { now: commonest(fresh), before: commonest([...usual]) });
  }
  return changed;
}

/** Of several that are as common, the first by its letters: never by where a row stands. */
function commonest(counts: readonly (readonly [string, number])[]): string {
  return counts.reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best))[0];
}
