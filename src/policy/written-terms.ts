// How are terms written? In the words `--terms` takes, steps in their order, shares parted by semicolons: what is written is read as the same terms.
import type { Part, Step, Terms } from './terms.ts';

export function writtenTerms(terms: Terms): string {
  return terms.map(({ part, steps }) => [...writtenPart(part), ...writtenSteps(steps)].join(' ')).join('; ');
}

/** Nothing for the share that is the whole. */
function writtenPart(part: Part): string[] {
  if (part.kind === 'rest') return ['rest'];
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

function writtenSteps(steps: readonly Step[]): string[] {
  if (steps.length === 0) return ['immediate'];
  return steps.map((step) => {
    if (step.do === 'end-of-month') return step.do;
    return step.do === 'on' ? `on ${step.date}` : `${step.count} ${step.count === 1 ? step.do.slice(0, -1) : step.do}`;
  });
}
