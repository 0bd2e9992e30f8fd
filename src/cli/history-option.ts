// What does a command that shows items ask of a history of notices? How far each was reminded; it is read, never written.
import type { TableSpec } from '../read/table-spec.ts';
import type { Command } from './command.ts';
import { readPath, value } from './option.ts';

export const historyOption = value(
  'history',
  'FILE',
  'what ar dun has sent: the level and the last notice of each item',
  readPath,
  undefined,
);

/** The table of the option, as `Command.needs` names it. */
export const historyBeside = {
  tables: { history: async (): Promise<TableSpec<string>> => (await import('../read/tables/history.ts')).HISTORY },
  begun: ['history'],
} as const satisfies Partial<Command['needs']>;

/** A run that was interrupted is told: its letters are not in the history yet. */
export function lookedInto({ history }: { readonly history: string | undefined }) {
  return history === undefined ? undefined : { history, changes: false };
}
