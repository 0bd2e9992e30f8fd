// How is each figure of a document's story made? Formula, source and working, for `ar explain --explain`.
import { word } from '../../core/word.ts';
import type { Section } from '../report.ts';
import { explainSection, told } from './explain.ts';
import type { Telling } from './story-sentences.ts';

export function storyExplained({ stories, request }: Telling): Section {
  const rows = stories.list.flatMap(({ currency, postings }) => postings.map((row) => ({ currency, row })));
  const amount = (row: number): number => stories.amount(row);
  const open = (row: number): number => stories.detail.open[row] as number;
  const events = stories.list.map(({ currency, events: all }) => ({
    currency,
    issued: all.reduce((sum, e) => sum + (e.later || e.event !== 'issued' ? 0 : e.effect), 0),
    settled: all.reduce((sum, e) => sum + (e.later || e.event !== 'settled' ? 0 : e.effect), 0),
  }));
  const late = rows.filter(({ row }) => open(row) !== 0 && request.buckets.list[stories.detail.bucket(row)] !== undefined);
  const days = late.map(({ row }) => String(stories.detail.daysLate(row))).join('; ');
  return explainSection([
    {
      key: 'open',
      formula: word('amount − settled', 'montant − soldé'),
      source: word('settled anew from the postings known on the day', 'soldé à nouveau d’après les écritures connues au jour'),
      ...told(rows, ({ row }, money) => `${money(amount(row))} − ${money(amount(row) - open(row))} = ${money(open(row))}`),
    },
    {
      key: 'open_after',
      formula: word('Σ issued + Σ settled, up to the event', 'Σ émissions + Σ soldes, jusqu’à l’événement'),
      source: word('proved against what is open', 'rapproché du restant dû'),
      ...told(events, ({ issued, settled }, money) => `${money(issued)} + ${money(settled)} = ${money(issued + settled)}`),
    },
    {
      key: 'days_late',
      formula: word('as-of day − due day', 'date d’arrêté − échéance'),
      source: word('due day, else the day of the document', 'échéance, à défaut date de la pièce'),
      working: word(days, days),
      plain: days,
    },
  ]);
}
