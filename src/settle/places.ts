// Where does a number lie among those that are named? Numbers of a series lie in sequence, as they are given: memory that is far away is
// what ten million rows wait for. Equal numbers of one customer always share a place; others may, and are told apart there.
import { IN_ARENA, type TextColumn } from '../ledger/text-column.ts';
import { CODES, type Named } from './named.ts';

/** Places a series has for each posting that names one of its numbers, where the numbers do not ask for more. */
const ROOM = 1.4;
/** Each number from the smallest to the largest has a place of its own, unless fewer than one in so many is named. */
const SPARSE = 4;

export class Places {
  /** Where the places of each series begin; behind the last one, where they end. */
  readonly begin = new Int32Array(CODES + 1);
  /** 1 for a series in which numbers that differ never share a place. */
  readonly exact = new Uint8Array(CODES);
  readonly #least: Int32Array;
  readonly #most: Int32Array;
  /** Places between a number and the next: a whole number, or less than 1. */
  readonly #step = new Float64Array(CODES);
  /** Places of one number, which customers share. */
  readonly #wide = new Int32Array(CODES).fill(1);

  constructor(named: Named) {
    this.#least = named.least;
    this.#most = named.most;
    for (let code = 0; code < CODES; code++) {
      const count = named.ofCode[code] as number;
      // A series nobody names has no number that is not above the largest.
      const span = count === 0 ? 0 : (named.most[code] as number) - (named.least[code] as number) + 1;
      const exact = span <= count * SPARSE;
      const step = exact ? Math.max(1, Math.floor((count * ROOM) / span)) : (count * ROOM) / span;
      this.begin[code + 1] = (this.begin[code] as number) + (count === 0 ? 0 : Math.ceil(span * step));
      this.#step[code] = step;
      if (!exact) continue;
      this.exact[code] = 1;
      this.#wide[code] = step;
    }
  }

  get count(): number {
    return this.begin[CODES] as number;
  }

  /** The place of a row's text, or −1 where no number of its series is that small or that large. */
  of(texts: TextColumn, row: number, customer: number): number {
    const code = texts.codes[row] as number;
    const stored = texts.numbers[row] as number;
    const number = code === IN_ARENA ? hashOf(texts.words, stored) : stored;
    if (number > (this.#most[code] as number) || number < (this.#least[code] as number)) return -1;
    const wide = this.#wide[code] as number;
    const place =
      (this.begin[code] as number) + Math.floor((number - (this.#least[code] as number)) * (this.#step[code] as number));
    return wide === 1 ? place : place + (customer % wide);
  }
}

function hashOf(words: Int32Array, place: number): number {
  const length = words[place] as number;
  let hash = length;
  for (let i = 1; i <= length; i++) hash = mixed(hash ^ (words[place + i] as number));
  return mixed(hash);
}

function mixed(hash: number): number {
  const product = Math.imul(hash, 0x9e3779b1);
  return product ^ (product >>> 15);
}
