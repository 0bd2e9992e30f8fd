// What was each figure of a proposed limit made of, so that it can be reckoned again? What every method may rest on, and what those asked for take besides.
import { word } from '../../core/word.ts';
import type { ProposedLimit } from '../../measures/credit-limit.ts';
import type { Basis, Factors } from '../../measures/limit-methods.ts';
import { type Cell, type Column, NONE, type Section } from '../report.ts';
import { amountIn, coefficientCell, daysCell, moneyColumn, shareCell, whoCells, whoColumns } from './limit-cells.ts';

export function workingSection(rows: readonly ProposedLimit[], methods: readonly Basis[]): Section {
  const more = furtherColumns(rows, methods);
  return {
    name: 'working',
    title: word('The working', 'Le calcul'),
    columns: [
      ...whoColumns(rows),
      moneyColumn('sales', word('Sales 12 months', 'Ventes 12 mois'), 2),
      { key: 'sales_days', head: word('Of days', 'Sur jours'), kind: 'days', spare: 3 },
      moneyColumn('forecast', word('Forecast', 'Prévision'), 2),
      moneyColumn('annual', word('Taken', 'Retenu')),
      { key: 'terms_days', head: word('Terms', 'Délai'), kind: 'number' },
      { key: 'days_late', head: word('Late', 'Retard'), kind: 'number' },
      { key: 'days', head: word('Days', 'Jours'), kind: 'number' },
      moneyColumn('paid_in_time', word('Most paid in time', 'Pointe réglée à l’heure')),
      { key: 'peak_day', head: word('On', 'Le'), kind: 'day', spare: 2 },
      moneyColumn('net_worth', word('Net worth', 'Fonds propres'), 3),
      ...more.map(({ column }) => column),
    ],
    rows: {
      count: rows.length,
      at: (i) => {
        const one = rows[i] as ProposedLimit;
        return [...workingOf(one), ...more.map(({ cell }) => cell(one))];
      },
    },
    totals: [],
    follows: ['customer', 'currency'],
    notes: [],
  };
}

function workingOf(one: ProposedLimit): Cell[] {
  const { sales, salesOfDays, forecast, termsDays, daysLate, peak, netWorth, currency } = one.known;
  const amount = amountIn(currency);
  return [
    ...whoCells(one),
    amount(sales),
    sales === undefined || salesOfDays === undefined ? NONE : { kind: 'days', days: salesOfDays },
    ...[forecast, one.annual].map(amount),
    ...[termsDays, daysLate, one.days].map(daysCell),
    amount(peak?.amount),
    peak === undefined || peak.amount === 0 ? NONE : { kind: 'day', day: peak.day },
    amount(netWorth),
  ];
}

type Further = { readonly column: Column; readonly cell: (one: ProposedLimit) => Cell };

/** Those of the methods that are reckoned; shares and days of the table only where it says some. */
function furtherColumns(rows: readonly ProposedLimit[], methods: readonly Basis[]): Further[] {
  const isSaid = (key: keyof Factors): boolean => rows.some(({ known }) => known.own[key] !== undefined);
  const has = (basis: Basis): boolean => methods.includes(basis);
  return [
    ...(has('net_worth') && isSaid('netWorthShare') ? [NET_WORTH_SHARE] : []),
    ...(has('need') && rows.some(({ factors }) => factors.deliveryLag > 0) ? [DELIVERY_LAG] : []),
    ...methods.flatMap((basis) => OF_METHOD[basis] ?? []),
  ];
}

const share = (
  key: string,
  head: Column['head'],
  of: 'netWorthShare' | 'supplierDebtShare' | 'totalPurchasesShare',
): Further => ({
  column: { key, head, kind: 'percent', spare: 3 },
  cell: ({ factors }) => shareCell(factors[of]),
});
const number = (key: string, head: Column['head'], cell: Further['cell'], spare = 0): Further => ({
  column: { key, head, kind: 'number', spare },
  cell,
});
const amountOf = (key: string, head: Column['head'], of: (one: ProposedLimit) => number | undefined): Further => ({
  column: moneyColumn(key, head, 1),
  cell: (one) => amountIn(one.known.currency)(of(one)),
});

const NET_WORTH_SHARE = share('net_worth_share', word('Share of it', 'Part'), 'netWorthShare');
const DELIVERY_LAG = number('delivery_lag', word('Delivery', 'Livraison'), ({ factors }) => daysCell(factors.deliveryLag));

const OF_METHOD: { readonly [basis in Basis]?: readonly Further[] } = {
  peak: [
    amountOf('peak_sales', word('Peak month', 'Pointe mensuelle'), ({ known }) => known.saidPeak ?? known.topMonth?.amount),
    {
      column: { key: 'peak_month', head: word('From', 'À partir du'), kind: 'day', spare: 2 },
      cell: ({ known: { saidPeak, topMonth } }) =>
        saidPeak !== undefined || topMonth === undefined || topMonth.amount === 0 ? NONE : { kind: 'day', day: topMonth.month },
    },
    number('invoicing_cycle', word('Invoicing', 'Facturation'), ({ factors }) => daysCell(factors.invoicingCycle), 2),
  ],
  afdcc: [
    amountOf('orders', word('Orders', 'Commandes'), ({ known }) => known.commitments?.orders),
    amountOf('unbilled', word('To be invoiced', 'À facturer'), ({ known }) => known.commitments?.unbilled),
    amountOf('unpaid', word('Unpaid', 'Non réglé'), ({ known }) => known.commitments?.unpaid),
    number('terms_coefficient', word('CDP', 'CDP'), ({ factors }) => coefficientCell(factors.termsCoefficient)),
    number('behaviour_coefficient', word('CCP', 'CCP'), ({ factors }) => coefficientCell(factors.behaviourCoefficient)),
  ],
  months_of_sales: [number('months', word('Months', 'Mois'), ({ factors }) => coefficientCell(factors.monthsOfSales))],
  supplier_debt: [
    amountOf('supplier_debt', word('Supplier debt', 'Dettes fournisseurs'), ({ known }) => known.supplierDebt),
    share('supplier_debt_share', word('Share of it', 'Part'), 'supplierDebtShare'),
  ],
  total_purchases: [
    amountOf('total_purchases', word('Purchases', 'Achats'), ({ known }) => known.totalPurchases),
    share('total_purchases_share', word('Share of it', 'Part'), 'totalPurchasesShare'),
  ],
};
