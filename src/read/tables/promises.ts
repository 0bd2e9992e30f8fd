// Who promised to pay what, and until when (--promises)? A promise without a document is of all that the customer owes.
import type { TableSpec } from '../table-spec.ts';
import { CURRENCY_HEADINGS, CUSTOMER_HEADINGS, DOCUMENT_HEADINGS, WEAK_OF_DOCUMENT } from './shared-headings.ts';

const FIELDS = ['customer', 'document', 'amount', 'day', 'currency'] as const;

export type PromiseField = (typeof FIELDS)[number];

export const PROMISES: TableSpec<PromiseField> = {
  noun: 'a table of promises',
  fields: FIELDS,
  synonyms: {
    customer: CUSTOMER_HEADINGS,
    document: [...DOCUMENT_HEADINGS, 'piece'],
    amount: ['montant'],
    day: ['date', 'jour', 'promised for', 'promis pour le', 'date promise', 'until'],
    currency: [...CURRENCY_HEADINGS, 'cur', 'dev'],
  },
  weak: WEAK_OF_DOCUMENT,
  ranked: ['document'],
  asked: ['customer', 'document'],
  needs: [
    { any: ['customer'], what: 'which customer a row is of' },
    { any: ['day'], what: 'until when he promised to pay' },
  ],
  mappable: false,
  cells: {
    ...{ customer: { holds: 'text' }, document: { holds: 'text' }, amount: { holds: 'amount' }, day: { holds: 'day' } },
    currency: { holds: 'currency' },
  },
  filled: ['customer', 'day'],
  unique: [],
  currency: 'currency',
};
