// How is a bonus shown? What it comes to, a line a currency, customer or group on the as-of day; and what each measure gives of it.
import { type Fraction, times } from '../../core/fraction.ts';
import { word } from '../../core/word.ts';
import type { Bonus, BonusPart } from '../../measures/dso/bonus.ts';
import type { DsoRow } from '../../measures/dso/dso-row.ts';
import { BONUS_UNITS, type BonusMeasure } from '../../policy/bonus.ts';
import { type Cell, NONE, type Section } from '../report.ts';
import { type DsoLines, headOf } from './dso.ts';
import { daysCell, moneyCell, ratioCell, shareCell } from './dso-cells.ts';

/** `bonusOf`: undefined where none is asked for. */
export function bonusSections(
  rows: readonly DsoRow[],
  lines: DsoLines,
  bonusOf: ((row: DsoRow) => Bonus) | undefined,
): Section[] {
  if (bonusOf === undefined) return [];
  const all = rows.map(bonusOf);
  return [bonusSection(all, lines), measuresSection(all, lines)];
}

function bonusSection(all: readonly Bonus[], { heads, who }: DsoLines): Section {
  const isLacking = all.some(({ parts }) => parts.some(({ reached }) => reached === undefined));
  const isElsewhere = all.some(({ target }) => target === undefined);
  return {
    name: 'bonus',
    title: word('Bonus', 'Prime'),
    columns: [
      ...heads,
      { key: 'target', head: word('Target', 'Cible'), kind: 'money' },
      { key: 'reached', head: word('Reached', 'Atteint'), kind: 'percent' },
      { key: 'bonus', head: word('Bonus', 'Prime'), kind: 'money' },
      { key: 'not_available', head: word('Gives nothing', 'Ne donne rien'), kind: 'code', flow: 'wrap' },
    ],
    rows: {
      count: all.length,
      at: (i) => {
        const { row, target, reached, amount, parts } = all[i] as Bonus;
        const { currency } = row.group;
        return [
          ...who(row),
          target === undefined ? NONE : moneyCell(target, currency),
          shareCell(reached),
          moneyCell(amount, currency),
          lackingCell(parts.flatMap(({ term, reached: made }) => (made === undefined ? [term.measure] : []))),
        ];
      },
    },
    totals: [],
    follows: heads.map(({ key }) => key),
    notes: [
      word(
        'Bonus = target × Σ weight × (actual − floor) ÷ (goal − floor), each between 0 and 1.2; exact, rounded once.',
        'Prime = cible × Σ poids × (réalisé − plancher) ÷ (objectif − plancher), chacun entre 0 et 1,2 ; exact, arrondi une fois.',
      ),
      ...(isLacking ? [word('A measure that is n/a gives nothing.', 'Une mesure non disponible ne donne rien.')] : []),
      ...(isElsewhere
        ? [word('[bonus] says no target in a currency of these.', '[bonus] ne dit pas de cible dans une de ces devises.')]
        : []),
    ],
  };
}

function lackingCell(measures: readonly BonusMeasure[]): Cell {
  if (measures.length === 0) return NONE;
  const heads = measures.map(headOf);
  const all = word(heads.map(({ en }) => `${en} n/a`).join(', '), heads.map(({ fr }) => `${fr} n. d.`).join(', '));
  return { kind: 'code', key: measures.join(' '), word: all };
}

type Given = { readonly bonus: Bonus; readonly part: BonusPart };

function measuresSection(all: readonly Bonus[], { heads, who }: DsoLines): Section {
  const given = all.flatMap((bonus) => bonus.parts.map((part): Given => ({ bonus, part })));
  return {
    name: 'bonus_measures',
    title: word('What each measure gives', 'Ce que donne chaque mesure'),
    columns: [
      ...heads,
      { key: 'measure', head: word('Measure', 'Mesure'), kind: 'code' },
      { key: 'weight', head: word('Weight', 'Poids'), kind: 'percent' },
      { key: 'floor', head: word('Floor', 'Plancher'), kind: 'number' },
      { key: 'goal', head: word('Goal', 'Objectif'), kind: 'number' },
      { key: 'actual', head: word('Actual', 'Réalisé'), kind: 'number' },
      { key: 'reached', head: word('Reached', 'Atteint'), kind: 'number' },
      { key: 'weighted', head: word('Of the target', 'De la cible'), kind: 'percent' },
    ],
    rows: {
      count: given.length,
      at: (i) => {
        const { bonus, part } = given[i] as Given;
        const { measure, weight, floor, goal } = part.term;
        const figure = (value: Fraction | undefined): Cell => figureCell(value, measure);
        return [
          ...who(bonus.row),
          { kind: 'code', key: measure, word: headOf(measure) },
          shareCell(weight),
          ...[floor, goal, part.actual].map(figure),
          ratioCell(part.reached),
          shareCell(part.weighted),
        ];
      },
    },
    totals: [],
    follows: heads.map(({ key }) => key),
    notes: [],
  };
}

/** As the measure is shown elsewhere: days with two decimals, turns with four, shares as percent. */
function figureCell(value: Fraction | undefined, measure: BonusMeasure): Cell {
  if (value === undefined) return shareCell(undefined);
  if (BONUS_UNITS[measure] === 'percent') return shareCell(times(value, 1, 100));
  return measure === 'receivable_turns' ? ratioCell(value) : daysCell(value);
}
