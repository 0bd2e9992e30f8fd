// ERPNext: the report Accounts Receivable.
import { word } from '../../core/word.ts';
import type { Preset } from './preset.ts';

export const erpnext: Preset = {
  name: 'erpnext',
  title: word('ERPNext, Accounts Receivable', 'ERPNext, comptes clients'),
  lang: 'en',
  attested: 'V',
  source: 'the report Accounts Receivable',
  marks: [
    ...['Voucher Type', 'Voucher No', 'Invoiced Amount', 'Paid Amount', 'Outstanding Amount', 'Age (Days)'],
    ...['Invoice Grand Total', 'Cost Center', '121-Above', 'Customer LPO'],
  ],
  enough: 4,
  data: () => ({
    columns: {
      customer: ['Customer'],
      name: ['Customer Name'],
      kind: ['Voucher Type'],
      document: ['Voucher No'],
      posted: ['Posting Date'],
      due: ['Due Date'],
      amount: ['Invoiced Amount'],
      open_amount: ['Outstanding Amount'],
      currency: ['Currency'],
      terms: ['Payment Term'],
      group: ['Customer Group'],
      collector: ['Sales Person'],
      label: ['Remarks'],
    },
    // Paid and credited stand in two columns, and what is open is what is left of both.
    known: [
      ...['Cost Center', 'Invoice Grand Total', 'Paid Amount', 'Credit Note', 'Age (Days)', '0-30', '31-60', '61-90'],
      ...['91-120', '121-Above', 'Customer LPO', 'Territory'],
    ],
    signed: true,
    openAlone: true,
    kinds: { 'Sales Invoice': 'invoice', 'Payment Entry': 'payment', 'Journal Entry': 'other', 'Credit Note': 'credit_note' },
  }),
};
