// What are the first bytes of a source? They are looked at without being taken from whoever reads it then.
import type { Source } from './source.ts';

/** Bytes that are looked at: enough to tell encoding, delimiter, headings and forms from. */
const LOOKED_AT = 1 << 16;

export type Look = {
  /** The first bytes: LOOKED_AT of them, or fewer where there are no more. */
  readonly head: Uint8Array;
  /** Nothing comes behind them. */
  readonly whole: boolean;
  /** The source to go on with; the one looked at may have no bytes left. */
  readonly source: Source;
};

/** How many bytes are looked at does not depend on the pieces they come in. One byte more is asked for, which says whether there are more. */
export async function lookAt(source: Source): Promise<Look> {
  let later: (() => Uint8Array) | undefined;
  const pieces = iteratorOf(source.chunks(() => later?.() ?? new Uint8Array(LOOKED_AT + 1)));
  const kept: Uint8Array[] = [];
  let [length, whole] = [0, false];
  while (length <= LOOKED_AT && !whole) {
    const next = await pieces.next();
    whole = next.done === true;
    if (next.done === true) break;
    kept.push(next.value);
    length += next.value.length;
  }
  const head = kept.length === 1 ? (kept[0] as Uint8Array) : Buffer.concat(kept);
  const look = { head: head.subarray(0, LOOKED_AT), whole };
  if (source.again === true) {
    await pieces.return?.();
    return { ...look, source };
  }
  const chunks = (room?: () => Uint8Array): AsyncIterable<Uint8Array> => {
    later = room;
    return behind(kept, pieces);
  };
  return { ...look, source: { ...source, chunks } };
}

/** The pieces seen, then those still to come; each is let go once it is handed over. */
async function* behind(
  kept: Uint8Array[],
  rest: Iterator<Uint8Array> | AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, undefined> {
  try {
    for (let piece = kept.shift(); piece !== undefined; piece = kept.shift()) yield piece;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** A source whose bytes can be had twice: one that is not there again keeps what it hands out the first time, be that all of it or not. */
export function twice(source: Source): Source {
  if (source.again === true) return source;
  const kept: Uint8Array[] = [];
  let rest: Iterator<Uint8Array> | AsyncIterator<Uint8Array> | undefined;
  let passes = 0;
  const chunks = async function* (): AsyncIterable<Uint8Array> {
    const first = passes++ === 0;
    rest ??= iteratorOf(source.chunks());
    for (let piece = first ? undefined : kept.shift(); piece !== undefined; piece = kept.shift()) yield piece;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      if (first) kept.push(next.value);
      yield next.value;
    }
  };
  return { ...source, chunks };
}

function iteratorOf(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Iterator<Uint8Array> | AsyncIterator<Uint8Array> {
  return Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
}
