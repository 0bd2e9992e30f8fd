// What may an ar.toml say of a bonus ([bonus] and a table for each measure, for `ar dso --bonus`)? The target by currency; weight, floor and goal of each measure; and what of it does not fit together.
import type { Diagnostic } from '../core/diagnostic.ts';
import { type Fraction, fraction, plus, rounded, whole } from '../core/fraction.ts';
import { didYouMean } from '../core/nearest.ts';
import { listedNames } from '../core/plural.ts';
import { shortened } from '../core/shortened.ts';
import {
  BONUS_MEASURES,
  BONUS_UNITS,
  type BonusMeasure,
  type BonusPolicy,
  type BonusTerm,
  parseBonusFigure,
} from '../policy/bonus.ts';
import { compareFractions } from '../policy/scoring.ts';
import type { KeySpec, Section, Setting } from '../read/config/section.ts';
import { parseRatio } from '../read/ratio.ts';
import { Refusal } from './option.ts';
import { readAmountIn } from './stated-amount.ts';

export const BONUS: Section = {
  target: {
    ...{ takes: 'pairs', example: '{ EUR = "2000" }' },
    refuse: (given) => {
      const read = readAmountIn(given, 'EUR = "2000"');
      return read instanceof Refusal ? read.reason : undefined;
    },
  },
};

const figure = (example: string): KeySpec => ({
  ...{ takes: 'bare', bareParts: true, example },
  refuse: (given) =>
    parseBonusFigure(given, undefined) === undefined ? 'takes a number of days or of percent, as "12.5"' : undefined,
});

/** What may be said of one measure, in [bonus.MEASURE]. */
export const BONUS_MEASURE: Section = {
  weight: {
    ...{ takes: 'bare', bareParts: true, example: '"60%"' },
    refuse: (given) => (parseRatio(given) === undefined ? 'takes a share from 0 to 1, as "60%" or "0.6"' : undefined),
  },
  floor: figure('"20"'),
  goal: figure('"12"'),
};

const PARTS = ['weight', 'floor', 'goal'] as const;

/** Undefined where it says nothing of one, or nothing that can be taken. */
export function bonusPolicyOf(
  settings: readonly Setting[],
  file: string,
  refused: ReadonlySet<string>,
): { readonly policy: BonusPolicy | undefined; readonly mistakes: readonly Diagnostic[] } {
  const said = settings.filter(({ section }) => section === 'bonus' || section.startsWith('bonus.'));
  const mistakes: Diagnostic[] = [];
  const tell: Tell = (at, code, what, fix, value) => {
    mistakes.push({ code, file, line: at?.line, value, what, fix });
  };
  const tables = [...new Set(said.map(({ section }) => section))].filter((section) => section !== 'bonus');
  const terms = tables.flatMap(
    (section) =>
      termOf(
        section,
        said.filter((one) => one.section === section),
        refused,
        tell,
      ) ?? [],
  );
  const target = new Map(
    said.flatMap(({ part, text }) => {
      const read = part === undefined ? undefined : readAmountIn(`${part}=${text}`, '');
      return read === undefined || read instanceof Refusal ? [] : [[read.currency, read.units] as const];
    }),
  );
  const isSound = mistakes.length === 0 && ![...refused].some((name) => name.startsWith('bonus'));
  if (said.length === 0 || !isSound) return { policy: undefined, mistakes };
  if (target.size === 0)
    tell(said[0], 'config-bad-value', '[bonus] says no target', 'write [bonus] with target = { EUR = "2000" }');
  if (terms.length === 0) {
    const fix = 'write a table of each, as [bonus.cei] with weight, floor and goal';
    tell(said[0], 'config-bad-value', '[bonus] names no measure', fix);
  } else weightsOf(terms, said, tell);
  const twice = terms.find(({ measure }, at) => terms.findIndex((one) => one.measure === measure) !== at);
  if (twice !== undefined) tell(said[0], 'config-bad-value', `[bonus] has ${twice.measure} twice`, 'leave one of the two out');
  return { policy: mistakes.length === 0 ? { target, terms } : undefined, mistakes };
}

type Tell = (at: Setting | undefined, code: Diagnostic['code'], what: string, fix: string, value?: string) => undefined;

/** What of a table can be taken; all that cannot is told. */
function termOf(section: string, said: readonly Setting[], refused: ReadonlySet<string>, tell: Tell): BonusTerm | undefined {
  const written = section.slice('bonus.'.length);
  const measure = BONUS_MEASURES.find((one) => one === written.replaceAll('-', '_'));
  if (measure === undefined) {
    const fix = didYouMean(written, BONUS_MEASURES) || `the measures are ${listedNames(BONUS_MEASURES)}`;
    return tell(said[0], 'config-unknown-key', `[bonus] knows no measure ${shortened(written)}`, fix);
  }
  const of = (key: string): Setting | undefined => said.find((one) => one.key === key);
  const absent = PARTS.filter((part) => of(part) === undefined);
  const lacking = absent.filter((part) => !refused.has(`bonus.${measure}.${part}`));
  if (absent.length > lacking.length) return undefined;
  if (lacking.length > 0) {
    const fix = `add ${lacking.map((part) => `${part} = ${BONUS_MEASURE[part]?.example}`).join(', ')}`;
    return tell(said[0], 'config-bad-value', `[${section}] says no ${lacking.join(' and no ')}`, fix);
  }
  const [floor, goal] = [figureOf(of('floor'), measure, tell), figureOf(of('goal'), measure, tell)];
  const weight = parseRatio(of('weight')?.text ?? '');
  const share = weight && fraction(weight.numerator, weight.denominator);
  if (floor === undefined || goal === undefined || share === undefined) return undefined;
  if (compareFractions(floor, goal) === 0) {
    return tell(
      of('goal'),
      'config-bad-value',
      `[${section}] goal is its floor: nothing lies between them`,
      'write another of the two',
      of('goal')?.text,
    );
  }
  return { measure, weight: share, floor, goal };
}

function figureOf(at: Setting | undefined, measure: BonusMeasure, tell: Tell): Fraction | undefined {
  const found = parseBonusFigure(at?.text ?? '', BONUS_UNITS[measure]);
  return (
    found ?? tell(at, 'config-bad-value', `[bonus] ${at?.key} of ${measure} is no percentage`, 'write it without %', at?.text)
  );
}

/** Shares of which one is missing, or which are more than the whole, pay another sum than the target. */
function weightsOf(terms: readonly BonusTerm[], said: readonly Setting[], tell: Tell): void {
  const sum = terms.reduce((total, { weight }) => plus(total, weight), whole(0));
  if (compareFractions(sum, whole(1)) === 0) return;
  const last = said.findLast(({ key }) => key === 'weight');
  const fix = 'write shares that come to 1, as 60% and 40%';
  tell(last, 'config-bad-value', `[bonus] weights come to ${rounded(sum, 6)}`, fix, last?.text);
}
