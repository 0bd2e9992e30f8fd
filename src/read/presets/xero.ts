// Xero: the export of invoices, one row a line of them, and the detail of aged receivables.
import { word } from '../../core/word.ts';
import type { Preset } from './preset.ts';

export const xeroInvoices: Preset = {
  name: 'xero-invoices',
  title: word('Xero, export of invoices', 'Xero, export des factures'),
  lang: 'en',
  attested: 'V',
  source: 'the export of invoices as CSV',
  marks: [
    ...['*ContactName', '*InvoiceNumber', '*InvoiceDate', '*DueDate', 'TaxTotal', 'InvoiceAmountPaid', 'InvoiceAmountDue'],
    ...['*UnitAmount'],
  ],
  enough: 5,
  data: () => ({
    columns: {
      name: ['*ContactName'],
      document: ['*InvoiceNumber'],
      date: ['*InvoiceDate'],
      due: ['*DueDate'],
      amount: ['Total'],
      tax_amount: ['TaxTotal'],
      paid_amount: ['InvoiceAmountPaid'],
      open_amount: ['InvoiceAmountDue'],
      currency: ['Currency'],
      kind: ['Type'],
      status: ['Status'],
    },
    known: [
      ...['EmailAddress', 'POAddressLine1', 'POAddressLine2', 'POAddressLine3', 'POAddressLine4', 'POCity', 'PORegion'],
      ...['POPostalCode', 'POCountry', 'Reference', 'PlannedDate', 'InventoryItemCode', '*Description', '*Quantity'],
      ...['*UnitAmount', 'Discount', 'LineAmount', '*AccountCode', '*TaxType', 'TaxAmount', 'TrackingName1'],
      ...['TrackingOption1', 'TrackingName2', 'TrackingOption2', 'Sent'],
    ],
    unverified: ['PlannedDate'],
    kinds: { ACCREC: 'invoice', ACCRECCREDIT: 'credit_note', 'Sales invoice': 'invoice', 'Sales credit note': 'credit_note' },
    perLine: 'document',
    unissued: { headings: ['Status'], values: ['Draft', 'Submitted', 'Awaiting Approval', 'Voided', 'Deleted'] },
  }),
};

export const xeroAged: Preset = {
  name: 'xero-aged',
  title: word('Xero, Aged Receivables Detail', 'Xero, balance âgée détaillée'),
  lang: 'en',
  attested: 'V',
  source: 'the report; the labels of its buckets in part',
  marks: [
    ...['Invoice Date', 'Invoice Number', 'Invoice Reference', 'Current', '1 Month', '2 Months', '3 Months'],
    ...['Older', 'Invoice Sent'],
  ],
  enough: 5,
  data: () => ({
    columns: {
      customer: ['Contact Account Number'],
      name: ['Contact'],
      document: ['Invoice Number'],
      date: ['Invoice Date'],
      due: ['Due Date'],
      open_amount: ['Total'],
      collector: ['Primary Person'],
    },
    known: [
      ...['Invoice Reference', 'Current', '< 1 Month', '1 Month', '2 Months', '3 Months', 'Older', 'Invoice Seen'],
      ...['Invoice Sent'],
    ],
    unverified: ['Contact'],
  }),
};
