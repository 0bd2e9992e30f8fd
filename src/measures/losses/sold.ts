// What was sold in the period, with tax and without? Invoices less credit notes of the ledger, as `ar dso` counts them.
import { kindCode } from '../../ledger/kind.ts';
import { asideOf } from '../aside.ts';
import type { Scope } from './scope.ts';
import { addNet, type NetSum, type WithoutTax } from './without-tax.ts';

const SOLD = new Set((['invoice', 'credit_note'] as const).map(kindCode));

export type Sold = NetSum & { gross: number };

/** By currency. */
export function soldIn(scope: Scope, tax: WithoutTax): readonly Sold[] {
  const { ledger } = scope;
  const aside = asideOf(ledger);
  const found = scope.each((): Sold => ({ gross: 0, net: 0, untold: 0 }));
  for (let row = 0; row < ledger.count; row++) {
    if (!SOLD.has(ledger.kind[row] as number) || !scope.isInPeriod(row) || aside(row) !== 0 || !scope.keeps(row)) continue;
    const of = found[scope.slotOf(row)] as Sold;
    const amount = scope.amountOf(row);
    of.gross += amount;
    addNet(of, amount, tax.ofDocument(row) ?? tax.ofCustomer(row));
  }
  return found;
}
