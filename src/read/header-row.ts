// Where do the headings of a file stand, and which mark parts them? Packages print titles above them (the firm, the day, a filter) and some spread
// them over two lines: of the first records, cut by each mark there is, the one with the most known headings. Nothing known: the first that says something.
import { DELIMITERS, type Delimiter, type DelimiterChoice } from './delimiter.ts';
import { type SampleRecord, sampleRecords } from './sample.ts';

export type HeaderRow = {
  readonly delimiter: DelimiterChoice;
  /** The line the headings begin on, and how many records they take. */
  readonly line: number;
  readonly records: number;
  readonly headings: readonly string[];
};

/** What a record is, by where it stands: above the headings, part of them, or below. Asked of each record in turn. */
export class AboveRows {
  readonly #line: number;
  readonly #records: number;
  /** The records of the headings met so far, blank ones aside. */
  readonly headings: (readonly string[])[] = [];

  constructor({ line, records }: Pick<HeaderRow, 'line' | 'records'>) {
    this.#line = line;
    this.#records = records;
  }

  /** All headings were met. */
  get passed(): boolean {
    return this.headings.length === this.#records;
  }

  take(cells: readonly string[], line: number): 'title' | 'blank' | 'headings' | 'row' {
    if (this.passed) return 'row';
    if (cells.every((cell) => cell.trim() === '')) return 'blank';
    if (line < this.#line) return 'title';
    this.headings.push(cells);
    return 'headings';
  }
}

/** What the user said outright. */
export type HeaderSaid = { readonly delimiter?: Delimiter | undefined; readonly skipLines?: number | undefined };

/** Titles of more records than this are no titles (rules §8.2 looks at fifteen; some packages print all their settings). */
const MOST_TITLES = 25;
/** Records of a sample that may stand above the rows. */
export const MOST_ABOVE = MOST_TITLES * 2;
/** Fewer known headings than these are a coincidence: a title may hold one. */
const ENOUGH = 2;

type Candidate = {
  readonly mark: Delimiter;
  readonly at: number;
  readonly records: readonly SampleRecord[];
  readonly known: number;
};

/** `known` tells whether a heading is one. */
export function findHeader(text: string, whole: boolean, known: (heading: string) => boolean, said: HeaderSaid = {}): HeaderRow {
  const marks = said.delimiter === undefined ? DELIMITERS.map(({ mark }) => mark) : [said.delimiter];
  const score = (cells: readonly string[]): number => knownIn(cells, known);
  const skipLines = said.skipLines ?? 0;
  const sample = (mark: Delimiter, most: number): readonly SampleRecord[] => saying(text, mark, whole, skipLines, most);
  const best =
    plainStart(marks, (mark) => sample(mark, 2), score) ??
    bestOf(new Map(marks.map((mark) => [mark, sample(mark, MOST_ABOVE)])), score, said.skipLines === undefined ? MOST_TITLES : 1);
  const first = best.records[best.at];
  if (first === undefined) return { delimiter: choice(best.mark, undefined, '', known, said), line: 1, records: 1, headings: [] };
  const { from, joined } = spread(best, known);
  const start = best.records[from] as SampleRecord;
  const delimiter = choice(best.mark, best, text, known, said);
  return { delimiter, line: start.line, records: joined.count, headings: joined.headings };
}

/** The records that say something; blank lines, and those of nothing but marks, do not. */
function saying(text: string, mark: Delimiter, whole: boolean, skipLines: number, most: number): readonly SampleRecord[] {
  const says = ({ cells, line }: SampleRecord): boolean => line > skipLines && saysSomething(cells);
  const records = sampleRecords(text, mark, whole, most + skipLines).filter(says);
  if (records.length >= Math.min(most, 2)) return records;
  // A single record that goes on behind the sample is still the first there is.
  const longer = sampleRecords(text, mark, true, MOST_ABOVE + skipLines);
  const found = longer.filter(says);
  return found.length > 0 ? found : longer.filter(({ line }) => line > skipLines);
}

function saysSomething(cells: readonly string[]): boolean {
  return cells.some((cell) => /[^\s",;|]/.test(cell));
}

/** How many different headings are known; a single cell is a line of text. */
function knownIn(cells: readonly string[], known: (heading: string) => boolean): number {
  if (cells.length === 1) return 0;
  const found = new Set<string>();
  for (const cell of cells) {
    const heading = cell.trim();
    // A heading is a word: what begins with a digit, or is long, is looked at no further.
    if (heading !== '' && heading.length <= 80 && !/^[\d(+-]/.test(heading) && known(heading)) found.add(heading.toLowerCase());
  }
  return found.size;
}

/** The first record is the headings of a plain file: most of them known, and what follows holds digits. Most files end here. */
function plainStart(
  marks: readonly Delimiter[],
  sample: (mark: Delimiter) => readonly SampleRecord[],
  score: (cells: readonly string[]) => number,
): Candidate | undefined {
  for (const mark of marks) {
    const records = sample(mark);
    const [first, second] = records;
    if (first === undefined || second === undefined || !second.cells.some((cell) => /\d/.test(cell))) continue;
    const known = score(first.cells);
    if (known > ENOUGH && known * 2 >= first.cells.length) return { mark, at: 0, records, known };
  }
  return undefined;
}

function bestOf(
  samples: ReadonlyMap<Delimiter, readonly SampleRecord[]>,
  score: (cells: readonly string[]) => number,
  most: number,
): Candidate {
  let best: Candidate | undefined;
  for (const [mark, records] of samples) {
    for (let at = 0; at < Math.min(most, records.length); at++) {
      const known = score((records[at] as SampleRecord).cells);
      if (known >= ENOUGH && (best === undefined || known > best.known)) best = { mark, at, records, known };
    }
  }
  return best ?? byMarks(samples, score);
}

/** Nothing tells: the first record that says something, cut where it is known best or where most marks stand. */
function byMarks(
  samples: ReadonlyMap<Delimiter, readonly SampleRecord[]>,
  score: (cells: readonly string[]) => number,
): Candidate {
  const candidates = [...samples].map(([mark, records]) => {
    const cells = records[0]?.cells ?? [];
    return { mark, at: 0, records, known: score(cells), cells: cells.length };
  });
  return candidates.reduce((a, b) => (b.known > a.known || (b.known === a.known && b.cells > a.cells) ? b : a));
}

/** The headings of the records that hold them, as `findHeader` puts them together. */
export function headingsOf(records: readonly (readonly string[])[], known: (heading: string) => boolean): readonly string[] {
  const [upper, lower] = records;
  if (upper !== undefined && lower !== undefined) return join(upper, lower, known).headings;
  return (upper ?? []).map((cell) => cell.trim());
}

type Joined = { readonly headings: readonly string[]; readonly count: number; readonly known: number };

/** Headings that are spread over two lines: together they are known better than either alone. */
function spread(best: Candidate, known: (heading: string) => boolean): { readonly from: number; readonly joined: Joined } {
  const { records, at } = best;
  const own = (records[at] as SampleRecord).cells.map((cell) => cell.trim());
  const alone = { from: at, joined: { headings: own, count: 1, known: best.known } };
  const pairs = [at - 1, at].flatMap((from) => {
    const [upper, lower] = [records[from], records[from + 1]];
    if (upper === undefined || lower === undefined || !isWords(upper.cells) || !isWords(lower.cells)) return [];
    return [{ from, joined: join(upper.cells, lower.cells, known) }];
  });
  return pairs.reduce((a, b) => (b.joined.known > a.joined.known ? b : a), alone as { from: number; joined: Joined });
}

/** Two cells at the least that say something, and no digit in any: a line of headings, not of data. */
function isWords(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== '').length > 1 && !cells.some((cell) => /\d/.test(cell));
}

/** A heading above several columns stands over the first of them only; what both lines say together goes before what one says. */
function join(upper: readonly string[], lower: readonly string[], known: (heading: string) => boolean): Joined {
  let above = '';
  const headings = lower.map((cell, i) => {
    const [high, low] = [(upper[i] ?? '').trim(), cell.trim()];
    if (high !== '') above = high;
    const both = `${above} ${low}`.trim();
    return [both, low, high].find((text) => text !== '' && known(text)) ?? `${high} ${low}`.trim();
  });
  return { headings, count: 2, known: knownIn(headings, known) };
}

/** What each mark would make of the line of headings. */
function choice(
  mark: Delimiter,
  best: Candidate | undefined,
  text: string,
  known: (heading: string) => boolean,
  said: HeaderSaid,
): DelimiterChoice {
  if (said.delimiter !== undefined) return { delimiter: mark, said: true, counts: [] };
  const line = best?.records[best.at]?.line;
  const counts = DELIMITERS.map(({ mark: other, name }) => {
    // Cut by another mark, a record may begin on another line where quotes do not stand at its cells.
    const cells = line === undefined ? [] : (sampleRecords(text, other, true, line).find((r) => r.line === line)?.cells ?? []);
    const trimmed = cells.map((cell) => cell.trim());
    return {
      name,
      marks: Math.max(0, cells.length - 1),
      headings: cells.length < 2 ? 0 : trimmed.filter((cell) => cell !== '' && known(cell)).length,
    };
  });
  return { delimiter: mark, said: false, counts };
}
