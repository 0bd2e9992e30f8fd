// What does the file of documents say (--documents)? When they are due and what is disputed of them, where the ledger does not say it.
import type { TableSpec } from '../table-spec.ts';

const FIELDS = [
  ...(['customer', 'document', 'due', 'terms', 'disputed', 'assigned_to'] as const),
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
    customer: [
      ...['customer id', 'customer no', 'customer number', 'customer code', 'client id'],
      ...['code client', 'no client', 'code tiers', 'compte tiers', 'no compte tiers', 'compte auxiliaire', 'compauxnum'],
    ],
    document: [
      ...['doc no', 'document no', 'document number', 'invoice no', 'invoice number', 'voucher no'],
      ...['no facture', 'no de facture', 'facture no', 'no piece', 'no de piece', 'pieceref', 'no document'],
    ],
    due: [
      ...['due date', 'net due date', 'payment due', 'payable by', 'maturity'],
      ...['echeance', 'date echeance', 'date d echeance', 'echeance nette', 'date d echeance nette'],
      ...['date limite de paiement', 'payable au', 'a payer avant le'],
    ],
    terms: ['payment terms', 'terms of payment', 'conditions de reglement', 'delai de paiement'],
    disputed: ['dispute', 'disputed amount', 'litige', 'en litige', 'montant en litige', 'conteste'],
    assigned_to: ['factor', 'assignee', 'cede a', 'affactureur', 'cessionnaire'],
    currency: ['currency code', 'devise', 'code devise'],
    net: ['net amount', 'untaxed amount', 'montant ht', 'total ht', 'base ht'],
    tax_amount: ['vat amount', 'montant tva', 'total tva'],
    tax_rate: ['vat rate', 'taux tva', 'taux de tva'],
  },
  needs: [
    { any: ['document'], what: 'which document a row is of' },
    {
      any: ['due', 'terms', 'disputed', 'assigned_to', 'net', 'tax_amount', 'tax_rate'],
      what: 'anything of the documents',
    },
  ],
  mappable: false,
  cells: {
    ...{ customer: text, document: text, due: { holds: 'day' }, terms: { holds: 'terms' }, disputed: { holds: 'dispute' } },
    ...{ assigned_to: text, currency: { holds: 'currency' }, net: amount, tax_amount: amount, tax_rate: { holds: 'ratio' } },
  },
  filled: ['document'],
  unique: ['document', 'customer'],
  currency: 'currency',
};
