// How does a section stand on its sheet? The heading, which stays in sight, is filtered by and is printed on each page; the rows of the csv;
// below a gap, out of reach of filter and sort, a line of totals a currency.
import type { Lang } from '../../../core/word.ts';
import type { Cell, Column, Section } from '../../report.ts';
import { lengthOfCell } from '../cell-length.ts';
import { namedTotal, standsRight } from '../people.ts';
import { widthOfText } from '../width.ts';
import { cellXml, heldOf, letters } from './cell.ts';
import type { Look, Styles } from './styles.ts';
import type { Texts } from './texts.ts';
import { MAIN, XML } from './xml.ts';

/** The rows a section takes: the heading, its own, and its totals below a gap. */
function rowsTaken({ rows, totals }: Section): number {
  return 1 + rows.count + (totals.length === 0 ? 0 : 1 + totals.length);
}

/** What filter and print headings refer to: `A1:K27`, from the heading to the last row. */
export function tableOf({ columns, rows }: Section): string {
  return `A1:${letters(columns.length - 1)}${rows.count + 1}`;
}

const WRAPPED: Look = { align: 'wrap' };
const TOTAL: Look = { font: 'bold', line: 'total' };

/** What all sheets of a workbook share. */
export type Shared = { readonly lang: Lang; readonly styles: Styles; readonly texts: Texts; readonly tooLong: () => void };

export function* sheetXml(section: Section, shared: Shared, isFirst: boolean): Iterable<string> {
  const { columns, rows, totals } = section;
  const { lang, styles, texts, tooLong } = shared;
  const at = columns.map((_, c) => letters(c));
  const wide = widths(section, lang);
  const wraps = columns.map(({ flow }): Look | undefined => (flow === 'wrap' ? WRAPPED : undefined));
  const line = (cells: readonly Cell[], row: number, more: Look | undefined): string => {
    let written = `<row r="${row}"${heightOf(cells, columns, wide, lang)}>`;
    for (let c = 0; c < columns.length; c++) {
      const held = heldOf(cells[c] as Cell, columns[c] as Column, lang, tooLong);
      written += cellXml(held, `${at[c]}${row}`, more ?? wraps[c], styles, texts);
    }
    return `${written}</row>`;
  };
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${letters(columns.length - 1)}${rowsTaken(section)}"/>` +
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`;
  const cols = wide.map((width, c) => `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"/>`);
  yield `<cols>${cols.join('')}</cols><sheetData>`;
  yield `<row r="1">${columns.map((column, c) => heading(column, c, shared)).join('')}</row>`;
  for (let i = 0; i < rows.count; i++) yield line(rows.at(i), i + 2, undefined);
  for (const [t, { cells }] of totals.entries())
    yield line(namedTotal(cells), rows.count + 3 + t, t === 0 ? TOTAL : { font: 'bold' });
  yield `</sheetData><autoFilter ref="${tableOf(section)}"/>`;
  yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';
  yield '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';
  yield `${asWritten(section)}</worksheet>`;
}

/** Of a line of letters, in points; and how many lines a row shows at most. */
const LINE = 15;
const MOST_LINES = 20;

/** Sentences run over as many lines as they need, which not every spreadsheet finds out by itself. */
function heightOf(cells: readonly Cell[], columns: readonly Column[], wide: readonly number[], lang: Lang): string {
  let lines = 1;
  for (const [c, { flow }] of columns.entries()) {
    if (flow === 'wrap')
      lines = Math.max(lines, Math.ceil(lengthOfCell(cells[c] as Cell, lang, 4000) / ((wide[c] as number) - 4)));
  }
  return lines === 1 ? '' : ` ht="${LINE * Math.min(lines, MOST_LINES)}" customHeight="1"`;
}

/** A percentage stands as its number: the heading says of what. */
export function headOf({ head, kind }: Column, lang: Lang): string {
  return kind === 'rate' && !head[lang].includes('%') ? `${head[lang]} %` : head[lang];
}

function heading(column: Column, c: number, { lang, styles, texts }: Shared): string {
  const look: Look = { font: 'bold', line: 'heading', ...(isFigure(column) ? { align: 'right' } : {}) };
  return cellXml({ text: headOf(column, lang), look }, `${letters(c)}1`, undefined, styles, texts);
}

function isFigure({ kind }: Column): boolean {
  return standsRight(kind) || kind === 'rate' || kind === 'more_than';
}

const NARROWEST = 9;
const WIDEST = 60;

/** Wide enough for the longest of each column, so that no figure turns to ###; long texts run on or are cut by their neighbour, and are whole in the cell. */
function widths({ columns, rows, totals }: Section, lang: Lang): number[] {
  const longest = columns.map((column) => {
    // A heading breaks between words; beside it stands the mark of the filter.
    const words = headOf(column, lang).split(' ');
    return Math.max(...words.map(widthOfText)) + 3;
  });
  const measure = (cells: readonly Cell[], extra: number): void => {
    for (let c = 0; c < cells.length; c++)
      longest[c] = Math.max(longest[c] as number, lengthOfCell(cells[c] as Cell, lang, WIDEST) + extra);
  };
  for (let i = 0; i < rows.count; i++) measure(rows.at(i), 0);
  // Bold is wider.
  for (const { cells } of totals) measure(cells, 1);
  return longest.map((length) => Math.min(WIDEST, Math.max(NARROWEST, length)) + 2);
}

/** Numbers of documents and customers are texts, and no mistake of anybody's: the sheet does not mark them. */
function asWritten({ columns, rows }: Section): string {
  const texts = columns.flatMap(({ kind }, c) => (kind === 'text' ? [`${letters(c)}2:${letters(c)}${rows.count + 1}`] : []));
  if (texts.length === 0 || rows.count === 0) return '';
  return `<ignoredErrors><ignoredError sqref="${texts.join(' ')}" numberStoredAsText="1"/></ignoredErrors>`;
}
