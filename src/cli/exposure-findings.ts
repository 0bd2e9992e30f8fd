// What of an exposure cannot be known from what was given? Said aloud: an exposure without its orders, or without limits, is none that was found to be small.
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted } from '../core/plural.ts';
import type { Input } from './command.ts';
import type { Found } from './exposure-of.ts';
import type { FoundLimits } from './limit-of.ts';

/** `isAccrued`: a journal says what is to be invoiced. */
export function tellPartial({ register, tables, diagnostics }: Input, { now }: Found, isAccrued: boolean): void {
  const tell = (what: string, fix: string): void => diagnostics.add({ code: 'exposure-partial', what, fix });
  if (!tables.has('orders')) {
    tell(
      isAccrued
        ? 'orders in progress and discounted bills are not known; deliveries to be invoiced are those that the journal has accrued (418)'
        : 'orders in progress, deliveries to be invoiced and discounted bills are not known: the exposure is what the ledger holds',
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

/** The same of a limit. */
export function tellPartialLimits({ register }: Input, { histories, rows }: FoundLimits, diagnostics: Diagnostics): void {
  const tell = (what: string, fix: string): void => diagnostics.add({ code: 'exposure-partial', what, fix });
  if (histories.isOpenItemsOnly) {
    tell(
      'nothing of this ledger is settled: it holds what is open, and not what was sold and paid in twelve months',
      'give a ledger with its paid invoices, or sales in a column forecast_sales of --customers',
    );
  } else if (rows.some(({ reasons }) => reasons.includes('history_missing'))) {
    tell(
      'what some customers bought in twelve months is not known',
      'a column forecast_sales of --customers says what is expected',
    );
  }
  const without = rows.filter(({ reasons }) => reasons.includes('terms_unknown')).length;
  if (without > 0) {
    tell(
      `nobody says on which terms ${counted(without, 'customer')} ${without === 1 ? 'buys' : 'buy'}: what ${without === 1 ? 'it needs' : 'they need'} cannot be told`,
      'name the column of due days, or terms: --terms, --customers',
    );
  }
  if (rows.some(({ reasons }) => reasons.includes('orders_unknown'))) {
    tell(
      'what is ordered is not known: no base of the AFDCC is made without it',
      'add --orders FILE, also one without rows where there are none',
    );
  }
  if (rows.some(({ reasons }) => reasons.includes('months_unknown'))) {
    tell(
      'nobody says of how many months of sales a limit is',
      'add --months-of-sales 2, or a column months_of_sales to --customers',
    );
  }
  if (register === undefined) {
    tell('no limit, no insurer and no net worth is known', 'add --customers FILE');
  }
}
