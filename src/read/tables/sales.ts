// What was sold (--sales)? A row a month or a day, of all customers or of one, with tax as on the invoices.
import type { TableSpec } from '../table-spec.ts';
import { CURRENCY_HEADINGS, CUSTOMER_HEADINGS, WEAK_OF_CUSTOMER } from './shared-headings.ts';

const FIELDS = ['month', 'date', 'customer', 'amount', 'currency'] as const;

export type SalesField = (typeof FIELDS)[number];

export const SALES: TableSpec<SalesField> = {
  noun: 'a table of sales',
  fields: FIELDS,
  synonyms: {
    month: ['mois', 'periode', 'period'],
    date: ['jour', 'day', 'invoice date', 'date facture', 'date de facture', 'posting date', 'document date'],
    customer: CUSTOMER_HEADINGS,
    amount: [
      ...[
        'montant',
        'montant ttc',
        'ttc',
        'total ttc',
        'ca ttc',
        'ventes',
        'ventes ttc',
        'chiffre d affaires',
        'chiffre d affaires ttc',
      ],
      ...['sales', 'sales incl tax', 'gross sales', 'revenue', 'turnover', 'total'],
    ],
    currency: [...CURRENCY_HEADINGS, 'cur', 'dev'],
  },
  weak: WEAK_OF_CUSTOMER,
  asked: ['customer'],
  needs: [
    { any: ['month', 'date'], what: 'when it was sold' },
    { any: ['amount'], what: 'what was sold, with tax' },
  ],
  mappable: false,
  cells: {
    ...{ month: { holds: 'month' }, date: { holds: 'day' }, customer: { holds: 'text' } },
    ...{ amount: { holds: 'amount' }, currency: { holds: 'currency' } },
  },
  filled: ['amount'],
  filledOneOf: ['month', 'date'],
  unique: [],
  currency: 'currency',
};
