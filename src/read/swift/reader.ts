// How does the swift reader go through a file? Window by window: structure, then batches of rows to who stores them. Where it meets what
// it cannot place, it stops at the first byte of a row and says why; everything before is read, and the careful reader goes on from there.
import type { Delimiter } from '../delimiter.ts';
import type { Source } from '../source.ts';
import { BATCH, Machine } from './machine.ts';
import { PIECE, Window } from './window.ts';

/** Who takes the rows. */
export type RowTaker = {
  readonly delimiter: Delimiter;
  /** The headings are known, and what they mean: from here on rows come in batches. */
  readonly batch: ((machine: Machine, window: Window, row: number, count: number) => void) | undefined;
  /** One record by its texts. */
  readonly record: (cells: string[], line: number) => void;
};

/**
 * Where another reader must go on: why, and the rest of the source with the line it begins on. `fresh`: it is all of the source. `ascii`:
 * what was read has no byte beyond ASCII.
 * `close` is for those who do not go on.
 */
type Stopped = {
  readonly why: string;
  readonly rest: Source;
  readonly line: number;
  readonly fresh: boolean;
  readonly ascii: boolean;
  readonly close: () => Promise<unknown>;
};

type SwiftResult = { readonly records: number; readonly stopped: Stopped | undefined };

export async function readSwiftly(source: Source, taker: RowTaker): Promise<SwiftResult> {
  const place = workplace();
  if (typeof place === 'string') {
    const stopped = { why: place, rest: source, line: 1, fresh: true, ascii: true, close: async () => {} };
    return { records: 0, stopped };
  }
  const { machine, window } = place;
  // When another reader goes on, the window is no place for what is still to come.
  let over = false;
  const parts = inParts(source.chunks(() => (over ? Buffer.allocUnsafe(PIECE) : window.room())));
  const close = (): Promise<unknown> => parts.return(undefined);
  try {
    const { records, why, fresh } = await goThrough(parts, machine, window, taker);
    if (why === undefined) {
      putAway(machine);
      return { records, stopped: undefined };
    }
    over = true;
    const unread = Buffer.from(window.unread);
    const rest = { name: source.name, chunks: () => restOf(unread, parts) };
    return { records, stopped: { why, rest, line: window.lineOf(0), fresh, ascii: window.ascii, close } };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A machine whose file is read: the next file may have it, so that a folder of a hundred files needs the memory of one. */
let idle: Machine | undefined;
/** A machine that a large file has made larger than this is left to the engine. */
const LARGEST_IDLE = 1 << 25;

function putAway(machine: Machine): void {
  if (machine.bytes.length > LARGEST_IDLE) return;
  machine.giveBack();
  idle = machine;
}

/** Where engines compile nothing, or memory is short, there is another reader. */
function workplace(): { readonly machine: Machine; readonly window: Window } | string {
  try {
    const machine = idle ?? new Machine();
    // Files may be read at the same time, each in a machine of its own.
    idle = undefined;
    return { machine, window: new Window(machine) };
  } catch (error) {
    return `WebAssembly does not run here: ${error instanceof Error ? error.message : error}`;
  }
}

/** Reads up to the end, or up to a row that cannot be told: `why` says so. `fresh`: nothing was taken off the source yet. */
async function goThrough(
  parts: AsyncGenerator<Uint8Array>,
  machine: Machine,
  window: Window,
  taker: RowTaker,
): Promise<{ readonly records: number; readonly why: string | undefined; readonly fresh: boolean }> {
  let records = 0;
  let begun = false;
  for (;;) {
    const next = await parts.next();
    const last = next.done === true;
    if (!last) window.put(next.value);
    if (!begun) {
      // A pipe may hand over the first bytes one by one, and a byte order mark must be whole before anything is taken for text.
      if (!last && window.unread.length < MARK.length) continue;
      if (window.unread.length === 0) return { records, why: 'an empty file', fresh: true };
      machine.code.delimiter.value = taker.delimiter.charCodeAt(0);
      if (hasByteOrderMark(window.unread)) window.skip(MARK.length);
      begun = true;
    }
    const why = window.find(last);
    if (why !== undefined) return { records, why, fresh: false };
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
    if (machine.isFull) return { records, why: 'what it says takes too much memory', fresh: false };
    // At the end of the file nothing is left, but for a row that could not be told.
    if (last && window.unread.length === 0) return { records, why: undefined, fresh: false };
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
  try {
    yield unread;
    for await (const part of parts) yield Uint8Array.from(part);
  } finally {
    await parts.return(undefined);
  }
}

const MARK = [0xef, 0xbb, 0xbf];

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return MARK.every((byte, i) => bytes[i] === byte);
}
