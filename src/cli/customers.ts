// Who are the customers (--customers)? Reads the register, gives their terms by id, and tells which customers of the ledger it does not know.
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { gather } from '../core/gather.ts';
import { counted, listed } from '../core/plural.ts';
import type { World } from '../io/world.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { differencesOf, matchIds, rowsOfIds } from '../ledger/register.ts';
import type { SideTable } from '../ledger/side-table.ts';
import { parseTerms } from '../policy/parse-terms.ts';
import type { Terms } from '../policy/terms.ts';
import type { TableSaid } from '../read/table.ts';
import type { TableSpec } from '../read/table-spec.ts';
import { CUSTOMERS, type CustomerField } from '../read/tables/customers.ts';
import { readBeside } from './beside.ts';

export type Register = {
  readonly table: SideTable<CustomerField>;
  /** The row of an id, or of a name where the ledger has no ids; undefined where there is none. */
  readonly rowOf: (id: string) => number | undefined;
  /** The name written for an id; '' where none is. */
  readonly nameOf: (id: string) => string;
  /** The same as it is written; '' where nothing is. */
  readonly termsText: (id: string) => string;
  /** What a customer agreed to; undefined where nothing is written. */
  readonly terms: (id: string) => Terms | 'unread' | undefined;
};

/** Undefined when the table cannot be used: the diagnostics say why. `keepsTwice`: rows that contradict each other are told, and give what they agree on. */
export async function readCustomers(
  path: string,
  currency: Currency,
  world: World,
  diagnostics: Diagnostics,
  said: TableSaid,
  spec: TableSpec<CustomerField> = CUSTOMERS,
  keepsTwice = false,
): Promise<Register | undefined> {
  const table = await readBeside({ ...spec, keepsTwice }, path, currency, world, diagnostics, said);
  if (table === undefined) return undefined;
  const rowOf = rowsOfIds(table);
  const terms = readTerms(table, diagnostics);
  const termsText = (id: string): string => {
    const row = rowOf(id);
    return row === undefined ? '' : table.text('terms', row);
  };
  return {
    table,
    rowOf,
    nameOf: (id) => {
      const row = rowOf(id);
      return row === undefined ? '' : table.text('name', row);
    },
    termsText,
    terms: (id) => terms.get(termsText(id)),
  };
}

/** By their texts. What is not understood leaves its customers without terms, as in the ledger's own column: others would be a guess. */
function readTerms(table: Register['table'], diagnostics: Diagnostics): ReadonlyMap<string, Terms | 'unread'> {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < table.count; row++) {
    const text = table.text('terms', row);
    if (text !== '') gather(rows, text, row);
  }
  const column = table.columns.find(({ field }) => field === 'terms');
  const read = new Map<string, Terms | 'unread'>();
  for (const [text, of] of rows) {
    const terms = parseTerms(text);
    read.set(text, typeof terms === 'string' ? 'unread' : terms);
    if (typeof terms !== 'string') continue;
    diagnostics.add({
      code: 'terms-unreadable',
      file: table.file,
      line: table.line(of[0] as number),
      column: column === undefined ? undefined : column.index + 1,
      value: text,
      what: `terms: ${counted(of.length, 'customer')}, first here, ${of.length === 1 ? 'has' : 'have'} terms that are not understood, and ${of.length === 1 ? 'is' : 'are'} without any`,
      why: `the text ${terms}`,
      fix: 'write terms as "45 days end-of-month" or "30% 30 days; 70% 60 days"',
    });
  }
  return read;
}

/** Customers whom the ledger does not name are named as in the register. */
export function nameCustomers({ customers }: Ledger, { nameOf }: Register): void {
  for (let number = 1; number < customers.size; number++) {
    if (customers.nameOf(number) === '') customers.name(number, nameOf(customers.id(number)));
  }
}

/** Customers of the ledger that stand in no row of the register, and those that may stand there under another id. */
export function tellCustomers(ledger: Ledger, { table }: Register, diagnostics: Diagnostics): void {
  const { unknown, alike, named } = matchIds(ledger.customers.ids, table);
  const missing = unknown.length - alike.length;
  if (missing > 0) {
    const others = unknown.filter((id) => !alike.some((a) => a.id === id));
    diagnostics.add({
      code: 'customers-unknown',
      file: table.file,
      what: `${counted(missing, 'customer')} of the ledger ${missing === 1 ? 'stands' : 'stand'} in no row of this table: ${listed(others, (id) => id)}`,
      why: 'nothing is known of their terms, limits and addresses',
      fix: 'add them, or check how their ids are spelt',
    });
  }
  if (named.length > 0) {
    diagnostics.add({
      code: 'customers-by-name',
      file: table.file,
      what: `${counted(named.length, 'customer')} of the ledger ${named.length === 1 ? 'is' : 'are'} known here by name, and not by id: ${listed(named, (id) => id)}`,
      fix: 'nothing, if the ledger has no ids',
    });
  }
  if (alike.length > 0) {
    const by = [...new Set(alike.flatMap(({ id, known }) => differencesOf(id, known)))];
    diagnostics.add({
      code: 'customer-ids-alike',
      file: table.file,
      what: `${counted(alike.length, 'id')} of the ledger ${alike.length === 1 ? 'differs' : 'differ'} from this table by ${by.join(' or ')} only: ${listed(alike, ({ id, known }) => `${id} is ${known} here`)}`,
      why: 'two ids that are not the same text are two customers',
      fix: 'spell them alike in both files, if they are the same customers',
    });
  }
}
