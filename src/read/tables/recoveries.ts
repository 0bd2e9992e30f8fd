// What came of claims that were lost before (--recovered)? A row a payment, with its tax: cash of the debtor, or the indemnity of an insurer.
import type { TableSpec } from '../table-spec.ts';
import { CURRENCY_HEADINGS, CUSTOMER_HEADINGS, DOCUMENT_HEADINGS, WEAK_OF_DOCUMENT } from './shared-headings.ts';

const FIELDS = ['customer', 'document', 'amount', 'currency', 'day', 'vat_rate', 'kind'] as const;

export type RecoveryField = (typeof FIELDS)[number];

export const RECOVERIES: TableSpec<RecoveryField> = {
  noun: 'a table of recoveries',
  fields: FIELDS,
  synonyms: {
    customer: CUSTOMER_HEADINGS,
    document: [...DOCUMENT_HEADINGS, 'piece'],
    amount: ['montant', 'montant ttc', 'received', 'encaisse', 'montant encaisse', 'amount with tax'],
    currency: [...CURRENCY_HEADINGS, 'cur', 'dev'],
    day: ['date', 'date d encaissement', 'encaisse le', 'received on', 'jour'],
    vat_rate: ['taux tva', 'taux de tva', 'tva', 'tax rate', 'vat'],
    kind: ['nature', 'type', 'origine'],
  },
  weak: WEAK_OF_DOCUMENT,
  ranked: ['document'],
  asked: ['customer', 'document'],
  needs: [
    { any: ['customer'], what: 'which customer a row is of' },
    { any: ['amount'], what: 'how much came in, with its tax' },
  ],
  mappable: false,
  cells: {
    ...{ customer: { holds: 'text' }, document: { holds: 'text' }, amount: { holds: 'amount' }, currency: { holds: 'currency' } },
    ...{ day: { holds: 'day' }, vat_rate: { holds: 'rate' } },
    kind: {
      holds: 'choice',
      choices: { cash: ['encaissement', 'reglement', 'payment'], insurance: ['assurance', 'indemnite', 'indemnity'] },
    },
  },
  filled: ['customer', 'amount'],
  unique: [],
  currency: 'currency',
};
