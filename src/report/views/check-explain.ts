// How is each figure of a check made? Formula, source and working by currency, for `ar check --explain`.
import { word } from '../../core/word.ts';
import type { SettlementShares } from '../../measures/settlement-shares.ts';
import { evidenceNames } from '../../text/words.ts';
import type { ReportControl, Section } from '../report.ts';
import { controlExplained, type Explanation, explainSection, told } from './explain.ts';

export function checkExplained(shares: readonly SettlementShares[], control: readonly ReportControl[]): Section {
  const kinds = new Set(shares.map(({ evidence }) => evidence));
  return explainSection([controlExplained(control), ...[...kinds].map((evidence) => shareExplained(evidence, shares))]);
}

/** The share of one kind of evidence, under its own key. */
function shareExplained(evidence: SettlementShares['evidence'], shares: readonly SettlementShares[]): Explanation {
  const all = (currency: SettlementShares['currency']): number =>
    shares.reduce((sum, one) => sum + (one.currency === currency ? one.amount : 0), 0);
  const name = evidenceNames[evidence];
  return {
    key: evidence,
    formula:
      evidence === 'none'
        ? word('Σ open of credits ÷ Σ of all credits', 'Σ ouvert des crédits ÷ Σ de tous les crédits')
        : word(`Σ settled ${name.en} ÷ Σ of all credits`, `Σ soldé ${name.fr} ÷ Σ de tous les crédits`),
    source: word('settled anew from the postings known on the day', 'soldé à nouveau d’après les écritures connues au jour'),
    ...told(
      shares.filter((one) => one.evidence === evidence),
      ({ currency, amount }, money) => `${money(amount)} ÷ ${money(all(currency))}`,
    ),
  };
}
