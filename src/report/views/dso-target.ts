// How is it shown what a better DSO would bring? A line a currency, or a customer or group: days and cash, what that saves in a year, and what a project returns.
import { rounded } from '../../core/fraction.ts';
import { percentIn, percentText } from '../../core/rate.ts';
import { word } from '../../core/word.ts';
import type { Reached } from '../../measures/dso/target.ts';
import { type Cell, type Column, NONE, type Section } from '../report.ts';
import type { DsoLines } from './dso.ts';
import { daysCell, moneyCell, shareCell } from './dso-cells.ts';
import type { Reaching } from './dso-explain-details.ts';

const money = (key: string, en: string, fr: string): Column => ({ key, head: word(en, fr), kind: 'money' });
const number = (key: string, en: string, fr: string): Column => ({ key, head: word(en, fr), kind: 'number' });

export function targetSection(
  all: readonly Reached[],
  { heads, who }: Pick<DsoLines, 'heads' | 'who'>,
  { days, costOfMoney, costs }: Reaching,
): Section {
  const said = String(rounded(days, 2));
  const rate = costOfMoney === undefined ? [] : [costOfMoney];
  return {
    name: 'target',
    title: word(`What a DSO of ${said} days would bring`, `Ce qu’apporterait un DSO de ${said.replace('.', ',')} jours`),
    columns: [
      ...heads,
      ...[number('dso', 'DSO', 'DSO'), number('target', 'Target', 'Objectif'), number('days', 'Days less', 'Jours gagnés')],
      ...[
        money('cash_released', 'Cash released', 'Trésorerie libérée'),
        money('yearly_saving', 'Saved a year', 'Économie annuelle'),
      ],
      ...(costs
        ? [
            money('avoided_losses', 'Losses avoided', 'Pertes évitées'),
            money('project_cost', 'Cost of the project', 'Coût du projet'),
            { key: 'project_return', head: word('Return', 'Rendement'), kind: 'percent' as const },
            number('payback_months', 'Paid back in months', 'Amorti en mois'),
          ]
        : []),
    ],
    rows: {
      count: all.length,
      at: (i) => {
        const one = all[i] as Reached;
        const { currency } = one.row.group;
        const given = (amount: number | undefined): Cell => (amount === undefined ? NONE : moneyCell(amount, currency));
        return [
          ...who(one.row),
          ...[daysCell(one.row.simple), daysCell(days), daysCell(one.gap)],
          ...[moneyCell(one.cash, currency), costOfMoney === undefined ? NONE : moneyCell(one.saving, currency)],
          ...(costs ? [given(one.losses), given(one.cost), shareCell(one.projectReturn), daysCell(one.payback)] : []),
        ];
      },
    },
    totals: [],
    follows: heads.map(({ key }) => key),
    notes: [
      word(
        'Cash released, once: (DSO − target) × sales of a year ÷ days of a year. Negative: the target is longer than the DSO.',
        'Trésorerie libérée, une fois : (DSO − objectif) × ventes d’un an ÷ jours d’un an. Négatif : l’objectif dépasse le DSO.',
      ),
      ...rate.map((of) =>
        word(
          `Saved a year: cash released at ${percentText(of)}% (--cost-of-money).`,
          `Économie annuelle : trésorerie libérée à ${percentIn('fr', of)} (--cost-of-money).`,
        ),
      ),
    ],
  };
}
