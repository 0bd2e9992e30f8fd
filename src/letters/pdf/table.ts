// How does a table stand on paper? Amounts at the right of their columns, its headings on each page, and where it goes on what its amounts come to so far: at the foot of the page and at the head of the next one.
import type { Lang, Word } from '../../core/word.ts';
import { forPeople, notesOf, shown, standsRight } from '../../report/render/people.ts';
import type { Cell, Section } from '../../report/report.ts';
import { BROUGHT_FORWARD, CARRIED_FORWARD, CarriedSums } from '../carried.ts';
import { COLUMN } from '../sheet.ts';
import type { Part, Type } from './canvas.ts';
import type { Flow } from './flow.ts';

const [PADDING, GAP, LINE] = [1.5, 3, 3.7];
const SIZES = [8.5, 8, 7.5, 7, 6.5, 6] as const;
const GREY = '#c8ccd0';
/** A column of texts gives way down to this, and its texts go on below. */
const NARROWEST = 22;

type Column = { readonly x: number; readonly width: number; readonly right: boolean };
type Row = readonly (readonly string[])[];

export function drawTable(flow: Flow, whole: Section, lang: Lang, carried: readonly string[]): void {
  const section = forPeople(whole);
  const { canvas } = flow;
  const rows = Array.from({ length: section.rows.count }, (_, i) => section.rows.at(i));
  const heads = section.columns.map(({ head }) => head[lang]);
  const { columns, type } = columnsOf(flow, section, lang, rows, carried);
  const bold: Type = { ...type, bold: true };
  const fitted = (cells: readonly Cell[], of: Type): Row =>
    columns.map(({ width }, i) => canvas.wrapped(shown(cells[i] as Cell, lang), width, of));
  const table = canvas.part('Table');
  const sums = new CarriedSums(section, carried);
  const drawHeads = (isFirst: boolean): void => {
    const texts = columns.map(({ width }, i) => canvas.wrapped(heads[i] as string, width, bold));
    const draw = { flow, columns, type: bold };
    if (isFirst) drawRow(draw, texts, canvas.part('TR', table), 'TH');
    else canvas.aside(() => drawRow(draw, texts, undefined));
    canvas.aside(() => canvas.rule(COLUMN.left, flow.y, COLUMN.width, 0.8));
  };
  const drawSum = (label: Word): void => {
    canvas.aside(() =>
      drawRow(
        { flow, columns, type: bold },
        sums.row(label, lang).map((text) => [text]),
        undefined,
      ),
    );
  };
  const totals = section.totals.map(({ cells }) => fitted(cells, bold));
  const endHeight = totals.reduce((sum, row) => sum + heightOf(row), 1);
  flow.keep(heightOf(fitted(rows[0] ?? [], type)) + 3 * (LINE + 2 * PADDING));
  drawHeads(true);
  rows.forEach((cells, i) => {
    const texts = fitted(cells, type);
    const isLast = i === rows.length - 1;
    const after = isLast ? endHeight : sums.isAny ? LINE + 2 * PADDING : 0;
    if (i > 0 && heightOf(texts) + after > flow.room) {
      if (sums.isAny) drawSum(CARRIED_FORWARD);
      flow.turn();
      drawHeads(false);
      if (sums.isAny) {
        drawSum(BROUGHT_FORWARD);
        canvas.aside(() => canvas.rule(COLUMN.left, flow.y, COLUMN.width, 0.3, GREY));
      }
    }
    drawTall({ flow, columns, type }, texts, canvas.part('TR', table));
    sums.add(cells);
    canvas.aside(() => canvas.rule(COLUMN.left, flow.y, COLUMN.width, isLast ? 0.8 : 0.3, isLast ? undefined : GREY));
  });
  for (const row of totals) drawRow({ flow, columns, type: bold }, row, canvas.part('TR', table));
  flow.y += 1.5;
  for (const note of notesOf(section, 0, lang)) {
    const small: Type = { size: 7.5, colour: '#444444' };
    const lines = canvas.wrapped(note, COLUMN.width, small);
    flow.keep(lines.length * 3.6);
    const top = flow.y;
    canvas.part('P').add(() => canvas.lines(lines, COLUMN.left, top, 3.6, small));
    flow.y += lines.length * 3.6;
  }
}

/** The largest size at which no figure is cut; where even the smallest is too large, texts give way first. */
function columnsOf(
  { canvas }: Flow,
  section: Section,
  lang: Lang,
  rows: readonly (readonly Cell[])[],
  carried: readonly string[],
): { columns: Column[]; type: Type } {
  const all = new CarriedSums(section, carried);
  for (const cells of rows) all.add(cells);
  const widthIn = (type: Type, text: string): number => canvas.widthOf(canvas.said(text, type), type);
  const ofOne = section.columns.map(({ head }, i) => {
    const sums = [
      ...section.totals.map(({ cells }) => shown(cells[i] as Cell, lang)),
      all.row(CARRIED_FORWARD, lang)[i] as string,
    ];
    const strong = [head[lang], ...(i === 0 ? [] : sums)].map((text) => widthIn({ size: 1, bold: true }, text));
    // Thousands of rows are more than a call takes as its arguments.
    return rows.reduce((most, cells) => Math.max(most, widthIn({ size: 1 }, shown(cells[i] as Cell, lang))), Math.max(...strong));
  });
  const widths = (size: number): number[] => ofOne.map((width) => width * size);
  const room = COLUMN.width - GAP * (section.columns.length - 1);
  const gives = (i: number): boolean => section.columns[i]?.kind === 'text';
  const least = (natural: readonly number[]): number =>
    natural.reduce((sum, width, i) => sum + (gives(i) ? Math.min(width, NARROWEST) : width), 0);
  const size = SIZES.find((one) => least(widths(one)) <= room) ?? (SIZES.at(-1) as number);
  const natural = widths(size);
  const fixed = natural.reduce((sum, width, i) => sum + (gives(i) ? 0 : width), 0);
  const flowing = natural.filter((_, i) => gives(i)).length;
  const share = flowing === 0 ? 0 : Math.max(NARROWEST, (room - fixed) / flowing);
  const given = natural.map((width, i) => (gives(i) ? Math.min(width, share) : width));
  const spread = Math.max(0, room - given.reduce((sum, width) => sum + width, 0)) / Math.max(1, given.length - 1);
  let x: number = COLUMN.left;
  const columns = given.map((width, i): Column => {
    const column = { x, width, right: standsRight(section.columns[i]?.kind ?? 'text') || section.columns[i]?.kind === 'rate' };
    x += width + GAP + spread;
    return column;
  });
  return { columns, type: { size } };
}

type Drawing = { readonly flow: Flow; readonly columns: readonly Column[]; readonly type: Type };

function heightOf(row: Row): number {
  return Math.max(1, ...row.map((lines) => lines.length)) * LINE + 2 * PADDING;
}

function drawRow({ flow, columns, type }: Drawing, row: Row, part: Part | undefined, tag: 'TH' | 'TD' = 'TD'): void {
  const { canvas } = flow;
  columns.forEach(({ x, width, right }, i) => {
    const draw = (): void =>
      canvas.lines(row[i] as readonly string[], right ? x + width : x, flow.y + PADDING, LINE, type, right);
    if (part === undefined) draw();
    else canvas.part(tag, part, tag === 'TH' ? { scope: 'Column' } : {}).add(draw);
  });
  flow.y += heightOf(row);
}

/** A row that no page holds goes on with the lines of its texts. */
function drawTall(drawing: Drawing, row: Row, part: Part): void {
  let rest = row;
  while (heightOf(rest) > drawing.flow.room) {
    const count = Math.floor((drawing.flow.room - 2 * PADDING) / LINE);
    if (count >= 1)
      drawRow(
        drawing,
        rest.map((lines) => lines.slice(0, count)),
        part,
      );
    rest = rest.map((lines) => lines.slice(Math.max(0, count)));
    drawing.flow.turn();
  }
  drawRow(drawing, rest, part);
}
