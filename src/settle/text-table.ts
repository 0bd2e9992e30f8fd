// Which rows name and carry documents whose texts have no place in sequence (spread.ts)? Each text that is named, of one customer and currency, has an
// entry in a hash table, and its place in the order in which they are first named: documents, what names them and their places lie side by
// side then, and memory that is far away is what ten million rows wait for. The looking up is a kernel's (references.wat).
import { BATCH, type Room } from '../core/room.ts';
import type { Memory } from '../core/wasm.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { IN_ARENA, type TextColumn } from '../ledger/text-column.ts';
import type { Spread } from './spread.ts';

/** What references.wat exports for texts; each function is described there. */
export type TextCode = {
  readonly memory: Memory;
  span(block: number, first: number, list: number, count: number): void;
  look_up(block: number, first: number, list: number, count: number, make: 0 | 1): void;
};

/** Slots of the table for each text in it at the least. */
const LOOSE = 1.5;
/** Bytes of an entry but for its words, and of a slot. */
const [ENTRY, SLOT] = [16, 8];
/** Words of the arena that lie in memory at one time, unless one text alone has more. */
const WINDOW = 1 << 18;
/** Numbers of the block that are written or read here, by their places in it. */
const [WORDS, FIRSTS, LEAST, MOST, COUNTED, BLOCK] = [4, 5, 11, 12, 13, 14] as const;

/** Where the chains of one side begin, and where what is behind each row stands. */
export type Side = { readonly firsts: number; readonly behind: number };

export class TextTable {
  readonly #code: TextCode;
  readonly #room: Room;
  readonly #ledger: Ledger;
  readonly #block: number;
  readonly #codes: number;
  readonly #numbers: number;
  readonly #customers: number;
  readonly #currencies: number;
  #window: number;
  #size = WINDOW;

  /** Takes the memory of the table from the room. Throws RangeError where there is none. */
  constructor(code: TextCode, room: Room, ledger: Ledger, reference: TextColumn, spread: Spread) {
    const { others, end } = spread;
    this.#code = code;
    this.#room = room;
    this.#ledger = ledger;
    // A power of two. One is free at least, so that a search ends.
    const slots = 2 ** Math.ceil(Math.log2(others * LOOSE + 1));
    const table = [
      room.take(slots * SLOT),
      (slots - 1) * SLOT,
      room.take(others * ENTRY + reference.used * 4),
      room.take(BATCH * 4),
    ];
    this.#codes = room.take(BATCH);
    this.#numbers = room.take(BATCH * 4);
    this.#customers = room.take(BATCH * 4);
    this.#currencies = room.take(BATCH);
    this.#window = room.take(WINDOW * 4);
    const columns = [this.#codes, this.#numbers, this.#customers, this.#currencies];
    this.#block = room.take(BLOCK * 4);
    room.words(this.#block, BLOCK).set([...columns, 0, 0, 0, ...table, 0, 0, end]);
  }

  /** Places there are, those in sequence among them. */
  get places(): number {
    return this.#room.words(this.#block, BLOCK)[COUNTED] as number;
  }

  /**
   * Chains the `count` rows of a list, which ascend; `make`: their texts are those that are named. Throws RangeError where one text alone is
   * longer than there is memory.
   */
  chain(texts: TextColumn, list: number, count: number, { firsts, behind }: Side, make: boolean): void {
    this.#room.words(this.#block, BLOCK).set([firsts, behind], FIRSTS);
    for (let at = 0; at < count; ) {
      // Looked at anew each time: a text may have asked for more memory.
      const rows = this.#room.words(list, count);
      const first = rows[at] as number;
      let to = at + 1;
      while (to < count && (rows[to] as number) < first + BATCH) to++;
      this.#layRows(texts, first, (rows[to - 1] as number) + 1);
      const some = this.#layTexts(texts, first, list + at * 4, to - at);
      this.#code.look_up(this.#block, first, list + at * 4, some, make ? 1 : 0);
      at += some;
    }
  }

  #layRows({ codes, numbers }: TextColumn, from: number, to: number): void {
    const { customer, currency } = this.#ledger;
    this.#room.bytes(this.#codes, BATCH).set(codes.subarray(from, to));
    this.#room.words(this.#numbers, BATCH).set(numbers.subarray(from, to));
    this.#room.words(this.#customers, BATCH).set(customer.subarray(from, to));
    this.#room.bytes(this.#currencies, BATCH).set(currency.subarray(from, to));
  }

  /** Lays the texts of rows into memory, and returns of how many rows: of all, since neighbours lie side by side in the arena, unless they were given others later. */
  #layTexts(texts: TextColumn, first: number, list: number, count: number): number {
    this.#code.span(this.#block, first, list, count);
    const block = this.#room.words(this.#block, BLOCK);
    const least = block[LEAST] as number;
    const most = block[MOST] as number;
    if (most < least) return count;
    const end = most + 1 + (texts.words[most] as number);
    if (end - least > this.#size) return this.#layApart(texts, first, list, count);
    this.#room.words(this.#window, this.#size).set(texts.words.subarray(least, end));
    block[WORDS] = this.#window - least * 4;
    return count;
  }

  /** The same where they lie far apart: each text by itself, of as many rows as there is room for, and of one at the least. */
  #layApart({ codes, numbers, words }: TextColumn, first: number, list: number, count: number): number {
    let used = 0;
    let rows = this.#room.words(list, count);
    for (let i = 0; i < count; i++) {
      const row = rows[i] as number;
      if (codes[row] !== IN_ARENA) continue;
      const begin = numbers[row] as number;
      const length = 1 + (words[begin] as number);
      if (used + length > this.#size) {
        if (used > 0) return i;
        this.#size = length;
        this.#window = this.#room.take(length * 4);
        rows = this.#room.words(list, count);
      }
      this.#room.words(this.#window + used * 4, length).set(words.subarray(begin, begin + length));
      this.#room.words(this.#numbers, BATCH)[row - first] = used;
      this.#room.words(this.#block, BLOCK)[WORDS] = this.#window;
      used += length;
    }
    return count;
  }
}
