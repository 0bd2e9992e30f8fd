// How do the columns of a ledger come to life and grow that not every command asks for and not every source has?
import { NO_DAY } from '../core/day.ts';
import { Dictionary } from './dictionary.ts';
import { CODED, type ColumnName } from './field.ts';
import { NO_AMOUNT, type OptionalColumns } from './ledger.ts';
import { LineColumn } from './line-column.ts';
import type { Series } from './series.ts';
import { TextColumn } from './text-column.ts';

/**
 * Makes a column, if it is not there yet, empty for the `count` rows stored. `day` holds the posting days, at full capacity; `series`
 * are those of the ledger.
 */
export function bringColumn(columns: OptionalColumns, name: ColumnName, count: number, day: Int32Array, series: Series): void {
  if (columns[name] !== undefined) return;
  const capacity = day.length;
  switch (name) {
    case 'document':
    case 'reference':
      columns[name] = new TextColumn(series);
      columns[name].padTo(count);
      return;
    case 'date':
      // The rows before come from files whose posting day is the document's day.
      columns.date = day.slice();
      return;
    case 'base':
      // To report in the books' currency the builder made it at once, for every row; else a row may say nothing.
      columns.base = new Float64Array(capacity).fill(Number.NaN);
      return;
    case 'open_amount':
    case 'paid_amount':
      columns[name] = new Float64Array(capacity).fill(NO_AMOUNT);
      return;
    case 'settled_on':
    case 'letter_day':
      columns[name] = new Int32Array(capacity).fill(NO_DAY);
      return;
    case 'disputed':
      columns.disputed = new Float64Array(capacity);
      return;
    case 'due_by':
      // No source has it.
      return;
    case 'line':
      columns.line = new LineColumn(count);
      return;
    default:
      columns[name] = { codes: new Int32Array(capacity), dictionary: new Dictionary() };
  }
}

/** The columns there are, at the capacity `to`; texts and lines grow by themselves. */
export function grownColumns(columns: OptionalColumns, to: number): OptionalColumns {
  const longer: OptionalColumns = {};
  for (const name of ['date', 'settled_on', 'letter_day'] as const) {
    const old = columns[name];
    if (old !== undefined) longer[name] = grown(old, new Int32Array(to));
  }
  for (const name of ['base', 'open_amount', 'paid_amount', 'disputed'] as const) {
    const old = columns[name];
    if (old !== undefined) longer[name] = grown(old, new Float64Array(to));
  }
  for (const field of CODED) {
    const old = columns[field];
    if (old !== undefined) longer[field] = { codes: grown(old.codes, new Int32Array(to)), dictionary: old.dictionary };
  }
  return longer;
}

/** The entries of a column in a longer one. */
export function grown<A extends Int32Array | Uint8Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
