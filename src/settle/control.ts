// Does it add up? Σ open = Σ postings up to the day − Σ settled by the rows' own columns, per currency. The postings are the
// sums the reader kept while parsing, never the columns, and the open amounts are those every measure will use: a row or a cent
// lost anywhere between shows as a difference.
import type { Currency } from '../core/currency.ts';
import { minor } from '../core/money.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ControlLine, OpenItems, Settled } from './open-items.ts';

/** The lines of a report: each currency apart, or all in the books' currency. */
export function controlIn(items: OpenItems, inBase: boolean): readonly ControlLine[] {
  return inBase && items.baseControl !== undefined ? [items.baseControl] : items.control;
}

/**
 * Customers and currencies whose open amounts are not their postings less what their columns settled: a settlement takes the same
 * off both sides, and both are of one customer, so money can never pass from one to another unseen.
 */
export function customersThatDiffer(ledger: Ledger, settled: Settled): number {
  const owners = new Float64Array(ledger.customers.size * Math.max(1, ledger.currencies.length));
  const ownerOf = (row: number): number =>
    (ledger.customer[row] as number) * ledger.currencies.length + (ledger.currency[row] as number);
  for (let row = 0; row < ledger.count; row++) {
    const posted = (ledger.day[row] as number) <= settled.day ? (ledger.amount[row] as number) : 0;
    const owner = ownerOf(row);
    owners[owner] = (owners[owner] as number) + posted - (settled.open[row] as number) - (settled.columns?.[row] ?? 0);
  }
  return owners.reduce((count, difference) => (difference === 0 ? count : count + 1), 0);
}

/** The line in the books' currency, where the ledger was read with base amounts. */
export function baseControlOf(ledger: Ledger, settled: Settled): ControlLine | undefined {
  const { base } = ledger.columns;
  if (base === undefined || settled.base === undefined) return undefined;
  const ofAll = (): number => 0;
  const [open, later] = [sums(settled.base, ledger, 1, ofAll), sums(base, ledger, 1, ofAll, settled.day)];
  return line(ledger.bookCurrency, ledger.baseSums.total(0) - (later[0] as number), settled.byColumnsBase, open[0] as number);
}

/** One line a currency, in the order of the codes. */
export function controlOf(ledger: Ledger, settled: Settled): ControlLine[] {
  const count = ledger.currencies.length;
  const ofRow = (row: number): number => ledger.currency[row] as number;
  const open = sums(settled.open, ledger, count, ofRow);
  const later = sums(ledger.amount, ledger, count, ofRow, settled.day);
  return ledger.currencies
    .map((currency, i) =>
      line(currency, ledger.sums.total(i) - (later[i] as number), settled.byColumns[i] as number, open[i] as number),
    )
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Σ of a column by currency; with `after`, of the rows posted after that day only. */
function sums(
  column: Float64Array,
  ledger: Ledger,
  count: number,
  currencyOf: (row: number) => number,
  after?: number,
): number[] {
  const total = Array.from({ length: count }, () => 0);
  for (let row = 0; row < ledger.count; row++) {
    if (after !== undefined && (ledger.day[row] as number) <= after) continue;
    const currency = currencyOf(row);
    total[currency] = (total[currency] as number) + (column[row] as number);
  }
  return total;
}

function line(currency: Currency, postings: number, settledByColumns: number, open: number): ControlLine {
  return {
    currency,
    postings: minor(postings),
    settledByColumns: minor(settledByColumns),
    open: minor(open),
    difference: minor(postings - settledByColumns - open),
  };
}
