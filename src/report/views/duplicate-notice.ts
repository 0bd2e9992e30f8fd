// Which invoices does a notice of unpaid tax name? Each with its date, without tax, its tax and both (CGI art. 272-1).
import { minor } from '../../core/money.ts';
import { word } from '../../core/word.ts';
import type { DuplicateNotice } from '../../measures/provision/notices.ts';
import { words } from '../../text/words.ts';
import { type Cell, NONE, type Section, text } from '../report.ts';

export function noticeTable({ lines, currency }: DuplicateNotice): Section {
  const money = (amount: number): Cell => ({ kind: 'money', amount: minor(amount), currency });
  const [net, tax] = (['net', 'tax'] as const).map((part) => lines.reduce((sum, line) => sum + line[part], 0)) as [
    number,
    number,
  ];
  return {
    name: 'invoices',
    title: word('', ''),
    columns: [
      { key: 'document', head: word('Invoice', 'Facture'), kind: 'text' },
      { key: 'date', head: words.date, kind: 'day' },
      { key: 'currency', head: words.currency, kind: 'text' },
      { key: 'net', head: word('Without tax', 'Prix net (HT)'), kind: 'money' },
      { key: 'tax', head: word('Tax', 'TVA correspondante'), kind: 'money' },
      { key: 'amount', head: word('With tax', 'TTC'), kind: 'money' },
    ],
    rows: {
      count: lines.length,
      at: (i) => {
        const line = lines[i] as DuplicateNotice['lines'][number];
        return [
          text(line.document),
          { kind: 'day', day: line.date },
          text(currency),
          ...[line.net, line.tax, line.net + line.tax].map(money),
        ];
      },
    },
    totals: lines.length > 1 ? [{ currency, cells: [NONE, NONE, text(currency), ...[net, tax, net + tax].map(money)] }] : [],
    notes: [],
  };
}
