// What is a ledger that can be shown to others? The same file, byte by byte, but for what says who somebody is. It is looked through once, for all that must not stand
// for another; whoever reads it then gets it anew each time, in pieces, and never the whole.
import { decoded } from '../decoded.ts';
import type { Source } from '../source.ts';
import type { Understanding } from '../understanding.ts';
import { inEncoding } from './in-encoding.ts';
import { Pseudonyms } from './pseudonyms.ts';
import { type RawRecord, rawRecords } from './raw-records.ts';
import { CopiedRows, type Treated } from './rows.ts';
import { FreeTexts } from './texts.ts';

/** A ledger to copy: its bytes, which can be read again, what they were understood to be, and how the copy is called. */
type ToCopy = { readonly source: Source; readonly understood: Understanding; readonly name: string };

/** A copy; `treated` says of its columns what was done with them, once it was read to its end. */
type LedgerCopy = { readonly source: Source; readonly treated: () => readonly Treated[] };

/** Copies of the files of one run: who stands in several of them has one stand-in. */
export async function ledgerCopies(ledgers: readonly ToCopy[]): Promise<LedgerCopy[]> {
  const names = new Pseudonyms();
  const texts = new FreeTexts(names);
  const chart = ledgers.some(({ understood }) => understood.accounts !== undefined || understood.journal !== undefined);
  const copies = ledgers.map((ledger) => ({ ...ledger, rows: new CopiedRows(ledger.understood, names, texts, chart) }));
  for (const { source, understood, rows } of copies)
    for await (const records of recordsOf(source, understood)) for (const record of records) rows.copied(record);
  names.looking = false;
  return copies.map(({ source, understood, rows, name }) => ({
    source: { name, again: true, chunks: () => chunksOf(source, understood, rows) },
    treated: () => rows.treated,
  }));
}

function recordsOf(
  source: Source,
  { encoding: { encoding }, delimiter: { delimiter }, quotes, headings }: Understanding,
): AsyncGenerator<RawRecord[]> {
  const text = encoding === 'utf-8' ? source : decoded(source, encoding);
  return rawRecords(text, { delimiter, unquoted: quotes && { delimiter, width: headings.length } });
}

async function* chunksOf(source: Source, understood: Understanding, rows: CopiedRows): AsyncGenerator<Uint8Array> {
  const written = inEncoding(understood.encoding);
  rows.begin();
  for await (const records of recordsOf(source, understood)) {
    let text = '';
    for (const record of records) text += rows.copied(record);
    if (text !== '') yield written(Buffer.from(text, 'latin1'));
  }
}
