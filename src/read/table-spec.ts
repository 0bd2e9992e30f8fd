// What kind of table may stand beside a ledger? Its fields, what each cell holds, which must be there, and which tell its rows apart.
import type { Diagnostics } from '../core/diagnostic.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { DecimalMark } from './forms.ts';
import type { HeadingSpec } from './headings.ts';

/** What the cells of a field hold. A rate is a ratio of tax; a factor is any number above 0, up to `atMost` where it says so; days are a count of them; a choice is a key with its other spellings, folded; an amount is in the row's currency, and `never` says why one below 0 is none. */
export type CellSpec =
  | { readonly holds: 'text' | 'day' | 'month' | 'ratio' | 'rate' | 'days' | 'currency' | 'terms' | 'dispute' }
  | { readonly holds: 'amount'; readonly never?: string }
  | { readonly holds: 'factor'; readonly atMost?: number }
  | { readonly holds: 'choice'; readonly choices: { readonly [key: string]: readonly string[] } };

export type TableSpec<F extends string> = HeadingSpec<F> & {
  readonly cells: { readonly [field in F]: CellSpec };
  /** Headings of files of ours that are such a table, too: where all of them stand there, the decimal mark is the one we write. */
  readonly written?: readonly { readonly headings: readonly string[]; readonly decimal: DecimalMark }[];
  /** Fields no row may leave empty. */
  readonly filled: readonly F[];
  /** Fields of which no row may leave all empty, by the first of them that the table has. */
  readonly filledOneOf?: readonly F[];
  /** Fields that together tell one row from every other; none: rows may be alike. */
  readonly unique: readonly F[];
  /** Of rows that are of one key and contradict each other, what they agree on is used once they are told: for who shows all that is wrong. Else such a table cannot be used. */
  readonly keepsTwice?: boolean;
  /** The field that says the currency of a row's amounts, where there is one. */
  readonly currency?: F;
  /** Tells rows that contradict one another: false where some do. */
  readonly agrees?: (table: SideTable<F>, diagnostics: Diagnostics) => boolean;
};
