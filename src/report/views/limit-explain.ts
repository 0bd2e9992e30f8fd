// By which formula is each figure of a proposed limit reckoned, and from what? For `ar limit --explain`; the figures stand in the section working.
import { type Word, word } from '../../core/word.ts';
import type { ProposedLimit } from '../../measures/credit-limit.ts';
import type { Basis } from '../../measures/limit-methods.ts';
import type { Section } from '../report.ts';
import { explainSection } from './explain.ts';

type Told = { readonly formula: Word; readonly source: Word };

const ledger = word('ledger', 'grand livre');
const table = word('--customers', '--customers');
const SALES = word(
  'forecast_sales of --customers, else invoices less credit notes of twelve months × (1 + growth)',
  'forecast_sales de --customers, sinon factures moins avoirs de douze mois × (1 + croissance)',
);
const ofTable = (key: string): Word => word(`${key} of --customers`, `${key} de --customers`);

const METHODS: { readonly [basis in Basis]: Told } = {
  need: {
    formula: word(
      'annual sales with tax × (terms_days + max(0, days_late)) ÷ 360',
      'ventes annuelles TTC × (délai + max(0, retard)) ÷ 360',
    ),
    source: SALES,
  },
  behaviour: {
    formula: word(
      'max over twelve months of what was owed and paid in time × (1 + growth)',
      'max sur douze mois de l’encours réglé à l’heure × (1 + croissance)',
    ),
    source: ledger,
  },
  insurer: {
    formula: word('insured_limit, while insured_until is not past', 'insured_limit, tant que insured_until n’est pas passé'),
    source: table,
  },
  net_worth: { formula: word('net_worth × share', 'net_worth × part'), source: table },
  peak: {
    formula: word(
      'sales with tax of the month of most × (terms_days + max(0, days_late) + invoicing_cycle) ÷ 30',
      'ventes TTC du plus fort mois × (délai + max(0, retard) + cycle de facturation) ÷ 30',
    ),
    source: word(
      'monthly_peak of --customers, else invoices less credit notes of a calendar month × (1 + growth)',
      'monthly_peak de --customers, sinon factures moins avoirs d’un mois civil × (1 + croissance)',
    ),
  },
  afdcc: {
    formula: word(
      '(orders + unbilled + unpaid) × terms_coefficient × behaviour_coefficient',
      '(commandes + à facturer + non réglé) × CDP × CCP',
    ),
    source: word(
      '--orders and accounts 418, the ledger’s balance and bills as in ar exposure; coefficients of --customers, else of all',
      '--orders et comptes 418, solde et effets du grand livre comme dans ar exposure ; coefficients de --customers, sinon de tous',
    ),
  },
  months_of_sales: { formula: word('annual sales with tax × months ÷ 12', 'ventes annuelles TTC × mois ÷ 12'), source: SALES },
  supplier_debt: { formula: word('supplier_debt × share', 'supplier_debt × part'), source: ofTable('supplier_debt') },
  total_purchases: { formula: word('total_purchases × share', 'total_purchases × part'), source: ofTable('total_purchases') },
};

const NEED_WITH_DELIVERY = word(
  'annual sales with tax × (terms_days + max(0, days_late) + delivery_lag) ÷ 360',
  'ventes annuelles TTC × (délai + max(0, retard) + livraison) ÷ 360',
);
const BEHAVIOUR_OF_THE_NEW = word(
  'max over twelve months of what was owed and paid in time × (1 + growth); the most of a first order for who paid nothing yet',
  'max sur douze mois de l’encours réglé à l’heure × (1 + croissance) ; plafond de première commande pour qui n’a rien réglé encore',
);

function formulaOf(basis: Basis, rows: readonly ProposedLimit[]): Word {
  if (basis === 'need' && rows.some(({ factors }) => factors.deliveryLag > 0)) return NEED_WITH_DELIVERY;
  const isFirst = rows.some(({ reasons }) => reasons.includes('first_order'));
  return basis === 'behaviour' && isFirst ? BEHAVIOUR_OF_THE_NEW : METHODS[basis].formula;
}

export function limitExplained(rows: readonly ProposedLimit[], methods: readonly Basis[]): Section {
  const counted = (has: (one: ProposedLimit) => boolean): { readonly working: Word; readonly plain: string } => {
    const count = String(rows.filter(has).length);
    return { working: word(`known of ${count} of ${rows.length}`, `connu pour ${count} sur ${rows.length}`), plain: count };
  };
  return explainSection([
    ...methods.map((basis) => ({
      key: basis,
      formula: formulaOf(basis, rows),
      source: METHODS[basis].source,
      ...counted(({ by }) => by[basis] !== undefined),
    })),
    {
      key: 'proposed',
      formula: word(
        'the smallest of them, rounded down to a step; 0 in a collective proceeding',
        'le plus petit, arrondi au pas inférieur ; 0 en procédure collective',
      ),
      source: word('the columns beside', 'colonnes voisines'),
      ...counted(({ proposed }) => proposed !== undefined),
    },
    {
      key: 'change',
      formula: word('proposed − credit_limit', 'proposé − credit_limit'),
      source: table,
      ...counted(({ change }) => change !== undefined),
    },
  ]);
}
