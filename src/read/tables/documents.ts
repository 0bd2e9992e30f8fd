// What does the file of documents say (--documents)? When they are due and what is disputed of them, where the ledger does not say it.
import type { TableSpec } from '../table-spec.ts';
import { CURRENCY_HEADINGS, CUSTOMER_HEADINGS, TAX_RATE_HEADINGS, TERMS_HEADINGS } from './shared-headings.ts';

const FIELDS = [
  ...(['customer', 'document', 'due', 'terms', 'disputed', 'assigned_to', 'notice'] as const),
  ...(['currency', 'net', 'tax_amount', 'tax_rate'] as const),
] as const;

type DocumentField = (typeof FIELDS)[number];

const text = { holds: 'text' } as const;
const amount = { holds: 'amount' } as const;

/** Without a customer a number is looked for among all: it must be one customer's only (ledger/documents.ts). */
export const DOCUMENTS: TableSpec<DocumentField> = {
  noun: 'a table of documents',
  fields: FIELDS,
  synonyms: {
    customer: CUSTOMER_HEADINGS,
    document: [
      ...['doc no', 'document no', 'document number', 'invoice no', 'invoice number', 'voucher no'],
      ...['no document', 'no de document', 'reference facture', 'ref facture'],
      ...['no facture', 'no de facture', 'facture no', 'no piece', 'no de piece', 'pieceref'],
    ],
    due: [
      ...['due date', 'net due date', 'payment due', 'payable by', 'maturity'],
      ...['echeance', 'date echeance', 'date d echeance', 'echeance nette', 'date d echeance nette', 'ech', 'date ech'],
      ...['date limite de paiement', 'payable au', 'a payer avant le'],
    ],
    terms: TERMS_HEADINGS,
    disputed: [
      'dispute',
      'disputed amount',
      'litige',
      'en litige',
      'montant en litige',
      'litigieux',
      'conteste',
      'montant conteste',
    ],
    assigned_to: ['factor', 'assignee', 'cede a', 'affactureur', 'cessionnaire'],
    notice: ['formal notice', 'date of formal notice', 'mise en demeure', 'date de mise en demeure', 'date mise en demeure'],
    currency: CURRENCY_HEADINGS,
    net: ['net amount', 'untaxed amount', 'montant ht', 'montant hors taxes', 'total ht', 'base ht', 'ht'],
    tax_amount: ['vat amount', 'montant tva', 'montant de tva', 'montant de la tva', 'total tva'],
    tax_rate: ['vat rate', ...TAX_RATE_HEADINGS],
  },
  needs: [
    { any: ['document'], what: 'which document a row is of' },
    {
      any: ['due', 'terms', 'disputed', 'assigned_to', 'notice', 'net', 'tax_amount', 'tax_rate'],
      what: 'anything of the documents',
    },
  ],
  mappable: false,
  cells: {
    ...{ customer: text, document: text, due: { holds: 'day' }, terms: { holds: 'terms' }, disputed: { holds: 'dispute' } },
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
  unique: ['document', 'customer'],
  currency: 'currency',
};
