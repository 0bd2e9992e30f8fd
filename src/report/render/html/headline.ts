// What does the reader want to know first? The totals a view calls the headline, one group a currency, above all else.
import type { Lang } from '../../../core/word.ts';
import type { Section } from '../../report.ts';
import { escapedHtml } from '../html-table.ts';
import { shown } from '../people.ts';

/** Nothing where the view names none, or no totals are. */
export function headlineHtml({ headline = [], columns, totals }: Section, lang: Lang): string {
  const places = headline.map((key) => columns.findIndex((column) => column.key === key)).filter((place) => place >= 0);
  if (places.length === 0 || totals.length === 0) return '';
  const groups = totals.map(({ currency, cells }) => {
    const figures = places.flatMap((place) => {
      const cell = cells[place];
      const head = columns[place]?.head[lang] ?? '';
      if (cell === undefined || cell.kind === 'none') return [];
      return [
        `<div><dt>${escapedHtml(head)} <span>${escapedHtml(currency)}</span></dt><dd>${escapedHtml(shown(cell, lang))}</dd></div>\n`,
      ];
    });
    return `<dl>\n${figures.join('')}</dl>\n`;
  });
  return `<div class="headline">\n${groups.join('')}</div>\n`;
}
