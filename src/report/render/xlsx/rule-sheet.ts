// What stands on a workbook's second sheet? What the figures rest on: the control, the rules that were applied, and what was asked.
import { type Word, word } from '../../../core/word.ts';
import { words } from '../../../text/words.ts';
import type { Cell, Column, Report, ReportControl } from '../../report.ts';
import { cellXml, type Held, heldOf, letters, textOf } from './cell.ts';
import { headOf, type Shared } from './sheet.ts';
import type { Look } from './styles.ts';
import { MAIN, XML } from './xml.ts';

export const RULE_SHEET = word('Control and rules', 'Contrôle et règles');

const CONTROL = word('Control', 'Contrôle');
const RULES = word('Rules', 'Règles');
const ASKED = word('Parameters', 'Paramètres');

type ControlColumn = { readonly column: Column; readonly of: (line: ReportControl) => Cell | undefined };
const money = (key: string, head: Word, of: (line: ReportControl) => number | undefined): ControlColumn => ({
  column: { key, head, kind: 'money' },
  of: (line) => {
    const amount = of(line);
    return amount === undefined ? undefined : { kind: 'money', amount: amount as ReportControl['open'], currency: line.currency };
  },
});

const LINES: readonly ControlColumn[] = [
  {
    column: { key: 'currency', head: word('Currency', 'Devise'), kind: 'text' },
    of: ({ currency }) => ({ kind: 'text', text: currency }),
  },
  {
    column: { key: 'account', head: word('Account', 'Compte'), kind: 'text' },
    of: ({ account }) => (account === undefined ? undefined : { kind: 'text', text: account }),
  },
  money('postings', word('Postings', 'Écritures'), ({ postings }) => postings),
  money('settled_by_columns', word('Settled by columns', 'Soldé par les colonnes'), ({ settledByColumns }) => settledByColumns),
  money('tolerance', word('Closed within the tolerance', 'Soldé par la tolérance'), ({ tolerance }) => tolerance),
  money('across_accounts', word('Settled across accounts', 'Lettré entre comptes'), ({ acrossAccounts }) => acrossAccounts),
  money('open', words.open, ({ open }) => open),
  money('difference', word('Difference', 'Écart'), ({ difference }) => difference),
  {
    column: { key: 'agrees', head: word('Agrees', 'Concorde'), kind: 'code' },
    of: ({ difference }) => ({ kind: 'code', key: '', word: words[difference === 0 ? 'yes' : 'no'] }),
  },
];

/** Columns a sentence runs across, and how many characters of it they take: most letters are narrower than digits, of which widths are counted. */
const ACROSS = 8;
const FIRST = 24;
const WIDTH = 17;
const SENTENCE = Math.floor((FIRST + (ACROSS - 1) * WIDTH) * 1.1);

/** A row is 409 points high at most: a file that asks for more is one to be repaired. */
const MOST_LINES = 27;

const HEADING: Look = { font: 'bold', line: 'heading' };

/** `told`: what the other sheets had to say of their own cells; asked for once these are written. */
export function* ruleSheetXml(report: Report, shared: Shared, told: readonly string[]): Iterable<string> {
  const { lang, styles, texts, tooLong } = shared;
  const merged: string[] = [];
  let row = 0;
  const written = (held: readonly Held[], more: Look | undefined = undefined, height = ''): string => {
    row++;
    return `<row r="${row}"${height}>${held.map((one, c) => cellXml(one, `${letters(c)}${row}`, one === undefined ? undefined : more, styles, texts)).join('')}</row>`;
  };
  const said = (text: string, look: Look = {}): Held => ({ text, look });
  const gap = (): void => void row++;
  const sentence = (text: string): string => {
    const lines = Math.min(MOST_LINES, Math.ceil(text.length / SENTENCE));
    const out = written([said(text, { align: 'wrap' })], undefined, lines > 1 ? ` ht="${15 * lines}" customHeight="1"` : '');
    merged.push(`A${row}:${letters(ACROSS - 1)}${row}`);
    return out;
  };
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>`;
  yield `<cols><col min="1" max="1" width="${FIRST}" customWidth="1"/><col min="2" max="${ACROSS + 1}" width="${WIDTH}" customWidth="1"/></cols><sheetData>`;
  yield written([said(report.title[lang], { font: 'title' })], undefined, ' ht="21" customHeight="1"');
  if (report.control.length > 0) {
    const shownLines = LINES.filter(({ of }) => report.control.some((line) => of(line) !== undefined));
    gap();
    yield written([said(CONTROL[lang], { font: 'bold' })]);
    yield written(
      shownLines.map(({ column }) => said(headOf(column, lang), column.kind === 'text' ? {} : { align: 'right' })),
      HEADING,
    );
    for (const line of report.control)
      yield written(
        shownLines.map(({ column, of }) => {
          const held = heldOf(of(line) ?? { kind: 'none' }, column, lang, tooLong);
          return held === undefined || column.kind === 'text' ? held : { ...held, look: { ...held.look, align: 'right' } };
        }),
      );
  }
  const sections = report.sections.filter(({ notes }) => notes.length > 0);
  if (sections.length + told.length > 0) {
    gap();
    yield written([said(RULES[lang], { font: 'bold' })]);
  }
  for (const section of sections) {
    if (report.sections.length > 1) yield written([said(section.title[lang], { font: 'grey' })]);
    for (const note of section.notes) yield sentence(note[lang]);
  }
  for (const text of told) yield sentence(text);
  const parameters = Object.entries(report.parameters).filter(([, value]) => value !== null && String(value) !== '');
  if (parameters.length > 0) {
    gap();
    yield written([said(ASKED[lang], { font: 'bold' })]);
    for (const [name, value] of parameters) yield written([said(name), parameter(value, lang)]);
  }
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  yield `</sheetData>${merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merges}</mergeCells>`}`;
  yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>';
}

/** As it was asked for: a number is one. */
function parameter(value: Report['parameters'][string], lang: Shared['lang']): Held {
  if (typeof value === 'number') return { number: String(value), look: { align: 'left' } };
  if (typeof value === 'boolean') return textOf(words[value ? 'yes' : 'no'][lang]);
  return textOf(Array.isArray(value) ? value.join(', ') : String(value));
}
