// How did DSO move? A line a measure, with its first and last month, its bounds, and a bar a month.
import type { Currency } from '../../core/currency.ts';
import { type Fraction, minus } from '../../core/fraction.ts';
import { type Word, word } from '../../core/word.ts';
import type { DsoRow } from '../../measures/dso/dso-row.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, type Section, text } from '../report.ts';
import { daysCell, seriesCell } from './dso-cells.ts';

type Measure = { readonly key: string; readonly name: Word; readonly of: (row: DsoRow) => Fraction | undefined };

const MEASURES: readonly Measure[] = [
  {
    key: 'dso_count_back',
    name: word('DSO, counted back', 'DSO par épuisement'),
    // What has no end is no point of a line.
    of: ({ countBack }) => (countBack?.isMore === false ? countBack.days : undefined),
  },
  { key: 'dso', name: word('DSO, simple', 'DSO comptable'), of: ({ simple }) => simple },
  { key: 'dso_best_possible', name: word('DSO, best possible', 'DSO optimal'), of: ({ bestPossible }) => bestPossible },
  { key: 'dso_delinquent', name: word('DSO, delinquent', 'DSO de retard'), of: ({ delinquent }) => delinquent },
  { key: 'days_to_pay', name: word('Days to pay', 'Délai de règlement'), of: ({ flow }) => flow.daysToPay },
  { key: 'days_late', name: word('Days late', 'Retard moyen'), of: ({ flow }) => flow.daysLate },
];

const days = (key: string, en: string, fr: string): Column => ({ key, head: word(en, fr), kind: 'number' });

/** `rows` by month, oldest first. */
export function trendSection(rows: readonly DsoRow[]): Section {
  const currencies = [...new Set(rows.map(({ group }) => group.currency))].sort();
  const lines = currencies.flatMap((currency) => MEASURES.map((measure) => ({ currency, measure })));
  return {
    name: 'trend',
    title: word('Month by month', 'Mois par mois'),
    columns: [
      { key: 'measure', head: word('Measure', 'Mesure'), kind: 'code' },
      { key: 'currency', head: words.currency, kind: 'text', spare: currencies.length > 1 ? 0 : 1 },
      ...[days('first', 'First', 'Premier'), days('last', 'Last', 'Dernier'), days('change', 'Change', 'Variation')],
      { key: 'series', head: word('Oldest to latest', 'Du plus ancien au dernier'), kind: 'series' },
    ],
    rows: { count: lines.length, at: (i) => cellsOf(rows, lines[i] as (typeof lines)[number]) },
    totals: [],
    notes: [],
  };
}

function cellsOf(
  rows: readonly DsoRow[],
  { currency, measure }: { readonly currency: Currency; readonly measure: Measure },
): Cell[] {
  const values = rows.filter(({ group }) => group.currency === currency).map(measure.of);
  const [first, last] = [values.at(0), values.at(-1)];
  return [
    { kind: 'code', key: measure.key, word: measure.name },
    text(currency),
    ...[daysCell(first), daysCell(last), daysCell(first === undefined || last === undefined ? undefined : minus(last, first))],
    seriesCell(values),
  ];
}
