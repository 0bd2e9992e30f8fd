// What was decided of doubtful claims (--decisions)? A row a decision; a row whose rate is empty was proposed, and nothing was decided of it.
import type { TableSpec } from '../table-spec.ts';
import { CUSTOMER_HEADINGS, DOCUMENT_HEADINGS, WEAK_OF_DOCUMENT } from './shared-headings.ts';

const FIELDS = ['customer', 'document', 'rate', 'reason', 'decided_by', 'day'] as const;

export type DecisionField = (typeof FIELDS)[number];

export const DECISIONS: TableSpec<DecisionField> = {
  noun: 'a table of decisions',
  fields: FIELDS,
  synonyms: {
    customer: CUSTOMER_HEADINGS,
    document: [...DOCUMENT_HEADINGS, 'piece'],
    rate: ['taux', 'taux de depreciation', 'write down rate', 'pourcentage'],
    reason: ['motif', 'raison', 'justification', 'comment', 'commentaire'],
    decided_by: ['decide par', 'decision de', 'auteur', 'by', 'approved by', 'valide par'],
    day: ['date', 'date de decision', 'decided on', 'decision date', 'jour'],
  },
  weak: WEAK_OF_DOCUMENT,
  ranked: ['document'],
  asked: ['customer', 'document'],
  needs: [
    { any: ['customer'], what: 'which customer a row is of' },
    { any: ['rate'], what: 'what of the claim is written down' },
  ],
  mappable: false,
  cells: {
    ...{ customer: { holds: 'text' }, document: { holds: 'text' }, rate: { holds: 'ratio' }, reason: { holds: 'text' } },
    ...{ decided_by: { holds: 'text' }, day: { holds: 'day' } },
  },
  filled: ['customer'],
  unique: [],
};
