// Where does a text lie that has no place in sequence (spread.ts), where there is no kernel? What text-table.ts does in loops: it is looked up in a hash
// table, and has its place in the order in which texts are first named.

import { mix } from '../core/hash.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { IN_ARENA, type TextColumn } from '../ledger/text-column.ts';
import { CODES } from './named.ts';
import type { Spread } from './spread.ts';

/** Slots of the hash table for each text in it at the least. */
const LOOSE = 1.5;

export class Places {
  readonly #firsts: Int32Array;
  readonly #ledger: Ledger;
  readonly #reference: TextColumn;
  /** Two numbers a slot: a hash, and the place of what has it and one; 0 in a free one. What the place is for is told by any of its sources. */
  readonly #slots: Int32Array;
  readonly #lastSlot: number;
  #count: number;

  /** `firsts`: two numbers a place, where the chains of its sources and of its targets begin. */
  constructor(ledger: Ledger, reference: TextColumn, { end, others }: Spread, firsts: Int32Array) {
    this.#ledger = ledger;
    this.#reference = reference;
    this.#count = end;
    this.#firsts = firsts;
    // A power of two. One is free at least, so that a search ends.
    const slots = others === 0 ? 0 : 2 ** Math.ceil(Math.log2(others * LOOSE + 1));
    this.#slots = new Int32Array(slots * 2);
    this.#lastSlot = slots - 1;
  }

  /** Places there are, once all sources have theirs. */
  get count(): number {
    return this.#count;
  }

  /**
   * The place of a row's text. −1 when nobody names it; with `make` it is named by the row itself. A collision costs a comparison, never an
   * answer.
   */
  of(texts: TextColumn, row: number, make: boolean): number {
    const hash = this.#hash(texts, row);
    const [slots, last] = [this.#slots, this.#lastSlot];
    let slot = (hash ^ (hash >>> 16)) & last;
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

  #hash(texts: TextColumn, row: number): number {
    const { customer, currency } = this.#ledger;
    const hash = mix(mix(0, texts.hash(row)), customer[row] as number);
    return mix(hash, (texts.codes[row] as number) * CODES + (currency[row] as number));
  }

  /** True when a place without a number of its own is that of a row's text, customer and currency. */
  #isOf(place: number, texts: TextColumn, row: number): boolean {
    const code = texts.codes[row];
    const { customer, currency } = this.#ledger;
    const own = this.#reference;
    const source = Math.abs(this.#firsts[place * 2] as number) - 1;
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
