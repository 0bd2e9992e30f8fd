// Cegid (PGI, S5, Business): the columns of its table of entries.
import { word } from '../../core/word.ts';
import { FRENCH_RECEIVABLES, type Preset } from './preset.ts';

export const cegid: Preset = {
  name: 'cegid',
  title: word('Cegid accounting', 'Cegid Comptabilité'),
  lang: 'fr',
  attested: 'V',
  source: 'source code that reads its table of entries (E_ columns)',
  marks: [
    ...['E_JOURNAL', 'E_GENERAL', 'E_AUXILIAIRE', 'E_DATECOMPTABLE', 'E_NATUREPIECE', 'E_DEBIT'],
    ...['E_CREDIT', 'E_ETATLETTRAGE'],
  ],
  enough: 4,
  data: () => ({
    columns: {
      customer: ['E_AUXILIAIRE'],
      kind: ['E_NATUREPIECE'],
      document: ['E_REFINTERNE'],
      posted: ['E_DATECOMPTABLE'],
      due: ['E_DATEECHEANCE'],
      debit: ['E_DEBIT'],
      credit: ['E_CREDIT'],
      account: ['E_GENERAL'],
      journal: ['E_JOURNAL'],
      label: ['E_LIBELLE'],
      payment_mode: ['E_MODEPAIE'],
    },
    // The code of E_COUVERTURE and the state of lettering are no letters; amounts of E_DEVISE are a memo beside the books'.
    known: ['E_REFEXTERNE', 'E_DEBITDEV', 'E_CREDITDEV', 'E_DEVISE', 'E_ETATLETTRAGE', 'E_COUVERTURE', 'E_RIB'],
    kinds: { FC: 'invoice', AC: 'credit_note', RC: 'payment', OC: 'other', OD: 'other' },
    accounts: FRENCH_RECEIVABLES,
  }),
};
