// From the bytes of one file to postings in the builder: headings, rows, decisions about the whole file, and the proof that no
// record was lost on the way.
import { assert } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { counted } from '../core/plural.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import type { ColumnName, Field } from '../ledger/field.ts';
import { type ColumnMap, type MappedColumn, mapHeadings } from './headings.ts';
import type { splitRecords } from './records.ts';
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
  /** First and last posting day, or NO_DAY. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly signs: Signs;
  readonly signCounts: SignCounts;
};

export type FileRequest = {
  readonly map: ColumnMap;
  /** Currency of the books, and of rows that name none. */
  readonly currency: Currency;
  /** Receives the headings of each file, before its rows. */
  readonly onHeadings?: (headings: readonly string[]) => void;
  /** Receives each row that cannot be read, as it came, with all that is wrong with it. */
  readonly onReject?: (cells: readonly string[], reasons: readonly Diagnostic[]) => void;
};

/** Turns a source into records: the careful one of records.ts, or another with the same answer. */
export type SplitRecords = typeof splitRecords;

/** Undefined when the file cannot be used as a whole: the diagnostics say why. */
export async function readFile(
  source: Source,
  request: FileRequest,
  builder: LedgerBuilder,
  diagnostics: Diagnostics,
  split: SplitRecords,
): Promise<Understanding | undefined> {
  const before = builder.count;
  let seen = 0;
  let top: { headings: readonly string[]; columns: readonly MappedColumn[] | undefined } | undefined;
  let rows: RowReader | undefined;
  const records = await split(source, diagnostics, (cells, line) => {
    seen++;
    if (top === undefined) {
      if (cells.every((cell) => cell.trim() === '')) return;
      top = openHeadings(source.name, cells, line, request.map, diagnostics);
      if (top.columns !== undefined) rows = rowReader(source.name, top.headings, top.columns, request, builder, diagnostics);
    } else rows?.read(cells, line);
  });
  if (rows === undefined || top?.columns === undefined) {
    if (records !== undefined && top === undefined) tellEmpty(source.name, 'the file holds no headings', diagnostics);
    return undefined;
  }
  const signs = decideSigns(source.name, rows.signs, rows.kindMissing, diagnostics);
  builder.endFile(signs === 'by-kind');
  assert(records === undefined || records === seen, `${records} records were split and ${seen} arrived`);
  const postings = builder.count - before;
  assert(rows.rows === postings + rows.setAside, `${rows.rows} rows, ${postings} postings, ${rows.setAside} set aside`);
  tellFindings(source.name, rows, request.currency, diagnostics);
  if (records === undefined || signs === undefined) return undefined;
  if (rows.rows === 0) {
    tellEmpty(source.name, 'there is no row below the headings', diagnostics);
    return undefined;
  }
  return {
    file: source.name,
    headings: top.headings,
    columns: top.columns,
    records: rows.rows,
    postings,
    setAside: rows.setAside,
    blank: rows.blank,
    firstDay: rows.firstDay as Day,
    lastDay: rows.lastDay as Day,
    signs,
    signCounts: rows.signs,
  };
}

function openHeadings(file: string, cells: readonly string[], line: number, map: ColumnMap, diagnostics: Diagnostics) {
  const headings = cells.map((cell) => cell.trim());
  return { headings, columns: mapHeadings(file, line, headings, map, diagnostics) };
}

function rowReader(
  name: string,
  headings: readonly string[],
  columns: readonly MappedColumn[],
  request: FileRequest,
  builder: LedgerBuilder,
  diagnostics: Diagnostics,
): RowReader {
  builder.startFile(name, columnsOf(columns));
  request.onHeadings?.(headings);
  const file = { name, width: headings.length, columns };
  return new RowReader(file, builder, request.currency, diagnostics, (cells, reasons) => request.onReject?.(cells, reasons));
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

function tellEmpty(file: string, what: string, diagnostics: Diagnostics): void {
  diagnostics.add({ code: 'file-empty', file, what, fix: 'export the ledger again, with a line of headings and its postings' });
}

function tellFindings(file: string, rows: RowReader, currency: Currency, diagnostics: Diagnostics): void {
  if (rows.dueMissing.count > 0) {
    diagnostics.add({
      code: 'due-missing',
      file,
      line: rows.dueMissing.line,
      what: `${counted(rows.dueMissing.count, 'debit has', 'debits have')} no due day, first on this line: the age counts from the day of the document`,
      why: 'an item without a due day looks late from its first day on',
      fix: 'fill the column due',
    });
  }
  if (rows.currencyAssumed.count > 0) {
    diagnostics.add({
      code: 'currency-assumed',
      file,
      line: rows.currencyAssumed.line,
      what: `${counted(rows.currencyAssumed.count, 'row has', 'rows have')} an empty currency, first on this line: read as ${currency}`,
      fix: 'fill the column currency, or name the currency with --currency',
    });
  }
}
