// What is a report? Sections of rows of typed cells. A view chooses columns, order and sentences; a renderer knows every
// kind of cell and no report. Amounts stay whole minor units until a renderer writes them.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Minor } from '../core/money.ts';
import type { Rate } from '../core/rate.ts';
import { type Word, word } from '../core/word.ts';
import type { PlainRows } from './plain.ts';

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** A stable key with its name: machines read the key, people the name. */
  | { readonly kind: 'code'; readonly key: string; readonly word: Word }
  | { readonly kind: 'money'; readonly amount: Minor; readonly currency: Currency }
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number }
  /** A share of 1. People read it with one decimal of a percent, and up to `decimals` where more of them say something. */
  | { readonly kind: 'percent'; readonly share: number; readonly decimals?: number }
  /** A yearly rate: machines and people read the percentage. */
  | { readonly kind: 'rate'; readonly rate: Rate }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'flag'; readonly on: boolean }
  /** A number of days of which only this is known, that it is more: no number to a machine, which finds the bound in a column of its own. */
  | { readonly kind: 'more_than'; readonly value: number; readonly decimals: number }
  /** What a figure was over time, oldest first; undefined where it was not known. */
  | { readonly kind: 'series'; readonly values: readonly (number | undefined)[]; readonly decimals: number }
  /** `as`: what people read in its place. */
  | { readonly kind: 'none'; readonly as?: Word };

type CellKind = Cell['kind'];

export const NONE: Cell = { kind: 'none' };
/** A figure that is not known, or would divide by nothing: never 0. */
export const NOT_AVAILABLE: Cell = { kind: 'none', as: word('n/a', 'n. d.') };
export const text = (value: string): Cell => ({ kind: 'text', text: value });

export type Column = {
  /** The name of the contract: heading of csv, key of json, name for `--sort`. */
  readonly key: string;
  readonly head: Word;
  readonly kind: CellKind;
  /** In a table too narrow for all columns, those of the highest number are left out first; 0 is never left out. */
  readonly spare?: number;
  /** Formats for people leave it out: they read it elsewhere, as in a sentence of the row. */
  readonly forMachines?: boolean;
  /** A text that gives way in a table: a name is cut, visibly; a sentence is wrapped. */
  readonly flow?: 'cut' | 'wrap';
};

/** Rows made when they are asked for: a report of 200 000 rows is never in memory as cells. */
export type Rows = {
  readonly count: number;
  readonly at: (index: number) => readonly Cell[];
  /** The same rows as columns of plain values, where the view has them (report/plain.ts). */
  readonly plain?: PlainRows;
};

/** A picture of a section, drawn from columns of it: one a currency. */
export type Chart =
  /** A bar a row: its parts, which add up to the whole. `names`: the first of these columns that is filled calls the row. */
  | {
      readonly kind: 'stacked';
      readonly title: Word;
      readonly names: readonly string[];
      readonly whole: string;
      readonly parts: readonly { readonly key: string; readonly tone: 'calm' | 'late' | 'credit' }[];
    }
  /** A bar a row, and the mark it should not pass. */
  | {
      readonly kind: 'against';
      readonly title: Word;
      readonly names: readonly string[];
      readonly value: string;
      readonly bound: string;
    }
  /** A point a row, a line a column. */
  | { readonly kind: 'lines'; readonly title: Word; readonly at: string; readonly lines: readonly string[] };

export type Section = {
  readonly name: string;
  readonly title: Word;
  readonly columns: readonly Column[];
  readonly rows: Rows;
  /** One row of totals a currency, cells parallel to `columns`; never among the rows. */
  readonly totals: readonly { readonly currency: Currency; readonly cells: readonly Cell[] }[];
  /** A row that says nothing to a person (all settled); machine formats carry it all the same. */
  readonly quiet?: (index: number) => boolean;
  /** What such rows are, where they are not rows with nothing open: the middle of a sentence. */
  readonly quietAs?: Word;
  readonly notes: readonly Word[];
  /** What a format that can draw shows above the rows. */
  readonly chart?: Chart;
  /** Columns whose totals a page begins with. */
  readonly headline?: readonly string[];
  /** Its rows say more of those rows of the first section which have the same values under these keys: they are ordered and cut as these are. */
  readonly follows?: readonly string[];
};

/** A line of the control: Σ open = postings − settled by columns − closed within a tolerance, where one was asked for. */
export type ReportControl = {
  readonly currency: Currency;
  /** The general account, of a line that is of one only. */
  readonly account?: string;
  readonly postings: Minor;
  readonly settledByColumns: Minor;
  readonly tolerance?: Minor;
  /** What its postings settled of other accounts, debits less credits; absent where they settled nothing there. */
  readonly acrossAccounts?: Minor;
  readonly open: Minor;
  readonly difference: Minor;
};

type Parameter = string | number | boolean | null | readonly (string | number)[];

export type Report = {
  readonly name: string;
  readonly title: Word;
  /** Undefined where no day has a say. */
  readonly asOf: Day | undefined;
  readonly parameters: { readonly [name: string]: Parameter };
  readonly sections: readonly Section[];
  readonly control: readonly ReportControl[];
  readonly diagnostics: readonly Diagnostic[];
};

/** A row's texts and numbers as values that can be compared; used by `--sort`. */
export function sortValue(cell: Cell): string | number | undefined {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'code':
      return cell.key;
    case 'money':
      return cell.amount;
    case 'number':
    case 'more_than':
      return cell.value;
    case 'percent':
      return cell.share;
    case 'rate':
      return cell.rate;
    case 'day':
      return cell.day;
    case 'days':
      return cell.days;
    case 'flag':
      return cell.on ? 1 : 0;
    case 'series':
    case 'none':
      return undefined;
  }
}
