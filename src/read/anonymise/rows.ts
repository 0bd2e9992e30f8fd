// What becomes of each record of a file? Headings stay; what stands above them is a text; a posting is replaced by its columns, a line between postings by what it
// says, and a record whose cells are under no heading cell by cell, as if nobody knew its columns.
import type { Field } from '../../ledger/field.ts';
import { dayFormsOf } from '../day.ts';
import { AboveRows } from '../header-row.ts';
import { isKnown } from '../headings.ts';
import { kindBy } from '../kind-words.ts';
import { LEDGER_HEADINGS } from '../ledger-headings.ts';
import { RowSorts } from '../row-sorts.ts';
import type { Understanding } from '../understanding.ts';
import { Cells } from './cells.ts';
import { ColumnLook } from './column-looks.ts';
import { LinesBetween } from './lines-between.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { cellSaying, type RawRecord, saidBy } from './raw-records.ts';
import { type Role, rolesOf } from './roles.ts';
import type { FreeTexts } from './texts.ts';

/** What was done with the filled cells of a column. */
export type Treated = { readonly heading: string; kept: number; replaced: number };

/** Columns in which few values stand in many rows: what became of a cell is remembered. */
const OFTEN: readonly Role[] = [
  'id',
  'name',
  'account',
  'code',
  'journal-name',
  'collector',
  'group',
  'entity',
  'assigned_to',
  'kind',
  'terms',
];
const MOST_REMEMBERED = 10_000;
const NO_MAP = new Map<Field, string>();

/** `last`: the cell above, and what became of it: lines of one entry say much alike. */
type Column = {
  readonly role: Role;
  readonly look: ColumnLook;
  readonly often: Map<string, string> | undefined;
  last: string;
  lastCopied: string;
};

export class CopiedRows {
  readonly #understood: Understanding;
  readonly #names: Pseudonyms;
  readonly #texts: FreeTexts;
  readonly #cells: Cells;
  readonly #between: LinesBetween;
  readonly #columns: readonly Column[];
  readonly #days: readonly number[];
  readonly #accountAt: number;
  readonly #beyond = new ColumnLook('');
  #titles: (readonly string[])[] = [];
  #sorts: RowSorts | undefined;
  #above: AboveRows;
  #line = 1;
  /** A day that the first column of days had. */
  #lastDay = '';
  treated: readonly Treated[] = [];

  constructor(understood: Understanding, names: Pseudonyms, texts: FreeTexts, chart: boolean) {
    const { headings, columns, preset } = understood;
    this.#understood = understood;
    this.#names = names;
    this.#texts = texts;
    this.#cells = new Cells(names, texts, (text) => kindOf(text) !== undefined, chart);
    const kindOf = kindBy(preset?.data.kinds);
    this.#between = new LinesBetween(names, this.#cells);
    this.#columns = rolesOf(understood).map((role, i) => ({
      role,
      look: new ColumnLook(headings[i] ?? ''),
      often: OFTEN.includes(role) ? new Map() : undefined,
      last: '',
      lastCopied: '',
    }));
    this.#days = columns.flatMap(({ field, index }) => (field === 'date' || field === 'posted' ? [index] : []));
    this.#accountAt = columns.find(({ field }) => field === 'account')?.index ?? -1;
    this.#above = this.begin();
  }

  /** The file is gone through from its first record on. */
  begin(): AboveRows {
    const { headingLine: line, headingRecords: records, headings } = this.#understood;
    this.#line = 1;
    this.#titles = [];
    this.#sorts = undefined;
    for (const column of this.#columns) {
      column.often?.clear();
      column.last = column.lastCopied = '';
    }
    this.#lastDay = '';
    this.treated = this.#columns.map((_, i) => ({ heading: headings[i] ?? '', kept: 0, replaced: 0 }));
    return (this.#above = new AboveRows({ line, records }));
  }

  /** The record as the copy has it. */
  copied(record: RawRecord): string {
    const { cells, end } = record;
    if (this.#above.passed) return (this.#isRow(cells) ? this.#row(record) : cells).join(this.#delimiter) + end;
    const said = this.#said(record);
    const sort = end === '' && cells.length === 1 && said[0] === '\ufeff' ? 'blank' : this.#above.take(said, this.#line);
    this.#line += (end === '' ? 0 : 1) + cells.join('').split(/\r\n|\n|\r/).length - 1;
    if (sort !== 'title') return cells.join(this.#delimiter) + end;
    this.#titles.push(said);
    return this.#each(record, (text) => this.#title(text)).join(this.#delimiter) + end;
  }

  get #delimiter(): string {
    return this.#understood.delimiter.delimiter;
  }

  /** True for a record that says something. */
  #isRow(cells: readonly string[]): boolean {
    return cells.length > 1 || (cells[0] as string).trim() !== '';
  }

  /** What could be a heading is left where it is: it may be what makes the headings hard to find. */
  #title(text: string): string {
    return isKnown(LEDGER_HEADINGS, text, NO_MAP) ? text : this.#texts.of(text, 'Title');
  }

  #row(record: RawRecord): readonly string[] {
    const { filled } = this.#understood.width;
    if (this.#hasDay(record)) return isWhole(record, filled, this.#delimiter) ? this.#posting(record) : this.#broken(record);
    const sort = this.#sortsOf().of(this.#said(record));
    if (sort === 'headings' || sort === 'rule') return record.cells;
    if (sort === 'title') return this.#each(record, (text) => this.#title(text));
    if (sort === undefined) return isWhole(record, filled, this.#delimiter) ? this.#posting(record) : this.#broken(record);
    return this.#each(record, (text, i) => this.#between.of(text, this.#columns[i]?.role === 'amount'));
  }

  #sortsOf(): RowSorts {
    const { headings, columns, spelling } = this.#understood;
    return (this.#sorts ??= new RowSorts(headings, columns, spelling.forms, this.#titles));
  }

  /** Asked of every row: only its days are looked at. */
  #hasDay({ cells, quoted }: RawRecord): boolean {
    const [first = -1] = this.#days;
    if (cells[first] === this.#lastDay && this.#lastDay !== '') return true;
    const some: string[] = [];
    for (const at of this.#days) some[at] = saidBy(cells[at] ?? '', quoted?.[at] === true);
    const has = this.#sortsOf().hasDay(some);
    if (has && this.#sortsOf().hasDay([...Array<string>(first).fill(''), some[first] ?? ''])) this.#lastDay = cells[first] ?? '';
    return has;
  }

  #said({ cells, quoted }: RawRecord): string[] {
    return cells.map((cell, i) => saidBy(cell, quoted?.[i] === true));
  }

  #posting(record: RawRecord): readonly string[] {
    const { cells, quoted } = record;
    const account = this.#accountAt < 0 ? '' : saidBy(cells[this.#accountAt] ?? '', quoted?.[this.#accountAt] === true).trim();
    const copied = cells.slice();
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] as string;
      if (cell === '') continue;
      const column = this.#columns[i];
      const inQuotes = quoted?.[i] === true;
      const own =
        column === undefined
          ? this.#cell(cell, inQuotes, (text) => this.#any(text))
          : this.#ofColumn(cell, inQuotes, column, account);
      const treated = this.treated[i];
      if (treated !== undefined) treated[own === cell ? 'kept' : 'replaced']++;
      copied[i] = own;
    }
    return copied;
  }

  #ofColumn(cell: string, quoted: boolean, column: Column, account: string): string {
    const { role, look, often } = column;
    // Most cells of a journal are amounts and days as they are written plainly.
    if ((role === 'amount' || role === 'day') && /^[\d.,/-]{0,12}$/.test(cell)) return cell;
    if (role === 'account-name') return this.#cell(cell, quoted, (text) => this.#cells.of(text, role, look, account));
    if (cell === column.last) return column.lastCopied;
    let copied = often?.get(cell);
    if (copied === undefined) {
      copied = this.#cell(cell, quoted, (text) => {
        if (this.#names.looking) look.note(text);
        return this.#cells.of(text, role, look, account);
      });
      if (often !== undefined) remember(often, cell, copied);
    }
    column.last = cell;
    return (column.lastCopied = copied);
  }

  /** Cells that stand under no heading, or nobody knows under which. */
  #broken(record: RawRecord): readonly string[] {
    return this.#each(record, (text) => this.#any(text));
  }

  #any(text: string): string {
    const one = (bare: string): string =>
      dayFormsOf(bare).includes('ymd8') ? bare : this.#cells.of(bare, 'unknown', this.#beyond, '');
    // A quote that took in rows has all of their cells in one.
    return /[\r\n]/.test(text) ? text.replace(/[^\r\n,;|\t"]+/g, (part) => inside(part, one)) : one(text);
  }

  #each({ cells, quoted }: RawRecord, replace: (text: string, index: number) => string): string[] {
    return cells.map((cell, i) => this.#cell(cell, quoted?.[i] === true, (text) => replace(text, i)));
  }

  /** A cell whose text is replaced, the white space around it as it was. */
  #cell(cell: string, quoted: boolean, replace: (text: string) => string): string {
    if (cell === '') return cell;
    const said = saidBy(cell, quoted);
    const copied = inside(said, replace);
    return copied === said ? cell : cellSaying(copied, quoted);
  }
}

/** The record has a cell under each heading, no more that say anything, and none that holds as many marks as a row (shape.ts). */
function isWhole({ cells, quoted }: RawRecord, filled: number, delimiter: string): boolean {
  const swallows = (cell: string): boolean => /[\r\n]/.test(cell) && cell.split(delimiter).length >= filled;
  return (
    cells.length >= filled &&
    (cells.length === filled || cells.slice(filled).every((cell) => cell.trim() === '')) &&
    (quoted === undefined || !cells.some(swallows))
  );
}

/** Replaces what stands between white space, and keeps the width where spaces fill the cell up. */
function inside(text: string, replace: (bare: string) => string): string {
  const bare = text.trim();
  if (bare === '') return text;
  const start = text.indexOf(bare);
  const behind = text.slice(start + bare.length);
  const copied = replace(bare);
  if (copied === bare) return text;
  const room = bare.length + behind.length - copied.length;
  const filled = /^ {2,}$/.test(behind) ? ' '.repeat(Math.max(0, room)) : behind;
  return text.slice(0, start) + copied + filled;
}

function remember(often: Map<string, string>, cell: string, copied: string): void {
  if (often.size > MOST_REMEMBERED) often.clear();
  often.set(cell, copied);
}
