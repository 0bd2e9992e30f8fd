// How does the receivable of a DSO come out of the aged balance? A line a currency, from its total to the receivable.
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import type { Dso } from '../../measures/dso/dso.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, type Section, text } from '../report.ts';

const money = (key: string, head: Word): Column => ({ key, head, kind: 'money' });

export function reconciliationSection({ bridges, slots }: Dso): Section {
  const order = slots.currencies
    .map((_, i) => i)
    .sort((a, b) => ((slots.currencies[a] as string) < (slots.currencies[b] as string) ? -1 : 1));
  return {
    name: 'reconciliation',
    title: word('From the aged balance to the receivable', 'De la balance âgée aux créances'),
    columns: [
      { key: 'currency', head: words.currency, kind: 'text' },
      money('age_total', word('Total of ar age', 'Total de ar age')),
      money('doubtful', word('− doubtful', '− douteux')),
      money('retentions', word('− retentions', '− retenues')),
      money('accruals', word('− accruals', '− à établir')),
      money('in_credit', word('− customers in credit', '− clients créditeurs')),
      money('receivable', word('= receivable', '= créances')),
    ],
    rows: {
      count: order.length,
      at: (i) => {
        const at = order[i] as number;
        const currency = slots.currencies[at] as (typeof slots.currencies)[number];
        const { total, aside, inCredit, receivable } = bridges[at] as (typeof bridges)[number];
        return [
          text(currency),
          ...[total, ...aside, inCredit, receivable].map((amount): Cell => ({ kind: 'money', amount: minor(amount), currency })),
        ];
      },
    },
    totals: [],
    notes: [],
  };
}
