// Which columns fit a terminal, and how wide is each? The gap narrows first, then texts give way, then spare columns go; what
// still does not fit is stacked: texts on a line of their own, figures below. No figure is ever cut.
import stringWidth from 'string-width';
import type { Column } from '../report.ts';

export type Placed = { readonly index: number; readonly column: Column; readonly width: number };

/** Lines of columns: one in the usual layout, several when stacked. `left` are the columns not shown. */
export type Layout = { readonly lines: readonly (readonly Placed[])[]; readonly gap: number; readonly left: readonly Column[] };

const GAPS = [2, 1] as const;
/** A text that gives way keeps at least this many characters. */
const SHORTEST = 12;

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
    for (const gap of GAPS) {
      const fitted = fittedTo(shown, width - gap * (shown.length - 1));
      if (fitted !== undefined) return { lines: [fitted], gap, left: left() };
    }
  }
  return { lines: stacked(shown, width), gap: 1, left: left() };
}

/** The columns at the width given, the widest texts giving way first; undefined when even their shortest do not fit. */
function fittedTo(columns: readonly Placed[], width: number): Placed[] | undefined {
  const fixed = columns.reduce((sum, c) => sum + (c.column.flow === undefined ? c.width : 0), 0);
  const flowing = columns.filter((c) => c.column.flow !== undefined).sort((a, b) => a.width - b.width);
  let room = width - fixed;
  const given = new Map<number, number>();
  for (const [i, c] of flowing.entries()) {
    const share = Math.floor(room / (flowing.length - i));
    const wide = Math.min(c.width, share);
    if (wide < Math.min(c.width, SHORTEST)) return undefined;
    given.set(c.index, wide);
    room -= wide;
  }
  if (room < 0) return undefined;
  return columns.map((c) => ({ ...c, width: given.get(c.index) ?? c.width }));
}

/** Texts on the first line, figures below, as many to a line as fit; each column has one width, so that figures stand below one another. */
function stacked(columns: readonly Placed[], width: number): Placed[][] {
  const figures = columns.filter((c) => c.column.kind === 'money');
  const texts = columns.filter((c) => c.column.kind !== 'money');
  const room = width - (texts.length - 1);
  const lines = [
    fittedTo(texts, room) ?? texts.map((c) => (c.column.flow === undefined ? c : { ...c, width: Math.min(c.width, SHORTEST) })),
  ];
  let line: Placed[] = [];
  let used = 0;
  for (const figure of figures) {
    if (line.length > 0 && used + 1 + figure.width > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    used += figure.width + (line.length > 0 ? 1 : 0);
    line.push(figure);
  }
  return [...lines, line].filter((placed) => placed.length > 0);
}

/** The width of the widest line. */
export function widthOf(layout: Layout): number {
  return Math.max(...layout.lines.map((line) => line.reduce((sum, c) => sum + c.width, 0) + layout.gap * (line.length - 1)));
}

/** A text cut to a width, visibly: never inside a character. */
export function cut(text: string, width: number): string {
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

/** A sentence broken at spaces; a word longer than the line is cut in pieces. */
export function wrapped(sentence: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of sentence.split(' ')) {
    let rest = word;
    if (current !== '' && stringWidth(current) + 1 + stringWidth(rest) <= width) {
      current = `${current} ${rest}`;
      continue;
    }
    if (current !== '') lines.push(current);
    while (stringWidth(rest) > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    current = rest;
  }
  return current === '' && lines.length > 0 ? lines : [...lines, current];
}
