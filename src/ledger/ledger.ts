// What is a ledger? Columns of postings, one entry a row in the order read, with the customers and the sums read beside them.
import { present } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import type { Customers } from './customers.ts';
import type { Dictionary } from './dictionary.ts';
import type { Coded, ColumnName } from './field.ts';
import { kindCode } from './kind.ts';
import type { LineColumn } from './line-column.ts';
import type { PostingSums } from './sums.ts';
import type { TextColumn } from './text-column.ts';

const TRANSFER = kindCode('transfer');

/** `open_amount` or `paid_amount` of a row whose cell is empty. Both columns hold magnitudes, so no amount is negative. */
export const NO_AMOUNT = -1;

/** `disputed` of a row that is disputed whole; a positive number is a disputed amount, 0 is none. */
export const DISPUTED_WHOLE = -1;

/** A column of codes with the texts they stand for. */
type CategoryColumn = { readonly codes: Int32Array; readonly dictionary: Dictionary };

/** The columns a command asked for and the source has. `date` is absent when the posting day is the document's day. */
export type OptionalColumns = {
  document?: TextColumn;
  reference?: TextColumn;
  /** Day of the document, where it can differ from the posting day. */
  date?: Int32Array;
  /** Signed amount in the books' currency, minor units. */
  base?: Float64Array;
  /** Magnitudes in minor units of the row's currency, or NO_AMOUNT. */
  open_amount?: Float64Array;
  paid_amount?: Float64Array;
  /** Day the row was settled whole, or NO_DAY. */
  settled_on?: Int32Array;
  /** Day on which somebody put the letter, or NO_DAY. */
  letter_day?: Int32Array;
  /** 0, DISPUTED_WHOLE or an amount. */
  disputed?: Float64Array;
  /** What gave the row its due day (DUE_BY in ledger/due-days.ts); 0 where the row says it. Absent where every row does. */
  due_by?: Uint8Array;
  /** Line of the file the row was read from. */
  line?: LineColumn;
} & { [field in Coded]?: CategoryColumn };

/** A row that terms of several shares made several of, in the order of the shares; and what it said before. */
export type SharedRow = {
  readonly rows: readonly number[];
  readonly whole: {
    readonly amount: number;
    /** That of the first share. */
    readonly due: number;
    readonly base: number;
    readonly open: number;
    readonly paid: number;
    readonly disputed: number;
  };
};

/** A file of the ledger and its first row: the rows of a file lie together. */
export type LedgerFile = { readonly name: string; readonly firstRow: number };

export type Ledger = {
  /** Number of postings; every column has at least this many entries. */
  readonly count: number;
  /** Number of the customer (see `customers`). */
  readonly customer: Int32Array;
  /** Code of the kind (ledger/kind.ts). */
  readonly kind: Uint8Array;
  /** Posting day. */
  readonly day: Int32Array;
  /** Due day, or NO_DAY. */
  readonly due: Int32Array;
  /** Signed amount, debit positive, in minor units of the row's currency. */
  readonly amount: Float64Array;
  /** Index into `currencies`. */
  readonly currency: Uint8Array;
  readonly customers: Customers;
  readonly currencies: readonly Currency[];
  readonly columns: OptionalColumns;
  readonly files: readonly LedgerFile[];
  /** Documents in instalments. Their further rows are the last ones of the ledger. */
  readonly shared: readonly SharedRow[];
  /** Debits of a year that a later one brings forward, and the day on which it does. */
  readonly broughtForward: ReadonlyMap<number, Day>;
  /** The last day of the entries of its files, those of other accounts with them; NO_DAY where none tells entries. */
  readonly entriesTo: Day;
  /** All of its files are such books, whose columns of letters and pieces tell of the rows that are filled and of no other. */
  readonly allBooks: boolean;
  /** What the command asked for: `column` asserts that nobody reads what was not asked for. */
  readonly asked: ReadonlySet<ColumnName>;
  /** Σ amount per currency, and Σ base where there is a base column, kept while reading. */
  readonly sums: PostingSums;
  readonly baseSums: PostingSums;
  /** The currency of the `base` column, and of rows that name none. */
  readonly bookCurrency: Currency;
};

/** An optional column, or undefined when the source has none. Asking for one that the command did not name is a defect. */
export function column<N extends ColumnName>(ledger: Ledger, name: N): OptionalColumns[N] {
  present(ledger.asked.has(name) ? name : undefined, `column ${name} in the command's needs`);
  return ledger.columns[name];
}

/** The day of a row's document: its own column where there is one, else the posting day. */
export function documentDays(ledger: Ledger): Int32Array {
  return ledger.columns.date ?? ledger.day;
}

export function currencyAt(ledger: Ledger, index: number): Currency {
  return present(ledger.currencies[index], 'currency');
}

/** Where a row was read: its file, and its line when the command asked for lines. */
export function originOf(ledger: Ledger, row: number): { file: string | undefined; line: number | undefined } {
  const file = ledger.files.findLast((f) => f.firstRow <= row);
  return { file: file?.name, line: ledger.columns.line?.at(row) };
}

/** The number a row is known by: its own, or in a journal, of a claim that was transferred, that of the document it was (named-by-piece.ts). */
export function numberOf({ columns, kind, entriesTo }: Ledger, row: number): string {
  const own = columns.document?.at(row) ?? '';
  return own === '' && entriesTo !== NO_DAY && kind[row] === TRANSFER ? (columns.reference?.at(row) ?? '') : own;
}

/** The same in words. */
export function placeOf(ledger: Ledger, row: number): string {
  const { file, line } = originOf(ledger, row);
  return line === undefined ? `row ${row + 1}` : `line ${line} of ${file === '-' ? 'standard input' : file}`;
}

/** The row that stands for the whole document of an instalment, which tables beside the ledger speak of; of any other row the row itself. */
export function wholeRows({ shared }: Ledger): (row: number) => number {
  const whole = new Map(shared.flatMap(({ rows }) => rows.map((row) => [row, rows[0] as number] as const)));
  return (row) => whole.get(row) ?? row;
}
