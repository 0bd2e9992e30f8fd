// Of which rows of the ledger does a table of documents speak? Of those that carry its number, of the customer it names; without one, of the
// only customer that has the number and that no row names with it. What could be meant of two customers' documents is meant of none.
import { present } from '../core/assert.ts';
import type { LedgerBuilder } from './builder.ts';
import { kindCode } from './kind.ts';
import { NumberIndex } from './number-index.ts';
import type { SideTable } from './side-table.ts';

export type DocumentTable = SideTable<
  'customer' | 'document' | 'due' | 'terms' | 'disputed' | 'assigned_to' | 'notice' | 'net' | 'tax_amount' | 'tax_rate'
>;

export type DocumentMatches = {
  /** By row of the ledger, the row of the table that speaks of it and one; 0 where none does. */
  readonly of: Int32Array;
  /** Rows of the table that speak of some row. */
  readonly matched: number;
  /** Rows of the table that no row of the ledger answers. */
  readonly unknown: readonly number[];
  /** Rows of the table whose number documents of two customers carry, and the numbers of these two. */
  readonly ambiguous: readonly { readonly row: number; readonly customers: readonly [number, number] }[];
  /** Rows of the table without a customer whose number only one customer has, of whom another row speaks: two rows of one document. */
  readonly twice: readonly { readonly row: number; readonly other: number }[];
};

/** What settles a document is none itself, whatever number it carries. */
const SETTLES = new Set((['payment', 'refund', 'transfer', 'write_off', 'discount', 'fx'] as const).map(kindCode));

export function matchDocuments(builder: LedgerBuilder, table: DocumentTable): DocumentMatches {
  const { own, count, optional } = builder;
  const { document } = optional;
  const of = new Int32Array(count);
  /** Rows of the table whose number some posting carries, whatever it is. */
  const held = new Uint8Array(table.count);
  const owner = new Int32Array(table.count);
  const other = new Int32Array(table.count);
  /** By row of the table without a customer, the row that speaks in its stead of a document, and one. */
  const instead = new Int32Array(table.count);
  if (document !== undefined) {
    const rowOf = finder(builder, table, instead);
    for (let row = 0; row < count; row++) {
      if (document.isEmpty(row)) continue;
      const found = rowOf(row);
      if (found < 0) continue;
      held[found] = 1;
      if (!isDocument(builder, row)) continue;
      of[row] = found + 1;
      const customer = own.customer[row] as number;
      if (owner[found] === 0) owner[found] = customer;
      else if (owner[found] !== customer) other[found] = customer;
    }
  }
  const ambiguous = rowsWhere(other, (customer) => customer !== 0).map((row) => ({
    row,
    customers: [owner[row] as number, other[row] as number] as const,
  }));
  if (ambiguous.length > 0) {
    for (let row = 0; row < count; row++) if (other[(of[row] as number) - 1] as number) of[row] = 0;
  }
  const twice = rowsWhere(instead, (named) => named !== 0)
    .filter((row) => owner[row] === 0)
    .map((row) => ({ row, other: (instead[row] as number) - 1 }));
  for (const { row } of twice) held[row] = 1;
  return {
    of,
    twice,
    matched: owner.reduce((sum, customer) => sum + Number(customer !== 0), 0) - ambiguous.length,
    unknown: rowsWhere(held, (seen) => seen === 0),
    ambiguous,
  };
}

/** Whether a posting is a document, and does not settle one. */
export function isDocument({ own }: LedgerBuilder, row: number): boolean {
  return !SETTLES.has(own.kind[row] as number);
}

/**
 * The row of the table that names the number and the customer of a posting, else the one that names the number only; −1 where none does. Where both
 * are there for a document, `instead` keeps the one for the other.
 */
function finder(builder: LedgerBuilder, table: DocumentTable, instead: Int32Array): (row: number) => number {
  const { own, customers, optional, series } = builder;
  const document = present(optional.document, 'document');
  const index = new NumberIndex(series, table.count, (row) => table.text('document', row));
  // Ids of the table by small numbers, so that no texts are compared for a posting; 0 is no customer.
  const codes = new Map([['', 0]]);
  const named = Int32Array.from({ length: table.count }, (_, row) => {
    const id = table.text('customer', row);
    if (!codes.has(id)) codes.set(id, codes.size);
    return codes.get(id) as number;
  });
  const codeOf = Int32Array.from({ length: customers.size }, (_, number) => codes.get(customers.id(number)) ?? -1);
  return (row) => {
    const customer = codeOf[own.customer[row] as number] as number;
    let exact = -1;
    let nameless = -1;
    for (let found = index.first(document, row); found >= 0; found = index.next(found)) {
      if (named[found] === customer) exact = found;
      else if (named[found] === 0) nameless = found;
    }
    if (exact < 0) return nameless;
    if (nameless >= 0 && isDocument(builder, row)) instead[nameless] = exact + 1;
    return exact;
  };
}

function rowsWhere<A extends Int32Array | Uint8Array>(column: A, holds: (value: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < column.length; row++) if (holds(column[row] as number)) rows.push(row);
  return rows;
}
