// What does a column say of each customer? One of the ledger, where the postings of a customer agree; else one of the table of customers. To choose
// customers by: a column that parts a customer in two is none of them.
import { KINDS } from '../ledger/kind.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import { columnNamed, type Several } from './column-name.ts';
import type { Register } from './customers.ts';

export type CustomerColumn = {
  /** By number of the customer; '' where nothing is said. */
  readonly of: (customer: number) => string;
  /** Every value there is in the column, also of customers without a posting. */
  readonly values: () => Iterable<string>;
};

/** A column of which some customers have several values: how many, the first of them, and two of its values. */
export type Varying = { readonly customers: number; readonly first: string; readonly values: readonly [string, string] };

/** Undefined when neither the ledger nor the register has it. */
export function customerColumn(
  ledger: Ledger,
  register: Register | undefined,
  name: string,
): CustomerColumn | Varying | Several | undefined {
  const { customers } = ledger;
  const named = columnNamed(ledger, register, name);
  if (named === undefined || 'headings' in named) return named;
  if (named.of === 'table') return ofTable(ledger, register as Register, named.text);
  const { key } = named;
  if (key === 'customer') return { of: (customer) => customers.id(customer), values: () => customers.ids };
  if (key === 'name') return { of: (customer) => customers.nameOf(customer), values: () => namesOf(ledger, register) };
  if (key === 'entity') return { of: (customer) => customers.entity(customer), values: () => customers.entities };
  if (key === 'kind') {
    return agreed(
      ledger,
      (row) => (ledger.kind[row] as number) + 1,
      KINDS.length + 1,
      (code) => KINDS[code - 1]?.key ?? '',
    );
  }
  const own = column(ledger, key);
  if (own === undefined) return undefined;
  const { codes, dictionary } = own;
  return agreed(
    ledger,
    (row) => codes[row] as number,
    dictionary.size,
    (code) => dictionary.value(code),
  );
}

/** As reports show them, and of customers that only the table has. */
function namesOf({ customers }: Ledger, register: Register | undefined): string[] {
  const ids = new Set(customers.ids);
  const own = Array.from({ length: customers.size - 1 }, (_, i) => customers.nameOf(i + 1));
  const { table } = register ?? {};
  const rows = Array.from({ length: table?.count ?? 0 }, (_, row) => row).filter((row) => !ids.has(table?.text('id', row) ?? ''));
  return [...own, ...rows.map((row) => table?.text('name', row) ?? '')];
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

function ofTable({ customers }: Ledger, { table, rowOf }: Register, cell: (row: number) => string): CustomerColumn {
  return {
    of: (customer) => {
      const row = rowOf(customers.id(customer));
      return row === undefined ? '' : cell(row);
    },
    values: () => Array.from({ length: table.count }, (_, row) => cell(row)),
  };
}
