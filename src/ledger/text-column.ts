// Where do ten million document numbers live? A text that ends in digits is its series (series.ts) and its number: five bytes a row. Any
// other lies in an arena of UTF-8, as words of four bytes filled up with zeros, so that texts are compared a word at a time: no text of
// a ledger holds a NUL.
import { assert } from '../core/assert.ts';
import { mix } from '../core/hash.ts';
import { grown } from './optional-columns.ts';
import type { Series } from './series.ts';

/** What stands where a row has no series: it is empty, or its text lies in the arena. */
export const NO_TEXT = 0;
export const IN_ARENA = 255;
/** Rows without a text. */
const EMPTY = new Uint8Array(4096);
/** Words of four bytes an arena holds at the most: its places are signed. */
const MOST_WORDS = 2 ** 29;
/** Words that are made room for before they are seen. */
const MOST_EXPECTED = 2 ** 27;

/** A column of texts. Rows are appended in order. Equal texts of columns that share their series have equal codes and, but for the arena, numbers. */
export class TextColumn {
  readonly series: Series;
  #codes = new Uint8Array(1 << 10);
  #numbers = new Int32Array(1 << 10);
  #words = new Int32Array(1 << 10);
  #rows = 0;
  /** No row from here on has a text. */
  #textsEnd = 0;
  #used = 0;

  constructor(series: Series) {
    this.series = series;
  }

  /** Rows appended so far. */
  get length(): number {
    return this.#rows;
  }

  /** Words of the arena used so far. */
  get used(): number {
    return this.#used;
  }

  /** The code of each row's series, NO_TEXT or IN_ARENA. */
  get codes(): Uint8Array {
    return this.#codes;
  }

  /** The number of each row; for a text in the arena the place where it begins: a word that says how many follow, then those. */
  get numbers(): Int32Array {
    return this.#numbers;
  }

  get words(): Int32Array {
    return this.#words;
  }

  isEmpty(row: number): boolean {
    return this.#codes[row] === NO_TEXT;
  }

  /** True when all rows from `from` to `to` are empty; the bytes of many are compared at once. */
  areEmpty(from: number, to: number): boolean {
    const end = Math.min(to, this.#textsEnd);
    for (let at = from; at < end; at += EMPTY.length) {
      const some = this.#codes.subarray(at, Math.min(end, at + EMPTY.length));
      if (Buffer.compare(some, EMPTY.subarray(0, some.length)) !== 0) return false;
    }
    return true;
  }

  at(row: number): string {
    const code = this.#codes[row] as number;
    if (code === NO_TEXT) return '';
    const number = this.#numbers[row] as number;
    return code === IN_ARENA ? this.#inArena(number).toString() : this.series.text(code, number);
  }

  /** Negative when row `a` comes first in the order of bytes, which for code points is their own; 0 for equal texts. */
  compare(a: number, b: number): number {
    const [codeA, codeB] = [this.#codes[a] as number, this.#codes[b] as number];
    const [left, right] = [this.#numbers[a] as number, this.#numbers[b] as number];
    if (codeA === IN_ARENA && codeB === IN_ARENA) return this.#compareWords(left, right);
    // An empty text comes before all others.
    if (codeA === NO_TEXT || codeB === NO_TEXT) return codeA - codeB;
    if (codeA !== IN_ARENA && codeB !== IN_ARENA) return this.series.compare(codeA, left, codeB, right);
    return Buffer.compare(Buffer.from(this.at(a)), Buffer.from(this.at(b)));
  }

  /** Equal for equal texts, in all columns that share their series. */
  hash(row: number): number {
    const number = this.#numbers[row] as number;
    if (this.#codes[row] !== IN_ARENA) return mix(0, number);
    const words = this.#words;
    const length = words[number] as number;
    let hash = length;
    for (let i = 1; i <= length; i++) hash = mix(hash, words[number + i] as number);
    return hash;
  }

  /** The rows that hold this text, which is not empty. */
  rowsOf(text: string): number[] {
    const sought = new TextColumn(this.series);
    sought.append(text);
    const [code, number] = [sought.#codes[0], sought.#numbers[0]];
    const found: number[] = [];
    for (let row = 0; row < this.#rows; row++) {
      if (this.#codes[row] !== code) continue;
      if (code === IN_ARENA ? this.at(row) === text : this.#numbers[row] === number) found.push(row);
    }
    return found;
  }

  append(text: string): void {
    this.reserve(1, 0);
    this.#rows++;
    this.put(this.#rows - 1, text);
  }

  /** Gives a row another text; what it had in the arena stays there, and nobody leads to it. */
  put(row: number, text: string): void {
    // A UTF-16 unit is at most three bytes of UTF-8.
    this.reserve(0, Math.ceil((text.length * 3) / 4) + 2);
    this.#codes[row] = NO_TEXT;
    if (text === '') return;
    this.#textsEnd = Math.max(this.#textsEnd, row + 1);
    const start = this.#used + 1;
    const bytes = Buffer.from(this.#words.buffer, start * 4);
    const length = bytes.write(text);
    const code = this.series.code(bytes, length);
    if (code !== 0) {
      this.#codes[row] = code;
      this.#numbers[row] = this.series.number(code, bytes, length);
      return;
    }
    const words = Math.ceil(length / 4);
    bytes.fill(0, length, words * 4);
    this.#codes[row] = IN_ARENA;
    this.#numbers[row] = this.#used;
    this.#words[this.#used] = words;
    this.#used = start + words;
  }

  /** Appends rows by their codes and numbers; those of texts for the arena are places in `words`, one text behind the other. */
  appendRows(codes: Uint8Array, numbers: Int32Array, words: Int32Array): void {
    this.reserve(codes.length, 0);
    const first = this.#rows;
    const own = this.#numbers;
    this.#codes.set(codes, first);
    own.set(numbers, first);
    this.#rows += codes.length;
    this.#textsEnd = this.#rows;
    if (words.length === 0) return;
    const [from, to] = [codes.indexOf(IN_ARENA), codes.lastIndexOf(IN_ARENA)];
    if (from < 0) return;
    const [start, last] = [numbers[from] as number, numbers[to] as number];
    const end = last + 1 + (words[last] as number);
    const shift = this.#used - start;
    // No branch: which rows have a text in the arena cannot be foretold. Of what is less than 255 nothing is left of the shift.
    for (let r = from; r <= to; r++)
      own[first + r] = (numbers[r] as number) + (shift & ((IN_ARENA - 1 - (codes[r] as number)) >> 31));
    this.reserve(0, end - start);
    this.#words.set(words.subarray(start, end), this.#used);
    this.#used += end - start;
  }

  /** Room for this many rows and words of the arena more; the columns may be others then. */
  reserve(rows: number, words: number): void {
    const needed = this.#rows + rows;
    if (needed > this.#numbers.length) {
      const to = Math.max(this.#numbers.length * 2, needed);
      // Both are there before either is used: where memory is short, the column stays as it is.
      const [codes, numbers] = [new Uint8Array(to), new Int32Array(to)];
      this.#codes = grown(this.#codes, codes);
      this.#numbers = grown(this.#numbers, numbers);
    }
    const inArena = this.#used + words;
    if (inArena <= this.#words.length) return;
    assert(inArena < MOST_WORDS, 'a text column may hold 2 GiB at most');
    const wider = new Int32Array(Math.min(Math.max(inArena, this.#words.length * 2), MOST_WORDS));
    wider.set(this.#words.subarray(0, this.#used));
    this.#words = wider;
  }

  /**
   * Room for this many rows more, if each has a text of the arena as long as those since `since`: words that are not used are not
   * there. Throws RangeError where there is no such memory, and is as good as before then.
   */
  expect(rows: number, since: number): void {
    let [texts, seen] = [0, 0];
    for (let row = this.#rows - 1; row >= since; row--) {
      if (this.#codes[row] !== IN_ARENA) continue;
      texts++;
      seen = this.#used - (this.#numbers[row] as number);
    }
    this.reserve(rows, texts === 0 ? 0 : Math.min(Math.ceil((rows / texts) * seen), MOST_EXPECTED));
  }

  /** Appends empty rows until the column has `rows` rows, without touching their memory: the rows before a file that brings this column, or rows that say nothing. */
  padTo(rows: number): void {
    this.reserve(Math.max(0, rows - this.#rows), 0);
    this.#rows = Math.max(this.#rows, rows);
  }

  /** The bytes of a text of the arena by where it begins. */
  #inArena(place: number): Buffer {
    const bytes = Buffer.from(this.#words.buffer, (place + 1) * 4, (this.#words[place] as number) * 4);
    let length = bytes.length;
    while (bytes[length - 1] === 0) length--;
    return bytes.subarray(0, length);
  }

  /** Compares two texts of the arena by where they begin. */
  #compareWords(a: number, b: number): number {
    const words = this.#words;
    const [lengthA, lengthB] = [words[a] as number, words[b] as number];
    for (let i = 1; i <= lengthA && i <= lengthB; i++) {
      const difference = bytesFirst(words[a + i] as number) - bytesFirst(words[b + i] as number);
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB;
  }
}

/** A word whose first byte counts most, as a number that is not negative. */
function bytesFirst(word: number): number {
  return (((word & 0xff) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0;
}
