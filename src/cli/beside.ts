// Which tables stand beside the ledger? Opens and reads one; a table that is not named costs nothing.
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import type { World } from '../io/world.ts';
import type { DocumentTable } from '../ledger/document-matches.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { TableSaid } from '../read/table.ts';
import type { TableSpec } from '../read/table-spec.ts';
import type { Command, Input } from './command.ts';
import type { Values } from './run.ts';
import type { Settings } from './settings.ts';

/** The world for the table of an option: where ar.toml names the file and it cannot be opened, that is told of ar.toml. */
export function openingFor(option: 'customers' | 'documents' | 'rates', settings: Settings | undefined, world: World): World {
  const place = settings?.placeOf(option);
  if (settings === undefined || place === undefined) return world;
  const open: World['open'] = (path) => {
    const source = world.open(path);
    if ('chunks' in source) return source;
    return {
      ...source,
      file: settings.file,
      line: place.line,
      value: path,
      what: `${place.key}: ${source.what}`,
      fix: 'check the path; a relative one starts from the folder of the ar.toml',
    };
  };
  return { ...world, open };
}

/** Undefined when the table cannot be used: the diagnostics say why. */
export async function readBeside<F extends string>(
  spec: TableSpec<F>,
  path: string,
  currency: Currency,
  world: World,
  diagnostics: Diagnostics,
  said: TableSaid,
): Promise<SideTable<F> | undefined> {
  const source = world.open(path);
  if (!('chunks' in source)) {
    diagnostics.add(source);
    return undefined;
  }
  const { readTable } = await import('../read/table.ts');
  return readTable(spec, source, currency, diagnostics, undefined, said);
}

/** The table of documents (--documents). */
export async function readDocuments(
  path: string,
  currency: Currency,
  world: World,
  diagnostics: Diagnostics,
  said: TableSaid,
): Promise<DocumentTable | undefined> {
  const { DOCUMENTS } = await import('../read/tables/documents.ts');
  return readBeside(DOCUMENTS, path, currency, world, diagnostics, said);
}

/** The tables of the command's own that were named; undefined when one cannot be used. */
export async function ownTables(
  { needs }: Command,
  values: Values,
  world: World,
  diagnostics: Diagnostics,
): Promise<Input['tables'] | undefined> {
  const tables = new Map<string, SideTable<string>>();
  let usable = true;
  for (const [option, load] of Object.entries(needs.tables ?? {})) {
    const path = values[option];
    if (typeof path !== 'string') continue;
    if (needs.begun?.includes(option) && tellsBegun(path, world, diagnostics)) continue;
    const table = await readBeside(await load(), path, values.currency, world, diagnostics, values);
    if (table === undefined) usable = false;
    else tables.set(option, table);
  }
  return usable ? tables : undefined;
}

/** A history that is not there is one that begins; or its name is spelt otherwise, and all would be sent again. */
function tellsBegun(path: string, world: World, diagnostics: Diagnostics): boolean {
  const source = world.open(path);
  if ('chunks' in source || source.code !== 'file-missing') return false;
  diagnostics.add({
    code: 'history-begun',
    file: path,
    what: 'there is no such history: nobody counts as reminded before',
    fix: 'right for the first run; else check the path, so that nothing is sent a second time',
  });
  return true;
}
