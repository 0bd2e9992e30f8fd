// What does a notice of unpaid tax say? The law's wording, and which invoices: each with its date, without tax, its tax and both (CGI art. 272-1).
import type { Currency } from '../../core/currency.ts';
import { minor } from '../../core/money.ts';
import { word } from '../../core/word.ts';
import type { DuplicateNotice, NoticeLine } from '../../measures/provision/notices.ts';
import { amountFor } from '../../text/amounts.ts';
import { words } from '../../text/words.ts';
import { type Cell, NONE, type Section, text } from '../report.ts';

/** Letter for letter as the administration gives it, the apostrophe included; in French whatever the language of the run. */
export function noticeWording(lines: readonly Pick<NoticeLine, 'net' | 'tax'>[], currency: Currency): string {
  const sum = (part: 'net' | 'tax'): string => {
    const amount = lines.reduce((whole, line) => whole + line[part], 0);
    return `${amountFor('fr', amount, currency)}\u00a0${currency === 'EUR' ? '€' : currency}`;
  };
  return `Facture demeurée impayée pour la somme de ${sum('net')} (prix net) et pour la somme de ${sum('tax')} (TVA correspondante) qui ne peut faire l'objet d'une déduction (article 272 du CGI)`;
}

export function noticeTable({ lines, currency }: DuplicateNotice): Section {
  const money = (amount: number): Cell => ({ kind: 'money', amount: minor(amount), currency });
  const [net, tax] = (['net', 'tax'] as const).map((part) => lines.reduce((sum, line) => sum + line[part], 0)) as [
    number,
    number,
  ];
  const hasLabels = lines.some(({ label }) => label.trim() !== '');
  return {
    name: 'invoices',
    title: word('', ''),
    columns: [
      { key: 'document', head: word('Invoice', 'Facture'), kind: 'text' },
      ...(hasLabels ? [{ key: 'label', head: word('Label', 'Libellé'), kind: 'text' } as const] : []),
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
          line.document === '' ? UNNUMBERED : text(line.document),
          ...(hasLabels ? [text(line.label)] : []),
          { kind: 'day', day: line.date },
          text(currency),
          ...[line.net, line.tax, line.net + line.tax].map(money),
        ];
      },
    },
    totals:
      lines.length > 1
        ? [{ currency, cells: [NONE, ...(hasLabels ? [NONE] : []), NONE, text(currency), ...[net, tax, net + tax].map(money)] }]
        : [],
    notes: [],
  };
}

const UNNUMBERED: Cell = { kind: 'none', as: word('no number', 'sans numéro') };
