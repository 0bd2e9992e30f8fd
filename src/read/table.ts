// What does a table beside the ledger say? One reader for every TableSpec: the same splitter, headings, cells and messages as for a ledger. A row
// that cannot be read is told and left out; rows that say who they are twice are told too, and count once where they say the same.
import { type Currency, exponentOf } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { listedNames } from '../core/plural.ts';
import type { SideTable } from '../ledger/side-table.ts';
import { asUtf8, goingOn } from './as-utf8.ts';
import { CellReader } from './cells.ts';
import type { Delimiter } from './delimiter.ts';
import type { Forms } from './forms.ts';
import { AboveRows, headingsOf } from './header-row.ts';
import { isKnown, type MappedColumn, mapHeadings } from './headings.ts';
import { type Opening, openFile } from './opening.ts';
import { type Before, RowsApart } from './rows-apart.ts';
import { checkShape } from './shape.ts';
import type { Source } from './source.ts';
import { tellDoubts } from './spelling-findings.ts';
import type { FormsSaid, Spelt } from './survey.ts';
import { readSwiftly } from './swift/reader.ts';
import { judgeCell, tableOf } from './table-cells.ts';
import type { TableSpec } from './table-spec.ts';
import { headingsWithin, type RowWidth } from './width.ts';

/** How the user spells days and amounts: it holds where the table itself does not tell, since it is said of the ledger first. */
export type TableSaid = Pick<FormsSaid, 'dateOrder' | 'decimal'>;

/** Undefined when the table cannot be used: its diagnostics are errors. `currency` is that of rows that name none. */
export async function readTable<F extends string>(
  spec: TableSpec<F>,
  source: Source,
  currency: Currency,
  diagnostics: Diagnostics,
  forms?: Forms<F>,
  { dateOrder, decimal }: TableSaid = {},
): Promise<SideTable<F> | undefined> {
  const text = await asUtf8(source, undefined, diagnostics);
  if (text === undefined) return undefined;
  const opening = await openFile(speltOf(spec), text, {
    known: (heading) => isKnown(spec, heading, NO_MAP),
    columns: (place) => mapHeadings(spec, place),
    said: { usualDecimal: decimal },
    usualOrder: () => dateOrder,
    written: (headings) => spec.written?.find((ours) => ours.headings.every((one) => headings.includes(one)))?.decimal,
    currency,
    forms,
  });
  const table = new TableReading(spec, opening, currency, diagnostics);
  const { stopped } = await readSwiftly(opening.source, table);
  if (stopped === undefined) return table.finish();
  // Loaded when it is needed, as for ledgers.
  const { splitRecords } = await import('./records.ts');
  const start = { ...stopped, delimiter: table.delimiter, encoding: goingOn(text, stopped) };
  const records = await splitRecords(stopped.rest, diagnostics, (cells, line) => table.record(cells, line), start);
  return records === undefined ? undefined : table.finish();
}

const NO_MAP = new Map<never, string>();

function speltOf<F extends string>({ fields, cells, currency }: TableSpec<F>): Spelt<F> {
  const holding = (...kinds: readonly string[]): readonly F[] => fields.filter((field) => kinds.includes(cells[field].holds));
  return { amounts: holding('amount', 'dispute'), days: holding('day'), currency };
}

class TableReading<F extends string> {
  readonly #spec: TableSpec<F>;
  readonly #opening: Opening<F>;
  readonly #above: AboveRows;
  readonly #file: string;
  readonly #currency: Currency;
  readonly #diagnostics: Diagnostics;
  #headings: readonly string[] | undefined;
  #width: RowWidth | undefined;
  #columns: readonly MappedColumn<F>[] | undefined;
  #cells: CellReader<F> | undefined;
  readonly #rows: (readonly string[])[] = [];
  readonly #lines: number[] = [];
  #apart: RowsApart<F> | undefined;
  #sound = true;
  /** Every row is taken by its texts. */
  readonly batch = undefined;

  constructor(spec: TableSpec<F>, opening: Opening<F>, currency: Currency, diagnostics: Diagnostics) {
    this.#spec = spec;
    this.#opening = opening;
    this.#above = new AboveRows(opening.header);
    this.#file = opening.source.name;
    this.#currency = currency;
    this.#diagnostics = diagnostics;
  }

  get delimiter(): Delimiter {
    return this.#opening.delimiter.delimiter;
  }

  record(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    const stands = this.#above.take(cells, line);
    if (stands === 'headings' && this.#above.passed) this.#open(line);
    else if (stands === 'row' && this.#cells !== undefined) this.#row(this.#cells, cells, line);
  }

  #open(line: number): void {
    this.#headings = headingsOf(this.#above.headings, (heading) => isKnown(this.#spec, heading, NO_MAP));
    const { width, headings, beyond } = headingsWithin(this.#headings, this.#opening.width);
    this.#width = width;
    const place = { file: this.#file, line, headings, beyond, diagnostics: this.#diagnostics };
    const columns = mapHeadings(this.#spec, place);
    if (columns === undefined || tellDoubts(this.#opening.doubts, columns, this.#file, this.#diagnostics)) return;
    this.#columns = columns;
    this.#cells = new CellReader(this.#file, columns, this.#opening.spelling.forms);
    this.#apart = new RowsApart(this.#spec.unique, columns, { rows: this.#rows, lines: this.#lines });
  }

  #row(reader: CellReader<F>, cells: readonly string[], line: number): void {
    reader.open(cells, line);
    checkShape(cells, this.#width as RowWidth, this.delimiter, reader);
    if (reader.problems.length === 0) this.#judge(reader);
    // The currency is read first, and what must be filled before the rest.
    const told = [...reader.problems].sort((a, b) => (a.column ?? 0) - (b.column ?? 0));
    for (const problem of told) this.#diagnostics.add(problem);
    if (reader.problems.length > 0) {
      this.#sound = false;
      return;
    }
    const before = this.#apart?.before(reader, cells);
    if (before !== undefined) {
      this.#again(reader, before);
      return;
    }
    this.#rows.push(cells);
    this.#lines.push(line);
  }

  /** Every cell is read once, so that nobody meets one later that cannot be. */
  #judge(reader: CellReader<F>): void {
    const { filled, cells, currency } = this.#spec;
    for (const field of filled) {
      if (reader.text(field) === '') reader.problem('cell-missing', field, '', { what: 'is empty', fix: 'fill it' });
    }
    const one = this.#emptyOneOf(reader);
    if (one !== undefined) reader.problem('cell-missing', one, '', { what: 'is empty', fix: 'fill it' });
    const code = currency === undefined ? undefined : reader.currency(currency);
    const exponent = exponentOf(code ?? this.#currency);
    for (const { field } of this.#columns as readonly MappedColumn<F>[]) judgeCell(reader, field, cells[field], exponent);
  }

  /** The field of which one is needed, where all that would do are empty. */
  #emptyOneOf(reader: CellReader<F>): F | undefined {
    const there = this.#spec.filledOneOf?.filter((field) => reader.has(field)) ?? [];
    return there.every((field) => reader.text(field) === '') ? there[0] : undefined;
  }

  /** Tells of a row that is of the same as one before it: said once more it counts once, and what contradicts it cannot be used. */
  #again(reader: CellReader<F>, { row, differing }: Before): void {
    const [field] = this.#spec.unique as readonly [F];
    const line = this.#lines[row];
    if (differing.length === 0) {
      const column = this.#columns?.find((one) => one.field === field);
      this.#diagnostics.add({
        ...{ code: 'row-repeated', file: this.#file, line: reader.line, value: reader.text(field) },
        column: column === undefined ? undefined : column.index + 1,
        what: `${field}: stands on line ${line} already, with all that this row says: it counts once`,
        fix: 'take one of the two rows away',
      });
      return;
    }
    const headings = this.#headings as readonly string[];
    const names = differing.map((i) => (headings[i] ?? '').trim() || `column ${i + 1}`);
    reader.problem('row-twice', field, reader.text(field), {
      what: `stands on line ${line} already, and the two rows differ in ${listedNames(names)}`,
      why: 'which of the two is meant cannot be told',
      fix: 'take one of the two rows away',
    });
    for (const problem of reader.problems) this.#diagnostics.add(problem);
    if (this.#spec.keepsTwice !== true) this.#sound = false;
    else this.#rows[row] = (this.#rows[row] as readonly string[]).map((cell, i) => (differing.includes(i) ? '' : cell));
  }

  finish(): SideTable<F> | undefined {
    if (this.#headings === undefined) {
      const what = 'the file holds no headings';
      this.#diagnostics.add({ code: 'file-empty', file: this.#file, what, fix: 'give a table with a line of headings' });
    }
    if (this.#columns === undefined || this.#headings === undefined) return undefined;
    const table = tableOf(
      this.#spec,
      this.#file,
      headingsWithin(this.#headings, this.#opening.width).headings,
      this.#columns,
      this.#rows,
      this.#lines,
      this.#currency,
      this.#opening.spelling.forms,
    );
    const agrees = this.#spec.agrees?.(table, this.#diagnostics) ?? true;
    return this.#sound && agrees ? table : undefined;
  }
}
