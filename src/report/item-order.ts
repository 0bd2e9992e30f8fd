// In what order do open items stand? By customer as everywhere, then by currency, then what has been due longest, then the number of the document: customers
// are put in order once, and the items of each among themselves.

import { NO_DAY } from '../core/day.ts';
import { compareCodePoints } from '../core/fold.ts';
import { asTold } from '../ledger/as-told.ts';
import { currencyAt, documentDays, type Ledger, numberOf } from '../ledger/ledger.ts';
import { groupOrder } from './group-order.ts';

/** Items by their rows, with what is open and disputed of each. */
type Items = {
  readonly rows: readonly number[];
  readonly open: Float64Array;
  readonly disputed: (row: number) => number;
};

/** The rows of the items in their order. */
export function itemOrder(ledger: Ledger, items: Items): number[] {
  const { ordered, begins } = byCustomer(ledger, items.rows);
  const within = withinCustomer(ledger, items);
  const order: number[] = [];
  for (let i = 0; i + 1 < begins.length; i++) {
    const own = [...ordered.subarray(begins[i], begins[i + 1])];
    for (const row of own.length > 1 ? own.sort(within) : own) order.push(row);
  }
  return order;
}

/** The rows of each customer one behind the other, customers in their order, and where those of each begin. */
function byCustomer({ customers, customer }: Ledger, rows: readonly number[]): { ordered: Int32Array; begins: Int32Array } {
  const memberOf = Int32Array.from(new Set(rows.map((row) => customer[row] as number)));
  const currencies = { currencyOf: new Uint8Array(memberOf.length), currencies: [''] };
  const rankOf = new Int32Array(customers.size);
  groupOrder({ memberOf, members: customers.members, ...currencies }).forEach((group, rank) => {
    rankOf[memberOf[group] as number] = rank;
  });
  const begins = new Int32Array(memberOf.length + 1);
  const rankAt = (row: number): number => rankOf[customer[row] as number] as number;
  for (const row of rows) begins[rankAt(row) + 1] = (begins[rankAt(row) + 1] as number) + 1;
  for (let i = 1; i < begins.length; i++) begins[i] = (begins[i] as number) + (begins[i - 1] as number);
  const next = begins.slice();
  const ordered = new Int32Array(rows.length);
  for (const row of rows) {
    const rank = rankAt(row);
    ordered[next[rank] as number] = row;
    next[rank] = (next[rank] as number) + 1;
  }
  return { ordered, begins };
}

function withinCustomer(ledger: Ledger, { open, disputed }: Items): (a: number, b: number) => number {
  const { amount, currency, kind } = ledger;
  const dates = documentDays(ledger);
  const told = asTold(ledger);
  const due = (row: number): number => (ledger.due[row] === NO_DAY ? (dates[row] as number) : (ledger.due[row] as number));
  const byCurrency = (a: number, b: number): number =>
    currency[a] === currency[b]
      ? 0
      : compareCodePoints(currencyAt(ledger, currency[a] as number), currencyAt(ledger, currency[b] as number));
  return (a, b) =>
    byCurrency(a, b) ||
    due(a) - due(b) ||
    compareCodePoints(numberOf(ledger, a), numberOf(ledger, b)) ||
    (amount[b] as number) - (amount[a] as number) ||
    (dates[a] as number) - (dates[b] as number) ||
    (kind[a] as number) - (kind[b] as number) ||
    (open[a] as number) - (open[b] as number) ||
    disputed(a) - disputed(b) ||
    told(a, b);
}
