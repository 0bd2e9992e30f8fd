// Sage 100 Comptabilité: the journal as it is exported and imported, and the fields of F_ECRITUREC.
import { word } from '../../core/word.ts';
import { FRENCH_RECEIVABLES, type Preset } from './preset.ts';

export const sage100: Preset = {
  name: 'sage100',
  title: word('Sage 100 accounting', 'Sage 100 Comptabilité'),
  lang: 'fr',
  attested: 'V',
  source: 'developer.sage.com/100 (import example), Sage documentation of F_ECRITUREC',
  marks: [
    ...['Jou', 'Général', 'Tiers', 'Règlement', 'Numéro compte général', 'Numéro compte tiers', 'Numéro de règlement'],
    ...['Niveau rappel'],
  ],
  enough: 3,
  data: () => ({
    columns: {
      customer: ['Tiers', 'Numéro compte tiers', 'CT_Num'],
      document: ['Numéro de facture', 'N°', 'Pièce', 'DO_Piece', 'EC_Piece'],
      date: ['Date'],
      due: ['Echéance', 'EC_Echeance'],
      letter: ['Numéro lettre', 'EC_Lettrage'],
      account: ['Général', 'Numéro compte général', 'CG_Num'],
      journal: ['Jou', 'Code journal', 'JO_Num'],
      label: ['Libellé', 'Intitulé'],
      payment_mode: ['Règlement', 'Numéro de règlement'],
    },
    ways: [
      { debit: ['Débit'], credit: ['Crédit'] },
      { amount: ['Montant'], sense: ['Sens'] },
    ],
    known: [
      ...['(G/A)', 'G/A', 'Période', 'Référence', 'Date du dernier règlement', 'Niveau rappel', 'Numéro devise'],
      ...['Montant devise', 'EC_RefPiece', 'DR_Date'],
    ],
    unverified: ['EC_Piece', 'EC_RefPiece', 'EC_Echeance', 'JO_Num'],
    kinds: { FC: 'invoice', FA: 'invoice', AC: 'credit_note', AV: 'credit_note', RC: 'payment', RG: 'payment' },
    // JJMMAA in its example of an import.
    order: 'dmy',
    accounts: FRENCH_RECEIVABLES,
  }),
};
