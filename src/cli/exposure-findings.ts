// What of an exposure cannot be known from what was given? Said aloud: an exposure without its orders, or without limits, is none that was found to be small.
import type { Diagnostics } from '../core/diagnostic.ts';
import type { Input } from './command.ts';
import type { Found } from './exposure-of.ts';

export function tellPartial({ register, tables }: Input, { now }: Found, diagnostics: Diagnostics): void {
  const tell = (what: string, fix: string): void => diagnostics.add({ code: 'exposure-partial', what, fix });
  if (!tables.has('orders')) {
    tell(
      'orders in progress, deliveries to be invoiced and discounted bills are not known: the exposure is what the ledger holds',
      'add --orders FILE, if there are any',
    );
  }
  if (register === undefined || now.rows.every(({ limit }) => limit === undefined)) {
    tell(
      register === undefined
        ? 'no limit, no insurer and no guarantee is known: nobody can be over a limit'
        : 'no customer here has a limit in the currency of its exposure: nobody can be over one',
      register === undefined
        ? 'add --customers FILE'
        : 'fill the column credit_limit of the customers’ table: ar limit proposes limits',
    );
  }
}
