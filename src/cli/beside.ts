// Which tables stand beside the ledger? Opens and reads one; a table that is not named costs nothing.
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import type { World } from '../io/world.ts';
import type { DocumentTable } from '../ledger/document-matches.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { TableSpec } from '../read/table-spec.ts';

/** Undefined when the table cannot be used: the diagnostics say why. */
export async function readBeside<F extends string>(
  spec: TableSpec<F>,
  path: string,
  currency: Currency,
  world: World,
  diagnostics: Diagnostics,
): Promise<SideTable<F> | undefined> {
  const source = world.open(path);
  if (!('chunks' in source)) {
    diagnostics.add(source);
    return undefined;
  }
  const { readTable } = await import('../read/table.ts');
  return readTable(spec, source, currency, diagnostics);
}

/** The table of documents (--documents). */
export async function readDocuments(
  path: string,
  currency: Currency,
  world: World,
  diagnostics: Diagnostics,
): Promise<DocumentTable | undefined> {
  const { DOCUMENTS } = await import('../read/tables/documents.ts');
  return readBeside(DOCUMENTS, path, currency, world, diagnostics);
}
