// Which quotes of a file are characters of its texts, where its format knows no quotes and firms write them all the same (FEC)? Any that does not open a cell which
// a quote closes, right before what parts cells, in the same record. Cells that begin with such a one are spelt as RFC 4180 would have them, so that whoever reads
// the file then reads what stands there: no row is lost in a quote, and lines stay where they are.
import { type QuotedForm, recordAt, spelt } from './quoted-record.ts';
import type { Source } from './source.ts';

const [LF, CR, QUOTE] = [10, 13, 34];
/** No record is longer: what is not decided by then is handed on as it is. */
const LONGEST = 1 << 20;

/** Cells that begin with a quote of the text: how many, and the first. */
export type QuotesFound = { readonly cells: number; readonly first: string };

class PlainQuotes {
  found: QuotesFound = { cells: 0, first: '' };
  readonly #form: QuotedForm;
  readonly #mark: number;
  /** Bytes from the beginning of a record on, or from where in it the last piece ended, which cannot be told without what follows. */
  #held = Buffer.alloc(0);
  /** Of the line at hand, what was handed on: how many cells ended there, and whether one begins now. */
  #ended = 0;
  #begins = true;

  constructor(form: QuotedForm) {
    this.#form = form;
    this.#mark = form.delimiter.charCodeAt(0);
  }

  /** Takes a piece and returns what can be handed on. A piece without quotes is handed on as it lies, any other as a copy. */
  push(piece: Uint8Array, last: boolean): Uint8Array {
    if (this.#held.length === 0 && asBuffer(piece).indexOf(QUOTE) < 0) return this.#passed(asBuffer(piece));
    const bytes = Buffer.concat([this.#held, piece]);
    this.#held = Buffer.alloc(0);
    const parts: Uint8Array[] = [];
    let at = 0;
    for (let quote = bytes.indexOf(QUOTE); quote >= 0; quote = bytes.indexOf(QUOTE, Math.max(quote + 1, at))) {
      if (!this.#opensCell(bytes, quote, at)) continue;
      const from = Math.max(at, lineStart(bytes, quote));
      parts.push(this.#passed(bytes.subarray(at, from)));
      at = from;
      const record = recordAt(bytes, from, last, this.#form, { ended: this.#ended, begins: this.#begins });
      if (record === undefined) {
        if (bytes.length - from > LONGEST) break;
        this.#held = Buffer.from(bytes.subarray(from));
        return Buffer.concat(parts);
      }
      parts.push(
        Buffer.from(
          spelt(record, this.#form.delimiter, (cell) => this.#noteText(cell)),
          'latin1',
        ),
      );
      at = from + record.length;
      this.#ended = 0;
      this.#begins = true;
    }
    parts.push(this.#passed(bytes.subarray(at)));
    return Buffer.concat(parts);
  }

  #noteText(cell: string): void {
    const { cells, first } = this.found;
    this.found = { cells: cells + 1, first: cells === 0 ? Buffer.from(cell, 'latin1').toString('utf8') : first };
  }

  #opensCell(bytes: Buffer, quote: number, at: number): boolean {
    if (quote === at) return this.#begins;
    const before = bytes[quote - 1];
    return before === this.#mark || before === LF || before === CR;
  }

  /** Hands bytes on, and notes where in a line they end. */
  #passed(bytes: Buffer): Buffer {
    const end = bytes.at(-1);
    if (end === undefined) return bytes;
    const from = lineStart(bytes, bytes.length);
    if (from > 0) this.#ended = 0;
    for (let at = bytes.indexOf(this.#mark, from); at >= 0; at = bytes.indexOf(this.#mark, at + 1)) this.#ended++;
    this.#begins = end === this.#mark || end === LF || end === CR;
    return bytes;
  }
}

/** A source whose quotes are spelt so; what was found is that of the last time it was read. */
export function withPlainQuotes(
  source: Source,
  form: QuotedForm,
): { readonly source: Source; readonly found: () => QuotesFound } {
  let quotes = new PlainQuotes(form);
  const chunks = async function* (room?: () => Uint8Array): AsyncIterable<Uint8Array> {
    const own = new PlainQuotes(form);
    quotes = own;
    for await (const piece of source.chunks(room)) {
      const told = own.push(piece, false);
      if (told.length > 0) yield told;
    }
    const rest = own.push(new Uint8Array(), true);
    if (rest.length > 0) yield rest;
  };
  return { source: { ...source, chunks }, found: () => quotes.found };
}

/** The first bytes of a file, spelt so. */
export function headWithPlainQuotes(head: Uint8Array, form: QuotedForm): Uint8Array {
  return new PlainQuotes(form).push(head, true);
}

/** Where the line of a place begins. */
function lineStart(bytes: Buffer, place: number): number {
  const before = bytes.subarray(0, place);
  const feed = before.lastIndexOf(LF) + 1;
  return feed + before.subarray(feed).lastIndexOf(CR) + 1;
}

/** The same bytes, to be looked through by the platform's own search. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
