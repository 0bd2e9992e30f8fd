// Which bytes of a file are which cell? Records as they stand, quotes and line ends with them, so that a file can be written again of which only some cells
// differ. One character a byte: what parts cells is ASCII in every encoding that the readers are given.
import { cellsIn, type QuotedForm, recordAt } from '../quoted-record.ts';
import type { Source } from '../source.ts';

/** A record: its cells with their quotes, which of them are in quotes (undefined where none is), and its line end. */
export type RawRecord = { readonly cells: string[]; readonly quoted: readonly boolean[] | undefined; readonly end: string };

/** `unquoted`: quotes are characters of the texts, unless they close their cell. */
type RawForm = { readonly delimiter: string; readonly unquoted: QuotedForm | undefined };

const MARK = '\xef\xbb\xbf';

/** The records of a source in UTF-8, some at a time; a byte order mark is the first cell of a record of its own, which has no line end. */
export async function* rawRecords(source: Source, form: RawForm): AsyncGenerator<RawRecord[]> {
  let held = Buffer.alloc(0);
  let begun = false;
  const take = (bytes: Buffer, last: boolean): RawRecord[] => {
    const text = bytes.toString('latin1');
    const records: RawRecord[] = [];
    let at = 0;
    if (!begun && text.length >= MARK.length) {
      begun = true;
      if (text.startsWith(MARK)) {
        records.push({ cells: [MARK], quoted: undefined, end: '' });
        at = MARK.length;
      }
    }
    while (at < text.length) {
      const found = recordFrom(text, bytes, at, last, form);
      if (found === undefined) break;
      records.push(found.record);
      at = found.next;
    }
    held = Buffer.from(bytes.subarray(at));
    return records;
  };
  for await (const piece of source.chunks()) yield take(Buffer.concat([held, piece]), false);
  begun = true;
  yield take(held, true);
}

type Found = { readonly record: RawRecord; readonly next: number };

/** Undefined where it takes more of the file to tell where the record ends. */
function recordFrom(text: string, bytes: Buffer, at: number, last: boolean, form: RawForm): Found | undefined {
  const end = lineEnd(text, at);
  const line = text.slice(at, end);
  if (line.includes('"')) {
    if (form.unquoted === undefined) return afterRfc(text, at, last, form.delimiter);
    const record = recordAt(bytes, at, last, form.unquoted, { ended: 0, begins: true });
    if (record === undefined) return undefined;
    if (record.whole) return afterRfc(text, at, last, form.delimiter);
    const cells = cellsIn(record, form.delimiter);
    const quoted = cells.map(({ closed }) => closed);
    return ended(
      text,
      at + record.length,
      last,
      cells.map((cell) => cell.text),
      quoted,
    );
  }
  return ended(text, end, last, line.split(form.delimiter), undefined);
}

/** A record of RFC 4180. A quote that is followed by more text of its cell closes nothing: it was a character (csv-parse, relax_quotes). */
function afterRfc(text: string, from: number, last: boolean, delimiter: string): Found | undefined {
  const cells: string[] = [];
  const quoted: boolean[] = [];
  const isEnd = (at: number): boolean => at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r';
  for (let at = from; ; ) {
    let [start, closed] = [at, false];
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close < 0 || (close + 1 === text.length && !last)) return undefined;
      closed = isEnd(close + 1);
      start = close + 1;
    }
    let end = start;
    while (!isEnd(end)) end++;
    cells.push(text.slice(at, end));
    quoted.push(closed);
    if (text[end] !== delimiter) return ended(text, end, last, cells, quoted);
    at = end + 1;
  }
}

function ended(text: string, end: number, last: boolean, cells: string[], quoted: RawRecord['quoted']): Found | undefined {
  // A carriage return at the end of a piece may be followed by a line feed.
  if (!last && end + 1 >= text.length) return undefined;
  const length = text[end] === '\r' && text[end + 1] === '\n' ? 2 : Math.min(1, text.length - end);
  return { record: { cells, quoted, end: text.slice(end, end + length) }, next: end + length };
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  const back = text.slice(from, end).indexOf('\r');
  return back < 0 ? end : from + back;
}

/** What a cell says. */
export function saidBy(cell: string, quoted: boolean): string {
  const bare = quoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  return /[\x80-\xff]/.test(bare) ? Buffer.from(bare, 'latin1').toString('utf8') : bare;
}

/** A cell that says a text. */
export function cellSaying(text: string, quoted: boolean): string {
  const bytes = /[^\x00-\x7f]/.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;
  return quoted ? `"${bytes.replaceAll('"', '""')}"` : bytes;
}

/** The same text apart from the piece of the file it was cut from, which would be kept in memory as long as it is. */
export function ofItsOwn(text: string): string {
  return /^[\x00-\x7f]*$/.test(text) ? Buffer.from(text, 'latin1').toString('latin1') : text;
}
