// Microsoft Dynamics 365 Business Central: the customer ledger entries, in English and in French.
import { word } from '../../core/word.ts';
import type { Preset, PresetData } from './preset.ts';

const kinds: PresetData['kinds'] = {
  Invoice: 'invoice',
  'Credit Memo': 'credit_note',
  Payment: 'payment',
  Refund: 'refund',
  'Finance Charge Memo': 'charge',
  Reminder: 'charge',
};

const frenchKinds: PresetData['kinds'] = {
  Facture: 'invoice',
  Avoir: 'credit_note',
  Paiement: 'payment',
  Remboursement: 'refund',
  'Facture intérêts': 'charge',
  Relance: 'charge',
};

export const dynamicsBc: Preset = {
  name: 'dynamics-bc',
  title: word('Business Central, customer ledger entries', 'Business Central, écritures comptables client (anglais)'),
  lang: 'en',
  attested: 'V',
  source: 'the page Customer Ledger Entries',
  marks: [
    ...['Customer No.', 'Original Amount', 'Amount (LCY)', 'Remaining Amount', 'Remaining Amt. (LCY)', 'Salesperson Code'],
    ...['Payment Terms Code', 'Entry No.', 'Document No.'],
  ],
  enough: 4,
  data: () => ({
    columns: {
      customer: ['Customer No.'],
      name: ['Customer Name'],
      kind: ['Document Type'],
      document: ['Document No.'],
      date: ['Document Date'],
      posted: ['Posting Date'],
      due: ['Due Date'],
      label: ['Description'],
      collector: ['Salesperson Code'],
      payment_mode: ['Payment Method Code'],
    },
    ways: [
      {
        amount: ['Original Amount', 'Amount'],
        open_amount: ['Remaining Amount'],
        currency: ['Currency Code'],
        base: ['Amount (LCY)'],
      },
      { amount: ['Amount (LCY)'], open_amount: ['Remaining Amt. (LCY)'] },
    ],
    // A code of terms says no days.
    known: ['Payment Terms Code', 'Open', 'Entry No.'],
    unverified: ['Customer Name'],
    kinds,
    signed: true,
  }),
};

export const dynamicsBcFrench: Preset = {
  name: 'dynamics-bc-fr',
  title: word('Business Central in French', 'Business Central, écritures comptables client'),
  lang: 'fr',
  attested: 'V',
  source: 'the page Écritures comptables client',
  marks: [
    ...['Date comptabilisation', 'Type de document', 'Montant initial', 'Montant initial DS', 'Montant ouvert'],
    ...['Montant ouvert DS', 'Montant DS', 'Ventes DS', 'N° client'],
  ],
  enough: 4,
  data: () => ({
    columns: {
      customer: ['N° client'],
      name: ['Nom client'],
      kind: ['Type de document'],
      document: ['N° document'],
      date: ['Date document'],
      posted: ['Date comptabilisation'],
      due: ["Date d'échéance"],
      label: ['Description'],
    },
    ways: [
      {
        amount: ['Montant initial', 'Montant'],
        open_amount: ['Montant ouvert'],
        currency: ['Code devise'],
        base: ['Montant DS'],
      },
      { amount: ['Montant initial DS', 'Montant DS'], open_amount: ['Montant ouvert DS'] },
    ],
    known: ['Ventes DS', 'Solde'],
    unverified: ['N° client', "Date d'échéance", 'Nom client', 'Date document', 'Description'],
    kinds: frenchKinds,
    signed: true,
  }),
};
