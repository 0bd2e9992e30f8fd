// Counts what is named, and chains the rows that name and carry it, by a kernel (references.wat). Undefined where there is no kernel:
// reference-plain.ts does the same in loops.
import { type Kernel, kernelOf } from '../core/room.ts';
import { STRETCH } from '../core/stretches.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { NO_TEXT, type TextColumn } from '../ledger/text-column.ts';
import { MODULE } from './references-module.ts';
import type { Spread } from './spread.ts';
import { type TextCode, TextTable } from './text-table.ts';

/** What references.wat exports; each function is described there. */
type Code = TextCode & {
  count(block: number, count: number): void;
  chain(block: number, row: number, count: number): void;
  answered(firsts: number, from: number, to: number, list: number): number;
};

/** Where the place of the next row left stands in a block. */
const LEFT = 32;

/** Places of what `chain` works on: blocks, and what their numbers point to. */
type Laid = Record<
  'source' | 'target' | 'firsts' | 'nextSource' | 'nextTarget' | 'sourcesLeft' | 'targetsLeft' | 'list',
  number
> & {
  readonly table: TextTable | undefined;
};

/**
 * Counts the rows that name a document and have something left into `ofCode`, with the smallest and the largest number of each series.
 * Returns whether some of them are debits.
 */
export function countedByKernel(
  reference: TextColumn,
  open: Float64Array,
  rows: number,
  ofCode: Int32Array,
  least: Int32Array,
  most: Int32Array,
): boolean | undefined {
  const kernel = kernelOf<Code, { block: number; counts: number }>(MODULE, (room) => {
    const [counts] = [room.put(ofCode), room.put(least), room.put(most), room.take(ofCode.byteLength)];
    const columns = [room.lane(reference.codes, 'byte'), room.lane(reference.numbers, 'word'), room.lane(open, 'double')];
    return { block: room.put(Int32Array.of(...columns, counts)), counts };
  });
  if (kernel === undefined) return undefined;
  const { code, room, places } = kernel;
  room.eachBatch(rows, (count) => code.count(places.block, count));
  const codes = ofCode.length;
  const found = room.words(places.counts, codes * 4);
  ofCode.set(found.subarray(0, codes));
  least.set(found.subarray(codes, codes * 2));
  most.set(found.subarray(codes * 2, codes * 3));
  ofCode[NO_TEXT] = 0;
  return found.subarray(codes * 3 + NO_TEXT + 1).some((debits) => debits > 0);
}

/** Rows chained from their places. They are told as row + 1; what begins a chain is negative when others are behind it; 0 is nobody. */
export type Chains = {
  /** Places there are. Those in sequence come first, and are of one number; those behind them of one text, customer and currency. */
  readonly places: number;
  /** Two numbers a place: where the chains of its sources and of its targets begin. */
  readonly firsts: Int32Array;
  /** The source behind each, and the target. */
  readonly nextSource: Int32Array;
  readonly nextTarget: Int32Array;
  /** Writes which of the places from `from` to `to`, a stretch at the most, have sources and targets into `list`; returns how many. */
  readonly answered: (from: number, to: number) => number;
  readonly list: Int32Array;
};

/** `sources` and `targets`: the texts, and the amounts of rows that count. */
export function chainedByKernel(
  ledger: Ledger,
  spread: Spread,
  sources: readonly [TextColumn, Float64Array],
  targets: readonly [TextColumn, Float64Array],
): Chains | undefined {
  const rows = ledger.count;
  const { named } = spread;
  const kernel = kernelOf<Code, Laid>(MODULE, (room, code) => {
    const [series] = [room.put(spread.wide), room.put(named.least), room.put(named.most), room.put(spread.begin)];
    const customers = room.lane(spread.shared ? ledger.customer : undefined, 'word');
    const columns = ([texts, amounts]: readonly [TextColumn, Float64Array]): number[] => [
      room.lane(texts.codes, 'byte'),
      room.lane(texts.numbers, 'word'),
      room.lane(amounts, 'double'),
      customers,
      series,
    ];
    const firsts = room.take((spread.end + spread.others) * 8);
    const [nextSource, nextTarget] = [room.take((rows + 1) * 4), room.take((rows + 1) * 4)];
    const sourcesLeft = room.take(spread.others * 4);
    const targetsLeft = room.take(spread.others === 0 ? 0 : rows * 4);
    const source = room.put(Int32Array.of(...columns(sources), firsts, nextSource, 1, sourcesLeft));
    const target = room.put(Int32Array.of(...columns(targets), firsts + 4, nextTarget, named.debits ? 1 : 0, targetsLeft));
    const table = spread.others === 0 ? undefined : new TextTable(code, room, ledger, sources[0], spread);
    return { source, target, firsts, nextSource, nextTarget, sourcesLeft, targetsLeft, table, list: room.take(STRETCH * 4) };
  });
  if (kernel === undefined) return undefined;
  const { code, room, places: at } = kernel;
  let first = 0;
  room.eachBatch(rows, (count) => {
    code.chain(at.source, first, count);
    code.chain(at.target, first, count);
    first += count;
  });
  if (!chainLeft(kernel, sources[0], targets[0])) return undefined;
  const places = at.table?.places ?? spread.end;
  return {
    places,
    firsts: room.words(at.firsts, places * 2),
    nextSource: room.words(at.nextSource, rows + 1),
    nextTarget: room.words(at.nextTarget, rows + 1),
    answered: (from, to) => code.answered(at.firsts, from, to, at.list),
    list: room.words(at.list, STRETCH),
  };
}

/** Chains the rows whose texts have no place in sequence: sources, then targets. False where memory is short. */
function chainLeft({ room, places: at }: Kernel<Code, Laid>, reference: TextColumn, document: TextColumn): boolean {
  if (at.table === undefined) return true;
  const left = (block: number, from: number): number => ((room.words(block + LEFT, 1)[0] as number) - from) >>> 2;
  try {
    at.table.chain(
      reference,
      at.sourcesLeft,
      left(at.source, at.sourcesLeft),
      { firsts: at.firsts, behind: at.nextSource },
      true,
    );
    at.table.chain(
      document,
      at.targetsLeft,
      left(at.target, at.targetsLeft),
      { firsts: at.firsts + 4, behind: at.nextTarget },
      false,
    );
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
