// What share of each bucket is lost in the end, by the ledger's own history? Monthly rolls from bucket to bucket, averaged, and the loss of the last one (flow rates, rules §4.5).
import type { Currency } from '../../core/currency.ts';
import { type Day, endOfMonth } from '../../core/day.ts';
import { type Fraction, plus, rounded, times, whole } from '../../core/fraction.ts';
import { firstDayOf, type Month, monthOf } from '../../core/month.ts';
import { kindCode } from '../../ledger/kind.ts';
import { column, currencyAt } from '../../ledger/ledger.ts';
import type { Buckets } from '../../policy/buckets.ts';
import type { Book } from '../../settle/book.ts';
import { dueOrDocumentDay } from '../../settle/order.ts';

/** Of one segment in one currency; rates are undefined where a roll, or the loss of the last bucket, is not known. */
export type RollRates = {
  readonly segment: string;
  readonly currency: Currency;
  /** By bucket but the last: the mean of the months in which something stood there, and how many these are. */
  readonly rolls: readonly (Fraction | undefined)[];
  readonly months: readonly number[];
  readonly lastLoss: Fraction | undefined;
  readonly rates: readonly Fraction[] | undefined;
};

type Asked = {
  readonly asOf: Day;
  readonly months: number;
  readonly buckets: Buckets;
  /** What is lost of the last bucket; undefined asks the history: written off of what came to it. */
  readonly lastLoss: Fraction | undefined;
  readonly customers: ReadonlySet<number> | undefined;
  readonly segmentOf: (row: number) => string;
};

/** Decimals that a mean is rounded to, half up: with 36 months the exact fraction has hundreds of digits. */
const DECIMALS = 8;
const WRITE_OFF = kindCode('write_off');

/** Sums of one segment and currency: what stood in each bucket at a month's end, and what came on from it by the next. */
type Sums = { readonly stood: number[]; readonly came: number[]; reached: number; readonly last: Set<number> };

/** By segment and currency. Disputes of today are left out of all months. */
export function rollRates(book: Book, asked: Asked): RollRates[] {
  const { buckets, asOf, months } = asked;
  const count = buckets.list.length;
  const lines = new Map<string, { segment: string; currency: Currency; rolls: Fraction[][]; reached: number; lost: number }>();
  const ends = monthEnds(asOf, months);
  let before: ReadonlyMap<string, Sums> | undefined;
  for (const day of ends) {
    const now = stoodOn(book, day, asked, before);
    // What stood somewhere a month ago and is gone rolled on by nothing.
    for (const key of new Set([...now.keys(), ...(before?.keys() ?? [])])) {
      const [currency, segment] = key.split('\0') as [Currency, string];
      const line = lines.get(key) ?? { segment, currency, rolls: buckets.list.slice(1).map(() => []), reached: 0, lost: 0 };
      lines.set(key, line);
      const [then, sums] = [before?.get(key), now.get(key)];
      for (let bucket = 0; then !== undefined && bucket + 1 < count; bucket++) {
        const stood = then.stood[bucket] as number;
        if (stood > 0) (line.rolls[bucket] as Fraction[]).push(share(sums?.came[bucket] ?? 0, stood));
      }
      line.reached += sums?.reached ?? 0;
    }
    before = now;
  }
  for (const [key, lost] of writtenOff(book, asked, ends[0] as Day)) {
    const line = lines.get(key);
    if (line !== undefined) line.lost += lost;
  }
  return [...lines.values()].map(({ segment, currency, rolls, reached, lost }) => {
    const means = rolls.map(meanOf);
    const lastLoss = asked.lastLoss ?? (reached > 0 && lost > 0 ? share(lost, reached) : undefined);
    return {
      segment,
      currency,
      rolls: means,
      months: rolls.map(({ length }) => length),
      lastLoss,
      rates: lossRates(means, lastLoss),
    };
  });
}

/** What is lost of a bucket is what rolls on from it, and on, times what is lost of the last. */
export function lossRates(rolls: readonly (Fraction | undefined)[], lastLoss: Fraction | undefined): Fraction[] | undefined {
  if (lastLoss === undefined || rolls.some((one) => one === undefined)) return undefined;
  const rates = [lastLoss];
  for (const roll of [...(rolls as readonly Fraction[])].reverse()) {
    rates.unshift(times(rates[0] as Fraction, roll.numerator, roll.denominator));
  }
  return rates;
}

/** The ends of so many months and the one before, none after the as-of day. */
function monthEnds(asOf: Day, months: number): Day[] {
  const current = monthOf(asOf);
  const last: Month = endOfMonth(asOf) === asOf ? current : current - 1;
  return Array.from({ length: months + 1 }, (_, i) => endOfMonth(firstDayOf(last - months + i)));
}

/** Never above the whole: a month of 31 days carries what it took of a bucket of 30 into the one after. */
function share(part: number, of: number): Fraction {
  return { numerator: BigInt(Math.min(part, of)), denominator: BigInt(of) };
}

function meanOf(rolls: readonly Fraction[]): Fraction | undefined {
  if (rolls.length === 0) return undefined;
  const sum = rolls.reduce(plus, whole(0));
  const mean = rounded({ numerator: sum.numerator, denominator: sum.denominator * BigInt(rolls.length) }, DECIMALS);
  return { numerator: BigInt(Math.round(mean * 10 ** DECIMALS)), denominator: 10n ** BigInt(DECIMALS) };
}

/** What stands in each bucket on a day. What came into the last one counts without what stood there before: nothing leaves it but by being paid. */
function stoodOn(book: Book, day: Day, asked: Asked, before: ReadonlyMap<string, Sums> | undefined): Map<string, Sums> {
  const { ledger } = book;
  const { buckets } = asked;
  const last = buckets.list.length - 1;
  const items = book.at(day);
  const due = dueOrDocumentDay(ledger);
  const found = new Map<string, Sums>();
  eachDebit(book, items.open, asked, (row, open, key) => {
    if ((ledger.day[row] as number) > day) return;
    let sums = found.get(key);
    if (sums === undefined) found.set(key, (sums = { stood: zeros(last), came: zeros(last), reached: 0, last: new Set() }));
    const bucket = buckets.indexOf(day - due(row));
    const isNew = bucket !== last || before?.get(key)?.last.has(row) !== true;
    sums.stood[bucket] = (sums.stood[bucket] as number) + open;
    if (bucket === last) sums.last.add(row);
    if (bucket > 0 && isNew) sums.came[bucket - 1] = (sums.came[bucket - 1] as number) + open;
    if (bucket === last && isNew && before !== undefined) sums.reached += open;
  });
  return found;
}

function zeros(last: number): number[] {
  return Array.from({ length: last + 1 }, () => 0);
}

/** What was written off after a day of debits that had come to the last bucket by then, by segment and currency. */
function writtenOff(book: Book, asked: Asked, after: Day): Map<string, number> {
  const { ledger } = book;
  const { debit, credit, amount, day, count } = book.settlements(asked.asOf);
  const due = dueOrDocumentDay(ledger);
  const last = asked.buckets.list.length - 1;
  const lost = new Map<string, number>();
  const key = keys(book, asked);
  for (let s = 0; s < count; s++) {
    const [row, by] = [debit[s] as number, credit[s] as number];
    if (row < 0 || by < 0 || ledger.kind[by] !== WRITE_OFF || (day[s] as number) <= after) continue;
    const of = asked.buckets.indexOf((day[s] as number) - due(row)) === last ? key(row) : undefined;
    if (of !== undefined) lost.set(of, (lost.get(of) ?? 0) + (amount[s] as number));
  }
  return lost;
}

function eachDebit(book: Book, open: Float64Array, asked: Asked, visit: (row: number, open: number, key: string) => void): void {
  const key = keys(book, asked);
  for (let row = 0; row < book.ledger.count; row++) {
    const left = open[row] as number;
    const of = left > 0 ? key(row) : undefined;
    if (of !== undefined) visit(row, left, of);
  }
}

/** `currency NUL segment`; undefined for rows that do not count. */
function keys({ ledger }: Book, { customers, segmentOf }: Asked): (row: number) => string | undefined {
  const disputed = column(ledger, 'disputed');
  return (row) => {
    if (customers?.has(ledger.customer[row] as number) === false || (disputed?.[row] ?? 0) !== 0) return undefined;
    return `${currencyAt(ledger, ledger.currency[row] as number)}\0${segmentOf(row)}`;
  };
}
