// SAP FBL5N, the line items of customers: its layouts with long and short English headings, and in French.
import { word } from '../../core/word.ts';
import type { Preset, PresetData } from './preset.ts';

// RV is a credit note where its amount is negative, and a clearing stands on either side: the amount keeps its sign.
const kinds: PresetData['kinds'] = {
  ...({ RV: 'invoice', DR: 'invoice', DG: 'credit_note', DZ: 'payment', ZP: 'payment', AB: 'other', SA: 'other' } as const),
};

export const sapLong: Preset = {
  name: 'sap-fbl5n',
  title: word('SAP FBL5N, long headings', 'SAP FBL5N, intitulés longs'),
  lang: 'en',
  attested: 'V',
  source: 'three repositories that read it',
  marks: [
    ...['Document Number', 'Document Type', 'Net due date', 'Arrears after net due date', 'Amount in local currency'],
    ...['Amount in doc. curr.', 'Document currency', 'Local currency', 'Clearing Document', 'Baseline Payment Dte'],
    ...['Assignment'],
  ],
  enough: 5,
  data: () => ({
    columns: {
      customer: ['Customer', 'Account'],
      name: ['Name 1'],
      kind: ['Document Type'],
      document: ['Document Number'],
      reference: ['Invoice reference'],
      date: ['Document Date'],
      posted: ['Posting Date'],
      due: ['Net due date'],
      letter: ['Clearing Document'],
      letter_day: ['Clearing date'],
      terms: ['Terms of Payment'],
      account: ['G/L Account'],
      label: ['Text'],
      payment_mode: ['Payment Method'],
    },
    ways: [
      { amount: ['Amount in doc. curr.'], currency: ['Document currency'], base: ['Amount in local currency'] },
      { amount: ['Amount in local currency'], currency: ['Local currency'] },
    ],
    known: [
      ...['Assignment', 'Arrears after net due date', 'Billing Document', 'Baseline Payment Dte'],
      ...['Payment Block', 'Dunning Block', 'Payment date', 'Debit/Credit ind', 'Net due date symbol'],
      ...['Arrears for discount 1', 'Reference Key 3', 'Profit Center'],
    ],
    unverified: ['Posting Date', 'Name 1'],
    kinds,
  }),
};

export const sapShort: Preset = {
  name: 'sap-fbl5n-short',
  title: word('SAP FBL5N, short headings', 'SAP FBL5N, intitulés courts'),
  lang: 'en',
  attested: 'V',
  source: 'timauryc/a-spreadsheet',
  marks: [
    ...['DocumentNo', 'Name 1', 'Doc. Date', 'Pstng Date', 'Net due dt', 'Amt in loc.cur.', 'Amount in DC'],
    ...['Doc.Header Text', 'CoCd', 'PBk', 'Clrng doc.'],
  ],
  enough: 5,
  data: () => ({
    columns: {
      customer: ['Account'],
      name: ['Name 1'],
      kind: ['Type'],
      document: ['DocumentNo'],
      date: ['Doc. Date'],
      posted: ['Pstng Date'],
      due: ['Net due dt'],
      letter: ['Clrng doc.'],
      entity: ['CoCd'],
      label: ['Text'],
    },
    ways: [{ amount: ['Amount in DC'], currency: ['Curr.'], base: ['Amt in loc.cur.'] }, { amount: ['Amt in loc.cur.'] }],
    known: ['Entry Date', 'Doc.Header Text', 'PBk', 'Tx'],
    kinds,
  }),
};

export const sapFrench: Preset = {
  name: 'sap-fbl5n-fr',
  title: word('SAP FBL5N in French', 'SAP FBL5N en français'),
  lang: 'fr',
  attested: 'G',
  source: 'labels of a Belgian tool; the native headings are general knowledge',
  marks: [
    ...['Affectation', 'Numéro de document', "Date d'échéance nette", 'Montant en devise locale'],
    ...['Arriérés après échéance', 'Type de pièce', 'Échéance nette', 'Retard après échéance nette'],
    ...['Mt en devise interne', 'Pièce rapprochement', 'Date comptable'],
  ],
  enough: 4,
  data: () => ({
    columns: {
      customer: ['Client', 'Compte'],
      kind: ['Type de pièce'],
      document: ['N° pièce', 'Numéro de document'],
      date: ['Date pièce'],
      posted: ['Date comptable'],
      due: ['Échéance nette', "Date d'échéance nette"],
      amount: ['Mt en devise interne', 'Montant en devise locale'],
      letter: ['Pièce rapprochement'],
      account: ['Compte général'],
    },
    known: ['Affectation', 'Retard après échéance nette', 'Arriérés après échéance', 'Référence'],
    kinds,
  }),
};
