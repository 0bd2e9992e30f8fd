// How much of a page does a text take that a browser prints? In millimetres, on the careful side, as far as one can know who does not know the face.
import { COLUMN, MARGIN_TOP } from './sheet.ts';

const MM = 25.4 / 72;
export const MARGIN_BOTTOM = 20;
/** A line of a page is kept back: faces differ. */
const CARE = 5;
export const PAGE = 297 - MARGIN_TOP - MARGIN_BOTTOM - CARE;

/** The type of a printed letter: its size in points, its lines and what is between paragraphs as shares of that. */
export type Print = { readonly size: number; readonly leading: number; readonly gap: number };

export const USUAL_PRINT: Print = { size: 9, leading: 1.42, gap: 0.7 };
/** For a letter whose last page would hold little more than a greeting and a signature. */
export const CLOSE_PRINT: Print = { size: 8.5, leading: 1.34, gap: 0.55 };

/** Shares of the size of its text. */
export const TABLE = { size: 0.86, leading: 1.3, padding: 0.42, side: 0.4 } as const;
export const SUMS = { size: 0.92, above: 0.5, below: 0.8 } as const;
export const NOTE = { size: 0.76, gap: 0.2 } as const;
export const PAY = { figure: 50, squares: 27, above: 0.2, below: 0.5 } as const;
const RULE = 0.3;
/** How much wider letters in bold are. */
const BOLD = 1.1;

/** Widths in a usual face, of its size: French addresses are often in capitals, and these are wider. */
const WIDE: readonly (readonly [RegExp, number])[] = [
  [/[MW@%…—\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|[\ud800-\udbff]/, 0.96],
  [/\p{Lu}/u, 0.72],
];
const USUAL = 0.55;
const NARROW = /[ \u00a0\u202filjtfr.,;:'’|!()[\]/-]/;

export function widthIn(line: string, narrow = USUAL): number {
  let width = 0;
  for (const character of line)
    width += NARROW.test(character) ? narrow : (WIDE.find(([those]) => those.test(character))?.[1] ?? USUAL);
  return width;
}

/** A line of running text. */
export function widthOf(text: string, size: number): number {
  return widthIn(text, 0.3) * size * MM;
}

/** Words go whole to the next line, and one that no line holds is parted. */
export function linesOf(text: string, size: number, width: number): number {
  const space = widthOf(' ', size);
  let [lines, used] = [1, 0];
  for (const word of text.split(' ')) {
    const wide = widthOf(word, size);
    if (used > 0 && used + space + wide > width) [lines, used] = [lines + 1, 0];
    else if (used > 0) used += space;
    const more = Math.floor((used + wide) / width);
    [lines, used] = [lines + more, used + wide - more * width];
  }
  return lines;
}

export function heightOfText(text: string, { size, leading }: Print, share = 1, width: number = COLUMN.width): number {
  return linesOf(text, size * share, width) * size * share * leading * MM;
}

/** Of a length that the style has as a share of the size. */
export function mm({ size }: Print, share: number): number {
  return size * share * MM;
}

export function heightOfRow({ size }: Print, lines: number, of: { readonly size: number } = TABLE): number {
  return lines * size * of.size * TABLE.leading * MM + 2 * size * of.size * TABLE.padding * MM + RULE;
}

/**
 * Lines that each row of a table takes: figures keep theirs, those of sums as well, which are the widest, and texts share what is left as they need it.
 * `sums`: rows in bold.
 */
export function rowLines(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  sums: readonly (readonly string[])[],
  gives: readonly boolean[],
  print: Print,
): { head: number; rows: number[] } {
  const size = print.size * TABLE.size;
  const sides = 2 * TABLE.side * size * MM * heads.length;
  const widest = (of: readonly (readonly string[])[], i: number): number =>
    of.reduce((most, cells) => Math.max(most, widthOf(cells[i] as string, size)), 0);
  const natural = heads.map((_, i) => Math.max(widest(rows, i), widest(sums, i) * BOLD));
  const bold = heads.map((text) => widthOf(text, size) * BOLD);
  const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
  const texts = total(natural.filter((_, i) => gives[i]));
  const kept = natural.map((width, i) => (gives[i] ? 0 : Math.max(width, bold[i] as number)));
  const room = COLUMN.width - sides - total(kept);
  const share = texts === 0 ? 1 : Math.max(0.01, room / texts);
  const hasRoom = total(natural.map((width, i) => Math.max(width, bold[i] as number))) + sides <= COLUMN.width;
  return {
    head: hasRoom ? 1 : Math.max(1, ...heads.map((text) => text.split(' ').length)),
    rows: rows.map((cells) =>
      share >= 1
        ? 1
        : Math.max(
            1,
            ...cells.map((text, i) => (gives[i] ? linesOf(text, size, Math.max(1, (natural[i] as number) * share)) : 1)),
          ),
    ),
  };
}
