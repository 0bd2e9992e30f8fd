// A document as plain text: 78 columns, tables aligned, and nothing of a ledger's that a terminal or a printer would obey.
import type { Lang } from '../core/word.ts';
import { layOut, type Placed, wrapped } from '../report/render/layout.ts';
import { forPeople, notesOf, shown, standsRight } from '../report/render/people.ts';
import { widthOfText } from '../report/render/width.ts';
import type { Cell, Section } from '../report/report.ts';
import { FROM_RIGHT } from '../text/direction.ts';
import { visible } from '../text/visible.ts';
import type { Block, Prose } from './prose.ts';

const WIDTH = 78;
/** Where the other party's address stands. */
const ACROSS = 40;
/** A text of a table that is longer has lines of its own above its figures. */
const LONGEST = 24;

/** Without the title, which a letter names in its subject. */
export function proseTxt({ lang, blocks }: Prose): string {
  return `${blocks.map((block) => written(block, lang).join('\n')).join('\n\n')}\n`;
}

function written(block: Block, lang: Lang): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'wording':
      return filled(block.text);
    case 'lines':
      return block.lines.flatMap((line) => (block.across === true ? across(line) : filled(line)));
    case 'fields':
      return fields(block.rows, lang);
    case 'list':
      return block.items.flatMap((item) => hanging('- ', item));
    case 'checklist':
      return block.items.flatMap((item) => hanging('[ ] ', item));
    case 'table':
      return tableLines(forPeople(block.section), lang);
  }
}

function filled(text: string, width = WIDTH): string[] {
  return wrapped(visible(text).trim(), width);
}

/** On the right, as far as the line is short enough. */
function across(line: string): string[] {
  return filled(line).map((one) => ' '.repeat(Math.max(0, Math.min(ACROSS, WIDTH - widthOfText(one)))) + one);
}

function hanging(mark: string, text: string): string[] {
  return filled(text, WIDTH - mark.length).map((line, i) => (i === 0 ? mark : ' '.repeat(mark.length)) + line);
}

function fields(rows: readonly (readonly [string, string])[], lang: Lang): string[] {
  const colon = lang === 'fr' ? '\u00a0:' : ':';
  const room = Math.max(...rows.map(([name]) => widthOfText(name))) + colon.length + 1;
  return rows.flatMap(([name, said]) => {
    const mark = `${name}${colon}`;
    return filled(said, WIDTH - room).map((line, i) => {
      const before = i === 0 ? mark : '';
      return `${before}${' '.repeat(room - widthOfText(before))}${isolated(line)}`;
    });
  });
}

/** What is written from the right must not turn round the figures beside it. */
function isolated(text: string): string {
  return FROM_RIGHT.test(text) ? `\u2068${text}\u2069` : text;
}

/** A cell as text; `room`: what it needs of its column. */
type Told = { readonly text: string; readonly isLong: boolean; readonly room: number };

function toldIn(cell: Cell, lang: Lang): Told {
  const text = visible(shown(cell, lang)).trim();
  const width = widthOfText(text);
  const isLong = cell.kind === 'text' && width > LONGEST;
  return { text, isLong, room: isLong ? 0 : width };
}

function tableLines(section: Section, lang: Lang): string[] {
  const told = (cells: readonly Cell[]): Told[] => cells.map((cell) => toldIn(cell, lang));
  const rows = Array.from({ length: section.rows.count }, (_, i) => told(section.rows.at(i)));
  const totals = section.totals.map(({ cells }) => told(cells));
  const heads = section.columns.map(({ head }) => head[lang]);
  const hasHeads = heads.some((head) => head !== '');
  const natural = heads.map((head, i) =>
    Math.max(widthOfText(head), ...[...rows, ...totals].map((cells) => (cells[i] as Told).room)),
  );
  const layout = layOut(section.columns, natural, WIDTH, () => 0);
  const line = (textOf: (placed: Placed) => string): string[] =>
    layout.lines.map((all) =>
      all
        .map((placed) => padded(textOf(placed), placed))
        // Without headings it is a list of sums, each with its currency behind it.
        .join(hasHeads ? ' '.repeat(layout.gap) : ' ')
        .trimEnd(),
    );
  const row = (cells: readonly Told[]): string[] => [
    ...cells.flatMap(({ text, isLong }) => (isLong ? filled(text).map(isolated) : [])),
    ...line(({ index }) => (cells[index]?.isLong === false ? isolated(cells[index].text) : '')),
  ];
  const rule = '-'.repeat(WIDTH);
  return [
    ...(hasHeads ? [...line(({ index }) => heads[index] as string), rule] : []),
    ...rows.flatMap(row),
    ...(hasHeads ? [rule] : []),
    ...totals.flatMap(row).filter((line) => line !== ''),
    ...notesOf(section, 0, lang).flatMap((note) => filled(note)),
  ];
}

function padded(text: string, { width, column }: Placed): string {
  const pad = ' '.repeat(Math.max(0, width - widthOfText(text)));
  return standsRight(column.kind) ? pad + text : text + pad;
}
