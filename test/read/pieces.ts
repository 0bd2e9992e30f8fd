// What does the splitter make of bytes that come in pieces? A source in memory, and all that is said of it as one value.
import { Diagnostics } from '../../src/core/diagnostic.ts';
import { splitRecords } from '../../src/read/records.ts';
import type { Source } from '../../src/read/source.ts';

/** A source of these pieces; `taken` counts the bytes that were asked for. */
export function sourceOf(pieces: Iterable<Uint8Array>): Source & { readonly taken: () => number } {
  let taken = 0;
  return {
    name: 'a.csv',
    taken: () => taken,
    *chunks() {
      for (const piece of pieces) {
        taken += piece.length;
        yield piece;
      }
    },
  };
}

/** The bytes in pieces of one size; the last may be shorter. */
export function piecesOf(bytes: Uint8Array, size: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return pieces;
}

export type SplitText = {
  /** Line of the file and cells of each record. */
  readonly records: readonly (readonly [number, readonly string[]])[];
  /** The parser's own count, undefined when the file cannot be read. */
  readonly count: number | undefined;
  /** `code@line` of each diagnostic. */
  readonly told: readonly string[];
};

export async function splitPieces(pieces: Iterable<Uint8Array>): Promise<SplitText> {
  const diagnostics = new Diagnostics();
  const records: [number, readonly string[]][] = [];
  const count = await splitRecords(sourceOf(pieces), diagnostics, (cells, line) => records.push([line, cells]));
  return { records, count, told: diagnostics.kept.map((d) => (d.line === undefined ? d.code : `${d.code}@${d.line}`)) };
}
