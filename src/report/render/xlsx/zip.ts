// How do files become one archive? Packed as they come, in a code of our own process: the same bytes on every machine and at every time of day.
import { Zip, ZipDeflate } from 'fflate/browser';

export type Entry = { readonly name: string; readonly pieces: Iterable<string> };

/** Texts are put together up to here before they are packed. */
const PIECE = 1 << 17;

/** The first day an archive can hold, at noon: no zone of the reader's machine moves it out of its year. */
const NO_TIME = '1980-01-01T12:00:00';

/** An entry's pieces are asked for once all entries before it are written. */
export function* zipped(entries: Iterable<Entry>): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  let packed: Uint8Array[] = [];
  const taken = (): Uint8Array[] => {
    const all = packed;
    packed = [];
    return all;
  };
  const zip = new Zip((error, data) => {
    if (error) throw error;
    packed.push(data);
  });
  for (const { name, pieces } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = NO_TIME;
    zip.add(file);
    for (const text of inLarge(pieces)) {
      file.push(encoder.encode(text));
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

function* inLarge(pieces: Iterable<string>): Iterable<string> {
  let held: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < PIECE) continue;
    yield held.join('');
    held = [];
    length = 0;
  }
  yield held.join('');
}
