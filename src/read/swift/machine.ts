// Where does the swift reader work? The WebAssembly module in its memory, and who lies where in it: bytes of the file, marks of its
// structure, the columns of a batch of rows, dictionaries. Space is taken in order and given back all at once, when a file is read.
import { assert } from '../../core/assert.ts';
import { type Global, instance, type Memory, PAGE } from '../../core/wasm.ts';
import { MODULE } from './module.ts';

/** Rows that are read at one time: as many as one piece of a journal usually has. */
export const BATCH = 4096;

/** Marks of a cell in `decimals` of an amount. */
export const EMPTY = 254;
export const NOT_CANONICAL = 255;
/** Mark of a cell in a column of days; an empty one is NO_DAY. */
export const NOT_A_DAY = -0x7fffffff;
/** Marks of a cell in a column of keys. */
export const NONE = -1;
export const ODD_TEXT = -2;
/** Bits of `odd`: the row has not as many cells as there are headings; one of its cells is not canonical. */
export const ODD_ROW = 1;
export const ODD_CELL = 2;
/** All of `odd`: nobody asked for the row. */
export const LEFT_OUT = 4;

type Entries = [count: number, field: number, trim: number];
type Amounts = [units: number, decimals: number];
type Column = [row: number, ...Entries];

/** What the .wat files export; each function is described there. */
type Code = {
  readonly memory: Memory;
  readonly delimiter: Global;
  readonly marks: Global;
  readonly rows: Global;
  readonly foreign: Global;
  readonly odd: Global;
  readonly places: Global;
  readonly nowhere: Global;
  readonly months: Global;
  readonly decimal: Global;
  readonly state: Global;
  readonly rowCount: Global;
  readonly breaks: Global;
  readonly returns: Global;
  readonly stray: Global;
  readonly lone: Global;
  readonly open: Global;
  readonly broken: Global;
  readonly nul: Global;
  index(from: number, end: number): void;
  widths(row: number, count: number, width: number): void;
  place(row: number, count: number): void;
  nextOdd(r: number, count: number): number;
  amounts(...column: [...Column, units: number, decimals: number]): void;
  days(...column: [...Column, out: number, form: number]): void;
  keys(...column: [...Column, dictionary: number, out: number, r: number]): number;
  numbers(...column: [...Column, texts: number, r: number]): number;
  know(slots: number, at: number): void;
  find(dictionary: number, start: number, end: number): number;
  judged(r: number, count: number, keys: number, verdicts: number, days: number, tally: number): number;
  keep(row: number, count: number, list: number, rows: number, odd: number): number;
  sequence(row: number, count: number, field: number, journals: number, told: number, opened: number): void;
  noteNumber(opened: number, start: number, end: number): void;
  net(count: number, ...cells: [...Amounts, ...Amounts, exponent: number, tens: number, out: number]): void;
  passOver(state: number, r: number, to: number): number;
  postings(r: number, count: number, batch: number): number;
  pairs(count: number, ids: number, entities: number, dictionary: number, out: number, scratch: number, r: number): number;
  spread(dictionary: number, from: number, count: number): void;
  enter(dictionary: number, series: number): void;
  keysOf(row: number, list: number, ...entries: [...Entries, dictionary: number, out: number, i: number]): number;
  joined(dictionary: number, key: number, end: number, out: number, limit: number): number;
};

export const SCRATCH = 1 << 15;
/** Bytes of the months that `days` has understood: two tables of 512 places of sixteen bytes, with a line of the cache behind each for how many they are. */
const MONTHS = 2 * 8256;
/** Memory grows by this much at least: every growth makes the views on it anew. */
const LEAST_GROWTH = 1 << 22;
/** Places are numbers of 31 bits. What one window brings may take what is taken twice over, so from a third of that on it is full. */
const FULL = 2 ** 31 / 3;

export class Machine {
  readonly code: Code;
  /** Views on the memory; made anew when it grows, so nobody keeps them over a `take`. */
  bytes = Buffer.alloc(0);
  words = new Int32Array();
  doubles = new Float64Array();
  /** Place of SCRATCH bytes for whoever needs some until the next call. */
  readonly scratch: number;
  #taken = 64;
  /** What is taken once and for all. */
  readonly #kept: number;
  /** Where memory begins that nobody had yet: it is zeroed still. */
  #fresh = 64;

  constructor() {
    this.code = instance(MODULE) as Code;
    this.#view();
    this.code.odd.value = this.take(BATCH);
    this.code.places.value = this.take(BATCH * 4);
    this.code.months.value = this.take(MONTHS);
    this.scratch = this.take(SCRATCH);
    this.#kept = this.#taken;
  }

  /** The place of `size` bytes nobody else has, zeroed, at a multiple of 64. */
  take(size: number): number {
    const at = this.takeAsLeft(size);
    if (at < this.#fresh) this.bytes.fill(0, at, Math.min(this.#taken, this.#fresh));
    return at;
  }

  /** The same for who writes each byte before it is read: large places would take longer to zero than a small file to read. */
  takeAsLeft(size: number): number {
    const at = this.#taken;
    this.#taken = Math.ceil((at + size) / 64) * 64;
    assert(this.#taken < 2 ** 31 - PAGE, `no place for ${size} bytes behind ${at}`);
    // Words are read up to their last byte, so a little lies behind the last one.
    const missing = this.#taken + PAGE - this.bytes.length;
    if (missing > 0) {
      this.code.memory.grow(Math.ceil(Math.max(missing, LEAST_GROWTH) / PAGE));
      this.#view();
    }
    return at;
  }

  /** Nobody should take more: another reader goes on. */
  get isFull(): boolean {
    return this.#taken > FULL;
  }

  /** Gives back all that was taken since the machine was made. */
  giveBack(): void {
    this.#fresh = Math.max(this.#fresh, this.#taken);
    this.#taken = this.#kept;
  }

  #view(): void {
    const { buffer } = this.code.memory;
    this.bytes = Buffer.from(buffer);
    this.words = new Int32Array(buffer);
    this.doubles = new Float64Array(buffer);
  }
}

/** The text between two places, which must be UTF-8. */
export function textOf(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('utf8', start, end);
}
