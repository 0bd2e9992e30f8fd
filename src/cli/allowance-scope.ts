// Are the rows that were asked for (--where) all that the customers with an allowance owe? An allowance is of a customer: set against a part of his claims it would move by what it does not have to.
import { isoDay } from '../core/day.ts';
import { counted, listed } from '../core/plural.ts';
import type { Existing } from '../measures/provision/existing.ts';
import { plainAmount } from '../text/amounts.ts';
import type { Input } from './command.ts';
import { leftOutOf } from './left-out.ts';

/** True where they are not, which is told: the rows that were left out are read for it. */
export async function cutsAllowances(input: Input, prior: Existing, inBase: boolean): Promise<boolean> {
  const { asOf, diagnostics } = input;
  if (prior.size === 0) return false;
  const outside = await leftOutOf(input);
  const cut = [...prior.values()].flatMap(({ id, currency }) =>
    outside.filter((one) => one.id === id && (inBase || one.currency === currency)),
  );
  if (cut.length === 0) return false;
  diagnostics.add({
    code: 'allowance-in-part',
    what: `${counted(new Set(cut.map(({ id }) => id)).size, 'customer with an allowance owes', 'customers with an allowance owe')} more or less than the rows that were asked for on ${isoDay(asOf)}: ${listed(cut, ({ id, left, currency }) => `${id} ${plainAmount(left, currency)} ${currency}`)} left out`,
    why: 'the allowance is of all that a customer owes, so set against a part of it the movement would be wrong',
    fix: 'choose customers whole: --customer ID, or --where on a column of --customers; or leave --where out',
  });
  return true;
}
