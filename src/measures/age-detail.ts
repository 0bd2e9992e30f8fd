// Which items make up an aged balance? The rows with something open, each with its bucket, evidence and flags.
import { NO_DAY } from '../core/day.ts';
import type { Book } from '../settle/book.ts';
import { EVIDENCE, type EvidenceKey, evidenceIn } from '../settle/open-items.ts';
import { type AgedItems, type AgeRequest, agedItems } from './age.ts';
import { duplicatesOf } from './duplicates.ts';
import { lumpsIn } from './lumps.ts';

/** Why a figure of an item deserves a second look. */
export type ItemFlag = 'no_due' | 'age_unreliable' | 'duplicate' | 'overpaid' | 'undated';

export type AgeDetail = AgedItems & {
  /** Rows of the ledger, in the order read. */
  readonly rows: readonly number[];
  /** What settled part of the item, strongest first. */
  readonly evidence: (row: number) => EvidenceKey[];
  readonly flags: (row: number) => ItemFlag[];
};

/** `overdueOnly` keeps debits past their due day. */
export function ageDetail(book: Book, request: AgeRequest, overdueOnly: boolean): AgeDetail {
  const { ledger } = book;
  const aged = agedItems(book, request);
  const rows: number[] = [];
  for (let row = 0; row < ledger.count; row++) {
    const open = aged.open[row] as number;
    if (open === 0 || !aged.keeps(row)) continue;
    if (overdueOnly && (open < 0 || aged.daysLate(row) <= 0)) continue;
    rows.push(row);
  }
  const settledOn = ledger.columns.settled_on;
  const isLump = lumpsIn(ledger);
  // Looked for when the first flags are asked for.
  let twice: ReadonlySet<number> | undefined;
  const flags = (row: number): ItemFlag[] => {
    const found: ItemFlag[] = [];
    const open = aged.open[row] as number;
    const amount = ledger.amount[row] as number;
    const dueless = open > 0 && (ledger.due[row] as number) === NO_DAY;
    if (dueless) found.push('no_due');
    // A lump that stands for items of an earlier year has lost their days (rules §5, 5), unless it says one of its own.
    if (dueless && isLump(row)) found.push('age_unreliable');
    twice ??= duplicatesOf(ledger, (one) => (ledger.day[one] as number) <= request.asOf).rows;
    if (twice.has(row)) found.push('duplicate');
    if (open !== 0 && open > 0 !== amount > 0 && amount !== 0) found.push('overpaid');
    const byColumns = ((aged.items.evidence[row] as number) & EVIDENCE.columns) !== 0;
    if (byColumns && request.asOf < book.lastDay && (settledOn === undefined || settledOn[row] === NO_DAY)) found.push('undated');
    return found;
  };
  const evidence = (row: number): EvidenceKey[] => evidenceIn(aged.items.evidence[row] as number);
  return { ...aged, rows, evidence, flags };
}
