// What does a reader of Markdown see in a cell of a table? As GitHub reads it: the row parted at its bars, then backslash escapes
// and entities undone; whatever would be markup is an error here, because no text of a ledger may be any.

/** The cells of a table's row. */
export function cellsOf(row: string): string[] {
  const cells: string[] = [];
  let current = '';
  for (let i = 0; i < row.length; i++) {
    const c = row.charAt(i);
    if (c === '\\') {
      current += c + row.charAt(i + 1);
      i++;
    } else if (c === '|') {
      cells.push(current);
      current = '';
    } else current += c;
  }
  if (cells[0]?.trim() !== '' || current.trim() !== '') throw new Error(`no row: ${row}`);
  return cells.slice(1).map((cell) => cell.trim());
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const ENTITIES = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&quot;', '"'],
]);

/** The text a reader sees. Throws where a character would be read as markup, or an entity as another character. */
export function literalOf(markdown: string): string {
  let seen = '';
  for (let i = 0; i < markdown.length; i++) {
    const c = markdown.charAt(i);
    const next = markdown.charAt(i + 1);
    if (c === '\\' && PUNCTUATION.test(next)) {
      seen += next;
      i++;
    } else if (c === '&') {
      const entity = /^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);/.exec(markdown.slice(i))?.[0];
      if (entity !== undefined && !ENTITIES.has(entity)) throw new Error(`${entity} is read as another character`);
      seen += entity === undefined ? c : ENTITIES.get(entity);
      i += (entity?.length ?? 1) - 1;
    } else if (/[*_`~[\]<>]/.test(c)) throw new Error(`${c} is read as markup in ${markdown}`);
    else seen += c;
  }
  return seen;
}
