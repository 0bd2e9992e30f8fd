// Which other names have the fields that several tables beside the ledger have? Folded, as headings are compared; none may be two fields' of one table.
export const CUSTOMER_HEADINGS = [
  ...['customer id', 'customer no', 'customer number', 'customer code', 'client id', 'id client', 'identifiant client'],
  ...['code client', 'no client', 'code tiers', 'no tiers', 'compte tiers', 'no compte tiers', 'compte auxiliaire', 'compauxnum'],
] as const;

/** Not the codes of terms, which say nothing of days. */
export const TERMS_HEADINGS = [
  ...['payment terms', 'payment term', 'terms of payment', 'credit terms', 'term name', 'conditions'],
  ...['conditions de reglement', 'condition de reglement', 'conditions de paiement', 'condition de paiement'],
  ...['delai de reglement', 'delais de reglement', 'delai de paiement', 'delais de paiement'],
  ...['modalites de reglement', 'modalite de reglement', 'modalites de paiement', 'modalite de paiement'],
] as const;

export const CURRENCY_HEADINGS = ['currency code', 'devise', 'code devise', 'monnaie'] as const;

export const TAX_RATE_HEADINGS = ['taux tva', 'taux de tva', 'taux de la tva'] as const;
