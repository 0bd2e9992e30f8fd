// Are the rows that were asked for (--where) all that the customers with an allowance owe? An allowance is of a customer: set against a part of his claims it would move by what it does not have to.
import { isoDay } from '../core/day.ts';
import { Diagnostics } from '../core/diagnostic.ts';
import { counted, listed } from '../core/plural.ts';
import { currencyAt } from '../ledger/ledger.ts';
import type { Existing } from '../measures/provision/existing.ts';
import type { Book } from '../settle/book.ts';
import { plainAmount } from '../text/amounts.ts';
import type { Input } from './command.ts';

/** True where they are not, which is told: the rows that were left out are read for it. */
export async function cutsAllowances(input: Input, prior: Existing, inBase: boolean): Promise<boolean> {
  const { asOf, book, chosen, sources, diagnostics } = input;
  if (chosen.leftOut === 0 || prior.size === 0) return false;
  // What is wrong with rows that were left out is no matter of this report.
  const whole = (await input.readAgain(sources, new Diagnostics())).book;
  const [asked, all] = [openIn(book, asOf), openIn(whole, asOf)];
  const cut = [...prior.values()].flatMap(({ id, currency }) => {
    const outside = [...all].flatMap(([key, { id: of, currency: own, open }]) => {
      const left = open - (asked.get(key)?.open ?? 0);
      return of === id && (inBase || own === currency) && left !== 0 ? [{ left, own }] : [];
    });
    return outside.map(({ left, own }) => ({ id, left, currency: own }));
  });
  if (cut.length === 0) return false;
  diagnostics.add({
    code: 'allowance-in-part',
    what: `${counted(new Set(cut.map(({ id }) => id)).size, 'customer with an allowance owes', 'customers with an allowance owe')} more or less than the rows that were asked for on ${isoDay(asOf)}: ${listed(cut, ({ id, left, currency }) => `${id} ${plainAmount(left, currency)} ${currency}`)} left out`,
    why: 'the allowance is of all that a customer owes, so set against a part of it the movement would be wrong',
    fix: 'choose customers whole: --customer ID, or --where on a column of --customers; or leave --where out',
  });
  return true;
}

/** By customer and currency, what is open of debits less credits. */
function openIn({ ledger, at }: Book, asOf: Input['asOf']) {
  const { open } = at(asOf);
  const sums = new Map<string, { readonly id: string; readonly currency: ReturnType<typeof currencyAt>; open: number }>();
  for (let row = 0; row < ledger.count; row++) {
    if (open[row] === 0) continue;
    const customer = ledger.customer[row] as number;
    const [id, currency] = [ledger.customers.id(customer), currencyAt(ledger, ledger.currency[row] as number)];
    const key = `${ledger.customers.entity(customer)}\0${id}\0${currency}`;
    const of = sums.get(key) ?? { id, currency, open: 0 };
    of.open += open[row] as number;
    sums.set(key, of);
  }
  return sums;
}
