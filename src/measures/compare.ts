// What changed between two days? The aged balances of both, laid side by side: a group of either day has a row.
import type { AgedBalance } from './age.ts';
import type { Group } from './grouping.ts';

/** The balance of the later request, with totals of the other day beside it, parallel to `groups`. */
export type ComparedBalance = AgedBalance & { readonly before: { readonly total: Float64Array; readonly overdue: Float64Array } };

export function compareBalances(now: AgedBalance, other: AgedBalance): ComparedBalance {
  const slotOf = new Map(now.groups.map((group, slot) => [keyOf(group), slot]));
  const gone = other.groups.filter((group) => !slotOf.has(keyOf(group)));
  const groups = [...now.groups, ...gone];
  gone.forEach((group, i) => {
    slotOf.set(keyOf(group), now.groups.length + i);
  });
  const longer = (sums: Float64Array): Float64Array => {
    const all = new Float64Array(groups.length);
    all.set(sums);
    return all;
  };
  const before = { total: new Float64Array(groups.length), overdue: new Float64Array(groups.length) };
  other.groups.forEach((group, slot) => {
    const at = slotOf.get(keyOf(group)) as number;
    before.total[at] = other.total[slot] as number;
    before.overdue[at] = other.overdue[slot] as number;
  });
  const oldestDaysLate = new Int32Array(groups.length);
  oldestDaysLate.set(now.oldestDaysLate);
  return {
    groups,
    buckets: now.buckets.map(longer),
    unallocated: longer(now.unallocated),
    total: longer(now.total),
    overdue: longer(now.overdue),
    disputed: longer(now.disputed),
    oldestDaysLate,
    before,
  };
}

function keyOf(group: Group): string {
  return JSON.stringify([group.id, group.currency]);
}
