// Which headings does a ledger have? The names of its fields, other names that leave no doubt, and names that leave some (rules §8.2).
import { FIELDS, type Field } from '../ledger/field.ts';
import { withoutBreaks } from './heading-names.ts';
import { type ColumnMap, type HeadingSpec, type MappedColumn, type PresetColumns, unbroken } from './headings.ts';
import type { Spelt } from './survey.ts';
import {
  CUSTOMER_HEADINGS,
  DOCUMENT_HEADINGS,
  NAME_HEADINGS,
  OTHER_CUSTOMER_HEADINGS,
  TERMS_HEADINGS,
  WEAK_CUSTOMER_HEADINGS,
  WEAK_DOCUMENT_HEADINGS,
  WEAK_NAME_HEADINGS,
  WEAKEST_NAME_HEADINGS,
} from './tables/shared-headings.ts';

export type LedgerMap = ColumnMap<Field>;
export type LedgerColumn = MappedColumn<Field>;
export type LedgerPreset = PresetColumns<Field>;

/** What a balance may be called that runs from row to row. */
const RUNNING = ['solde progressif', 'solde cumule', 'cumul', 'solde courant', 'running balance', 'cumulative balance'];
/** What is open of a row, or a balance that runs. */
const BALANCE = ['solde', 'balance'];

/** Made when they are asked for: most files have neither. */
let running: ReadonlySet<string> | undefined;
let accounts: ReadonlySet<string> | undefined;

/** True for a column that could be a balance running from row to row: only its figures tell. */
export function isBalanceHeading(heading: string): boolean {
  running ??= new Set([...RUNNING, ...BALANCE].map(withoutBreaks));
  return running.has(unbroken(heading));
}

/** What an account may be called, where the customer is one or another column says who owes. */
const ACCOUNTS = ['compte', 'no compte', 'no de compte', 'account number', 'account no'];

/** True for a column that could hold the accounts of a journal, whoever it is read as. */
export function isAccountHeading(heading: string): boolean {
  accounts ??= new Set(ACCOUNTS.map(withoutBreaks));
  return accounts.has(unbroken(heading));
}

/** True for the headings of the plain CSV, all of them names of fields as they are written here. */
export function arePlain(headings: readonly string[]): boolean {
  return headings.every((heading) => (FIELDS as readonly string[]).includes(heading));
}

export const LEDGER_HEADINGS: HeadingSpec<Field> = {
  noun: 'a ledger',
  fields: FIELDS,
  // Of these a first choice does no harm: the other column says the same of the same row, or no figure is made of it.
  ranked: ['document', 'kind', 'posted', 'label', 'journal', 'status', 'collector', 'country', 'group', 'terms', 'payment_mode'],
  synonyms: {
    customer: [...CUSTOMER_HEADINGS, ...OTHER_CUSTOMER_HEADINGS],
    name: [...NAME_HEADINGS, 'contactname', 'contact name'],
    kind: [
      ...['doc type', 'document type', 'transaction type', 'txn type', 'voucher type', 'entry type', 'posting type'],
      ...['type de document', 'type document', 'type piece', 'type de piece', 'nature piece', 'nature de piece'],
      ...['e naturepiece', 'type d ecriture', 'type ecriture', 'type de mouvement', 'type d operation', 'type operation'],
    ],
    document: DOCUMENT_HEADINGS,
    reference: [
      ...['applies to', 'applies to doc no', 'applied to', 'facture reglee', 'factures reglees', 'document regle'],
      ...['regle la facture', 'settles', 'paid invoice'],
    ],
    date: [
      ...['doc date', 'document date', 'invoice date', 'date facture', 'date de facture', 'date de la facture'],
      ...['date de facturation', 'date facturation', 'date d emission', 'date emission', 'date piece', 'date de piece'],
      ...['piecedate', 'date document', 'date du document', 'facture le', 'invoice bill date', 'tx date', 'issue date'],
      ...['date of issue', 'issued on', 'bill date', 'invoiced on', 'date of invoice', 'txn date', 'transaction date'],
      ...['inv date', 'issued', 'date issued'],
    ],
    posted: [
      ...['posting date', 'pstng date', 'date comptable', 'date de comptabilisation', 'date comptabilisation'],
      ...['date ecriture', 'date d ecriture', 'date de l ecriture', 'ecrituredate', 'e datecomptable', 'gl date'],
      ...['accounting date'],
    ],
    due: [
      ...['due date', 'net due date', 'net due dt', 'payment due', 'payment due date', 'payable by', 'payable on'],
      ...['pay by', 'maturity', 'maturity date', 'due on', 'date echeance', 'date d echeance', 'echeance'],
      ...['echeance nette', 'date d echeance nette', 'date echeance nette', 'date ech', 'ech', 'a payer avant le'],
      ...['date limite de paiement', 'payable au', 'payable le', 'e dateecheance', 'ec echeance', 'echeancedate'],
      ...['dateecheance', 'date limite de reglement', 'date due'],
    ],
    amount: [
      ...['montant ttc', 'total ttc', 'ttc', 'montant total ttc', 'montant facture', 'montant de la facture'],
      ...['montant initial', 'montant d origine', 'net a payer', 'invoice amount', 'invoiced amount', 'original amount'],
      ...['invoice grand total', 'grand total', 'invoice total', 'gross amount', 'amount in doc curr', 'amount in dc'],
      ...['total amount', 'total facture', 'total inc tax', 'gross', 'gross total', 'invoice amt', 'inv amount', 'inv amt'],
      ...['invoice value'],
    ],
    debit: ['montant debit', 'debit amount', 'debits', 'e debit', 'mouvement debit', 'montant au debit'],
    credit: ['montant credit', 'credit amount', 'credits', 'e credit', 'mouvement credit', 'montant au credit'],
    sense: [
      ...['sens', 'debit credit ind', 'debit credit', 'debit credit indicator', 'dr cr', 'd c', 'dc', 'sens ecriture'],
      ...['sens d c', 'drcr'],
    ],
    open_amount: [
      ...['reste a payer', 'restant du', 'reste du', 'reste a regler', 'montant restant du', 'montant restant'],
      ...['solde du', 'solde restant', 'solde a payer', 'montant ouvert', 'montant du', 'non regle', 'montant non regle'],
      ...['restant a payer', 'open balance', 'outstanding', 'outstanding amount', 'outstanding balance'],
      ...['amount outstanding', 'amount due', 'balance due', 'remaining amount', 'amount remaining', 'open amount'],
      ...['amount open', 'invoiceamountdue', 'subt open bal', 'unpaid amount', 'amount unpaid', 'amt due'],
      ...['amt outstanding'],
    ],
    paid_amount: [
      ...['montant regle', 'montant paye', 'deja paye', 'deja regle', 'montant encaisse', 'encaisse', 'total paye'],
      ...['total regle', 'paid amount', 'amount paid', 'invoiceamountpaid', 'amount received', 'received amount'],
      ...['total paid'],
    ],
    settled_on: [
      ...['settled date', 'settlement date', 'date settled', 'paid date', 'date paid', 'paid on', 'date de reglement'],
      ...['date reglement', 'date du reglement', 'date d encaissement', 'date encaissement', 'regle le', 'paye le'],
      ...['date solde'],
    ],
    currency: [
      ...['currency code', 'curr', 'devise', 'code devise', 'idevise', 'monnaie', 'document currency', 'e devise'],
      ...['invoice currency', 'ccy'],
    ],
    letter: [
      ...['lettrage', 'lettre', 'code lettrage', 'ecriturelet', 'no lettre', 'no lettrage', 'code lettre', 'ec lettrage'],
      ...['clearing document', 'clrng doc', 'lettrage no', 'matching number', 'matching no'],
    ],
    letter_day: ['date lettrage', 'date de lettrage', 'datelet', 'clearing date', 'date lettre', 'matching date'],
    terms: [...TERMS_HEADINGS],
    disputed: [
      ...['dispute', 'in dispute', 'disputed amount', 'litige', 'en litige', 'montant en litige', 'litigieux'],
      ...['conteste', 'montant conteste', 'facture contestee'],
    ],
    net: [
      ...['montant ht', 'total ht', 'base ht', 'ht', 'montant hors taxes', 'montant hors taxe', 'total hors taxes'],
      ...['untaxed amount', 'net amount', 'subtotal', 'amount excl tax', 'amount excluding tax', 'amount excl vat'],
      ...['net total'],
    ],
    tax_amount: [
      ...['montant tva', 'montant de tva', 'montant de la tva', 'total tva', 'vat amount', 'taxtotal'],
      ...['total tax', 'total vat', 'montant taxe'],
    ],
    tax_rate: ['vat rate', 'taux tva', 'taux de tva', 'taux de la tva'],
    label: [
      ...['libelle', 'libelle ecriture', 'libelle de l ecriture', 'ecriturelib', 'e libelle', 'designation'],
      ...['description', 'memo', 'text', 'remarks', 'narration', 'particulars', 'commentaire', 'comment', 'comments'],
    ],
    journal: ['code journal', 'code du journal', 'journal code', 'journalcode', 'jou', 'jnl', 'jo num', 'e journal'],
    account: [
      ...['compte general', 'no compte general', 'no de compte general', 'comptenum', 'g l account', 'gl account'],
      ...['general account', 'general', 'e general', 'cg no', 'cg num', 'compte collectif', 'ledger account'],
    ],
    status: [
      ...['statut', 'payment status', 'invoice status', 'statut de paiement', 'statut facture', 'statut de la facture'],
      ...['etat facture'],
    ],
    collector: [
      ...['charge de recouvrement', 'charge du recouvrement', 'credit controller', 'collections agent', 'sales person'],
      ...['salesperson', 'salesperson code', 'sales rep', 'sales representative', 'account manager', 'commercial'],
      ...['code commercial', 'representant', 'code representant', 'code vendeur', 'vendeur', 'charge de clientele'],
    ],
    group: ['customer group', 'groupe', 'groupe client', 'groupe de clients', 'parent company', 'maison mere'],
    country: ['country code', 'country region code', 'pays', 'code pays'],
    entity: ['company code', 'code societe', 'entite', 'legal entity', 'cocd'],
    payment_mode: [
      ...['payment method', 'payment method code', 'payment mode', 'mode de reglement', 'mode de paiement'],
      ...['mode reglement', 'mode paiement', 'moyen de paiement', 'moyen de reglement', 'code mode de paiement'],
      ...['e modepaie'],
    ],
    assigned_to: ['factor', 'assignee', 'cede a', 'affactureur', 'cessionnaire'],
  },
  weak: [
    {
      customer: WEAK_CUSTOMER_HEADINGS[0],
      name: [...WEAK_NAME_HEADINGS, 'intitule'],
      kind: ['type'],
      document: WEAK_DOCUMENT_HEADINGS,
      posted: ['entry date', 'date saisie'],
      amount: ['montant', 'value', 'valeur'],
      debit: ['solde debiteur'],
      credit: ['solde crediteur'],
      open_amount: [...BALANCE, 'encours', 'open advance'],
      paid_amount: ['paid', 'payments', 'regle', 'paye', 'acompte'],
      letter: ['matching'],
      letter_day: ['closed at'],
      tax_amount: ['tva', 'vat', 'tax'],
      terms: ['delai', 'conditions'],
      country: ['country region'],
    },
    {
      customer: WEAK_CUSTOMER_HEADINGS[1],
      name: WEAKEST_NAME_HEADINGS,
      amount: ['total'],
      label: ['intitule'],
    },
    { account: ACCOUNTS },
  ],
  alike: [
    ...(['customer', 'name', 'document', 'date', 'posted', 'due', 'amount', 'debit', 'credit', 'open_amount'] as const),
    ...(['paid_amount', 'currency'] as const),
  ],
  unused: [
    ...RUNNING,
    ...['jours de retard', 'retard', 'nb jours de retard', 'arrieres apres echeance', 'retard apres echeance nette'],
    ...['anciennete', 'days past due', 'past due', 'age days', 'age', 'aging', 'ageing', 'arrears after net due date'],
    ...['days overdue', 'days late', 'days to settle', 'bucket', 'niveau de relance', 'niveau relance', 'niveau rappel'],
    ...['nb relances', 'dunning level', 'reminder level', 'no commande', 'no de commande', 'bon de commande', 'po no'],
    ...['p o', 'p o no', 'po', 'po number', 'purchase order', 'customer lpo', 'order no', 'bloque', 'on hold'],
    ...['payment block', 'dunning block', 'pbk', 'libelle compte', 'libelle de compte', 'libelle du compte', 'comptelib'],
    ...['intitule du compte', 'journallib', 'libelle journal', 'code echeance', 'validdate'],
  ],
  needs: [
    { any: ['customer', 'name'], what: 'who owes' },
    { any: ['date', 'posted'], what: 'the day' },
    { any: ['amount', 'debit', 'credit', 'open_amount'], what: 'the amount' },
  ],
  mappable: true,
};

/** What its fields hold, as far as spelling goes. */
export const LEDGER_SPELT: Spelt<Field> = {
  amounts: ['amount', 'debit', 'credit', 'base', 'open_amount', 'paid_amount', 'disputed', 'net', 'tax_amount'],
  days: ['date', 'posted', 'due', 'settled_on', 'letter_day'],
  currency: 'currency',
};

/** A ledger whose customers are named on lines above their rows. */
export const LEDGER_UNDER_NAMES: HeadingSpec<Field> = {
  ...LEDGER_HEADINGS,
  needs: LEDGER_HEADINGS.needs.filter(({ any }) => !any.includes('customer')),
};
