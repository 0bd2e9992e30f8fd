// The words that several reports share: one term, one meaning, in English and French (domain terms of receivables).
import { type Word, word } from '../core/word.ts';

export const words = {
  customer: word('Customer', 'Client'),
  name: word('Name', 'Nom'),
  currency: word('Cur.', 'Dev.'),
  kind: word('Kind', 'Nature'),
  document: word('Document', 'Pièce'),
  date: word('Date', 'Date'),
  due: word('Due', 'Échéance'),
  daysLate: word('Days late', 'Retard'),
  amount: word('Amount', 'Montant'),
  open: word('Open', 'Restant dû'),
  bucket: word('Bucket', 'Tranche'),
  disputed: word('Disputed', 'En litige'),
  evidence: word('Evidence', 'Preuve'),
  flags: word('Flags', 'Alertes'),
  notDue: word('Not due', 'Non échu'),
  unallocated: word('Unallocated', 'Non affecté'),
  total: word('Total', 'Total'),
  overdue: word('Overdue', 'Échu'),
  oldest: word('Oldest', 'Plus ancien'),
  yes: word('yes', 'oui'),
  no: word('no', 'non'),
} satisfies Record<string, Word>;

/** What settled an item, by the key of the evidence. */
export const evidenceNames = {
  letter: word('by letter', 'par lettrage'),
  opening: word('of the opening', 'de l’à-nouveau'),
  reference: word('by reference', 'par référence'),
  columns: word('by the row’s own columns', 'par les colonnes de la ligne'),
  amount: word('by its exact amount', 'par montant exact'),
  balance: word('by a balance of nothing', 'par solde nul'),
  tolerance: word('within the tolerance', 'par la tolérance'),
  oldest: word('set against the oldest', 'imputé au plus ancien'),
  none: word('nothing: unallocated', 'rien : non affecté'),
} satisfies Record<string, Word>;
