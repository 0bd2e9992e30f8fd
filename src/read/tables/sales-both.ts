// What was sold, with tax and without (--sales of `ar losses`)? The table of sales, and a column of what of it is without tax; either of the two will do.
import type { TableSpec } from '../table-spec.ts';
import { SALES, type SalesField } from './sales.ts';

export type SalesBothField = SalesField | 'net';

export const SALES_BOTH: TableSpec<SalesBothField> = {
  ...SALES,
  fields: [...SALES.fields, 'net'],
  synonyms: {
    ...SALES.synonyms,
    net: [
      ...['ht', 'montant ht', 'total ht', 'ca ht', 'ventes ht', 'chiffre d affaires ht', 'ca hors taxes', 'net amount'],
      ...['net sales', 'sales excl tax', 'sales excluding tax', 'sales without tax', 'untaxed amount'],
    ],
  },
  needs: [
    { any: ['month', 'date'], what: 'when it was sold' },
    { any: ['net', 'amount'], what: 'what was sold, without tax or with it' },
  ],
  cells: { ...SALES.cells, net: { holds: 'amount' } },
  filled: [],
};
