// Where does each cell begin and end, in bytes? The swift splitter: it hands out places instead of texts, and makes cells of a record
// only when its receiver asks for them. It declines a file whose structure it cannot place; the careful one (records.ts) then reads it
// from the start, so speed never changes an answer.
import { isUtf8 } from 'node:buffer';
import type { Source } from './source.ts';
import { knownFormat } from './text-check.ts';

/** Places of the cells of one record in `bytes`; those of a quoted cell include its quotes. */
export type Fields = {
  bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  count: number;
  /** Line of the file the record begins on. */
  line: number;
  /** A cell of the record is quoted. */
  quoted: boolean;
};

/** True when the receiver has taken the record; false when it wants its cells as texts. */
type OnFields = (fields: Fields) => boolean;

export const DECLINED = 'declined';

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;
/** More cells than this in one record are for the careful splitter. */
const MOST_FIELDS = 512;
/** A record longer than this may be a quote left open. */
const LONGEST_RECORD = 1 << 20;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The number of records, or DECLINED. `onFields` sees every record first; what it refuses goes to `onRecord` as texts. */
export async function swiftRecords(
  source: Source,
  onFields: OnFields,
  onRecord: (cells: string[], line: number) => void,
): Promise<number | typeof DECLINED> {
  const scanner = new Scanner(onFields, onRecord);
  let held = new Uint8Array();
  let first = true;
  for await (const chunk of source.chunks()) {
    const bytes = held.length === 0 ? chunk : concatenated(held, chunk);
    let from = 0;
    if (first) {
      // The signature must be whole before anything is taken for text.
      if (bytes.length < 4) {
        held = bytes.slice();
        continue;
      }
      if (knownFormat(bytes) !== undefined) return DECLINED;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) from = 3;
      first = false;
    }
    const end = bytes.lastIndexOf(LF) + 1;
    const done = end <= from ? from : scanner.scan(bytes, from, end, false);
    if (done === undefined || bytes.length - done > LONGEST_RECORD) return DECLINED;
    held = bytes.slice(done);
  }
  if (first) return DECLINED;
  if (held.length > 0 && scanner.scan(held, 0, held.length, true) !== held.length) return DECLINED;
  return scanner.records;
}

function concatenated(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

class Scanner {
  records = 0;
  #line = 1;
  readonly #fields: Fields = {
    bytes: new Uint8Array(),
    starts: new Int32Array(MOST_FIELDS),
    ends: new Int32Array(MOST_FIELDS),
    count: 0,
    line: 1,
    quoted: false,
  };
  readonly #onFields: OnFields;
  readonly #onRecord: (cells: string[], line: number) => void;

  constructor(onFields: OnFields, onRecord: (cells: string[], line: number) => void) {
    this.#onFields = onFields;
    this.#onRecord = onRecord;
  }

  /**
   * Hands out the records from `from` up to `end`, which lies behind a line feed or at the end of the file. Returns where the first
   * record begins that is not whole, or undefined when a quote, a carriage return or a byte cannot be placed.
   */
  scan(bytes: Uint8Array, from: number, end: number, last: boolean): number | undefined {
    const whole = bytes.subarray(from, end);
    if (whole.includes(0) || !isUtf8(whole)) return undefined;
    const fields = this.#fields;
    const { starts, ends } = fields;
    fields.bytes = bytes;
    let at = from;
    while (at < end) {
      const begin = at;
      let count = 0;
      let breaks = 0;
      fields.quoted = false;
      for (;;) {
        if (count === MOST_FIELDS) return undefined;
        starts[count] = at;
        if (bytes[at] === QUOTE) {
          fields.quoted = true;
          at++;
          for (;;) {
            const byte = at < end ? (bytes[at] as number) : -1;
            if (byte === -1) return last ? undefined : begin;
            at++;
            if (byte === LF) breaks++;
            else if (byte === CR && bytes[at] !== LF) return undefined;
            else if (byte === QUOTE) {
              if (bytes[at] !== QUOTE || at >= end) break;
              at++;
            }
          }
        } else {
          let byte = at < end ? (bytes[at] as number) : LF;
          while (byte !== COMMA && byte !== LF && byte !== CR) {
            at++;
            byte = at < end ? (bytes[at] as number) : LF;
          }
        }
        ends[count++] = at;
        if (at >= end) break;
        const byte = bytes[at] as number;
        if (byte === COMMA) at++;
        else if (byte === LF) break;
        else if (byte === CR && bytes[at + 1] === LF) break;
        else return undefined;
      }
      // A comma at the very end of the file begins a cell that is empty.
      fields.count = count;
      fields.line = this.#line;
      this.records++;
      if (!this.#onFields(fields)) this.#onRecord(this.#cells(), this.#line);
      this.#line += breaks + 1;
      if (at < end) at += bytes[at] === CR ? 2 : 1;
    }
    return at;
  }

  #cells(): string[] {
    const { bytes, starts, ends, count } = this.#fields;
    const cells: string[] = [];
    for (let f = 0; f < count; f++) {
      const start = starts[f] as number;
      const end = ends[f] as number;
      if (bytes[start] === QUOTE) cells.push(decoder.decode(bytes.subarray(start + 1, end - 1)).replaceAll('""', '"'));
      else cells.push(decoder.decode(bytes.subarray(start, end)));
    }
    return cells;
  }
}
