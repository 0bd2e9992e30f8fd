// Does a section fit on paper? From the characters its columns need: upright, across, or across on a larger sheet, in letters as large as there is room for.
import type { Lang } from '../../../core/word.ts';
import type { Cell, Section } from '../../report.ts';
import { lengthOfCell } from '../cell-length.ts';
import { spoken, standsRight } from '../people.ts';
import { widthOfText } from '../width.ts';

/** `widths`: characters a column needs, texts that may break only as many as they should have in a line. */
export type Paper = { readonly widths: readonly number[]; readonly characters: number };

/** A text longer than this breaks; one of sentences later. */
const NAME = 20;
const SENTENCE = 40;
/** Of a text's characters. */
const LOOKED_AT = 60;
/** Between two columns. */
const GAP = 1.6;

export function paperOf(section: Section, lang: Lang): Paper {
  const { columns, rows, totals } = section;
  const longest = columns.map(({ head }) => Math.max(...head[lang].split(' ').map(widthOfText)));
  const measure = (cells: readonly Cell[]): void => {
    for (let c = 0; c < columns.length; c++)
      longest[c] = Math.max(longest[c] as number, lengthOfCell(cells[c] as Cell, lang, LOOKED_AT));
  };
  for (const i of spoken(section).rows) measure(rows.at(i));
  for (const { cells } of totals) measure(cells);
  const widths = longest.map((length, c) => {
    const { kind, flow } = columns[c] as (typeof columns)[number];
    return standsRight(kind) || kind === 'day' ? length : Math.min(length, flow === 'wrap' ? SENTENCE : NAME);
  });
  return { widths, characters: widths.reduce((sum, width) => sum + width + GAP, 0) };
}

/** Millimetres of a line, and what the page is called. */
const PAGES = [
  { size: 'A4', line: 186 },
  { size: 'A4 landscape', line: 273 },
  { size: 'A3 landscape', line: 396 },
] as const;

/** Sizes of letters in print, in points, the largest first; the class is of the same name. */
const LETTERS = [8.5, 7.5, 6.5, 5.5, 4.75, 4, 3.25] as const;
/** The smallest that can be read; what does not fit the largest page in these is at least whole in smaller ones. */
const READABLE = 4.75;
/** A character takes this part of its letter's size, in fonts that are wide, and a point is so many millimetres. */
const CHARACTER = 0.6;
const POINT = 0.3528;

function fits({ characters }: Paper, line: number, letter: number): boolean {
  return characters * CHARACTER * POINT * letter <= line;
}

/** The smallest page on which all sections can be read: upright only in full size. */
function pageOf(papers: readonly Paper[]): (typeof PAGES)[number] {
  const [upright, across, large] = PAGES;
  if (papers.every((paper) => fits(paper, upright.line, LETTERS[0]))) return upright;
  return papers.every((paper) => fits(paper, across.line, READABLE)) ? across : large;
}

export function pageSize(papers: readonly Paper[]): string {
  return `size: ${pageOf(papers).size}; margin: 12mm;`;
}

/** The class of a table's letters on the page that all sections share; undefined where they are full size. */
export function lettersOf(paper: Paper, papers: readonly Paper[]): string | undefined {
  const { line } = pageOf(papers);
  const at = LETTERS.findIndex((letter) => fits(paper, line, letter));
  if (at === 0) return undefined;
  return `p${at < 0 ? LETTERS.length - 1 : at}`;
}

export const LETTER_RULES = LETTERS.slice(1)
  .map((letter, i) => `.p${i + 1} { font-size: ${letter}pt; }`)
  .join('\n  ');
