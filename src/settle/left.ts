// Where does settlement keep what is left of each posting, and by which evidence it was settled? In the memory of a kernel that settles pairs
// (references.wat), or where there is none in columns that a loop goes through: loops over amounts are slow while the engine is cold, since each becomes an object.

import { forMany, kernelOf } from '../core/room.ts';
import { STRETCH } from '../core/stretches.ts';
import type { Memory } from '../core/wasm.ts';
import { MODULE } from './references-module.ts';

/** How many pairs had something left on both sides, and how many of their credits had no evidence before. */
export type Paired = { readonly settled: number; readonly matched: number };

export type Left = {
  /** What is left of each posting, in minor units, debits positive. */
  readonly open: Float64Array;
  /** By which evidence each was settled, in bits. */
  readonly evidence: Uint8Array;
  /** The rows of pairs that are to be settled: a stretch at the most. */
  readonly debits: Int32Array;
  readonly credits: Int32Array;
  /** Takes off both rows of the first `count` pairs what both have left. Their rows are settled one pair after another. */
  readonly pairs: (count: number, bit: number) => Paired;
};

/** Of postings of which nothing is settled, in a copy of their amounts. */
export function leftOf(amounts: Float64Array): Left {
  return forMany(amounts.length, () => leftInKernel(amounts)) ?? leftPlainly(amounts);
}

/** What references.wat exports for pairs; it is described there. */
type Code = {
  readonly memory: Memory;
  pairs(open: number, evidence: number, debits: number, credits: number, count: number, bit: number, found: number): void;
};

/** Undefined where there is no kernel. It has its memory for itself, which does not grow: what is seen of it here stays. */
export function leftInKernel(amounts: Float64Array): Left | undefined {
  const kernel = kernelOf<Code, readonly [number, number, number, number, number]>(MODULE, (room) => {
    const [open, evidence] = [room.put(amounts), room.take(amounts.length)];
    return [open, evidence, room.take(STRETCH * 4), room.take(STRETCH * 4), room.take(8)];
  });
  if (kernel === undefined) return undefined;
  const { code, room, places } = kernel;
  const [open, evidence, debits, credits, found] = places;
  const counts = room.words(found, 2);
  return {
    open: room.doubles(open, amounts.length),
    evidence: room.bytes(evidence, amounts.length),
    debits: room.words(debits, STRETCH),
    credits: room.words(credits, STRETCH),
    pairs: (count, bit) => {
      counts.fill(0);
      code.pairs(open, evidence, debits, credits, count, bit, found);
      return { settled: counts[0] as number, matched: counts[1] as number };
    },
  };
}

export function leftPlainly(amounts: Float64Array): Left {
  const [open, evidence] = [amounts.slice(), new Uint8Array(amounts.length)];
  // A pair is of two rows, and no row is of two pairs of a stretch on the same side.
  const most = Math.min(STRETCH, amounts.length);
  const [debits, credits] = [new Int32Array(most), new Int32Array(most)];
  return {
    open,
    evidence,
    debits,
    credits,
    pairs: (count, bit) => pairs(open, evidence, debits.subarray(0, count), credits, bit),
  };
}

function pairs(open: Float64Array, evidence: Uint8Array, debits: Int32Array, credits: Int32Array, bit: number): Paired {
  let [settled, matched] = [0, 0];
  for (let i = 0; i < debits.length; i++) {
    const debit = debits[i] as number;
    const credit = credits[i] as number;
    const owed = open[debit] as number;
    const paid = open[credit] as number;
    const amount = owed < -paid ? owed : -paid;
    if (amount <= 0) continue;
    open[debit] = owed - amount;
    open[credit] = paid + amount;
    settled++;
    evidence[debit] = (evidence[debit] as number) | bit;
    const before = evidence[credit] as number;
    if (before === 0) matched++;
    evidence[credit] = before | bit;
  }
  return { settled, matched };
}
