// Pennylane: the ledger as it is exported.
import { word } from '../../core/word.ts';
import { FRENCH_RECEIVABLES, type Preset } from './preset.ts';

export const pennylane: Preset = {
  name: 'pennylane',
  title: word('Pennylane', 'Pennylane'),
  lang: 'fr',
  attested: 'G',
  source: 'general knowledge',
  marks: ['Code journal', 'Numéro de compte', 'Libellé de compte', 'Tiers', 'Lettrage', 'Numéro de facture'],
  enough: 4,
  data: () => ({
    columns: {
      customer: ['Tiers'],
      document: ['Numéro de facture', 'Numéro de pièce'],
      date: ['Date'],
      due: ["Date d'échéance"],
      debit: ['Débit'],
      credit: ['Crédit'],
      letter: ['Lettrage'],
      account: ['Numéro de compte'],
      journal: ['Code journal'],
      label: ['Libellé'],
    },
    known: ['Libellé de compte'],
    accounts: FRENCH_RECEIVABLES,
  }),
};
