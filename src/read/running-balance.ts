// Does a column hold what is open of each row, or a balance that runs from row to row? One that runs is the one above it and the row's own amount; where
// the figures of the first rows say so, and the heading could mean either, it says nothing of any row.
import type { Field } from '../ledger/field.ts';
import { amountInCell } from './amount.ts';
import type { Forms } from './forms.ts';
import { isBalanceHeading, type LedgerColumn } from './ledger-headings.ts';
import type { SampleRecord } from './sample.ts';

export type RunningBalance = {
  readonly heading: string;
  readonly index: number;
  /** Rows whose balance is the one above and their own amount, of how many that have one above; the line of the first. */
  readonly runs: number;
  readonly of: number;
  readonly line: number;
};

/** One row in ten may start anew: another customer, another account. */
const MOST_BREAKS = 0.1;
/** Any number of decimals a currency has: only sums are compared. */
const DECIMALS = 4;

export function runningBalance(
  columns: readonly LedgerColumn[],
  rows: readonly SampleRecord[],
  forms: Forms<Field>,
): RunningBalance | undefined {
  const at = (field: Field): LedgerColumn | undefined => columns.find((column) => column.field === field);
  const balance = at('open_amount');
  if (balance === undefined || balance.by === 'map' || !isBalanceHeading(balance.heading)) return undefined;
  const amountOf = amountReader(columns, forms);
  let [runs, of, line] = [0, 0, 0];
  let before: number | undefined;
  for (const row of rows) {
    const [own, after] = [amountOf(row.cells), amount(row.cells[balance.index], forms)];
    if (own === undefined || after === undefined) continue;
    // A row whose balance is its amount starts anew, or is open as a whole: it tells nothing.
    if (before !== undefined && after !== own) {
      of++;
      if (after === before + own) {
        if (runs++ === 0) line = row.line;
      }
    }
    before = after;
  }
  const { heading, index } = balance;
  // Of a file with a side for debits and one for credits a single row is enough: what is open of a row is not what it leaves of the row above.
  const sided = columns.some(({ field }) => field === 'credit');
  return runs > (sided ? 0 : 1) && of - runs <= of * MOST_BREAKS ? { heading, index, runs, of, line } : undefined;
}

function amountReader(columns: readonly LedgerColumn[], forms: Forms<Field>): (cells: readonly string[]) => number | undefined {
  const index = (field: Field): number => columns.find((column) => column.field === field)?.index ?? -1;
  const [single, debit, credit] = [index('amount'), index('debit'), index('credit')];
  const side = forms.creditsMinus === true ? -1 : 1;
  return (cells) => {
    if (single >= 0) return amount(cells[single], forms);
    const [raised, lowered] = [amount(cells[debit], forms), amount(cells[credit], forms)];
    return raised === undefined && lowered === undefined ? undefined : (raised ?? 0) - side * (lowered ?? 0);
  };
}

function amount(cell: string | undefined, { decimal }: Forms<Field>): number | undefined {
  const read = cell === undefined || cell.trim() === '' ? undefined : amountInCell(cell.trim(), DECIMALS, decimal);
  return typeof read === 'number' ? read : undefined;
}
