// What do the first records of a file hold? A look at its beginning, before a reader is chosen: quotes after RFC 4180, any line end. What it says
// decides how the file is read, never what is read.

export type SampleRecord = { readonly cells: readonly string[]; readonly line: number };

/**
 * At most `most` records of a text and the lines they begin on. `whole`: nothing follows the text; else its last record, which may go on, is left out.
 */
export function sampleRecords(text: string, delimiter: string, whole: boolean, most: number): SampleRecord[] {
  const records: SampleRecord[] = [];
  let line = 1;
  for (let from = 0; from < text.length && records.length < most; ) {
    const { cells, end, breaks } = recordFrom(text, from, delimiter);
    if (end >= text.length && !whole) break;
    records.push({ cells, line });
    line += breaks + 1;
    from = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
  return records;
}

/** The record that begins at a place: its cells, where its line ends, and how many line ends lie inside its quotes. */
function recordFrom(
  text: string,
  from: number,
  delimiter: string,
): { readonly cells: string[]; readonly end: number; readonly breaks: number } {
  const end = lineEnd(text, from);
  const line = text.slice(from, end);
  // A quote opens a cell only where it begins one.
  if (!line.includes('"')) return { cells: line.split(delimiter), end, breaks: 0 };
  return quotedRecord(text, from, delimiter);
}

function quotedRecord(text: string, from: number, delimiter: string): ReturnType<typeof recordFrom> {
  const cells: string[] = [];
  let breaks = 0;
  for (let at = from; ; ) {
    let cell = '';
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      cell = text.slice(at + 1, close).replaceAll('""', '"');
      breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
      at = Math.min(close + 1, text.length);
    }
    const end = cellEnd(text, at, delimiter);
    cells.push(cell + text.slice(at, end));
    if (text[end] !== delimiter) return { cells, end, breaks };
    at = end + 1;
  }
}

/** The place of the quote that closes a cell, or of the end of the text. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return text.length;
}

function cellEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') return at;
  }
  return text.length;
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  const back = text.slice(from, end).indexOf('\r');
  return back < 0 ? end : from + back;
}
