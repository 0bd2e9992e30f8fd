// What are the bytes of a file in UTF-8, whatever its encoding? A source over a source: piece by piece, in bounded memory, wherever the pieces
// are cut. A byte that the encoding does not have becomes one that UTF-8 does not have, and the readers refuse it on its line.
import type { Encoding } from './encoding.ts';
import { SingleBytes } from './single-bytes.ts';
import type { Source } from './source.ts';
import { WideUnits } from './wide-units.ts';

/** Turns pieces into UTF-8. `foreign` is set where it met what the encoding does not have, and then nothing more comes. */
export type Decoder = {
  push(piece: Uint8Array): Uint8Array;
  /** No piece comes any more: a character begun is none. */
  end(): void;
  readonly foreign: number | undefined;
};

/** A source in UTF-8; `foreign` tells the bytes at which it had to stop, once it has. */
export type DecodedSource = Source & { readonly foreign: () => number | undefined };

/** A byte that stands nowhere in UTF-8. */
const NO_CHARACTER = Uint8Array.of(0xff);

export function decoderOf(encoding: Exclude<Encoding, 'utf-8'>): Decoder {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? new WideUnits(encoding === 'utf-16be') : new SingleBytes(encoding);
}

/** The source, its pieces in UTF-8 and without a byte order mark. */
export function decoded(source: Source, encoding: Exclude<Encoding, 'utf-8'>): DecodedSource {
  let decoder: Decoder | undefined;
  const chunks = (): AsyncIterable<Uint8Array> => {
    // Read again from the start, it is decoded anew.
    decoder = decoderOf(encoding);
    return decodedBy(decoder, source.chunks());
  };
  // What it will be in UTF-8, nearly: plain letters have one byte there.
  const size = source.size === undefined || decoderOf(encoding) instanceof SingleBytes ? source.size : Math.ceil(source.size / 2);
  return { ...source, size, chunks, foreign: () => decoder?.foreign };
}

/** Pieces in UTF-8; where the decoder meets what its encoding does not have, NO_CHARACTER is the last of them. */
export async function* decodedBy(
  decoder: Decoder,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    const text = decoder.push(piece);
    if (text.length > 0) yield text;
    if (decoder.foreign !== undefined) break;
  }
  decoder.end();
  if (decoder.foreign !== undefined) yield NO_CHARACTER;
}
