// Does it add up? Σ open = Σ postings up to the day − Σ settled by the rows' own columns, per currency. The postings are the
// sums the reader kept while parsing, never the columns: a row or a cent lost anywhere between shows as a difference.
import type { Currency } from '../core/currency.ts';
import { minor } from '../core/money.ts';
import type { Desk } from './desk.ts';
import type { ControlLine } from './open-items.ts';

/** One line a currency; with base amounts, one line in the books' currency. */
export function controlOf(desk: Desk): ControlLine[] {
  const { ledger } = desk;
  if (desk.base !== undefined) {
    let open = 0;
    for (let row = 0; row < ledger.count; row++) open += desk.base[row] as number;
    return [line(ledger.bookCurrency, ledger.baseSums.total(0) - desk.laterBase, desk.byColumnsBase, open)];
  }
  const open = ledger.currencies.map(() => 0);
  for (let row = 0; row < ledger.count; row++) {
    const currency = ledger.currency[row] as number;
    open[currency] = (open[currency] as number) + (desk.open[row] as number);
  }
  return ledger.currencies
    .map((currency, i) =>
      line(currency, ledger.sums.total(i) - (desk.later[i] as number), desk.byColumns[i] as number, open[i] as number),
    )
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
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
