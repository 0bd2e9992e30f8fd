// A report for a terminal: laid out to its width. Amounts are never cut; long names are, visibly; a table too narrow for all
// its columns leaves out the spare ones and says which.
import stringWidth from 'string-width';
import type { Lang } from '../../core/word.ts';
import { word } from '../../core/word.ts';
import { visible } from '../../text/visible.ts';
import type { Cell, Column, Section } from '../report.ts';
import { controlLines, notesOf, shown, spoken, standsRight } from './people.ts';
import type { Render, RenderOptions } from './renderer.ts';

const GAP = 2;
const SHORTEST_NAME = 12;

const BOLD = ['\u001b[1m', '\u001b[22m'] as const;
const DIM = ['\u001b[2m', '\u001b[22m'] as const;

type Laid = {
  readonly columns: readonly { index: number; column: Column; width: number }[];
  readonly gap: number;
  readonly left: readonly Column[];
};

export const table: Render = function* (report, options) {
  const { lang } = options;
  const bold = painter(options, BOLD);
  const dim = painter(options, DIM);
  yield `${bold(report.title[lang])}\n`;
  for (const section of report.sections) {
    if (report.sections.length > 1) yield `\n${bold(section.title[lang])}\n`;
    const { rows, quiet } = spoken(section);
    const laid = layOut(section, rows, options);
    yield `\n${bold(line(laid, (_, column) => column.head[lang]))}\n`;
    for (const i of rows) {
      const cells = section.rows.at(i);
      yield `${line(laid, (index) => told(cells[index] as Cell, lang))}\n`;
    }
    if (section.totals.length > 0) yield `${dim('─'.repeat(widthOf(laid)))}\n`;
    for (const { cells } of section.totals) {
      yield `${bold(line(laid, (index, column) => totalText(cells[index] as Cell, column, laid, index, lang, cells)))}\n`;
    }
    const notes = [...leftOut(laid, lang), ...notesOf(section, quiet, lang)];
    if (notes.length > 0)
      yield `\n${notes
        .map((note) =>
          wrapped(note, options.width)
            .map((l) => `${dim(l)}\n`)
            .join(''),
        )
        .join('')}`;
  }
  const control = controlLines(report, lang);
  if (control.length > 0) yield `\n${control.map((l) => `${l}\n`).join('')}`;
};

/** The totals' line is named in the first column shown: "Total EUR". */
function totalText(cell: Cell, column: Column, laid: Laid, index: number, lang: Lang, cells: readonly Cell[]): string {
  if (laid.columns[0]?.index !== index) return column.key === 'currency' || cell.kind !== 'text' ? told(cell, lang) : '';
  const currency = cells.find((c) => c.kind === 'money');
  return `Total${currency?.kind === 'money' ? ` ${currency.currency}` : ''}`;
}

function told(cell: Cell, lang: Lang): string {
  return visible(shown(cell, lang));
}

/** Chooses columns and widths: first the gap narrows, then names are cut, then spare columns go. */
function layOut(section: Section, rows: readonly number[], options: RenderOptions): Laid {
  const widths = section.columns.map((column) => stringWidth(column.head[options.lang]));
  for (const i of rows) measure(section.rows.at(i), widths, options.lang);
  for (const { cells } of section.totals) measure(cells, widths, options.lang);
  const all = section.columns.map((column, index) => ({ index, column, width: widths[index] as number }));
  const oneCurrency = section.totals.length < 2;
  const spareOf = (column: Column): number => (column.key === 'currency' && !oneCurrency ? 0 : (column.spare ?? 0));
  const drops = [...new Set(all.map((c) => spareOf(c.column)))].filter((n) => n > 0).sort((a, b) => b - a);
  let shownColumns = all;
  for (const drop of [undefined, ...drops]) {
    if (drop !== undefined) shownColumns = shownColumns.filter((c) => spareOf(c.column) !== drop);
    for (const gap of [GAP, 1]) {
      const fitted = fittedTo(shownColumns, options.width - gap * (shownColumns.length - 1));
      if (fitted !== undefined) return { columns: fitted, gap, left: leaving(all, shownColumns) };
    }
  }
  // Narrower than the amounts themselves: the names give what they can and the lines run over, but no figure is cut.
  const shortest = shownColumns.map((c) => (c.column.cut === true ? { ...c, width: Math.min(c.width, SHORTEST_NAME) } : c));
  return { columns: shortest, gap: 1, left: leaving(all, shownColumns) };
}

type Sized = Laid['columns'][number];

/** The columns at the width given, cutting those that may be cut; undefined when even that does not fit. */
function fittedTo(columns: readonly Sized[], width: number): Sized[] | undefined {
  const fixed = columns.reduce((sum, c) => sum + (c.column.cut === true ? 0 : c.width), 0);
  const cuttable = columns.filter((c) => c.column.cut === true);
  const wanted = cuttable.reduce((sum, c) => sum + c.width, 0);
  if (fixed + wanted <= width) return [...columns];
  const share = cuttable.length === 0 ? 0 : Math.floor((width - fixed) / cuttable.length);
  if (share < SHORTEST_NAME) return undefined;
  return columns.map((c) => (c.column.cut === true ? { ...c, width: Math.min(c.width, share) } : c));
}

function leaving(all: readonly Sized[], kept: readonly Sized[]): Column[] {
  return all.filter((c) => !kept.some((k) => k.index === c.index)).map((c) => c.column);
}

function measure(cells: readonly Cell[], widths: number[], lang: Lang): void {
  cells.forEach((cell, i) => {
    if (cell.kind === 'none') return;
    const width = stringWidth(told(cell, lang));
    if (width > (widths[i] as number)) widths[i] = width;
  });
}

function line(laid: Laid, textOf: (index: number, column: Column) => string): string {
  return laid.columns
    .map(({ index, column, width }) => {
      const text = column.cut === true ? cut(textOf(index, column), width) : textOf(index, column);
      const pad = ' '.repeat(Math.max(0, width - stringWidth(text)));
      return standsRight(column.kind) ? pad + text : text + pad;
    })
    .join(' '.repeat(laid.gap))
    .trimEnd();
}

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    const more = stringWidth(segment);
    if (used + more > width - 1) break;
    kept += segment;
    used += more;
  }
  return `${kept}…`;
}

function widthOf(laid: Laid): number {
  return laid.columns.reduce((sum, c) => sum + c.width, 0) + laid.gap * (laid.columns.length - 1);
}

function leftOut(laid: Laid, lang: Lang): string[] {
  if (laid.left.length === 0) return [];
  const heads = laid.left.map((column) => column.head[lang]).join(', ');
  return [word(`Not shown at this width: ${heads}.`, `Sans place à cette largeur : ${heads}.`)[lang]];
}

/** Breaks a sentence at spaces; French keeps its no-break spaces. */
function wrapped(sentence: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of sentence.split(' ')) {
    if (current !== '' && stringWidth(current) + 1 + stringWidth(piece) > width) {
      lines.push(current);
      current = piece;
    } else current = current === '' ? piece : `${current} ${piece}`;
  }
  return current === '' ? lines : [...lines, current];
}

function painter(options: RenderOptions, [on, off]: readonly [string, string]): (text: string) => string {
  return options.colour ? (text) => `${on}${text}${off}` : (text) => text;
}
