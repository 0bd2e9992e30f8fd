// Is a row owed at all, by its status? Drafts and what was cancelled are not; where the package is known they are passed over, and elsewhere a row that
// counts although its status says paid or void is told.
import { fold } from '../core/fold.ts';
import { sameHeading } from './headings.ts';

/** What a package writes of documents that are not owed: the column that says so, and its values there. */
export type Unissued = { readonly headings: readonly string[]; readonly values: readonly string[] };

/** The column of a file, and the values of rows that are passed over, folded. */
export type UnissuedColumn = { readonly index: number; readonly heading: string; readonly values: ReadonlySet<string> };

const VOID = [
  ...['draft', 'void', 'voided', 'deleted', 'cancelled', 'canceled', 'rejected', 'quote', 'estimate'],
  ...['brouillon', 'annule', 'annulee', 'supprime', 'supprimee', 'devis'],
];
const PAID = [
  ...['paid', 'fully paid', 'paid in full', 'settled', 'written off', 'paye', 'payee', 'regle', 'reglee', 'solde', 'soldee'],
];

const sorts = new Map([...VOID.map((word) => [word, 'void'] as const), ...PAID.map((word) => [word, 'paid'] as const)]);

/** Undefined for a status that does not say that nothing is owed. */
export function statusSort(text: string): 'void' | 'paid' | undefined {
  return text === '' ? undefined : sorts.get(fold(text));
}

/** A status of rows that count although it says that nothing is owed: how many, the line of the first, and the words. */
export class StatusCounts {
  count = 0;
  line = 0;
  readonly words = new Set<string>();

  add(status: string, line: number): void {
    if (this.count++ === 0) this.line = line;
    this.words.add(status);
  }
}

/** The column of documents that are not owed, where the package has one that the file has; not where the user chose rows by it. */
export function unissuedColumn(
  headings: readonly string[],
  unissued: Unissued | undefined,
  chosen: readonly number[],
): UnissuedColumn | undefined {
  if (unissued === undefined) return undefined;
  const wanted = new Set(unissued.headings.map(sameHeading));
  const index = headings.findIndex((heading) => wanted.has(sameHeading(heading)));
  if (index < 0 || chosen.includes(index)) return undefined;
  return { index, heading: headings[index] as string, values: new Set(unissued.values.map(fold)) };
}
