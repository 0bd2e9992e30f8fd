// A report as Markdown tables, for a note or an issue: words of the language, totals, rules and control line. Texts from the
// ledger are escaped, so that a name is never markup.
import { disarmed } from '../../core/formula.ts';
import type { Lang } from '../../core/word.ts';
import { visible } from '../../text/visible.ts';
import type { Cell, Section } from '../report.ts';
import { controlLines, forPeople, namedTotal, notesOf, shown, spoken, standsRight } from './people.ts';
import type { Render } from './renderer.ts';

export const md: Render = function* (report, { lang }) {
  yield `# ${escaped(report.title[lang])}\n`;
  for (const section of report.sections) {
    if (section.title[lang] !== report.title[lang]) yield `\n## ${escaped(section.title[lang])}\n`;
    yield* mdTable(section, lang);
  }
  const control = controlLines(report, lang);
  if (control.length > 0) yield `\n${control.map((l) => `${escaped(l)}  \n`).join('')}`;
};

/** The table and its notes, without its title. */
export function* mdTable(whole: Section, lang: Lang): Iterable<string> {
  const section = forPeople(whole);
  const { rows, quiet } = spoken(section);
  yield `\n${line(section.columns.map((column) => escaped(column.head[lang])))}`;
  yield line(section.columns.map((column) => (standsRight(column.kind) ? '---:' : '---')));
  for (const i of rows) yield line(section.rows.at(i).map((cell) => fromLedger(cell, lang)));
  for (const total of section.totals) yield line(totalCells(total.cells, lang));
  const notes = notesOf(section, quiet, lang);
  if (notes.length > 0) yield `\n${notes.map((note) => `${escaped(note)}  \n`).join('')}`;
}

function totalCells(cells: readonly Cell[], lang: Lang): string[] {
  return namedTotal(cells).map((cell) => {
    const told = fromLedger(cell, lang);
    return told === '' ? '' : `**${told}**`;
  });
}

function fromLedger(cell: Cell, lang: Lang): string {
  return escaped(visible(cell.kind === 'text' ? disarmed(cell.text) : shown(cell, lang)));
}

/** Every character that Markdown or HTML could read as markup, wherever it stands in a line. A parenthesis is none where no bracket is; a bare address would become a link. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]#+!|~]/g, '\\$&')
    .replace(/(?<=https?|ftp|mailto|xmpp):|(?<=www)\.|@/gi, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
