// Until when can each late item be claimed, and by which text? The part of the account of `ar interest --legs` that a table of eighty columns has no room for beside the amounts.
import { word } from '../../core/word.ts';
import { column } from '../../ledger/ledger.ts';
import { words } from '../../text/words.ts';
import { NONE, type Section, text } from '../report.ts';
import { currencyOf, type InterestShown, limitationOf } from './interest.ts';
import { OF_ITEMS, whoOf } from './interest-legs.ts';

export function limitationSection({ ledger, items }: InterestShown): Section {
  const who = whoOf(ledger, items);
  const isFrench = items.some(({ governed: { law } }) => law.key === 'fr');
  return {
    name: 'limitation',
    follows: OF_ITEMS,
    title: word('Limitation', 'Prescription'),
    columns: [
      ...who.columns,
      { key: 'currency', head: words.currency, kind: 'text', spare: 2 },
      { key: 'document', head: words.document, kind: 'text' },
      { key: 'due', head: words.due, kind: 'day' },
      { key: 'years', head: word('Years', 'Années'), kind: 'number' },
      { key: 'limitation', head: word('Limitation', 'Prescription'), kind: 'day' },
      { key: 'source', head: word('Source', 'Source'), kind: 'text' },
    ],
    rows: {
      count: items.length,
      at: (i) => {
        const item = items[i] as (typeof items)[number];
        const { law, debtor } = item.governed;
        const period = law.lapses?.(debtor);
        return [
          ...who.cells(item),
          text(currencyOf(ledger, item)),
          text(column(ledger, 'document')?.at(item.row) ?? ''),
          { kind: 'day', day: item.due },
          period === undefined ? NONE : { kind: 'number', value: period.years, decimals: 0 },
          limitationOf(item),
          period === undefined ? NONE : text(period.source),
        ];
      },
    },
    totals: [],
    notes: isFrench
      ? [
          word(
            'Counted from the due day. Acknowledgment by the debtor, an action in court, and measures that secure or enforce the claim interrupt it (C. civ. 2240, 2241, 2244); a formal notice does not.',
            'Comptée de l’échéance. Interrompue par la reconnaissance du débiteur, la demande en justice, une mesure conservatoire ou un acte d’exécution (C. civ. 2240, 2241, 2244), et non par une mise en demeure.',
          ),
        ]
      : [word('Counted from the due day.', 'Comptée de l’échéance.')],
  };
}
