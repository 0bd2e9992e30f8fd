// Where does a number lie among those that are named? In a series of which many are named each number has a place of its own, in sequence
// as numbers are given: memory that is far away is what ten million rows wait for. Any other text is looked up in a hash table.
import type { Ledger } from '../ledger/ledger.ts';
import { IN_ARENA, type TextColumn } from '../ledger/text-column.ts';
import { CODES, type Named } from './named.ts';

/** Places for each posting that names one, where the numbers do not ask for more. */
const ROOM = 1.4;
/** Each number from the smallest to the largest has places of its own, unless fewer than one in so many is named. */
const SPARSE = 4;
/** What a place of the hash table is for: number, customer, and what else tells groups apart. */
const KEY = 3;

export class Places {
  /** Places up to here are of one number; those behind it of one number, customer and currency. */
  readonly hashed: number;
  readonly count: number;
  /** Two numbers a place: where the chains of its sources and of its targets begin, for who fills them. */
  readonly firsts: Int32Array;
  readonly #ledger: Ledger;
  readonly #reference: TextColumn;
  readonly #named: Named;
  /** Where the places of each series begin, and how many a number has, which customers share; 0 for a series in the hash table. */
  readonly #begin = new Int32Array(CODES);
  readonly #wide = new Int32Array(CODES);
  readonly #keys: Int32Array;

  constructor(ledger: Ledger, reference: TextColumn, named: Named) {
    this.#ledger = ledger;
    this.#reference = reference;
    this.#named = named;
    let end = 0;
    let others = 0;
    for (let code = 0; code < CODES; code++) {
      const count = named.ofCode[code] as number;
      if (count === 0) continue;
      const span = (named.most[code] as number) - (named.least[code] as number) + 1;
      if (span > count * SPARSE) others += count;
      else {
        const wide = Math.max(1, Math.floor((count * ROOM) / span));
        this.#wide[code] = wide;
        this.#begin[code] = end;
        end += span * wide;
      }
    }
    this.hashed = end;
    // One is free at least, so that a search ends.
    this.count = end + (others === 0 ? 0 : Math.ceil(others * ROOM) + 1);
    this.firsts = new Int32Array(this.count * 2);
    this.#keys = new Int32Array((this.count - end) * KEY);
  }

  /** The place of a row's text, which must be of a series that is named; −1 when nobody names it. With `make` it is named by the row itself. */
  of(texts: TextColumn, row: number, make: boolean): number {
    const { least, most } = this.#named;
    const code = texts.codes[row] as number;
    const number = texts.numbers[row] as number;
    const wide = this.#wide[code] as number;
    if (wide === 0) return this.#lookedUp(texts, row, code, code === IN_ARENA ? hashOf(texts.words, number) : number, make);
    const place = number - (least[code] as number);
    if (place < 0 || number > (most[code] as number)) return -1;
    if (wide === 1) return (this.#begin[code] as number) + place;
    return (this.#begin[code] as number) + place * wide + ((this.#ledger.customer[row] as number) % wide);
  }

  /** `number`: that of the series, or the hash of a text of the arena. A collision costs a comparison, never an answer. */
  #lookedUp(texts: TextColumn, row: number, code: number, number: number, make: boolean): number {
    const [keys, firsts, hashed] = [this.#keys, this.firsts, this.hashed];
    const customer = this.#ledger.customer[row] as number;
    const kind = code * CODES + (this.#ledger.currency[row] as number);
    const hash = mixed(mixed(mixed(number) ^ customer) ^ kind);
    let place = Math.floor(((hash >>> 0) / 2 ** 32) * (this.count - hashed));
    for (;;) {
      const source = Math.abs(firsts[(hashed + place) * 2] as number);
      if (source === 0) break;
      const at = place * KEY;
      if (
        keys[at] === number &&
        keys[at + 1] === customer &&
        keys[at + 2] === kind &&
        (code !== IN_ARENA || this.#same(texts, row, source - 1))
      ) {
        return hashed + place;
      }
      place++;
      if (place === this.count - hashed) place = 0;
    }
    if (!make) return -1;
    keys[place * KEY] = number;
    keys[place * KEY + 1] = customer;
    keys[place * KEY + 2] = kind;
    return hashed + place;
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
