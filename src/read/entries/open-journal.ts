// What does it take to read a journal of all accounts? Loaded where a package writes one whose entries can be told: most files are none.
import type { Diagnostics } from '../../core/diagnostic.ts';
import type { LedgerBuilder } from '../../ledger/builder.ts';
import type { YearOfBooks } from '../../ledger/years-of-books.ts';
import type { LedgerColumn } from '../ledger-headings.ts';
import { EntryRows } from '../swift/entry-rows.ts';
import type { KeptRows } from '../swift/kept-rows.ts';
import type { Machine } from '../swift/machine.ts';
import type { Plan } from '../swift/plan.ts';
import type { WholeColumns } from '../swift/whole-columns.ts';
import { type EntryHeadings, entryColumns } from './columns.ts';
import { JournalEntries } from './journal-entries.ts';
import { EntryLines, type SpeltLedger } from './lines.ts';
import { yearOf } from './year.ts';

/** A journal on its way: its lines as texts and as bytes, which make the same entries. */
export type JournalReading = {
  readonly lines: EntryLines;
  /** By the columns that are read of every row, and those of each batch that are left. */
  readonly rows: (machine: Machine, plan: Plan, exponent: number, whole: WholeColumns, kept: KeptRows) => EntryRows;
  /** Decides the kinds of its postings, and says whose books of which year they are. */
  readonly finish: (file: Pick<YearOfBooks, 'file' | 'entity' | 'first' | 'end'>, diagnostics: Diagnostics) => YearOfBooks;
};

/** Undefined where the file does not tell entries apart, or says kinds in a column of their own. */
export function openJournal(
  headings: readonly string[],
  columns: readonly LedgerColumn[],
  named: EntryHeadings,
  spelt: SpeltLedger,
  builder: LedgerBuilder,
): JournalReading | undefined {
  const at = entryColumns(headings, columns, named);
  if (at === undefined) return undefined;
  const entries = new JournalEntries(builder, spelt.forms.decimal);
  const lines = new EntryLines(entries, at, spelt);
  return {
    lines,
    rows: (machine, plan, exponent, whole, kept) => new EntryRows(machine, plan, lines, exponent, whole, kept),
    finish: (file, diagnostics) => {
      entries.finish();
      return yearOf(entries, file, diagnostics);
    },
  };
}
