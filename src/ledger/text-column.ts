// Where do ten million document numbers live? In one arena of UTF-8 bytes with an end a row; decoded only when shown. Each text begins
// at a multiple of four bytes and ends in zeros, so that texts are compared a word at a time. No text of a ledger holds a NUL.
import { assert, present } from '../core/assert.ts';
import { grown } from './optional-columns.ts';

const encoder = new TextEncoder();

/** Words of four bytes an arena holds at the most: its places are signed. */
const MOST_WORDS = 2 ** 29;
/** Words that are made room for before they are seen. */
const MOST_EXPECTED = 2 ** 27;

/** A column of texts. Rows are appended in order; an empty text takes no words. */
export class TextColumn {
  #words = new Int32Array(1 << 10);
  #ends = new Int32Array(1 << 10);
  #rows = 0;
  #used = 0;

  /** Rows appended so far. */
  get length(): number {
    return this.#rows;
  }

  /** Words used so far. */
  get used(): number {
    return this.#used;
  }

  /** The arena. Row `r` holds the words from `start(r)` to `end(r)`. */
  get words(): Int32Array {
    return this.#words;
  }

  /** Where the words of each row end. */
  get ends(): Int32Array {
    return this.#ends;
  }

  start(row: number): number {
    return row === 0 ? 0 : (this.#ends[row - 1] as number);
  }

  end(row: number): number {
    return this.#ends[row] as number;
  }

  isEmpty(row: number): boolean {
    return this.start(row) === this.end(row);
  }

  at(row: number): string {
    const start = this.start(row) * 4;
    const bytes = Buffer.from(this.#words.buffer, start, this.end(row) * 4 - start);
    let length = bytes.length;
    while (length > 0 && bytes[length - 1] === 0) length--;
    return bytes.toString('utf8', 0, length);
  }

  /** Negative when row `a` comes first in the order of bytes, which for code points is their own; 0 for equal texts. */
  compare(a: number, b: number): number {
    const words = this.#words;
    let atA = this.start(a);
    let atB = this.start(b);
    const [endA, endB] = [this.end(a), this.end(b)];
    for (; atA < endA && atB < endB; atA++, atB++) {
      const difference = bytesFirst(words[atA] as number) - bytesFirst(words[atB] as number);
      if (difference !== 0) return difference;
    }
    return endA - atA - (endB - atB);
  }

  append(text: string): void {
    // A UTF-16 unit is at most three bytes of UTF-8.
    this.reserve(1, Math.ceil((text.length * 3) / 4) + 1);
    if (text !== '') {
      const bytes = new Uint8Array(this.#words.buffer, this.#used * 4);
      const length = present(encoder.encodeInto(text, bytes).written, 'encoded length');
      const words = Math.ceil(length / 4);
      bytes.fill(0, length, words * 4);
      this.#used += words;
    }
    this.#ends[this.#rows++] = this.#used;
  }

  /** Appends a text by its words. */
  appendWords(words: Int32Array): void {
    this.reserve(1, words.length);
    this.#words.set(words, this.#used);
    this.#used += words.length;
    this.#ends[this.#rows++] = this.#used;
  }

  /** Room for this many rows and words more; `words` and `ends` may be others then. */
  reserve(rows: number, words: number): void {
    if (this.#rows + rows > this.#ends.length) {
      this.#ends = grown(this.#ends, new Int32Array(Math.max(this.#ends.length * 2, this.#rows + rows)));
    }
    const needed = this.#used + words;
    if (needed <= this.#words.length) return;
    assert(needed < MOST_WORDS, 'a text column may hold 2 GiB at most');
    const wider = new Int32Array(Math.min(Math.max(needed, this.#words.length * 2), MOST_WORDS));
    wider.set(this.#words.subarray(0, this.#used));
    this.#words = wider;
  }

  /** Room for as many, as far as a column can have it: an estimate must not fail. */
  expect(rows: number, words: number): void {
    this.reserve(rows, Math.min(words, MOST_EXPECTED));
  }

  /** Says that rows were written into `words` and `ends` themselves: the column now has `rows` rows and `used` words. */
  written(rows: number, used: number): void {
    this.#rows = rows;
    this.#used = used;
  }

  /** Appends empty rows until the column has `rows` rows: the rows before a file that brings this column. */
  padTo(rows: number): void {
    this.reserve(Math.max(0, rows - this.#rows), 0);
    while (this.#rows < rows) this.#ends[this.#rows++] = this.#used;
  }
}

/** A word whose first byte counts most, as a number that is not negative. */
function bytesFirst(word: number): number {
  return (((word & 0xff) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0;
}
