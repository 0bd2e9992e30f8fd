// Is a folder made where none is, and taken away again where the run fails?
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { makeFolder } from '../../src/io/folder.ts';
import { replaceFile } from '../../src/io/replace.ts';
import { IoFailure } from '../../src/io/world.ts';

let folder = '';
const at = (...names: string[]): string => join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ar-folder-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function failureOf(step: () => unknown): IoFailure['diagnostic'] {
  try {
    step();
  } catch (error) {
    if (error instanceof IoFailure) return error.diagnostic;
    throw error;
  }
  throw new Error('nothing failed');
}

it('makes those above as well, and takes away what it made', () => {
  mkdirSync(at('there'));
  const undo = makeFolder(at('there', 'a', 'b'));
  expect(existsSync(at('there', 'a', 'b'))).toBe(true);
  undo();
  expect(existsSync(at('there', 'a'))).toBe(false);
  expect(existsSync(at('there'))).toBe(true);
});

it('leaves a folder that was there, and one that holds something', () => {
  makeFolder(folder)();
  expect(existsSync(folder)).toBe(true);
  const undo = makeFolder(at('a', 'b'));
  writeFileSync(at('a', 'kept'), 'x');
  undo();
  expect(readFileSync(at('a', 'kept'), 'utf8')).toBe('x');
  expect(existsSync(at('a', 'b'))).toBe(false);
});

it('takes a link to a folder for the folder', () => {
  mkdirSync(at('real'));
  symlinkSync(at('real'), at('link'));
  makeFolder(at('link', 'new'));
  expect(existsSync(at('real', 'new'))).toBe(true);
});

test.each([
  ['a file', ['file'], 'a file stands there'],
  ['a folder in a file', ['file', 'in'], 'a file stands there'],
  ['a link that leads nowhere', ['dangling'], 'a file stands there'],
  ['a name that no disk takes', ['a'.repeat(300)], 'the name is too long'],
])('is told: %s', (_, names, why) => {
  writeFileSync(at('file'), 'mine');
  symlinkSync(at('nowhere'), at('dangling'));
  expect(failureOf(() => makeFolder(at(...names)))).toMatchObject({
    code: 'output-failed',
    file: at(...names),
    what: `the folder cannot be made: ${why}`,
  });
  expect(readFileSync(at('file'), 'utf8')).toBe('mine');
});

/** Root may write anywhere: what others may not do is tried as nobody. */
function asOthers<T>(work: () => T): T {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

it('in a folder that may not be written to nothing is made, and that is told', () => {
  mkdirSync(at('read-only'));
  chmodSync(folder, 0o755);
  chmodSync(at('read-only'), 0o555);
  const told = { code: 'output-failed', what: expect.stringContaining('permission is denied') };
  expect(asOthers(() => failureOf(() => makeFolder(at('read-only', 'a', 'b'))))).toMatchObject(told);
  expect(asOthers(() => failureOf(() => replaceFile(at('read-only', 'C1.md'), 'replaced')))).toMatchObject(told);
  expect(readdirSync(at('read-only'))).toEqual([]);
});
