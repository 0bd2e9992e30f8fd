// What stands beside the ledger of each customer (--orders)? Rows of one customer and currency add up; customers the ledger does not know have an exposure, too.

import type { Currency } from '../core/currency.ts';
import type { SideTable } from '../ledger/side-table.ts';
import { type Beside, keyOf } from '../measures/exposure-position.ts';
import { ORDER_AMOUNTS, type OrderField } from '../read/tables/orders.ts';
import type { Input } from './command.ts';
import { ratesCover } from './rates.ts';
import { amountsOf } from './table-currency.ts';

type OrdersBeside = Map<string, { readonly id: string; readonly name: string; readonly currency: Currency } & Beside>;

type Whose = {
  /** The id that the ledger has for a customer of the table. */
  readonly idOf: (written: string) => string;
  /** Customers that are asked about, or nobody else knows. */
  readonly keeps: (id: string) => boolean;
  readonly nameOf: (id: string) => string;
};

/** Undefined where an amount is in a currency without a rate: the diagnostics say so. */
export function besideIn(input: Input, { idOf, keeps, nameOf }: Whose): OrdersBeside | undefined {
  const table = input.tables.get('orders') as SideTable<OrderField> | undefined;
  const beside: OrdersBeside = new Map();
  if (table === undefined) return beside;
  const amounts = amountsOf(table, 'currency', input);
  if (!ratesCover(input.rates, table, ORDER_AMOUNTS, amounts.written, input.diagnostics)) return undefined;
  for (let row = 0; row < table.count; row++) {
    const id = idOf(table.text('customer', row));
    if (!keeps(id)) continue;
    const currency = amounts.of(row);
    const key = keyOf({ id, currency });
    const of = beside.get(key) ?? {
      ...{ id, name: nameOf(id), currency, undelivered: 0, unbilled: 0, deposits: 0, discountedBills: 0 },
    };
    const more = (field: OrderField): number => amounts.amount(field, row) ?? 0;
    beside.set(key, {
      ...of,
      undelivered: of.undelivered + more('undelivered'),
      unbilled: of.unbilled + more('unbilled'),
      deposits: of.deposits + more('deposits'),
      discountedBills: of.discountedBills + more('discounted_bills'),
    });
  }
  return beside;
}
