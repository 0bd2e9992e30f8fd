// Where do collection rate, recovery on overdue and a bonus come from? The lines of `ar dso --explain` for what was collected in a month (rules §1.3).
import { word } from '../../core/word.ts';
import type { Bonus } from '../../measures/dso/bonus.ts';
import type { DsoRequest } from '../../measures/dso/dso.ts';
import type { DsoRow } from '../../measures/dso/dso-row.ts';
import { cashWord, type Line, salesWord } from './dso-lines.ts';

export function ofCollection(request: DsoRequest): Line[] {
  const source = cashWord(1);
  const sales = salesWord(request);
  return [
    {
      key: 'collected',
      formula: word(
        'Σ money received, on account too; no credit note, write-off or set-off',
        'Σ encaissements, même non affectés ; ni avoir, ni perte, ni compensation',
      ),
      source,
      say: ({ collection: { cash } }, { money }) => (cash === undefined ? undefined : money(cash)),
    },
    {
      key: 'collection_rate',
      formula: word(
        'cash collected in the month ÷ (receivable at its begin + sales)',
        'encaissé du mois ÷ (créances au début + ventes)',
      ),
      source: word(`${source.en}; ${sales.en}`, `${source.fr} ; ${sales.fr}`),
      say: ({ collection: { cash, rate }, opening, sales: sold }, { money, percent }) =>
        cash === undefined || opening === undefined || sold === undefined
          ? undefined
          : `${money(cash)} ÷ (${money(opening)} + ${money(sold)}) = ${rate === undefined ? 'n/a' : percent(rate)}`,
    },
    {
      key: 'overdue_recovery',
      formula: word(
        'cash collected in the month on what was overdue at its begin ÷ what was overdue then',
        'encaissé du mois sur l’échu du début ÷ échu du début',
      ),
      source,
      say: ({ collection: { overdueCollected, overdueOpening, recovery } }, { money, percent }) =>
        overdueCollected === undefined || overdueOpening === undefined
          ? undefined
          : `${money(overdueCollected)} ÷ ${money(overdueOpening)} = ${recovery === undefined ? 'n/a' : percent(recovery)}`,
    },
  ];
}

/** `bonusOf`: undefined where none is asked for. */
export function ofBonus(bonusOf: ((row: DsoRow) => Bonus) | undefined): Line[] {
  if (bonusOf === undefined) return [];
  return [
    {
      key: 'bonus',
      formula: word(
        'target × Σ weight × (actual − floor) ÷ (goal − floor), each between 0 and 1.2',
        'prime cible × Σ poids × (réalisé − plancher) ÷ (objectif − plancher), chacun entre 0 et 1,2',
      ),
      source: word('[bonus] of ar.toml; the columns of the report', '[bonus] de ar.toml ; colonnes du rapport'),
      say: (row, { money, percent, ratio }) => {
        const { target, amount, parts } = bonusOf(row);
        if (target === undefined || amount === undefined) return undefined;
        const of = parts.map(
          ({ term, reached }) => `${percent(term.weight)} × ${reached === undefined ? '0 (n/a)' : ratio(reached)}`,
        );
        return `${money(target)} × (${of.join(' + ')}) = ${money(amount)}`;
      },
    },
  ];
}
