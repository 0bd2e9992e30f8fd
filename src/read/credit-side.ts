// Does a file write the amounts on its credit side with a minus as well? Then the minus says nothing that the side does not say: read as a reversal, each
// payment would be owed once more. Told by the first rows: all credits have a minus, and debits have none.
import type { Field } from '../ledger/field.ts';
import { amountInCell } from './amount.ts';
import type { Forms } from './forms.ts';
import { senseOf } from './ledger-cells.ts';
import type { LedgerColumn } from './ledger-headings.ts';
import type { RowSorts } from './row-sorts.ts';
import type { SampleRecord } from './sample.ts';

/** How many credits have a minus, and the line of the first. */
export type CreditsWithMinus = { readonly count: number; readonly line: number };

/** Any number of decimals a currency has: only signs are looked at. */
const DECIMALS = 4;

export function creditsWithMinus(
  columns: readonly LedgerColumn[],
  rows: readonly SampleRecord[],
  forms: Forms<Field>,
  sorts: RowSorts,
): CreditsWithMinus | undefined {
  const at = (field: Field): number => columns.find((column) => column.field === field)?.index ?? -1;
  const [amount, sense, debit, credit] = [at('amount'), at('sense'), at('debit'), at('credit')];
  if (amount < 0 ? credit < 0 : sense < 0) return undefined;
  const figure = (cells: readonly string[], index: number): number => {
    const read = index < 0 ? 0 : amountInCell((cells[index] ?? '').trim(), DECIMALS, forms.decimal);
    return typeof read === 'number' ? read : 0;
  };
  const sides = ({ cells }: SampleRecord): readonly [number, number] => {
    if (amount < 0) return [figure(cells, debit), figure(cells, credit)];
    const side = sense < 0 ? undefined : senseOf((cells[sense] ?? '').trim());
    const own = figure(cells, amount);
    return [side === 1 ? own : 0, side === -1 ? own : 0];
  };
  let [count, line, debits] = [0, 0, 0];
  for (const row of rows) {
    if (!sorts.hasDay(row.cells)) continue;
    const [raised, lowered] = sides(row);
    if (lowered > 0) return undefined;
    if (raised > 0) debits++;
    if (lowered < 0 && count++ === 0) line = row.line;
  }
  return count > 0 && debits > 0 ? { count, line } : undefined;
}
