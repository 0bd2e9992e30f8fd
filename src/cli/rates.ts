// At which rates is a report in one currency (--rates with --in)? Of each currency the latest rate on or before the as-of day, and that one for every amount of the report; none is guessed.
import { type Currency, exponentOf } from '../core/currency.ts';
import { type Day, isoDay } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { LARGEST_SUM } from '../core/money.ts';
import type { World } from '../io/world.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import { parseFactor } from '../read/ratio.ts';
import type { TableSaid } from '../read/table.ts';
import { RATES, type RateField } from '../read/tables/rates.ts';
import type { Book } from '../settle/book.ts';
import { converted, convertedBook, type Rate } from '../settle/converted.ts';
import { readBeside } from './beside.ts';
import { placeIn } from './place-in-table.ts';

/** A rate with where it stands. */
type RateInForce = Rate & { readonly day: Day; readonly text: string; readonly line: number };

export type Rates = {
  readonly file: string;
  readonly to: Currency;
  /** The day whose rates are taken. */
  readonly asOf: Day;
  /** Undefined where none is in force; of the one currency itself a rate of 1. */
  readonly of: (from: Currency) => Rate | undefined;
  /** Those that were asked for so far, by currency. */
  readonly used: () => readonly RateInForce[];
};

/** Undefined when the table cannot be used: the diagnostics say why. */
export async function readRates(
  path: string,
  to: Currency,
  asOf: Day,
  world: World,
  diagnostics: Diagnostics,
  said: TableSaid,
): Promise<Rates | undefined> {
  const table = await readBeside(RATES, path, to, world, diagnostics, said);
  if (table === undefined || !saysNothingOfItself(table, to, diagnostics)) return undefined;
  const latest = new Map<Currency, RateInForce>();
  for (let row = 0; row < table.count; row++) {
    const [from, day] = [table.currency(row), table.day('day', row) as Day];
    const text = table.text('rate', row);
    const rate = parseFactor(text);
    if (day > asOf || rate === undefined || from === to || day <= (latest.get(from)?.day ?? Number.NEGATIVE_INFINITY)) continue;
    latest.set(from, { from, to, rate, day, text, line: table.line(row) });
  }
  const used = new Map<Currency, RateInForce>();
  const itself: Rate = { from: to, to, rate: { numerator: 1, denominator: 1 } };
  return {
    ...{ file: table.file, to, asOf },
    of: (from) => {
      const found = latest.get(from);
      if (found !== undefined) used.set(from, found);
      return from === to ? itself : found;
    },
    used: () => [...used.values()].sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
}

/** False where the currency that all is in has a rate other than 1: it would be that of another currency, or of the other direction. */
function saysNothingOfItself(table: SideTable<RateField>, to: Currency, diagnostics: Diagnostics): boolean {
  let sound = true;
  for (let row = 0; row < table.count; row++) {
    const { numerator, denominator } = parseFactor(table.text('rate', row)) as Rate['rate'];
    if (table.currency(row) !== to || numerator === denominator) continue;
    sound = false;
    diagnostics.add({
      code: 'cell-unreadable',
      ...placeIn(table, 'rate', row),
      what: `rate: one ${to} is worth one ${to}, the currency of --in`,
      fix: `write what one unit of each other currency is worth in ${to}`,
    });
  }
  return sound;
}

/** The book in the one currency; undefined where a rate is missing, or the sums would not be exact. */
export function bookIn(book: Book, rates: Rates, diagnostics: Diagnostics): Book | undefined {
  const found = ratesOfLedger(rates, book.ledger, diagnostics);
  return found && convertedBook(book, rates.to, found);
}

/** By index of the ledger's currencies. */
function ratesOfLedger(rates: Rates, ledger: Ledger, diagnostics: Diagnostics): readonly Rate[] | undefined {
  const found = ledger.currencies.map((from) => rates.of(from) ?? tellMissing(rates, from, {}, diagnostics));
  if (!found.every((rate) => rate !== undefined)) return undefined;
  const factors = found.map(
    ({ from, rate }) => (rate.numerator / rate.denominator) * 10 ** (exponentOf(rates.to) - exponentOf(from)),
  );
  let sum = 0;
  for (let row = 0; row < ledger.count; row++)
    sum += Math.abs(ledger.amount[row] as number) * (factors[ledger.currency[row] as number] as number) + 1;
  if (sum <= LARGEST_SUM) return found;
  diagnostics.add({
    code: 'sum-too-large',
    what: `the amounts add up to more in ${rates.to} than can be summed exactly`,
    why: `sums are exact up to ${LARGEST_SUM} of the smallest unit of a currency`,
    fix: `check for a rate in ${rates.file} that is out of scale`,
  });
  return undefined;
}

/** False where a table beside the ledger has amounts in a currency without a rate: each such currency is told once. */
export function ratesCover<F extends string>(
  rates: Rates | undefined,
  table: SideTable<F>,
  fields: readonly F[],
  currencyOfRow: (row: number) => Currency,
  diagnostics: Diagnostics,
): boolean {
  if (rates === undefined) return true;
  const told = new Set<Currency>();
  for (let row = 0; row < table.count; row++) {
    const from = currencyOfRow(row);
    if (told.has(from) || rates.of(from) !== undefined || fields.every((field) => table.text(field, row) === '')) continue;
    told.add(from);
    tellMissing(rates, from, { file: table.file, line: table.line(row) }, diagnostics);
  }
  return told.size === 0;
}

/** False where there is none: told. */
export function hasRate(rates: Rates, from: Currency, diagnostics: Diagnostics): boolean {
  return (rates.of(from) ?? tellMissing(rates, from, {}, diagnostics)) !== undefined;
}

function tellMissing(
  { file, to, asOf }: Rates,
  from: Currency,
  place: { readonly file?: string; readonly line?: number },
  diagnostics: Diagnostics,
): undefined {
  diagnostics.add({
    code: 'rate-missing',
    ...place,
    value: from,
    what: `--in ${to}: ${file} has no rate of ${from} that is in force on ${isoDay(asOf)}`,
    why: 'the latest rate on or before the as-of day is taken, and none is guessed',
    fix: `add a row of ${from} of that day or before: what one ${from} is worth in ${to}`,
  });
}

/** An amount of a table beside the ledger in the currency of the report. */
export function inReport(rates: Rates | undefined, amount: number, from: Currency): number {
  const rate = rates?.of(from);
  return rate === undefined ? amount : converted(amount, rate);
}

/** The currency of the report for an amount in another one. */
export function currencyInReport(rates: Rates | undefined, from: Currency): Currency {
  return rates === undefined ? from : rates.to;
}
