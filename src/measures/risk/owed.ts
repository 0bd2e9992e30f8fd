// What do customers owe on a day, and what of it is late or in dispute? Late is measured of what has an agreed due day: of the rest nobody can say it. What came back is due at once.
import { type Day, NO_DAY } from '../../core/day.ts';
import { kindCode } from '../../ledger/kind.ts';
import { buckets } from '../../policy/buckets.ts';
import type { Book } from '../../settle/book.ts';
import { agedItems } from '../age.ts';
import { knownOf } from '../dso/known.ts';
import type { Grouping } from '../grouping.ts';

const RETURNED = kindCode('returned');

/** By the key of a customer and currency, in minor units. */
export type Owed = {
  /** Open debits but what came back, and all with an agreed due day. */
  readonly debits: Float64Array;
  readonly agreed: Float64Array;
  readonly overdue: Float64Array;
  readonly disputed: Float64Array;
  /** Days late of the oldest debit with an agreed due day; 0 where none is late. */
  readonly oldest: Int32Array;
  /** Postings up to the day that are not 0, and those settled whole. */
  readonly postings: Int32Array;
  /** The first posting day. */
  readonly first: Int32Array;
};

const NEVER = 0x7fffffff;

export function owedOn(book: Book, asOf: Day, grouping: Grouping): Owed {
  const { ledger } = book;
  const of = { asOf, buckets: buckets('due'), customers: undefined, groupBy: 'customer', inBase: false } as const;
  const aged = agedItems(book, { ...of, credits: 'separate' });
  const sums = (): Float64Array => new Float64Array(grouping.mostKeys);
  const found: Owed = {
    ...{ debits: sums(), agreed: sums(), overdue: sums(), disputed: sums() },
    oldest: new Int32Array(grouping.mostKeys),
    postings: new Int32Array(grouping.mostKeys),
    first: new Int32Array(grouping.mostKeys).fill(NEVER),
  };
  const add = (to: Float64Array, key: number, amount: number): void => {
    to[key] = (to[key] as number) + amount;
  };
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.day[row] as number) > asOf || !book.holds(row)) continue;
    const key = grouping.keyOf(row);
    found.postings[key] = (found.postings[key] as number) + 1;
    found.first[key] = Math.min(found.first[key] as number, ledger.day[row] as number);
    const open = aged.open[row] as number;
    if (open <= 0) continue;
    const cameBack = ledger.kind[row] === RETURNED;
    const disputed = aged.disputed(row);
    // A payment that came back must not make the share of disputes, or of what is late, look smaller.
    add(found.debits, key, cameBack ? disputed : open);
    add(found.disputed, key, disputed);
    const late = aged.daysLate(row);
    if (cameBack ? late <= 0 : ledger.due[row] === NO_DAY) continue;
    add(found.agreed, key, open);
    if (late <= 0) continue;
    add(found.overdue, key, open);
    found.oldest[key] = Math.max(found.oldest[key] as number, late);
  }
  return found;
}

/** True where no posting of the ledger is settled whole, credits that pay nothing with them: what was paid is not in it, and nothing of the past can be told. */
export function holdsOpenItemsOnly(book: Book, asOf: Day): boolean {
  if (knownOf(book, asOf).openOnly !== undefined) return true;
  const { ledger } = book;
  const { open } = book.at(asOf);
  for (let row = 0; row < ledger.count; row++) {
    if (open[row] === 0 && ledger.amount[row] !== 0 && (ledger.day[row] as number) <= asOf && book.holds(row)) return false;
  }
  return true;
}
