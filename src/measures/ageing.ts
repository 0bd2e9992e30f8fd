// What does each group come to? One pass over the postings puts each open amount into the record of its group: by a kernel (ageing.wat), or
// where the engine compiles nothing by the loop in ageing-plain.ts.
import type { Day } from '../core/day.ts';
import { kernelOf } from '../core/room.ts';
import type { Memory } from '../core/wasm.ts';
import { documentDays, type Ledger } from '../ledger/ledger.ts';
import type { Buckets } from '../policy/buckets.ts';
import { MODULE } from './ageing-module.ts';
import { addedPlainly } from './ageing-plain.ts';
import type { Grouping } from './grouping.ts';

/** What is added up, and how: columns of one entry a row, in the order of the ledger. */
export type Ageing = {
  readonly ledger: Ledger;
  readonly grouping: Grouping;
  readonly asOf: Day;
  readonly open: Float64Array;
  readonly dates: Int32Array;
  /** By customer, 1 where it counts; undefined where all do. */
  readonly kept: Uint8Array | undefined;
  /** A credit stands in its own bucket, and not in unallocated. */
  readonly inPlace: boolean;
  /** The age counts from the day of the document. */
  readonly byDate: boolean;
  readonly table: BucketTable;
  readonly record: RecordShape;
};

/** The groups, numbered from 1 on in the order first seen. */
export type Added = {
  readonly keys: Int32Array;
  /** By key, the number of its group, or 0. */
  readonly groupOf: Int32Array;
  /** One record a group, and before them that of group 0, which is nobody's; each begins with the buckets (see RecordShape). */
  readonly records: Float64Array;
};

/** The bucket of each number of days from `first` to `last`; what is beyond stands with the nearer of the two. */
type BucketTable = { readonly bucketOf: Int32Array; readonly first: number; readonly last: number };

/** Where figures stand in the record of a group, in doubles: behind its buckets. `overdue` only where age counts from the document. */
type RecordShape = {
  readonly unallocated: number;
  readonly oldest: number;
  readonly overdue: number;
  /** Whole lines of the cache: what is far away in memory is what ten million rows wait for. */
  readonly size: number;
};

const LINE = 8;

/** What ageing.wat exports; it is described there. */
type Code = { readonly memory: Memory; add(block: number, count: number): void };
/** Where the number of groups stands in the block. */
const GROUPS = 68;

export function ageingOf(
  ledger: Ledger,
  grouping: Grouping,
  open: Float64Array,
  request: {
    readonly asOf: Day;
    readonly buckets: Buckets;
    readonly credits: string;
    readonly customers: ReadonlySet<number> | undefined;
  },
): Ageing {
  const { asOf, buckets, credits, customers } = request;
  const unallocated = buckets.list.length;
  const byDate = buckets.ageBy === 'date';
  const figures = unallocated + (byDate ? 3 : 2);
  return {
    ...{ ledger, grouping, asOf, open, dates: documentDays(ledger), byDate, inPlace: credits === 'in-place' },
    kept: customers && Uint8Array.from({ length: ledger.customers.size }, (_, number) => (customers.has(number) ? 1 : 0)),
    table: bucketTable(buckets),
    record: {
      ...{ unallocated, oldest: unallocated + 1, overdue: unallocated + 2 },
      size: Math.ceil(figures / LINE) * LINE,
    },
  };
}

function bucketTable({ upTo }: Buckets): BucketTable {
  const first = upTo[0] as number;
  const last = (upTo[upTo.length - 1] as number) + 1;
  const bucketOf = new Int32Array(last - first + 1);
  upTo.forEach((days, bucket) => {
    bucketOf.fill(bucket + 1, days + 1 - first, (upTo[bucket + 1] ?? last) + 1 - first);
  });
  return { bucketOf, first, last };
}

export function added(ageing: Ageing): Added {
  return addedByKernel(ageing) ?? addedPlainly(ageing);
}

/** Undefined where there is no kernel. What it returns lies in the memory of the kernel, which nobody else uses. */
export function addedByKernel(ageing: Ageing): Added | undefined {
  const { ledger, grouping, record } = ageing;
  const most = mostGroups(ageing);
  const kernel = kernelOf<Code, { block: number; groupOf: number; keys: number; records: number }>(MODULE, (room) => {
    const { table, kept } = ageing;
    const currency = grouping.currencies === 1 ? undefined : ledger.currency;
    const places = {
      groupOf: room.take(grouping.mostKeys * 4),
      keys: room.take(most * 4),
      records: room.take((most + 1) * record.size * 8),
    };
    const columns = [room.lane(grouping.codes, 'word'), room.lane(currency, 'byte'), room.lane(ledger.day, 'word')];
    const days = [room.lane(ageing.dates, 'word'), room.lane(ledger.due, 'word'), room.lane(ageing.open, 'double')];
    const chosen = kept === undefined ? [0, 0] : [room.lane(ledger.customer, 'word'), room.put(kept)];
    const settings = [grouping.currencies, ageing.asOf, Number(ageing.inPlace), Number(ageing.byDate)];
    const buckets = [room.put(table.bucketOf), table.first, table.last];
    const groups = [places.groupOf, places.keys, 0, places.records, record.size * 8, record.unallocated * 8];
    return { ...places, block: room.put(Int32Array.of(...columns, ...days, ...chosen, ...settings, ...buckets, ...groups)) };
  });
  if (kernel === undefined) return undefined;
  const { code, room, places } = kernel;
  room.eachBatch(ledger.count, (rows) => code.add(places.block, rows));
  const groups = room.words(places.block + GROUPS, 1)[0] as number;
  return {
    keys: room.words(places.keys, groups),
    groupOf: room.words(places.groupOf, grouping.mostKeys),
    records: room.doubles(places.records, (groups + 1) * record.size),
  };
}

/** No more groups than this can have a posting. */
export function mostGroups({ ledger, grouping }: Ageing): number {
  return Math.min(ledger.count, grouping.mostKeys);
}
