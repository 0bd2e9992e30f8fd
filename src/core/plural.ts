// How is a count said in a message, and what is counted? "1 row", "2 rows": a message that says "1 rows" is read as careless, and so are its figures.
import { shortened } from './shortened.ts';

/** The count with its noun; `more` where the plural is not the noun with an s. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** How many examples stand for all, and how many names to choose from are shown. */
const EXAMPLES = 3;
const NAMES = 10;

/** The first three, and how many more there are. */
export function listed<T>(all: readonly T[], said: (one: T) => string, shown = EXAMPLES): string {
  const left = all.length - shown;
  return all.slice(0, shown).map(said).join(', ') + (left > 0 ? ` and ${left} more` : '');
}

/** True when more names are there than are shown. */
export function areMany(names: readonly string[]): boolean {
  return names.length > NAMES;
}

/** Names to choose from: the first ten, each cut where it is long, and how many more there are. */
export function listedNames(names: readonly string[]): string {
  return listed(names, (name) => shortened(name), NAMES);
}
