// How are terms written? In the words `--terms` takes, steps in their order, shares parted by semicolons: what is written is read as the same terms.
import type { Lang } from '../core/word.ts';
import type { Part, Step, Terms } from './terms.ts';

export function writtenTerms(terms: Terms, lang: Lang = 'en'): string {
  return terms.map(({ part, steps }) => [...writtenPart(part, lang), ...writtenSteps(steps, lang)].join(' ')).join('; ');
}

/** Nothing for the share that is the whole. */
function writtenPart(part: Part, lang: Lang): string[] {
  if (part.kind === 'rest') return [lang === 'fr' ? 'solde' : 'rest'];
  if (part.kind === 'fixed') return [withPoint(part.digits, part.decimals)];
  const { numerator, denominator } = part;
  if (numerator === denominator) return [];
  // A denominator of percents is a hundred with as many zeros as the percents have decimals.
  const decimals = String(denominator).length - 3;
  return [
    decimals >= 0 && denominator === 100 * 10 ** decimals ? `${withPoint(numerator, decimals)}%` : `${numerator}/${denominator}`,
  ];
}

function withPoint(digits: number, decimals: number): string {
  const text = String(digits).padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

function writtenSteps(steps: readonly Step[], lang: Lang): string[] {
  const isFrench = lang === 'fr';
  if (steps.length === 0) return [isFrench ? 'comptant' : 'immediate'];
  return steps.map((step) => {
    if (step.do === 'end-of-month') return isFrench ? 'fin de mois' : step.do;
    if (step.do === 'on') return `${isFrench ? 'le' : 'on'} ${step.date}`;
    const units = isFrench ? (step.do === 'days' ? 'jours' : 'mois') : step.do;
    return `${step.count} ${step.count === 1 && units !== 'mois' ? units.slice(0, -1) : units}`;
  });
}
