// How does a section stand on a page? As a table that a reader's machine can say aloud: a caption, headings of columns and of rows; each figure carries what it is sorted
// by; what is too wide moves in a frame of its own. Totals stand in the foot, where no sort takes them.
import type { Lang } from '../../../core/word.ts';
import { word } from '../../../core/word.ts';
import { visible } from '../../../text/visible.ts';
import { type Cell, type Column, type Section, sortValue } from '../../report.ts';
import { escapedHtml } from '../html-table.ts';
import { namedTotal, notesOf, shown, spoken, standsRight } from '../people.ts';
import type { Paper } from './paper.ts';

const NO_ROWS = word('Nothing to show.', 'Rien à afficher.');

/** `name`: what ids on the page begin with. */
export function* tableHtml(
  section: Section,
  paper: Paper,
  letters: string | undefined,
  name: string,
  lang: Lang,
): Iterable<string> {
  const { columns, totals } = section;
  const { rows, quiet } = spoken(section);
  const notes = notesOf(section, quiet, lang);
  if (rows.length > 0) {
    const caption = `${name}-table`;
    yield `<div class="frame" role="region" aria-labelledby="${caption}" tabindex="0">\n<table${letters === undefined ? '' : ` class="${letters}"`}>\n`;
    yield `<caption id="${caption}">${told(section.title[lang])}</caption>\n<thead>\n<tr>`;
    yield `${columns.map((column) => heading(column, lang)).join('')}</tr>\n</thead>\n<tbody>\n`;
    const classes = columns.map((column, c) => classOf(column, paper.widths[c] as number, lang));
    for (const i of rows) yield row(section.rows.at(i), classes, lang);
    yield '</tbody>\n';
    if (totals.length > 0) {
      const lines = totals.map(({ cells }) => row(namedTotal(cells), classes, lang)).join('');
      yield `<tfoot>\n${lines}</tfoot>\n`;
    }
    yield '</table>\n</div>\n';
  } else if (notes.length === 0) yield `<p class="note">${NO_ROWS[lang]}</p>\n`;
  if (notes.length > 0) yield `<ul class="notes">\n${notes.map((note) => `<li>${told(note)}</li>\n`).join('')}</ul>\n`;
}

/** A heading of one word, as `1–30`, is one line. */
function heading(column: Column, lang: Lang): string {
  const classes = [...(standsAtRight(column) ? ['r'] : []), ...(column.head[lang].includes(' ') ? [] : ['n'])];
  return `<th scope="col"${classes.length === 0 ? '' : ` class="${classes.join(' ')}"`}>${told(column.head[lang])}</th>`;
}

function standsAtRight({ kind }: Column): boolean {
  return standsRight(kind) || kind === 'rate' || kind === 'more_than';
}

/** A text of more characters may break, and no word of it is too long to. */
const SHORT = 14;
const LONG = 34;

/** The class of a column's cells. */
function classOf(column: Column, width: number, lang: Lang): string {
  if (standsAtRight(column)) return 'r';
  if (column.kind === 'day' || width <= SHORT) return '';
  return column.flow === 'wrap' || width > LONG || column.head[lang].length > LONG ? 'x' : 't';
}

function row(cells: readonly Cell[], classes: readonly string[], lang: Lang): string {
  let written = '<tr>';
  for (let c = 0; c < classes.length; c++) {
    const cell = cells[c] as Cell;
    const text = isolated(shown(cell, lang));
    // The first column says what a row is of; an empty heading would say nothing.
    const tag = c === 0 && text !== '' ? 'th' : 'td';
    const kind = classes[c] === '' ? '' : ` class="${classes[c]}"`;
    written += `<${tag}${tag === 'th' ? ' scope="row"' : ''}${kind}${sortedBy(cell)}>${text}</${tag}>`;
  }
  return `${written}</tr>\n`;
}

/** Texts are sorted by what is read; figures and days by what they are. */
function sortedBy(cell: Cell): string {
  if (cell.kind === 'text' || cell.kind === 'code') return '';
  const value = sortValue(cell);
  return value === undefined ? '' : ` data-v="${value}"`;
}

/** Letters that are written from right to left. */
const LEFTWARDS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/;

/** A name written from the right leaves what stands beside it where it is. */
function isolated(text: string): string {
  const safe = told(text);
  return LEFTWARDS.test(safe) ? `<bdi>${safe}</bdi>` : safe;
}

function told(text: string): string {
  return escapedHtml(visible(text));
}
