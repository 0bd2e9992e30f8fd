// What does each customer owe that may be lost? What is open less his own credits and never below 0 for him, doubtful claims with it, without retentions and accruals; and what of it is long overdue.
import type { Day } from '../../core/day.ts';
import { generalAccount, isToBeMadeOut } from '../../ledger/chart.ts';
import { kindCode } from '../../ledger/kind.ts';
import { column } from '../../ledger/ledger.ts';
import { buckets, DEFAULT_BOUNDS } from '../../policy/buckets.ts';
import { agedItems } from '../age.ts';
import { ASIDE, asideOf } from '../aside.ts';
import type { Scope } from './scope.ts';

/** One customer in one currency. */
export type Owed = {
  readonly customer: number;
  readonly slot: number;
  readonly amount: number;
  /** By the bounds asked for, what is more than so many days late, up to the amount. */
  readonly late: readonly number[];
};

/** The bucket of an item is not asked for, only how late it is. */
const ANY = buckets('due', DEFAULT_BOUNDS);
const TRANSFER = kindCode('transfer');
const DOUBTFUL = ASIDE.indexOf('doubtful') + 1;

/** Who owes something on a day. */
export function owedOn(scope: Scope, day: Day, bounds: readonly number[]): Owed[] {
  const { book, ledger, currencies } = scope;
  const { open, daysLate } = agedItems(book, {
    ...{ asOf: day, buckets: ANY, credits: 'separate' as const, groupBy: 'customer' },
    ...{ customers: undefined, inBase: scope.inBase },
  });
  const aside = asideOf(ledger);
  const units = ledger.customers.size * currencies.length;
  const net = new Float64Array(units);
  const late = bounds.map(() => new Float64Array(units));
  for (let row = 0; row < ledger.count; row++) {
    const amount = open[row] as number;
    if (amount === 0 || (ledger.day[row] as number) > day || !scope.keeps(row)) continue;
    const which = aside(row);
    if (which !== 0 && which !== DOUBTFUL) continue;
    const unit = (ledger.customer[row] as number) * currencies.length + scope.slotOf(row);
    net[unit] = (net[unit] as number) + amount;
    const days = amount > 0 ? daysLate(row) : 0;
    late.forEach((of, i) => {
      if (days > (bounds[i] as number)) of[unit] = (of[unit] as number) + amount;
    });
  }
  const owed: Owed[] = [];
  for (let unit = 0; unit < units; unit++) {
    const amount = net[unit] as number;
    if (amount <= 0) continue;
    const slot = unit % currencies.length;
    const customer = (unit - slot) / currencies.length;
    owed.push({ customer, slot, amount, late: late.map((of) => Math.min(amount, of[unit] as number)) });
  }
  return owed;
}

/** By currency, what stands on accounts of customers (411), bills (413) and doubtful claims (416), credits taken off; and what was moved to the last in the period, less what was moved back. */
export type Accounts = { receivable: number; doubtful: number; moved: number; hasDoubtful: boolean };

/** Undefined where no row tells an account. */
export function accountsOf(scope: Scope): readonly Accounts[] | undefined {
  const { ledger, book, period } = scope;
  const account = column(ledger, 'account');
  if (account === undefined) return undefined;
  const items = book.at(period.to);
  const open = scope.inBase ? (items.base ?? items.open) : items.open;
  const { codes, dictionary } = account;
  const general = Array.from({ length: dictionary.size }, (_, code) => dictionary.value(code)).map((text) =>
    isToBeMadeOut(text) ? '' : generalAccount(text).slice(0, 3),
  );
  const found = scope.each((): Accounts => ({ receivable: 0, doubtful: 0, moved: 0, hasDoubtful: false }));
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.day[row] as number) > period.to || !book.holds(row)) continue;
    const of = general[codes[row] as number] as string;
    if (of !== '411' && of !== '413' && of !== '416') continue;
    const sums = found[scope.slotOf(row)] as Accounts;
    // That the books use the account is known for all of their customers.
    sums.hasDoubtful ||= of === '416';
    if (!scope.keeps(row)) continue;
    sums.receivable += open[row] as number;
    if (of !== '416') continue;
    sums.doubtful += open[row] as number;
    if (scope.isInPeriod(row) && ledger.kind[row] === TRANSFER) sums.moved += scope.amountOf(row);
  }
  return found;
}
