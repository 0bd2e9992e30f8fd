// Where do the pages of a letter end that a browser prints? No page can tell while it is written, so it is reckoned on the careful side: which rows a page holds, and whether the letter is set more closely.
import type { Lang } from '../core/word.ts';
import { notesOf } from '../report/render/people.ts';
import { CARRIED_FORWARD, CarriedSums } from './carried.ts';
import type { LetterProse } from './letter-prose.ts';
import {
  CLOSE_PRINT,
  heightOfRow,
  heightOfText,
  mm,
  NOTE,
  PAGE,
  PAY,
  type Print,
  rowLines,
  SUMS,
  USUAL_PRINT,
  widthOf,
} from './print-measure.ts';
import { type Block, paymentRows } from './prose.ts';
import { ADDRESS_PRINTS, COLUMN, type Window } from './sheet.ts';
import { partsOf } from './table-parts.ts';
import { isSums, type TableTexts, tableTexts } from './table-texts.ts';

type PrintPages = {
  readonly isClose: boolean;
  /** How many rows of a table stand on each page, by the place of its block: a template may have a table twice. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
};

type Head = { readonly window: Window; readonly isLong: boolean; readonly hasLogo: boolean };
type Laid = { readonly place: Place; readonly parts: Map<number, readonly number[]> };

/** In millimetres. An end that is reckoned as short as the first is hardly more than a greeting and a signature; set closely, what is still over by the second may well fit, since it is reckoned on the careful side. */
const [SHORT_END, DOUBT] = [80, 24];

export function printPages(prose: LetterProse, head: Head): PrintPages {
  const usual = laid(prose, head, USUAL_PRINT);
  if (usual.place.pages > 1 && usual.place.y < SHORT_END) {
    const close = laid(prose, head, CLOSE_PRINT);
    if (close.place.pages < usual.place.pages || close.place.y < DOUBT) return { isClose: true, parts: close.parts };
  }
  return { isClose: false, parts: usual.parts };
}

/** How far a page is filled, and how many there are. */
class Place {
  y = 0;
  pages = 1;

  get room(): number {
    return PAGE - this.y;
  }

  turn(): void {
    this.y = 0;
    this.pages++;
  }

  /** What must stay together goes to the next page where there is no room. */
  keep(height: number): void {
    if (height > this.room && height <= PAGE && this.y > 0) this.turn();
  }

  add(height: number): void {
    this.y += height;
    while (this.y > PAGE) {
      this.y -= PAGE;
      this.pages++;
    }
  }
}

function laid(prose: LetterProse, head: Head, print: Print): Laid {
  const result: Laid = { place: new Place(), parts: new Map() };
  const { place } = result;
  place.add(heightOfHead(prose, head));
  prose.body.forEach((block, i) => {
    if (block.kind === 'table') addTable(result, i, block, prose.lang, print);
    else {
      const next = prose.body[i + 1];
      const height = heightOf(block, print);
      // What is between paragraphs is not kept free at the foot of a page.
      const gap = mm(print, print.gap);
      place.keep(togetherWith(prose.body, i, print) - gap);
      place.add(next === undefined ? height - gap : height);
    }
  });
  return result;
}

/** The height of a block and of what must stand on its page; 0 of one that may be parted. */
function togetherWith(body: readonly Block[], i: number, print: Print): number {
  const [block, next] = [body[i], body[i + 1]];
  switch (block?.kind) {
    case 'paragraph':
      if (next?.kind !== 'lines' && next?.kind !== 'fields') return 0;
      return heightOf(block, print) + togetherWith(body, i + 1, print);
    case 'lines':
      // What is enclosed is told below the signature.
      return heightOf(block, print) + (next?.kind === 'paragraph' ? heightOf(next, print) : 0);
    case 'fields':
      return heightOf(block, print);
    default:
      return 0;
  }
}

/** The head does not stand more closely: an envelope shows it. */
function heightOfHead({ head: { sender, debtor, about } }: LetterProse, { window, isLong, hasLogo }: Head): number {
  const print = USUAL_PRINT;
  const small = { ...print, leading: 1.35 };
  const width = window === 'right' && !isLong ? 67 : COLUMN.width;
  const from =
    (hasLogo ? 21 : 0) + sender.reduce((sum, line, i) => sum + heightOfText(line, small, i === 0 ? 1.09 : 0.85, width), 3);
  const { size } = ADDRESS_PRINTS.at(-1) as { size: number };
  const to = debtor.reduce((sum, line) => sum + heightOfText(line, { ...print, size: size + 1, leading: 1.24 }), 3);
  const placed = 102 - 14;
  const top = isLong ? Math.max(placed, from + to + 14) : window === 'right' ? Math.max(placed, from) : placed;
  return about.reduce(
    (sum, [name, said], i) => sum + heightOfText(`${name}: ${said}`, print, i === 0 ? 1.1 : 1),
    top + mm(print, 1),
  );
}

function heightOf(block: Exclude<Block, { kind: 'table' }>, print: Print): number {
  const gap = mm(print, print.gap);
  switch (block.kind) {
    case 'heading':
      return heightOfText(block.text, print, 1.1) + gap;
    case 'paragraph':
      return heightOfText(block.text, print) + gap;
    case 'wording':
      return heightOfText(block.text, print, 1.08) + gap;
    case 'lines':
      return block.lines.reduce((sum, line) => sum + heightOfText(line, print), gap);
    case 'list':
    case 'checklist':
      return block.items.reduce((sum, item) => sum + heightOfText(item, print, 1, COLUMN.width - 11), gap);
    case 'fields':
      return heightOfFields(block, print, gap);
  }
}

function heightOfFields(block: Block & { kind: 'fields' }, print: Print, gap: number): number {
  const { code } = block;
  const rows = paymentRows(block);
  const names = rows.reduce((most, [name]) => Math.max(most, widthOf(`${name}: `, print.size)), 0) + mm(print, 1.2);
  const width = COLUMN.width - names - (code === undefined ? 0 : PAY.figure + mm(print, 1.5));
  const list = rows.reduce((sum, [, said]) => sum + heightOfText(said, print, 1, width) + mm(print, 0.2), 0);
  if (code === undefined) return list + gap;
  const caption = heightOfText(code.says, { ...print, leading: 1.25 }, 0.75, PAY.figure) + 1;
  return Math.max(list, PAY.squares + caption) + mm(print, PAY.above + PAY.below);
}

function addTable({ place, parts }: Laid, at: number, block: Block & { kind: 'table' }, lang: Lang, print: Print): void {
  const table = tableTexts(block.section, lang);
  if (isSums(table)) {
    const height = table.rows.length * heightOfRow(print, 1, SUMS) + mm(print, SUMS.above + SUMS.below) + 1;
    place.keep(height);
    place.add(height);
    return;
  }
  const whole = new CarriedSums(table.section, block.carried ?? []);
  for (const cells of table.cells) whole.add(cells);
  const isCarried = whole.isAny;
  const { head, rows } = heightsOf(table, [...table.totals, ...(isCarried ? [whole.row(CARRIED_FORWARD, lang)] : [])], print);
  const totals = table.totals.length * heightOfRow(print, 1);
  const note = notesOf(table.section, 0, lang).reduce(
    (sum, text) => sum + heightOfText(text, print, NOTE.size) + mm(print, NOTE.gap),
    0,
  );
  const below = mm(print, 0.4);
  const [end, sum] = [totals + below + (note < PAGE / 4 ? note : 0), isCarried ? heightOfRow(print, 1) : 0];
  const counts = isCarried ? partsOf({ rows, head, sum, end }, { room: place.room, page: PAGE }) : [rows.length];
  parts.set(at, counts);
  let from = 0;
  counts.forEach((count, i) => {
    const isLast = i === counts.length - 1;
    const height = rows.slice(from, from + count).reduce((all, one) => all + one, head + (i === 0 ? 0 : sum));
    place.keep(height + (isLast ? end : sum));
    place.add(height);
    if (!isLast) place.turn();
    from += count;
  });
  place.add(totals + below + note + mm(print, 1));
}

function heightsOf(
  { heads, rows, gives }: TableTexts,
  sums: readonly (readonly string[])[],
  print: Print,
): { head: number; rows: number[] } {
  const lines = rowLines(heads, rows, sums, gives, print);
  return { head: heightOfRow(print, lines.head) + 0.4, rows: lines.rows.map((count) => heightOfRow(print, count)) };
}
