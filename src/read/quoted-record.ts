// Where does a record end whose cells may be quoted, or hold quotes as characters, and which of them are? Told by how many cells it must have: a line with no more
// marks between its cells than there are headings has none inside of a cell, and one that has fewer may go on in the next line.

/** What parts the cells, and how many headings there are. */
export type QuotedForm = { readonly delimiter: string; readonly width: number };

/** What went before on the line: how many cells ended, and whether one begins now. */
type Before = { readonly ended: number; readonly begins: boolean };

/** A record as it stands, one character a byte. `whole`: it is one of RFC 4180 in several lines. `wide`: cells may hold the mark that parts them. */
type RecordFound = {
  readonly text: string;
  readonly length: number;
  readonly whole: boolean;
  readonly wide: boolean;
  readonly begins: boolean;
};

const [LF, CR] = [10, 13];
/** A note of several lines is no longer than this, in bytes and in lines: it is looked at anew with each of them. */
const LONGEST_NOTE = 1 << 14;
const MOST_LINES = 50;

/** The record from a place on; undefined where it takes more of the file to tell. */
export function recordAt(bytes: Buffer, from: number, last: boolean, form: QuotedForm, before: Before): RecordFound | undefined {
  const end = lineEnd(bytes, from);
  if (end === bytes.length && !last) return undefined;
  const text = bytes.toString('latin1', from, end);
  const missing = form.width - 1 - before.ended - marksIn(text, form.delimiter);
  const line = { text, length: end - from, whole: false, wide: missing < 0, begins: before.begins };
  if (missing < 0 || afterRfc(text, form.delimiter, before.begins) !== 'open') return line;
  const to = endOfNote(bytes, from, end, missing, last, form, before);
  if (to === 'more') return undefined;
  return to === undefined ? line : { ...line, text: bytes.toString('latin1', from, to), length: to - from, whole: true };
}

/** Where a record ends whose cell of several lines is closed, and that has as many cells as there are headings; undefined where it is none. */
function endOfNote(
  bytes: Buffer,
  from: number,
  end: number,
  missing: number,
  last: boolean,
  { delimiter, width }: QuotedForm,
  before: Before,
): number | 'more' | undefined {
  let [to, lacks] = [end, missing];
  for (let lines = 1; lines < MOST_LINES && lacks >= 0 && to - from < LONGEST_NOTE; lines++) {
    if (to === bytes.length) return last ? undefined : 'more';
    const next = lineEnd(bytes, to + 1);
    if (next === bytes.length && !last) return 'more';
    lacks -= marksIn(bytes.toString('latin1', to, next), delimiter);
    to = next;
    const cells = afterRfc(bytes.toString('latin1', from, to), delimiter, before.begins);
    if (cells !== 'open') return lacks === 0 && cells === width - before.ended ? to : undefined;
  }
  return undefined;
}

/** A record after RFC 4180, so that it says what it says. `onText` receives each cell whose quotes are characters of it. */
export function spelt(record: RecordFound, delimiter: string, onText: (cell: string) => void): string {
  if (record.whole) return record.text;
  return cellsIn(record, delimiter)
    .map(({ text, first, closed }) => {
      if (!first || text[0] !== '"' || closed) return text;
      onText(text);
      return `"${text.replaceAll('"', '""')}"`;
    })
    .join(delimiter);
}

/** A cell as it stands. `first`: it begins where a cell does; `closed`: its quotes are none of its characters. */
type CellFound = { readonly text: string; readonly first: boolean; readonly closed: boolean };

/** The cells of a record of one line. */
export function cellsIn({ text, wide, begins }: RecordFound, delimiter: string): CellFound[] {
  const cells: CellFound[] = [];
  for (let at = 0, first = begins; at <= text.length; first = true) {
    const mark = text.indexOf(delimiter, at);
    let end = mark < 0 ? text.length : mark;
    const close = first && text[at] === '"' ? closing(text, at) : undefined;
    const closed = close !== undefined && (close + 1 === text.length || text[close + 1] === delimiter) && (wide || close < end);
    if (closed) end = close + 1;
    cells.push({ text: text.slice(at, end), first, closed });
    at = end + 1;
  }
  return cells;
}

/** How many cells a text has after RFC 4180; `open` where it ends inside of one, `none` where it has a quote that is none of that. */
function afterRfc(text: string, delimiter: string, begins: boolean): number | 'open' | 'none' {
  let cells = 1;
  for (let at = 0, first = begins; at < text.length; first = true, at++) {
    if (first && text[at] === '"') {
      const close = closing(text, at);
      if (close === undefined) return 'open';
      at = close + 1;
      if (at < text.length && text[at] !== delimiter) return 'none';
    } else {
      const mark = text.indexOf(delimiter, at);
      at = mark < 0 ? text.length : mark;
    }
    if (at < text.length) cells++;
  }
  return cells;
}

/** The quote that closes a cell, the next that is not written twice; undefined where there is none. */
function closing(text: string, from: number): number | undefined {
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close < 0 ? undefined : close;
}

function marksIn(text: string, delimiter: string): number {
  return text.split(delimiter).length - 1;
}

function lineEnd(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(LF, from);
  const end = feed < 0 ? bytes.length : feed;
  const back = bytes.subarray(from, end).indexOf(CR);
  return back < 0 ? end : from + back;
}
