// What does the table of sales say (--sales)? Its rows by month, customer and currency; what is no month is told, and so is what is of nobody shown.
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { LARGEST_SUM } from '../core/money.ts';
import { type Month, monthOf } from '../core/month.ts';
import { counted, listed } from '../core/plural.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { SalesRow } from '../measures/dso/sales-history.ts';
import { parseMonth } from '../read/month.ts';
import type { SalesField } from '../read/tables/sales.ts';
import type { Input } from './command.ts';
import { currencyInReport, inReport, ratesCover } from './rates.ts';

/** Rows up to the as-of day; undefined where one cannot be used: the diagnostics say why. */
export function salesRows(
  table: SideTable<SalesField>,
  { asOf, rates, diagnostics }: Pick<Input, 'asOf' | 'rates' | 'diagnostics'>,
): SalesRow[] | undefined {
  if (!ratesCover(rates, table, ['amount'], table.currency, diagnostics)) return undefined;
  const rows: SalesRow[] = [];
  for (let row = 0; row < table.count; row++) {
    const day = table.day('date', row);
    const month = day === undefined ? (parseMonth(table.text('month', row)) as Month) : monthOf(day);
    if (day === undefined ? month > monthOf(asOf) : day > asOf) continue;
    const customer = table.text('customer', row);
    rows.push({
      customer: customer === '' ? undefined : customer,
      month,
      amount: inReport(rates, table.amount('amount', row) ?? 0, table.currency(row)),
      currency: currencyInReport(rates, table.currency(row)),
    });
  }
  return sumsAreExact(table, rows, diagnostics) ? rows : undefined;
}

function sumsAreExact(table: SideTable<SalesField>, rows: readonly SalesRow[], diagnostics: Diagnostics): boolean {
  const sums = new Map<Currency, number>();
  for (const { currency, amount } of rows) sums.set(currency, (sums.get(currency) ?? 0) + Math.abs(amount));
  const tooLarge = [...sums].flatMap(([currency, sum]) => (sum > LARGEST_SUM ? [currency] : []));
  for (const currency of tooLarge) {
    diagnostics.add({
      code: 'sum-too-large',
      file: table.file,
      what: `the sales in ${currency} add up to more than can be summed exactly`,
      why: `sums are exact up to ${LARGEST_SUM} of the smallest unit of a currency`,
      fix: 'check for an amount that is out of scale',
    });
  }
  return tooLarge.length === 0;
}

/** A table that says nothing, and rows of it that count nowhere: what was sold to them is in no figure. */
export function tellUnmatched(
  table: SideTable<SalesField>,
  rows: readonly SalesRow[],
  unmatched: readonly number[],
  diagnostics: Diagnostics,
): void {
  if (rows.length === 0) {
    diagnostics.add({
      code: 'sales-unmatched',
      file: table.file,
      what:
        table.count === 0
          ? 'the table of sales has no rows'
          : `${counted(table.count, 'row')} of sales, and none of a month up to the as-of day`,
      why: 'what divides by sales is n/a',
      fix: 'fill it, name the table of these months, or leave out --sales: the invoices of the ledger are its sales',
    });
  }
  if (unmatched.length === 0) return;
  const names = [...new Set(unmatched.map((i) => `${rows[i]?.customer ?? 'no customer'} ${rows[i]?.currency}`))];
  diagnostics.add({
    code: 'sales-unmatched',
    file: table.file,
    what: `${counted(unmatched.length, 'row')} of sales ${unmatched.length === 1 ? 'is' : 'are'} of nobody in this report: ${listed(names, (name) => name)}`,
    why: 'what was sold to a customer or in a currency that the ledger does not have is in no figure',
    fix: 'spell customers and currencies as the ledger does',
  });
}
