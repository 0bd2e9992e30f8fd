// Which postings name which documents? Rows that name a number (sources) and rows that carry it (targets) are chained from the number's
// place; those of one customer and currency are a group.

import { forMany } from '../core/room.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { TextColumn } from '../ledger/text-column.ts';
import type { Named } from './named.ts';
import { type Chains, chainedByKernel } from './reference-kernel.ts';
import { chainedPlainly } from './reference-plain.ts';
import { Spread } from './spread.ts';

/** Rows are told as in Chains. */
export class ReferenceGroups {
  /** Some source is a debit. */
  readonly debitSources: boolean;
  /** Places up to here are of one number; those behind it of one text, customer and currency. */
  readonly hashed: number;
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
    this.hashed = spread.end;
    const sides = [[reference, open] as const, [document, posted] as const] as const;
    this.chains =
      forMany(ledger.count, () => chainedByKernel(ledger, spread, ...sides)) ?? chainedPlainly(ledger, spread, ...sides);
  }

  /** True when two rows of a place are of one group. */
  areOne(place: number, a: number, b: number): boolean {
    const { customer, currency } = this.#ledger;
    return place >= this.hashed || (customer[a] === customer[b] && currency[a] === currency[b]);
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
