// What does each group come to? One pass over the postings puts each open amount into the record of its group: by a kernel (ageing.wat), or
// where the engine compiles nothing by the loop in ageing-plain.ts.
import type { Day } from '../core/day.ts';
import { BATCH, forMany, kernelOf, LINE } from '../core/room.ts';
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
  readonly buckets: Buckets;
};

/** Sums of one kind, one entry a group, in minor units of the group's currency. */
export type Sums = Float64Array;

/** What was added up, by group in the order first seen. */
export type Added = {
  /** The code of what each is of, and the index of its currency. */
  readonly codes: Int32Array;
  readonly currencyOf: Uint8Array;
  /** By key, the number of its group and one, or 0. */
  readonly groupOf: Int32Array;
  readonly buckets: readonly Sums[];
  readonly unallocated: Sums;
  readonly total: Sums;
  readonly overdue: Sums;
  readonly oldestDaysLate: Int32Array;
  /** The largest of them. */
  readonly mostDaysLate: number;
  /** Σ of all groups' buckets and unallocated, by currency. */
  readonly sums: Sums;
};

/** The bucket of each number of days from `first` to `last`; what is beyond stands with the nearer of the two. */
type BucketTable = { readonly bucketOf: Int32Array; readonly first: number; readonly last: number };

/** What ageing.wat exports; each function is described there. */
type Code = {
  readonly memory: Memory;
  add(block: number, count: number): void;
  spread(block: number, out: number): void;
  total(block: number, out: number, notLate: number, sums: number, currencyOf: number): number;
};
type Places = { block: number; groupOf: number; keys: number; currencyOf: number; columns: number; sums: number };
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
  return {
    ...{ ledger, grouping, asOf, open, buckets, dates: documentDays(ledger), inPlace: credits === 'in-place' },
    kept: customers && Uint8Array.from({ length: ledger.customers.size }, (_, number) => (customers.has(number) ? 1 : 0)),
  };
}

export function bucketTable({ upTo }: Buckets): BucketTable {
  const first = upTo[0] as number;
  const last = (upTo[upTo.length - 1] as number) + 1;
  const bucketOf = new Int32Array(last - first + 1);
  upTo.forEach((days, bucket) => {
    bucketOf.fill(bucket + 1, days + 1 - first, (upTo[bucket + 1] ?? last) + 1 - first);
  });
  return { bucketOf, first, last };
}

export function added(ageing: Ageing): Added {
  return forMany(ageing.ledger.count, () => addedByKernel(ageing)) ?? addedPlainly(ageing);
}

/** Undefined where there is no kernel. What it returns lies in the memory of the kernel, which nobody else uses. */
export function addedByKernel(ageing: Ageing): Added | undefined {
  const { ledger, grouping, buckets, kept } = ageing;
  const most = mostGroups(ageing);
  const unallocated = buckets.list.length;
  const byDate = Number(buckets.ageBy === 'date');
  const kernel = kernelOf<Code, Places>(MODULE, (room) => {
    const table = bucketTable(buckets);
    // Whole lines of the cache: what is far away in memory is what ten million rows wait for.
    const size = Math.ceil(((unallocated + 2 + byDate) * 8) / LINE) * LINE;
    const groupOf = room.take(grouping.mostKeys * 4);
    const keys = room.take(most * 4);
    const currencyOf = room.take(most);
    const records = room.take((most + 1) * size);
    const columns = room.take(most * (unallocated + 4) * 8);
    const sums = room.take(grouping.currencies * 8);
    const currency = grouping.currencies === 1 ? undefined : ledger.currency;
    const rows = [room.lane(grouping.codes, 'word'), room.lane(currency, 'byte'), room.lane(ledger.day, 'word')];
    const days = [room.lane(ageing.dates, 'word'), room.lane(ledger.due, 'word'), room.lane(ageing.open, 'double')];
    const chosen = kept === undefined ? [0, 0] : [room.lane(ledger.customer, 'word'), room.put(kept)];
    const settings = [grouping.currencies, ageing.asOf, ageing.inPlace ? 0 : -1, byDate];
    const ages = [room.put(table.bucketOf), table.first, table.last - table.first];
    const groups = [groupOf, keys, 0, records, size, unallocated * 8, room.take(BATCH * 4), 0];
    const block = room.put(Int32Array.of(...rows, ...days, ...chosen, ...settings, ...ages, ...groups));
    return { block, groupOf, keys, currencyOf, columns, sums };
  });
  if (kernel === undefined) return undefined;
  const { code, room, places } = kernel;
  room.eachBatch(ledger.count, (rows) => code.add(places.block, rows));
  code.spread(places.block, places.columns);
  const mostDaysLate = code.total(places.block, places.columns, buckets.notLate, places.sums, places.currencyOf);
  const groups = room.words(places.block + GROUPS, 1)[0] as number;
  const column = (which: number): Sums => room.doubles(places.columns + which * groups * 8, groups);
  return {
    codes: room.words(places.keys, groups),
    currencyOf: room.bytes(places.currencyOf, groups),
    groupOf: room.words(places.groupOf, grouping.mostKeys),
    buckets: buckets.list.map((_, bucket) => column(bucket)),
    unallocated: column(unallocated),
    total: column(unallocated + 1),
    overdue: column(unallocated + 2),
    oldestDaysLate: room.words(places.columns + (unallocated + 3) * groups * 8, groups),
    mostDaysLate,
    sums: room.doubles(places.sums, grouping.currencies),
  };
}

/** No more groups than this can have a posting. */
export function mostGroups({ ledger, grouping }: Ageing): number {
  return Math.min(ledger.count, grouping.mostKeys);
}
