// How does settlement see a document in instalments? As the one document it is: a letter, a reference, an amount or a column speaks of the whole of it.
// What is left of it is then laid on its instalments: what was paid paid the first ones first, so it is open on the last.
import { mulDiv } from '../core/rounding.ts';
import type { Ledger, SharedRow } from '../ledger/ledger.ts';
import type { Settled } from './open-items.ts';

/** The ledger before its documents were shared out; the ledger itself where none is. */
export function undivided(ledger: Ledger): Ledger {
  const { shared, columns } = ledger;
  if (shared.length === 0) return ledger;
  const whole = {
    ...ledger,
    count: ledger.count - shared.reduce((sum, { rows }) => sum + rows.length - 1, 0),
    amount: ledger.amount.slice(),
    due: ledger.due.slice(),
    columns: { ...columns },
    shared: [],
  };
  for (const name of ['base', 'open_amount', 'paid_amount', 'disputed'] as const) {
    const own = columns[name];
    if (own !== undefined) whole.columns[name] = own.slice();
  }
  for (const { rows, whole: said } of shared) {
    const row = rows[0] as number;
    whole.amount[row] = said.amount;
    whole.due[row] = said.due;
    for (const [column, value] of [
      [whole.columns.base, said.base],
      [whole.columns.open_amount, said.open],
      [whole.columns.paid_amount, said.paid],
      [whole.columns.disputed, said.disputed],
    ] as const) {
      if (column !== undefined) column[row] = value;
    }
  }
  return whole;
}

/** What was settled of the undivided ledger, for the rows of the ledger itself. */
export function divided(ledger: Ledger, settled: Settled): Settled {
  if (ledger.shared.length === 0) return settled;
  const open = longer(settled.open, ledger.count);
  const base = settled.base === undefined ? undefined : longer(settled.base, ledger.count);
  const alone = settled.alone === undefined ? undefined : longer(settled.alone, ledger.count);
  const evidence = new Uint8Array(ledger.count);
  evidence.set(settled.evidence);
  for (const shares of ledger.shared) layOpen(ledger, shares, open, base, evidence);
  return { ...settled, open, base, alone, evidence };
}

function layOpen(
  ledger: Ledger,
  { rows }: SharedRow,
  open: Float64Array,
  base: Float64Array | undefined,
  evidence: Uint8Array,
): void {
  const first = rows[0] as number;
  const [whole, worth, bits] = [open[first] as number, base?.[first] ?? 0, evidence[first] as number];
  let [left, worthLeft] = [whole, worth];
  for (const row of rows.toReversed()) {
    // What was paid beyond the amount is left over on the first.
    const part = row === first ? left : Math.max(0, Math.min(left, ledger.amount[row] as number));
    open[row] = part;
    if (base !== undefined) {
      // A difference of exchange on a document that is paid lies on the first.
      const share = row === first ? worthLeft : whole === 0 ? 0 : mulDiv(worth, part, whole, 'half-up');
      base[row] = share;
      worthLeft -= share;
    }
    evidence[row] = part === ledger.amount[row] ? 0 : bits;
    left -= part;
  }
}

function longer(from: Float64Array, count: number): Float64Array {
  const to = new Float64Array(count);
  to.set(from);
  return to;
}
