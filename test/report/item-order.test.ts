// Do items stand in the order that comparing each with each gives, whoever they are of?
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Currency, currencyOf } from '../../src/core/currency.ts';
import { NO_DAY } from '../../src/core/day.ts';
import { compareCodePoints, fold } from '../../src/core/fold.ts';
import { LedgerBuilder } from '../../src/ledger/builder.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { itemOrder } from '../../src/report/item-order.ts';
import { runs } from '../harness/share.ts';

const CURRENCIES = ['USD', 'EUR'] as const;
/** In no order; of some the name is that of others, of some there is none, and case and accents do not count. */
const CUSTOMERS = [
  ['C2', 'Bé'],
  ['C1', 'bE'],
  ['D', ''],
  ['A', 'Zoé'],
  ['be', ''],
  ['😀', '￿'],
] as const;

const row = fc.record({
  customer: fc.nat({ max: CUSTOMERS.length - 1 }),
  currency: fc.nat({ max: 1 }),
  date: fc.integer({ min: 10, max: 11 }),
  due: fc.constantFrom(NO_DAY, 10, 11),
  document: fc.constantFrom('', 'F1', 'F10', 'F2', 'é'),
  amount: fc.integer({ min: -2, max: 2 }),
  kind: fc.nat({ max: 2 }),
});
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

function ledgerOf(list: readonly Row[]): Ledger {
  const builder = new LedgerBuilder(['document', 'date'], CURRENCIES[1] as Currency);
  builder.startFile('a.csv', ['document', 'date']);
  const numbers = CUSTOMERS.map(([id, name]) => {
    const number = builder.customers.add('', id);
    builder.customers.name(number, name);
    return number;
  });
  for (const one of list) {
    const currency = builder.currency(currencyOf(CURRENCIES[one.currency] as string) as Currency);
    Object.assign(builder.draft, one, { day: one.date, customer: numbers[one.customer], currency });
    builder.commit();
  }
  builder.endFile(false);
  return builder.finish();
}

it('items are ordered by customer, currency, due day and number, then by all else that is shown, and at last by whether they say a due day', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.array(fc.nat({ max: 2 })), (list, figures) => {
      const ledger = ledgerOf(list);
      const figure = (at: number): number => figures[at % figures.length] ?? 0;
      const items = {
        rows: list.map((_, i) => i).filter((i) => figure(i) < 2),
        open: Float64Array.from(list, (_, i) => figure(i + 1)),
        disputed: (i: number) => figure(i + 2),
      };
      const nameOf = ([id, name]: readonly [string, string]): string => fold(name || id);
      const compared = [...items.rows].sort((a, b) => {
        const [x, y] = [list[a] as Row, list[b] as Row];
        const [one, other] = [CUSTOMERS[x.customer] as (typeof CUSTOMERS)[0], CUSTOMERS[y.customer] as (typeof CUSTOMERS)[0]];
        const dueOf = ({ due, date }: Row): number => (due === NO_DAY ? date : due);
        return (
          compareCodePoints(nameOf(one), nameOf(other)) ||
          compareCodePoints(one[0], other[0]) ||
          compareCodePoints(CURRENCIES[x.currency] as string, CURRENCIES[y.currency] as string) ||
          dueOf(x) - dueOf(y) ||
          compareCodePoints(x.document, y.document) ||
          y.amount - x.amount ||
          x.date - y.date ||
          x.kind - y.kind ||
          (items.open[a] as number) - (items.open[b] as number) ||
          items.disputed(a) - items.disputed(b) ||
          x.due - y.due ||
          a - b
        );
      });
      expect(itemOrder(ledger, items)).toEqual(compared);
    }),
    { numRuns: runs(300) },
  );
});
