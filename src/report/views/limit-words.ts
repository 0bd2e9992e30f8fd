// How are the methods of a proposed limit called, which heads have their columns, and how is what was found said?
import { type Word, word } from '../../core/word.ts';
import type { Basis } from '../../measures/limit-methods.ts';
import type { LimitReason } from '../../measures/limit-reasons.ts';

export const BASIS_WORDS: { readonly [basis in Basis | 'proceeding']: Word } = {
  need: word('need', 'besoin'),
  behaviour: word('behaviour', 'comportement'),
  insurer: word('insurer', 'assureur'),
  net_worth: word('net worth', 'fonds propres'),
  peak: word('peak month', 'pointe mensuelle'),
  afdcc: word('AFDCC base', 'assiette AFDCC'),
  months_of_sales: word('months of sales', 'mois de ventes'),
  supplier_debt: word('supplier debt', 'dettes fournisseurs'),
  total_purchases: word('purchases', 'achats'),
  proceeding: word('proceeding', 'procédure'),
};

export const BASIS_HEADS: { readonly [basis in Basis]: Word } = {
  need: word('By need', 'Par besoin'),
  behaviour: word('By behaviour', 'Par comportement'),
  insurer: word('By insurer', 'Par assureur'),
  net_worth: word('By net worth', 'Par fonds propres'),
  peak: word('By peak month', 'Par pointe mensuelle'),
  afdcc: word('By AFDCC base', 'Par assiette AFDCC'),
  months_of_sales: word('By months of sales', 'Par mois de ventes'),
  supplier_debt: word('By supplier debt', 'Par dettes fournisseurs'),
  total_purchases: word('By purchases', 'Par achats'),
};

export const REASON_WORDS: { readonly [reason in LimitReason]: Word } = {
  proceeding: word(
    'a collective proceeding is open: nothing more on credit',
    'procédure collective ouverte : plus rien à crédit',
  ),
  history_missing: word('the ledger has no history of its sales', 'le grand livre n’a pas d’historique de ses ventes'),
  no_sales: word('nothing sold in twelve months', 'aucune vente en douze mois'),
  terms_unknown: word('no agreed terms are known', 'conditions de paiement inconnues'),
  no_payment: word('no payment is known of an agreed day', 'aucun règlement connu à échéance convenue'),
  first_order: word('nothing paid yet: the most of a first order', 'rien réglé encore : plafond de première commande'),
  none_in_time: word('nothing was paid in time', 'rien n’a été réglé à l’heure'),
  paid_at_once: word('paid at once: never owed anything', 'réglé aussitôt : jamais rien dû'),
  history_short: word('sales scaled up to twelve months', 'ventes extrapolées à douze mois'),
  insurance_expired: word('the insurer’s agreement has ended', 'l’agrément de l’assureur a pris fin'),
  limit_in_currency: word('its limit is in another currency', 'son plafond est dans une autre devise'),
  orders_unknown: word('nobody says what is ordered', 'commandes inconnues'),
  nothing_committed: word('nothing ordered, to be invoiced or unpaid', 'rien en commande, à facturer ni à régler'),
  months_unknown: word('nobody says how many months of sales', 'nombre de mois de ventes inconnu'),
  supplier_debt_unknown: word('its debt to suppliers is not known', 'dettes fournisseurs inconnues'),
  total_purchases_unknown: word('its purchases are not known', 'achats inconnus'),
};
