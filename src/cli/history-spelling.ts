// Does a history spell customers and documents as the ledger does? A spreadsheet takes leading zeros away, and what is not found again would be reminded from the first level on.
import { counted, listed } from '../core/plural.ts';
import { spellingOf } from '../ledger/documents-alike.ts';
import { numberOf } from '../ledger/ledger.ts';
import { coreOf } from '../ledger/register.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { HistoryField } from '../read/tables/history.ts';
import type { Input } from './command.ts';
import { placeIn } from './place-in-table.ts';

type History = SideTable<HistoryField>;
type Row = { readonly at: number; readonly customer: string; readonly document: string };

/** False where rows are of what the ledger has under another spelling, and under no other: it is told. `rows`: those that count. */
export function isSpeltAsTheLedger(table: History, rows: readonly Row[], { book: { ledger }, diagnostics }: Input): boolean {
  const { customers } = ledger;
  const exact = new Map<string, boolean>();
  const cores = new Set<string>();
  for (const { customer, document } of rows) {
    exact.set(`${customer}\0${document}`, false);
    cores.add(coreOf(customer));
  }
  const others = new Map<string, string>();
  for (let row = 0; cores.size > 0 && row < ledger.count; row++) {
    const id = customers.id(ledger.customer[row] as number);
    if ((ledger.amount[row] as number) <= 0 || !cores.has(coreOf(id))) continue;
    const number = numberOf(ledger, row);
    if (exact.has(`${id}\0${number}`)) exact.set(`${id}\0${number}`, true);
    else others.set(looseOf(id, number), `${id} ${number}`.trim());
  }
  const spelt = rows.filter(
    ({ customer, document }) =>
      document !== '' && exact.get(`${customer}\0${document}`) === false && others.has(looseOf(customer, document)),
  );
  const [first] = spelt;
  if (first === undefined) return true;
  const names = new Map(
    spelt.map(({ customer, document }) => [
      `${customer} ${document}`,
      `${customer} ${document} is ${others.get(looseOf(customer, document)) ?? ''} there`,
    ]),
  );
  const isCustomer = customers.find(first.customer).length === 0;
  diagnostics.add({
    code: 'history-spelt',
    ...placeIn(table, isCustomer ? 'customer' : 'document', first.at),
    what: `${counted(spelt.length, 'notice is', 'notices are')} of what the ledger spells otherwise: ${listed([...names.values()], (one) => one)}`,
    why: 'what was sent is not found again, and would be sent once more; a spreadsheet takes leading zeros away',
    fix: 'spell customers and documents in the history as the ledger does',
  });
  return false;
}

function looseOf(customer: string, document: string): string {
  return `${coreOf(customer)}\0${spellingOf(document)}`;
}
