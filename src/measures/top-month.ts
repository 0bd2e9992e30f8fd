// In which calendar month was most sold to a customer? Invoices less credit notes, with tax, of the months that the last twelve touch, each whole as far as the ledger tells.
import { type Day, lastWithin } from '../core/day.ts';
import { firstDayOf, monthOf } from '../core/month.ts';
import { kindCode } from '../ledger/kind.ts';
import type { Book } from '../settle/book.ts';

type TopMonth = { readonly amount: number; readonly month: Day };

const [INVOICE, CREDIT_NOTE] = (['invoice', 'credit_note'] as const).map(kindCode);

/** By number of the customer and of the currency; of two months that come to the same the later. */
export function topMonths(book: Book, asOf: Day): (customer: number, currency: number) => TopMonth | undefined {
  const { ledger } = book;
  const first = monthOf((lastWithin(asOf, -12) + 1) as Day);
  const from = firstDayOf(first);
  const months = monthOf(asOf) - first + 1;
  const currencies = Math.max(1, ledger.currencies.length);
  const sold = new Float64Array(ledger.customers.size * currencies * months);
  for (let row = 0; row < ledger.count; row++) {
    const day = ledger.day[row] as number;
    const kind = ledger.kind[row];
    if (day < from || day > asOf || (kind !== INVOICE && kind !== CREDIT_NOTE) || !book.holds(row)) continue;
    const key = (ledger.customer[row] as number) * currencies + (ledger.currency[row] as number);
    const at = key * months + (monthOf(day as Day) - first);
    sold[at] = (sold[at] as number) + (ledger.amount[row] as number);
  }
  return (customer, currency) => {
    const begin = (customer * currencies + currency) * months;
    let top: TopMonth | undefined;
    for (let at = 0; at < months; at++) {
      const amount = sold[begin + at] as number;
      if (top === undefined || amount >= top.amount) top = { amount, month: firstDayOf(first + at) };
    }
    return top;
  };
}
