// What when the first byte that is no UTF-8 comes behind thousands of lines of ASCII? Then nothing before it was read in a wrong encoding, and
// the rest is Windows-1252. Where a letter of UTF-8 was met before, the file is of two encodings and stays refused.
import { type Decoder, decodedBy, decoderOf } from './decoded.ts';
import type { EncodingEvidence } from './encoding.ts';
import { Lines } from './lines.ts';
import { characterAt } from './text-check.ts';

/** What is found while a file is read whose head is ASCII. */
export class LateEncoding {
  #decoder: Decoder | undefined;
  /** The first byte that is no UTF-8, and its line. */
  evidence: EncodingEvidence | undefined;

  /** The byte that Windows-1252 does not have, where the reading had to stop at one. */
  foreign(): number | undefined {
    return this.#decoder?.foreign;
  }

  /** The pieces as UTF-8; `line` is the one the first begins on. */
  async *pieces(given: AsyncIterable<Uint8Array>, line: number): AsyncGenerator<Uint8Array> {
    const lines = new Lines(line);
    const rest = given[Symbol.asyncIterator]();
    const others: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => rest };
    let kept: Uint8Array = new Uint8Array();
    try {
      for (;;) {
        const next = await rest.next();
        const piece = next.done === true ? kept : kept.length === 0 ? next.value : Buffer.concat([kept, next.value]);
        kept = new Uint8Array();
        const first = firstBeyond(piece);
        const length = first === -1 ? undefined : characterAt(piece, first);
        if (length === 'none') {
          lines.count(piece, 0, first);
          this.evidence = { what: 'late', count: 1, line: lines.line, byte: piece[first] as number };
          this.#decoder = decoderOf('windows-1252');
          yield* decodedBy(this.#decoder, behind(piece, others));
          return;
        }
        // Judged with what comes behind it; a file that ends there was cut, and is refused as such.
        const goesOn = length === 'cut' && next.done !== true ? first : piece.length;
        kept = piece.slice(goesOn);
        lines.count(piece, 0, goesOn);
        if (goesOn > 0) yield piece.subarray(0, goesOn);
        if (typeof length === 'number') yield* others;
        if (typeof length === 'number' || next.done === true) return;
      }
    } finally {
      await rest.return?.();
    }
  }
}

function firstBeyond(piece: Uint8Array): number {
  for (let i = 0; i < piece.length; i++) if ((piece[i] as number) > 0x7f) return i;
  return -1;
}

async function* behind(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
