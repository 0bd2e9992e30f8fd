// Which columns fit a terminal, and how wide is each? The gap narrows first, then texts give way, then spare columns go; what
// still does not fit is stacked: texts on a line of their own, figures below. No figure is ever cut.
import type { Column } from '../report.ts';
import { charactersOf, widthOfText } from './width.ts';

export type Placed = { readonly index: number; readonly column: Column; readonly width: number };

/** Lines of columns: one in the usual layout, several when stacked. `left` are the columns not shown. */
export type Layout = { readonly lines: readonly (readonly Placed[])[]; readonly gap: number; readonly left: readonly Column[] };

const GAPS = [2, 1] as const;
const NARROW = 1;
/** A text that gives way keeps at least this many characters. */
const SHORTEST = 12;
/** Below this the wide gap breaks words that the narrow one leaves whole. */
const SHORTEST_APART = 15;

/** `natural` holds the width each column would like, parallel to `columns`. */
export function layOut(
  columns: readonly Column[],
  natural: readonly number[],
  width: number,
  spareOf: (column: Column) => number,
): Layout {
  const all = columns.map((column, index) => ({ index, column, width: natural[index] as number }));
  const drops = [...new Set(columns.map(spareOf))].filter((n) => n > 0).sort((a, b) => b - a);
  let shown: Placed[] = all;
  const left = (): Column[] => all.filter((c) => !shown.includes(c)).map((c) => c.column);
  for (const drop of [0, ...drops]) {
    if (drop > 0) shown = shown.filter((c) => spareOf(c.column) !== drop);
    const roomAt = (gap: number): number => width - gap * (shown.length - 1);
    const natural = shown.reduce((sum, c) => sum + c.width, 0);
    const gap = GAPS.find((g) => natural <= roomAt(g));
    if (gap !== undefined) return { lines: [shown], gap, left: left() };
    // A name that is cut gains from the narrow gap; sentences that are wrapped are easier to read with the wide one.
    for (const g of shown.some((c) => c.column.flow === 'wrap') ? GAPS : [NARROW]) {
      const fitted = fittedTo(shown, roomAt(g), g === NARROW ? SHORTEST : SHORTEST_APART);
      if (fitted !== undefined) return { lines: [fitted], gap: g, left: left() };
    }
  }
  return { lines: stacked(shown, width), gap: 1, left: left() };
}

/** The columns at the width given, the widest texts giving way first; undefined when even their shortest do not fit. */
function fittedTo(columns: readonly Placed[], width: number, shortest = SHORTEST): Placed[] | undefined {
  const fixed = columns.reduce((sum, c) => sum + (c.column.flow === undefined ? c.width : 0), 0);
  const flowing = columns.filter((c) => c.column.flow !== undefined).sort((a, b) => a.width - b.width);
  let room = width - fixed;
  const given = new Map<number, number>();
  for (const [i, c] of flowing.entries()) {
    const share = Math.floor(room / (flowing.length - i));
    const wide = Math.min(c.width, share);
    if (wide < Math.min(c.width, shortest)) return undefined;
    given.set(c.index, wide);
    room -= wide;
  }
  if (room < 0) return undefined;
  return columns.map((c) => ({ ...c, width: given.get(c.index) ?? c.width }));
}

/** Texts first, figures below, as many to a line as fit; each column has one width, so that figures stand below one another. */
function stacked(columns: readonly Placed[], width: number): Placed[][] {
  const isFigure = (c: Placed): boolean => c.column.kind === 'money';
  const texts = columns.filter((c) => !isFigure(c));
  const together = fittedTo(texts, width - (texts.length - 1));
  const alone = texts.map((c) => (c.column.flow === undefined ? c : { ...c, width: Math.min(c.width, width) }));
  return [
    ...(together === undefined || texts.length === 0 ? packed(alone, width) : [together]),
    ...packed(columns.filter(isFigure), width),
  ];
}

function packed(columns: readonly Placed[], width: number): Placed[][] {
  const lines: Placed[][] = [];
  let used = width + 1;
  for (const placed of columns) {
    if (used + 1 + placed.width > width) {
      lines.push([placed]);
      used = placed.width;
    } else {
      lines[lines.length - 1]?.push(placed);
      used += 1 + placed.width;
    }
  }
  return lines;
}

/** The width of the widest line. */
export function widthOf(layout: Layout): number {
  return Math.max(...layout.lines.map((line) => line.reduce((sum, c) => sum + c.width, 0) + layout.gap * (line.length - 1)));
}

/** A text cut to a width, visibly: never inside a character. */
export function cut(text: string, width: number): string {
  return widthOfText(text) <= width ? text : `${beginning(text, width - 1)}…`;
}

/** A sentence broken at spaces; a word longer than the line is broken behind a hyphen it has, else between characters. */
export function wrapped(sentence: string, width: number): string[] {
  const lines: string[] = [];
  let current: string | undefined;
  let used = 0;
  for (const word of sentence.split(' ')) {
    const wide = widthOfText(word);
    if (current !== undefined && used + 1 + wide <= width) {
      current = `${current} ${word}`;
      used += 1 + wide;
      continue;
    }
    if (current !== undefined) lines.push(current);
    current = wide <= width ? word : broken(word, width, lines);
    used = current === undefined ? 0 : current === word ? wide : widthOfText(current);
  }
  return current === undefined ? lines : [...lines, current];
}

/** A word longer than the line: its pieces are lines, but for what another word may follow. */
function broken(word: string, width: number, lines: string[]): string | undefined {
  let rest = word;
  for (;;) {
    const most = beginning(rest, width) || firstCharacter(rest);
    if (most.length === rest.length && widthOfText(rest) <= width) return rest;
    const piece = /^.*[^-]-(?=[^-])/u.exec(rest.slice(0, most.length + 1))?.[0] ?? most;
    lines.push(piece);
    rest = rest.slice(piece.length);
    if (rest === '') return undefined;
  }
}

/** As many whole characters from the start as the width holds. */
function beginning(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const character of charactersOf(text)) {
    used += widthOfText(character);
    if (used > width) break;
    kept += character;
  }
  return kept;
}

function firstCharacter(text: string): string {
  for (const character of charactersOf(text)) return character;
  return text;
}
