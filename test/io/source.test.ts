// Are the bytes of a file handed over whole and in order, as often as they are asked for, and is what cannot be read told?
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { isSameFile, openSource } from '../../src/io/source.ts';
import { IoFailure } from '../../src/io/world.ts';
import type { Source } from '../../src/read/source.ts';

let folder = '';
const at = (...names: string[]): string => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ar-source-'));
  writeFileSync(at('empty.csv'), '');
  writeFileSync(at('small.csv'), 'a,é\n');
  writeFileSync(at('large.csv'), Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 7) % 251)));
  mkdirSync(at('folder'));
  symlinkSync('small.csv', at('link.csv'));
  symlinkSync('gone.csv', at('dangling.csv'));
  writeFileSync(at('an odd name ✓ #1?.csv'), 'x');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where a link leads; undefined when it is gone. */
function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

async function piecesOf(path: string): Promise<Uint8Array[]> {
  const source = openSource(path) as Source;
  const pieces: Uint8Array[] = [];
  for await (const piece of source.chunks()) pieces.push(piece);
  return pieces;
}

describe('a file', () => {
  test.each([
    ['empty.csv', 0],
    ['small.csv', 5],
    ['large.csv', 200_000],
    ['link.csv', 5],
    ['an odd name ✓ #1?.csv', 1],
  ])('%s is read whole, %i bytes', async (name, bytes) => {
    expect(Buffer.concat(await piecesOf(at(name)))).toHaveLength(bytes);
  });

  it('is read in order, in pieces that stay what they were when the next is read', async () => {
    const pieces = await piecesOf(at('large.csv'));
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).every((byte, i) => byte === (i * 7) % 251)).toBe(true);
  });

  it('may be read again', async () => {
    const source = openSource(at('small.csv')) as Source;
    const once = async (): Promise<string> => {
      let text = '';
      for await (const piece of source.chunks()) text += Buffer.from(piece).toString();
      return text;
    };
    expect([await once(), await once()]).toEqual(['a,é\n', 'a,é\n']);
  });

  it.skipIf(!existsSync('/proc/self/fd'))('is closed when its reader stops half-way, and at the end', async () => {
    const source = openSource(at('large.csv')) as Source;
    const open = (): number =>
      readdirSync('/proc/self/fd').filter((fd) => linkOf(`/proc/self/fd/${fd}`) === realpathSync(at('large.csv'))).length;
    let during = 0;
    for await (const piece of source.chunks()) {
      during = open();
      if (piece.length > 0) break;
    }
    expect([during, open()]).toEqual([1, 0]);
    await piecesOf(at('large.csv'));
    expect(open()).toBe(0);
  });

  it('has the name the user gave it', () => {
    expect((openSource(at('small.csv')) as Source).name).toBe(at('small.csv'));
  });

  it('that goes away before it is read is told', () => {
    writeFileSync(at('brief.csv'), 'x');
    const source = openSource(at('brief.csv')) as Source;
    rmSync(at('brief.csv'));
    const read = (): unknown => [...(source.chunks() as Iterable<Uint8Array>)];
    expect(read).toThrow(IoFailure);
  });
});

describe('is told as a diagnostic:', () => {
  test.each([
    ['a missing file', ['gone.csv'], 'file-missing'],
    ['a missing folder', ['gone', 'a.csv'], 'file-missing'],
    ['a link that leads nowhere', ['dangling.csv'], 'file-missing'],
    ['a folder', ['folder'], 'file-is-folder'],
    ['a path through a file', ['small.csv', 'a.csv'], 'file-unreadable'],
    ['a name that is too long', ['n'.repeat(300)], 'file-unreadable'],
  ])('%s', (_, names, code) => {
    const path = at(...names);
    expect(openSource(path)).toMatchObject({ code, file: path, what: expect.any(String), fix: expect.any(String) });
  });
});

it('a hyphen is standard input, which is not opened before it is read', () => {
  expect(openSource('-')).toMatchObject({ name: '-' });
});

describe('two paths lead to the same file:', () => {
  test.each([
    ['one path', 'small.csv', 'small.csv', true],
    ['a link', 'small.csv', 'link.csv', true],
    ['a detour', 'small.csv', 'folder/../small.csv', true],
    ['two files', 'small.csv', 'large.csv', false],
    ['a file that is not there', 'small.csv', 'gone.csv', false],
    ['neither is there', 'gone.csv', 'gone.csv', false],
  ])('%s', (_, a, b, same) => {
    expect(isSameFile(at(a), `${folder}/${b}`)).toBe(same);
  });
});
