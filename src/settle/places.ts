// Where does a text lie that has no place in sequence (spread.ts)? It is looked up in a hash table, and has its place in the order in which texts
// are first named, so that documents, what names them and their places lie side by side as well: memory that is far away is what ten million
// rows wait for.

import { STRETCH } from '../core/stretches.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { IN_ARENA, type TextColumn } from '../ledger/text-column.ts';
import { CODES } from './named.ts';
import type { Spread } from './spread.ts';

/** Slots of the hash table for each text in it at the least. */
const LOOSE = 1.5;

export class Places {
  /** Places up to here are of one number; those behind it of one number, customer and currency. */
  readonly hashed: number;
  /** Two numbers a place: where the chains of its sources and of its targets begin, for who fills them. */
  readonly firsts: Int32Array;
  /** Of no meaning: what was seen in slots, kept so that the engine does not leave out looking there. */
  seen = 0;
  readonly #ledger: Ledger;
  readonly #reference: TextColumn;
  /** Two numbers a slot: a hash, and the place of what has it; 0 in a free one. What the place is for is told by any of its sources. */
  readonly #slots: Int32Array;
  readonly #lastSlot: number;
  /** Hashes of the stretch of rows that is being looked up. */
  readonly #hashes: Int32Array;
  #count: number;

  /** `firsts` has room for all places of the spread, and one for each posting that names another text. */
  constructor(ledger: Ledger, reference: TextColumn, spread: Spread, firsts: Int32Array) {
    const { end, others } = spread;
    this.#ledger = ledger;
    this.#reference = reference;
    this.hashed = end;
    this.#count = end;
    this.firsts = firsts;
    // A power of two. One is free at least, so that a search ends.
    const slots = others === 0 ? 0 : 2 ** Math.ceil(Math.log2(others * LOOSE + 1));
    this.#slots = new Int32Array(slots * 2);
    this.#lastSlot = slots - 1;
    this.#hashes = new Int32Array(slots === 0 ? 0 : STRETCH);
  }

  /** Places there are, once all sources have theirs. */
  get count(): number {
    return this.#count;
  }

  /**
   * Makes ready for the places of rows, a stretch at the most: hashes them, and looks at their slots without asking what is there, so that the
   * machine waits for many of them at once.
   */
  ahead(texts: TextColumn, rows: Int32Array): void {
    this.#hash(texts, rows);
    const [hashes, slots, last] = [this.#hashes, this.#slots, this.#lastSlot];
    let seen = 0;
    for (let at = 0; at < rows.length; at++) seen ^= slots[slotOf(hashes[at] as number, last) * 2] as number;
    this.seen = seen;
  }

  #hash(texts: TextColumn, rows: Int32Array): void {
    const { customer, currency } = this.#ledger;
    const { codes, numbers, words } = texts;
    const hashes = this.#hashes;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const code = codes[row] as number;
      const number = numbers[row] as number;
      const hash = mixed(mixed(code === IN_ARENA ? hashOf(words, number) : mixed(number)) ^ (customer[row] as number));
      hashes[at] = mixed(hash ^ (code * CODES + (currency[row] as number)));
    }
  }

  /**
   * The place of a row's text; the row is the one at `at` of those made ready last. −1 when nobody names it; with `make` it is named by the row itself.
   * A collision costs a comparison, never an answer.
   */
  of(texts: TextColumn, row: number, at: number, make: boolean): number {
    const hash = this.#hashes[at] as number;
    const [slots, last] = [this.#slots, this.#lastSlot];
    let slot = slotOf(hash, last);
    for (;;) {
      const place = slots[slot * 2 + 1] as number;
      if (place === 0) break;
      if (slots[slot * 2] === hash && this.#isOf(place - 1, texts, row)) return place - 1;
      slot = (slot + 1) & last;
    }
    if (!make) return -1;
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = ++this.#count;
    return this.#count - 1;
  }

  /** True when a place behind `hashed` is that of a row's text, customer and currency. */
  #isOf(place: number, texts: TextColumn, row: number): boolean {
    const code = texts.codes[row];
    const { customer, currency } = this.#ledger;
    const own = this.#reference;
    const source = Math.abs(this.firsts[place * 2] as number) - 1;
    if (customer[source] !== customer[row] || currency[source] !== currency[row] || own.codes[source] !== code) return false;
    return code === IN_ARENA ? this.#same(texts, row, source) : own.numbers[source] === texts.numbers[row];
  }

  /** True when a text of the arena is the reference of a source. The word that says how many follow comes first, so texts end together. */
  #same(texts: TextColumn, row: number, source: number): boolean {
    const [words, own] = [texts.words, this.#reference.words];
    const [from, to] = [texts.numbers[row] as number, this.#reference.numbers[source] as number];
    for (let i = words[from] as number; i >= 0; i--) if (words[from + i] !== own[to + i]) return false;
    return true;
  }
}

function hashOf(words: Int32Array, place: number): number {
  const length = words[place] as number;
  let hash = length;
  for (let i = 1; i <= length; i++) hash = mixed(hash ^ (words[place + i] as number));
  return hash;
}

function mixed(hash: number): number {
  const product = Math.imul(hash, 0x9e3779b1);
  return product ^ (product >>> 15);
}

function slotOf(hash: number, last: number): number {
  return (hash ^ (hash >>> 16)) & last;
}
