// EBP Comptabilité: the journal as it is exported.
import { word } from '../../core/word.ts';
import { FRENCH_RECEIVABLES, type Preset } from './preset.ts';

export const ebp: Preset = {
  name: 'ebp',
  title: word('EBP accounting', 'EBP Comptabilité'),
  lang: 'fr',
  attested: 'G',
  source: 'general knowledge',
  marks: ['Code journal', 'N° compte', 'N° document', 'Lettrage', 'Pointage', 'Code tiers'],
  enough: 4,
  data: () => ({
    columns: {
      customer: ['Code tiers'],
      document: ['N° document', 'N° pièce'],
      date: ['Date'],
      due: ['Échéance'],
      currency: ['Devise'],
      letter: ['Lettrage'],
      account: ['N° compte', 'Compte'],
      journal: ['Code journal'],
      label: ['Libellé'],
    },
    ways: [
      { debit: ['Débit'], credit: ['Crédit'] },
      { amount: ['Montant'], sense: ['Sens'] },
    ],
    known: ['Pointage'],
    accounts: FRENCH_RECEIVABLES,
  }),
};
