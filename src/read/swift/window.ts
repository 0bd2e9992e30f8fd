// Which rows lie in the piece of the file at hand? Bytes are read straight into the machine's memory behind what the piece before left
// unfinished, and their structure is found. What cannot be placed is for the careful reader: it takes over at the first byte of a row.
import { markByByte } from './by-byte.ts';
import { type Machine, textOf } from './machine.ts';

/** Bytes asked for at a time, at most: so many that calling the kernels takes little of their time, and few enough for the cache between them. */
export const PIECE = 5 << 16;
/** Bytes asked for while a file may be a small one, for which memory that was never touched costs more than calls do; and how far that is. */
const [FIRST_PIECE, FIRST_PIECES] = [1 << 17, 8];
/** A record longer than this may be a quote left open: the careful reader, which has a limit of twice as much, decides. */
const LONGEST_RECORD = 1 << 19;
/** Blanks behind the last byte, so that structure is found in whole blocks. */
const BLOCK = 64;
/** Marks, rows and blocks `index` may write behind the last. */
const SLACK = 16;
const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Rows whose cells can be asked for: all of a window, or some that are left of it. */
export type Rows = Pick<Window, 'returns' | 'size' | 'cell' | 'isEmpty' | 'lineOf'>;

export class Window {
  readonly #machine: Machine;
  /** The window in memory: unread bytes from `#from` to `#end`, all of it `#capacity` from `#start` on. */
  #start = 0;
  #capacity = 0;
  #from = 0;
  #end = 0;
  /** Numbers of the words where its marks and its rows begin. */
  #marks = 0;
  #firsts = 0;
  /** Line ends put behind the last byte of the file, which had none. */
  #added = 0;
  /** Line of the file the first row begins on. */
  #line = 1;
  /** Pieces taken in. */
  #pieces = 0;
  /** Line breaks inside quotes before each row, where there are any. */
  #breaks: Int32Array | undefined;
  /** Whole rows in the window. */
  rows = 0;
  /** No whole row so far has a byte beyond ASCII. */
  ascii = true;
  /** All rows of the window end in CR LF. */
  returns = false;

  constructor(machine: Machine) {
    this.#machine = machine;
    this.#lay(PIECE * 2);
  }

  /** Where the next bytes are to be put. */
  room(): Uint8Array {
    const { bytes } = this.#machine;
    const size = this.#pieces < FIRST_PIECES ? FIRST_PIECE : PIECE;
    return bytes.subarray(this.#end, Math.min(this.#end + size, this.#start + this.#capacity));
  }

  /** Takes in the next bytes, at most PIECE of them; those that are in their place already are left there. */
  put(piece: Uint8Array): void {
    const { bytes } = this.#machine;
    if (piece.buffer !== bytes.buffer) bytes.set(piece, this.#end);
    this.#end += piece.length;
    this.#pieces++;
  }

  /** The bytes not read yet. */
  get unread(): Uint8Array {
    return this.#machine.bytes.subarray(this.#from, this.#end - this.#added);
  }

  skip(bytes: number): void {
    this.#from += bytes;
  }

  /** Finds the whole rows; with `last` the file ends here. Returns why they cannot be told, or undefined. */
  find(last: boolean): string | undefined {
    const { bytes, code, words } = this.#machine;
    if (last && this.#end > this.#from) {
      const final = bytes[this.#end - 1];
      // What the careful reader makes of it: the end of a line, and nothing behind it.
      if (final === CR) return 'the file ends in a carriage return';
      if (final !== LF) {
        bytes[this.#end++] = LF;
        this.#added = 1;
      }
    }
    bytes.fill(32, this.#end, this.#end + BLOCK);
    words[this.#marks] = this.#from - 1;
    words[this.#firsts] = 0;
    code.index(this.#from, this.#end);
    if (code.nul.value !== 0) return 'a NUL byte';
    if (code.lone.value !== 0) return 'a carriage return without a line feed';
    if (code.stray.value !== 0) {
      const reason = markByByte(this.#machine, this.#from, this.#end, last);
      if (reason !== undefined) return reason;
    } else if (last && code.open.value !== 0) return 'a quote that is never closed';
    this.rows = code.rowCount.value;
    const end = this.#rowEnd(this.rows) + 1;
    if (this.#end - end > LONGEST_RECORD || this.#longestRow(end) > LONGEST_RECORD) return 'a record that is longer than most';
    if (code.broken.value >>> 0 < end) return 'a byte that begins no character of UTF-8';
    if (this.ascii) this.ascii = this.#firstForeign() >= end;
    this.returns = code.returns.value === this.rows;
    this.#breaks = code.breaks.value === 0 ? undefined : this.#countBreaks();
    return undefined;
  }

  /** Bytes a row has on average in this window. */
  get bytesPerRow(): number {
    return (this.#rowEnd(this.rows) + 1 - this.#from) / this.rows;
  }

  /** Goes on behind the whole rows: what is left moves to the front, with room for another piece behind it. */
  advance(): void {
    this.#line += this.rows + (this.#breaks?.[this.rows] ?? 0);
    const from = this.#rowEnd(this.rows) + 1;
    const left = this.#end - from;
    this.rows = 0;
    this.#from = from;
    if (left + PIECE > this.#capacity) this.#grow(left + PIECE);
    else {
      this.#machine.bytes.copyWithin(this.#start, from, this.#end);
      this.#from = this.#start;
      this.#end = this.#start + left;
    }
  }

  /** Another place for the unread bytes, with room for twice as many as are needed. */
  #grow(needed: number): void {
    const [from, left] = [this.#from, this.#end - this.#from];
    this.#lay(needed * 2);
    this.#machine.bytes.copyWithin(this.#start, from, from + left);
    this.#end += left;
  }

  /** The line of the file a row begins on. */
  lineOf(row: number): number {
    return this.#line + row + (this.#breaks?.[row] ?? 0);
  }

  /** Receives the rows of a batch that have a quoted cell of several lines, counted from the first of the batch. */
  eachOfSeveralLines(row: number, count: number, receive: (r: number) => void): void {
    const breaks = this.#breaks;
    if (breaks === undefined) return;
    for (let r = 0; r < count; r++) if ((breaks[row + r + 1] as number) > (breaks[row + r] as number)) receive(r);
  }

  /** Bytes the window has room for. */
  get size(): number {
    return this.#capacity;
  }

  /** The cells of a row as texts. */
  cells(row: number): string[] {
    const first = this.#markOf(row);
    const count = this.#markOf(row + 1) - first;
    // Tables are read through here, row by row.
    const cells: string[] = [];
    for (let field = 0; field < count; field++) cells.push(this.cell(row, field, field === count - 1));
    return cells;
  }

  /** One cell as text, out of its quotes; `last` is the cell the line ends behind. */
  cell(row: number, field: number, last: boolean): string {
    const { bytes, words } = this.#machine;
    const mark = this.#marks + this.#markOf(row) + field;
    const start = (words[mark] as number) + 1;
    let end = words[mark + 1] as number;
    if (last && end > start && bytes[end - 1] === CR) end--;
    if (bytes[start] !== QUOTE || end - start < 2) return textOf(bytes, start, end);
    return textOf(bytes, start + 1, end - 1).replaceAll('""', '"');
  }

  /** True when nothing stands in a cell, not even quotes. */
  isEmpty(row: number, field: number, last: boolean): boolean {
    const { bytes, words } = this.#machine;
    const mark = this.#marks + this.#markOf(row) + field;
    const start = (words[mark] as number) + 1;
    const end = words[mark + 1] as number;
    return start === end || (last && start + 1 === end && bytes[start] === CR);
  }

  /** Where a cell begins. */
  startOf(row: number, field: number): number {
    return (this.#machine.words[this.#marks + this.#markOf(row) + field] as number) + 1;
  }

  /** Where a cell ends; of the last one, perhaps behind a carriage return. */
  endOf(row: number, field: number): number {
    return this.#machine.words[this.#marks + this.#markOf(row) + field + 1] as number;
  }

  /** Takes memory for a window, its marks and its rows: as many as it has bytes, should each of them be a line feed. */
  #lay(capacity: number): void {
    const machine = this.#machine;
    this.#capacity = capacity;
    this.#start = machine.takeAsLeft(capacity + 3 * BLOCK) + BLOCK;
    const marks = machine.takeAsLeft((capacity + 2 + SLACK) * 4);
    const rows = machine.takeAsLeft((capacity + 2 + SLACK) * 4);
    machine.code.marks.value = marks;
    machine.code.rows.value = rows;
    this.#marks = marks >> 2;
    this.#firsts = rows >> 2;
    machine.code.foreign.value = machine.takeAsLeft((capacity / BLOCK + 2 + SLACK) * 4);
    // The byte before the first cell is one that may stand before a cell.
    machine.bytes[this.#start - 1] = LF;
    this.#from = this.#start;
    this.#end = this.#start;
  }

  /** The number of the mark before the first cell of a row. */
  #markOf(row: number): number {
    return this.#machine.words[this.#firsts + row] as number;
  }

  /** Where the line ends before a row. */
  #rowEnd(row: number): number {
    return this.#machine.words[this.#marks + this.#markOf(row)] as number;
  }

  /** Bytes of the longest row, where one may be long at all. */
  #longestRow(end: number): number {
    if (end - this.#from <= LONGEST_RECORD) return 0;
    let longest = 0;
    for (let row = 0; row < this.rows; row++) longest = Math.max(longest, this.#rowEnd(row + 1) - this.#rowEnd(row));
    return longest;
  }

  /** The place of the first byte beyond ASCII, or one behind the window: the first block that has any is noted, or else the last block is. */
  #firstForeign(): number {
    const { bytes, code, words } = this.#machine;
    const block = words[code.foreign.value >> 2] as number;
    for (let at = block; at < block + BLOCK; at++) if ((bytes[at] as number) > 0x7f) return at;
    return this.#end;
  }

  #countBreaks(): Int32Array {
    const { bytes } = this.#machine;
    const before = new Int32Array(this.rows + 1);
    for (let row = 0; row < this.rows; row++) {
      let breaks = before[row] as number;
      const end = this.#rowEnd(row + 1);
      for (let at = bytes.indexOf(LF, this.#rowEnd(row) + 1); at !== end; at = bytes.indexOf(LF, at + 1)) breaks++;
      before[row + 1] = breaks;
    }
    return before;
  }
}
