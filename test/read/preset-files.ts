// What does each package write? A file of each, made of its own headings and of values as it spells them, all telling the same story; what is open on
// AS_OF is therefore known beforehand. Mutations of these files are other files that must tell the same.

export const AS_OF = '2026-06-30';

type Kind = 'invoice' | 'credit_note' | 'payment';

type Posting = {
  readonly customer: string;
  readonly name: string;
  readonly kind: Kind;
  readonly document: string;
  readonly date: string;
  readonly due: string;
  /** Cents, debits positive; and what is open of them on AS_OF. */
  readonly amount: number;
  readonly open: number;
  readonly letter: string;
};

const forge = { customer: 'C001', name: 'Forge du Ponant' };
const linge = { customer: 'C002', name: 'Linge & Fils' };
const quai = { customer: 'C003', name: 'Quai Émeraude' };

/** Days beyond the twelfth, amounts beyond a thousand: nothing is left to guess in any spelling. */
const STORY: readonly Posting[] = [
  {
    ...forge,
    kind: 'invoice',
    document: 'F1001',
    date: '2026-03-02',
    due: '2026-04-16',
    amount: 123450,
    open: 123450,
    letter: '',
  },
  { ...forge, kind: 'invoice', document: 'F1002', date: '2026-04-17', due: '2026-05-17', amount: 80025, open: 0, letter: 'A' },
  { ...forge, kind: 'payment', document: 'R501', date: '2026-05-20', due: '', amount: -80025, open: 0, letter: 'A' },
  {
    ...linge,
    kind: 'invoice',
    document: 'F1003',
    date: '2026-05-28',
    due: '2026-07-12',
    amount: 4560075,
    open: 4560075,
    letter: '',
  },
  { ...linge, kind: 'credit_note', document: 'A77', date: '2026-06-13', due: '', amount: -5600, open: -5600, letter: '' },
  {
    ...quai,
    kind: 'invoice',
    document: 'F1004',
    date: '2026-01-15',
    due: '2026-02-14',
    amount: 990005,
    open: 990005,
    letter: '',
  },
];

/** Document, due day and cents open, in the order of the documents. */
export type OpenItem = { readonly document: string; readonly due: string; readonly open: number };

function openOf(postings: readonly Posting[]): OpenItem[] {
  return postings
    .filter(({ open }) => open !== 0)
    .map(({ document, due, open }) => ({ document, due, open }))
    .sort((a, b) => (a.document < b.document ? -1 : 1));
}

/** How a package spells amounts and days. */
export type Spelling = { readonly amount: (cents: number) => string; readonly day: (iso: string) => string };

function grouped(cents: number, thousands: string, decimal: string): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${whole}${decimal}${digits.slice(-2)}`;
}

function parts(iso: string, put: (y: string, m: string, d: string) => string): string {
  const [y = '', m = '', d = ''] = iso.split('-');
  return iso === '' ? '' : put(y, m, d);
}

const signed = (cents: number, text: string): string => (cents < 0 ? `-${text}` : text);
const frenchDay = (iso: string): string => parts(iso, (y, m, d) => `${d}/${m}/${y}`);
const americanDay = (iso: string): string => parts(iso, (y, m, d) => `${m}/${d}/${y}`);

export const FRENCH: Spelling = { amount: (cents) => signed(cents, grouped(cents, '\u202f', ',')), day: frenchDay };
const BARE_COMMA: Spelling = { amount: (cents) => signed(cents, grouped(cents, '', ',')), day: frenchDay };
export const AMERICAN: Spelling = { amount: (cents) => signed(cents, grouped(cents, ',', '.')), day: americanDay };
export const BRITISH: Spelling = { ...AMERICAN, day: frenchDay };
export const ISO: Spelling = { amount: (cents) => signed(cents, grouped(cents, '', '.')), day: (iso) => iso };
/** The minus stands behind. */
export const SAP: Spelling = {
  amount: (cents) => `${grouped(cents, '.', ',')}${cents < 0 ? '-' : ''}`,
  day: (iso) => parts(iso, (y, m, d) => `${d}.${m}.${y}`),
};

type Cell = (posting: Posting, spelling: Spelling) => string;
type Columns = { readonly [heading: string]: Cell };

const nothing: Cell = () => '';
const fixed =
  (text: string): Cell =>
  () =>
    text;
const customer: Cell = (p) => p.customer;
const name: Cell = (p) => p.name;
const document: Cell = (p) => p.document;
const letter: Cell = (p) => p.letter;
const date: Cell = (p, s) => s.day(p.date);
const due: Cell = (p, s) => s.day(p.due);
const amount: Cell = (p, s) => s.amount(p.amount);
const magnitude: Cell = (p, s) => s.amount(Math.abs(p.amount));
const openMagnitude: Cell = (p, s) => s.amount(Math.abs(p.open));
const open: Cell = (p, s) => s.amount(p.open);
const debit: Cell = (p, s) => (p.amount > 0 ? s.amount(p.amount) : '');
const credit: Cell = (p, s) => (p.amount < 0 ? s.amount(-p.amount) : '');
const label: Cell = (p) => `${p.document} ${p.name}`;
const kind =
  (words: { readonly [kind in Kind]: string }): Cell =>
  (p) =>
    words[p.kind];

export type PresetFile = {
  readonly preset: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly expected: readonly OpenItem[];
  readonly spelling: Spelling;
  /** The same file in another spelling. */
  readonly spelt: (spelling: Spelling) => PresetFile;
  /** By row and column: cents of the cells that hold an amount, credits negative where the column does not tell them from debits. */
  readonly cents: readonly (readonly (number | undefined)[])[];
};

type More = { readonly spelling?: Spelling; readonly delimiter?: string; readonly postings?: readonly Posting[] };

function presetFile(
  preset: string,
  columns: Columns,
  { spelling = FRENCH, delimiter = ';', postings = STORY }: More = {},
): PresetFile {
  const signed: Spelling = { amount: (cents) => `#${cents}`, day: (iso) => iso };
  const centsIn = (posting: Posting, cell: Cell): number | undefined => {
    const net = cell === magnitude ? posting.amount : cell === openMagnitude ? posting.open : undefined;
    const written = net === undefined ? cell(posting, signed) : `#${net}`;
    return written.startsWith('#') ? Number(written.slice(1)) : undefined;
  };
  return {
    preset,
    headings: Object.keys(columns),
    rows: postings.map((posting) => Object.values(columns).map((cell) => cell(posting, spelling))),
    delimiter,
    expected: openOf(postings),
    spelling,
    spelt: (other) => presetFile(preset, columns, { spelling: other, delimiter, postings }),
    cents: postings.map((posting) => Object.values(columns).map((cell) => centsIn(posting, cell))),
  };
}

const stillOpen = STORY.filter((posting) => posting.open !== 0);
const documents = STORY.filter((posting) => posting.kind !== 'payment');
const frenchJournal: Cell = (p) => (p.kind === 'payment' ? 'BQ' : 'VE');

export const presetFiles: readonly PresetFile[] = [
  presetFile(
    'fec',
    {
      JournalCode: frenchJournal,
      JournalLib: nothing,
      EcritureNum: document,
      EcritureDate: date,
      CompteNum: fixed('411000'),
      CompteLib: fixed('Clients'),
      CompAuxNum: customer,
      CompAuxLib: name,
      PieceRef: document,
      PieceDate: date,
      EcritureLib: label,
      Debit: debit,
      Credit: credit,
      EcritureLet: letter,
      DateLet: nothing,
      ValidDate: date,
      Montantdevise: nothing,
      Idevise: nothing,
      DateEcheance: due,
    },
    { delimiter: '\t', spelling: { ...BARE_COMMA, day: (iso) => iso.replaceAll('-', '') } },
  ),
  presetFile(
    'sage100',
    {
      Jou: frenchJournal,
      Date: date,
      'N°': document,
      Général: fixed('411000'),
      Tiers: customer,
      Libellé: label,
      Règlement: fixed('Virement'),
      Echéance: due,
      Débit: debit,
      Crédit: credit,
      'Numéro lettre': letter,
    },
    { delimiter: '\t', spelling: { ...BARE_COMMA, day: (iso) => parts(iso, (y, m, d) => `${d}${m}${y.slice(2)}`) } },
  ),
  presetFile(
    'cegid',
    {
      E_JOURNAL: frenchJournal,
      E_GENERAL: fixed('411000'),
      E_AUXILIAIRE: customer,
      E_DATECOMPTABLE: date,
      E_DATEECHEANCE: due,
      E_NUMEROPIECE: fixed('7'),
      E_REFINTERNE: document,
      E_LIBELLE: label,
      E_NATUREPIECE: kind({ invoice: 'FC', credit_note: 'AC', payment: 'RC' }),
      E_DEBIT: debit,
      E_CREDIT: credit,
      Lettrage: letter,
      E_ETATLETTRAGE: nothing,
      E_DEVISE: fixed('EUR'),
    },
    { spelling: BARE_COMMA },
  ),
  presetFile('ebp', {
    'Code journal': frenchJournal,
    Date: date,
    'N° compte': fixed('411000'),
    'Code tiers': customer,

    'N° document': document,
    Libellé: label,
    Débit: debit,
    Crédit: credit,
    Échéance: due,

    Lettrage: letter,
    Pointage: nothing,
    Devise: fixed('EUR'),
  }),
  presetFile('ciel', {
    'N° mouvement': document,
    'N° unique': document,
    'N° de ligne': fixed('1'),
    Date: date,
    Libellé: label,

    'N° compte': customer,
    'Intitulé du compte': name,
    'Code du journal': frenchJournal,
    'Numéro de pièce': document,

    Montant: magnitude,
    Sens: (p) => (p.amount < 0 ? 'C' : 'D'),
    'Montant débit': debit,
    'Montant crédit': credit,

    'Code mode de paiement': fixed('VIR'),
    "Date d'échéance": due,
    'Date de règlement': due,
    'Code lettrage': letter,

    'Date lettrage': nothing,
    'Niveau de relance': fixed('0'),
    'Code devise': fixed('EUR'),
  }),
  presetFile('pennylane', {
    Date: date,
    'Code journal': frenchJournal,
    'Numéro de compte': fixed('411000'),
    'Libellé de compte': fixed('Clients'),

    Libellé: label,
    'Numéro de facture': document,
    Tiers: customer,
    Débit: debit,
    Crédit: credit,

    Lettrage: letter,
    "Date d'échéance": due,
  }),
  presetFile(
    'sap-fbl5n',
    {
      Account: customer,
      Customer: customer,
      Assignment: nothing,
      'Document Number': document,
      'Document Type': kind({ invoice: 'RV', credit_note: 'DG', payment: 'DZ' }),
      'Document Date': date,
      'Net due date': due,
      'Arrears after net due date': fixed('3'),
      'Amount in local currency': amount,
      'Amount in doc. curr.': amount,
      'Document currency': fixed('EUR'),
      'Local currency': fixed('EUR'),
      'Clearing Document': letter,
      Text: label,
    },
    { spelling: SAP },
  ),
  presetFile(
    'sap-fbl5n-short',
    {
      DocumentNo: document,
      Type: kind({ invoice: 'RV', credit_note: 'DG', payment: 'DZ' }),
      Text: label,
      Account: customer,
      'Name 1': name,
      'Entry Date': date,
      'Doc. Date': date,
      'Pstng Date': date,
      'Net due dt': due,
      'Amt in loc.cur.': amount,
      'Amount in DC': amount,
      'Curr.': fixed('EUR'),
      'Doc.Header Text': nothing,
      PBk: nothing,
      'Clrng doc.': letter,
      Tx: nothing,
    },
    { spelling: SAP, delimiter: '\t' },
  ),
  presetFile(
    'sap-fbl5n-fr',
    {
      Client: customer,
      'N° pièce': document,
      'Type de pièce': kind({ invoice: 'RV', credit_note: 'DG', payment: 'DZ' }),
      'Date pièce': date,
      'Date comptable': date,
      'Échéance nette': due,
      'Retard après échéance nette': fixed('3'),
      'Mt en devise interne': amount,
      'Pièce rapprochement': letter,
      Affectation: nothing,
      Référence: nothing,
    },
    { spelling: SAP },
  ),
  presetFile(
    'dynamics-bc',
    {
      'Posting Date': date,
      'Document Type': kind({ invoice: 'Invoice', credit_note: 'Credit Memo', payment: 'Payment' }),
      'Document No.': document,
      'Customer No.': customer,
      Description: label,
      'Currency Code': nothing,
      'Original Amount': amount,
      Amount: amount,
      'Amount (LCY)': amount,
      'Remaining Amount': open,
      'Remaining Amt. (LCY)': open,
      'Due Date': due,
      'Salesperson Code': nothing,
      'Payment Terms Code': fixed('30D'),
      Open: fixed('Yes'),
      'Entry No.': fixed('12'),
    },
    { spelling: BRITISH, delimiter: ',' },
  ),
  presetFile('dynamics-bc-fr', {
    'Date comptabilisation': date,
    'Type de document': kind({ invoice: 'Facture', credit_note: 'Avoir', payment: 'Paiement' }),
    'N° document': document,
    'N° client': customer,
    'Code devise': nothing,
    'Montant initial': amount,

    'Montant initial DS': amount,
    Montant: amount,
    'Montant DS': amount,
    'Montant ouvert': open,

    'Montant ouvert DS': open,
    "Date d'échéance": due,
    'Ventes DS': nothing,
    Solde: fixed('1'),
  }),
  presetFile(
    'xero-invoices',
    {
      '*ContactName': name,
      EmailAddress: nothing,
      '*InvoiceNumber': document,
      Reference: nothing,
      '*InvoiceDate': date,
      '*DueDate': due,
      Total: magnitude,
      TaxTotal: fixed('0.00'),
      InvoiceAmountPaid: (p, s) => s.amount(Math.abs(p.amount - p.open)),
      InvoiceAmountDue: openMagnitude,
      '*Description': label,
      '*Quantity': fixed('1'),
      '*UnitAmount': magnitude,
      Currency: fixed('EUR'),
      Type: kind({ invoice: 'Sales invoice', credit_note: 'Sales credit note', payment: '' }),
      Status: fixed('Approved'),
    },
    { spelling: BRITISH, delimiter: ',', postings: documents },
  ),
  presetFile(
    'xero-aged',
    {
      Contact: name,
      'Invoice Date': date,
      'Due Date': due,
      'Invoice Number': document,
      'Invoice Reference': nothing,
      Current: nothing,
      '< 1 Month': nothing,
      '1 Month': nothing,
      '2 Months': nothing,
      '3 Months': nothing,
      Older: nothing,
      Total: open,
    },
    { spelling: BRITISH, delimiter: ',', postings: stillOpen },
  ),
  presetFile(
    'quickbooks-aged',
    {
      Date: date,
      'Transaction Type': kind({ invoice: 'Invoice', credit_note: 'Credit Memo', payment: 'Payment' }),
      Num: document,
      Customer: name,
      'Due Date': due,
      'Past Due': fixed('3'),
      Amount: amount,
      'Open Balance': open,
      'P.O. #': nothing,
    },
    { spelling: AMERICAN, delimiter: ',', postings: stillOpen },
  ),
  presetFile(
    'odoo',
    {
      Number: document,
      'Invoice Partner Display Name': name,
      'Customer/ID': customer,
      'Invoice/Bill Date': date,
      'Due Date': due,
      'Untaxed Amount Signed': amount,
      Total: magnitude,
      'Amount Due': openMagnitude,
      Currency: fixed('EUR'),
      Type: kind({ invoice: 'Customer Invoice', credit_note: 'Customer Credit Note', payment: '' }),
      Reference: nothing,
      Salesperson: fixed('Nolwenn'),
      'Payment Status': fixed('Not Paid'),
    },
    { spelling: ISO, delimiter: ',', postings: documents },
  ),
  presetFile(
    'odoo-fr',
    {
      Numéro: document,
      "Nom d'affichage du partenaire": name,
      'Date de facturation': date,
      "Date d'échéance": due,
      'Total (signé)': amount,
      'Montant dû (signé)': open,
      'Statut de paiement': fixed('Non payé'),
    },
    { postings: documents },
  ),
  presetFile(
    'erpnext',
    {
      'Posting Date': date,
      Customer: customer,
      'Customer Name': name,
      'Cost Center': nothing,
      'Voucher Type': kind({ invoice: 'Sales Invoice', credit_note: 'Credit Note', payment: 'Payment Entry' }),
      'Voucher No': document,
      'Due Date': due,
      'Invoice Grand Total': amount,
      'Invoiced Amount': amount,
      'Paid Amount': fixed('0.00'),
      'Credit Note': fixed('0.00'),
      'Outstanding Amount': open,
      'Age (Days)': fixed('3'),
      '0-30': nothing,
      '31-60': nothing,
      Currency: fixed('EUR'),
      Territory: nothing,
      Remarks: label,
    },
    { spelling: ISO, delimiter: ',', postings: stillOpen },
  ),
  presetFile('generic', {
    'Code client': customer,
    Client: name,
    'N° facture': document,
    'Date facture': date,
    Échéance: due,

    Type: kind({ invoice: 'Facture', credit_note: 'Avoir', payment: 'Règlement' }),
    'Montant TTC': magnitude,
    Lettrage: letter,

    Commercial: nothing,
    Observations: nothing,
  }),
];

/** The file as text. */
export function textOfFile({ headings, rows, delimiter }: Pick<PresetFile, 'headings' | 'rows' | 'delimiter'>): string {
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell) => (cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(delimiter);
  return `${[headings, ...rows].map(line).join('\n')}\n`;
}

/** The same file with its columns in another order, or without some, or with other headings. */
export function rearranged(
  file: PresetFile,
  columns: readonly { readonly from: number; readonly heading?: string | undefined }[],
): PresetFile {
  return {
    ...file,
    headings: columns.map(({ from, heading }) => heading ?? (file.headings[from] as string)),
    rows: file.rows.map((cells) => columns.map(({ from }) => cells[from] as string)),
  };
}
