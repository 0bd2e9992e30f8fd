// Which optional columns does a ledger need for the fields of a file?
import type { ColumnName, Field } from '../ledger/field.ts';
import type { LedgerColumn } from './ledger-headings.ts';

/** The optional columns a file has: those of its fields that a ledger can store. */
export function storedColumns(columns: readonly LedgerColumn[]): ColumnName[] {
  const fields = new Set<Field>(columns.map((column) => column.field));
  const names: ColumnName[] = ['line'];
  for (const field of fields) {
    if (field === 'date') {
      // Without a posting day of its own, the document's day is the posting day, and one column holds both.
      if (fields.has('posted')) names.push('date');
    } else names.push(field as ColumnName);
  }
  return names;
}
