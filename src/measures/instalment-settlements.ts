// Which instalment did a settlement pay? Settlement sees a document in instalments as one (settle/shares.ts): what was paid first paid the instalment that was due first, as what is left is laid
// on the last ones.
import { gather } from '../core/gather.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Settlements } from '../settle/open-items.ts';

/** The same settlements with those of documents in instalments laid on their rows; worths are left to the whole document. */
export function ofInstalments(
  ledger: Ledger,
  settlements: Settlements,
): Pick<Settlements, 'count' | 'debit' | 'credit' | 'amount' | 'day'> {
  if (ledger.shared.length === 0) return settlements;
  const groups = new Map(ledger.shared.map(({ rows }) => [rows[0] as number, rows] as const));
  const of = new Map<number, number[]>();
  const laid = { debit: [] as number[], credit: [] as number[], amount: [] as number[], day: [] as number[] };
  const put = (at: number, debit: number, amount: number): void => {
    laid.debit.push(debit);
    laid.credit.push(settlements.credit[at] as number);
    laid.amount.push(amount);
    laid.day.push(settlements.day[at] as number);
  };
  for (let at = 0; at < settlements.count; at++) {
    const debit = settlements.debit[at] as number;
    if (!groups.has(debit)) put(at, debit, settlements.amount[at] as number);
    else gather(of, debit, at);
  }
  // By the day the credit was posted, which is the day of a payment; what the row's own columns tell has a day of its own.
  const dayOf = (at: number): number => {
    const credit = settlements.credit[at] as number;
    return (credit < 0 ? settlements.day[at] : ledger.day[credit]) as number;
  };
  for (const [first, places] of of) {
    const rows = groups.get(first) as readonly number[];
    const left = rows.map((row) => ledger.amount[row] as number);
    let i = 0;
    for (const at of places.sort((a, b) => dayOf(a) - dayOf(b) || a - b)) {
      let amount = settlements.amount[at] as number;
      while (amount > 0 && i < rows.length) {
        const part = Math.min(amount, left[i] as number);
        if (part > 0) put(at, rows[i] as number, part);
        left[i] = (left[i] as number) - part;
        amount -= part;
        if (left[i] === 0) i++;
      }
      // What was paid beyond the document stays with its first row.
      if (amount > 0) put(at, first, amount);
    }
  }
  return {
    count: laid.debit.length,
    debit: Int32Array.from(laid.debit),
    credit: Int32Array.from(laid.credit),
    amount: Float64Array.from(laid.amount),
    day: Int32Array.from(laid.day),
  };
}
