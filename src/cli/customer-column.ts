// What does a column say of each customer? One of the ledger, where the postings of a customer agree; else one of the register, by its field or by
// its heading. To choose customers by: a column that parts a customer in two is none of them.
import { present } from '../core/assert.ts';
import { CATEGORIES, type Category } from '../ledger/field.ts';
import { KINDS } from '../ledger/kind.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import { sameHeading } from '../read/headings.ts';
import type { CustomerField } from '../read/tables/customers.ts';
import type { Register } from './customers.ts';

export type CustomerColumn = {
  /** By number of the customer; '' where nothing is said. */
  readonly of: (customer: number) => string;
  /** Every value there is in the column, also of customers without a posting. */
  readonly values: () => Iterable<string>;
};

/** A column of which some customers have several values: how many, the first of them, and two of its values. */
export type Varying = { readonly customers: number; readonly first: string; readonly values: readonly [string, string] };

export function isCategory(field: string): field is Category {
  return (CATEGORIES as readonly string[]).includes(field);
}

/** Undefined when neither the ledger nor the register has it. */
export function customerColumn(
  ledger: Ledger,
  register: Register | undefined,
  name: string,
): CustomerColumn | Varying | undefined {
  const { customers } = ledger;
  if (name === 'customer') return { of: (customer) => customers.id(customer), values: () => customers.ids };
  if (name === 'entity' && customers.entities.some((entity) => entity !== '')) {
    return { of: (customer) => customers.entity(customer), values: () => customers.entities };
  }
  if (name === 'kind') {
    return agreed(
      ledger,
      (row) => (ledger.kind[row] as number) + 1,
      KINDS.length + 1,
      (code) => KINDS[code - 1]?.key ?? '',
    );
  }
  const own = isCategory(name) ? column(ledger, name) : undefined;
  if (own !== undefined) {
    const { codes, dictionary } = own;
    return agreed(
      ledger,
      (row) => codes[row] as number,
      dictionary.size,
      (code) => dictionary.value(code),
    );
  }
  return register === undefined ? undefined : registerColumn(ledger, register, name);
}

/** Names that `customerColumn` knows. */
export function customerColumnNames(ledger: Ledger, register: Register | undefined): string[] {
  const own = CATEGORIES.filter((name) => ledger.columns[name] !== undefined);
  const { columns = [], others = new Map() } = register?.table ?? {};
  return [...new Set(['customer', ...own, ...columns.flatMap(({ field, heading }) => [field, heading]), ...others.keys()])];
}

/** `codeOf` a row is 0 where it says nothing; what some of a customer's rows say, the customer is. */
function agreed(
  ledger: Ledger,
  codeOf: (row: number) => number,
  size: number,
  text: (code: number) => string,
): CustomerColumn | Varying {
  const { customer, customers, count } = ledger;
  const said = new Int32Array(customers.size);
  const several = new Int32Array(customers.size);
  for (let row = 0; row < count; row++) {
    const code = codeOf(row);
    const number = customer[row] as number;
    if (said[number] === 0) said[number] = code;
    else if (code !== 0 && said[number] !== code) several[number] = code;
  }
  const first = several.findIndex((code) => code !== 0);
  if (first >= 0) {
    return {
      customers: several.reduce((sum, code) => sum + Number(code !== 0), 0),
      first: customers.id(first),
      values: [text(said[first] as number), text(several[first] as number)],
    };
  }
  return {
    of: (number) => text(said[number] as number),
    values: () => Array.from({ length: size }, (_, code) => text(code)),
  };
}

function registerColumn({ customers }: Ledger, { table, rowOf }: Register, name: string): CustomerColumn | undefined {
  const cell = cellOf(table, name);
  if (cell === undefined) return undefined;
  return {
    of: (customer) => {
      const row = rowOf(customers.id(customer));
      return row === undefined ? '' : cell(row);
    },
    values: () => Array.from({ length: table.count }, (_, row) => cell(row)),
  };
}

/** A column by its field, else by its heading, else by the only heading that is the same but for accents, case and punctuation. */
function cellOf(table: Register['table'], name: string): ((row: number) => string) | undefined {
  const ofField = (field: string) => (row: number) => table.text(field as CustomerField, row);
  if (table.columns.some(({ field }) => field === name)) return ofField(name);
  const headed = [
    ...table.columns.map(({ field, heading }) => [heading, ofField(field)] as const),
    ...[...table.others].map(([heading, cell]) => [heading, cell] as const),
  ];
  const exact = headed.find(([heading]) => heading === name);
  const same = headed.filter(([heading]) => sameHeading(heading) === sameHeading(name));
  return exact?.[1] ?? (same.length === 1 ? present(same[0], 'heading')[1] : undefined);
}
