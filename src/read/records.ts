// Where does each record of a CSV begin and end? The careful splitter, on csv-parse: quotes after RFC 4180, any line ending,
// the line of each record, and a halt wherever a quote could have swallowed rows.
import { CsvError, type Parser, parse } from 'csv-parse';
import { assert } from '../core/assert.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import type { InUtf8 } from './as-utf8.ts';
import type { Delimiter } from './delimiter.ts';
import { Lines } from './lines.ts';
import type { Source } from './source.ts';
import { tellNotText } from './tell-not-text.ts';
import { type NotText, Utf8Check } from './text-check.ts';

/** A record longer than this is taken for a quote left open: memory stays bounded whatever the file holds. */
const LONGEST_RECORD = 1 << 20;

/**
 * Where a source begins in its file, and how its cells are parted. `fresh`: at the first byte, where a byte order mark may stand.
 * `encoding`: what was made UTF-8 of something else, or may have to be.
 */
type Start = {
  readonly line: number;
  readonly fresh: boolean;
  readonly delimiter: Delimiter;
  readonly encoding?: InUtf8 | undefined;
};

/** Receives a record: its cells, and the line of the file it begins on. */
type OnRecord = (cells: string[], line: number) => void;

/**
 * Splits a source into records and returns how many there are by the parser's own count: whoever receives them compares.
 * Undefined when the file as a whole cannot be read: the diagnostics say why. `onRecord` has then seen the records that come before the
 * place. A source may be the rest of a file, from the first byte of a record on: `start` says on which line that lies.
 */
export async function splitRecords(
  source: Source,
  diagnostics: Diagnostics,
  onRecord: OnRecord,
  start: Start = { line: 1, fresh: true, delimiter: ',' },
): Promise<number | undefined> {
  const utf8 = new Utf8Check();
  const lines = new LineCounter(start.line);
  const { late, foreign } = start.encoding ?? {};
  const parser = parserOf(lines, onRecord, start.delimiter, start.fresh);
  let failure: Error | undefined;
  parser.on('error', (error) => {
    failure = error;
  });
  let empty = true;
  for await (const chunk of late === undefined ? source.chunks() : late.pieces(oneByOne(source.chunks()), start.line)) {
    if (chunk.length === 0) continue;
    empty = false;
    const broken = utf8.push(chunk);
    // Whatever the pieces, the same records are read before the place that is no text.
    const text = broken === undefined ? chunk : chunk.subarray(0, broken.offset);
    lines.push(text);
    // The parser works inside write(); what it found wrong is an event of the next turn, and a property at once.
    parser.write(text);
    if (parser.errored !== null) failure = parser.errored;
    if (failure !== undefined) break;
    if (broken !== undefined) {
      const line = lines.lastLine();
      failure = lookedAhead(parser);
      if (failure !== undefined) break;
      return tellNotText(source.name, broken, line, foreign?.(), diagnostics);
    }
  }
  if (empty) {
    diagnostics.add({
      code: 'file-empty',
      file: source.name,
      what: 'the file is empty',
      fix: 'give a file with a line of headings',
    });
    return undefined;
  }
  if (failure === undefined && utf8.unfinished !== undefined) {
    const line = lines.lastLine();
    failure = lookedAhead(parser);
    const broken: NotText = { offset: 0, why: 'utf8', byte: utf8.unfinished };
    if (failure === undefined) return tellNotText(source.name, broken, line, undefined, diagnostics);
  }
  if (failure === undefined) await ended(parser);
  if (failure === undefined) return parser.info.records;
  // What a receiver of records threw is not the file's fault.
  if (!(failure instanceof CsvError)) throw failure;
  tellStructure(source.name, failure, lines.nextRecord, diagnostics);
  return undefined;
}

function parserOf(lines: LineCounter, onRecord: OnRecord, delimiter: Delimiter, fromStart: boolean): Parser {
  return parse({
    bom: fromStart,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    // The number of cells is checked against the headings by who knows the headings.
    relax_column_count: true,
    // A quote inside an unquoted cell is a character of it (Café "Le Zinc"); shape.ts looks at what quotes took in.
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
    on_record: (cells: string[], { bytes }) => {
      onRecord(cells, lines.startOfRecordEndingAt(bytes));
      return undefined;
    },
  });
}

/** The parser keeps back the last bytes, to look ahead: letters behind them make it tell all records before. They end none themselves. */
function lookedAhead(parser: Parser): Error | undefined {
  parser.write('x'.repeat(KEPT_BACK));
  return parser.errored ?? undefined;
}

async function ended(parser: Parser): Promise<void> {
  await new Promise<void>((resolve) => {
    parser.once('error', () => resolve());
    parser.once('finish', () => resolve());
    parser.end();
  });
}

function tellStructure(file: string, failure: CsvError, line: number, diagnostics: Diagnostics): void {
  if (failure.code === 'CSV_MAX_RECORD_SIZE') {
    diagnostics.add({
      code: 'record-too-long',
      file,
      line,
      what: `the record that begins here is longer than ${LONGEST_RECORD} bytes`,
      why: 'a quote left open takes every row after it for one cell',
      fix: 'look for a stray " on this line; a quote inside a quoted cell is written twice: ""',
    });
    return;
  }
  assert(failure.code === 'CSV_QUOTE_NOT_CLOSED', `the splitter failed: ${failure.message}`);
  diagnostics.add({
    code: 'quote-not-closed',
    file,
    line,
    what: 'a quote opened in the record that begins here is never closed',
    why: 'everything after it was read as one cell, so rows may be missing',
    fix: 'close the quote; a quote inside a quoted cell is written twice: ""',
  });
}

/** Two pieces as one, of at most `most` bytes. */
function joined(a: Uint8Array, b: Uint8Array, most: number): Uint8Array {
  const both = new Uint8Array(Math.min(most, a.length + b.length));
  both.set(a.subarray(0, both.length));
  both.set(b.subarray(0, both.length - Math.min(a.length, both.length)), Math.min(a.length, both.length));
  return both;
}

/** The parser keeps back fewer bytes than this at the end of a piece, to look ahead. */
const KEPT_BACK = 16;

/** Counts lines as the bytes go by, so that a record is named by the line it begins on, whatever its cells hold. */
class LineCounter {
  /** The piece at hand and the last bytes of the one before, with the offsets in the file of their first bytes. */
  #chunk: Uint8Array = new Uint8Array();
  #chunkStart = 0;
  #tail: Uint8Array = new Uint8Array();
  #tailStart = 0;
  /** First byte not counted yet. */
  #counted = 0;
  readonly #lines: Lines;
  /** Line the next record begins on. */
  nextRecord: number;

  constructor(firstLine: number) {
    this.#lines = new Lines(firstLine);
    this.nextRecord = firstLine;
  }

  /** The line the bytes seen so far end on. */
  lastLine(): number {
    this.#countTo(this.#chunkStart + this.#chunk.length);
    return this.#lines.line;
  }

  push(chunk: Uint8Array): void {
    const end = this.#chunkStart + this.#chunk.length;
    this.#countTo(end - KEPT_BACK);
    // What the parser kept back is counted when the record it belongs to is seen to end.
    const seen = joined(this.#tail, this.#chunk, Number.POSITIVE_INFINITY);
    this.#tail = seen.slice(seen.length - Math.min(seen.length, end - this.#counted));
    this.#tailStart = end - this.#tail.length;
    this.#chunkStart = end;
    this.#chunk = chunk;
  }

  startOfRecordEndingAt(offset: number): number {
    const start = this.nextRecord;
    this.#countTo(offset);
    this.nextRecord = this.#lines.line;
    return start;
  }

  #countTo(offset: number): void {
    if (offset <= this.#counted) return;
    const seam = this.#chunkStart;
    if (this.#counted < seam)
      this.#lines.count(this.#tail, this.#counted - this.#tailStart, Math.min(offset, seam) - this.#tailStart);
    if (offset > seam) this.#lines.count(this.#chunk, Math.max(this.#counted, seam) - seam, offset - seam);
    this.#counted = offset;
  }
}

async function* oneByOne(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  yield* pieces;
}
