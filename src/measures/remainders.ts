// Which differences did a tolerance close? One entry a document: how much was left of it, and on which day it was closed.
import { assert } from '../core/assert.ts';
import type { Day } from '../core/day.ts';
import type { Book } from '../settle/book.ts';
import { EVIDENCE, type EvidenceKey, evidenceIn } from '../settle/open-items.ts';

export type Remainder = {
  /** Row of the ledger; the first of a document in instalments. */
  readonly row: number;
  /** Of the whole document, signed. */
  readonly amount: number;
  /** Signed: below nothing for what was left of a credit. */
  readonly left: number;
  readonly day: Day;
  /** What had settled the rest of it. */
  readonly evidence: readonly EvidenceKey[];
};

/** In the order of settling; of some customers only, where they are given. All of them come to what the facts of settlement tell of each currency. */
export function remaindersOf(book: Book, day: Day, customers?: ReadonlySet<number> | undefined): Remainder[] {
  const { ledger } = book;
  const { facts, evidence } = book.at(day);
  if (facts.closed === undefined) return [];
  const settlements = book.settlements(day);
  const wholes = new Map(ledger.shared.map(({ rows, whole }) => [rows[0] as number, whole.amount]));
  const found: Remainder[] = [];
  for (let s = 0; s < settlements.count; s++) {
    if (settlements.evidence[s] !== EVIDENCE.tolerance) continue;
    const [debit, credit] = [settlements.debit[s] as number, settlements.credit[s] as number];
    const [row, amount] = [Math.max(debit, credit), settlements.amount[s] as number];
    found.push({
      row,
      amount: wholes.get(row) ?? (ledger.amount[row] as number),
      left: debit >= 0 ? amount : -amount,
      day: settlements.day[s] as Day,
      evidence: evidenceIn((evidence[row] as number) & ~EVIDENCE.tolerance),
    });
  }
  ledger.currencies.forEach((code, i) => {
    const listed = found.reduce((sum, { row, left }) => (ledger.currency[row] === i ? sum + left : sum), 0);
    const told = facts.closed?.[i];
    assert(told?.debits.amount === listed - (told?.credits.amount ?? 0), `the remainders listed of ${code} come to ${listed}`);
  });
  return customers === undefined ? found : found.filter(({ row }) => customers.has(ledger.customer[row] as number));
}
