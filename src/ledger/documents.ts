// What does a table of documents give to the ledger (--documents)? Due days, disputes and to whom documents are assigned, where the ledger says nothing
// of it. What the ledger says goes first, and where the table says something else, that is told.
import { type Day, NO_DAY } from '../core/day.ts';
import { parseTerms } from '../policy/parse-terms.ts';
import type { Terms } from '../policy/terms.ts';
import type { LedgerBuilder } from './builder.ts';
import { Differences, type Differing } from './differences.ts';
import { takeDisputes } from './document-disputes.ts';
import { type DocumentMatches, type DocumentTable, matchDocuments } from './document-matches.ts';
import { type Alike, documentsAlike } from './documents-alike.ts';
import { DUE_BY } from './due-days.ts';
import { withoutRetentions } from './retentions.ts';

export type DocumentFacts = {
  readonly matches: DocumentMatches;
  readonly alike: Alike;
  /** Postings the table gave a due day. */
  readonly byDay: number;
  readonly differing: readonly Differing[];
  /** The terms the table names for a row of the ledger. */
  readonly termsOf: (row: number) => Terms | undefined;
  /** The day of the formal notice by which a row of the ledger was claimed, where the table says there was one. */
  readonly noticeOf: (row: number) => Day | undefined;
};

/** Fills what the ledger does not say, before it is finished. */
export function takeDocuments(builder: LedgerBuilder, table: DocumentTable): DocumentFacts {
  const matches = matchDocuments(builder, table);
  const ofDue = withoutRetentions(builder, matches.of);
  const { byDay, differing } = takeDueDays(builder, table, ofDue);
  const others = [...takeDisputes(builder, table, matches), takeAssignments(builder, table, matches)];
  return {
    matches,
    alike: documentsAlike(builder, table, matches),
    byDay,
    differing: [differing, ...others].filter((found) => found !== undefined),
    termsOf: termsOf(table, ofDue),
    noticeOf: (row) => {
      const at = ((matches.of[row] ?? 0) as number) - 1;
      return at < 0 || !table.has('notice') ? undefined : table.day('notice', at);
    },
  };
}

function takeDueDays(builder: LedgerBuilder, table: DocumentTable, of: Int32Array) {
  const differences = new Differences('due', table.count);
  let byDay = 0;
  const { due } = builder.own;
  const by = builder.wants('due_by') ? new Uint8Array(builder.count) : undefined;
  for (let row = 0; table.has('due') && row < of.length; row++) {
    const at = (of[row] as number) - 1;
    const day = at < 0 ? undefined : table.day('due', at);
    if (day === undefined) continue;
    if (due[row] === NO_DAY) {
      due[row] = day;
      byDay++;
      if (by !== undefined) by[row] = DUE_BY.table;
    } else differences.add(at, row, due[row] === day);
  }
  if (by !== undefined) builder.optional.due_by = by;
  return { byDay, differing: differences.found() };
}

function takeAssignments(builder: LedgerBuilder, table: DocumentTable, { of }: DocumentMatches): Differing | undefined {
  if (!table.has('assigned_to') || !builder.wants('assigned_to')) return undefined;
  builder.bring('assigned_to');
  const { codes, dictionary } = builder.optional.assigned_to as NonNullable<typeof builder.optional.assigned_to>;
  const differences = new Differences('assigned_to', table.count);
  for (let row = 0; row < of.length; row++) {
    const at = (of[row] as number) - 1;
    const to = at < 0 ? '' : table.text('assigned_to', at);
    if (to === '') continue;
    const code = dictionary.code(to);
    if (codes[row] === 0) codes[row] = code;
    else differences.add(at, row, codes[row] === code);
  }
  return differences.found();
}

function termsOf(table: DocumentTable, of: Int32Array): DocumentFacts['termsOf'] {
  const known = new Map<string, Terms>();
  return (row) => {
    const at = table.has('terms') ? ((of[row] ?? 0) as number) - 1 : -1;
    const text = at < 0 ? '' : table.text('terms', at);
    if (text === '') return undefined;
    // Every filled cell was read once already.
    const terms = known.get(text) ?? (parseTerms(text) as Terms);
    known.set(text, terms);
    return terms;
  };
}
