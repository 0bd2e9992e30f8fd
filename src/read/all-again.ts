// How can sources be read more than once? A pipe gives its bytes once, so they are kept.
import type { Source } from './source.ts';

/** Sources whose bytes can be had again: of those that are not there again all bytes are kept. */
export async function allAgain(sources: readonly Source[]): Promise<Source[]> {
  const again: Source[] = [];
  for (const source of sources) {
    if (source.again === true) {
      again.push(source);
      continue;
    }
    const kept: Uint8Array[] = [];
    for await (const piece of source.chunks()) kept.push(piece);
    again.push({ ...source, again: true, chunks: () => kept });
  }
  return again;
}
