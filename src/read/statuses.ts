// Is a row owed at all, by its status? Drafts and what was cancelled are not; where the package is known they are passed over, and elsewhere a row that
// counts although its status says paid or void is told.
import { NO_DAY } from '../core/day.ts';
import { fold } from '../core/fold.ts';
import type { Field } from '../ledger/field.ts';
import { NO_AMOUNT } from '../ledger/ledger.ts';
import type { FileFilter } from './file-filter.ts';
import { sameHeading } from './headings.ts';
import type { LedgerColumn } from './ledger-headings.ts';
import type { SampleRecord } from './sample.ts';

/** What a package writes of documents that are not owed: the column that says so, and its values there. */
export type Unissued = { readonly headings: readonly string[]; readonly values: readonly string[] };

/** The part of a posting that says what is open of it. */
type OpenPart = { readonly amount: number; readonly open: number; readonly paid: number; readonly settledOn: number };

/** A file whose column of statuses says of some rows that nothing is owed, or not all. */
export class DoubtfulStatuses {
  /** Payments may stand in rows of their own, so that a debit which is paid needs no other word for it. */
  readonly #settles: boolean;

  constructor(columns: readonly LedgerColumn[]) {
    this.#settles = columns.some(({ field }) => SETTLING.includes(field));
  }

  /** True where the status says that nothing is owed, and something of the row is open; or that a part is, and all of it is open. */
  contradicts(status: string, { amount, open, paid, settledOn }: OpenPart): boolean {
    const sort = statusSort(status);
    if (sort === undefined || (sort !== 'void' && this.#settles)) return false;
    if (sort === 'partly') return open === NO_AMOUNT && paid === NO_AMOUNT && settledOn === NO_DAY && amount !== 0;
    const left = open === NO_AMOUNT ? Math.abs(amount) - (paid === NO_AMOUNT ? 0 : paid) : open;
    return left > 0 && settledOn === NO_DAY;
  }
}

const SETTLING: readonly Field[] = ['kind', 'debit', 'reference', 'letter'];

/** The column of a file, and the values of rows that are passed over, folded. */
export type UnissuedColumn = { readonly index: number; readonly values: ReadonlySet<string> };

const VOID = [
  ...['draft', 'void', 'voided', 'deleted', 'cancelled', 'canceled', 'rejected', 'quote', 'estimate'],
  ...['brouillon', 'annule', 'annulee', 'supprime', 'supprimee', 'devis'],
];
const PAID = [
  ...['paid', 'fully paid', 'paid in full', 'settled', 'written off', 'paye', 'payee', 'regle', 'reglee', 'solde', 'soldee'],
];

const PARTLY = [
  ...['partially paid', 'partly paid', 'part paid', 'partial', 'partially settled', 'paid partially'],
  ...['partiellement paye', 'partiellement payee', 'partiellement regle', 'partiellement reglee', 'partiel', 'partielle'],
  ...['paye partiellement', 'payee partiellement', 'regle partiellement', 'reglee partiellement', 'en partie payee'],
];

type StatusSort = 'void' | 'paid' | 'partly';

const sorts = new Map<string, StatusSort>([
  ...VOID.map((word) => [word, 'void'] as const),
  ...PAID.map((word) => [word, 'paid'] as const),
  ...PARTLY.map((word) => [word, 'partly'] as const),
]);

/** Undefined for a status that says nothing of what is left to pay. */
export function statusSort(text: string): StatusSort | undefined {
  return text === '' ? undefined : sorts.get(fold(text));
}

/** A status of rows that count in full although it says otherwise: how many, the line of the first, and the words. */
export class StatusCounts {
  count = 0;
  line = 0;
  readonly words = new Set<string>();

  add(status: string, line: number): void {
    if (this.count++ === 0) this.line = line;
    this.words.add(status);
  }
}

/**
 * The column of documents that are not owed, where the package has one that the file has, and whether a status of the first rows makes others doubtful;
 * neither where the user chose rows by it.
 */
export function statusColumns(
  headings: readonly string[],
  columns: readonly LedgerColumn[],
  unissued: Unissued | undefined,
  filter: FileFilter | undefined,
  rows: readonly SampleRecord[],
): { readonly unissued: UnissuedColumn | undefined; readonly doubtful: DoubtfulStatuses | undefined } {
  const chosen = (index: number): boolean => filter?.columns.some((column) => column.index === index) === true;
  const wanted = new Set(unissued?.headings.map(sameHeading));
  const index = headings.findIndex((heading) => wanted.has(sameHeading(heading)));
  const status = columns.find((column) => column.field === 'status' && !chosen(column.index));
  const doubts = status !== undefined && rows.some(({ cells }) => statusSort((cells[status.index] ?? '').trim()));
  return {
    unissued: index < 0 || chosen(index) ? undefined : { index, values: new Set(unissued?.values.map(fold)) },
    doubtful: doubts ? new DoubtfulStatuses(columns) : undefined,
  };
}
