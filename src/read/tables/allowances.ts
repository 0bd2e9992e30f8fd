// What was written down before (--prior)? An allowance a customer, as the last closing left it; the result of that closing is such a table.
import type { TableSpec } from '../table-spec.ts';
import { CURRENCY_HEADINGS, CUSTOMER_HEADINGS, WEAK_OF_CUSTOMER } from './shared-headings.ts';

const FIELDS = ['customer', 'allowance', 'currency', 'method'] as const;

export type AllowanceField = (typeof FIELDS)[number];

export const ALLOWANCES: TableSpec<AllowanceField> = {
  noun: 'a table of allowances',
  fields: FIELDS,
  synonyms: {
    customer: CUSTOMER_HEADINGS,
    // What was required at the last closing is what there is now.
    allowance: ['required', 'depreciation', 'provision', 'montant deprecie', 'dotation cumulee', 'requis', 'write down'],
    currency: [...CURRENCY_HEADINGS, 'cur', 'dev'],
    method: ['methode'],
  },
  // A result of `ar provision`, for machines and for spreadsheets.
  written: [
    { headings: ['customer', 'currency', 'method', 'required', 'existing', 'movement'], decimal: '.' },
    { headings: ['Customer', 'Cur.', 'Method', 'Required', 'Existing', 'Movement'], decimal: '.' },
    { headings: ['Client', 'Dev.', 'Méthode', 'Requis', 'Existant', 'Mouvement'], decimal: ',' },
  ],
  weak: WEAK_OF_CUSTOMER,
  needs: [
    { any: ['customer'], what: 'which customer a row is of' },
    { any: ['allowance'], what: 'how much was written down' },
  ],
  mappable: false,
  cells: {
    ...{ customer: { holds: 'text' }, allowance: { holds: 'amount' }, currency: { holds: 'currency' } },
    method: { holds: 'choice', choices: { specific: ['specifique', 'individuelle'], matrix: ['matrice', 'statistique'] } },
  },
  filled: ['customer'],
  unique: [],
  currency: 'currency',
};
