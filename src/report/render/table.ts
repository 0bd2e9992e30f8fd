// A report for a terminal: laid out to its width (layout.ts), with totals, the rules applied and the control line.
import { type Lang, word } from '../../core/word.ts';
import { visible } from '../../text/visible.ts';
import type { Cell, Column, Section } from '../report.ts';
import { cut, type Layout, layOut, type Placed, widthOf, wrapped } from './layout.ts';
import { controlLines, forPeople, notesOf, shown, spoken, standsRight } from './people.ts';
import type { Render, RenderOptions } from './renderer.ts';
import { widthOfText } from './width.ts';

const BOLD = ['\u001b[1m', '\u001b[22m'] as const;
const DIM = ['\u001b[2m', '\u001b[22m'] as const;

const TOTAL_WIDTH = 'Total EUR'.length;

export const table: Render = function* (report, options) {
  const { lang } = options;
  const bold = painter(options, BOLD);
  const dim = painter(options, DIM);
  yield `${bold(report.title[lang])}\n`;
  for (const section of report.sections.map(forPeople)) {
    if (section.title[lang] !== report.title[lang]) yield `\n${bold(section.title[lang])}\n`;
    const { rows, quiet } = spoken(section);
    if (rows.length > 0) {
      const layout = layoutOf(section, rows, options);
      yield `\n${lines(layout, ({ column }) => column.head[lang])
        .map(bold)
        .join('')}`;
      for (const i of rows) {
        const cells = section.rows.at(i);
        yield lines(layout, ({ index }) => told(cells[index] as Cell, lang)).join('');
      }
      if (section.totals.length > 0) yield dim(`${'─'.repeat(Math.min(widthOf(layout), options.width))}\n`);
      for (const { cells } of section.totals)
        yield lines(layout, (placed) => totalText(cells, placed, layout, lang))
          .map(bold)
          .join('');
      yield notes([...leftOut(layout, lang), ...notesOf(section, quiet, lang)], options.width, dim);
    } else yield notes(notesOf(section, quiet, lang), options.width, dim);
  }
  const control = controlLines(report, lang);
  if (control.length > 0) yield `\n${control.flatMap((line) => wrapped(line, options.width).map((l) => `${l}\n`)).join('')}`;
};

/** The totals' line is named in the first column shown: "Total EUR". */
function totalText(cells: readonly Cell[], { index, column }: Placed, layout: Layout, lang: Lang): string {
  const cell = cells[index] as Cell;
  if (layout.lines[0]?.[0]?.index !== index) return column.key === 'currency' || cell.kind !== 'text' ? told(cell, lang) : '';
  const money = cells.find((c) => c.kind === 'money');
  return `Total${money?.kind === 'money' ? ` ${money.currency}` : ''}`;
}

/** Characters of a text that a table shows at most: a damaged file has cells of a megabyte. Other formats hold them whole. */
const LONGEST = 240;

function told(cell: Cell, lang: Lang): string {
  const text = shown(cell, lang);
  return visible(text.length <= LONGEST ? text : cut(text.slice(0, 2 * LONGEST), LONGEST));
}

function layoutOf(section: Section, rows: readonly number[], options: RenderOptions): Layout {
  const natural = section.columns.map((column) => widthOfText(column.head[options.lang]));
  const measure = (cells: readonly Cell[]): void => {
    cells.forEach((cell, i) => {
      if (cell.kind !== 'none') natural[i] = Math.max(natural[i] as number, widthOfText(told(cell, options.lang)));
    });
  };
  for (const i of rows) measure(section.rows.at(i));
  for (const { cells } of section.totals) measure(cells);
  // Amounts of several currencies must not stand below one another unnamed.
  const severalCurrencies = section.totals.length > 1;
  const spareOf = (column: Column): number => (column.key === 'currency' && severalCurrencies ? 0 : (column.spare ?? 0));
  for (;;) {
    const layout = layOut(section.columns, natural, options.width, spareOf);
    const first = layout.lines[0]?.[0];
    if (first === undefined || section.totals.length === 0 || (natural[first.index] as number) >= TOTAL_WIDTH) return layout;
    // The first column shown holds the name of the totals' line as well; one that finds no room that way makes another the first.
    natural[first.index] = TOTAL_WIDTH;
  }
}

/** The lines of one row: one a line of the layout, more where a text is wrapped. */
function lines(layout: Layout, textOf: (placed: Placed) => string): string[] {
  return layout.lines.flatMap((placedLine) => {
    const texts = placedLine.map((placed) => {
      const text = textOf(placed);
      if (placed.column.flow === 'wrap') return wrapped(text, placed.width);
      return [placed.column.flow === 'cut' ? cut(text, placed.width) : text];
    });
    const height = Math.max(...texts.map((t) => t.length));
    return Array.from(
      { length: height },
      (_, h) =>
        `${placedLine
          .map((placed, i) => padded(texts[i]?.[h] ?? '', placed))
          .join(' '.repeat(layout.gap))
          .trimEnd()}\n`,
    );
  });
}

function padded(text: string, { width, column }: Placed): string {
  const pad = ' '.repeat(Math.max(0, width - widthOfText(text)));
  return standsRight(column.kind) ? pad + text : text + pad;
}

function leftOut(layout: Layout, lang: Lang): string[] {
  if (layout.left.length === 0) return [];
  // A heading that is shortened ends with a point of its own.
  const heads = layout.left
    .map((column) => column.head[lang])
    .join(', ')
    .replace(/\.$/, '');
  return [word(`Not shown at this width: ${heads}.`, `Sans place à cette largeur : ${heads}.`)[lang]];
}

function notes(sentences: readonly string[], width: number, dim: (text: string) => string): string {
  if (sentences.length === 0) return '';
  return `\n${sentences.flatMap((sentence) => wrapped(sentence, width).map((line) => dim(`${line}\n`))).join('')}`;
}

/** Codes never span a line break: a pager shows each line as it should be. */
function painter(options: RenderOptions, [on, off]: readonly [string, string]): (text: string) => string {
  return options.colour
    ? (text) => (text.endsWith('\n') ? `${on}${text.slice(0, -1)}${off}\n` : `${on}${text}${off}`)
    : (text) => text;
}
