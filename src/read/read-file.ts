// From the bytes of one file to postings in the builder: made UTF-8, opened, and given to the swift reader and, from where that cannot, to the careful one.
import type { Diagnostics } from '../core/diagnostic.ts';
import type { LedgerBuilder } from '../ledger/builder.ts';
import { asUtf8, goingOn, type InUtf8 } from './as-utf8.ts';
import type { Delimiter } from './delimiter.ts';
import { FileReading, type FileRequest } from './file-reading.ts';
import { openLedger } from './ledger-opening.ts';
import type { splitRecords } from './records.ts';
import type { Source } from './source.ts';
import { readSwiftly } from './swift/reader.ts';
import type { Understanding } from './understanding.ts';

/** Turns a source into records: the careful one of records.ts, or another with the same answer. */
export type SplitRecords = typeof splitRecords;

/** Undefined when the file cannot be used as a whole: the diagnostics say why. */
export async function readFile(
  given: Source,
  request: FileRequest,
  builder: LedgerBuilder,
  diagnostics: Diagnostics,
  split: SplitRecords | undefined,
): Promise<Understanding | undefined> {
  const text = await asUtf8(given, request.encoding, diagnostics);
  if (text === undefined) return undefined;
  const opening = await openLedger(text, request);
  const { source } = opening;
  const reading = new FileReading(opening, request, builder, diagnostics, text.choice);
  const { delimiter } = reading;
  let from: Start = { rest: source, records: 0, line: 1, fresh: true, delimiter, encoding: text };
  if (split === undefined && request.engine !== 'careful') {
    const { records, stopped } = await readSwiftly(source, reading);
    if (stopped === undefined) return reading.finish(records);
    if (request.engine === 'swift') {
      diagnostics.add({
        code: 'engine-declined',
        file: source.name,
        line: stopped.line,
        what: `the swift reader declined the file from this line on: ${stopped.why}`,
        fix: 'leave out --engine',
      });
      await stopped.close();
      reading.finish(undefined);
      return undefined;
    }
    from = { ...stopped, records, delimiter, encoding: goingOn(text, stopped) };
    // What the rest says is told behind what was read before it.
    reading.catchUp();
  }
  // Loaded when it is needed: most files never need it, and start-up is part of speed.
  const careful = split ?? (await import('./records.ts')).splitRecords;
  const more = await careful(from.rest, diagnostics, (cells, line) => reading.record(cells, line), from);
  return reading.finish(more === undefined ? undefined : from.records + more);
}

/** Where the careful reader begins: at the first byte, or where the swift one stopped. */
type Start = {
  readonly rest: Source;
  readonly records: number;
  readonly line: number;
  readonly fresh: boolean;
  readonly delimiter: Delimiter;
  readonly encoding: InUtf8;
};
