// What must be known of a ledger beside what any table is asked: are its customers named on lines above their rows, and does a column of balances run from
// row to row? Told by the first rows; a column that runs says nothing of what is open, and is left alone.
import type { Field } from '../ledger/field.ts';
import type { Utf8Source } from './as-utf8.ts';
import { customersStandAbove } from './heading-customers.ts';
import type { HeadingSpec } from './headings.ts';
import { LEDGER_HEADINGS, LEDGER_SPELT, LEDGER_UNDER_NAMES } from './ledger-headings.ts';
import { type Opening, type OpeningRequest, openFile } from './opening.ts';
import { RowSorts } from './row-sorts.ts';
import { type RunningBalance, runningBalance } from './running-balance.ts';

export type LedgerOpening = Opening<Field> & {
  readonly spec: HeadingSpec<Field>;
  /** Customers are named on lines of their own. */
  readonly above: boolean;
  /** The column of balances that run, where there is one. */
  readonly running: RunningBalance | undefined;
};

export async function openLedger(text: Pick<Utf8Source, 'source' | 'look'>, request: OpeningRequest<Field>): Promise<LedgerOpening> {
  const opening = await openFile(LEDGER_HEADINGS, LEDGER_SPELT, text, request);
  if (opening.columns.length > 0) return withRows(opening, LEDGER_HEADINGS);
  // Without a column that says who owes, a line above the rows may.
  const under = await openFile(LEDGER_UNDER_NAMES, LEDGER_SPELT, { ...text, source: opening.source }, request);
  const told = withRows(under, LEDGER_UNDER_NAMES);
  return told.above ? told : { ...opening, source: under.source, spec: LEDGER_HEADINGS, above: false, running: undefined };
}

function withRows(opening: Opening<Field>, spec: HeadingSpec<Field>): LedgerOpening {
  const { header, columns, spelling, rows } = opening;
  const sorts = new RowSorts(header.headings, columns, spelling.forms);
  const running = runningBalance(columns, rows, spelling.forms);
  return { ...opening, spec, above: columns.length > 0 && customersStandAbove(rows, sorts, columns), running };
}
