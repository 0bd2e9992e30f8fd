// How is it shown what a journal says was sold? A line a month, in the currency of the books.
import type { Currency } from '../../core/currency.ts';
import { isoDay } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { word } from '../../core/word.ts';
import type { MonthOfSales } from '../../measures/sales-by-month.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Section, text } from '../report.ts';

export function salesSection(months: readonly MonthOfSales[], currency: Currency): Section {
  const firms = new Set(months.map(({ entity }) => entity)).size > 1;
  const money = (amount: MonthOfSales['net']): Cell => ({ kind: 'money', amount, currency });
  const sum = (of: (month: MonthOfSales) => number): Cell => money(minor(months.reduce((total, month) => total + of(month), 0)));
  const shown = (month: string, net: Cell, gross: Cell, entity: string): Cell[] => [
    ...(firms ? [text(entity)] : []),
    ...[text(month), text(currency), net, gross],
  ];
  return {
    name: 'sales',
    title: word('Sales', 'Ventes'),
    columns: [
      ...(firms ? [{ key: 'entity', head: word('Entity', 'Entité'), kind: 'text' as const }] : []),
      { key: 'month', head: word('Month', 'Mois'), kind: 'text' },
      { key: 'currency', head: words.currency, kind: 'text' },
      { key: 'net', head: word('Without tax', 'HT'), kind: 'money' },
      { key: 'gross', head: word('With tax, on receivables', 'TTC, sur les comptes clients'), kind: 'money' },
    ],
    rows: {
      count: months.length,
      at: (i) => {
        const { entity, month, net, gross } = months[i] as MonthOfSales;
        return shown(isoDay(month).slice(0, 7), money(net), money(gross), entity);
      },
    },
    // What several firms sold is never added up.
    totals: firms
      ? []
      : [
          {
            currency,
            cells: shown(
              '',
              sum(({ net }) => net),
              sum(({ gross }) => gross),
              '',
            ),
          },
        ],
    notes: [
      word(
        'Without tax: accounts 70, credits less debits. With tax: invoices less credit notes on receivable accounts; sales for cash are not in it.',
        'HT : comptes 70, crédits moins débits. TTC : factures moins avoirs sur les comptes clients ; les ventes au comptant n’y sont pas.',
      ),
    ],
  };
}
