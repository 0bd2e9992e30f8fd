// By which formula is each figure of a proposed limit reckoned, and from what? For `ar limit --explain`; the figures stand in the section working.
import { type Word, word } from '../../core/word.ts';
import type { ProposedLimit } from '../../measures/credit-limit.ts';
import type { Section } from '../report.ts';
import { explainSection } from './explain.ts';

export function limitExplained(rows: readonly ProposedLimit[]): Section {
  const counted = (has: (one: ProposedLimit) => boolean): { readonly working: Word; readonly plain: string } => {
    const count = String(rows.filter(has).length);
    return { working: word(`known of ${count} of ${rows.length}`, `connu pour ${count} sur ${rows.length}`), plain: count };
  };
  const ledger = word('ledger', 'grand livre');
  const table = word('--customers', '--customers');
  return explainSection([
    {
      key: 'need',
      formula: word(
        'annual sales with tax × (terms_days + max(0, days_late)) ÷ 360',
        'ventes annuelles TTC × (délai + max(0, retard)) ÷ 360',
      ),
      source: word(
        'forecast_sales of --customers, else invoices less credit notes of twelve months × (1 + growth)',
        'forecast_sales de --customers, sinon factures moins avoirs de douze mois × (1 + croissance)',
      ),
      ...counted(({ by }) => by.need !== undefined),
    },
    {
      key: 'behaviour',
      formula: word(
        'max over twelve months of what was owed and paid in time × (1 + growth)',
        'max sur douze mois de l’encours réglé à l’heure × (1 + croissance)',
      ),
      source: ledger,
      ...counted(({ by }) => by.behaviour !== undefined),
    },
    {
      key: 'insurer',
      formula: word('insured_limit, while insured_until is not past', 'insured_limit, tant que insured_until n’est pas passé'),
      source: table,
      ...counted(({ by }) => by.insurer !== undefined),
    },
    {
      key: 'net_worth',
      formula: word('net_worth × share', 'net_worth × part'),
      source: table,
      ...counted(({ by }) => by.net_worth !== undefined),
    },
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
