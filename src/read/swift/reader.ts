// How does the swift reader go through a file? Window by window: structure, then batches of rows to who stores them. Where it meets what
// it cannot place, it stops at the first byte of a row and says why; everything before is read, and the careful reader goes on from there.
import type { Source } from '../source.ts';
import { knownFormat, LONGEST_SIGNATURE } from '../text-check.ts';
import { BATCH, Machine } from './machine.ts';
import { Window } from './window.ts';

/** Who takes the rows. */
export type RowTaker = {
  /** The headings are known, and what they mean: from here on rows come in batches. */
  readonly batch: ((machine: Machine, window: Window, row: number, count: number) => void) | undefined;
  /** One record by its texts. */
  readonly record: (cells: string[], line: number) => void;
};

/** Where another reader must go on: why, the records read so far, and the rest of the source with the line it begins on. */
type Stopped = { readonly why: string; readonly rest: Source; readonly line: number };

type SwiftResult = { readonly records: number; readonly stopped: Stopped | undefined };

export async function readSwiftly(source: Source, taker: RowTaker): Promise<SwiftResult> {
  const machine = new Machine();
  const window = new Window(machine);
  const pieces = iteratorOf(source.chunks(() => window.room()));
  let records = 0;
  let begun = false;
  const stopped = (why: string): SwiftResult => ({
    records,
    stopped: { why, line: window.lineOf(0), rest: { name: source.name, chunks: () => restOf(window.unread.slice(), pieces) } },
  });
  for (;;) {
    const next = await pieces.next();
    const last = next.done === true;
    if (!last) window.put(next.value);
    if (!begun) {
      // A pipe may hand over the first bytes one by one, and a signature must be whole before anything is taken for text.
      if (!last && window.unread.length < LONGEST_SIGNATURE) continue;
      if (window.unread.length === 0) return stopped('an empty file');
      if (knownFormat(window.unread) !== undefined) return stopped('not a text file');
      if (hasByteOrderMark(window.unread)) window.skip(3);
      begun = true;
    }
    const why = window.find(last);
    if (why !== undefined) return stopped(why);
    for (let row = 0; row < window.rows; ) {
      const { batch } = taker;
      if (batch === undefined) {
        taker.record(window.cells(row), window.lineOf(row));
        row++;
      } else {
        const count = Math.min(BATCH, window.rows - row);
        batch(machine, window, row, count);
        row += count;
      }
    }
    records += window.rows;
    window.advance();
    // At the end of the file nothing is left, but for a row that could not be told.
    if (last && window.unread.length === 0) return { records, stopped: undefined };
  }
}

function iteratorOf(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Iterator<Uint8Array> | AsyncIterator<Uint8Array> {
  return Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
}

/** What was taken in and not read, then what is still to come; every piece in a memory of its own. */
async function* restOf(unread: Uint8Array, pieces: Iterator<Uint8Array> | AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield unread;
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) return;
    yield next.value.slice();
  }
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
