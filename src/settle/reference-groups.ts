// Which postings name which documents? Rows that name a number (sources) and rows that carry it (targets) are chained from the number's
// place; those of one customer and currency are a group.
import type { Ledger } from '../ledger/ledger.ts';
import { NO_TEXT, type TextColumn } from '../ledger/text-column.ts';
import { Named } from './named.ts';
import { Places } from './places.ts';
import { inStretches } from './stretches.ts';

/** Rows are told as row + 1. What begins a chain is negative when others are behind it; 0 is nobody. */
export class ReferenceGroups {
  /** Some source is a debit. */
  readonly debitSources: boolean;
  readonly places: Places;
  /** The source behind each, and the target. */
  readonly nextSource: Int32Array;
  readonly nextTarget: Int32Array;
  readonly #ledger: Ledger;

  /**
   * `open`: what is left of each posting, 0 for those that do not exist on the day. `posted`: its whole amount, 0 likewise: a document that is settled
   * still carries its number.
   */
  constructor(ledger: Ledger, reference: TextColumn, document: TextColumn, open: Float64Array, posted: Float64Array) {
    this.#ledger = ledger;
    const named = new Named();
    inStretches(0, ledger.count, (from, to) => named.count(reference, open, from, to));
    const rows = named.all === 0 ? 0 : ledger.count;
    this.debitSources = named.debits;
    this.places = new Places(ledger, reference, named);
    // Memory that is not written is not there: most numbers are named once, and carried once.
    this.nextSource = new Int32Array(rows + 1);
    this.nextTarget = new Int32Array(rows + 1);
    inStretches(0, rows, (from, to) => this.#addSources(reference, open, from, to));
    inStretches(0, rows, (from, to) => this.#addTargets(document, posted, named.ofCode, from, to));
  }

  #addSources(reference: TextColumn, open: Float64Array, from: number, to: number): void {
    const { codes } = reference;
    const [firsts, next] = [this.places.firsts, this.nextSource];
    this.places.ahead(reference, open, false, from, to);
    for (let row = from; row < to; row++) {
      if (codes[row] === NO_TEXT || open[row] === 0) continue;
      const at = this.places.of(reference, row, from, true) * 2;
      // No branch of its own for a row that has another before it: entry 0 belongs to nobody.
      const before = firsts[at] as number;
      next[before === 0 ? 0 : row + 1] = Math.abs(before);
      firsts[at] = before === 0 ? row + 1 : -1 - row;
    }
  }

  #addTargets(document: TextColumn, posted: Float64Array, ofCode: Int32Array, from: number, to: number): void {
    const { codes } = document;
    const [firsts, next] = [this.places.firsts, this.nextTarget];
    this.places.ahead(document, posted, !this.debitSources, from, to);
    for (let row = from; row < to; row++) {
      if (ofCode[codes[row] as number] === 0) continue;
      const amount = posted[row] as number;
      // A debit is named by credits; a credit only where some debit names a document.
      if (amount <= 0 && (amount === 0 || !this.debitSources)) continue;
      const place = this.places.of(document, row, from, false);
      if (place < 0 || firsts[place * 2] === 0) continue;
      const at = place * 2 + 1;
      const before = firsts[at] as number;
      next[before === 0 ? 0 : row + 1] = Math.abs(before);
      firsts[at] = before === 0 ? row + 1 : -1 - row;
    }
  }

  /** True when two rows of a place are of one group. */
  areOne(place: number, a: number, b: number): boolean {
    const { customer, currency } = this.#ledger;
    return place >= this.places.hashed || (customer[a] === customer[b] && currency[a] === currency[b]);
  }

  /** Receives the groups of a place that have targets: their rows, each list the last row first. */
  eachOf(place: number, receive: (sources: number[], targets: number[]) => void): void {
    const sources = chained(this.places.firsts[place * 2] as number, this.nextSource);
    const targets = chained(this.places.firsts[place * 2 + 1] as number, this.nextTarget);
    // The usual place holds one group.
    const first = sources[0] as number;
    if ([...sources, ...targets].every((row) => this.areOne(place, first, row))) {
      receive(sources, targets);
      return;
    }
    const together = (a: number, b: number): number => this.#compare(a, b) || b - a;
    sources.sort(together);
    targets.sort(together);
    let t = 0;
    for (let s = 0; s < sources.length; ) {
      const [key, begin] = [sources[s] as number, s];
      while (s < sources.length && this.areOne(place, key, sources[s] as number)) s++;
      while (t < targets.length && this.#compare(targets[t] as number, key) < 0) t++;
      const carried = t;
      while (t < targets.length && this.areOne(place, key, targets[t] as number)) t++;
      if (t > carried) receive(sources.slice(begin, s), targets.slice(carried, t));
    }
  }

  /** Puts rows in an order in which those of one group lie together. */
  #compare(a: number, b: number): number {
    const { customer, currency } = this.#ledger;
    return (customer[a] as number) - (customer[b] as number) || (currency[a] as number) - (currency[b] as number);
  }
}

function chained(first: number, next: Int32Array): number[] {
  const rows: number[] = [];
  for (let entry = Math.abs(first); entry !== 0; entry = next[entry] as number) rows.push(entry - 1);
  return rows;
}
