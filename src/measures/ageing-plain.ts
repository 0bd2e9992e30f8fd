// What does each group come to, where there is no kernel? The sums of ageing.ts from a loop over the rows.
import { NO_DAY } from '../core/day.ts';
import { type Added, type Ageing, bucketTable, mostGroups, type Sums } from './ageing.ts';

export function addedPlainly(ageing: Ageing): Added {
  const { ledger, grouping, asOf, open, dates, kept, inPlace, buckets } = ageing;
  const { bucketOf, first, last } = bucketTable(buckets);
  const byDate = buckets.ageBy === 'date';
  const most = mostGroups(ageing);
  const codes = new Int32Array(most);
  const currencyOf = new Uint8Array(most);
  const groupOf = new Int32Array(grouping.mostKeys);
  const inBucket = buckets.list.map(() => new Float64Array(most));
  const [unallocated, total, overdue] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  const oldest = new Int32Array(most);
  const sums = new Float64Array(grouping.currencies);
  let groups = 0;
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.day[row] as number) > asOf || kept?.[ledger.customer[row] as number] === 0) continue;
    const key = grouping.keyOf(row);
    if (groupOf[key] === 0) {
      codes[groups] = Math.floor(key / grouping.currencies);
      currencyOf[groups++] = key % grouping.currencies;
      groupOf[key] = groups;
    }
    const group = (groupOf[key] as number) - 1;
    const left = open[row] as number;
    if (left < 0 && !inPlace) {
      add(unallocated, group, left);
      continue;
    }
    const owed = ledger.due[row] as number;
    const date = dates[row] as number;
    const late = asOf - (owed === NO_DAY ? date : owed);
    const days = byDate ? asOf - date : late;
    const bucket = bucketOf[Math.max(first, Math.min(last, days)) - first] as number;
    add(inBucket[bucket] as Sums, group, left);
    if (byDate ? late > 0 : bucket >= buckets.notLate) add(overdue, group, left);
    if (left > 0) oldest[group] = Math.max(oldest[group] as number, late);
  }
  for (let group = 0; group < groups; group++) {
    for (const part of [...inBucket, unallocated]) add(total, group, part[group] as number);
    add(sums, currencyOf[group] as number, total[group] as number);
  }
  const of = (column: Sums): Sums => column.subarray(0, groups);
  return {
    ...{ codes: codes.subarray(0, groups), currencyOf: currencyOf.subarray(0, groups), groupOf, buckets: inBucket.map(of) },
    ...{ unallocated: of(unallocated), total: of(total), overdue: of(overdue), oldestDaysLate: oldest.subarray(0, groups) },
    mostDaysLate: oldest.reduce((most, days) => Math.max(most, days), 0),
    sums,
  };
}

function add(sums: Sums, group: number, amount: number): void {
  sums[group] = (sums[group] as number) + amount;
}
