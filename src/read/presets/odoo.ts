// Odoo: the export of customer invoices (account.move), in English and in French.
import { word } from '../../core/word.ts';
import type { Preset, PresetData } from './preset.ts';

const kinds: PresetData['kinds'] = {
  out_invoice: 'invoice',
  out_refund: 'credit_note',
  out_receipt: 'invoice',
  entry: 'other',
  'Customer Invoice': 'invoice',
  'Customer Credit Note': 'credit_note',
  'Journal Entry': 'other',
};

const frenchKinds: PresetData['kinds'] = {
  'Facture client': 'invoice',
  'Avoir client': 'credit_note',
  'Pièce comptable': 'other',
};

export const odoo: Preset = {
  name: 'odoo',
  title: word('Odoo, export of invoices', 'Odoo, export des factures (anglais)'),
  lang: 'en',
  attested: 'V',
  source: 'fixtures of account.move exports',
  marks: [
    ...['Number', 'Invoice Partner Display Name', 'Invoice/Bill Date', 'Untaxed Amount Signed', 'Amount Due'],
    ...['Payment Status', 'Customer/ID'],
  ],
  enough: 4,
  data: () => ({
    columns: {
      customer: ['Customer/ID'],
      name: ['Invoice Partner Display Name'],
      kind: ['Type'],
      document: ['Number'],
      date: ['Invoice/Bill Date'],
      due: ['Due Date'],
      net: ['Untaxed Amount Signed'],
      status: ['Payment Status'],
      collector: ['Salesperson'],
      payment_mode: ['Payment Method'],
    },
    // What is called signed is in the currency of the books.
    ways: [
      { amount: ['Total'], open_amount: ['Amount Due'], currency: ['Currency'] },
      { amount: ['Total Signed'], open_amount: ['Amount Due Signed'] },
    ],
    known: ['Reference', 'Origin', 'Source', 'Origin/Source'],
    unverified: ['Total Signed', 'Amount Due Signed'],
    kinds,
    unissued: { headings: ['Status', 'State'], values: ['Draft', 'Cancelled', 'cancel'] },
  }),
};

export const odooFrench: Preset = {
  name: 'odoo-fr',
  title: word('Odoo in French', 'Odoo, export des factures'),
  lang: 'fr',
  attested: 'G',
  source: 'general knowledge',
  marks: [
    ...['Numéro', "Nom d'affichage du partenaire", 'Date de facturation', 'Total (signé)', 'Montant dû (signé)'],
    ...['Statut de paiement'],
  ],
  enough: 3,
  data: () => ({
    columns: {
      name: ["Nom d'affichage du partenaire"],
      document: ['Numéro'],
      date: ['Date de facturation'],
      due: ["Date d'échéance"],
      amount: ['Total (signé)'],
      open_amount: ['Montant dû (signé)'],
      status: ['Statut de paiement'],
    },
    // What is called signed is in the currency of the books, whatever the document's.
    known: ['Devise'],
    unverified: ['Devise'],
    kinds: frenchKinds,
    unissued: { headings: ['Statut', 'État'], values: ['Brouillon', 'Annulé'] },
  }),
};
