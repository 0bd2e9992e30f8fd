// Which headings does a ledger have? The names of its fields, and other names for them that leave no doubt (rules §8.2).
import { FIELDS, type Field } from '../ledger/field.ts';
import type { ColumnMap, HeadingSpec, MappedColumn } from './headings.ts';
import type { Spelt } from './survey.ts';

export type LedgerMap = ColumnMap<Field>;
export type LedgerColumn = MappedColumn<Field>;

export const LEDGER_HEADINGS: HeadingSpec<Field> = {
  noun: 'a ledger',
  fields: FIELDS,
  synonyms: {
    customer: ['customer id', 'customer no', 'customer number', 'customer code', 'code client', 'no client', 'client id'],
    name: ['customer name', 'nom client', 'nom du client', 'raison sociale'],
    kind: ['doc type', 'document type', 'type de document', 'type piece'],
    document: ['doc no', 'document no', 'document number', 'invoice no', 'invoice number', 'no facture', 'no piece'],
    date: ['doc date', 'document date', 'invoice date', 'date facture', 'date de facture', 'date piece'],
    posted: ['posting date', 'date comptable'],
    due: ['due date', 'date echeance', 'date d echeance', 'echeance'],
    amount: ['montant', 'montant ttc'],
    currency: ['currency code', 'devise', 'code devise'],
    letter: ['lettrage', 'lettre', 'code lettrage', 'ecriturelet'],
    letter_day: ['date lettrage', 'date de lettrage', 'datelet'],
  },
  needs: [
    { any: ['customer', 'name'], what: 'who owes' },
    { any: ['date', 'posted'], what: 'the day' },
    { any: ['amount', 'debit', 'credit', 'open_amount'], what: 'the amount' },
  ],
  mappable: true,
};

/** What its fields hold, as far as spelling goes. */
export const LEDGER_SPELT: Spelt<Field> = {
  amounts: ['amount', 'debit', 'credit', 'base', 'open_amount', 'paid_amount', 'disputed'],
  days: ['date', 'posted', 'due', 'settled_on', 'letter_day'],
  currency: 'currency',
};

/** A ledger whose customers are named on lines above their rows. */
export const LEDGER_UNDER_NAMES: HeadingSpec<Field> = {
  ...LEDGER_HEADINGS,
  needs: LEDGER_HEADINGS.needs.filter(({ any }) => !any.includes('customer')),
};

export function isBalanceHeading(heading: string): boolean {
  return ['solde', 'balance'].includes(heading.toLowerCase());
}
