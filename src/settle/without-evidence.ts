// Step 5 of settlement, for what nothing tells of: where a running balance comes back to nothing, all before it is settled; then a credit of exactly the amount of
// the one debit open on its day pays it (rules §5, 4). A ledger that has a column for such things, if only an empty one, says by what stands in it what was
// allocated; books of all accounts have columns for letters and pieces whatever their firm does, so there each row speaks for itself.
import { gather } from '../core/gather.ts';
import { generalAccount } from '../ledger/chart.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import { roundsOf } from '../ledger/rounds.ts';
import type { Desk } from './desk.ts';
import { pairInOrder } from './in-order.ts';
import { letteredOn } from './letter-acts.ts';
import { firstPostedFirst, oldestDueFirst } from './order.ts';

const TELLING = ['open_amount', 'paid_amount', 'settled_on'] as const;
const TELLING_BUT_IN_BOOKS = ['letter', 'reference'] as const;

/** `asKnown`: a letter put after the day is not known yet. */
export function settleWithoutEvidence(desk: Desk, asKnown: boolean): void {
  const { ledger } = desk;
  if (TELLING.some((name) => column(ledger, name) !== undefined)) return;
  if (!ledger.allBooks && TELLING_BUT_IN_BOOKS.some((name) => column(ledger, name) !== undefined)) return;
  const isLettered = letteredOn(desk, asKnown);
  const order = { debits: oldestDueFirst(ledger), credits: firstPostedFirst(ledger) };
  const accountOf = ledger.allBooks ? generalAccountOf(ledger) : undefined;
  for (const rows of rowsByOwner(desk)) {
    settleRounds(desk, rows, isLettered, order);
    for (const some of accountOf === undefined ? [rows] : byAccount(rows, accountOf))
      settleEqual(desk, some, isLettered, order.credits);
  }
}

function generalAccountOf(ledger: Ledger): (row: number) => string {
  const account = column(ledger, 'account');
  if (account === undefined) return () => '';
  const { codes, dictionary } = account;
  const general = Array.from({ length: dictionary.size }, (_, code) => generalAccount(dictionary.value(code)));
  return (row) => general[codes[row] as number] as string;
}

/** What is owed on one general account is paid there. */
function byAccount(rows: readonly number[], accountOf: (row: number) => string): Iterable<number[]> {
  const accounts = new Map<string, number[]>();
  for (const row of rows) gather(accounts, accountOf(row), row);
  return accounts.values();
}

type Compare = (a: number, b: number) => number;
type Order = { readonly debits: Compare; readonly credits: Compare };

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
 * day leave a doubt: neither is paid. What a letter left of a debit leaves a doubt too, and is paid by nothing but its letter.
 */
function settleEqual(desk: Desk, rows: readonly number[], isLettered: (row: number) => boolean, order: Compare): void {
  const { day } = desk.ledger;
  const debits = rows.filter((row) => (desk.open[row] as number) > 0).sort((a, b) => (day[a] as number) - (day[b] as number));
  const credits = rows.filter((row) => (desk.open[row] as number) < 0 && !isLettered(row) && saysNothing(desk, row)).sort(order);
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
    if (isLettered(debit as number)) continue;
    desk.pair(debit as number, credit, 'amount');
    equal.clear();
  }
}

/** A credit that names a document, or has settled some, is not of another one for what is left of it. */
function saysNothing({ ledger, open }: Desk, row: number): boolean {
  return open[row] === ledger.amount[row] && column(ledger, 'reference')?.isEmpty(row) !== false;
}

/** What came back to nothing is settled among itself, without what letters hold. What is settled by now is nothing already. */
function settleRounds(desk: Desk, rows: readonly number[], isLettered: (row: number) => boolean, order: Order): void {
  const left = (row: number): number => desk.open[row] as number;
  for (const whole of roundsOf({ day: desk.ledger.day, amount: desk.open }, rows)) {
    const round = whole.filter((row) => left(row) !== 0 && !isLettered(row));
    if (round.reduce((sum, row) => sum + left(row), 0) !== 0) continue;
    const debits = round.filter((row) => left(row) > 0).sort(order.debits);
    const credits = round.filter((row) => left(row) < 0).sort(order.credits);
    pairInOrder(desk, debits, credits, 'balance');
  }
}
