// Which other names have the fields that ledgers and the tables beside them share? Folded, as headings are compared; none may be two fields' of one
// table. One list for all: what names the customer in a ledger names him in every table of the same package.
export const CUSTOMER_HEADINGS = [
  ...['customer id', 'customer no', 'customer number', 'customer code', 'client id', 'id client', 'identifiant client'],
  ...['code client', 'no client', 'code tiers', 'no tiers', 'compte tiers', 'no compte tiers', 'compte auxiliaire', 'compauxnum'],
] as const;

/** The others of a ledger: a table may have one of them beside one of those above, and is asked about it only where it has none of those. */
export const OTHER_CUSTOMER_HEADINGS = [
  ...['cust no', 'cust id', 'cust code', 'client no', 'client number', 'client code', 'debtor no', 'debtor number'],
  ...['debtor id', 'debtor code', 'contact account number', 'sold to', 'sold to party', 'no de compte tiers'],
  ...['compte de tiers', 'no compte auxiliaire', 'auxiliaire', 'code auxiliaire', 'e auxiliaire', 'ct no', 'ctnum'],
  ...['compte client', 'no compte client', 'no de compte debiteur'],
] as const;

/** The customer, where nothing else says who it is: the id, or the name. */
const CUSTOMERS_WEAKLY = ['client', 'tiers', 'debtor', 'bill to'] as const;
/** An account may be another one than the customer's. */
const ACCOUNTS_WEAKLY = ['account number', 'account no'] as const;
const ACCOUNTS_WEAKEST = ['compte', 'no compte', 'no de compte', 'account id'] as const;
const CUSTOMERS_WEAKEST = ['reference client'] as const;

/** In the order of a ledger. */
export const WEAK_CUSTOMER_HEADINGS = [
  [...CUSTOMERS_WEAKLY, ...ACCOUNTS_WEAKLY],
  [...ACCOUNTS_WEAKEST, ...CUSTOMERS_WEAKEST],
] as const;

/** In that of a table of customers, which has no accounts but theirs: beside one, Client is the name. */
export const WEAK_ID_HEADINGS = [[...ACCOUNTS_WEAKLY, ...ACCOUNTS_WEAKEST], CUSTOMERS_WEAKLY, CUSTOMERS_WEAKEST] as const;

/** Client beside an id. */
export const WEAKEST_NAME_HEADINGS = ['client'] as const;

/** Not those of a contact, which stand in a table of customers for somebody else. */
export const NAME_HEADINGS = [
  ...['customer name', 'customer full name', 'cust name', 'nom client', 'nom du client', 'client nom'],
  ...['raison sociale', 'client name', 'debtor name', 'name 1', 'account name'],
  ...['company name', 'invoice partner display name', 'partner name', 'nom du partenaire'],
  ...['nom d affichage du partenaire', 'nom du tiers', 'nom tiers', 'libelle tiers', 'intitule tiers'],
  ...['libelle client', 'compauxlib', 'intitule client', 'intitule du client', 'denomination'],
  ...['denomination sociale'],
] as const;

export const WEAK_NAME_HEADINGS = ['partner', 'partenaire', 'acheteur', 'debiteur', 'nom'] as const;

/** The likelier ones first: of several, the first counts. */
export const DOCUMENT_HEADINGS = [
  ...['no facture', 'no de facture', 'facture no', 'no de la facture', 'reference facture', 'ref facture'],
  ...['reference de facture', 'invoice no', 'invoice number', 'invoice id', 'invoice ref', 'invoice reference'],
  ...['no document', 'no de document', 'doc no', 'document no', 'document number', 'doc number', 'voucher no'],
  ...['voucher number', 'billing document', 'billing doc', 'bill no', 'bill number', 'no piece', 'no de piece'],
  ...['pieceref', 'piece ref', 'reference piece', 'e numeropiece', 'ec piece', 'do piece', 'transaction no'],
  ...['transaction number', 'no ecriture', 'no fact', 'n facture', 'no pce', 'ref piece'],
] as const;

export const WEAK_DOCUMENT_HEADINGS = ['no', 'number', 'invoice', 'facture', 'piece', 'ref'] as const;

/** Names of the customer and of the document of a row, for tables whose rows need no document: a bare number may be the row's own. */
export const WEAK_OF_CUSTOMER = [
  { customer: OTHER_CUSTOMER_HEADINGS },
  { customer: WEAK_CUSTOMER_HEADINGS[0] },
  { customer: WEAK_CUSTOMER_HEADINGS[1] },
] as const;
export const WEAK_OF_DOCUMENT = [...WEAK_OF_CUSTOMER, { document: ['invoice', 'facture'] }] as const;

/** Not the codes of terms, which say nothing of days. */
export const TERMS_HEADINGS = [
  ...['payment terms', 'payment term', 'terms of payment', 'credit terms', 'term name', 'conditions'],
  ...['conditions de reglement', 'condition de reglement', 'conditions de paiement', 'condition de paiement'],
  ...['delai de reglement', 'delais de reglement', 'delai de paiement', 'delais de paiement'],
  ...['modalites de reglement', 'modalite de reglement', 'modalites de paiement', 'modalite de paiement'],
] as const;

export const CURRENCY_HEADINGS = ['currency code', 'devise', 'code devise', 'monnaie'] as const;

export const TAX_RATE_HEADINGS = ['taux tva', 'taux de tva', 'taux de la tva'] as const;
