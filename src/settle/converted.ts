// What is a book worth in one currency, at one rate a currency? What is open is converted item by item and rounded half up; settlement and its proof stay in the currencies of the postings.
import { type Currency, exponentOf } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import { type Minor, minor } from '../core/money.ts';
import { mulDiv } from '../core/rounding.ts';
import type { Ratio } from '../ledger/side-table.ts';
import type { Book } from './book.ts';
import type { OpenItems } from './open-items.ts';

/** What one unit of a currency is worth in another. */
export type Rate = { readonly from: Currency; readonly to: Currency; readonly rate: Ratio };

/** An amount in minor units of the one currency as one in those of the other, rounded half up. */
export function converted(amount: number, { from, to, rate }: Rate): Minor {
  if (from === to || amount === 0) return minor(amount);
  const by = exponentOf(to) - exponentOf(from);
  const [up, down] = by >= 0 ? [10 ** by, 1] : [1, 10 ** -by];
  return mulDiv(amount, rate.numerator * up, rate.denominator * down, 'half-up');
}

/** `rates`: by index of the ledger's currencies. Its base amounts are what its postings are worth at these. */
export function convertedBook(book: Book, to: Currency, rates: readonly Rate[]): Book {
  const { ledger } = book;
  const worth = (amounts: Float64Array): Float64Array => {
    const found = new Float64Array(amounts.length);
    for (let row = 0; row < amounts.length; row++) {
      const amount = amounts[row] as number;
      if (amount !== 0) found[row] = converted(amount, rates[ledger.currency[row] as number] as Rate);
    }
    return found;
  };
  const known = new Map<Day, OpenItems>();
  const at = (day: Day): OpenItems => {
    const items = book.at(day);
    const base = worth(items.open);
    const open = base.reduce((sum, one) => sum + one, 0);
    return { ...items, base, baseControl: undefined, converted: { currency: to, open: minor(open) } };
  };
  return {
    ...book,
    ledger: {
      ...ledger,
      bookCurrency: to,
      asked: new Set([...ledger.asked, 'base' as const]),
      columns: { ...ledger.columns, base: worth(ledger.amount.subarray(0, ledger.count)) },
    },
    at: (day) => {
      const items = known.get(day) ?? at(day);
      known.set(day, items);
      return items;
    },
    of: (holds) => convertedBook(book.of(holds), to, rates),
  };
}
