// What do the rows of a section add up to? A line a currency, of the columns whose amounts are given; never across currencies.
import type { Currency } from '../../core/currency.ts';
import { minor } from '../../core/money.ts';
import { type Cell, type Column, NONE, type Section, text } from '../report.ts';

/** A row's currency, and its amounts by their columns. */
export type Summed = { readonly currency: Currency; readonly amounts: Readonly<Record<string, number>> };

/** Whoever checks an account adds its rows again. */
export function totalsOf(columns: readonly Column[], rows: readonly Summed[]): Section['totals'] {
  const by = new Map<Currency, Map<string, number>>();
  for (const { currency, amounts } of rows) {
    const sums = by.get(currency) ?? new Map<string, number>();
    by.set(currency, sums);
    for (const [key, amount] of Object.entries(amounts)) sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return [...by]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sums]) => ({
      currency,
      cells: columns.map(({ key }): Cell => {
        if (key === 'currency') return text(currency);
        const amount = sums.get(key);
        return amount === undefined ? NONE : { kind: 'money', amount: minor(amount), currency };
      }),
    }));
}
