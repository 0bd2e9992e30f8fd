// How is a count said in a message? "1 row", "2 rows": a message that says "1 rows" is read as careless, and so are its figures.

/** The count with its noun; `more` where the plural is not the noun with an s. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
