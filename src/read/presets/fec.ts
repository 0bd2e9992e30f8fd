// The FEC: the file of entries every firm in France can be asked for (LPF art. A47 A-1).
import { word } from '../../core/word.ts';
import { FRENCH_RECEIVABLES, type Preset } from './preset.ts';

export const fec: Preset = {
  name: 'fec',
  title: word('FEC, the French file of accounting entries', 'FEC, fichier des écritures comptables'),
  lang: 'fr',
  attested: 'V',
  source: 'LPF art. A47 A-1',
  marks: [
    ...['JournalCode', 'EcritureNum', 'EcritureDate', 'CompteNum', 'CompAuxNum', 'PieceRef', 'EcritureLib', 'EcritureLet'],
    ...['ValidDate'],
  ],
  enough: 5,
  data: () => ({
    columns: {
      customer: ['CompAuxNum'],
      name: ['CompAuxLib'],
      document: ['PieceRef'],
      date: ['PieceDate'],
      posted: ['EcritureDate'],
      account: ['CompteNum'],
      journal: ['JournalCode'],
      label: ['EcritureLib'],
      letter: ['EcritureLet'],
      letter_day: ['DateLet'],
      due: ['DateEcheance', 'EcheanceDate'],
    },
    ways: [
      { debit: ['Debit'], credit: ['Credit'] },
      { amount: ['Montant'], sense: ['Sens'] },
    ],
    // What stands there in another currency is a memo: Debit and Credit are in the books' own.
    known: [
      ...['JournalLib', 'EcritureNum', 'CompteLib', 'ValidDate', 'Montantdevise', 'Idevise', 'DateRglt', 'ModeRglt'],
      ...['NatOp', 'IdClient'],
    ],
    unverified: ['DateEcheance', 'EcheanceDate'],
    order: 'ymd',
    unquoted: true,
    accounts: FRENCH_RECEIVABLES,
    entries: { number: 'EcritureNum', journalName: 'JournalLib' },
  }),
};
