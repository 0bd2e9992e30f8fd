// Ciel Compta: the lines of entries as they are exported.
import { word } from '../../core/word.ts';
import { FRENCH_RECEIVABLES, type Preset } from './preset.ts';

export const ciel: Preset = {
  name: 'ciel',
  title: word('Ciel Compta', 'Ciel Compta'),
  lang: 'fr',
  attested: 'V',
  source: 'Sage documentation of Ciel Compta',
  marks: [
    ...['N° mouvement', 'N° unique', 'N° de ligne', 'Intitulé du compte', 'Code du journal', 'Code pointage'],
    ...['Référence pointage/let', 'Montant débit'],
  ],
  enough: 4,
  data: () => ({
    columns: {
      // It has no auxiliary: a customer is an account, 411DUPONT.
      customer: ['N° compte'],
      name: ['Intitulé du compte'],
      document: ['Numéro de pièce'],
      date: ['Date'],
      due: ["Date d'échéance"],
      letter: ['Code lettrage'],
      letter_day: ['Date lettrage'],
      journal: ['Code du journal'],
      label: ['Libellé'],
      payment_mode: ['Code mode de paiement'],
    },
    ways: [
      { debit: ['Montant débit'], credit: ['Montant crédit'] },
      { amount: ['Montant'], sense: ['Sens'] },
    ],
    known: [
      ...['N° mouvement', 'N° unique', 'N° de ligne', 'Date de règlement', 'Référence pointage/let', 'Code pointage'],
      ...['Niveau de relance', 'Code devise', 'Montant devise'],
    ],
    accounts: FRENCH_RECEIVABLES,
    accountHeading: 'N° compte',
  }),
};
