// A letter as a PDF that goes into an envelope with a window: A4, with the numbers of its pages, the same bytes for the same letter.
import type { Day } from '../../core/day.ts';
import type { Lang } from '../../core/word.ts';
import { visible } from '../../text/visible.ts';
import type { LetterProse } from '../letter-prose.ts';
import type { Logo } from '../logo.ts';
import { type Block, paymentRows } from '../prose.ts';
import { QUIET, squaresOf } from '../qr.ts';
import { COLUMN, type Window } from '../sheet.ts';
import { Canvas, type Type } from './canvas.ts';
import type { Faces } from './faces.ts';
import { type Density, Flow } from './flow.ts';
import { cutTo } from './legible.ts';
import { drawHead } from './letter-head.ts';
import { drawSums } from './sums.ts';
import { drawTable } from './table.ts';

export { loadFaces } from './faces.ts';

type Stationery = {
  readonly window: Window;
  readonly logo: Logo | undefined;
  readonly faces: Faces;
  /** The moment a document says that it was made at: that of its day. */
  readonly momentOf: (day: Day) => Date;
};

type Drawn = { readonly canvas: Canvas; readonly pages: number; readonly isEndShort: boolean; readonly told: Told };

const USUAL: Density = { type: { size: 9 }, leading: 4.45, gap: 2.6 };
const CLOSE: Density = { type: { size: 8.5 }, leading: 4.1, gap: 2 };
const SHORT_END = 80;

/** What paper does not show as it is. */
export type Told = {
  /** Characters that the face has no sign for. */
  readonly missing: ReadonlySet<string>;
  readonly addressTooLong: boolean;
};

const SMALL: Type = { size: 7.5, colour: '#555555' };
const SQUARES = 26;

export function letterPdf(prose: LetterProse, stationery: Stationery): { readonly bytes: Uint8Array; readonly told: Told } {
  const usual = drawn(prose, stationery, USUAL);
  // A page for a greeting and a signature is no page.
  const close = usual.pages > 1 && usual.isEndShort ? drawn(prose, stationery, CLOSE) : usual;
  const { canvas, told } = close.pages < usual.pages ? close : usual;
  return { bytes: canvas.bytes(), told };
}

function drawn(prose: LetterProse, { window, logo, faces, momentOf }: Stationery, density: Density): Drawn {
  const missing = new Set<string>();
  let addressTooLong = false;
  const [sender = '', debtor = ''] = [prose.head.sender[0], prose.head.debtor[0]].map((text) => visible(text ?? ''));
  const info = {
    title: visible(prose.title),
    author: sender,
    subject: visible(prose.reference),
    lang: prose.lang,
    created: momentOf(prose.day),
  };
  const canvas = new Canvas(faces, info, (character) => missing.add(character));
  canvas.addPage();
  const y = drawHead(canvas, prose, window, logo, () => {
    addressTooLong = true;
  });
  const flow = new Flow(canvas, y, density);
  prose.body.forEach((block, i) => {
    drawBlock(flow, block, prose.body[i + 1], prose.lang);
  });
  drawPageNumbers(canvas, `${debtor} · ${visible(prose.reference)}`, sender);
  return { canvas, pages: canvas.pages, isEndShort: flow.y < SHORT_END, told: { missing, addressTooLong } };
}

function drawBlock(flow: Flow, block: Block, next: Block | undefined, lang: Lang): void {
  switch (block.kind) {
    case 'heading':
      flow.keep(20);
      drawLines(flow, [block.text], { size: 10.5, bold: true }, 'H2');
      break;
    case 'paragraph':
      // What is announced stands below it, and a signature does not stand alone on a page.
      flow.keep(heightOf(flow, [block.text]) + beginningOf(flow, next));
      drawParagraph(flow, block.text, flow.density.type);
      break;
    case 'wording':
      drawParagraph(flow, block.text, { ...flow.density.type, bold: true });
      break;
    case 'lines':
      flow.keep(heightOf(flow, block.lines));
      drawLines(flow, block.lines, flow.density.type, 'P');
      break;
    case 'list':
      for (const item of block.items) drawItem(flow, '–', item);
      flow.y += flow.density.gap;
      break;
    case 'checklist':
      for (const item of block.items) drawItem(flow, '☐', item);
      flow.y += flow.density.gap;
      break;
    case 'fields':
      drawFields(flow, block, lang);
      break;
    case 'table':
      if (block.section.columns.every(({ head }) => head[lang] === '')) drawSums(flow, block.section, lang);
      else drawTable(flow, block.section, lang, block.carried ?? []);
      flow.y += flow.density.gap;
  }
}

/** The height of what must stand on the page of the paragraph before it. */
function beginningOf(flow: Flow, next: Block | undefined): number {
  if (next?.kind === 'lines') return heightOf(flow, next.lines);
  if (next?.kind === 'fields') return next.code === undefined ? next.rows.length * flow.density.leading : SQUARES;
  // Without what follows a paragraph may be parted.
  return next?.kind === 'table' && next.section.rows.count > 0 ? 20 : -Infinity;
}

function heightOf({ canvas, density: { type, leading, gap } }: Flow, texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + canvas.wrapped(text, COLUMN.width, type).length, 0) * leading + gap;
}

/** Two lines at least on either page. */
function drawParagraph(flow: Flow, text: string, type: Type): void {
  const { canvas } = flow;
  const { leading, gap } = flow.density;
  const lines = canvas.wrapped(text, COLUMN.width, type);
  const part = canvas.part('P');
  for (let from = 0; from < lines.length; ) {
    const [left, fits] = [lines.length - from, Math.floor(flow.room / leading)];
    const count = fits >= left ? left : left - fits === 1 && fits > 2 ? fits - 1 : fits;
    if (count < Math.min(2, left) && !flow.isAtTop) {
      flow.turn();
      continue;
    }
    const [some, top] = [lines.slice(from, from + count), flow.y];
    part.add(() => canvas.lines(some, COLUMN.left, top, leading, type));
    flow.y += count * leading;
    from += count;
    if (from < lines.length) flow.turn();
  }
  flow.y += gap;
}

function drawLines(flow: Flow, texts: readonly string[], type: Type, tag: 'P' | 'H2'): void {
  const { canvas } = flow;
  const { leading, gap } = flow.density;
  for (const text of texts) {
    const part = canvas.part(tag);
    for (const line of canvas.wrapped(text, COLUMN.width, type)) {
      flow.keep(leading);
      const top = flow.y;
      part.add(() => canvas.line(line, COLUMN.left, top, type));
      flow.y += leading;
    }
  }
  flow.y += gap;
}

function drawItem(flow: Flow, mark: string, text: string): void {
  const { canvas } = flow;
  const { type, leading } = flow.density;
  const lines = canvas.wrapped(text, COLUMN.width - 6, type);
  flow.keep(lines.length * leading);
  const top = flow.y;
  canvas.part('P').add(() => {
    canvas.line(mark, COLUMN.left + 1, top, type);
    canvas.lines(lines, COLUMN.left + 6, top, leading, type);
  });
  flow.y += lines.length * leading + 0.6;
}

/** What is to be paid where, with the squares that say the same at its right. */
function drawFields(flow: Flow, block: Block & { kind: 'fields' }, lang: Lang): void {
  const { code } = block;
  const rows = paymentRows(block);
  const { canvas } = flow;
  const { type, leading, gap } = flow.density;
  const squares = code === undefined ? undefined : squaresOf(code.payload);
  const colon = lang === 'fr' ? '\u00a0:' : ':';
  const [label, caption]: Type[] = [
    { ...type, colour: '#555555' },
    { size: 8, colour: '#333333' },
  ];
  const names = Math.max(...rows.map(([name]) => canvas.widthOf(name + colon, label as Type))) + 4;
  const width = COLUMN.width - (squares === undefined ? 0 : SQUARES + 10);
  const said = rows.map(([name, text]) => [name + colon, canvas.wrapped(text, width - names, type)] as const);
  const below = code === undefined ? [] : canvas.wrapped(`${code.says}.`, width, caption as Type);
  const height =
    said.reduce((sum, [, lines]) => sum + lines.length * leading, 0) + (below.length === 0 ? 0 : 2 + below.length * 4);
  flow.keep(Math.max(height, squares === undefined ? 0 : SQUARES + 2) + gap);
  const top = flow.y;
  if (squares !== undefined) {
    const side = (SQUARES * squares.length) / (squares.length + 2 * QUIET);
    const edge = (SQUARES - side) / 2;
    canvas
      .part('Figure', undefined, { alt: code?.says ?? '' })
      .add(() => canvas.squares(squares, COLUMN.right - SQUARES + edge, top - 2 + edge, side));
  }
  for (const [name, lines] of said) {
    const from = flow.y;
    canvas.part('P').add(() => {
      canvas.line(name, COLUMN.left, from, label as Type);
      canvas.lines(lines, COLUMN.left + names, from, leading, type);
    });
    flow.y += lines.length * leading;
  }
  const from = flow.y + 2;
  if (below.length > 0) canvas.part('P').add(() => canvas.lines(below, COLUMN.left, from, 4, caption as Type));
  flow.y = Math.max(top + height, squares === undefined ? 0 : top + SQUARES - 4) + gap;
}

function drawPageNumbers(canvas: Canvas, about: string, sender: string): void {
  const [left, right] = [canvas.said(about, SMALL), canvas.said(sender, SMALL)];
  const cut = (text: string, width: number): string => cutTo(text, width, (one) => canvas.widthOf(one, SMALL));
  for (let page = 0; page < canvas.pages; page++) {
    canvas.turnTo(page);
    canvas.aside(() => {
      canvas.line(cut(left, 130), COLUMN.left, 284, SMALL);
      canvas.line(`Page ${page + 1}/${canvas.pages}`, COLUMN.right, 284, SMALL, true);
      if (page === 0) return;
      canvas.line(cut(right, COLUMN.width), COLUMN.left, 15, SMALL);
      canvas.rule(COLUMN.left, 20, COLUMN.width, 0.3, '#c8ccd0');
    });
  }
}
