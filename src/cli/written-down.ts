// What is written down of the customers asked for (--allowance, --prior)? The sum of their rows by currency, overdrawn ones with their minus, as `ar provision` reads them; of all customers also those who have no posting left.
import type { Currency } from '../core/currency.ts';
import { LARGEST_SUM } from '../core/money.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { AllowanceField } from '../read/tables/allowances.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';
import { placeIn } from './place-in-table.ts';
import { amountsOf } from './table-currency.ts';

/** Undefined when a row cannot be used: the diagnostics say so. */
export function allowancesIn(
  input: Input,
  option: 'allowance' | 'prior',
  customers: ReadonlySet<number> | undefined,
  currencies: readonly Currency[],
): ReadonlyMap<Currency, number> | undefined {
  const { book, diagnostics } = input;
  const sums = new Map<Currency, number>();
  const table = input.tables.get(option) as SideTable<AllowanceField> | undefined;
  if (table === undefined) return sums;
  const amounts = amountsOf(table, 'currency', input);
  const idOf = idsOfLedger(input);
  const asked = customers && new Set(Array.from(customers, (number) => book.ledger.customers.id(number)));
  let sound = true;
  const refuse = (row: number, field: AllowanceField, what: string, fix: string): void => {
    sound = false;
    diagnostics.add({ code: 'cell-unreadable', ...placeIn(table, field, row), what, fix });
  };
  for (let row = 0; row < table.count; row++) {
    const [of, amount] = [amounts.of(row), amounts.amount('allowance', row) ?? 0];
    if (asked?.has(idOf(table.text('customer', row))) === false) continue;
    if (!currencies.includes(of)) {
      refuse(
        row,
        table.has('currency') ? 'currency' : 'allowance',
        `${table.has('currency') ? 'currency' : 'allowance'}: this is in ${of}, and the report has nothing in it`,
        'write the currency of the claim, or leave the row out',
      );
      continue;
    }
    sums.set(of, (sums.get(of) ?? 0) + amount);
  }
  for (const [currency, sum] of sums) {
    if (sum <= LARGEST_SUM) continue;
    sound = false;
    diagnostics.add({
      code: 'sum-too-large',
      file: table.file,
      what: `the allowances in ${currency} add up to more than can be summed exactly`,
      why: `sums are exact up to ${LARGEST_SUM} of the smallest unit of a currency`,
      fix: 'check for an amount that is out of scale',
    });
  }
  if (!sound) return undefined;
  // A table that has no row of a currency says that nothing is written down in it.
  return new Map(currencies.map((currency) => [currency, sums.get(currency) ?? 0]));
}
