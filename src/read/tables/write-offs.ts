// Which claims are lost for good (--write-off)? A row a document, or all that a customer owes, with the ground on which its tax is got back or is not.
import type { VatGround } from '../../policy/vat-grounds.ts';
import type { TableSpec } from '../table-spec.ts';
import { CURRENCY_HEADINGS, CUSTOMER_HEADINGS, DOCUMENT_HEADINGS, WEAK_OF_DOCUMENT } from './shared-headings.ts';

const FIELDS = ['customer', 'document', 'amount', 'currency', 'ground', 'reason', 'decided_by', 'day'] as const;

export type WriteOffField = (typeof FIELDS)[number];

/** Spellings beside the keys; blanks and hyphens are `_` here. */
const GROUNDS: { readonly [ground in VatGround]: readonly string[] } = {
  liquidation: ['liquidation_judiciaire', 'lj'],
  irrecoverable: ['irrecouvrable', 'definitivement_irrecouvrable'],
  remission: ['remise', 'abandon', 'remise_de_dette'],
  receipts: ['encaissements', 'tva_sur_encaissements', 'on_receipts'],
  relief: ['bad_debt_relief', 'vat_relief'],
  pending: ['en_attente', 'attente'],
  none: ['aucun', 'aucune', 'sans', 'neant'],
};

export const WRITE_OFFS: TableSpec<WriteOffField> = {
  noun: 'a table of write-offs',
  fields: FIELDS,
  synonyms: {
    customer: CUSTOMER_HEADINGS,
    document: [...DOCUMENT_HEADINGS, 'piece'],
    amount: ['montant', 'montant ttc', 'gross', 'amount with tax'],
    currency: [...CURRENCY_HEADINGS, 'cur', 'dev'],
    ground: ['vat ground', 'motif tva', 'fondement', 'fondement tva', 'tva'],
    reason: ['motif', 'raison', 'justification', 'comment', 'commentaire'],
    decided_by: ['decide par', 'decision de', 'auteur', 'by', 'approved by', 'valide par'],
    day: ['date', 'date de decision', 'decided on', 'decision date', 'jour'],
  },
  weak: WEAK_OF_DOCUMENT,
  ranked: ['document'],
  asked: ['customer', 'document'],
  needs: [
    { any: ['customer'], what: 'which customer a row is of' },
    {
      any: ['ground'],
      what: `on which ground its tax is got back, or why it is not (${Object.keys(GROUNDS).join(', ')})`,
    },
  ],
  mappable: false,
  cells: {
    ...{ customer: { holds: 'text' }, document: { holds: 'text' }, amount: { holds: 'amount' }, currency: { holds: 'currency' } },
    ...{ ground: { holds: 'choice', choices: GROUNDS }, reason: { holds: 'text' }, decided_by: { holds: 'text' } },
    day: { holds: 'day' },
  },
  filled: ['customer'],
  unique: [],
  currency: 'currency',
};
