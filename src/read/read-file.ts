// From the bytes of one file to postings in the builder: headings, rows, decisions about the whole file, and the proof that no
// record was lost on the way.
import { assert, present } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import type { ColumnName, Field } from '../ledger/field.ts';
import { FileCounts } from './counts.ts';
import { chooseDelimiter, type Delimiter, type DelimiterChoice, type DelimiterTold, firstLine } from './delimiter.ts';
import { tellEmpty, tellFindings } from './findings.ts';
import { isKnown, mapHeadings } from './headings.ts';
import { LEDGER_HEADINGS, type LedgerColumn, type LedgerMap } from './ledger-headings.ts';
import type { splitRecords } from './records.ts';
import { isReport, ledgerHeadings } from './report-headings.ts';
import { type OnReject, RowReader } from './rows.ts';
import { decideSigns, type SignCounts, type Signs } from './signs.ts';
import type { Source } from './source.ts';
import { Plan } from './swift/plan.ts';
import { type RowTaker, readSwiftly } from './swift/reader.ts';
import { SwiftRows } from './swift/rows.ts';

/** What a file turned out to be. */
export type Understanding = {
  readonly file: string;
  readonly delimiter: DelimiterChoice;
  readonly headings: readonly string[];
  readonly columns: readonly LedgerColumn[];
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
  /** Debits that say no due day, and the line of the first. */
  readonly dueMissing: { readonly count: number; readonly line: number };
};

export type FileRequest = {
  readonly map: LedgerMap;
  /** Where the map names the column of a field, when that is not --map: `ar.toml:4`. */
  readonly mapSaid?: ((field: Field) => string | undefined) | undefined;
  /** The mark between cells, where the user named it. */
  readonly delimiter?: Delimiter | undefined;
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
  const reading = new FileReading(source, request, builder, diagnostics);
  const { delimiter } = reading;
  let from: Start = { rest: source, records: 0, line: 1, fresh: true, delimiter };
  if (split === undefined && request.engine !== 'careful') {
    const { records, stopped } = await readSwiftly(source, reading);
    if (stopped === undefined) return reading.finish(records);
    if (request.engine === 'swift') {
      diagnostics.add({
        code: 'engine-declined',
        file: source.name,
        line: stopped.line,
        what: `the swift reader declined the file from this line on: ${stopped.why}`,
        fix: 'leave out --engine',
      });
      await stopped.close();
      reading.finish(undefined);
      return undefined;
    }
    from = { ...stopped, records, delimiter };
  }
  // Loaded when it is needed: most files never need it, and start-up is part of speed.
  const careful = split ?? (await import('./records.ts')).splitRecords;
  const more = await careful(from.rest, diagnostics, (cells, line) => reading.record(cells, line), from);
  return reading.finish(more === undefined ? undefined : from.records + more);
}

/** Beyond this many rows columns grow as they fill: a first row that is like no other must not ask for all memory. */
const MOST_EXPECTED = 1 << 25;

/** Where the careful reader begins: at the first byte, or where the swift one stopped. */
type Start = {
  readonly rest: Source;
  readonly records: number;
  readonly line: number;
  readonly fresh: boolean;
  readonly delimiter: DelimiterTold;
};

/** One file on its way into the builder. */
class FileReading {
  readonly #source: Source;
  readonly #request: FileRequest;
  readonly #builder: LedgerBuilder;
  readonly #diagnostics: Diagnostics;
  readonly #before: number;
  readonly #counts = new FileCounts();
  #seen = 0;
  /** The builder was told how many rows to expect. */
  #expected = false;
  #choice: DelimiterChoice | undefined;
  #headings: readonly string[] | undefined;
  #columns: readonly LedgerColumn[] | undefined;
  #rows: RowReader | undefined;
  /** Takes rows by the places of their cells, once the headings are known. */
  batch: RowTaker['batch'];

  constructor(source: Source, request: FileRequest, builder: LedgerBuilder, diagnostics: Diagnostics) {
    this.#source = source;
    this.#request = request;
    this.#builder = builder;
    this.#diagnostics = diagnostics;
    this.#before = builder.count;
  }

  /** Decided once, whichever reader asks first. */
  readonly delimiter: DelimiterTold = (head, whole) => {
    const { delimiter: said, map } = this.#request;
    if (said !== undefined) this.#choice ??= { delimiter: said, said: true, counts: [] };
    const line = this.#choice === undefined ? firstLine(head, whole) : undefined;
    if (line !== undefined) this.#choice = chooseDelimiter(line, (heading) => isKnown(LEDGER_HEADINGS, heading, map));
    return this.#choice?.delimiter;
  };

  record(cells: readonly string[], line: number): void {
    this.#seen++;
    if (this.#headings !== undefined) this.#rows?.read(cells, line);
    else if (cells.some((cell) => cell.trim() !== '')) this.#open(cells, line);
  }

  #open(cells: readonly string[], line: number): void {
    const { name } = this.#source;
    this.#headings = cells.map((cell) => cell.trim());
    this.#columns = mapHeadings(
      ledgerHeadings(this.#headings),
      { file: name, line, headings: this.#headings, diagnostics: this.#diagnostics, mapSaid: this.#request.mapSaid },
      this.#request.map,
    );
    if (this.#columns === undefined) return;
    this.#builder.startFile(name, columnsOf(this.#columns));
    this.#request.onHeadings?.(this.#headings);
    const { delimiter } = present(this.#choice, 'the delimiter');
    const file = { name, width: this.#headings.length, delimiter, columns: this.#columns };
    const { currency, onReject } = this.#request;
    const reject: OnReject = (rejected, reasons) => onReject?.(rejected, reasons);
    this.#rows = new RowReader(file, this.#builder, currency, this.#diagnostics, this.#counts, reject);
    this.batch = this.#batches(file.width, this.#columns);
  }

  #batches(width: number, columns: readonly LedgerColumn[]): RowTaker['batch'] {
    let rows: SwiftRows | undefined;
    return (machine, window, row, count) => {
      rows ??= new SwiftRows(
        machine,
        new Plan(machine, width, columns, this.#builder),
        this.#builder,
        this.#request.currency,
        this.#counts,
      );
      const taken = rows.take(window, row, count, (odd) => this.record(window.cells(odd), window.lineOf(odd)));
      this.#seen += taken;
      if (this.#expected || this.#source.size === undefined) return;
      // A fiftieth more than the first rows promise, so that a ledger that is like them fits.
      this.#expected = true;
      const likely = Math.min(Math.ceil((this.#source.size / window.bytesPerRow) * 1.02), MOST_EXPECTED);
      this.#builder.expect(this.#before + likely, this.#before);
    };
  }

  /** `records`: how many the splitter counted; undefined when it could not read the file as a whole. */
  finish(records: number | undefined): Understanding | undefined {
    const { name } = this.#source;
    const counts = this.#counts;
    if (this.#headings === undefined || this.#columns === undefined || this.#rows === undefined) {
      if (records !== undefined && this.#headings === undefined) tellEmpty(name, 'the file holds no headings', this.#diagnostics);
      return undefined;
    }
    const decided = isReport(this.#headings) ? 'signed' : undefined;
    const signs = decided ?? decideSigns(name, counts.signs, counts.kindMissing, this.#diagnostics);
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
      delimiter: present(this.#choice, 'the delimiter'),
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
      dueMissing: counts.dueMissing,
    };
  }
}

/** The optional columns a file has: those of its fields that a ledger can store. */
function columnsOf(columns: readonly LedgerColumn[]): ColumnName[] {
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
