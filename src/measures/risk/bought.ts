// What did customers buy, and how regularly? Invoices less credit notes over the periods that are compared, and the median of the days between invoices.
import { type Fraction, fraction, whole } from '../../core/fraction.ts';
import { kindCode } from '../../ledger/kind.ts';
import { documentDays, type Ledger } from '../../ledger/ledger.ts';
import type { Book } from '../../settle/book.ts';
import { asideOf } from '../aside.ts';
import type { Grouping } from '../grouping.ts';
import { isWithin, type Periods } from './periods.ts';

const INVOICE = kindCode('invoice');
const CREDIT_NOTE = kindCode('credit_note');

/** By the key of a customer and currency, in minor units. */
export type Bought = {
  readonly year: Float64Array;
  readonly yearBefore: Float64Array;
  readonly quarter: Float64Array;
  readonly quarterYearBefore: Float64Array;
  readonly rhythm: (key: number) => Rhythm | undefined;
  /** The first posting day of the firm's ledger that a customer is of. */
  readonly begins: (key: number) => number;
};

/** Days on which invoices were written, in the last two years. */
export type Rhythm = {
  readonly days: number;
  /** Of the days from one to the next; undefined for a single day. */
  readonly median: Fraction | undefined;
  /** Days since the last one. */
  readonly since: number;
};

export function boughtBy({ ledger, holds }: Book, grouping: Grouping, periods: Periods): Bought {
  const sums = (): Float64Array => new Float64Array(grouping.mostKeys);
  const parts = ['year', 'yearBefore', 'quarter', 'quarterYearBefore'] as const;
  const found = { year: sums(), yearBefore: sums(), quarter: sums(), quarterYearBefore: sums() };
  const { twoYears } = periods;
  const dates = documentDays(ledger);
  const first = new Int32Array(grouping.mostKeys + 1);
  const begins = new Begins(ledger, grouping);
  const aside = asideOf(ledger);
  const isInvoice = (row: number): boolean =>
    ledger.kind[row] === INVOICE && (ledger.amount[row] as number) > 0 && aside(row) === 0;
  const counts = (row: number): boolean => holds(row) && (ledger.day[row] as number) <= twoYears.to;
  for (let row = 0; row < ledger.count; row++) {
    if (!counts(row)) continue;
    const day = ledger.day[row] as number;
    begins.take(row, day);
    const kind = ledger.kind[row];
    if ((kind !== INVOICE && kind !== CREDIT_NOTE) || day <= twoYears.from || aside(row) !== 0) continue;
    const key = grouping.keyOf(row);
    for (const part of parts) {
      if (isWithin(day, periods[part])) found[part][key] = (found[part][key] as number) + (ledger.amount[row] as number);
    }
    if (isInvoice(row) && isWithin(dates[row] as number, twoYears)) first[key + 1] = (first[key + 1] as number) + 1;
  }
  for (let key = 0; key < grouping.mostKeys; key++) first[key + 1] = (first[key + 1] as number) + (first[key] as number);
  const next = first.slice();
  const days = new Int32Array(first[grouping.mostKeys] as number);
  for (let row = 0; row < ledger.count; row++) {
    const day = dates[row] as number;
    if (!isInvoice(row) || !counts(row) || (ledger.day[row] as number) <= twoYears.from || !isWithin(day, twoYears)) continue;
    const key = grouping.keyOf(row);
    const at = next[key] as number;
    days[at] = day;
    next[key] = at + 1;
  }
  const rhythm = (key: number): Rhythm | undefined =>
    rhythmOf(days.slice(first[key] as number, first[key + 1] as number).sort(), twoYears.to);
  return { ...found, rhythm, begins: (key) => begins.of(key) };
}

/** The first posting day of each entity: the books of one firm may reach further back than those of another. */
class Begins {
  readonly #ledger: Ledger;
  readonly #currencies: number;
  readonly #entityOf: Int32Array;
  readonly #first: Int32Array;

  constructor(ledger: Ledger, { currencies }: Grouping) {
    const { customers } = ledger;
    const entities = new Map(customers.entities.map((entity, i) => [entity, i]));
    this.#ledger = ledger;
    this.#currencies = currencies;
    this.#entityOf = Int32Array.from({ length: customers.size }, (_, n) => entities.get(customers.entity(n)) ?? 0);
    this.#first = new Int32Array(entities.size + 1).fill(0x7fffffff);
  }

  take(row: number, day: number): void {
    const entity = this.#entityOf[this.#ledger.customer[row] as number] as number;
    if (day < (this.#first[entity] as number)) this.#first[entity] = day;
  }

  of(key: number): number {
    return this.#first[this.#entityOf[Math.floor(key / this.#currencies)] as number] as number;
  }
}

/** `sorted`: days of invoices, of which several may be one. */
function rhythmOf(sorted: Int32Array, asOf: number): Rhythm | undefined {
  const days = sorted.filter((day, i) => i === 0 || day !== sorted[i - 1]);
  const last = days[days.length - 1];
  if (last === undefined) return undefined;
  const gaps = days
    .subarray(1)
    .map((day, i) => day - (days[i] as number))
    .sort();
  return { days: days.length, median: medianOf(gaps), since: asOf - last };
}

function medianOf(sorted: Int32Array): Fraction | undefined {
  const half = sorted.length >> 1;
  const upper = sorted[half];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? whole(upper) : fraction((sorted[half - 1] as number) + upper, 2);
}
