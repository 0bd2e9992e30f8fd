// What changed between two days? The aged balances of both, laid side by side: a group of either day has a row.
import type { AgedBalance } from './age.ts';
import { Groups } from './grouping.ts';

/** The balance of the later request, with totals of the other day beside it, parallel to `groups`. */
export type ComparedBalance = AgedBalance & { readonly before: { readonly total: Float64Array; readonly overdue: Float64Array } };

/** Both are of one ledger, and of one request but for its day. */
export function compareBalances(now: AgedBalance, other: AgedBalance): ComparedBalance {
  const slotOf = new Map<number, number>();
  const slotsOf = ({ memberOf, currencyOf, currencies }: Groups): Int32Array =>
    memberOf.map((member, slot) => {
      const key = member * currencies.length + (currencyOf[slot] as number);
      const known = slotOf.get(key) ?? slotOf.size;
      slotOf.set(key, known);
      return known;
    });
  slotsOf(now.grouped);
  const slots = slotsOf(other.grouped);
  const { members, currencies } = now.grouped;
  const grouped = new Groups(members, currencies, new Int32Array(slotOf.size), new Uint8Array(slotOf.size));
  grouped.memberOf.set(now.grouped.memberOf);
  grouped.currencyOf.set(now.grouped.currencyOf);
  const longer = (sums: Float64Array): Float64Array => {
    const all = new Float64Array(slotOf.size);
    all.set(sums);
    return all;
  };
  const before = { total: new Float64Array(slotOf.size), overdue: new Float64Array(slotOf.size) };
  slots.forEach((at, slot) => {
    grouped.memberOf[at] = other.grouped.memberOf[slot] as number;
    grouped.currencyOf[at] = other.grouped.currencyOf[slot] as number;
    before.total[at] = other.total[slot] as number;
    before.overdue[at] = other.overdue[slot] as number;
  });
  const oldestDaysLate = new Int32Array(slotOf.size);
  oldestDaysLate.set(now.oldestDaysLate);
  return {
    grouped,
    get groups() {
      return grouped.list;
    },
    buckets: now.buckets.map(longer),
    unallocated: longer(now.unallocated),
    total: longer(now.total),
    overdue: longer(now.overdue),
    disputed: longer(now.disputed),
    oldestDaysLate,
    mostDaysLate: now.mostDaysLate,
    before,
  };
}
