// What did a file turn out to be? Everything that was found out of it, with its evidence, for `ar check` and for what is told beside a report.
import type { Day } from '../core/day.ts';
import type { Field } from '../ledger/field.ts';
import type { YearOfBooks } from '../ledger/years-of-books.ts';
import type { AccountsFound } from './accounts.ts';
import type { Passed } from './between-rows.ts';
import type { CreditsWithMinus } from './credit-side.ts';
import type { DelimiterChoice } from './delimiter.ts';
import type { EncodingChoice } from './encoding.ts';
import type { CurrencyChoice } from './file-currency.ts';
import type { NoKinds } from './kind-column.ts';
import type { LedgerColumn } from './ledger-headings.ts';
import type { QuotesFound } from './plain-quotes.ts';
import type { PresetChoice } from './presets/choose.ts';
import type { RunningBalance } from './running-balance.ts';
import type { SignCounts, Signs } from './signs.ts';
import type { Spelling } from './survey.ts';
import type { TotalsFound } from './totals.ts';
import type { RowWidth } from './width.ts';

export type Understanding = {
  readonly file: string;
  readonly encoding: EncodingChoice;
  readonly delimiter: DelimiterChoice;
  /** Cells that begin with a quote of their text, where the format knows no quotes. */
  readonly quotes: QuotesFound | undefined;
  /** Records above the headings, the line these begin on, and how many records they take. */
  readonly titles: number;
  readonly headingLine: number;
  readonly headingRecords: number;
  readonly headings: readonly string[];
  /** How many cells its rows have. */
  readonly width: RowWidth;
  readonly columns: readonly LedgerColumn[];
  /** How amounts and days are spelt, and what tells. */
  readonly spelling: Spelling<Field>;
  /** The currency of rows that name none, and what says so. */
  readonly currency: CurrencyChoice;
  /** Which accounts count, and how many rows of others were left out; undefined where every row counts. */
  readonly accounts: AccountsFound | undefined;
  /** What its entries say of the year whose books it holds; undefined for a file that does not tell entries. */
  readonly journal: YearOfBooks | undefined;
  /** A column of balances that run from row to row, and is not used. */
  readonly running: RunningBalance | undefined;
  /** A column that could have been of kinds, and holds none. */
  readonly noKinds: NoKinds | undefined;
  /** Credits that have a minus beside their side. */
  readonly creditsMinus: CreditsWithMinus | undefined;
  /** Customers are named on lines above their rows. */
  readonly above: boolean;
  /** Records between the rows that are no postings. */
  readonly passed: readonly Passed[];
  /** The file's own totals; undefined where it has none, or only some rows were asked for. */
  readonly totals: TotalsFound | undefined;
  /** The package that wrote it, where its headings or the user tell. */
  readonly preset: PresetChoice | undefined;
  /** Records below the headings; those that became postings; those set aside; those with nothing in them. */
  readonly records: number;
  readonly postings: number;
  readonly setAside: number;
  readonly blank: number;
  /** Rows that nobody asked for (--where), or of other accounts. */
  readonly leftOut: number;
  /** First and last posting day, or NO_DAY. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly signs: Signs;
  readonly signCounts: SignCounts;
  /** Debits that say no due day, and the line of the first. */
  readonly dueMissing: { readonly count: number; readonly line: number };
};
