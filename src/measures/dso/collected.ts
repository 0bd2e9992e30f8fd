// How much cash came in in a month, and how much of it paid what was overdue when the month began? Collection rate and recovery on overdue rest on it (rules §1.3): cash alone, never a credit note, a
// write-off or a set-off, and nothing that came back.
import type { Day } from '../../core/day.ts';
import { gather } from '../../core/gather.ts';
import { type Month, monthOf } from '../../core/month.ts';
import { kindCode } from '../../ledger/kind.ts';
import type { Book } from '../../settle/book.ts';
import { BY_COLUMNS } from '../../settle/open-items.ts';
import { asideOf } from '../aside.ts';
import type { LateClaims } from '../late-claims.ts';
import { CASH, datedByColumns } from '../payment-times.ts';
import { worthOf } from './flows.ts';
import type { Receivables } from './receivable.ts';
import type { Slots } from './slots.ts';

/** What is paid back to a customer, takes a payment back, or differs by a rate of exchange, was collected of nobody. */
const NO_CLAIMS = new Set((['refund', 'fx', 'payment', 'advance'] as const).map(kindCode));
const RETURNED = kindCode('returned');

/** Money that paid debits, one entry a payment and debit; parallel columns. */
class Paid {
  readonly key: number[] = [];
  readonly debit: number[] = [];
  readonly document: number[] = [];
  readonly amount: number[] = [];
  #places: Map<number, number[]> | undefined;

  add(key: number, debit: number, document: number, amount: number): void {
    this.key.push(key);
    this.debit.push(debit);
    this.document.push(document);
    this.amount.push(amount);
  }

  /** The places of its entries. */
  of(key: number): readonly number[] {
    if (this.#places === undefined) {
      this.#places = new Map();
      for (const [at, one] of this.key.entries()) gather(this.#places, one, at);
    }
    return this.#places.get(key) ?? [];
  }
}

export type Collected = {
  /** All that came in in a month, on whatever it was laid. */
  readonly cash: (slot: number, month: Month) => number;
  /** What it paid of debits that were late on the day on which the month begins; no more of a customer than he was overdue with then. */
  readonly ofOverdue: (slot: number, month: Month, opening: Day, on: Receivables) => number;
};

type Asked = {
  /** The first month that is shown. */
  readonly since: Month;
  readonly keeps: (row: number) => boolean;
  readonly inBase: boolean;
};

/** As the as-of day knows it; of claims that are neither doubtful nor retentions nor accruals, as the receivable is. */
export function collectedOf(book: Book, asOf: Day, slots: Slots, claims: LateClaims, { since, keeps, inBase }: Asked): Collected {
  const { ledger } = book;
  const aside = asideOf(ledger);
  const worth = inBase ? worthOf(ledger) : (_row: number, amount: number): number => amount;
  const isDated = datedByColumns(book);
  const counts = (row: number): boolean => (ledger.day[row] as number) <= asOf && aside(row) === 0 && keeps(row);
  const months = monthOf(asOf) - since + 1;
  const keyOf = (slot: number, month: Month): number => slot * months + (month - since);
  const cash = new Float64Array(slots.groups.length * months);
  const paid = new Paid();
  /** Undefined for a month that is not shown. */
  const add = (row: number, day: number, amount: number): number | undefined => {
    const month = monthOf(day as Day);
    if (month < since) return undefined;
    const key = keyOf(slots.slotOfUnit[slots.unitOf(row)] as number, month);
    cash[key] = (cash[key] as number) + amount;
    return key;
  };
  claims.eachPaid((debit, credit, part, settled, document) => {
    const isCash = credit === BY_COLUMNS ? isDated(debit) : credit >= 0 && CASH.has(ledger.kind[credit] as number);
    if (!isCash || NO_CLAIMS.has(ledger.kind[debit] as number) || !counts(debit)) return;
    const amount = worth(debit, part);
    const key = add(debit, credit < 0 ? settled : (ledger.day[credit] as number), amount);
    if (key !== undefined) paid.add(key, debit, document, amount);
  });
  // Money on account was collected, too, and it lowers the receivable; what came back of a payment that nobody names was not.
  const items = book.at(asOf);
  const open = inBase ? (items.base ?? items.open) : items.open;
  for (let row = 0; row < ledger.count; row++) {
    const kind = ledger.kind[row] as number;
    const wentBack = kind === RETURNED && (ledger.amount[row] as number) > 0 && claims.isOfItself(row);
    const more = wentBack ? worth(row, ledger.amount[row] as number) : CASH.has(kind) ? (open[row] as number) : 0;
    if (more !== 0 && counts(row)) add(row, ledger.day[row] as number, 0 - more);
  }
  return {
    cash: (slot, month) => cash[keyOf(slot, month)] as number,
    ofOverdue: (slot, month, opening, on) => overdueOf(paid, keyOf(slot, month), ledger.day, opening, on, slots),
  };
}

function overdueOf(paid: Paid, key: number, days: Int32Array, opening: Day, on: Receivables, { unitOf }: Slots): number {
  const ofRow = new Map<number, number>();
  for (const at of paid.of(key)) {
    const debit = paid.debit[at] as number;
    // What came back or was transferred since goes on with the document that was late.
    const row = (days[debit] as number) > opening ? (paid.document[at] as number) : debit;
    if ((days[row] as number) <= opening) ofRow.set(row, (ofRow.get(row) ?? 0) + (paid.amount[at] as number));
  }
  const ofUnit = new Map<number, number>();
  for (const [row, amount] of ofRow) {
    const unit = unitOf(row);
    ofUnit.set(unit, (ofUnit.get(unit) ?? 0) + Math.min(amount, on.lateOf(row)));
  }
  let total = 0;
  for (const [unit, amount] of ofUnit) total += Math.min(amount, on.overdueOfUnit[unit] as number);
  return total;
}
