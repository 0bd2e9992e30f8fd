// Where does a number lie among those that are named? In a series of which many are named each number has a place of its own, in sequence
// as numbers are given: memory that is far away is what ten million rows wait for. Any other text is looked up in a hash table, and has its
// place in the order in which they are first named, so that documents, what names them and their places lie side by side as well.
import type { Ledger } from '../ledger/ledger.ts';
import { IN_ARENA, type TextColumn } from '../ledger/text-column.ts';
import { CODES } from './named.ts';
import type { Spread } from './spread.ts';
import { STRETCH } from './stretches.ts';

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
  readonly #spread: Spread;
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
    this.#spread = spread;
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
   * Makes ready for the places of rows from `from` to `to`, a stretch at the most: hashes those that are looked up, and looks at their
   * slots without asking what is there, so that the machine waits for many of them at once. Only rows with something left in `open` are
   * looked up, and with `debits` only debits.
   */
  ahead(texts: TextColumn, open: Float64Array, debits: boolean, from: number, to: number): void {
    const hashes = this.#hashes;
    if (hashes.length === 0) return;
    this.#hash(texts, open, debits, from, to);
    const [slots, last] = [this.#slots, this.#lastSlot];
    let seen = 0;
    for (let at = 0; at < to - from; at++) seen ^= slots[slotOf(hashes[at] as number, last) * 2] as number;
    this.seen = seen;
  }

  #hash(texts: TextColumn, open: Float64Array, debits: boolean, from: number, to: number): void {
    const { customer, currency } = this.#ledger;
    const { codes, numbers, words } = texts;
    const { wide } = this.#spread;
    const { ofCode } = this.#spread.named;
    const hashes = this.#hashes;
    for (let row = from; row < to; row++) {
      const code = codes[row] as number;
      let hash = 0;
      const left = open[row] as number;
      if (ofCode[code] !== 0 && wide[code] === 0 && (debits ? left > 0 : left !== 0)) {
        const number = numbers[row] as number;
        hash = mixed(mixed(code === IN_ARENA ? hashOf(words, number) : mixed(number)) ^ (customer[row] as number));
        hash = mixed(hash ^ (code * CODES + (currency[row] as number)));
      }
      hashes[row - from] = hash;
    }
  }

  /**
   * The place of a row's text, which must be of a series that is named and of the stretch made ready last, which began at `from`; −1 when
   * nobody names it. With `make` it is named by the row itself.
   */
  of(texts: TextColumn, row: number, from: number, make: boolean): number {
    const { least, most } = this.#spread.named;
    const code = texts.codes[row] as number;
    const wide = this.#spread.wide[code] as number;
    if (wide === 0) return this.#lookedUp(texts, row, this.#hashes[row - from] as number, make);
    const number = texts.numbers[row] as number;
    const place = number - (least[code] as number);
    if (place < 0 || number > (most[code] as number)) return -1;
    if (wide === 1) return (this.#spread.begin[code] as number) + place;
    return (this.#spread.begin[code] as number) + place * wide + ((this.#ledger.customer[row] as number) % wide);
  }

  /** A collision costs a comparison, never an answer. */
  #lookedUp(texts: TextColumn, row: number, hash: number, make: boolean): number {
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
