// Does a column hold what is open of each row, or a balance that runs from row to row? One that runs is the one above it and the row's own amount; where
// the figures of the first rows say so, and the heading could mean either, it says nothing of any row.

import type { Diagnostics } from '../core/diagnostic.ts';
import { counted } from '../core/plural.ts';
import type { Field } from '../ledger/field.ts';
import { amountInCell } from './amount.ts';
import type { Forms } from './forms.ts';
import { isBalanceHeading, type LedgerColumn } from './ledger-headings.ts';
import type { RowSorts } from './row-sorts.ts';
import type { SampleRecord } from './sample.ts';

export type RunningBalance = {
  readonly heading: string;
  readonly index: number;
  /** Rows whose balance is the one above and their own amount, of how many that have one above; the line of the first. */
  readonly runs: number;
  readonly of: number;
  readonly line: number;
  /** Where it begins with more than the row's own amount: what was owed before is no row of the file. */
  readonly before: BalanceBefore | undefined;
};

/** The first of the rows at which a balance begins so, and how many of the first rows do. */
type BalanceBefore = { readonly line: number; readonly value: string; readonly count: number };

/** One row in ten may start anew: another customer, another account. */
const MOST_BREAKS = 0.1;
/** Any number of decimals a currency has: only sums are compared. */
const DECIMALS = 4;

export function runningBalance(
  columns: readonly LedgerColumn[],
  rows: readonly SampleRecord[],
  forms: Forms<Field>,
  sorts: RowSorts,
): RunningBalance | undefined {
  const balance = columns.find(({ field }) => field === 'open_amount');
  if (balance === undefined || balance.by === 'map' || !isBalanceHeading(balance.heading)) return undefined;
  const { heading, index } = balance;
  const stretches = stretchesOf(columns, rows, index, forms, sorts);
  const [runs, of] = [countOf(stretches, 'runs'), countOf(stretches, 'of')];
  // Of a file with a side for debits and one for credits a single row is enough: what is open of a row is not what it leaves of the row above.
  const sided = columns.some(({ field }) => field === 'credit');
  if (runs <= (sided ? 0 : 1) || of - runs > of * MOST_BREAKS) return undefined;
  const line = stretches.find((stretch) => stretch.runs > 0)?.line as number;
  return { heading, index, runs, of, line, before: beforeOf(stretches, index) };
}

/** What was owed before the first rows is in no figure, and nothing else would tell it. */
export function tellBalanceBefore(running: RunningBalance | undefined, file: string, diagnostics: Diagnostics): void {
  if (running?.before === undefined) return;
  const { index, heading, before } = running;
  const { line, value, count } = before;
  diagnostics.add({
    code: 'balance-begins-before',
    ...{ file, line, column: index + 1, value },
    what: `${heading} is more than the row’s own amount, and runs on from there${count > 1 ? `, so for ${counted(count, 'customer')} of the first rows` : ''}`,
    why: 'what was owed before is no row of this file, and is in no figure',
    fix: 'export again from the first open document on, or with the balance brought forward as a dated row',
  });
}

/** Rows of one customer that follow one another: how many have one above, how many go on from it, and the line of the first that does. */
type Stretch = { readonly first: SampleRecord; readonly begins: boolean; runs: number; of: number; line: number };

const NOTHING_RUN = { runs: 0, of: 0, line: 0 };

/** A balance begins anew with another customer, and below a line that is no posting where it does not go on from what that line says. */
function stretchesOf(
  columns: readonly LedgerColumn[],
  rows: readonly SampleRecord[],
  balance: number,
  forms: Forms<Field>,
  sorts: RowSorts,
): Stretch[] {
  const amountOf = amountReader(columns, forms);
  const whose = columns.filter(({ field }) => field === 'customer' || field === 'name' || field === 'account');
  const ownerOf = ({ cells }: SampleRecord): string => whose.map(({ index }) => cells[index]).join('\n');
  const stretches: Stretch[] = [];
  let [above, owner]: [number | undefined, string] = [undefined, ''];
  // What a page takes over, or a line says was owed before, stands above the next posting; a total does not.
  let isCarried = false;
  for (const row of rows) {
    const own = sorts.hasDay(row.cells) ? amountOf(row.cells) : undefined;
    const after = amount(row.cells[balance], forms);
    if (own === undefined || after === undefined) {
      [above, isCarried] = [after, true];
      continue;
    }
    const goesOn = isCarried ? above !== undefined && after === above + own : owner === ownerOf(row);
    const stretch = (goesOn ? stretches.at(-1) : undefined) ?? { first: row, begins: !goesOn && after !== own, ...NOTHING_RUN };
    if (stretch !== stretches.at(-1)) stretches.push(stretch);
    // A row whose balance is its amount starts anew, or is open as a whole: it tells nothing.
    if (goesOn && above !== undefined && after !== own) {
      stretch.of++;
      if (after === above + own && stretch.runs++ === 0) stretch.line = row.line;
    }
    [above, owner, isCarried] = [after, ownerOf(row), false];
  }
  return stretches;
}

function beforeOf(stretches: readonly Stretch[], balance: number): BalanceBefore | undefined {
  const [first, ...others] = stretches.filter(({ begins, runs, of }) => begins && runs > 0 && runs === of);
  if (first === undefined) return undefined;
  return { line: first.first.line, value: first.first.cells[balance] as string, count: others.length + 1 };
}

function countOf(stretches: readonly Stretch[], what: 'runs' | 'of'): number {
  return stretches.reduce((sum, stretch) => sum + stretch[what], 0);
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
