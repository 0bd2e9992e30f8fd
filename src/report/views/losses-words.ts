// How are loss indicators, their meanings and what they rest on called, in both languages?
import { type Word, word } from '../../core/word.ts';
import type { Indicator, LossRow } from '../../measures/losses/indicators.ts';

const INDICATOR_NAMES: { readonly [key in Indicator]: Word } = {
  loss_ratio: word('Loss ratio', 'Taux de sinistralité'),
  doubtful_ratio: word('Doubtful ratio', 'Taux de créances douteuses'),
  default_rate: word('Default rate', 'Taux de défaillance'),
  unpaid_rate: word('Unpaid rate', 'Taux d’impayés'),
  cover_ratio: word('Cover ratio', 'Taux de couverture'),
};

/** Where a column says that they are rates. */
export const INDICATOR_HEADS: { readonly [key in Indicator]: Word } = {
  loss_ratio: word('Loss ratio', 'Sinistralité'),
  doubtful_ratio: word('Doubtful ratio', 'Douteux'),
  default_rate: word('Default rate', 'Défaillance'),
  unpaid_rate: word('Unpaid rate', 'Impayés'),
  cover_ratio: word('Cover ratio', 'Couverture'),
};

const MEANINGS: { readonly [key: string]: Word } = {
  credit_manager: word('credit manager: net losses ÷ sales', 'credit manager : pertes nettes ÷ ventes'),
  credit_manager_with_allowance: word(
    'credit manager: net losses ± allowance ÷ sales',
    'credit manager : pertes nettes ± dépréciation ÷ ventes',
  ),
  insurer: word('insurer: claims paid ÷ premiums', 'assureur : indemnités ÷ primes'),
  of_receivable: word('doubtful claims ÷ receivable', 'créances douteuses ÷ créances'),
  moved_of_sales: word('moved to doubtful ÷ sales', 'passé en douteux ÷ ventes'),
  by_number: word('who failed ÷ customers', 'défaillants ÷ clients'),
  by_exposure: word('owed by them ÷ owed, at the start', 'leur encours ÷ encours, au début'),
  allowance_of_doubtful: word('allowance ÷ doubtful claims', 'dépréciation ÷ créances douteuses'),
  insured_of_receivable: word('insured ÷ receivable', 'assuré ÷ créances'),
};

export function meaningOf({ meaning }: LossRow): Word {
  const [, days, of] = /^over_(\d+)_of_(sales|receivable)$/.exec(meaning) ?? [];
  if (days === undefined) return MEANINGS[meaning] as Word;
  return of === 'sales'
    ? word(`more than ${days} days late ÷ sales`, `échu de plus de ${days} jours ÷ ventes`)
    : word(`more than ${days} days late ÷ receivable`, `échu de plus de ${days} jours ÷ créances`);
}

/** Where the meaning alone does not say all of it. */
const FORMULAS: { readonly [key: string]: Word } = {
  credit_manager: word('credit manager: (losses − recovered) ÷ sales', 'credit manager : (pertes − récupéré) ÷ ventes'),
  credit_manager_with_allowance: word(
    'credit manager: (losses − recovered + change in allowance 491) ÷ sales',
    'credit manager : (pertes − récupéré + variation de la dépréciation 491) ÷ ventes',
  ),
  by_number: word(
    'customers with a judgment in the period ÷ customers at the start',
    'clients ayant un jugement dans la période ÷ clients au début',
  ),
  by_exposure: word(
    'owed at the start by customers with a judgment in the period ÷ owed at the start',
    'encours au début des clients ayant un jugement dans la période ÷ encours au début',
  ),
  of_receivable: word('416 ÷ (411 + 413 + 416), or by status', '416 ÷ (411 + 413 + 416), ou par statut'),
  moved_of_sales: word('moved to 416 in the period ÷ sales with tax', 'passé en 416 sur la période ÷ ventes TTC'),
  allowance_of_doubtful: word('allowance 491 ÷ doubtful claims', 'dépréciation 491 ÷ créances douteuses'),
};

/** An indicator with its meaning, in full. */
export function formulaOf(row: LossRow): Word {
  const [name, formula] = [INDICATOR_NAMES[row.indicator], FORMULAS[row.meaning] ?? meaningOf(row)];
  return word(`${name.en}, ${formula.en}`, `${name.fr}, ${formula.fr}`);
}

/** What a row rests on, or why it is n/a. */
export const BASIS_NAMES: { readonly [key in LossRow['basis']]: Word } = {
  without_tax: word('without tax', 'HT'),
  partly_with_tax: word('without tax, in part with it', 'HT, en partie TTC'),
  with_tax: word('with tax', 'TTC'),
  given: word('as given', 'tel qu’indiqué'),
  accounts: word('accounts 411, 413, 416', 'comptes 411, 413, 416'),
  status: word('status in --customers', 'statut dans --customers'),
  customers_at_start: word('customers at the start', 'clients au début'),
  customers_of_period: word('customers of the period', 'clients de la période'),
  customers_table: word('cover in --customers', 'couverture dans --customers'),
  open_items_only: word('open items only', 'postes ouverts seulement'),
  no_credits: word('the ledger has no credits', 'le grand livre n’a aucun crédit'),
  nothing_sold: word('nothing sold', 'aucune vente'),
  sold_with_tax_unknown: word('sales with tax not known', 'ventes TTC inconnues'),
  allowance_change_not_given: word('needs --allowance-change, or --prior', 'demande --allowance-change, ou --prior'),
  claims_not_given: word('needs --claims-paid and --premiums', 'demande --claims-paid et --premiums'),
  no_premiums: word('no premiums', 'aucune prime'),
  no_doubtful_known: word('no account 416, no status in --customers', 'ni compte 416, ni statut dans --customers'),
  moves_not_known: word('a status has no day', 'un statut n’a pas de date'),
  nothing_owed: word('nothing owed', 'rien n’est dû'),
  nothing_doubtful: word('nothing doubtful', 'rien de douteux'),
  allowance_not_given: word('needs --allowance', 'demande --allowance'),
  no_customers_table: word('needs --customers', 'demande --customers'),
  no_proceedings_told: word('no judgment_date in --customers', 'pas de judgment_date dans --customers'),
  nothing_before_period: word('no history before the period', 'aucun historique avant la période'),
  start_not_known: word('what was open at the start is not known', 'encours initial inconnu'),
  no_insured_limits: word('no insured_limit in --customers', 'pas d’insured_limit dans --customers'),
};
