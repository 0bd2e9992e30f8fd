// What may an ar.toml say of `ar risk` ([risk])? Weights, where a sub-score is whole and nothing, classes, thresholds of signs; each in the place of one default.
import type { Diagnostic } from '../core/diagnostic.ts';
import { fold } from '../core/fold.ts';
import type { Fraction } from '../core/fraction.ts';
import { meantOf } from '../core/nearest.ts';
import { formOf, MEASURED_IN, parseFigure, parseWhole, THRESHOLD_IN } from '../policy/parse-scoring.ts';
import {
  compareFractions,
  DEFAULT_RISK,
  type Measured,
  type RiskPolicy,
  STATUS_MEANINGS,
  type StatusMeaning,
  SUB_SCORES,
  THRESHOLDS,
} from '../policy/scoring.ts';
import type { KeySpec, Section, Setting } from '../read/config/section.ts';

const OFF = 'off';
const MEASURED = Object.keys(MEASURED_IN) as Measured[];
const HISTORY = ['documents', 'months'] as const;
const LETTERS = ['A', 'B', 'C'] as const;

/** A table of one text a name; `refuse`: why a text cannot stand under its name. */
function table(names: readonly string[], noun: string, example: string, refuse: (name: string, text: string) => string): KeySpec {
  return {
    ...{ takes: 'pairs', bareParts: true, example },
    refuse: (given) => {
      const at = given.indexOf('=');
      const [name, text] = [given.slice(0, at), given.slice(at + 1)];
      if (!names.includes(name)) return `knows no ${noun} "${name}"${meantOf(name, names)}`;
      return refuse(name, text) || undefined;
    },
  };
}

const figures = (example: string): KeySpec =>
  table(MEASURED, 'sub-score with a figure', example, (name, text) => {
    const unit = MEASURED_IN[name as Measured];
    return parseFigure(text, unit) === undefined ? `${name} takes ${formOf(unit)}` : '';
  });

export const RISK: Section = {
  weights: table(SUB_SCORES, 'sub-score', '{ days_late = 25 }', (name, text) =>
    parseWhole(text, 1000) === undefined ? `${name} takes a whole number from 0 to 1000` : '',
  ),
  best: figures('{ usage = "80%" }'),
  worst: figures('{ days_late = 60 }'),
  classes: table(LETTERS, 'class with a least score', '{ A = 80 }', (name, text) =>
    parseWhole(text, 100) === undefined ? `${name} takes a whole number from 0 to 100` : '',
  ),
  signs: table(THRESHOLDS, 'threshold', '{ oldest = 60 }', (name, text) => {
    const unit = THRESHOLD_IN[name as keyof typeof THRESHOLD_IN];
    if (name === 'round_sum' && text === OFF)
      return 'round_sum is the unit of round sums; round_payments = "off" leaves that sign out';
    return text === OFF || parseFigure(text, unit) !== undefined ? '' : `${name} takes ${formOf(unit)}, or "off"`;
  }),
  history: table(HISTORY, 'measure of a history', '{ documents = 3 }', (name, text) =>
    parseWhole(text, 1000) === undefined ? `${name} takes a whole number from 0 to 1000` : '',
  ),
  statuses: {
    takes: 'pairs',
    example: '{ watched = "blocked" }',
    refuse: (given) => {
      const known: readonly string[] = STATUS_MEANINGS;
      return known.includes(given.slice(given.indexOf('=') + 1)) ? undefined : `takes one of ${STATUS_MEANINGS.join(', ')}`;
    },
  },
};

/** The defaults with what is said in their place, and what of it does not fit together. */
export function riskPolicyOf(
  settings: readonly Setting[],
  file: string,
): { readonly policy: RiskPolicy; readonly mistakes: readonly Diagnostic[] } {
  const said = settings.filter(({ section }) => section === 'risk');
  const of = <V>(key: string, read: (text: string, name: string) => V): { readonly [name: string]: V } =>
    Object.fromEntries(
      said.flatMap(({ key: at, part, text }) => (at === key && part !== undefined ? [[part, read(text, part)] as const] : [])),
    );
  const figure = (text: string, name: string): Fraction => parseFigure(text, MEASURED_IN[name as Measured]) as Fraction;
  const whole = (text: string): number => Number(text);
  const policy: RiskPolicy = {
    weights: { ...DEFAULT_RISK.weights, ...of('weights', whole) },
    best: { ...DEFAULT_RISK.best, ...of('best', figure) },
    worst: { ...DEFAULT_RISK.worst, ...of('worst', figure) },
    classes: { ...DEFAULT_RISK.classes, ...of('classes', (text) => Number(text) * 100) },
    signs: {
      ...DEFAULT_RISK.signs,
      ...of('signs', (text, name) =>
        text === OFF ? undefined : parseFigure(text, THRESHOLD_IN[name as keyof typeof THRESHOLD_IN]),
      ),
    },
    statuses: new Map(
      Object.entries(of('statuses', (text) => text as StatusMeaning)).map(([text, is]) => [fold(text.trim()), is]),
    ),
    history: { ...DEFAULT_RISK.history, ...of('history', whole) },
  };
  return { policy, mistakes: misfits(policy, said, file) };
}

/** Values that are each sound and contradict one another. */
function misfits({ weights, best, worst, classes }: RiskPolicy, said: readonly Setting[], file: string): Diagnostic[] {
  const tell = (keys: readonly string[], part: string | undefined, what: string, fix: string): Diagnostic => {
    const at = said.findLast((one) => keys.includes(one.key) && (part === undefined || one.part === part));
    return { code: 'config-bad-value', file, line: at?.line, value: at?.text, what, fix };
  };
  const found: Diagnostic[] = [];
  if (Object.values(weights).every((weight) => weight === 0)) {
    found.push(tell(['weights'], undefined, '[risk] weights are all 0', 'give a weight to one sub-score at least'));
  }
  for (const key of MEASURED) {
    if (compareFractions(best[key], worst[key]) < 0) continue;
    found.push(
      tell(
        ['best', 'worst'],
        key,
        `[risk] the sub-score ${key} is 100 up to a figure that is not below the one from which on it is 0`,
        `write a smaller best.${key} or a larger worst.${key}`,
      ),
    );
  }
  if (classes.A <= classes.B || classes.B <= classes.C) {
    found.push(
      tell(
        ['classes'],
        undefined,
        '[risk] classes: A, B and C begin at descending scores',
        'write them as { A = 80, B = 60, C = 40 }',
      ),
    );
  }
  return found;
}
