// From sources to one ledger: several files are read one after the other into the same columns.
import { NO_DAY } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { LedgerBuilder } from '../ledger/builder.ts';
import type { Chained } from '../ledger/chained-years.ts';
import type { DocumentTable } from '../ledger/document-matches.ts';
import type { DocumentFacts } from '../ledger/documents.ts';
import type { DueFacts } from '../ledger/due-days.ts';
import type { ColumnName } from '../ledger/field.ts';
import { IS_CREDIT_KIND } from '../ledger/kind.ts';
import { type Ledger, originOf } from '../ledger/ledger.ts';
import type { Terms } from '../policy/terms.ts';
import { entitiesOf } from './entries/fec-name.ts';
import { sumsAreExact } from './exact-sums.ts';
import type { FileRequest } from './file-reading.ts';
import { tellDueMissing, tellNoRow, tellUnreadTerms } from './findings.ts';
import { readFile, type SplitRecords } from './read-file.ts';
import type { Source } from './source.ts';
import type { Understanding } from './understanding.ts';

export type ReadRequest = FileRequest & {
  /** Columns the command needs beside those every ledger has. */
  readonly columns: readonly ColumnName[];
  /** Terms for rows that say neither a due day nor terms of their own. */
  readonly terms?: Terms | undefined;
  /** The customers' own, by id. */
  readonly customerTerms?: ((id: string) => Terms | 'unread' | undefined) | undefined;
  /** What stands beside the ledger of its documents. */
  readonly documents?: DocumentTable | undefined;
  /** The postings as the files say them: no due day is worked out, no row shared out, no table of documents used. */
  readonly asRead?: boolean | undefined;
};

export type ReadResult = {
  readonly ledger: Ledger;
  readonly understanding: readonly Understanding[];
  /** What terms gave; undefined when no row needed any. */
  readonly dueFacts: DueFacts | undefined;
  /** What the table of documents gave; undefined without one. */
  readonly documentFacts: DocumentFacts | undefined;
  /** False when a file could not be read as a whole: no figure may be given. */
  readonly whole: boolean;
  readonly setAside: number;
  /** Years of the same books, and whether each brings forward what the one before came to. */
  readonly chained: readonly Chained[];
};

/** Reads several sources as one ledger. Never throws for what a file holds: see `diagnostics`. */
export async function readLedger(
  sources: readonly Source[],
  request: ReadRequest,
  diagnostics: Diagnostics,
  split?: SplitRecords,
): Promise<ReadResult> {
  const { asRead = false } = request;
  const builder = new LedgerBuilder(request.columns, request.currency, asRead);
  const understanding: Understanding[] = [];
  const entities = entitiesOf(sources.map(({ name }) => name));
  for (const [i, source] of sources.entries()) {
    const understood = await readFile(source, { ...request, entity: entities[i] }, builder, diagnostics, split);
    if (understood !== undefined) understanding.push(understood);
  }
  request.rowFilter?.finish(understanding.length === sources.length);
  if (builder.count === 0) tellNobodyOwes(understanding, diagnostics);
  const chained = await chainedYears(builder, understanding);
  const documents = asRead ? undefined : request.documents;
  // Loaded where there is such a table: most runs have none.
  const documentFacts =
    documents === undefined ? undefined : (await import('../ledger/documents.ts')).takeDocuments(builder, documents);
  const dueFacts = asRead ? undefined : await dueDaysOf(builder, understanding, documentFacts, request);
  const ledger = builder.finish();
  tellDueDays(ledger, understanding, dueFacts, documentFacts, diagnostics);
  const setAside = understanding.reduce((sum, u) => sum + u.setAside, 0);
  if (documents !== undefined && documentFacts !== undefined) {
    const unread = understanding.length < sources.length ? 'files' : setAside;
    (await import('./document-findings.ts')).tellDocuments(ledger, documents, documentFacts, unread, diagnostics);
  }
  // As they were read, nothing is added but the amounts.
  const exact = sumsAreExact(asRead ? { ...ledger, columns: {} } : ledger, diagnostics);
  return {
    ledger,
    understanding,
    dueFacts,
    documentFacts,
    whole:
      exact &&
      (builder.count > 0 || understanding.every(({ journal }) => journal === undefined)) &&
      understanding.length === sources.length &&
      chained.every(({ how }) => how === 'chained'),
    setAside,
    chained,
  };
}

/** Journals of which no row is of a receivable account. */
function tellNobodyOwes(understanding: readonly Understanding[], diagnostics: Diagnostics): void {
  for (const { file, records, accounts, journal } of understanding)
    if (journal !== undefined) tellNoRow(file, records, accounts, diagnostics);
}

/** What the books of several years say together. Loaded where a file is a journal: most are none. */
async function chainedYears(builder: LedgerBuilder, understanding: readonly Understanding[]): Promise<readonly Chained[]> {
  const books = understanding.flatMap(({ journal }) => journal ?? []);
  if (books.length === 0) return [];
  return (await import('../ledger/all-books.ts')).joinBooks(builder, books, books.length === understanding.length);
}

/** Undefined when every debit says when it is due. */
async function dueDaysOf(
  builder: LedgerBuilder,
  understanding: readonly Understanding[],
  documents: DocumentFacts | undefined,
  { terms, customerTerms }: ReadRequest,
): Promise<DueFacts | undefined> {
  if (understanding.every(({ dueMissing }) => dueMissing.count === 0)) return undefined;
  const { fillDueDays } = await import('../ledger/due-days.ts');
  const { customers } = builder;
  const known: (Terms | 'unread' | 'none')[] = [];
  const ofCustomer = (customer: number): Terms | 'unread' | undefined => {
    // Asked once a customer, not once a row.
    known[customer] ??= customerTerms?.(customers.id(customer)) ?? 'none';
    const agreed = known[customer];
    return agreed === 'none' ? undefined : agreed;
  };
  return fillDueDays(builder, { ofDocument: documents?.termsOf, ofCustomer, ofAll: terms });
}

/** Where some rows were given a due day, those left without are looked for anew. */
function tellDueDays(
  ledger: Ledger,
  understanding: readonly Understanding[],
  facts: DueFacts | undefined,
  documents: DocumentFacts | undefined,
  diagnostics: Diagnostics,
): void {
  if (facts === undefined) return;
  tellUnreadTerms(ledger, facts.unread, diagnostics);
  const given =
    facts.byRow + facts.byDocument + facts.byCustomer + facts.byAll + facts.byRetention + facts.revived + (documents?.byDay ?? 0);
  const left = given === 0 ? undefined : dueMissingIn(ledger);
  for (const { file, dueMissing } of understanding) tellDueMissing(file, left?.get(file) ?? dueMissing, diagnostics);
}

/** By file: how many debits have no due day, and the line of the first. */
function dueMissingIn(ledger: Ledger): Map<string, { count: number; line: number }> {
  const missing = new Map(ledger.files.map(({ name }) => [name, { count: 0, line: 0 }]));
  for (let row = 0; row < ledger.count; row++) {
    if (ledger.due[row] !== NO_DAY || (ledger.amount[row] as number) <= 0 || IS_CREDIT_KIND[ledger.kind[row] as number] === 1)
      continue;
    const { file = '', line = 0 } = originOf(ledger, row);
    const found = missing.get(file);
    if (found !== undefined && found.count++ === 0) found.line = line;
  }
  return missing;
}
