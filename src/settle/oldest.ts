// Step 6 of settlement, only when the user asks: what is left of a customer's credits is set against that customer's oldest
// debits of the same currency. Not evidence but a convention, so it is a view on the open items and never a settlement.
import { column, type Ledger } from '../ledger/ledger.ts';
import { EVIDENCE, type OpenItems } from './open-items.ts';

/** The open items after credits have been set against the oldest due debits; totals per customer do not change. */
export function setAgainstOldest(ledger: Ledger, items: OpenItems, dueOrDate: (row: number) => number): OpenItems {
  const valued = items.base ?? items.open;
  const open = valued.slice();
  const evidence = items.evidence.slice();
  for (const rows of rowsByOwner(ledger, open, items.base !== undefined)) {
    const credits = rows.filter((row) => (open[row] as number) < 0);
    if (credits.length === 0 || credits.length === rows.length) continue;
    const debits = rows.filter((row) => (open[row] as number) > 0);
    debits.sort((a, b) => dueOrDate(a) - dueOrDate(b) || byPosting(ledger, a, b));
    credits.sort((a, b) => byPosting(ledger, a, b));
    let c = 0;
    let d = 0;
    while (c < credits.length && d < debits.length) {
      const credit = credits[c] as number;
      const debit = debits[d] as number;
      const amount = Math.min(open[debit] as number, -(open[credit] as number));
      open[debit] = (open[debit] as number) - amount;
      open[credit] = (open[credit] as number) + amount;
      evidence[debit] = (evidence[debit] as number) | EVIDENCE.oldest;
      evidence[credit] = (evidence[credit] as number) | EVIDENCE.oldest;
      if (open[credit] === 0) c++;
      if (open[debit] === 0) d++;
    }
  }
  return items.base === undefined ? { ...items, open, evidence } : { ...items, base: open, evidence };
}

/** First posted first; then the larger amount, then the number of the document, so that the order of rows does not matter. */
function byPosting(ledger: Ledger, a: number, b: number): number {
  const document = ledger.asked.has('document') ? column(ledger, 'document') : undefined;
  return (
    (ledger.day[a] as number) - (ledger.day[b] as number) ||
    Math.abs(ledger.amount[b] as number) - Math.abs(ledger.amount[a] as number) ||
    (document === undefined ? 0 : document.at(a) < document.at(b) ? -1 : document.at(a) > document.at(b) ? 1 : 0) ||
    a - b
  );
}

/** Rows with something open, by customer and currency (one currency when all is valued in the books'). */
function rowsByOwner(ledger: Ledger, open: Float64Array, inBase: boolean): Iterable<number[]> {
  const owners = new Map<number, number[]>();
  for (let row = 0; row < ledger.count; row++) {
    if (open[row] === 0) continue;
    const owner = (ledger.customer[row] as number) * 256 + (inBase ? 0 : (ledger.currency[row] as number));
    const rows = owners.get(owner);
    if (rows === undefined) owners.set(owner, [row]);
    else rows.push(row);
  }
  return owners.values();
}
