// Step 5 of settlement, for ledgers that have no column to say what paid what: where a running balance comes back to nothing, all before it is
// settled; then a credit of exactly the amount of the one debit open on its day pays it (rules §5, 4). A ledger that has such a column, if only an empty one, says by
// what stands in it what was allocated.
import { column } from '../ledger/ledger.ts';
import type { Desk } from './desk.ts';
import { pairInOrder } from './in-order.ts';
import { firstPostedFirst, oldestDueFirst } from './order.ts';
import { roundsOf } from './rounds.ts';

const TELLING = ['letter', 'reference', 'open_amount', 'paid_amount', 'settled_on'] as const;

export function settleWithoutEvidence(desk: Desk): void {
  const { ledger } = desk;
  if (TELLING.some((name) => column(ledger, name) !== undefined)) return;
  const order = { debits: oldestDueFirst(ledger), credits: firstPostedFirst(ledger) };
  for (const rows of rowsByOwner(desk)) {
    settleRounds(desk, rows, order);
    settleEqual(desk, rows, order.credits);
  }
}

type Compare = (a: number, b: number) => number;

/** Rows that exist on the day, by customer and currency; none of those who have no debit or no credit open. */
function* rowsByOwner(desk: Desk): Iterable<number[]> {
  const { ledger, open } = desk;
  const owners = new Map<number, { rows: number[]; credits: boolean; debits: boolean }>();
  for (let row = 0; row < ledger.count; row++) {
    if (!desk.exists(row)) continue;
    const left = open[row] as number;
    const key = (ledger.customer[row] as number) * 256 + (ledger.currency[row] as number);
    let owner = owners.get(key);
    if (owner === undefined) owners.set(key, (owner = { rows: [], credits: false, debits: false }));
    owner.rows.push(row);
    if (left < 0) owner.credits = true;
    else if (left > 0) owner.debits = true;
  }
  for (const { rows, credits, debits } of owners.values()) if (credits && debits) yield rows;
}

/**
 * Credits in the order of posting. What was posted after a credit is nothing it can have paid, and two debits of one amount that were open on its
 * day leave a doubt: neither is paid.
 */
function settleEqual(desk: Desk, rows: readonly number[], order: Compare): void {
  const { day } = desk.ledger;
  const debits = rows.filter((row) => (desk.open[row] as number) > 0).sort((a, b) => (day[a] as number) - (day[b] as number));
  const credits = rows.filter((row) => (desk.open[row] as number) < 0).sort(order);
  /** Debits posted so far that are open, by what is left of them. */
  const waiting = new Map<number, Set<number>>();
  let posted = 0;
  for (const credit of credits) {
    for (; posted < debits.length && (day[debits[posted] as number] as number) <= (day[credit] as number); posted++) {
      const debit = debits[posted] as number;
      const left = desk.open[debit] as number;
      waiting.set(left, (waiting.get(left) ?? new Set()).add(debit));
    }
    const equal = waiting.get(-(desk.open[credit] as number));
    if (equal?.size !== 1) continue;
    const [debit] = equal as Set<number>;
    desk.pair(debit as number, credit, 'amount');
    equal.clear();
  }
}

/** What came back to nothing is settled among itself. */
function settleRounds(desk: Desk, rows: readonly number[], order: { readonly debits: Compare; readonly credits: Compare }): void {
  for (const round of roundsOf(desk.ledger, rows)) {
    const debits = round.filter((r) => (desk.open[r] as number) > 0).sort(order.debits);
    const credits = round.filter((r) => (desk.open[r] as number) < 0).sort(order.credits);
    pairInOrder(desk, debits, credits, 'balance');
  }
}
