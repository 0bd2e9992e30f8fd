// What does a table beside the ledger say? One reader for every TableSpec: the same splitter, headings, cells and messages as for a ledger. A row
// that cannot be read is told and left out; rows that say who they are twice are told too.
import { type Currency, exponentOf } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import type { SideTable } from '../ledger/side-table.ts';
import { CellReader } from './cells.ts';
import { chooseDelimiter, type Delimiter, type DelimiterTold, firstLine } from './delimiter.ts';
import { isKnown, type MappedColumn, mapHeadings } from './headings.ts';
import { splitRecords } from './records.ts';
import { checkShape } from './shape.ts';
import type { Source } from './source.ts';
import { judgeCell, tableOf } from './table-cells.ts';
import type { TableSpec } from './table-spec.ts';

/** Undefined when the table cannot be used: its diagnostics are errors. `currency` is that of rows that name none. */
export async function readTable<F extends string>(
  spec: TableSpec<F>,
  source: Source,
  currency: Currency,
  diagnostics: Diagnostics,
): Promise<SideTable<F> | undefined> {
  const table = new TableReading(spec, source.name, currency, diagnostics);
  const start = { line: 1, fresh: true, delimiter: table.delimiter };
  const records = await splitRecords(source, diagnostics, (cells, line) => table.record(cells, line), start);
  return records === undefined ? undefined : table.finish();
}

class TableReading<F extends string> {
  readonly #spec: TableSpec<F>;
  readonly #file: string;
  readonly #currency: Currency;
  readonly #diagnostics: Diagnostics;
  #delimiter: Delimiter = ',';
  #headings: readonly string[] | undefined;
  #columns: readonly MappedColumn<F>[] | undefined;
  #cells: CellReader<F> | undefined;
  readonly #rows: (readonly string[])[] = [];
  readonly #lines: number[] = [];
  /** Line of the first row with a key. */
  readonly #keys = new Map<string, number>();
  #sound = true;

  constructor(spec: TableSpec<F>, file: string, currency: Currency, diagnostics: Diagnostics) {
    this.#spec = spec;
    this.#file = file;
    this.#currency = currency;
    this.#diagnostics = diagnostics;
  }

  readonly delimiter: DelimiterTold = (head, whole) => {
    const line = firstLine(head, whole);
    if (line === undefined) return undefined;
    this.#delimiter = chooseDelimiter(line, (heading) => isKnown(this.#spec, heading, new Map())).delimiter;
    return this.#delimiter;
  };

  record(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (this.#headings === undefined) this.#open(cells, line);
    else if (this.#cells !== undefined) this.#row(this.#cells, cells, line);
  }

  #open(cells: readonly string[], line: number): void {
    this.#headings = cells.map((cell) => cell.trim());
    const place = { file: this.#file, line, headings: this.#headings, diagnostics: this.#diagnostics };
    this.#columns = mapHeadings(this.#spec, place);
    if (this.#columns !== undefined) this.#cells = new CellReader(this.#file, this.#columns);
  }

  #row(reader: CellReader<F>, cells: readonly string[], line: number): void {
    reader.open(cells, line);
    checkShape(cells, (this.#headings as readonly string[]).length, this.#delimiter, reader);
    if (reader.problems.length === 0) this.#judge(reader);
    for (const problem of reader.problems) this.#diagnostics.add(problem);
    if (reader.problems.length > 0) {
      this.#sound = false;
      return;
    }
    this.#rows.push(cells);
    this.#lines.push(line);
  }

  /** Every cell is read once, so that nobody meets one later that cannot be. */
  #judge(reader: CellReader<F>): void {
    const { filled, cells, currency, unique } = this.#spec;
    for (const field of filled) {
      if (reader.text(field) === '') reader.problem('cell-missing', field, '', { what: 'is empty', fix: 'fill it' });
    }
    const code = currency === undefined ? undefined : reader.currency(currency);
    const exponent = exponentOf(code ?? this.#currency);
    for (const { field } of this.#columns as readonly MappedColumn<F>[]) judgeCell(reader, field, cells[field], exponent);
    if (unique.length === 0 || reader.problems.length > 0) return;
    const key = unique.map((field) => reader.text(field)).join('\0');
    const before = this.#keys.get(key);
    if (before === undefined) this.#keys.set(key, reader.line);
    else {
      reader.problem('row-twice', unique[0], reader.text(unique[0] as F), {
        what: `stands on line ${before} already`,
        why: 'which of the two is meant cannot be told',
        fix: 'take one of the two rows away',
      });
    }
  }

  finish(): SideTable<F> | undefined {
    if (this.#headings === undefined) {
      const what = 'the file holds no headings';
      this.#diagnostics.add({ code: 'file-empty', file: this.#file, what, fix: 'give a table with a line of headings' });
    }
    if (this.#columns === undefined || !this.#sound || this.#headings === undefined) return undefined;
    return tableOf(this.#spec, this.#file, this.#headings, this.#columns, this.#rows, this.#lines, this.#currency);
  }
}
