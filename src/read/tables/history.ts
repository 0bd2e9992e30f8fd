// What was sent before (--history)? A row an item and notice, as `ar dun` writes them and people read them; what was cancelled was not sent.
import type { TableSpec } from '../table-spec.ts';
import { CURRENCY_HEADINGS, CUSTOMER_HEADINGS, DOCUMENT_HEADINGS, WEAK_OF_DOCUMENT } from './shared-headings.ts';

const FIELDS = [
  ...(['day', 'run', 'customer', 'document', 'level', 'channel', 'amount', 'file', 'state'] as const),
  ...(['due', 'currency', 'entity'] as const),
] as const;

export type HistoryField = (typeof FIELDS)[number];

const text = { holds: 'text' } as const;

export const HISTORY: TableSpec<HistoryField> = {
  noun: 'a history of notices',
  fields: FIELDS,
  synonyms: {
    day: ['date', 'jour', 'sent on', 'envoye le'],
    run: ['passage', 'batch'],
    customer: CUSTOMER_HEADINGS,
    document: [...DOCUMENT_HEADINGS, 'piece'],
    level: ['niveau', 'niveau de relance', 'dunning level'],
    channel: ['canal'],
    amount: ['montant'],
    file: ['fichier'],
    state: ['etat'],
    due: ['due date', 'echeance', 'date echeance', 'date d echeance'],
    currency: [...CURRENCY_HEADINGS, 'cur', 'dev'],
    entity: ['entite', 'societe', 'siren'],
  },
  weak: WEAK_OF_DOCUMENT,
  ranked: ['document'],
  asked: ['customer', 'document'],
  needs: [
    { any: ['customer'], what: 'which customer a row is of' },
    { any: ['level'], what: 'at which level he was reminded' },
    { any: ['day'], what: 'when' },
  ],
  mappable: false,
  cells: {
    ...{ day: { holds: 'day' }, run: text, customer: text, document: text, channel: text, file: text, entity: text },
    level: {
      holds: 'choice',
      choices: {
        pre_due: ['before_due', 'avant_echeance', '0'],
        first: ['1', 'relance_1', '1re_relance', 'premiere_relance', 'first_reminder'],
        second: ['2', 'relance_2', '2e_relance', 'deuxieme_relance', 'second_reminder'],
        third: ['3', 'relance_3', '3e_relance', 'troisieme_relance', 'third_reminder'],
        formal: ['4', 'mise_en_demeure', 'med', 'formal_notice', 'letter_before_action'],
      },
    },
    state: {
      holds: 'choice',
      choices: { written: ['ecrite', 'ecrit'], sent: ['envoyee', 'envoye'], cancelled: ['canceled', 'annulee', 'annule'] },
    },
    ...{ amount: { holds: 'amount' }, due: { holds: 'day' }, currency: { holds: 'currency' } },
  },
  filled: ['customer', 'level', 'day'],
  unique: [],
  currency: 'currency',
};
