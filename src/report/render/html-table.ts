// A section as a table of HTML: heads that are repeated on each printed page, amounts at the right, totals and notes. No text of a ledger is markup.
import { disarmed } from '../../core/formula.ts';
import type { Lang } from '../../core/word.ts';
import { visible } from '../../text/visible.ts';
import type { Cell, Section } from '../report.ts';
import { forPeople, notesOf, shown, spoken, standsRight } from './people.ts';

/** Texts and values of attributes alike. */
export function escapedHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The table and its notes, without its title. */
export function* htmlTable(whole: Section, lang: Lang): Iterable<string> {
  const section = forPeople(whole);
  const { rows, quiet } = spoken(section);
  const row = (tag: 'td' | 'th', cells: readonly string[]): string =>
    `<tr>${cells.map((cell, i) => `<${tag}${classOf(section, i, cell)}>${cell}</${tag}>`).join('')}</tr>\n`;
  const heads = section.columns.map(({ head }) => escapedHtml(head[lang]));
  yield `<table>\n<thead>\n${row('th', heads)}</thead>\n<tbody>\n`;
  for (const i of rows) {
    yield row(
      'td',
      section.rows.at(i).map((cell) => fromLedger(cell, lang)),
    );
  }
  yield '</tbody>\n';
  if (section.totals.length > 0) {
    const totals = section.totals.map(({ cells }) => row('td', totalCells(section, cells, lang)));
    yield `<tfoot>\n${totals.join('')}</tfoot>\n`;
  }
  yield '</table>\n';
  for (const note of notesOf(section, quiet, lang)) yield `<p class="note">${escapedHtml(note)}</p>\n`;
}

/** A word that no page is wide enough for may break anywhere; others, as a currency, never do. Entities count as the one character they are. */
const LONG_WORD = /(?:[^\s&]|&[^;]+;){25}/;

function classOf({ columns }: Section, i: number, cell: string): string {
  const kind = columns[i]?.kind ?? 'text';
  if (standsRight(kind)) return ' class="right"';
  if (kind === 'day') return ' class="day"';
  return LONG_WORD.test(cell) ? ' class="long"' : '';
}

function totalCells({ columns }: Section, cells: readonly Cell[], lang: Lang): string[] {
  return columns.map((_, i) => {
    const cell = cells[i] as Cell;
    return i === 0 && cell.kind === 'none' ? 'Total' : fromLedger(cell, lang);
  });
}

function fromLedger(cell: Cell, lang: Lang): string {
  return escapedHtml(visible(cell.kind === 'text' ? disarmed(cell.text) : shown(cell, lang)));
}
