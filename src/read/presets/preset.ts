// What is a preset? A package's export as data: which of its headings is which field, what else it writes, its words for kinds, and by what it is known.
import type { Word } from '../../core/word.ts';
import type { Field } from '../../ledger/field.ts';
import type { KindKey } from '../../ledger/kind.ts';
import type { EntryHeadings } from '../entries/columns.ts';
import type { DayOrder } from '../forms.ts';
import type { Unissued } from '../statuses.ts';

/** V: read in files, sources or official documentation of the package. G: general knowledge, not verified. */
type Attested = 'V' | 'G';

/** What is made only when the package is met: most runs meet none. */
export type PresetData = {
  /** Headings as the package writes them; where it has several for a field, the first that a file has counts. */
  readonly columns: { readonly [field in Field]?: readonly string[] };
  /**
   * Columns that say the same in several ways: debit and credit or amount and side, in the document's currency or in that of the books. The way of
   * which a file has most counts, and the columns of the others are left alone.
   */
  readonly ways?: readonly { readonly [field in Field]?: readonly string[] }[];
  /** Its other headings, which no field has a use for. */
  readonly known: readonly string[];
  /** Of all these headings, those that are not attested as the rest is. */
  readonly unverified?: readonly string[];
  /** Its words for kinds, any case. */
  readonly kinds?: { readonly [written: string]: KindKey };
  /** The order of the days it writes, whatever the language of its user. */
  readonly order?: DayOrder;
  /** Several rows make one document: what is the same on all of them tells which. */
  readonly perLine?: Field;
  /** Documents that are not owed: drafts, and what was cancelled. */
  readonly unissued?: Unissued;
  /** Its amounts are signed, however few of its credits say so: a reversed payment is positive. */
  readonly signed?: boolean;
  /** A row whose amount is nothing is of what is open: a payment without an invoice. */
  readonly openAlone?: boolean;
  /** Its format knows no quotes: one is a character of the text, unless it opens a cell that another closes. */
  readonly unquoted?: boolean;
  /** A journal of all accounts, of which the receivable ones begin so. */
  readonly accounts?: readonly string[];
  /** The heading of its accounts, where a customer is one and no column is of accounts alone. */
  readonly accountHeading?: string;
  /** Headings that tell the entries of a journal of all accounts: what else an entry holds says of what kind a receivable is. */
  readonly entries?: EntryHeadings;
};

export type Preset = {
  readonly name: string;
  readonly title: Word;
  readonly lang: 'en' | 'fr' | 'any';
  readonly attested: Attested;
  /** Where its headings were read. */
  readonly source: string;
  /** The headings that together tell this package, and how many of them are enough: one may be missing or renamed. */
  readonly marks: readonly string[];
  readonly enough: number;
  readonly data: () => PresetData;
};

/** The accounts of receivables in the French chart: customers, bills, doubtful ones, and advances. */
export const FRENCH_RECEIVABLES = ['411', '413', '416', '4191'] as const;
