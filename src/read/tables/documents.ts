// What does the file of documents say (--documents)? When they are due and what is disputed of them, where the ledger does not say it.
import { LEDGER_HEADINGS } from '../ledger-headings.ts';
import type { TableSpec } from '../table-spec.ts';
import {
  CURRENCY_HEADINGS,
  CUSTOMER_HEADINGS,
  DOCUMENT_HEADINGS,
  NAME_HEADINGS,
  OTHER_CUSTOMER_HEADINGS,
  TERMS_HEADINGS,
  WEAK_CUSTOMER_HEADINGS,
  WEAK_DOCUMENT_HEADINGS,
  WEAK_NAME_HEADINGS,
  WEAKEST_NAME_HEADINGS,
} from './shared-headings.ts';

const FIELDS = [
  ...(['customer', 'name', 'document', 'date', 'due', 'terms', 'disputed', 'assigned_to', 'notice'] as const),
  ...(['currency', 'net', 'tax_amount', 'tax_rate'] as const),
] as const;

type DocumentField = (typeof FIELDS)[number];

const text = { holds: 'text' } as const;
const amount = { holds: 'amount' } as const;

// What a ledger says of its documents, by the same names.
const { date, due, disputed, assigned_to, net, tax_amount, tax_rate } = LEDGER_HEADINGS.synonyms;

/** Without a customer a number is looked for among all: it must be one customer's only (ledger/document-matches.ts). */
export const DOCUMENTS: TableSpec<DocumentField> = {
  noun: 'a table of documents',
  fields: FIELDS,
  synonyms: {
    customer: CUSTOMER_HEADINGS,
    name: NAME_HEADINGS,
    document: DOCUMENT_HEADINGS,
    ...{ date, due },
    terms: TERMS_HEADINGS,
    ...{ disputed, assigned_to },
    notice: ['formal notice', 'date of formal notice', 'mise en demeure', 'date de mise en demeure', 'date mise en demeure'],
    currency: CURRENCY_HEADINGS,
    ...{ net, tax_amount, tax_rate },
  } as NonNullable<TableSpec<DocumentField>['synonyms']>,
  weak: [
    { customer: OTHER_CUSTOMER_HEADINGS },
    { customer: WEAK_CUSTOMER_HEADINGS[0], name: WEAK_NAME_HEADINGS, document: WEAK_DOCUMENT_HEADINGS },
    { customer: WEAK_CUSTOMER_HEADINGS[1], name: WEAKEST_NAME_HEADINGS },
  ],
  alike: ['customer', 'name'],
  ranked: ['name', 'document'],
  // Without its customer a row would be of whoever has its number.
  asked: ['customer'],
  needs: [
    { any: ['document'], what: 'which document a row is of' },
    {
      any: ['due', 'terms', 'disputed', 'assigned_to', 'notice', 'net', 'tax_amount', 'tax_rate'],
      what: 'anything of the documents',
    },
  ],
  mappable: false,
  cells: {
    ...{
      customer: text,
      name: text,
      document: text,
      date: { holds: 'day' },
      due: { holds: 'day' },
      terms: { holds: 'terms' },
      disputed: { holds: 'dispute' },
    },
    ...{
      notice: { holds: 'day' },
      assigned_to: text,
      currency: { holds: 'currency' },
      net: amount,
      tax_amount: amount,
      tax_rate: { holds: 'rate' },
    },
  },
  filled: ['document'],
  unique: ['document', 'customer', 'name', 'date'],
  currency: 'currency',
};
