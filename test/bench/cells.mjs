// Which cells stand on a line of RFC 4180, and how is a cell put in quotes? For ledgers whose cells hold no line break.

export function cellsOf(line) {
  if (!line.includes('"')) return line.split(',');
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}

export function inQuotes(cell) {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** In quotes where it must be. */
export function asNeeded(cell, mark = ',') {
  return cell.includes(mark) || cell.includes('"') ? inQuotes(cell) : cell;
}
