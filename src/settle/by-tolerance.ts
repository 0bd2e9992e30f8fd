// Last step of settlement, only when the user asks: a difference of cents that a settlement left on a document is closed. Nothing is paid by it,
// so what is closed stands in the control as a figure of its own, and what was left of debits never nets what was left of credits.
import type { Currency } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import type { Minor } from '../core/money.ts';
import type { Desk } from './desk.ts';
import type { Closed } from './open-items.ts';

/** The largest remainder that is closed, by currency; in one that is not named nothing is. */
export type Tolerance = ReadonlyMap<Currency, Minor>;

export function settleByTolerance(desk: Desk, tolerance: Tolerance): void {
  const { ledger, evidence, facts } = desk;
  const most = ledger.currencies.map((code) => tolerance.get(code) ?? 0);
  const nothing = () => ({ count: 0, amount: 0 });
  const closed = ledger.currencies.map((): Closed => ({ debits: nothing(), credits: nothing(), row: -1 }));
  const lastDays = desk.lastDays();
  for (let row = 0; row < ledger.count; row++) {
    const left = desk.open[row] as number;
    const currency = ledger.currency[row] as number;
    // What nothing settled is no remainder, however small.
    if (left === 0 || evidence[row] === 0 || Math.abs(left) > (most[currency] as number)) continue;
    const sum = closed[currency] as Closed;
    if (sum.row < 0) sum.row = row;
    desk.closeRemainder(row, sum, (lastDays?.[row] ?? NO_DAY) as Day);
  }
  facts.closed = closed;
}
