// What does a journal of all accounts say was sold, month by month? Without tax the accounts of sales, with tax the invoices and credit notes on receivables
// (rules §5, 6).
import { calendar, type Day, dayOf } from '../core/day.ts';
import { type Minor, minor } from '../core/money.ts';
import { kindCode } from '../ledger/kind.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { YearOfBooks } from '../ledger/years-of-books.ts';

export type MonthOfSales = {
  readonly entity: string;
  /** The first day of the month. */
  readonly month: Day;
  readonly net: Minor;
  readonly gross: Minor;
};

const SOLD = [kindCode('invoice'), kindCode('credit_note')];

/** By entity and month; a month in which nothing was sold has no line. What is sold for cash has no receivable, and is in the net alone. */
export function salesByMonth(ledger: Ledger, years: readonly YearOfBooks[]): MonthOfSales[] {
  const months = new Map<string, { entity: string; at: number; net: number; gross: number }>();
  const of = (entity: string, at: number): { net: number; gross: number } => {
    const known = months.get(`${entity} ${at}`) ?? { entity, at, net: 0, gross: 0 };
    months.set(`${entity} ${at}`, known);
    return known;
  };
  for (const { entity, first, end, sales } of years) {
    for (const [at, net] of sales) of(entity, at).net += net;
    for (let row = first; row < end; row++) {
      if (!SOLD.includes(ledger.kind[row] as number)) continue;
      const { year, month } = calendar(ledger.day[row] as Day);
      of(entity, year * 12 + month - 1).gross += ledger.amount[row] as number;
    }
  }
  return [...months.values()]
    .filter(({ net, gross }) => net !== 0 || gross !== 0)
    .sort((a, b) => (a.entity === b.entity ? a.at - b.at : a.entity < b.entity ? -1 : 1))
    .map(({ entity, at, net, gross }) => ({
      entity,
      month: dayOf(Math.floor(at / 12), (at % 12) + 1, 1),
      net: minor(net),
      gross: minor(gross),
    }));
}
