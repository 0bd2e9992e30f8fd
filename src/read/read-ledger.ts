// From bytes to a ledger: headings, rows, decisions about the whole file, and what was understood from which evidence.
import { assert } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { LedgerBuilder } from '../ledger/builder.ts';
import type { ColumnName, Field } from '../ledger/field.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type ColumnMap, type MappedColumn, mapHeadings } from './headings.ts';
import { splitRecords } from './records.ts';
import { RowReader } from './rows.ts';
import { decideSigns, type SignCounts, type Signs } from './signs.ts';
import type { Source } from './source.ts';

/** What a file turned out to be. */
export type Understanding = {
  readonly file: string;
  readonly headings: readonly string[];
  readonly columns: readonly MappedColumn[];
  /** Records below the headings; those that became postings; those set aside; those with nothing in them. */
  readonly records: number;
  readonly postings: number;
  readonly setAside: number;
  readonly blank: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly signs: Signs;
  readonly signCounts: SignCounts;
};

export type ReadRequest = {
  /** Columns the command needs beside those every ledger has. */
  readonly columns: readonly ColumnName[];
  readonly map: ColumnMap;
  /** Currency of the books, and of rows that name none. */
  readonly currency: Currency;
  /** Receives each row that cannot be read, as it came, with the headings of its file and all that is wrong with it. */
  readonly onReject?: (headings: readonly string[], cells: readonly string[], reasons: readonly Diagnostic[]) => void;
};

export type ReadResult = {
  readonly ledger: Ledger;
  readonly understanding: readonly Understanding[];
  /** False when a file could not be read as a whole: no figure may be given. */
  readonly whole: boolean;
  readonly setAside: number;
  /** Largest posting day, or NO_DAY. */
  readonly lastDay: Day;
};

/** A reader turns sources into records; the careful one of records.ts, or another with the same answer. */
export type SplitRecords = typeof splitRecords;

/** Reads several sources as one ledger. Never throws for what a file holds: see `diagnostics`. */
export async function readLedger(
  sources: readonly Source[],
  request: ReadRequest,
  diagnostics: Diagnostics,
  split: SplitRecords = splitRecords,
): Promise<ReadResult> {
  const builder = new LedgerBuilder(request.columns, request.currency);
  const understanding: Understanding[] = [];
  let whole = true;
  for (const source of sources) {
    const understood = await readFile(source, request, builder, diagnostics, split);
    if (understood === undefined) whole = false;
    else understanding.push(understood);
  }
  const ledger = builder.finish();
  ledger.currencies.forEach((currency, index) => {
    if (!ledger.sums.overflows(index)) return;
    whole = false;
    diagnostics.add({
      code: 'sum-too-large',
      what: `the amounts in ${currency} add up to more than can be summed exactly`,
      why: 'figures past 2^53 minor units would be rounded without a word',
      fix: 'age the ledger in parts',
    });
  });
  const lastDay = understanding.reduce((last, u) => (u.lastDay > last ? u.lastDay : last), NO_DAY);
  return { ledger, understanding, whole, setAside: understanding.reduce((sum, u) => sum + u.setAside, 0), lastDay };
}

async function readFile(
  source: Source,
  request: ReadRequest,
  builder: LedgerBuilder,
  diagnostics: Diagnostics,
  split: SplitRecords,
): Promise<Understanding | undefined> {
  let headings: readonly string[] | undefined;
  let columns: MappedColumn[] | undefined;
  let rows: RowReader | undefined;
  let seen = 0;
  const before = builder.count;
  const sound = await split(source, diagnostics, (cells, line) => {
    if (headings === undefined) {
      if (cells.every((cell) => cell.trim() === '')) return;
      headings = cells.map((cell) => cell.trim());
      columns = mapHeadings(source.name, line, headings, request.map, diagnostics);
      if (columns === undefined) return;
      builder.startFile(source.name, columnsOf(columns));
      const names = headings;
      const file = { name: source.name, width: names.length, columns };
      rows = new RowReader(file, builder, request.currency, diagnostics, (rejected, reasons) =>
        request.onReject?.(names, rejected, reasons),
      );
      return;
    }
    if (rows === undefined) return;
    seen++;
    rows.read(cells, line);
  });
  if (headings === undefined) {
    if (sound)
      diagnostics.add({
        code: 'file-empty',
        file: source.name,
        what: 'the file holds no headings',
        fix: 'give a ledger with a line of headings',
      });
    return undefined;
  }
  if (rows === undefined || columns === undefined) return undefined;
  const signs = decideSigns(source.name, rows.signs, diagnostics);
  builder.endFile(signs === 'by-kind');
  assert(seen === rows.rows + rows.blank, `${seen} records were split and ${rows.rows + rows.blank} looked at`);
  assert(
    rows.rows === builder.count - before + rows.setAside,
    `${rows.rows} rows, ${builder.count - before} postings, ${rows.setAside} set aside`,
  );
  tellFindings(source.name, rows, request.currency, diagnostics);
  if (sound && rows.rows === 0) {
    diagnostics.add({
      code: 'file-empty',
      file: source.name,
      what: 'there is no row below the headings',
      fix: 'export the ledger again with its postings',
    });
    return undefined;
  }
  if (!sound || signs === undefined) return undefined;
  return {
    file: source.name,
    headings,
    columns,
    records: rows.rows,
    postings: builder.count - before,
    setAside: rows.setAside,
    blank: rows.blank,
    firstDay: rows.firstDay as Day,
    lastDay: rows.lastDay as Day,
    signs,
    signCounts: rows.signs,
  };
}

/** The optional columns a file has: those of its fields that a ledger can store. */
function columnsOf(columns: readonly MappedColumn[]): ColumnName[] {
  const fields = new Set<Field>(columns.map((column) => column.field));
  const names: ColumnName[] = ['line', 'base'];
  for (const field of fields) {
    if (field === 'date') {
      // Without a posting day of its own, the document's day is the posting day, and one column holds both.
      if (fields.has('posted')) names.push('date');
    } else names.push(field as ColumnName);
  }
  return names;
}

function tellFindings(file: string, rows: RowReader, currency: Currency, diagnostics: Diagnostics): void {
  if (rows.dueMissing.count > 0) {
    diagnostics.add({
      code: 'due-missing',
      file,
      line: rows.dueMissing.line,
      what: `${rows.dueMissing.count} of ${rows.rows} rows that are owed have no due day, first on this line: they are aged from the day of the document`,
      why: 'an item without a due day looks late from its first day on',
      fix: 'fill the column due',
    });
  }
  if (rows.currencyAssumed.count > 0) {
    diagnostics.add({
      code: 'currency-assumed',
      file,
      line: rows.currencyAssumed.line,
      what: `${rows.currencyAssumed.count} rows have an empty currency, first on this line: they are read as ${currency}`,
      fix: 'fill the column currency, or name the currency with --currency',
    });
  }
  const payments = rows.signs.positive + rows.signs.negative;
  if (rows.paidByColumn > 0 && payments > 0) {
    diagnostics.add({
      code: 'paid-twice',
      file,
      what: `${rows.paidByColumn} rows say themselves what was paid of them, and ${payments} rows are credits: a payment told both ways counts twice`,
      fix: 'give each payment a reference to its invoice, or leave one of the two out',
    });
  }
}
