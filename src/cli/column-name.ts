// Which column does a name given to --group-by mean? One of the ledger by its field, else one of the table of customers, by its field or by its
// heading; accents, case and punctuation aside. --where asks for those of the table here.
import { CATEGORIES, type Category } from '../ledger/field.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import { GROUP_KEYS } from '../measures/grouping.ts';
import { sameHeading } from '../read/headings.ts';
import { type Headed, headingsNamed } from '../read/named-heading.ts';
import type { CustomerField } from '../read/tables/customers.ts';
import type { Register } from './customers.ts';

/** What a ledger may say of customers. */
const LEDGER_NAMES = [...GROUP_KEYS, 'name'] as const;
type LedgerName = (typeof LEDGER_NAMES)[number];

/** `key` is what a report calls the column: the name of a field, or the heading. */
export type OfTable = { readonly of: 'table'; readonly key: string; readonly text: (row: number) => string };
/** Headings that are the same, with where they stand. */
type Several = { readonly headings: readonly Headed[] };

type NamedColumn =
  /** `also`: the table has such a column too. */
  { readonly of: 'ledger'; readonly key: LedgerName; readonly also: boolean } | OfTable | Several;

/** The field of a ledger; `id` is what the table of customers calls it. */
export function ledgerName(name: string): LedgerName | undefined {
  const same = sameHeading(name);
  return same === 'id' ? 'customer' : LEDGER_NAMES.find((own) => sameHeading(own) === same);
}

/** The same, where a ledger keeps it only if it is asked to. */
export function categoryNamed(name: string): readonly Category[] {
  return CATEGORIES.filter((category) => category === ledgerName(name));
}

/** Undefined when neither the ledger nor the table of customers has it. */
export function columnNamed(ledger: Ledger, register: Register | undefined, name: string): NamedColumn | undefined {
  const own = ledgerName(name);
  if (own === 'customer' || own === 'name') return { of: 'ledger', key: own, also: false };
  const inTable = register === undefined ? undefined : tableColumn(register.table, name);
  if (own !== undefined && ledgerHas(ledger, own)) return { of: 'ledger', key: own, also: inTable !== undefined };
  // The heading of the ids, as the table writes it.
  return inTable !== undefined && 'key' in inTable && inTable.key === 'id'
    ? { of: 'ledger', key: 'customer', also: false }
    : inTable;
}

function ledgerHas(ledger: Ledger, name: LedgerName): boolean {
  if (name === 'customer' || name === 'name' || name === 'kind') return true;
  if (name === 'entity' && ledger.customers.entities.some((entity) => entity !== '')) return true;
  return column(ledger, name) !== undefined;
}

/** By its field, else by its heading, else by the only heading that is the same but for accents, case and punctuation. */
export function tableColumn(table: Register['table'], name: string): OfTable | Several | undefined {
  const same = sameHeading(name);
  const ofField = (field: string) => (row: number) => table.text(field as CustomerField, row);
  const named = table.columns.find(({ field }) => sameHeading(field) === same);
  if (named !== undefined) return { of: 'table', key: named.field, text: ofField(named.field) };
  const headed = [
    ...table.columns.map(({ field, index, heading }) => ({ index, heading, text: ofField(field), field })),
    ...table.others.map((other) => ({ ...other, field: undefined })),
  ];
  const found = headingsNamed(headed, name);
  const [first] = found;
  if (first === undefined || found.length > 1) return first === undefined ? undefined : { headings: found };
  return { of: 'table', key: first.field === 'id' ? 'id' : first.heading, text: first.text };
}

/** Names that `columnNamed` knows. */
export function columnNames(ledger: Ledger, register: Register | undefined): string[] {
  const own = CATEGORIES.filter((name) => ledger.columns[name] !== undefined);
  return [...new Set(['customer', 'name', ...own, ...(register === undefined ? [] : tableNames(register))])];
}

/** Names of columns of the table of customers. */
export function tableNames({ table: { columns, others } }: Register): string[] {
  return [...columns.flatMap(({ field, heading }) => [field, heading]), ...others.map(({ heading }) => heading)];
}
