// How does the swift reader go through a file? Window by window: structure, then batches of rows to who stores them. Where it meets what
// it cannot place, it stops at the first byte of a row and says why; everything before is read, and the careful reader goes on from there.
import type { Source } from '../source.ts';
import { knownFormat, LONGEST_SIGNATURE } from '../text-check.ts';
import { BATCH, Machine } from './machine.ts';
import { PIECE, Window } from './window.ts';

/** Who takes the rows. */
export type RowTaker = {
  /** The headings are known, and what they mean: from here on rows come in batches. */
  readonly batch: ((machine: Machine, window: Window, row: number, count: number) => void) | undefined;
  /** One record by its texts. */
  readonly record: (cells: string[], line: number) => void;
};

/** Where another reader must go on: why, and the rest of the source with the line it begins on. `fresh`: it is all of the source. */
type Stopped = { readonly why: string; readonly rest: Source; readonly line: number; readonly fresh: boolean };

type SwiftResult = { readonly records: number; readonly stopped: Stopped | undefined };

export async function readSwiftly(source: Source, taker: RowTaker): Promise<SwiftResult> {
  const machine = new Machine();
  const window = new Window(machine);
  // When another reader goes on, the window is no place for what is still to come.
  let over = false;
  const parts = inParts(source.chunks(() => (over ? Buffer.allocUnsafe(PIECE) : window.room())));
  let records = 0;
  let begun = false;
  const stopped = (why: string): SwiftResult => {
    over = true;
    const unread = Buffer.from(window.unread);
    const rest = { name: source.name, chunks: () => restOf(unread, parts) };
    return { records, stopped: { why, fresh: !begun, line: window.lineOf(0), rest } };
  };
  for (;;) {
    const next = await parts.next();
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

/** A source may hand out pieces of any size: what the window has no room for comes by and by. */
async function* inParts(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; from += PIECE) yield piece.subarray(from, from + PIECE);
  }
}

/** What was taken in and not read, then what is still to come; a piece that was laid into the window is copied before it is overwritten. */
async function* restOf(unread: Uint8Array, parts: AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield unread;
  for await (const part of parts) yield Uint8Array.from(part);
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
