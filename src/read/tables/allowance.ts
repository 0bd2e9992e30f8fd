// What is written down of customers' claims (--allowance, --prior)? A row a customer, without tax as it stands on account 491.
import type { TableSpec } from '../table-spec.ts';
import { CURRENCY_HEADINGS, CUSTOMER_HEADINGS } from './shared-headings.ts';

const FIELDS = ['customer', 'allowance', 'currency'] as const;

export type AllowanceField = (typeof FIELDS)[number];

export const ALLOWANCE: TableSpec<AllowanceField> = {
  noun: 'a table of allowances',
  fields: FIELDS,
  synonyms: {
    customer: [...CUSTOMER_HEADINGS, 'client'],
    allowance: [
      ...['write down', 'provision', 'loss allowance', 'bad debt allowance', 'depreciation', 'amount', 'required'],
      ...['depreciation client', 'montant', 'montant de la provision', 'montant provisionne', 'solde 491', '491'],
    ],
    currency: [...CURRENCY_HEADINGS, 'cur', 'dev'],
  },
  needs: [
    { any: ['customer'], what: 'which customer a row is of' },
    { any: ['allowance'], what: 'what is written down' },
  ],
  mappable: false,
  cells: { customer: { holds: 'text' }, allowance: { holds: 'amount' }, currency: { holds: 'currency' } },
  filled: ['customer', 'allowance'],
  unique: [],
  currency: 'currency',
};
