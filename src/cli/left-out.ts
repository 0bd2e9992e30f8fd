// Of whom do the rows that were asked for (--where) leave a part out? What a customer owes by all rows, less what he owes by these.
import type { Currency } from '../core/currency.ts';
import { Diagnostics } from '../core/diagnostic.ts';
import { currencyAt } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import type { Input } from './command.ts';

/** `left`: open of debits less credits, never nothing. */
export type LeftOut = { readonly entity: string; readonly id: string; readonly currency: Currency; readonly left: number };

/** By customer and currency. The rows are read once more for it, all of them. */
export async function leftOutOf({ asOf, book, chosen, sources, readAgain }: Input): Promise<LeftOut[]> {
  if (chosen.leftOut === 0) return [];
  // What is wrong with rows that were left out is no matter of this report.
  const whole = (await readAgain(sources, new Diagnostics())).book;
  const [asked, all] = [openIn(book, asOf), openIn(whole, asOf)];
  return [...all].flatMap(([key, { open, ...who }]) => {
    const left = open - (asked.get(key)?.open ?? 0);
    return left === 0 ? [] : [{ ...who, left }];
  });
}

function openIn({ ledger, at }: Book, asOf: Input['asOf']) {
  const { open } = at(asOf);
  const sums = new Map<string, Omit<LeftOut, 'left'> & { open: number }>();
  for (let row = 0; row < ledger.count; row++) {
    if (open[row] === 0) continue;
    const customer = ledger.customer[row] as number;
    const [id, entity] = [ledger.customers.id(customer), ledger.customers.entity(customer)];
    const currency = currencyAt(ledger, ledger.currency[row] as number);
    const key = `${entity}\0${id}\0${currency}`;
    const of = sums.get(key) ?? { entity, id, currency, open: 0 };
    of.open += open[row] as number;
    sums.set(key, of);
  }
  return sums;
}
