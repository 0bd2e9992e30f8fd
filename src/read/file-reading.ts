// How does one file come into the builder? Its headings, its rows by either reader, the decisions about it as a whole, and the proof that no record was
// lost on the way.
import { assert } from '../core/assert.ts';
import type { Day } from '../core/day.ts';
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import type { Field } from '../ledger/field.ts';
import { AccountRows, accountsFound } from './accounts.ts';
import { FileCounts } from './counts.ts';
import type { Delimiter } from './delimiter.ts';
import type { Encoding, EncodingChoice } from './encoding.ts';
import { type FileRows, openRows, type RowsFromBytes } from './file-rows.ts';
import { tellCollective, tellEmpty, tellFindings, tellForeign, tellNoRow, tellStatuses, tellUnlabelled } from './findings.ts';
import { AboveRows, headingsOf } from './header-row.ts';
import type { LedgerOpening, LedgerOpeningRequest } from './ledger-opening.ts';
import { isReport } from './report-headings.ts';
import type { RowFilter } from './row-filter.ts';
import { decideSigns } from './signs.ts';
import { Plan } from './swift/plan.ts';
import type { RowTaker } from './swift/reader.ts';
import { SwiftRows } from './swift/rows.ts';
import { tellTexts } from './text-below.ts';
import type { Understanding } from './understanding.ts';
import { headingsWithin } from './width.ts';

export type FileRequest = LedgerOpeningRequest & {
  /** The entity of a file that has no column for it. */
  readonly entity?: string | undefined;
  /** Where the map names the column of a field, when that is not --map: `ar.toml:4`. */
  readonly mapSaid?: ((field: Field) => string | undefined) | undefined;
  /** The encoding of files that have no byte order mark, where the user named it. */
  readonly encoding?: Encoding | undefined;
  /** Which rows are asked for; all, where it is absent. */
  readonly rowFilter?: RowFilter | undefined;
  /** Which reader; when not given, swift where it can. With `swift` a file it declines is an error. */
  readonly engine?: Engine | undefined;
  /** Receives the headings of each file, before its rows. */
  readonly onHeadings?: (headings: readonly string[]) => void;
  /** Receives each row that cannot be read, as it came, with all that is wrong with it. */
  readonly onReject?: (cells: readonly string[], reasons: readonly Diagnostic[]) => void;
  /** Receives what was understood of a file all of whose rows were read, and that gives no figure all the same. */
  readonly onUnusable?: ((understood: Understanding) => void) | undefined;
};

/** `swift` reads bytes where it can, and the careful reader takes what it cannot; `careful` makes texts of everything. */
export type Engine = 'swift' | 'careful';

/** Beyond this many rows columns grow as they fill: a first row that is like no other must not ask for all memory. */
const MOST_EXPECTED = 1 << 25;

/** One file on its way into the builder. */
export class FileReading {
  readonly #opening: LedgerOpening;
  readonly #above: AboveRows;
  readonly #request: FileRequest;
  readonly #builder: LedgerBuilder;
  readonly #diagnostics: Diagnostics;
  readonly #encoding: () => EncodingChoice;
  readonly #before: number;
  readonly #counts = new FileCounts();
  #seen = 0;
  /** The builder was told how many rows to expect. */
  #expected = false;
  readonly #titles: (readonly string[])[] = [];
  #headingLine = 0;
  #headings: readonly string[] | undefined;
  #file: FileRows | undefined;
  readonly #accounts: AccountRows | undefined;
  /** Takes rows by the places of their cells, once the headings are known. */
  batch: RowTaker['batch'];

  constructor(
    opening: LedgerOpening,
    request: FileRequest,
    builder: LedgerBuilder,
    diagnostics: Diagnostics,
    encoding: () => EncodingChoice,
  ) {
    this.#opening = opening;
    this.#encoding = encoding;
    this.#accounts = opening.accounts && new AccountRows(opening.accounts);
    this.#above = new AboveRows(opening.header);
    this.#request = request;
    this.#builder = builder;
    this.#diagnostics = diagnostics;
    this.#before = builder.count;
  }

  get #entity(): string {
    return this.#request.entity ?? '';
  }

  get delimiter(): Delimiter {
    return this.#opening.delimiter.delimiter;
  }

  record(cells: readonly string[], line: number): void {
    this.#seen++;
    switch (this.#above.take(cells, line)) {
      case 'row':
        this.#file?.read?.rows.read(cells, line);
        return;
      case 'title':
        this.#titles.push(cells);
        return;
      case 'headings':
        if (this.#headingLine === 0) this.#headingLine = line;
        if (this.#above.passed) this.#open();
    }
  }

  #open(): void {
    this.#headings = headingsOf(this.#above.headings, this.#opening.known);
    const headed = { headings: this.#headings, headingLine: this.#headingLine, titles: this.#titles, counts: this.#counts };
    const file = { ...headed, opening: this.#opening, accounts: this.#accounts };
    this.#file = openRows(file, this.#request, this.#builder, this.#diagnostics);
    const bytes = this.#file?.read?.bytes;
    this.batch = bytes && this.#batches(bytes);
  }

  #batches({ width, columns, forms, currency, filter, journal }: RowsFromBytes): RowTaker['batch'] {
    let rows: SwiftRows | undefined;
    return (machine, window, row, count) => {
      rows ??= new SwiftRows(
        machine,
        new Plan(machine, width, columns, this.#builder, forms, this.#entity),
        this.#builder,
        { rows: currency, books: this.#request.currency },
        this.#counts,
        filter,
        journal,
      );
      const taken = rows.take(window, row, count, (odd) => this.record(window.cells(odd), window.lineOf(odd)));
      this.#seen += taken;
      if (this.#expected || this.#opening.source.size === undefined) return;
      // A fiftieth more than the first rows promise, so that a ledger that is like them fits.
      this.#expected = true;
      const likely = Math.min(Math.ceil((this.#opening.source.size / window.bytesPerRow) * 1.02), MOST_EXPECTED);
      this.#builder.expect(this.#before + likely, this.#before);
    };
  }

  /** Texts above rows that were read a column at a time are broken rows, which nobody has told yet. */
  catchUp(): void {
    this.#file?.read?.rows.catchUp();
  }

  /** `records`: how many the splitter counted; undefined when it could not read the file as a whole. */
  finish(records: number | undefined): Understanding | undefined {
    const { source, delimiter, quotes, spelling, running, noKinds, above, creditsMinus } = this.#opening;
    const { name } = source;
    const counts = this.#counts;
    if (this.#headings === undefined || this.#file?.read === undefined) {
      if (records !== undefined && this.#headings === undefined) tellEmpty(name, 'the file holds no headings', this.#diagnostics);
      return undefined;
    }
    const { columns, preset, read } = this.#file;
    const { currency, between, rows } = read;
    const texts = tellTexts(name, rows.finish(), this.#diagnostics);
    const decided = isReport(this.#headings) || preset?.data.signed ? 'signed' : undefined;
    const signs = decided ?? decideSigns(name, counts.signs, counts.kindMissing, this.#diagnostics);
    this.#builder.fill('entity', this.#entity, this.#before);
    const rowsOf = { file: name, entity: this.#entity, first: this.#before, end: this.#builder.count };
    const journal = read.journal?.finish(rowsOf, this.#diagnostics);
    if (journal !== undefined && journal.lastDay > this.#builder.entriesTo) this.#builder.entriesTo = journal.lastDay;
    this.#builder.endFile(signs === 'by-kind');
    assert(records === undefined || records === this.#seen, `${records} records were split and ${this.#seen} arrived`);
    const postings = this.#builder.count - this.#before;
    const { setAside, leftOut } = counts;
    const told = `${counts.rows} rows, ${postings} postings, ${setAside} set aside, ${leftOut} left out`;
    assert(counts.rows === postings + setAside + leftOut, told);
    tellFindings(name, counts, this.#request.currency, this.#diagnostics);
    tellCollective(name, counts.collective, this.#diagnostics);
    tellForeign(name, between, this.#diagnostics);
    tellStatuses(name, counts.statuses, between, this.#diagnostics);
    const accounts = this.#accounts && accountsFound(this.#accounts);
    const filtered = this.#request.rowFilter !== undefined || (accounts?.out ?? 0) > 0;
    const totals = filtered ? undefined : between?.prove();
    const lost = tellUnlabelled(name, totals, this.#diagnostics);
    if (records === undefined) return undefined;
    const unusable = signs === undefined || lost;
    // A journal in which nobody owes anything may stand beside others: whether one posting is left is seen at the end.
    if (!unusable && tellNoRow(name, counts.rows, journal === undefined ? accounts : undefined, this.#diagnostics))
      return undefined;
    const understood: Understanding = {
      file: name,
      encoding: this.#encoding(),
      delimiter,
      quotes: quotes?.(),
      titles: this.#titles.length,
      headingLine: this.#headingLine,
      headingRecords: this.#opening.header.records,
      headings: this.#headings,
      width: headingsWithin(this.#headings, this.#opening.width).width,
      columns,
      spelling,
      currency,
      accounts,
      journal,
      running,
      noKinds,
      creditsMinus,
      above,
      passed: [...(between?.passed ?? []), ...texts],
      totals,
      preset,
      records: counts.rows,
      postings,
      setAside,
      leftOut,
      blank: counts.blank,
      firstDay: counts.firstDay as Day,
      lastDay: counts.lastDay as Day,
      signs: signs ?? 'signed',
      signCounts: counts.signs,
      dueMissing: counts.dueMissing,
    };
    if (!unusable) return understood;
    this.#request.onUnusable?.(understood);
    return undefined;
  }
}
