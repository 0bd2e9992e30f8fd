// Which postings name which documents? Rows that share customer, currency and number come together, by one hash table over the words of
// the texts. Numbers are given in sequence, so numbers that differ in their last character lie side by side in it: memory that is far
// away is what ten million rows wait for.
import type { Ledger } from '../ledger/ledger.ts';
import type { TextColumn } from '../ledger/text-column.ts';
import type { Desk } from './desk.ts';

/** Chains of rows by number: those that name it (sources) and those that carry it (targets). Entries are rows + 1; 0 ends a chain. */
export type ReferenceGroups = {
  readonly count: number;
  readonly firstSource: Int32Array;
  readonly firstTarget: Int32Array;
  readonly nextSource: Int32Array;
  readonly nextTarget: Int32Array;
  /** Some source is a debit. */
  readonly debitSources: boolean;
};

/** Slots looked at for one text, on average, before the table is laid out anew: in a good one it is two or three. */
const PATIENCE = 16;
const GOLDEN = 0x9e3779b1;

export function referenceGroups(desk: Desk, reference: TextColumn, document: TextColumn): ReferenceGroups {
  const found = countSources(desk, reference);
  // Where many customers have the same numbers, neighbours are strangers: then the customer has a say in where a number lies.
  return grouped(desk, reference, document, found, false) ?? (grouped(desk, reference, document, found, true) as ReferenceGroups);
}

type Sources = { readonly count: number; readonly debits: boolean };

/** Postings that name a document and have something left. What does not exist on the day is not open either. */
function countSources({ open, ledger }: Desk, reference: TextColumn): Sources {
  const { ends } = reference;
  let count = 0;
  let debits = false;
  // Nothing is named by anyone in a ledger of open items.
  if (reference.used === 0) return { count, debits };
  for (let row = 0, start = 0; row < ledger.count; row++) {
    const end = ends[row] as number;
    if (end !== start && open[row] !== 0) {
      count++;
      if ((open[row] as number) > 0) debits = true;
    }
    start = end;
  }
  return { count, debits };
}

/** Undefined when texts lie too close for their places to be found quickly; never with `byOwner`. */
function grouped(
  desk: Desk,
  reference: TextColumn,
  document: TextColumn,
  sources: Sources,
  byOwner: boolean,
): ReferenceGroups | undefined {
  const { ledger, open } = desk;
  const rows = sources.count === 0 ? 0 : ledger.count;
  const table = new NumberTable(ledger, reference, sources.count, byOwner);
  const { firstSource } = table;
  const firstTarget = new Int32Array(sources.count);
  const nextSource = new Int32Array(rows);
  const nextTarget = new Int32Array(rows);
  const { amount, day } = ledger;
  const numbers = reference.ends;
  for (let row = 0, start = 0, done = 0; row < rows; row++) {
    const end = numbers[row] as number;
    if (end !== start && open[row] !== 0) {
      const g = table.group(reference.words, start, end, row, true);
      const first = firstSource[g] as number;
      // The first one stays the first: it carries the key.
      if (first !== row + 1) {
        nextSource[row] = nextSource[first - 1] as number;
        nextSource[first - 1] = row + 1;
      }
      if (!byOwner && table.looks > (++done + 1024) * PATIENCE) return undefined;
    }
    start = end;
  }
  const carried = document.ends;
  for (let row = 0, start = 0; row < rows; row++) {
    const end = carried[row] as number;
    // A debit is named by credits; a credit only where some debit names a document.
    if (end !== start && ((amount[row] as number) > 0 || sources.debits) && (day[row] as number) <= desk.day) {
      const g = table.group(document.words, start, end, row, false);
      if (g >= 0) {
        const first = firstTarget[g] as number;
        // Memory that is not written is not there: most numbers are carried by one document.
        if (first !== 0) nextTarget[row] = first;
        firstTarget[g] = row + 1;
      }
      if (!byOwner && table.looks > (sources.count + row + 1024) * PATIENCE) return undefined;
    }
    start = end;
  }
  return { count: table.count, firstSource, firstTarget, nextSource, nextTarget, debitSources: sources.debits };
}

/** Slots of a block: one for each last digit. */
const LANES = 10;
/** Blocks looked at in a lane before any free slot will do. */
const LANE_LOOKS = 8;

/**
 * Numbers of groups by text and owner. Texts that differ in their last character share a block of ten slots; where the slot is taken, the
 * next block's is tried, so that neighbours stay neighbours. A third of the slots or more are free.
 */
class NumberTable {
  /** Groups so far. */
  count = 0;
  /** Slots looked at so far. */
  looks = 0;
  /** First source of each group, + 1: its text and its owner are the group's key. */
  readonly firstSource: Int32Array;
  /** Two numbers a slot: hash, and group + 1. */
  readonly #slots: Int32Array;
  readonly #size: number;
  readonly #blocks: number;
  readonly #words: Int32Array;
  readonly #ends: Int32Array;
  readonly #customer: Int32Array;
  readonly #currency: Uint8Array;
  readonly #byOwner: boolean;

  constructor(ledger: Ledger, reference: TextColumn, most: number, byOwner: boolean) {
    this.#blocks = Math.max(8, Math.ceil((most * 1.5) / LANES));
    this.#size = this.#blocks * LANES;
    this.#slots = new Int32Array(this.#size * 2);
    this.firstSource = new Int32Array(most);
    this.#words = reference.words;
    this.#ends = reference.ends;
    this.#customer = ledger.customer;
    this.#currency = ledger.currency;
    this.#byOwner = byOwner;
  }

  /** The group of a text of a row; where there is none, a new one whose key it becomes, or −1. A collision costs a comparison, never an answer. */
  group(words: Int32Array, start: number, end: number, row: number, make: boolean): number {
    const slots = this.#slots;
    const size = this.#size;
    let hash = this.#byOwner ? (this.#customer[row] as number) * 257 + (this.#currency[row] as number) : 0;
    for (let i = start; i < end - 1; i++) hash = Math.imul(hash ^ (words[i] as number), GOLDEN) ^ (hash >>> 15);
    const last = words[end - 1] as number;
    // The last character: the highest byte of the last word that is not a zero of the padding.
    const shift = 24 - (Math.clz32(last) & 24);
    hash = Math.imul(hash ^ (last & ~(0xff << shift)) ^ (end - start), GOLDEN);
    hash = Math.imul(hash ^ (hash >>> 15), GOLDEN);
    hash ^= hash >>> 13;
    // The hash as a share of all blocks.
    let slot = Math.floor(((hash >>> 0) / 2 ** 32) * this.#blocks) * LANES + ((last >>> shift) % LANES);
    for (let looks = 1; ; looks++) {
      const held = slots[slot * 2 + 1] as number;
      if (held === 0) {
        this.looks += looks;
        if (!make) return -1;
        slots[slot * 2] = hash;
        slots[slot * 2 + 1] = ++this.count;
        this.firstSource[this.count - 1] = row + 1;
        return this.count - 1;
      }
      if (slots[slot * 2] === hash && this.#same((this.firstSource[held - 1] as number) - 1, words, start, end, row)) {
        this.looks += looks;
        return held - 1;
      }
      slot += looks < LANE_LOOKS ? LANES : 1;
      if (slot >= size) slot -= size;
    }
  }

  /** True when the reference of a source is this text, and both rows are of one customer and currency. */
  #same(source: number, words: Int32Array, start: number, end: number, row: number): boolean {
    if (this.#customer[source] !== this.#customer[row] || this.#currency[source] !== this.#currency[row]) return false;
    let from = source === 0 ? 0 : (this.#ends[source - 1] as number);
    if ((this.#ends[source] as number) - from !== end - start) return false;
    for (let i = start; i < end; i++, from++) if (this.#words[from] !== words[i]) return false;
    return true;
  }
}
