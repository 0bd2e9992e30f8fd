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
  const { count, customer, currency, day, amount, currencies } = ledger;
  const { open, columns } = settled;
  const owners = new Float64Array(ledger.customers.size * Math.max(1, currencies.length));
  for (let row = 0; row < count; row++) {
    const posted = (day[row] as number) <= settled.day ? (amount[row] as number) : 0;
    const owner = (customer[row] as number) * currencies.length + (currency[row] as number);
    const own = columns === undefined ? 0 : (columns[row] as number);
    owners[owner] = (owners[owner] as number) + posted - (open[row] as number) - own;
  }
  return owners.reduce((differ, difference) => (difference === 0 ? differ : differ + 1), 0);
}

/** The line in the books' currency, where the ledger was read with base amounts. */
export function baseControlOf(ledger: Ledger, settled: Settled): ControlLine | undefined {
  const { base } = ledger.columns;
  if (base === undefined || settled.base === undefined) return undefined;
  const [open, later] = [sums(settled.base, ledger, undefined), sums(base, ledger, undefined, settled.day)];
  return line(ledger.bookCurrency, ledger.baseSums.total(0) - (later[0] as number), settled.byColumnsBase, open[0] as number);
}

/** One line a currency, in the order of the codes. */
export function controlOf(ledger: Ledger, settled: Settled): ControlLine[] {
  const open = sums(settled.open, ledger, ledger.currency);
  const later = sums(ledger.amount, ledger, ledger.currency, settled.day);
  return ledger.currencies
    .map((currency, i) =>
      line(currency, ledger.sums.total(i) - (later[i] as number), settled.byColumns[i] as number, open[i] as number),
    )
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Σ of a column by currency, or of all of it; with `after`, of the rows posted after that day only. */
function sums(column: Float64Array, ledger: Ledger, currency: Uint8Array | undefined, after?: number): Float64Array {
  const total = new Float64Array(currency === undefined ? 1 : ledger.currencies.length);
  const { count, day } = ledger;
  for (let row = 0; row < count; row++) {
    if (after !== undefined && (day[row] as number) <= after) continue;
    const at = currency === undefined ? 0 : (currency[row] as number);
    total[at] = (total[at] as number) + (column[row] as number);
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
