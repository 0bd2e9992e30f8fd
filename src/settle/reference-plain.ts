// Which rows name documents, and which carry what is named, where there is no kernel? What references.wat does, in loops over the rows.

import { inStretches, STRETCH } from '../core/stretches.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { TextColumn } from '../ledger/text-column.ts';
import { Places } from './places.ts';
import type { Chains } from './reference-kernel.ts';
import type { Spread } from './spread.ts';

export function chainedPlainly(
  ledger: Ledger,
  spread: Spread,
  sources: readonly [TextColumn, Float64Array],
  targets: readonly [TextColumn, Float64Array],
): Chains {
  const rows = ledger.count;
  const firsts = new Int32Array((spread.end + spread.others) * 2);
  // Memory that is not written is not there: most numbers are named once, and carried once.
  const [nextSource, nextTarget] = [new Int32Array(rows + 1), new Int32Array(rows + 1)];
  const list = new Int32Array(STRETCH);
  const sourcesLeft = chained(ledger, spread, ...sources, true, firsts, nextSource, 0);
  const targetsLeft = chained(ledger, spread, ...targets, spread.named.debits, firsts, nextTarget, 1);
  const places = new Places(ledger, sources[0], spread, firsts);
  chainLeft(places, sources[0], sourcesLeft, firsts, nextSource, 0);
  chainLeft(places, targets[0], targetsLeft, firsts, nextTarget, 1);
  return {
    places: places.count,
    firsts,
    nextSource,
    nextTarget,
    answered: (from, to) => answered(firsts, from, to, list),
    list,
  };
}

/** Chains rows whose texts have no place in sequence: sources (`side` 0), then targets (1). */
function chainLeft(places: Places, texts: TextColumn, rows: Int32Array, firsts: Int32Array, next: Int32Array, side: 0 | 1): void {
  inStretches(0, rows.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = rows[i] as number;
      const place = places.of(texts, row, side === 0);
      if (place >= 0) link(firsts, next, place * 2 + side, row);
    }
  });
}

/** Chains the rows of one side (0 sources, 1 targets), those with amounts below zero only where `credits` says so; returns those without a place. */
function chained(
  { count, customer }: Ledger,
  { named, wide, begin, others }: Spread,
  texts: TextColumn,
  amounts: Float64Array,
  credits: boolean,
  firsts: Int32Array,
  next: Int32Array,
  side: 0 | 1,
): Int32Array {
  const { codes, numbers } = texts;
  const { least, most } = named;
  const left = new Int32Array(others === 0 ? 0 : count);
  let found = 0;
  inStretches(0, count, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes[row] as number;
      const places = wide[code] as number;
      const amount = amounts[row] as number;
      if (places === 0 || amount === 0 || (amount < 0 && !credits)) continue;
      if (places < 0) {
        left[found++] = row;
        continue;
      }
      const number = numbers[row] as number;
      if (number < (least[code] as number) || number > (most[code] as number)) continue;
      const own = places === 1 ? 0 : (customer[row] as number) % places;
      link(firsts, next, ((begin[code] as number) + (number - (least[code] as number)) * places + own) * 2 + side, row);
    }
  });
  return left.subarray(0, found);
}

/** Puts a row before the chain that begins at entry `at` of `firsts`. */
function link(firsts: Int32Array, next: Int32Array, at: number, row: number): void {
  // No branch of its own for a row that has another before it: entry 0 belongs to nobody.
  const before = firsts[at] as number;
  next[before === 0 ? 0 : row + 1] = Math.abs(before);
  firsts[at] = before === 0 ? row + 1 : -1 - row;
}

function answered(firsts: Int32Array, from: number, to: number, list: Int32Array): number {
  let count = 0;
  for (let place = from; place < to; place++) {
    if (firsts[place * 2] !== 0 && firsts[place * 2 + 1] !== 0) list[count++] = place;
  }
  return count;
}
