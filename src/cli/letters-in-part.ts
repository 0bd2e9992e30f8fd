// Are the rows that were asked for (--where) all that those owe who get a letter? A payment that is left out would be asked for again.
import { counted, listed } from '../core/plural.ts';
import { plainAmount } from '../text/amounts.ts';
import type { Input } from './command.ts';
import { leftOutOf } from './left-out.ts';
import type { NamedLetter } from './letters-of.ts';

/** True where they are not, which is told: nothing is written then. */
export async function asksInPart(input: Input, letters: readonly NamedLetter[]): Promise<boolean> {
  const { customers } = input.book.ledger;
  const keyOf = (entity: string, id: string, currency: string): string => [entity, id, currency].join('\0');
  const written = new Set(
    letters.map(({ notice: { customer, currency } }) => keyOf(customers.entity(customer), customers.id(customer), currency)),
  );
  const cut = (await leftOutOf(input)).filter(({ entity, id, currency }) => written.has(keyOf(entity, id, currency)));
  if (cut.length === 0) return false;
  input.diagnostics.add({
    code: 'letter-in-part',
    what: `${counted(cut.length, 'letter asks', 'letters ask')} for more or less than is owed, of which the rows that were asked for are a part: ${listed(cut, ({ id, left, currency }) => `${id} ${plainAmount(left, currency)} ${currency}`)} left out`,
    why: 'a payment that is left out would be asked for again, and a letter lists all that is past due',
    fix: 'choose customers whole: --customer ID, or --where on a column of --customers; or leave --where out',
  });
  return true;
}
