// From sources to one ledger: several files are read one after the other into the same columns.
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { LARGEST_SUM } from '../core/money.ts';
import { LedgerBuilder } from '../ledger/builder.ts';
import type { ColumnName } from '../ledger/field.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type FileRequest, readFile, type SplitRecords, type Understanding } from './read-file.ts';
import type { Source } from './source.ts';

export type ReadRequest = FileRequest & {
  /** Columns the command needs beside those every ledger has. */
  readonly columns: readonly ColumnName[];
};

export type ReadResult = {
  readonly ledger: Ledger;
  readonly understanding: readonly Understanding[];
  /** False when a file could not be read as a whole: no figure may be given. */
  readonly whole: boolean;
  readonly setAside: number;
};

/** Reads several sources as one ledger. Never throws for what a file holds: see `diagnostics`. */
export async function readLedger(
  sources: readonly Source[],
  request: ReadRequest,
  diagnostics: Diagnostics,
  split?: SplitRecords,
): Promise<ReadResult> {
  const builder = new LedgerBuilder(request.columns, request.currency);
  const understanding: Understanding[] = [];
  for (const source of sources) {
    const understood = await readFile(source, request, builder, diagnostics, split);
    if (understood !== undefined) understanding.push(understood);
  }
  const ledger = builder.finish();
  const exact = sumsAreExact(ledger, diagnostics);
  return {
    ledger,
    understanding,
    whole: exact && understanding.length === sources.length,
    setAside: understanding.reduce((sum, u) => sum + u.setAside, 0),
  };
}

function sumsAreExact(ledger: Ledger, diagnostics: Diagnostics): boolean {
  const tooLarge: Currency[] = ledger.currencies.filter((_, index) => ledger.sums.overflows(index));
  if (ledger.baseSums.overflows(0)) tooLarge.push(ledger.bookCurrency);
  for (const currency of tooLarge) {
    diagnostics.add({
      code: 'sum-too-large',
      what: `the amounts in ${currency} add up to more than can be summed exactly`,
      why: `sums are exact up to ${LARGEST_SUM} of the smallest unit of a currency`,
      fix: 'check for an amount that is out of scale, or age the ledger in parts',
    });
  }
  return tooLarge.length === 0;
}
