// What do all postings and all open amounts come to, per currency and per customer and currency? One pass of a kernel (proof.wat), or where
// the engine compiles nothing of the loop in proof-plain.ts.
import { type Day, NO_DAY } from '../core/day.ts';
import { forMany, type Kernel, kernelOf } from '../core/room.ts';
import type { Memory } from '../core/wasm.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Settled } from './open-items.ts';
import { MODULE } from './proof-module.ts';
import { lastDayPlainly, summedPlainly } from './proof-plain.ts';

/** Sums per index of the ledger's currencies, and counts. */
export type Summed = {
  /** What is open. */
  readonly left: Float64Array;
  /** What is posted after the day. */
  readonly later: Float64Array;
  /** Customers and currencies whose postings up to the day are not what is open and what their columns settled. */
  readonly differ: number;
  /** Credits up to the day, and postings after it. */
  readonly credits: number;
  readonly laterCount: number;
};

/** What proof.wat exports; each function is described there. */
type Code = {
  readonly memory: Memory;
  latest(at: number, end: number, largest: number): number;
  add(block: number, count: number): void;
  total(block: number, count: number): void;
  differ(block: number): number;
};

type Places = { block: number; sums: number };

/** Bytes of the record of a customer in a currency, and of the sums of a currency. */
const RECORD = 16;
/** Where the counts stand in the block. */
const COUNTS = 40;

export function summed(ledger: Ledger, settled: Settled): Summed {
  return (
    forMany(ledger.count, () => untouchedByKernel(ledger, settled) ?? summedByKernel(ledger, settled)) ??
    summedPlainly(ledger, settled)
  );
}

/**
 * The sums of a ledger of which nothing is settled, so that what is open is the column of amounts itself; undefined for any other, for one that
 * has postings after the day, which are not open, and where there is no kernel.
 */
export function untouchedByKernel(ledger: Ledger, settled: Settled): Summed | undefined {
  const { amount, count } = ledger;
  const { buffer, byteOffset } = settled.open;
  if (settled.alone !== undefined || buffer !== amount.buffer || byteOffset !== amount.byteOffset) return undefined;
  const kernel = kernelOf<Code, Places>(MODULE, (room) => {
    const sums = room.take(ledger.currencies.length * RECORD);
    const lanes = [0, room.lane(ledger.currency, 'byte'), room.lane(ledger.day, 'word'), room.lane(amount, 'double')];
    return { block: room.put(Int32Array.of(...lanes, 0, 0, 0, 0, sums, settled.day, 0, 0)), sums };
  });
  kernel?.room.eachBatch(count, (rows) => kernel.code.total(kernel.places.block, rows));
  const found = kernel && sumsIn(kernel, ledger);
  return found === undefined || found.laterCount > 0 ? undefined : { ...found, differ: 0 };
}

/** Undefined where there is no kernel. */
export function summedByKernel(ledger: Ledger, settled: Settled): Summed | undefined {
  const { count, customer, currency, day, amount, customers, currencies } = ledger;
  const kernel = kernelOf<Code, Places>(MODULE, (room) => {
    // A further currency of a customer takes a posting of its own.
    const further = Math.min(count, customers.size * Math.max(0, currencies.length - 1));
    const owners = room.take((customers.size + further) * RECORD);
    const sums = room.take(currencies.length * RECORD);
    const posted = [room.lane(customer, 'word'), room.lane(currency, 'byte'), room.lane(day, 'word')];
    const amounts = [amount.subarray(0, count), settled.open, settled.alone].map((column) => room.lane(column, 'double'));
    const records = [owners, owners + customers.size * RECORD, sums];
    return { block: room.put(Int32Array.of(...posted, ...amounts, ...records, settled.day, 0, 0)), sums };
  });
  if (kernel === undefined) return undefined;
  const { code, room, places } = kernel;
  room.eachBatch(count, (rows) => code.add(places.block, rows));
  return { ...sumsIn(kernel, ledger), differ: code.differ(places.block) };
}

function sumsIn({ room, places }: Kernel<Code, Places>, { currencies }: Ledger): Omit<Summed, 'differ'> {
  const found = room.doubles(places.sums, currencies.length * 2);
  const counted = room.words(places.block + COUNTS, 2);
  return {
    left: found.filter((_, i) => i % 2 === 0),
    later: found.filter((_, i) => i % 2 === 1),
    credits: counted[0] as number,
    laterCount: counted[1] as number,
  };
}

/** The largest posting day, or NO_DAY for a ledger without postings. */
export function lastDayOf(ledger: Ledger): Day {
  return forMany(ledger.count, () => lastDayByKernel(ledger)) ?? lastDayPlainly(ledger);
}

export function lastDayByKernel({ day, count }: Ledger): Day | undefined {
  const kernel = kernelOf<Code, number>(MODULE, (room) => room.lane(day, 'word'));
  let last: number = NO_DAY;
  kernel?.room.eachBatch(count, (rows) => {
    last = kernel.code.latest(kernel.places, kernel.places + rows * 4, last);
  });
  return kernel && (last as Day);
}
