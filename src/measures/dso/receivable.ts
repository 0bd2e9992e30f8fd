// What do customers owe that says how fast they pay? What is open, less each customer's own credits and never below 0 for him, without doubtful claims, retentions and accruals; and how that comes
// out of the aged balance.
import type { Day } from '../../core/day.ts';
import { ExactSum } from '../../core/fraction.ts';
import { buckets, DEFAULT_BOUNDS } from '../../policy/buckets.ts';
import type { Book } from '../../settle/book.ts';
import { agedItems } from '../age.ts';
import { ASIDE, asideOf } from '../aside.ts';
import type { Slots } from './slots.ts';

/** From the total of the aged balance to the receivable, in one currency. */
export type Bridge = {
  total: number;
  /** What is open of each of ASIDE. */
  readonly aside: number[];
  /** What customers have paid beyond what they owe, ≤ 0. */
  inCredit: number;
  receivable: number;
};

/** By slot, in minor units of its currency. */
export type Receivables = {
  readonly receivable: Float64Array;
  /** Past the due day, as in the aged balance, up to what the customer owes in all. */
  readonly overdue: Float64Array;
  readonly disputed: Float64Array;
  /** Past the due day before anything is netted, and times the days late. */
  readonly late: Float64Array;
  readonly daysLate: readonly ExactSum[];
  /** By unit, what `overdue` is made of. */
  readonly overdueOfUnit: Float64Array;
  /** What is open of a row past its due day, before anything is netted; 0 for what is not late. */
  readonly lateOf: (row: number) => number;
  /** By currency. */
  readonly bridges: readonly Bridge[];
};

/** The bucket of an item is not asked for, only whether it is late. */
const ANY = buckets('due', DEFAULT_BOUNDS);

export function receivablesOn(
  book: Book,
  day: Day,
  slots: Slots,
  { keeps, inBase }: { readonly keeps: (row: number) => boolean; readonly inBase: boolean },
): Receivables {
  const { ledger } = book;
  const aged = agedItems(book, {
    asOf: day,
    buckets: ANY,
    credits: 'separate',
    groupBy: 'customer',
    customers: undefined,
    inBase,
  });
  const { open } = aged;
  const aside = asideOf(ledger);
  const bridges = slots.currencies.map((): Bridge => ({ total: 0, aside: ASIDE.map(() => 0), inCredit: 0, receivable: 0 }));
  const of = { net: new Float64Array(slots.units), late: new Float64Array(slots.units), disputed: new Float64Array(slots.units) };
  const lateOf = (row: number): number => ((open[row] as number) > 0 && aged.daysLate(row) > 0 ? (open[row] as number) : 0);
  const found = emptyOf(slots, bridges, lateOf);
  for (let row = 0; row < ledger.count; row++) {
    const amount = open[row] as number;
    if (amount === 0 || (ledger.day[row] as number) > day || !keeps(row)) continue;
    const unit = slots.unitOf(row);
    const slot = slots.slotOfUnit[unit] as number;
    const bridge = bridges[slots.currencyOf[slot] as number] as Bridge;
    bridge.total += amount;
    const which = aside(row);
    if (which !== 0) {
      bridge.aside[which - 1] = (bridge.aside[which - 1] as number) + amount;
      continue;
    }
    of.net[unit] = (of.net[unit] as number) + amount;
    if (amount < 0) continue;
    const late = aged.daysLate(row);
    if (late > 0) {
      of.late[unit] = (of.late[unit] as number) + amount;
      (found.daysLate[slot] as ExactSum).add(amount, late);
    }
    of.disputed[unit] = (of.disputed[unit] as number) + aged.disputed(row);
  }
  netted(of, slots, found);
  return found;
}

function emptyOf({ groups, units }: Slots, bridges: readonly Bridge[], lateOf: Receivables['lateOf']): Receivables {
  const sums = (): Float64Array => new Float64Array(groups.length);
  return {
    ...{ receivable: sums(), overdue: sums(), disputed: sums(), late: sums(), bridges, lateOf },
    overdueOfUnit: new Float64Array(units),
    daysLate: groups.map(() => new ExactSum()),
  };
}

/** From each customer to his slot: what he is in credit is nobody's debt. */
function netted(
  { net, late, disputed }: { readonly net: Float64Array; readonly late: Float64Array; readonly disputed: Float64Array },
  { units, slotOfUnit, currencyOf }: Slots,
  found: Receivables,
): void {
  const add = (to: Float64Array, slot: number, amount: number): void => {
    to[slot] = (to[slot] as number) + amount;
  };
  for (let unit = 0; unit < units; unit++) {
    const owed = net[unit] as number;
    const slot = slotOfUnit[unit] as number;
    add(found.late, slot, late[unit] as number);
    if (owed === 0) continue;
    const bridge = found.bridges[currencyOf[slot] as number] as Bridge;
    if (owed < 0) {
      bridge.inCredit += owed;
      continue;
    }
    bridge.receivable += owed;
    add(found.receivable, slot, owed);
    found.overdueOfUnit[unit] = Math.min(owed, late[unit] as number);
    add(found.overdue, slot, found.overdueOfUnit[unit] as number);
    add(found.disputed, slot, Math.min(owed, disputed[unit] as number));
  }
}
