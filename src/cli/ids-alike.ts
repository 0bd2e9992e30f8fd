// Which customers of the ledger may be one? Ids of one entity that differ by their spelling alone are proposed, and never taken for the same. What a table
// of customers knows, or may know under another spelling, is told beside that table (customers.ts).
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted, listed } from '../core/plural.ts';
import { differencesOf, idsAlike, matchIds } from '../ledger/register.ts';
import type { Input } from './command.ts';

const SHOWN = 10;

/** `asked`: the customers asked for; all where they were not chosen. */
export function tellIdsAlike({ book, register }: Input, asked: ReadonlySet<number> | undefined, diagnostics: Diagnostics): void {
  const { customers, files } = book.ledger;
  const isOpen = register === undefined ? () => true : unknownTo(register.table, customers.ids);
  const alike = customers.entities.flatMap((entity) => {
    const own = customers.ofEntity(entity).filter((number) => asked?.has(number) !== false);
    return idsAlike(own.map((number) => customers.id(number)).filter(isOpen));
  });
  if (alike.length === 0) return;
  const by = [...new Set(alike.flatMap(({ id, known }) => differencesOf(id, known)))];
  diagnostics.add({
    code: 'customer-ids-alike',
    file: files.length === 1 ? files[0]?.name : undefined,
    what: `${counted(alike.length, 'id')} of the ledger ${alike.length === 1 ? 'differs' : 'differ'} from another of its ids by ${by.join(' or ')} only: ${listed(alike, ({ id, known }) => `${id} may be ${known}`, SHOWN)}`,
    why: 'two ids that are not the same text are two customers, and what one pays settles nothing of the other',
    fix: 'spell them alike in the ledger, if they are the same customers',
  });
}

function unknownTo(table: Parameters<typeof matchIds>[1], ids: readonly string[]): (id: string) => boolean {
  const { unknown, alike } = matchIds(ids, table);
  const left = new Set(unknown);
  for (const { id } of alike) left.delete(id);
  return (id) => left.has(id);
}
