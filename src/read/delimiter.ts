// Which mark parts the cells? Told by the line of headings: of comma, semicolon, TAB and bar, the one between whose cells the most
// headings are known, then the one that stands there most often. `--delimiter` overrules.
import { assert } from '../core/assert.ts';
import type { Source } from './source.ts';

/** The marks, with the words for them that a message uses. */
export const DELIMITERS = [
  { mark: ',', name: 'comma' },
  { mark: ';', name: 'semicolon' },
  { mark: '\t', name: 'tab' },
  { mark: '|', name: 'bar' },
] as const;

export type Delimiter = (typeof DELIMITERS)[number]['mark'];

/** What each mark would make of the line of headings: how often it stands there outside quotes, how many headings would be known. */
type DelimiterCount = { readonly name: string; readonly marks: number; readonly headings: number };

/** Tells the mark from the first bytes of a file; undefined when more of them must be seen. `whole`: there are no more, and it must be told. */
export type DelimiterTold = (head: Uint8Array, whole: boolean) => Delimiter | undefined;

/** `said`: the user named it; `counts` are then empty. */
export type DelimiterChoice = {
  readonly delimiter: Delimiter;
  readonly said: boolean;
  readonly counts: readonly DelimiterCount[];
};

/** A line of headings longer than this is judged by its beginning. */
const LONGEST_LINE = 1 << 16;
const decoder = new TextDecoder();

/**
 * The first line that says something, or undefined when it may go on behind these bytes; `whole` says that nothing is behind them. Blank
 * lines, and lines of nothing but marks and quotes, say nothing. Line ends inside quotes end no line.
 */
export function firstLine(head: Uint8Array, whole: boolean): string | undefined {
  const bytes = head.length > LONGEST_LINE ? head.subarray(0, LONGEST_LINE) : head;
  const text = decoder.decode(bytes);
  for (let from = 0; from < text.length; ) {
    const end = lineEnd(text, from);
    const line = text.slice(from, end);
    if (end === text.length && !whole && bytes === head) return undefined;
    if (/[^\s",;|]/.test(line)) return line;
    from = end + 1;
  }
  return whole || bytes !== head ? '' : undefined;
}

/** The place of the line end behind a place, or of the end of the text. */
function lineEnd(text: string, from: number): number {
  for (let i = from, quoted = false; i < text.length; i++) {
    const character = text[i];
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) return i;
  }
  return text.length;
}

/** `known` tells whether a heading is one; with nothing to tell by, cells are parted by commas. */
export function chooseDelimiter(line: string, known: (heading: string) => boolean): DelimiterChoice {
  const counts = DELIMITERS.map(({ mark, name }) => {
    const cells = cellsOf(line, mark);
    return { name, marks: cells.length - 1, headings: cells.length === 1 ? 0 : cells.filter(known).length };
  });
  let best = 0;
  for (let i = 1; i < counts.length; i++) {
    const [a, b] = [counts[i] as DelimiterCount, counts[best] as DelimiterCount];
    if (a.headings > b.headings || (a.headings === b.headings && a.marks > b.marks)) best = i;
  }
  return { delimiter: (DELIMITERS[best] as (typeof DELIMITERS)[number]).mark, said: false, counts };
}

/** The cells of a line, out of their quotes. */
function cellsOf(line: string, mark: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === mark && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

/** The word for a mark. */
export function delimiterName(delimiter: Delimiter): string {
  return DELIMITERS.find(({ mark }) => mark === delimiter)?.name ?? delimiter;
}

/** The mark of a source, and its pieces: those that had to be seen come first, as one. */
export async function partedBy(
  source: Source,
  told: DelimiterTold,
): Promise<{ readonly delimiter: Delimiter; readonly pieces: AsyncIterable<Uint8Array> }> {
  const rest = oneByOne(source.chunks());
  let head: Uint8Array = new Uint8Array();
  for (;;) {
    const { value, done } = await rest.next();
    if (value !== undefined) head = head.length === 0 ? value : Buffer.concat([head, value]);
    const delimiter = told(head, done === true);
    if (delimiter !== undefined) return { delimiter, pieces: behind(head, rest) };
    assert(done !== true, 'the delimiter of a whole file was not told');
  }
}

async function* oneByOne(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  yield* pieces;
}

async function* behind(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
