// Step 5 of settlement, for ledgers that have no column to say what paid what: a credit of exactly the amount of one open debit pays it, and where a
// running balance comes back to nothing, all before it is settled (rules §5, 4). A ledger that has such a column, if only an empty one, says by
// what stands in it what was allocated.
import { column } from '../ledger/ledger.ts';
import type { Desk } from './desk.ts';
import { pairInOrder } from './in-order.ts';
import { firstPostedFirst, oldestDueFirst } from './order.ts';

const TELLING = ['letter', 'reference', 'open_amount', 'paid_amount', 'settled_on'] as const;

export function settleWithoutEvidence(desk: Desk): void {
  const { ledger } = desk;
  if (TELLING.some((name) => column(ledger, name) !== undefined)) return;
  const order = { debits: oldestDueFirst(ledger), credits: firstPostedFirst(ledger) };
  for (const rows of rowsByOwner(desk)) {
    settleEqual(desk, rows, order.credits);
    settleRounds(desk, rows, order);
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

/** Two debits of one amount leave a doubt: neither is paid. Of two credits of one amount the first posted pays. */
function settleEqual(desk: Desk, rows: readonly number[], order: Compare): void {
  const debitOf = new Map<number, number | undefined>();
  const credits: number[] = [];
  for (const row of rows) {
    const left = desk.open[row] as number;
    if (left < 0) credits.push(row);
    else if (left > 0) debitOf.set(left, debitOf.has(left) ? undefined : row);
  }
  for (const credit of credits.sort(order)) {
    const debit = debitOf.get(-(desk.open[credit] as number));
    if (debit !== undefined) desk.pair(debit, credit, 'amount');
  }
}

/** A round begins at nothing and ends on the day on which the amounts of all rows since come to nothing again. */
function settleRounds(desk: Desk, rows: readonly number[], order: { readonly debits: Compare; readonly credits: Compare }): void {
  const { day, amount } = desk.ledger;
  const inTime = rows.toSorted((a, b) => (day[a] as number) - (day[b] as number));
  let balance = 0;
  let round: number[] = [];
  inTime.forEach((row, i) => {
    balance += amount[row] as number;
    round.push(row);
    const next = inTime[i + 1];
    if (balance !== 0 || (next !== undefined && day[next] === day[row])) return;
    const debits = round.filter((r) => (desk.open[r] as number) > 0).sort(order.debits);
    const credits = round.filter((r) => (desk.open[r] as number) < 0).sort(order.credits);
    pairInOrder(desk, debits, credits, 'balance');
    round = [];
  });
}
