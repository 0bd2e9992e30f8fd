// Was what money came in of lost before (--recovered)? A claim that stands in the ledger and was never written off is paid by it, and its income would be booked twice.
import { counted, listed } from '../core/plural.ts';
import { kindCode } from '../ledger/kind.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { WriteOff } from '../measures/provision/write-down.ts';
import type { RecoveryField } from '../read/tables/recoveries.ts';
import { claimNumbers } from './claim-numbers.ts';
import type { Input } from './command.ts';
import { placeIn } from './place-in-table.ts';

const WRITE_OFF = kindCode('write_off');

/** Cash of one claim that the ledger holds. Amounts are minor units of its currency. */
type Received = { readonly customer: number; readonly document: string; readonly amount: number; readonly at: number };

/** `writeOffs`: those of this very closing, which count as well. A claim that the ledger does not hold was lost before it begins, as far as anybody knows. */
export function tellNotLost(
  received: readonly Received[],
  writeOffs: readonly WriteOff[],
  table: SideTable<RecoveryField>,
  input: Input,
): void {
  if (received.length === 0) return;
  const left = lostIn(input, writeOffs);
  const found: number[] = [];
  for (const { customer, document, amount, at } of received) {
    const key = `${customer}\0${document}`;
    const rest = (left.get(key) ?? 0) - amount;
    left.set(key, rest);
    if (rest < 0) found.push(at);
  }
  const [first] = found;
  if (first === undefined) return;
  input.diagnostics.add({
    code: 'recovery-not-lost',
    ...placeIn(table, 'document', first),
    what: `${counted(found.length, 'recovery is', 'recoveries are')} of more than the ledger wrote off of the claim by then: ${listed(found, (at) => `${table.text('customer', at)} ${table.text('document', at)}`)}`,
    why: 'money of a claim that stands in the books pays it; only what was lost before comes back as income (rules §4.2, 5)',
    fix: 'post a payment of the claim in the ledger, or the loss (--write-off) before its recovery',
  });
}

/** What was written off of each claim, by customer and number. */
function lostIn({ book, asOf }: Input, writeOffs: readonly WriteOff[]): Map<string, number> {
  const { ledger } = book;
  const lost = new Map<string, number>();
  const add = (row: number, amount: number): void => {
    for (const number of claimNumbers(ledger, row)) {
      const key = `${ledger.customer[row]}\0${number}`;
      lost.set(key, (lost.get(key) ?? 0) + amount);
    }
  };
  const { count, debit, credit, amount } = book.settlements(asOf);
  for (let i = 0; i < count; i++) {
    const [taken, by] = [debit[i] as number, credit[i] as number];
    if (taken >= 0 && by >= 0 && ledger.kind[by] === WRITE_OFF) add(taken, amount[i] as number);
  }
  for (const { row, amount: written } of writeOffs) add(row, written);
  return lost;
}
