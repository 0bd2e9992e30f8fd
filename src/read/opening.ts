// What must be known of a file before a reader is let loose on it? Its first bytes are looked at: headings, what parts cells, how amounts and days are
// spelt; where the first rows leave that open, all rows are asked.
import type { Currency } from '../core/currency.ts';
import { Diagnostics } from '../core/diagnostic.ts';
import type { Utf8Source } from './as-utf8.ts';
import type { DelimiterChoice } from './delimiter.ts';
import { markOf } from './encoding.ts';
import type { DayOrder, DecimalMark, Forms } from './forms.ts';
import { AboveRows, findHeader, type HeaderRow, type HeaderSaid, MOST_ABOVE } from './header-row.ts';
import type { Place } from './heading-needs.ts';
import type { MappedColumn } from './headings.ts';
import { lookAt, twice } from './look.ts';
import type { QuotesFound } from './plain-quotes.ts';
import { type SampleRecord, sampleRecords } from './sample.ts';
import type { Source } from './source.ts';
import { type Doubts, type FormsSaid, isOpen, type Spelling, SpellingCounts, type Spelt } from './survey.ts';
import { headingsWithin, type RowWidth, widthOf } from './width.ts';

type OpeningRequest<F extends string> = {
  /** Tells whether a heading is one. */
  readonly known: (heading: string) => boolean;
  /** Which column is which field; undefined where the headings cannot be used, and then the diagnostics of the place say why. */
  readonly columns: (place: Place<F>) => readonly MappedColumn<F>[] | undefined;
  readonly said: HeaderSaid & FormsSaid;
  /** The order of the days that the package with these headings writes, whatever the language of its user. */
  readonly usualOrder?: (headings: readonly string[]) => DayOrder | undefined;
  /** True for the headings of a package whose format knows no quotes. */
  readonly unquoted?: (headings: readonly string[]) => boolean;
  /** The mark before the decimals of a file with these headings that we wrote. */
  readonly written?: (headings: readonly string[]) => DecimalMark | undefined;
  readonly currency: Currency;
  /** The currency of rows that name none, where the columns may tell. */
  readonly currencyIn?: (columns: readonly MappedColumn<F>[]) => Currency;
  /** Given, and not to be found out. */
  readonly forms?: Forms<F> | undefined;
};

/** How a file is to be read. */
export type Opening<F extends string> = {
  /** The source to go on with. */
  readonly source: Source;
  readonly delimiter: DelimiterChoice;
  /** Cells that begin with a quote which is a character of theirs; undefined where quotes are those of RFC 4180. */
  readonly quotes: (() => QuotesFound) | undefined;
  /** The line the headings begin on, how many records they take, and what they are. */
  readonly header: HeaderRow;
  /** How many cells the rows have, where that is not as many as there are headings. */
  readonly width: RowWidth | undefined;
  readonly spelling: Spelling<F>;
  readonly doubts: Doubts<F>;
  /** None where the headings cannot be used. */
  readonly columns: readonly MappedColumn<F>[];
  /** The first rows below the headings. */
  readonly rows: readonly SampleRecord[];
};

const QUOTE = 34;
const NO_DOUBTS = { decimal: undefined, days: [] };

/** Not by a decoder of the platform's, which takes half a millisecond to make. */
function textOfHead(head: Uint8Array): string {
  const bytes = markOf(head) === 'utf-8' ? head.subarray(3) : head;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

export async function openFile<F extends string>(
  spelt: Spelt<F>,
  { source: from, look }: Pick<Utf8Source, 'source' | 'look'>,
  request: OpeningRequest<F>,
): Promise<Opening<F>> {
  const looked = look === undefined ? await lookAt(from) : { ...look, source: from };
  const { whole } = looked;
  // What is no text has no headings: the readers say what is wrong with it.
  const asItStands = looked.head.includes(0) ? '' : textOfHead(looked.head);
  const header = findHeader(asItStands, whole, request.known, request.said);
  const { text, source, quotes } = await withQuotes(asItStands, looked, header, request);
  const usualDecimal = request.written?.(header.headings) ?? request.said.usualDecimal;
  const said = { ...request.said, usualOrder: request.usualOrder?.(header.headings), usualDecimal };
  // What is wrong with the headings is told by whoever reads them.
  const { headings } = header;
  const place = { file: '', line: header.line, headings, diagnostics: new Diagnostics() };
  const headed = request.columns(place) ?? [];
  const few = rowsBehind(sampleRecords(text, header.delimiter.delimiter, whole, FEW_RECORDS), header);
  const width = widthOf(few, headings.length, headed, spelt, header.delimiter.delimiter);
  const columns = width === undefined ? headed : (request.columns({ ...place, ...headingsWithin(headings, width) }) ?? []);
  const counting = (): SpellingCounts<F> => new SpellingCounts(columns, spelt, request.currencyIn?.(columns) ?? request.currency);
  const plain = header.delimiter.delimiter === ',' && columns.every(({ by }) => by === 'name');
  const given = request.forms;
  const found = { delimiter: header.delimiter, quotes, header, width, columns, rows: few };
  if (given !== undefined) {
    const spelling: Spelling<F> = { forms: given, decimal: { decimal: given.decimal, by: 'said', of: 0 }, days: [] };
    return { ...found, source, spelling, doubts: NO_DOUBTS };
  }
  const counts = counting();
  const decide = (): ReturnType<SpellingCounts<F>['decide']> => counts.decide(said, plain);
  for (const row of few) counts.add((index) => row.cells[index] ?? '', row.line);
  let decided = decide();
  if (few.length >= FEW_ROWS && columns.length > 0 && isOpen(decided)) {
    const all = rowsBehind(sampleRecords(text, header.delimiter.delimiter, whole, Number.POSITIVE_INFINITY), header);
    for (const row of all.slice(few.length)) counts.add((index) => row.cells[index] ?? '', row.line);
    decided = decide();
  }
  let goesOn = source;
  if (!whole && columns.length > 0 && isOpen(decided)) {
    goesOn = twice(source);
    const all = counting();
    const { countWhole } = await import('./whole-survey.ts');
    await countWhole(goesOn, header, width?.cells ?? headings.length, all, () => !isOpen(all.decide(said, plain)));
    decided = all.decide(said, plain);
  }
  const { spelling, doubts } = columns.length > 0 ? decided : { spelling: decided.spelling, doubts: NO_DOUBTS };
  return { ...found, source: goesOn, spelling, doubts };
}

/** Where the headings are those of a format without quotes, parted as it parts them and not in quotes themselves, quotes are characters unless they close. */
async function withQuotes<F extends string>(
  asItStands: string,
  { head, source }: { readonly head: Uint8Array; readonly source: Source },
  { delimiter: { delimiter }, headings, line }: HeaderRow,
  { unquoted }: OpeningRequest<F>,
): Promise<{ readonly text: string; readonly source: Source; readonly quotes: (() => QuotesFound) | undefined }> {
  const none = { text: asItStands, source, quotes: undefined };
  if ((delimiter !== '\t' && delimiter !== '|') || unquoted?.(headings) !== true) return none;
  if (
    asItStands
      .split(/\r\n|\n|\r/, line)
      .at(-1)
      ?.includes('"') === true
  )
    return none;
  const { headWithPlainQuotes, withPlainQuotes } = await import('./plain-quotes.ts');
  const form = { delimiter, width: headings.length };
  const read = withPlainQuotes(source, form);
  const text = head.includes(QUOTE) ? textOfHead(headWithPlainQuotes(head, form)) : asItStands;
  return { text, source: read.source, quotes: read.found };
}

/** Rows looked at first: most files tell at once. */
const FEW_ROWS = 100;
const FEW_RECORDS = FEW_ROWS + MOST_ABOVE;

function rowsBehind(records: readonly SampleRecord[], header: HeaderRow): SampleRecord[] {
  const above = new AboveRows(header);
  return records.filter(({ cells, line }) => above.take(cells, line) === 'row');
}
