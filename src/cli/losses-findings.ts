// What must be told beside losses? That a ledger of open items holds neither what was sold nor what was lost or paid.
import { originOf } from '../ledger/ledger.ts';
import type { Losses } from '../measures/losses/losses.ts';
import type { Input } from './command.ts';

export function tellLosses({ book: { ledger }, diagnostics }: Input, { known, sums }: Losses): void {
  if (known.openOnly === undefined || sums.length === 0) return;
  diagnostics.add({
    code: 'open-items-only',
    ...originOf(ledger, 0),
    line: undefined,
    what:
      known.openOnly === 'list'
        ? 'every row says what is open of it, and none is settled: this is a list of open items, and what was sold, lost or paid is not known from it'
        : 'nothing of this ledger is settled: if it is a list of open items, more was sold and lost than stands in it',
    why: 'invoices that were paid or written off have left such a list, so ratios to sales would be wrong and no probability of payment is known',
    fix: 'export the ledger with what is settled',
  });
}
