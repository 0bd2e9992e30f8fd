// What was charged for late payment before (--charged)? A row a document, as `ar interest` writes them: what stands there is never asked for twice.
import type { TableSpec } from '../table-spec.ts';
import { CURRENCY_HEADINGS, CUSTOMER_HEADINGS, DOCUMENT_HEADINGS, WEAK_OF_DOCUMENT } from './shared-headings.ts';

const FIELDS = ['customer', 'document', 'due', 'currency', 'interest', 'indemnity', 'entity'] as const;

export type ChargedField = (typeof FIELDS)[number];

export const CHARGED: TableSpec<ChargedField> = {
  noun: 'a table of what was charged',
  fields: FIELDS,
  synonyms: {
    customer: CUSTOMER_HEADINGS,
    document: [...DOCUMENT_HEADINGS, 'piece'],
    due: ['due date', 'echeance', 'date echeance', 'date d echeance'],
    currency: [...CURRENCY_HEADINGS, 'cur', 'dev'],
    entity: ['entite', 'societe', 'siren'],
    interest: ['interets', 'interets de retard', 'penalites', 'penalites de retard', 'late interest', 'interest charged'],
    indemnity: ['indemnite', 'indemnite forfaitaire', 'indemnites', 'compensation', 'recovery costs', 'fixed compensation'],
  },
  weak: WEAK_OF_DOCUMENT,
  ranked: ['document'],
  asked: ['customer', 'document'],
  needs: [
    { any: ['customer'], what: 'which customer a row is of' },
    { any: ['document', 'due'], what: 'which item of the customer a row is of' },
    { any: ['interest', 'indemnity'], what: 'what was charged' },
  ],
  mappable: false,
  cells: {
    ...{ customer: { holds: 'text' }, document: { holds: 'text' }, due: { holds: 'day' }, currency: { holds: 'currency' } },
    ...{ interest: { holds: 'amount' }, indemnity: { holds: 'amount' }, entity: { holds: 'text' } },
  },
  filled: ['customer'],
  unique: [],
  currency: 'currency',
};
