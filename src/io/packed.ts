// Are these bytes packed with gzip? Told by the first two, whatever the file is called; they are unpacked on their way to the reader.

const MAGIC = [0x1f, 0x8b];
const PIECE = 1 << 16;

export function isGzip(head: Uint8Array): boolean {
  return MAGIC.every((byte, i) => head[i] === byte);
}

type Room = (() => Uint8Array) | undefined;

/** The pieces as they are, or what is packed in them: told by the first two bytes, which a pipe may hand over one by one. */
export async function* unpackedWherePacked(
  piecesOf: (room: Room) => Iterable<Uint8Array>,
  name: string,
  room: Room,
): AsyncGenerator<Uint8Array> {
  // The reader's own room is for what it reads; what is packed is unpacked while the next piece comes.
  let packed = false;
  const pieces = piecesOf(() => (packed ? undefined : room?.()) ?? Buffer.allocUnsafe(PIECE));
  const rest = pieces[Symbol.iterator]();
  const others: Iterable<Uint8Array> = { [Symbol.iterator]: () => rest };
  try {
    let head: Uint8Array = new Uint8Array();
    for (let next = rest.next(); next.done !== true; next = rest.next()) {
      head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
      if (head.length >= MAGIC.length) break;
      head = Uint8Array.from(head);
    }
    packed = isGzip(head);
    if (packed) yield* unpacked(behind(Uint8Array.from(head), others), name);
    else if (head.length > 0) yield* behind(head, others);
  } finally {
    rest.return?.();
  }
}

function* behind(first: Uint8Array, rest: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield first;
  yield* rest;
}

/** Loaded when it is needed: most runs unpack nothing. */
export async function* unpacked(pieces: Iterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const { unpack } = await import('./gzip.ts');
  yield* unpack(pieces, name);
}
