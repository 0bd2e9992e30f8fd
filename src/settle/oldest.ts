// Step 6 of settlement, only when the user asks: what is left of a customer's credits is set against that customer's oldest
// debits of the same currency. Not evidence but a convention, so it is a view on the open items and never a settlement.
import { gather } from '../core/gather.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { EVIDENCE, type OpenItems } from './open-items.ts';
import { dueOrDocumentDay, firstPostedFirst } from './order.ts';

/** The open items after credits have been set against the oldest due debits; totals per customer do not change. */
export function setAgainstOldest(ledger: Ledger, items: OpenItems): OpenItems {
  const due = dueOrDocumentDay(ledger);
  const first = firstPostedFirst(ledger);
  const valued = items.base ?? items.open;
  const open = valued.slice();
  const evidence = items.evidence.slice();
  for (const rows of rowsByOwner(ledger, open, items.base !== undefined)) {
    const credits = rows.filter((row) => (open[row] as number) < 0);
    if (credits.length === 0 || credits.length === rows.length) continue;
    const debits = rows.filter((row) => (open[row] as number) > 0);
    debits.sort((a, b) => due(a) - due(b) || first(a, b));
    credits.sort(first);
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

/** Rows with something open, by customer and currency (one currency when all is valued in the books'). */
function rowsByOwner(ledger: Ledger, open: Float64Array, inBase: boolean): Iterable<number[]> {
  const owners = new Map<number, number[]>();
  for (let row = 0; row < ledger.count; row++) {
    if (open[row] === 0) continue;
    const owner = (ledger.customer[row] as number) * 256 + (inBase ? 0 : (ledger.currency[row] as number));
    gather(owners, owner, row);
  }
  return owners.values();
}
