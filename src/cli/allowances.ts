// How much was written down before (--prior)? By customer and currency; customers the ledger does not hold are released, and told.
import type { Currency } from '../core/currency.ts';
import { counted, listed } from '../core/plural.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Existing } from '../measures/provision/existing.ts';
import type { AllowanceField } from '../read/tables/allowances.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';
import { amountsOf } from './table-currency.ts';

export function priorIn(input: Input): Existing {
  const table = input.tables.get('prior') as SideTable<AllowanceField> | undefined;
  const prior = new Map<string, { id: string; currency: Currency; specific: number; matrix: number; unsaid: number }>();
  if (table === undefined) return prior;
  const amounts = amountsOf(table, 'currency', input);
  const idOf = idsOfLedger(input);
  const strangers = new Map<string, number>();
  for (let row = 0; row < table.count; row++) {
    const [id, currency, amount] = [idOf(table.text('customer', row)), amounts.of(row), amounts.amount('allowance', row) ?? 0];
    const of = prior.get(`${id}\0${currency}`) ?? { id, currency, specific: 0, matrix: 0, unsaid: 0 };
    of[(table.choice('method', row) as 'specific' | 'matrix' | undefined) ?? 'unsaid'] += amount;
    prior.set(`${id}\0${currency}`, of);
    if (amount !== 0 && input.book.ledger.customers.find(id).length === 0) strangers.set(id, row);
  }
  tellStrangers(strangers, table, input);
  return prior;
}

/** A customer who is spelt otherwise is released here and written down anew there. */
function tellStrangers(strangers: ReadonlyMap<string, number>, table: SideTable<AllowanceField>, { diagnostics }: Input): void {
  const [first] = strangers;
  if (first === undefined) return;
  diagnostics.add({
    code: 'prior-unmatched',
    file: table.file,
    line: table.line(first[1]),
    what: `${counted(strangers.size, 'customer')} with an allowance ${strangers.size === 1 ? 'stands' : 'stand'} in no row of the ledger: ${listed([...strangers.keys()], (id) => id)}`,
    why: 'the allowance is released whole',
    fix: 'check how the ids are spelt, if they still owe something',
  });
}
