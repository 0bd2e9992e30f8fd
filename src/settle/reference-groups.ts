// Which postings name which documents? Rows that name a number (sources) and rows that carry it (targets) are chained from the number's
// place; those of one customer and currency are a group.
import type { Ledger } from '../ledger/ledger.ts';
import type { TextColumn } from '../ledger/text-column.ts';
import type { Named } from './named.ts';
import { Places } from './places.ts';
import { type Chains, chainedByKernel } from './reference-kernel.ts';
import { Spread } from './spread.ts';
import { inStretches, STRETCH } from './stretches.ts';

/** Rows are told as in Chains. */
export class ReferenceGroups {
  /** Some source is a debit. */
  readonly debitSources: boolean;
  readonly places: Places;
  readonly chains: Chains;
  readonly #ledger: Ledger;

  /**
   * `open`: what is left of each posting, 0 for those that do not exist on the day. `posted`: its whole amount, 0 likewise: a document that is settled
   * still carries its number.
   */
  constructor(
    ledger: Ledger,
    reference: TextColumn,
    document: TextColumn,
    open: Float64Array,
    posted: Float64Array,
    named: Named,
  ) {
    this.#ledger = ledger;
    this.debitSources = named.debits;
    const spread = new Spread(named);
    const chained = chainedByKernel(ledger, spread, [reference, open], [document, posted]);
    this.chains = chained ?? emptyChains(spread.end + spread.others, ledger.count);
    this.places = new Places(ledger, reference, spread, this.chains.firsts);
    if (chained !== undefined && spread.others === 0) return;
    // By code: what the kernel has left to do.
    const left = named.ofCode.map((count, code) => (chained === undefined || spread.wide[code] === 0 ? count : 0));
    inStretches(0, ledger.count, (from, to) => this.#addSources(reference, open, left, from, to));
    inStretches(0, ledger.count, (from, to) => this.#addTargets(document, posted, left, from, to));
  }

  #addSources(reference: TextColumn, open: Float64Array, left: Int32Array, from: number, to: number): void {
    const { codes } = reference;
    const { firsts, nextSource: next } = this.chains;
    this.places.ahead(reference, open, false, from, to);
    for (let row = from; row < to; row++) {
      if (left[codes[row] as number] === 0 || open[row] === 0) continue;
      const at = this.places.of(reference, row, from, true) * 2;
      // No branch of its own for a row that has another before it: entry 0 belongs to nobody.
      const before = firsts[at] as number;
      next[before === 0 ? 0 : row + 1] = Math.abs(before);
      firsts[at] = before === 0 ? row + 1 : -1 - row;
    }
  }

  #addTargets(document: TextColumn, posted: Float64Array, left: Int32Array, from: number, to: number): void {
    const { codes } = document;
    const { firsts, nextTarget: next } = this.chains;
    this.places.ahead(document, posted, !this.debitSources, from, to);
    for (let row = from; row < to; row++) {
      if (left[codes[row] as number] === 0) continue;
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
    const { firsts, nextSource, nextTarget } = this.chains;
    const sources = chained(firsts[place * 2] as number, nextSource);
    const targets = chained(firsts[place * 2 + 1] as number, nextTarget);
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

/** Chains of nobody yet. Memory that is not written is not there: most numbers are named once, and carried once. */
function emptyChains(places: number, rows: number): Chains {
  const firsts = new Int32Array(places * 2);
  const list = new Int32Array(STRETCH);
  const answered = (from: number, to: number): number => {
    let count = 0;
    for (let place = from; place < to; place++) {
      if (firsts[place * 2] !== 0 && firsts[place * 2 + 1] !== 0) list[count++] = place;
    }
    return count;
  };
  return { firsts, nextSource: new Int32Array(rows + 1), nextTarget: new Int32Array(rows + 1), answered, list };
}
