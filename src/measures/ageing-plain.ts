// What does each group come to, where there is no kernel? The records of ageing.ts from a loop over the rows.
import { NO_DAY } from '../core/day.ts';
import { type Added, type Ageing, mostGroups } from './ageing.ts';

export function addedPlainly(ageing: Ageing): Added {
  const { ledger, grouping, asOf, open, dates, kept, inPlace, byDate, record: shape } = ageing;
  const { bucketOf, first, last } = ageing.table;
  const most = mostGroups(ageing);
  const keys = new Int32Array(most);
  const groupOf = new Int32Array(grouping.mostKeys);
  const records = new Float64Array((most + 1) * shape.size);
  let groups = 0;
  const add = (at: number, amount: number): void => {
    records[at] = (records[at] as number) + amount;
  };
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.day[row] as number) > asOf || kept?.[ledger.customer[row] as number] === 0) continue;
    const key = grouping.keyOf(row);
    if (groupOf[key] === 0) {
      keys[groups++] = key;
      groupOf[key] = groups;
    }
    const record = (groupOf[key] as number) * shape.size;
    const left = open[row] as number;
    if (left < 0 && !inPlace) {
      add(record + shape.unallocated, left);
      continue;
    }
    const owed = ledger.due[row] as number;
    const date = dates[row] as number;
    const late = asOf - (owed === NO_DAY ? date : owed);
    const days = byDate ? asOf - date : late;
    add(record + (bucketOf[Math.max(first, Math.min(last, days)) - first] as number), left);
    if (late <= 0) continue;
    if (byDate) add(record + shape.overdue, left);
    if (left > 0) records[record + shape.oldest] = Math.max(records[record + shape.oldest] as number, late);
  }
  return { keys: keys.subarray(0, groups), groupOf, records: records.subarray(0, (groups + 1) * shape.size) };
}
