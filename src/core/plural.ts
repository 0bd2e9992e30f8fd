// How is a count said in a message, and what is counted? "1 row", "2 rows": a message that says "1 rows" is read as careless, and so are its figures.

/** The count with its noun; `more` where the plural is not the noun with an s. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** How many examples stand for all. */
const SHOWN = 3;

/** The first three, and how many more there are. */
export function listed<T>(all: readonly T[], said: (one: T) => string): string {
  const left = all.length - SHOWN;
  return all.slice(0, SHOWN).map(said).join(', ') + (left > 0 ? ` and ${left} more` : '');
}
