// Is what gzip packed read whole or not at all, from a file and from a pipe, and in the memory of a piece?
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type Currency, currencyOf } from '../../src/core/currency.ts';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import { unpackedWherePacked } from '../../src/io/packed.ts';
import { openSource } from '../../src/io/source.ts';
import { IoFailure } from '../../src/io/world.ts';
import { readLedger } from '../../src/read/read-ledger.ts';
import type { Source } from '../../src/read/source.ts';
import { piecesOf } from '../read/pieces.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ar-gzip-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NO_BYTES = Buffer.alloc(0);
const [first, second] = [gzipSync('customer,name\n'), gzipSync('C1,Škoda\n')] as [Buffer, Buffer];

/** The text of a file of these bytes, or what is told of it. */
async function fileOf(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'ledger.csv');
  writeFileSync(path, bytes);
  return textOf((openSource(path) as Source).chunks());
}

/** The same of a pipe that hands them over in pieces. */
const pipeOf = (bytes: Uint8Array, size: number): Promise<string> =>
  textOf(unpackedWherePacked(() => piecesOf(bytes, size), 'pipe', undefined));

async function textOf(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const read: Uint8Array[] = [];
  try {
    for await (const piece of pieces) read.push(Uint8Array.from(piece));
  } catch (error) {
    if (!(error instanceof IoFailure)) throw error;
    return `${error.diagnostic.code}: ${error.diagnostic.what}`;
  }
  return Buffer.concat(read).toString();
}

const EARLY = 'file-unreadable: it is compressed with gzip, and it ends too early';
const DAMAGED = 'file-unreadable: it is compressed with gzip, and it is damaged';
const MORE = 'file-unreadable: it is compressed with gzip, and something else stands behind what it packed';
const flipped = (bytes: Buffer, at: number): Buffer => Buffer.from(bytes.map((byte, i) => (i === at ? byte ^ 1 : byte)));

describe('what gzip packed', () => {
  test.each<[string, Buffer, string]>([
    ['is unpacked', first, 'customer,name\n'],
    ['is unpacked, where it is nothing', gzipSync(''), ''],
    ['is unpacked in several members', Buffer.concat([first, second]), 'customer,name\nC1,Škoda\n'],
    ['may have zeros behind it', Buffer.concat([first, Buffer.alloc(700)]), 'customer,name\n'],
    ['may not have more behind zeros', Buffer.concat([first, Buffer.alloc(700), second]), MORE],
    ['may not have something else behind it', Buffer.concat([first, Buffer.from('and more')]), DAMAGED],
    ['is told where its sum is another', flipped(first, first.length - 6), DAMAGED],
    ['is told where its first bytes are all', first.subarray(0, 2), EARLY],
    ['is read as it is, where it is not packed', Buffer.from('customer\n'), 'customer\n'],
    ['is read as it is, where it is one byte of the two', Buffer.from([0x1f]), '\u001f'],
    ['is read as it is, where it is nothing', NO_BYTES, ''],
  ])('%s', async (_, bytes, text) => {
    expect(await fileOf(bytes)).toBe(text);
    for (const size of [1, 2, 3, 10, 1000]) expect([size, await pipeOf(bytes, size)]).toEqual([size, text]);
  });

  it('is told wherever it is cut, but between two members', async () => {
    const both = Buffer.concat([first, second]);
    for (let length = 2; length < both.length; length++) {
      expect([length, await pipeOf(both.subarray(0, length), 1 << 16)]).toEqual([
        length,
        length === first.length ? 'customer,name\n' : EARLY,
      ]);
    }
  });

  it('does not use the room of its reader for packed bytes', async () => {
    const rooms: Uint8Array[] = [];
    const offered: (Uint8Array | undefined)[] = [];
    const pieces = function* (room: (() => Uint8Array) | undefined): Iterable<Uint8Array> {
      for (const piece of piecesOf(first, 10)) {
        offered.push(room?.());
        yield piece;
      }
    };
    const room = (): Uint8Array => {
      rooms.push(new Uint8Array(100));
      return rooms.at(-1) as Uint8Array;
    };
    expect(await textOf(unpackedWherePacked(pieces, 'pipe', room))).toBe('customer,name\n');
    expect(offered.length).toBeGreaterThan(2);
    // Only the piece that tells whether it is packed.
    expect(offered.slice(1).filter((one) => rooms.includes(one as Uint8Array))).toEqual([]);
  });

  it('may be read again', async () => {
    const path = join(folder, 'again.csv');
    writeFileSync(path, first);
    const source = openSource(path) as Source;
    expect([source.again, await textOf(source.chunks()), await textOf(source.chunks())]).toEqual([
      true,
      'customer,name\n',
      'customer,name\n',
    ]);
  });
});

describe('a file that packs a thousand times its size', () => {
  const bomb = gzipSync(Buffer.alloc(1 << 26, 'a'));

  it('is unpacked in pieces, and no further than somebody reads', async () => {
    let taken = 0;
    const counted = function* (): Iterable<Uint8Array> {
      for (const piece of piecesOf(bomb, 1024)) {
        taken += piece.length;
        yield piece;
      }
    };
    for await (const piece of unpackedWherePacked(counted, 'pipe', undefined)) {
      expect(piece.length).toBeLessThanOrEqual(1 << 17);
      break;
    }
    expect(taken).toBeLessThan(bomb.length / 2);
  });

  it('is a record that is too long', async () => {
    const path = join(folder, 'bomb.gz');
    writeFileSync(path, bomb);
    const diagnostics = new Diagnostics();
    const request = { columns: [], map: new Map(), currency: currencyOf('EUR') as Currency };
    const { whole } = await readLedger([openSource(path) as Source], request, diagnostics);
    expect([whole, diagnostics.kept.map(({ code }) => code)]).toEqual([false, ['record-too-long']]);
  });
});

it('what gzip itself packs is unpacked, with the name of the file in its head', async () => {
  writeFileSync(join(folder, 'plain.csv'), 'customer\nC1\n');
  execFileSync('gzip', ['-k', '-f', join(folder, 'plain.csv')]);
  expect(await textOf((openSource(join(folder, 'plain.csv.gz')) as Source).chunks())).toBe('customer\nC1\n');
});
