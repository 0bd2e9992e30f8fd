// QuickBooks: A/R Aging Detail, as the online and the desktop product write it, and as its interface names the columns.
import { word } from '../../core/word.ts';
import type { Preset } from './preset.ts';

export const quickbooksAged: Preset = {
  name: 'quickbooks-aged',
  title: word('QuickBooks, A/R Aging Detail', 'QuickBooks, balance âgée détaillée'),
  lang: 'en',
  attested: 'V',
  source: 'the layout of its A/P twin, a file of the report, the keys of its interface',
  marks: [
    ...['Transaction Type', 'Num', 'Due Date', 'Past Due', 'Open Balance', 'P.O. #', 'tx_date', 'txn_type', 'doc_num'],
    ...['cust_name', 'subt_open_bal'],
  ],
  enough: 3,
  data: () => ({
    columns: {
      name: ['Customer', 'Name', 'cust_name'],
      kind: ['Transaction Type', 'Type', 'txn_type'],
      document: ['Num', 'doc_num'],
      date: ['Date', 'tx_date'],
      due: ['Due Date'],
      amount: ['Amount', 'subt_amount'],
      open_amount: ['Open Balance', 'subt_open_bal'],
      label: ['memo'],
    },
    known: [
      ...['Past Due', 'P.O. #', 'P. O. #', 'Aging', 'past_due', 'foreign_amount', 'foreign_open_bal', 'term_name', 'Terms'],
      ...['dept_name', 'sales_cust1', 'sales_cust2', 'sales_cust3'],
    ],
    unverified: ['Type', 'Name', 'P. O. #', 'Terms', 'Aging'],
    kinds: {
      Invoice: 'invoice',
      'Sales Receipt': 'invoice',
      Payment: 'payment',
      Deposit: 'payment',
      'Credit Memo': 'credit_note',
      Refund: 'refund',
      'Statement Charge': 'charge',
      Journal: 'other',
      'Journal Entry': 'other',
    },
  }),
};
