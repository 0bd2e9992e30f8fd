// How does one file come into the builder? Its headings, its rows by either reader, the decisions about it as a whole, and the proof that no record was
// lost on the way.
import { assert } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import type { Field } from '../ledger/field.ts';
import { AccountRows, accountsFound } from './accounts.ts';
import { BetweenRows } from './between-rows.ts';
import { FileCounts } from './counts.ts';
import type { Delimiter } from './delimiter.ts';
import type { Encoding, EncodingChoice } from './encoding.ts';
import { type CurrencyChoice, chooseCurrency, tellCurrency } from './file-currency.ts';
import { FileFilter } from './file-filter.ts';
import { tellEmpty, tellFindings, tellForeign, tellNoRow, tellStatuses, tellUnlabelled } from './findings.ts';
import type { Forms } from './forms.ts';
import { AboveRows, headingsOf } from './header-row.ts';
import { kindBy } from './kind-words.ts';
import { storedColumns } from './ledger-columns.ts';
import type { LedgerColumn } from './ledger-headings.ts';
import type { LedgerOpening, LedgerOpeningRequest } from './ledger-opening.ts';
import type { PresetChoice } from './presets/choose.ts';
import { isReport } from './report-headings.ts';
import type { RowFilter } from './row-filter.ts';
import { type OnReject, RowReader } from './rows.ts';
import { decideSigns } from './signs.ts';
import { tellDoubts } from './spelling-findings.ts';
import { statusColumns } from './statuses.ts';
import { Plan } from './swift/plan.ts';
import type { RowTaker } from './swift/reader.ts';
import { SwiftRows } from './swift/rows.ts';
import { tellTexts } from './text-below.ts';
import type { Understanding } from './understanding.ts';
import { headingsWithin, type RowWidth } from './width.ts';

export type FileRequest = LedgerOpeningRequest & {
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
  #columns: readonly LedgerColumn[] | undefined;
  #preset: PresetChoice | undefined;
  #currency: CurrencyChoice | undefined;
  readonly #accounts: AccountRows | undefined;
  #rows: RowReader | undefined;
  #between: BetweenRows | undefined;
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

  get delimiter(): Delimiter {
    return this.#opening.delimiter.delimiter;
  }

  record(cells: readonly string[], line: number): void {
    this.#seen++;
    switch (this.#above.take(cells, line)) {
      case 'row':
        this.#rows?.read(cells, line);
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
    const { source, delimiter, spelling, known, mapped, running, noKinds, above } = this.#opening;
    const { name } = source;
    const line = this.#headingLine;
    this.#headings = headingsOf(this.#above.headings, known);
    const { headings, beyond, width } = headingsWithin(this.#headings, this.#opening.width);
    const { mapSaid } = this.#request;
    const found = mapped({ file: name, line, headings, beyond, diagnostics: this.#diagnostics, mapSaid });
    if (found === undefined) return;
    // A balance that runs says nothing of what is open of its row, nor a column without kinds of its kind.
    this.#columns = found.columns.filter(({ index }) => index !== running?.index && index !== noKinds?.index);
    this.#preset = found.preset;
    // Rows read under a form that is in doubt would only be told wrong.
    if (tellDoubts(this.#opening.doubts, this.#columns, name, this.#diagnostics)) return;
    const chosen = chooseCurrency(this.#columns, this.#request);
    this.#currency = chosen;
    tellCurrency(chosen, name, line, this.#diagnostics);
    this.#builder.startFile(name, storedColumns(this.#columns));
    this.#request.onHeadings?.(this.#headings);
    const { currency, onReject, rowFilter } = this.#request;
    const own = { kind: kindBy(found.preset?.data.kinds), report: isReport(headings) };
    const forms = this.#request.forms ?? { ...spelling.forms, ...own };
    const asked = rowFilter?.open({ file: name, line, headings, columns: this.#columns });
    const byAccount = this.#accounts?.choice.column === undefined ? undefined : this.#accounts;
    const filter = byAccount === undefined ? asked : new FileFilter([...(asked?.columns ?? []), byAccount]);
    const { perLine, openAlone, unissued } = found.preset?.data ?? {};
    const status = statusColumns(headings, this.#columns, unissued, asked, this.#opening.rows);
    const told = { unissued: status.unissued, doubtful: status.doubtful, openAlone };
    const shape = {
      headings,
      columns: this.#columns,
      forms,
      above,
      titles: this.#titles,
      perLine,
      ...told,
      partly: asked !== undefined,
    };
    const between = new BetweenRows(shape, this.#builder, chosen.currency);
    this.#between = between;
    const spelt = { delimiter: delimiter.delimiter, columns: this.#columns, forms, currency: chosen.currency };
    const file = { name, width, ...spelt, filter, between, ...told, accounts: this.#accounts };
    const reject: OnReject = (rejected, reasons) => onReject?.(rejected, reasons);
    this.#rows = new RowReader(file, this.#builder, currency, this.#diagnostics, this.#counts, reject);
    // Only texts tell a further line of a document from a document, what is owed from what its status says is not, and what account stands above a row; and
    // the swift reader knows one sign of credits.
    const below = this.#accounts !== undefined && byAccount === undefined;
    const byStatus = status.unissued !== undefined || status.doubtful !== undefined;
    const texts = below || perLine !== undefined || byStatus || forms.creditsMinus === true;
    this.batch = texts ? undefined : this.#batches(width, this.#columns, forms, chosen.currency, filter);
  }

  #batches(
    width: RowWidth,
    columns: readonly LedgerColumn[],
    forms: Forms<Field>,
    currency: Currency,
    filter: FileFilter | undefined,
  ): RowTaker['batch'] {
    let rows: SwiftRows | undefined;
    return (machine, window, row, count) => {
      rows ??= new SwiftRows(
        machine,
        new Plan(machine, width, columns, this.#builder, forms),
        this.#builder,
        { rows: currency, books: this.#request.currency },
        this.#counts,
        filter,
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

  /** `records`: how many the splitter counted; undefined when it could not read the file as a whole. */
  finish(records: number | undefined): Understanding | undefined {
    const { source, delimiter, spelling, running, noKinds, above, creditsMinus } = this.#opening;
    const { name } = source;
    const counts = this.#counts;
    if (this.#headings === undefined || this.#columns === undefined || this.#rows === undefined || this.#currency === undefined) {
      if (records !== undefined && this.#headings === undefined) tellEmpty(name, 'the file holds no headings', this.#diagnostics);
      return undefined;
    }
    const texts = tellTexts(name, this.#rows.finish(), this.#diagnostics);
    const decided = isReport(this.#headings) || this.#preset?.data.signed ? 'signed' : undefined;
    const signs = decided ?? decideSigns(name, counts.signs, counts.kindMissing, this.#diagnostics);
    this.#builder.endFile(signs === 'by-kind');
    assert(records === undefined || records === this.#seen, `${records} records were split and ${this.#seen} arrived`);
    const postings = this.#builder.count - this.#before;
    const { setAside, leftOut } = counts;
    const told = `${counts.rows} rows, ${postings} postings, ${setAside} set aside, ${leftOut} left out`;
    assert(counts.rows === postings + setAside + leftOut, told);
    tellFindings(name, counts, this.#request.currency, this.#diagnostics);
    tellForeign(name, this.#between, this.#diagnostics);
    tellStatuses(name, counts.statuses, this.#between, this.#diagnostics);
    const accounts = this.#accounts && accountsFound(this.#accounts);
    const filtered = this.#request.rowFilter !== undefined || (accounts?.out ?? 0) > 0;
    const totals = filtered ? undefined : this.#between?.prove();
    const lost = tellUnlabelled(name, totals, this.#diagnostics);
    if (records === undefined || signs === undefined || lost) return undefined;
    if (tellNoRow(name, counts.rows, accounts, this.#diagnostics)) return undefined;
    return {
      file: name,
      encoding: this.#encoding(),
      delimiter,
      titles: this.#titles.length,
      headingLine: this.#headingLine,
      headings: this.#headings,
      width: headingsWithin(this.#headings, this.#opening.width).width,
      columns: this.#columns,
      spelling,
      currency: this.#currency,
      accounts,
      running,
      noKinds,
      creditsMinus,
      above,
      passed: [...(this.#between?.passed ?? []), ...texts],
      totals,
      preset: this.#preset,
      records: counts.rows,
      postings,
      setAside,
      leftOut,
      blank: counts.blank,
      firstDay: counts.firstDay as Day,
      lastDay: counts.lastDay as Day,
      signs,
      signCounts: counts.signs,
      dueMissing: counts.dueMissing,
    };
  }
}
