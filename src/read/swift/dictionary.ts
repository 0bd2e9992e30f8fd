// Which known text do these bytes spell? The dictionary of texts.wat with the room it needs: a customer, kind or currency that was
// seen before is found without making a string of it.
import { BATCH, type Machine, SCRATCH, textOf } from './machine.ts';
import { textSeriesOf } from './text-series.ts';

/** A bucket has four places; five in eight of all places are taken at most. */
const BUCKET = 64;
const ENTRY = 8;
const FIRST_BUCKETS = 32;
/** Few become many at once, so that little is moved; many become twice as many, so that little is left unused. */
const wider = (buckets: number): number => buckets * (buckets < 1 << 12 ? 4 : 2);
const mostEntries = (buckets: number): number => (buckets * 5) / 2;
const FIRST_TEXTS = 1 << 11;
/** From so many buckets on texts of a series are found by their numbers: fewer are near enough. */
const MANY_BUCKETS = 1 << 11;

/** The numbers that describe a dictionary to texts.wat, by their place. */
const BUCKETS = 0;
const MASK = 1;
const ENTRIES = 2;
const MOST_ENTRIES = 3;
const SERIES = 4;
const TEXTS_END = 5;
const ENTRIES_USED = 6;
const TEXTS_USED = 7;

export class ByteDictionary {
  readonly #machine: Machine;
  /** Place of the eight numbers texts.wat describes. */
  readonly #at: number;
  /** Place of the numbers `read` finds. */
  readonly keys: number;
  /** Where a text of ours is laid to be looked up. */
  #scratch = 0;
  #scratchSize = 0;
  /** It was seen whether its texts are of a series. */
  #isMany = false;
  /** Bytes of the room for texts taken last. */
  #room = FIRST_TEXTS;
  /** The texts of the first numbers, as many as were asked for so far. */
  readonly #texts: string[] = [];

  constructor(machine: Machine) {
    this.#machine = machine;
    this.#at = machine.take(32);
    this.keys = machine.take(BATCH * 4);
    const buckets = machine.take(FIRST_BUCKETS * BUCKET);
    const most = mostEntries(FIRST_BUCKETS);
    const entries = machine.take(most * ENTRY);
    const texts = machine.take(FIRST_TEXTS);
    const head = [buckets, FIRST_BUCKETS - 1, entries, most, 0, texts + FIRST_TEXTS, 0, texts];
    machine.words.set(head, this.#at >> 2);
  }

  /** Finds the numbers of one column of a batch, NONE or ODD_TEXT, and puts that of row `row` + r into the word r from `keys` on. */
  read(row: number, count: number, field: number, trim: number): void {
    this.fill(count, (at, done) => this.#machine.code.keys(row, count, field, trim, at, this.keys, done));
  }

  /** Lets `find` find `count` numbers in the dictionary at a place, those from `done` on: where it stops, there must be more room. */
  fill(count: number, find: (at: number, done: number) => number): void {
    for (let done = find(this.#at, 0); done < count; done = find(this.#at, done)) this.#grow();
  }

  /** Entries so far. */
  get size(): number {
    return this.#head(ENTRIES_USED);
  }

  /** The text of a number. */
  text(key: number): string {
    if (key >= this.#texts.length) this.#decode();
    return this.#texts[key] as string;
  }

  /** The bytes of `count` texts, those of a number and the next ones, each ended by a NUL, in pieces. */
  eachPiece(first: number, count: number, take: (bytes: Uint8Array, count: number) => void): void {
    const { bytes, code, words, scratch } = this.#machine;
    const end = first + count;
    for (let next = first; next < end; ) {
      const done = code.joined(this.#at, next, end, scratch, scratch + SCRATCH);
      // Too long for the room there is: alone.
      if (done === next) take(Buffer.from(`${this.#alone(next)}\0`), 1);
      else take(Uint8Array.prototype.slice.call(bytes, scratch + 4, words[scratch >> 2]), done - next);
      next = Math.max(done, next + 1);
    }
  }

  /** Decodes all texts that were not yet, many at a time: to decode a text of a few letters takes no less than one of thousands. */
  #decode(): void {
    const { bytes, code, words, scratch } = this.#machine;
    for (let next = this.#texts.length; next < this.size; next = this.#texts.length) {
      const done = code.joined(this.#at, next, this.size, scratch, scratch + SCRATCH);
      if (done === next) this.#texts.push(this.#alone(next));
      else this.#texts.push(...textOf(bytes, scratch + 4, (words[scratch >> 2] as number) - 1).split('\0'));
    }
  }

  #alone(key: number): string {
    const start = this.placeOf(key);
    const length = this.#machine.words[(this.#head(ENTRIES) + key * ENTRY + 4) >> 2] as number;
    return textOf(this.#machine.bytes, start, start + length);
  }

  /** Where the text of a number lies. */
  placeOf(key: number): number {
    return this.#machine.words[(this.#head(ENTRIES) + key * ENTRY) >> 2] as number;
  }

  /** The number of a text. */
  key(text: string): number {
    const length = Buffer.byteLength(text);
    if (length > this.#scratchSize) {
      this.#scratchSize = length * 2;
      this.#scratch = this.#machine.take(this.#scratchSize + 8);
    }
    const start = this.#scratch;
    this.#machine.bytes.write(text, start);
    for (;;) {
      const key = this.#machine.code.find(this.#at, start, start + length);
      if (key >= 0) return key;
      this.#grow();
    }
  }

  /** More room for entries, or for texts: for what is full. */
  #grow(): void {
    if (this.#head(ENTRIES_USED) === this.#head(MOST_ENTRIES)) this.#growEntries();
    else this.#growTexts();
  }

  #growEntries(): void {
    const machine = this.#machine;
    const buckets = this.#head(BUCKETS);
    const count = this.#head(MASK) + 1;
    const more = wider(count);
    const most = mostEntries(more);
    const place = machine.take(more * BUCKET);
    const longer = machine.take(most * ENTRY);
    const entries = this.#head(ENTRIES);
    machine.bytes.copyWithin(longer, entries, entries + this.#head(ENTRIES_USED) * ENTRY);
    machine.words.set([place, more - 1, longer, most], this.#at >> 2);
    machine.code.spread(this.#at, buckets, count);
    if (more >= MANY_BUCKETS && !this.#isMany) this.#number();
  }

  /** Its first text tells of which series the others are, if they are of one. */
  #number(): void {
    this.#isMany = true;
    const series = textSeriesOf(this.#alone(0));
    if (series === undefined) return;
    const machine = this.#machine;
    const table = machine.take(series.numbers * 4);
    const at = machine.take(32);
    machine.words.set([...series.words, table], at >> 2);
    machine.code.enter(this.#at, at);
    machine.words[(this.#at >> 2) + SERIES] = at;
  }

  /** Texts laid down stay where they are, for entries name places; what was left of the old room is lost. */
  #growTexts(): void {
    this.#room *= 2;
    const texts = this.#machine.take(this.#room);
    const head = this.#at >> 2;
    this.#machine.words[head + TEXTS_END] = texts + this.#room;
    this.#machine.words[head + TEXTS_USED] = texts;
  }

  #head(which: number): number {
    return this.#machine.words[(this.#at >> 2) + which] as number;
  }
}
