// What is disputed of the documents of a table? All of one, or an amount, which lies on what was posted of it first and is due last. Of a document in
// several rows the ledger says something when one of them does.
import { compareCodePoints } from '../core/fold.ts';
import { gather } from '../core/gather.ts';
import type { LedgerBuilder } from './builder.ts';
import { Differences, type Differing } from './differences.ts';
import type { DocumentMatches, DocumentTable } from './document-matches.ts';
import { CODED } from './field.ts';
import { DISPUTED_WHOLE } from './ledger.ts';

/** Fills the disputes of documents of which the ledger tells none. */
export function takeDisputes(
  builder: LedgerBuilder,
  table: DocumentTable,
  { of }: DocumentMatches,
): readonly (Differing | undefined)[] {
  if (!table.has('disputed') || !builder.wants('disputed')) return [];
  const told = toldDisputes(builder, of);
  builder.bring('disputed');
  const disputed = builder.optional.disputed as Float64Array;
  const inOther = new Differences('currency', table.count);
  const inPart = new Map<number, number[]>();
  for (let row = 0; row < of.length; row++) {
    const at = (of[row] as number) - 1;
    if (at < 0 || told.has(at) || (builder.own.amount[row] as number) <= 0) continue;
    const said = table.dispute('disputed', at) ?? 0;
    if (said === DISPUTED_WHOLE) disputed[row] = said;
    else if (said > 0 && isOfCurrency(builder, table, row, at)) gather(inPart, at, row);
    else if (said > 0) inOther.add(at, row, false);
  }
  for (const [at, rows] of inPart) layDispute(builder, disputed, rows, table.dispute('disputed', at) as number);
  return [differencesFrom(told, builder, table), inOther.found()];
}

/** What the ledger tells itself of a document, and the first row that does. */
type Told = { readonly row: number; sum: number; whole: boolean };

/** By row of the table. */
function toldDisputes({ own: { amount }, optional: { disputed } }: LedgerBuilder, of: Int32Array): ReadonlyMap<number, Told> {
  const told = new Map<number, Told>();
  for (let row = 0; disputed !== undefined && row < of.length; row++) {
    const said = disputed[row] as number;
    if (of[row] === 0 || said === 0 || (amount[row] as number) <= 0) continue;
    const at = (of[row] as number) - 1;
    let known = told.get(at);
    if (known === undefined) told.set(at, (known = { row, sum: 0, whole: false }));
    if (said === DISPUTED_WHOLE) known.whole = true;
    else known.sum += said;
  }
  return told;
}

function differencesFrom(told: ReadonlyMap<number, Told>, builder: LedgerBuilder, table: DocumentTable): Differing | undefined {
  const differences = new Differences('disputed', table.count);
  for (const [at, { row, sum, whole }] of told) {
    const said = table.dispute('disputed', at);
    if (said === undefined) continue;
    const same = whole ? said === DISPUTED_WHOLE : said === sum && isOfCurrency(builder, table, row, at);
    differences.add(at, row, same);
  }
  return differences.found();
}

/** An amount says nothing of a document in another currency. */
function isOfCurrency(builder: LedgerBuilder, table: DocumentTable, row: number, at: number): boolean {
  return builder.currencies[builder.own.currency[row] as number] === table.currency(at);
}

/**
 * An amount in dispute lies on the rows that were posted first, so that what is posted later changes no earlier day; among them, as on instalments, on
 * those that are due last. What is beyond them all counts for nothing, wherever it lies.
 */
function layDispute(builder: LedgerBuilder, disputed: Float64Array, rows: number[], said: number): void {
  const { amount } = builder.own;
  rows.sort(firstDisputed(builder));
  let left = said;
  rows.forEach((row, i) => {
    const part = i === rows.length - 1 ? left : Math.min(left, amount[row] as number);
    disputed[row] = part;
    left -= part;
  });
}

/** By what rows say, never by where they stand: of rows that differ in nothing it is the same which one is disputed. */
function firstDisputed({ own, optional }: LedgerBuilder): (a: number, b: number) => number {
  const { day, due, kind, amount } = own;
  const { reference, date, base, open_amount, paid_amount, settled_on, letter_day } = optional;
  const told = [date, base, open_amount, paid_amount, settled_on, letter_day].filter((column) => column !== undefined);
  const texts = CODED.map((field) => optional[field]).filter((column) => column !== undefined);
  const by = (column: Numbers, a: number, b: number): number => (column[a] as number) - (column[b] as number);
  return (a, b) => {
    const first = by(day, a, b) || by(due, b, a) || by(kind, a, b) || by(amount, b, a) || (reference?.compare(a, b) ?? 0);
    if (first !== 0) return first;
    for (const column of told) if (column[a] !== column[b]) return by(column, a, b);
    for (const { codes, dictionary } of texts) {
      if (codes[a] === codes[b]) continue;
      return compareCodePoints(dictionary.value(codes[a] as number), dictionary.value(codes[b] as number));
    }
    return 0;
  };
}

type Numbers = Int32Array | Uint8Array | Float64Array;
