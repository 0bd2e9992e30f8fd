// From the bytes of one file to postings in the builder: headings, rows, decisions about the whole file, and the proof that no
// record was lost on the way.
import { assert } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import { type Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { counted } from '../core/plural.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import type { ColumnName, Field } from '../ledger/field.ts';
import { ByteRowReader } from './byte-rows.ts';
import { FileCounts } from './counts.ts';
import { type ColumnMap, type MappedColumn, mapHeadings } from './headings.ts';
import type { splitRecords } from './records.ts';
import { type OnReject, RowReader } from './rows.ts';
import { decideSigns, type SignCounts, type Signs } from './signs.ts';
import type { Source } from './source.ts';
import { DECLINED, type Fields, swiftRecords } from './swift-records.ts';

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
  /** Which reader; when not given, swift where it can. With `swift` a file it declines is an error. */
  readonly engine?: Engine | undefined;
  /** Currency of the books, and of rows that name none. */
  readonly currency: Currency;
  /** Receives the headings of each file, before its rows. */
  readonly onHeadings?: (headings: readonly string[]) => void;
  /** Receives each row that cannot be read, as it came, with all that is wrong with it. */
  readonly onReject?: (cells: readonly string[], reasons: readonly Diagnostic[]) => void;
};

/** Turns a source into records: the careful one of records.ts, or another with the same answer. */
export type SplitRecords = typeof splitRecords;

/** `swift` reads bytes where it can, and the careful reader takes what it cannot; `careful` makes texts of everything. */
export type Engine = 'swift' | 'careful';

/** Undefined when the file cannot be used as a whole: the diagnostics say why. */
export async function readFile(
  source: Source,
  request: FileRequest,
  builder: LedgerBuilder,
  diagnostics: Diagnostics,
  split: SplitRecords | undefined,
): Promise<Understanding | undefined> {
  // Rows set aside are written as they are met, and a source that cannot be opened again cannot be begun anew.
  const mayDecline = source.reopens === true && request.onReject === undefined && split === undefined;
  if (mayDecline && request.engine !== 'careful') {
    const found = new Diagnostics();
    const reading = new FileReading(source, request, builder, found);
    const records = await swiftRecords(
      source,
      (fields) => reading.fields(fields),
      (cells, line) => reading.record(cells, line),
    );
    if (records !== DECLINED) {
      const understood = reading.finish(records);
      diagnostics.absorb(found);
      return understood;
    }
    reading.abandon();
    if (request.engine === 'swift') {
      diagnostics.add({
        code: 'engine-declined',
        file: source.name,
        what: 'the swift reader declined the file',
        fix: 'leave out --engine',
      });
      return undefined;
    }
  }
  const reading = new FileReading(source, request, builder, diagnostics);
  // Loaded when it is needed: most files never need it, and start-up is part of speed.
  const careful = split ?? (await import('./records.ts')).splitRecords;
  return reading.finish(await careful(source, diagnostics, (cells, line) => reading.record(cells, line)));
}

/** One file on its way into the builder. */
class FileReading {
  readonly #source: Source;
  readonly #request: FileRequest;
  readonly #builder: LedgerBuilder;
  readonly #diagnostics: Diagnostics;
  readonly #before: number;
  readonly #counts = new FileCounts();
  #seen = 0;
  #headings: readonly string[] | undefined;
  #columns: readonly MappedColumn[] | undefined;
  #rows: RowReader | undefined;
  #byteRows: ByteRowReader | undefined;

  constructor(source: Source, request: FileRequest, builder: LedgerBuilder, diagnostics: Diagnostics) {
    this.#source = source;
    this.#request = request;
    this.#builder = builder;
    this.#diagnostics = diagnostics;
    this.#before = builder.count;
  }

  /** Takes a record by the places of its cells; false asks for its texts. */
  fields(fields: Fields): boolean {
    if (this.#byteRows?.read(fields) !== true) return false;
    this.#seen++;
    return true;
  }

  record(cells: readonly string[], line: number): void {
    this.#seen++;
    if (this.#headings !== undefined) this.#rows?.read(cells, line);
    else if (cells.some((cell) => cell.trim() !== '')) this.#open(cells, line);
  }

  abandon(): void {
    if (this.#rows !== undefined) this.#builder.abandonFile();
  }

  #open(cells: readonly string[], line: number): void {
    const { name } = this.#source;
    this.#headings = cells.map((cell) => cell.trim());
    this.#columns = mapHeadings(name, line, this.#headings, this.#request.map, this.#diagnostics);
    if (this.#columns === undefined) return;
    this.#builder.startFile(name, columnsOf(this.#columns));
    this.#request.onHeadings?.(this.#headings);
    const file = { name, width: this.#headings.length, columns: this.#columns };
    const { currency, onReject } = this.#request;
    const reject: OnReject = (rejected, reasons) => onReject?.(rejected, reasons);
    this.#rows = new RowReader(file, this.#builder, currency, this.#diagnostics, this.#counts, reject);
    this.#byteRows = new ByteRowReader(file, this.#builder, currency, this.#counts);
  }

  /** `records`: how many the splitter counted; undefined when it could not read the file as a whole. */
  finish(records: number | undefined): Understanding | undefined {
    const { name } = this.#source;
    const counts = this.#counts;
    if (this.#headings === undefined || this.#columns === undefined || this.#rows === undefined) {
      if (records !== undefined && this.#headings === undefined) tellEmpty(name, 'the file holds no headings', this.#diagnostics);
      return undefined;
    }
    const signs = decideSigns(name, counts.signs, counts.kindMissing, this.#diagnostics);
    this.#builder.endFile(signs === 'by-kind');
    assert(records === undefined || records === this.#seen, `${records} records were split and ${this.#seen} arrived`);
    const postings = this.#builder.count - this.#before;
    assert(counts.rows === postings + counts.setAside, `${counts.rows} rows, ${postings} postings, ${counts.setAside} set aside`);
    tellFindings(name, counts, this.#request.currency, this.#diagnostics);
    if (records === undefined || signs === undefined) return undefined;
    if (counts.rows === 0) {
      tellEmpty(name, 'there is no row below the headings', this.#diagnostics);
      return undefined;
    }
    return {
      file: name,
      headings: this.#headings,
      columns: this.#columns,
      records: counts.rows,
      postings,
      setAside: counts.setAside,
      blank: counts.blank,
      firstDay: counts.firstDay as Day,
      lastDay: counts.lastDay as Day,
      signs,
      signCounts: counts.signs,
    };
  }
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

function tellFindings(file: string, counts: FileCounts, currency: Currency, diagnostics: Diagnostics): void {
  if (counts.dueMissing.count > 0) {
    diagnostics.add({
      code: 'due-missing',
      file,
      line: counts.dueMissing.line,
      what: `${counted(counts.dueMissing.count, 'debit has', 'debits have')} no due day, first on this line: the age counts from the day of the document`,
      why: 'an item without a due day looks late from its first day on',
      fix: 'fill the column due',
    });
  }
  if (counts.currencyMissing.count > 0) {
    diagnostics.add({
      code: 'currency-assumed',
      file,
      line: counts.currencyMissing.line,
      what: `${counted(counts.currencyMissing.count, 'row has', 'rows have')} an empty currency, first on this line: read as ${currency}`,
      fix: 'fill the column currency, or name the currency with --currency',
    });
  }
}
