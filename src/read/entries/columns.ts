// Where does a journal of all accounts say what makes its entries? Beside the columns of a ledger it has some that no posting has a use for.
import type { Field } from '../../ledger/field.ts';
import { sameHeading } from '../headings.ts';
import type { LedgerColumn } from '../ledger-headings.ts';

/** Headings of a package that tell its entries, and are no field of a posting. */
export type EntryHeadings = { readonly number: string; readonly journalName: string };

/** Places of columns; −1 for one the file does not have. */
export type EntryColumns = {
  readonly number: number;
  readonly journalName: number;
  readonly journal: number;
  readonly account: number;
  readonly posted: number;
  readonly document: number;
  readonly label: number;
};

/** Undefined where the file does not tell entries apart, or says kinds in a column of their own. */
export function entryColumns(
  headings: readonly string[],
  columns: readonly LedgerColumn[],
  named: EntryHeadings,
): EntryColumns | undefined {
  const at = (field: Field): number => columns.find((column) => column.field === field)?.index ?? -1;
  if (at('kind') >= 0 || at('account') < 0) return undefined;
  const of = (heading: string): number => headings.findIndex((one) => sameHeading(one) === sameHeading(heading));
  const posted = at('posted') < 0 ? at('date') : at('posted');
  const own = { account: at('account'), journal: at('journal'), document: at('document'), label: at('label'), posted };
  return { number: of(named.number), journalName: of(named.journalName), ...own };
}

const SEPARATOR = '\u0001';

/** True for a number that tells an entry: cash-basis files write 0 throughout. */
export function isNumber(text: string): boolean {
  return /[^0\s]/.test(text);
}

/** What tells an entry: its journal and number, else its journal, day and piece. */
export function entryKey(journal: string, number: string, day: string, piece: string): string {
  return isNumber(number) ? journal + SEPARATOR + number : [journal, '', day, piece].join(SEPARATOR);
}
