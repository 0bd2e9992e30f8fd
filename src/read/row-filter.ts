// Which rows of a ledger are asked for (--where, --where-not)? Those with some values in columns of the file, named by heading or by field. Both
// readers ask here before they judge a row, so that a row which is left out may hold what it likes.
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest.ts';
import { listedNames } from '../core/plural.ts';
import type { Field } from '../ledger/field.ts';
import { FileFilter, textOf } from './file-filter.ts';
import { sameHeading } from './headings.ts';
import type { LedgerColumn } from './ledger-headings.ts';
import { headingsNamed, headingTwice } from './named-heading.ts';

/** A column and the values that count. */
export type Condition = {
  readonly option: '--where' | '--where-not';
  readonly column: string;
  readonly values: readonly string[];
};

/** Values that are told when none is near. */
const FEW = 10;

/** A column of a file that conditions are about, and what was met in it. */
class FilterColumn {
  readonly index: number;
  readonly seen = new Set<string>();
  /** Values asked for that stand somewhere in rows of a broken shape. */
  readonly perhaps = new Set<string>();
  readonly #must = new Set<string>();
  readonly #mustNot = new Set<string>();
  #chooses = false;
  out = 0;

  constructor(index: number) {
    this.index = index;
  }

  add({ option, values }: Condition): void {
    for (const value of values) (option === '--where' ? this.#must : this.#mustNot).add(value);
    if (option === '--where') this.#chooses = true;
  }

  /** A row of which nobody can tell where its cells belong: a value may stand in it. */
  broken(cells: readonly string[]): void {
    for (const text of cells.map(textOf)) if (this.#must.has(text) || this.#mustNot.has(text)) this.perhaps.add(text);
  }

  keeps(text: string): boolean {
    if (text !== '') this.seen.add(text);
    return (!this.#chooses || this.#must.has(text)) && !this.#mustNot.has(text);
  }
}

/** What a condition met on its way through the files; of some, several columns have its heading. */
type Met = {
  readonly condition: Condition;
  readonly columns: FilterColumn[];
  readonly lacking: string[];
  files: number;
  unclear: boolean;
};

/** A file as far as its headings say. */
type Headings = {
  readonly file: string;
  readonly line: number;
  readonly headings: readonly string[];
  readonly columns: readonly LedgerColumn[];
};

export class RowFilter {
  readonly #met: readonly Met[];
  readonly #diagnostics: Diagnostics;
  readonly #names = new Set<string>();
  /** Something asked for is not there, or there twice. */
  failed = false;

  constructor(conditions: readonly Condition[], diagnostics: Diagnostics) {
    this.#met = conditions.map((condition) => ({ condition, columns: [], lacking: [], files: 0, unclear: false }));
    this.#diagnostics = diagnostics;
  }

  /** Undefined when no condition is about a column of this file. */
  open(place: Headings): FileFilter | undefined {
    for (const name of [...place.headings, ...place.columns.map(({ field }) => field)]) if (name !== '') this.#names.add(name);
    const columns = new Map<number, FilterColumn>();
    for (const met of this.#met) {
      const index = this.#columnOf(met.condition, place);
      if (index === undefined) {
        met.lacking.push(place.file);
        continue;
      }
      met.files++;
      met.unclear ||= index === 'several';
      if (index === 'several') continue;
      const column = columns.get(index) ?? new FilterColumn(index);
      columns.set(index, column);
      column.add(met.condition);
      met.columns.push(column);
    }
    return columns.size === 0 ? undefined : new FileFilter([...columns.values()]);
  }

  /** By its heading, else by its field. */
  #columnOf({ option, column: name }: Condition, { file, line, headings, columns }: Headings): number | 'several' | undefined {
    const found = headingsNamed(
      headings.map((heading, index) => ({ heading, index })),
      name,
    );
    if (found.length > 1) {
      this.failed = true;
      this.#diagnostics.add(headingTwice(option, name, { file, line }, found));
      return 'several';
    }
    return found[0]?.index ?? ofField(columns, name);
  }

  /** True when the column is one of the ledger's, whichever file has it. */
  isOfLedger(condition: Condition): boolean {
    return this.#met.some((met) => met.condition === condition && met.files > 0);
  }

  /** Names that a condition may have meant. */
  get names(): readonly string[] {
    return [...this.#names];
  }

  /** What is told once all files were read: those whose rows cannot be judged, and values nobody has. `whole`: every file was read to its end. */
  finish(whole: boolean): void {
    for (const { condition, columns, lacking, files, unclear } of this.#met) {
      if (files === 0) continue;
      for (const file of lacking) this.#tellLacking(condition, file);
      if (whole && !unclear) for (const value of condition.values) this.#tellMissing(condition, value, columns);
    }
  }

  #tellLacking({ option, column }: Condition, file: string): void {
    this.failed = true;
    this.#diagnostics.add({
      code: 'where-unknown',
      file,
      value: column,
      what: `${option}: this file has no such column, and another one has it`,
      why: 'which of its rows are asked for cannot be told',
      fix: 'read it by itself, or call the column the same in every file',
    });
  }

  #tellMissing({ option, column }: Condition, value: string, columns: readonly FilterColumn[]): void {
    if (value === '' || columns.some(({ seen, perhaps }) => seen.has(value) || perhaps.has(value))) return;
    this.failed = true;
    // In an order that does not hang on which reader met them.
    const values = [...new Set(columns.flatMap(({ seen }) => [...seen]))].sort();
    this.#diagnostics.add(valueUnknown(`${option} ${column}: no row has this value`, value, values));
  }
}

/** A value that nothing has leaves the report empty, or as it was: a slip of the pen, most of the time. */
export function valueUnknown(what: string, value: string, values: readonly string[]): Diagnostic {
  const few = values.length > 0 && values.length <= FEW;
  const fix = didYouMean(value, values) || (few ? `the values are ${listedNames(values)}` : 'check how it is spelt');
  return { code: 'where-unknown', value, what, fix };
}

/** The column of a field; `id` is what the table of customers calls a customer, and one who has none is told by the name. */
function ofField(columns: readonly LedgerColumn[], name: string): number | undefined {
  const same = sameHeading(name);
  const at = (field: Field): number | undefined => columns.find((column) => column.field === field)?.index;
  if (same === 'customer' || same === 'id') return at('customer') ?? at('name');
  return columns.find(({ field }) => sameHeading(field) === same)?.index;
}
