// What is money that the bank paid out to a customer, where nothing says why? A payment that came back, where the customer had paid as much before; else it was
// given back. All books are looked at, whatever order they are named in.
import type { LedgerBuilder } from './builder.ts';
import { kindCode } from './kind.ts';

const PAYMENT = kindCode('payment');

export function tellPaidOut(builder: LedgerBuilder, rows: readonly number[]): void {
  if (rows.length === 0) return;
  const { customer, currency, amount, day, kind } = builder.own;
  const firsts = new Map<string, number>();
  const key = (row: number): string => `${customer[row]} ${currency[row]} ${Math.abs(amount[row] as number)}`;
  for (let row = 0; row < builder.count; row++) {
    if (kind[row] !== PAYMENT) continue;
    firsts.set(key(row), Math.min(firsts.get(key(row)) ?? Number.POSITIVE_INFINITY, day[row] as number));
  }
  for (const row of rows) {
    const came = (firsts.get(key(row)) ?? Number.POSITIVE_INFINITY) <= (day[row] as number);
    kind[row] = kindCode(came ? 'returned' : 'refund');
  }
}
