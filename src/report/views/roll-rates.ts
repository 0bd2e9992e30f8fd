// How were rates of loss found in the ledger's own history? The mean roll out of each bucket, from how many months, and what is lost of it in the end.
import { compareUnits } from '../../core/fold.ts';
import { type Fraction, rounded } from '../../core/fraction.ts';
import { word } from '../../core/word.ts';
import type { RollRates } from '../../measures/provision/roll-rates.ts';
import type { Buckets } from '../../policy/buckets.ts';
import { words } from '../../text/words.ts';
import { type Cell, NOT_AVAILABLE, type Section, text } from '../report.ts';

export function rollRatesSection(history: readonly RollRates[], { list }: Buckets, months: number): Section {
  const sorted = [...history].sort((a, b) => compareUnits(`${a.currency} ${a.segment}`, `${b.currency} ${b.segment}`));
  const lines = sorted.flatMap((of) => list.map((bucket, at) => ({ of, bucket, at })));
  const share = (rate: Fraction | undefined): Cell =>
    rate === undefined ? NOT_AVAILABLE : { kind: 'percent', share: rounded(rate, 10), decimals: 4 };
  const isLast = (at: number): boolean => at === list.length - 1;
  return {
    name: 'history',
    title: word('Rates from the ledger’s own history', 'Taux tirés de l’historique du grand livre'),
    columns: [
      { key: 'currency', head: words.currency, kind: 'text' },
      {
        key: 'segment',
        head: word('Segment', 'Segment'),
        kind: 'text',
        spare: sorted.every((one) => one.segment === '') ? 9 : 0,
      },
      { key: 'bucket', head: words.bucket, kind: 'code' },
      { key: 'months', head: word('Months', 'Mois'), kind: 'days' },
      { key: 'roll', head: word('Rolls on', 'Passe à la suivante'), kind: 'percent' },
      { key: 'loss_rate', head: word('Loss rate', 'Taux de perte'), kind: 'percent' },
    ],
    rows: {
      count: lines.length,
      at: (i) => {
        const { of, bucket, at } = lines[i] as (typeof lines)[number];
        return [
          text(of.currency),
          text(of.segment),
          { kind: 'code', key: bucket.key, word: bucket.label },
          isLast(at) ? { kind: 'none' } : { kind: 'days', days: of.months[at] as number },
          isLast(at) ? share(of.lastLoss) : share(of.rolls[at]),
          share(of.rates?.[at]),
        ];
      },
    },
    totals: [],
    notes: [
      word(
        `Roll = open in the next bucket at a month’s end ÷ open in this one a month before, mean of ${months} months; of the last bucket what is lost of it. Loss rate = product of the rolls on the way. Disputes are left out; n/a where nothing stood there, and the rates of the policy hold instead.`,
        `Passage = ouvert dans la tranche suivante en fin de mois ÷ ouvert dans celle-ci un mois avant, moyenne de ${months} mois ; pour la dernière, ce qui en est perdu. Taux de perte = produit des passages. Hors litiges ; n. d. si rien ne s’y trouvait, et les taux de la règle s’appliquent alors.`,
      ),
    ],
  };
}
