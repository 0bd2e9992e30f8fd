// Of which rows of the ledger does a table of documents speak? Of those that carry its number, of the customer it names and of the day it says; without a
// customer, of the only one that has the number and that no row names with it. What could be meant of two documents is meant of none.
import { NO_DAY } from '../core/day.ts';
import type { LedgerBuilder } from './builder.ts';
import { DocumentChoice } from './document-choice.ts';
import { DocumentDays } from './document-days.ts';
import { DocumentOwners } from './document-owners.ts';
import { kindCode } from './kind.ts';
import { NumberIndex } from './number-index.ts';
import type { SideTable } from './side-table.ts';
import type { TextColumn } from './text-column.ts';

type DocumentField = 'customer' | 'name' | 'document' | 'date' | 'due' | 'terms' | 'disputed' | 'assigned_to' | 'notice';
export type DocumentTable = SideTable<DocumentField | 'net' | 'tax_amount' | 'tax_rate'>;

/** A row of the table that is of no document because it could be of two. */
type Doubt = { readonly row: number };

export type DocumentMatches = {
  /** By row of the ledger, the row of the table that speaks of it and one; 0 where none does. */
  readonly of: Int32Array;
  /** Rows of the table that speak of some row. */
  readonly matched: number;
  /** Rows of the table that no row of the ledger answers. */
  readonly unknown: readonly number[];
  /** Rows of the table whose number documents of two customers carry, and the numbers of these two. */
  readonly ambiguous: readonly (Doubt & { readonly customers: readonly [number, number] })[];
  /** Rows of the table without a day whose number two documents of a customer carry, and the days of these two. */
  readonly undated: readonly (Doubt & { readonly customer: number; readonly days: readonly [number, number] })[];
  /** Rows of the table whose number documents of other days only carry, and the first row of the ledger that does. */
  readonly misdated: readonly (Doubt & { readonly posting: number })[];
  /** Rows of the table of whose document another row speaks that says more of it: two rows of one document. */
  readonly twice: readonly (Doubt & { readonly other: number })[];
};

/** What settles a document is none itself, whatever number it carries. */
const SETTLES = new Set((['payment', 'refund', 'transfer', 'write_off', 'discount', 'fx'] as const).map(kindCode));

export function matchDocuments(builder: LedgerBuilder, table: DocumentTable): DocumentMatches {
  const of = new Int32Array(builder.count);
  const { document } = builder.optional;
  const met = new Met(builder, table, of);
  if (document !== undefined) met.all(document);
  return met.matches();
}

/** Whether a posting is a document, and does not settle one. */
export function isDocument({ own }: LedgerBuilder, row: number): boolean {
  return !SETTLES.has(own.kind[row] as number);
}

/** What is met of each row of the table on the way through the ledger. */
class Met {
  readonly #builder: LedgerBuilder;
  readonly #table: DocumentTable;
  readonly #of: Int32Array;
  /** Rows whose number some posting carries, whatever it is. */
  readonly #held: Uint8Array;
  readonly #owner: Int32Array;
  readonly #other: Int32Array;
  /** The row that speaks in its stead of a document, and one. */
  readonly #instead: Int32Array;
  readonly #undated = new Map<number, DocumentMatches['undated'][number]>();
  readonly #misdated = new Map<number, number>();

  constructor(builder: LedgerBuilder, table: DocumentTable, of: Int32Array) {
    this.#builder = builder;
    this.#table = table;
    this.#of = of;
    this.#held = new Uint8Array(table.count);
    this.#owner = new Int32Array(table.count);
    this.#other = new Int32Array(table.count);
    this.#instead = new Int32Array(table.count);
  }

  all(document: TextColumn): void {
    const { own, series, customers } = this.#builder;
    const table = this.#table;
    const index = new NumberIndex(series, table.count, (row) => table.text('document', row));
    const days = new DocumentDays(this.#builder, table.count);
    const of = this.#of;
    for (let row = 0; row < of.length; row++) {
      const number = document.isEmpty(row) ? -1 : index.first(document, row);
      // Until its row is known, the first of the number.
      of[row] = number + 1;
      if (number >= 0 && isDocument(this.#builder, row)) days.add(number, row);
    }
    const choice = new DocumentChoice(table, index, new DocumentOwners(customers, table));
    for (let row = 0; row < of.length; row++) {
      const number = (of[row] as number) - 1;
      if (number < 0) continue;
      of[row] = 0;
      const customer = own.customer[row] as number;
      if (!isDocument(this.#builder, row)) {
        const found = choice.anyDay(number, customer);
        if (found >= 0) this.#held[found] = 1;
      } else this.#take(row, customer, choice, number, days);
    }
  }

  #take(row: number, customer: number, choice: DocumentChoice, number: number, days: DocumentDays): void {
    const [day, second] = days.of(number, customer);
    const found = choice.of(number, customer, days.dateOf(row), second === NO_DAY ? day : NO_DAY, this.#instead);
    if (found < 0) {
      const other = choice.anyDay(number, customer);
      if (other >= 0 && !this.#misdated.has(other)) this.#misdated.set(other, row);
      return;
    }
    this.#held[found] = 1;
    this.#of[row] = found + 1;
    if (this.#owner[found] === 0) this.#owner[found] = customer;
    else if (this.#owner[found] !== customer) this.#other[found] = customer;
    if (second !== NO_DAY && !choice.isDated(found) && !this.#undated.has(found))
      this.#undated.set(found, { row: found, customer, days: [day, second] });
  }

  matches(): DocumentMatches {
    const [of, owner, other, held] = [this.#of, this.#owner, this.#other, this.#held];
    const ambiguous = rowsWhere(other, (customer) => customer !== 0).map((row) => ({
      row,
      customers: [owner[row] as number, other[row] as number] as const,
    }));
    const undated = [...this.#undated.values()].filter(({ row }) => other[row] === 0).sort((a, b) => a.row - b.row);
    const doubted = new Set([...ambiguous, ...undated].map(({ row }) => row));
    if (doubted.size > 0) for (let row = 0; row < of.length; row++) if (doubted.has((of[row] as number) - 1)) of[row] = 0;
    const twice = rowsWhere(this.#instead, (named) => named !== 0)
      .filter((row) => owner[row] === 0)
      .map((row) => ({ row, other: (this.#instead[row] as number) - 1 }));
    for (const { row } of twice) held[row] = 1;
    const misdated = [...this.#misdated]
      .filter(([row]) => held[row] === 0)
      .map(([row, posting]) => ({ row, posting }))
      .sort((a, b) => a.row - b.row);
    for (const { row } of misdated) held[row] = 1;
    return {
      ...{ of, twice, ambiguous, undated, misdated },
      matched: owner.reduce((sum, customer) => sum + Number(customer !== 0), 0) - doubted.size,
      unknown: rowsWhere(held, (seen) => seen === 0),
    };
  }
}

function rowsWhere<A extends Int32Array | Uint8Array>(column: A, holds: (value: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < column.length; row++) if (holds(column[row] as number)) rows.push(row);
  return rows;
}
