// Are the first bytes of a source seen, and does its reader get all of them none the less?
import { describe, expect, it, test } from 'vitest';
import { lookAt } from '../../src/read/look.ts';
import type { Source } from '../../src/read/source.ts';
import { piecesOf } from './pieces.ts';

const HEAD = 1 << 16;

type Watched = Source & { readonly opened: () => number; readonly closed: () => number };

function watched(bytes: Uint8Array, size: number, again: boolean): Watched {
  let [opened, closed, at] = [0, 0, 0];
  const pieces = piecesOf(bytes, size);
  return {
    name: 'a.csv',
    again,
    opened: () => opened,
    closed: () => closed,
    *chunks(room) {
      opened++;
      if (again) at = 0;
      try {
        while (at < pieces.length) {
          const piece = pieces[at++] as Uint8Array;
          const into = room?.() ?? new Uint8Array(HEAD);
          into.set(piece);
          yield into.subarray(0, piece.length);
        }
      } finally {
        closed++;
      }
    },
  };
}

const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 7) % 251);

async function readFrom(source: Source): Promise<Buffer> {
  const read: Uint8Array[] = [];
  const room = new Uint8Array(HEAD);
  for await (const piece of source.chunks(() => room)) read.push(Uint8Array.from(piece));
  return Buffer.concat(read);
}

describe.each([
  ['a file', true],
  ['a pipe', false],
])('%s', (_, again) => {
  test.each([
    [0, 10],
    [1, 10],
    [1000, 1],
    [HEAD - 1, 1000],
    [HEAD, HEAD],
    [HEAD, 1000],
    [HEAD + 1, HEAD],
    [HEAD + 1, 1000],
    [HEAD * 3, 999],
  ])('of %i bytes in pieces of %i is seen up to 64 KiB, and read whole', async (length, size) => {
    const bytes = bytesOf(length);
    const given = watched(bytes, size, again);
    const { head, whole, source } = await lookAt(given);
    expect([Buffer.from(head).equals(bytes.subarray(0, HEAD)), whole]).toEqual([true, length <= HEAD]);
    expect((await readFrom(source)).equals(bytes)).toBe(true);
    expect([given.opened(), given.closed()]).toEqual(again ? [2, 2] : [1, 1]);
  });
});

it('a pipe whose reader leaves half-way is closed', async () => {
  const given = watched(bytesOf(HEAD * 3), 1000, false);
  const { source } = await lookAt(given);
  for await (const _ of source.chunks()) break;
  expect(given.closed()).toBe(1);
});
