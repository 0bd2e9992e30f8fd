// Which postings name which documents? Rows that share customer, currency and number come together, by one hash table over the words of
// the texts. Numbers are given in sequence, so numbers that differ in their last character lie side by side in it: memory that is far
// away is what ten million rows wait for.
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

/** Slots looked at for one text before the table is laid out anew: in a good one it is two or three. */
const PATIENCE = 16;
const GOLDEN = 0x9e3779b1;

export function referenceGroups(desk: Desk, reference: TextColumn, document: TextColumn): ReferenceGroups {
  // Where many customers have the same numbers, neighbours are strangers: then the customer has a say in where a number lies.
  return (
    new Table(desk, reference, document, false).groups() ??
    (new Table(desk, reference, document, true).groups() as ReferenceGroups)
  );
}

/** Groups by number: made from the sources, then joined by the documents. */
class Table {
  readonly #desk: Desk;
  readonly #reference: TextColumn;
  readonly #document: TextColumn;
  readonly #byOwner: boolean;
  readonly #sources: number;
  readonly #debitSources: boolean;
  /** Pairs: a hash, and the number of a group + 1. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** First source of each group in the order of reading: it carries the key. */
  readonly #keys: Int32Array;
  #count = 0;
  #looks = 0;

  constructor(desk: Desk, reference: TextColumn, document: TextColumn, byOwner: boolean) {
    this.#desk = desk;
    this.#reference = reference;
    this.#document = document;
    this.#byOwner = byOwner;
    let sources = 0;
    let debits = 0;
    const { open } = desk;
    const { ends } = reference;
    for (let row = 0, start = 0; row < desk.ledger.count; row++) {
      const end = ends[row] as number;
      if (end !== start && open[row] !== 0) {
        sources++;
        if ((open[row] as number) > 0) debits++;
      }
      start = end;
    }
    this.#sources = sources;
    this.#debitSources = debits > 0;
    const size = 1 << Math.max(6, Math.ceil(Math.log2(sources * 2 + 1)));
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 2);
    this.#keys = new Int32Array(sources);
  }

  /** Undefined when texts lie too close for their places to be found quickly. */
  groups(): ReferenceGroups | undefined {
    const { ledger, open } = this.#desk;
    const groups = {
      firstSource: new Int32Array(this.#sources),
      firstTarget: new Int32Array(this.#sources),
      nextSource: new Int32Array(this.#sources === 0 ? 0 : ledger.count),
      nextTarget: new Int32Array(this.#sources === 0 ? 0 : ledger.count),
      debitSources: this.#debitSources,
    };
    if (this.#sources === 0) return { ...groups, count: 0 };
    const { firstSource, firstTarget, nextSource, nextTarget } = groups;
    for (let row = 0; row < ledger.count; row++) {
      // What does not exist on the day is not open either.
      if (open[row] === 0 || this.#reference.isEmpty(row)) continue;
      const g = this.#find(this.#reference, row, true);
      nextSource[row] = firstSource[g] as number;
      firstSource[g] = row + 1;
      if (this.#impatient(row)) return undefined;
    }
    for (let row = 0; row < ledger.count; row++) {
      // A debit is named by credits; a credit only where some debit names a document.
      if (!((ledger.amount[row] as number) > 0 || this.#debitSources) || this.#document.isEmpty(row)) continue;
      if (!this.#desk.exists(row)) continue;
      const g = this.#find(this.#document, row, false);
      if (g >= 0) {
        nextTarget[row] = firstTarget[g] as number;
        firstTarget[g] = row + 1;
      }
      if (this.#impatient(row)) return undefined;
    }
    return { ...groups, count: this.#count };
  }

  #impatient(row: number): boolean {
    return !this.#byOwner && this.#looks > (row + this.#sources + 1024) * PATIENCE;
  }

  /** The group of a row's text; a new one, or −1, where there is none. */
  #find(texts: TextColumn, row: number, make: boolean): number {
    const { customer, currency } = this.#desk.ledger;
    const slots = this.#slots;
    const owner = (customer[row] as number) * 257 + (currency[row] as number);
    const { words } = texts;
    const start = texts.start(row);
    const end = texts.end(row);
    let hash = this.#byOwner ? owner : 0;
    for (let i = start; i < end - 1; i++) hash = Math.imul(hash ^ (words[i] as number), GOLDEN) ^ (hash >>> 15);
    const last = words[end - 1] as number;
    // The last character: the highest byte of the last word that is not a zero of the padding.
    const shift = 24 - (Math.clz32(last) & 24);
    hash = Math.imul(hash ^ (last & ~(0xff << shift)) ^ (end - start), GOLDEN);
    hash = Math.imul(hash ^ (hash >>> 15), GOLDEN);
    hash ^= hash >>> 13;
    let slot = ((hash << 4) + (last >>> shift)) & this.#mask;
    const whole = hash ^ (Math.imul(owner, GOLDEN) + last);
    for (let looks = 1; ; looks++) {
      const held = slots[slot * 2 + 1] as number;
      if (held === 0) {
        this.#looks += looks;
        if (!make) return -1;
        this.#keys[this.#count] = row;
        slots[slot * 2] = whole;
        slots[slot * 2 + 1] = ++this.#count;
        return this.#count - 1;
      }
      if (slots[slot * 2] === whole && this.#same(this.#keys[held - 1] as number, texts, row)) {
        this.#looks += looks;
        return held - 1;
      }
      slot = (slot + 1) & this.#mask;
    }
  }

  /** True when the reference of row `source` is this text, of the same customer and currency. */
  #same(source: number, texts: TextColumn, row: number): boolean {
    const { customer, currency } = this.#desk.ledger;
    if (customer[source] !== customer[row] || currency[source] !== currency[row]) return false;
    const a = this.#reference.words;
    const b = texts.words;
    let i = this.#reference.start(source);
    let j = texts.start(row);
    const end = texts.end(row);
    if (this.#reference.end(source) - i !== end - j) return false;
    for (; j < end; i++, j++) if (a[i] !== b[j]) return false;
    return true;
  }
}
