// Does nobody ever see half of a file, and is nothing left behind, whatever goes wrong on the way?
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { replaceFile } from '../../src/io/replace.ts';
import { IoFailure } from '../../src/io/world.ts';

let folder = '';
const at = (...names: string[]): string => join(folder, ...names);
const listening = (): number[] => (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => process.listenerCount(signal));
const before = listening();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ar-replace-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  expect(listening()).toEqual(before);
});

/** What a failing step tells the user. */
function failureOf(step: () => unknown): IoFailure['diagnostic'] {
  try {
    step();
  } catch (error) {
    if (error instanceof IoFailure) return error.diagnostic;
    throw error;
  }
  throw new Error('nothing failed');
}

describe('a new file', () => {
  it('is not there until it is committed', () => {
    const file = replaceFile(at('out.csv'));
    file.write('a\n');
    file.write('é\n');
    expect(existsSync(at('out.csv'))).toBe(false);
    file.commit();
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('a\né\n');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  it('of nothing is an empty file', () => {
    replaceFile(at('out.csv')).commit();
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('');
  });

  it('of several megabytes is written whole', () => {
    const file = replaceFile(at('out.csv'));
    const piece = `${'x'.repeat(1 << 20)}\n`;
    for (let i = 0; i < 3; i++) file.write(piece);
    file.commit();
    expect(readFileSync(at('out.csv'), 'utf8')).toBe(piece.repeat(3));
  });

  it('that is abandoned leaves nothing', () => {
    const file = replaceFile(at('out.csv'));
    file.write('a');
    file.abandon();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('an existing file', () => {
  beforeEach(() => writeFileSync(at('out.csv'), 'old'));

  it('keeps its content until the new one is committed', () => {
    const file = replaceFile(at('out.csv'));
    file.write('new');
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('old');
    file.commit();
    expect([readFileSync(at('out.csv'), 'utf8'), readdirSync(folder)]).toEqual(['new', ['out.csv']]);
  });

  it('keeps its content when the new one is abandoned', () => {
    const file = replaceFile(at('out.csv'));
    file.write('new');
    file.abandon();
    expect([readFileSync(at('out.csv'), 'utf8'), readdirSync(folder)]).toEqual(['old', ['out.csv']]);
  });

  it('that is open elsewhere is read to its old end', () => {
    const reader = openSync(at('out.csv'), 'r');
    const file = replaceFile(at('out.csv'));
    file.write('newer');
    file.commit();
    const buffer = Buffer.alloc(10);
    expect(buffer.toString('utf8', 0, readSync(reader, buffer))).toBe('old');
    closeSync(reader);
  });

  test.each([0o600, 0o640, 0o644])('keeps its mode %i', (mode) => {
    chmodSync(at('out.csv'), mode);
    const file = replaceFile(at('out.csv'));
    file.commit();
    expect(statSync(at('out.csv')).mode & 0o777).toBe(mode);
  });

  it('behind a link is replaced, and the link stays', () => {
    mkdirSync(at('elsewhere'));
    writeFileSync(at('elsewhere', 'real.csv'), 'old');
    symlinkSync(join('elsewhere', 'real.csv'), at('link.csv'));
    const file = replaceFile(at('link.csv'));
    file.write('new');
    file.commit();
    expect(readlinkSync(at('link.csv'))).toBe(join('elsewhere', 'real.csv'));
    expect(readFileSync(at('elsewhere', 'real.csv'), 'utf8')).toBe('new');
    expect([readdirSync(folder).sort(), readdirSync(at('elsewhere'))]).toEqual([
      ['elsewhere', 'link.csv', 'out.csv'],
      ['real.csv'],
    ]);
  });
});

describe('under a name that we chose, a link is no way out', () => {
  it('the link is replaced, and what it leads to stays', () => {
    writeFileSync(at('precious.csv'), 'mine', { mode: 0o640 });
    symlinkSync('precious.csv', at('sheet.md'));
    const file = replaceFile(at('sheet.md'), 'replaced');
    file.write('sheet');
    file.commit();
    expect(lstatSync(at('sheet.md')).isFile()).toBe(true);
    expect([readFileSync(at('sheet.md'), 'utf8'), readFileSync(at('precious.csv'), 'utf8')]).toEqual(['sheet', 'mine']);
  });

  it('stays when nothing comes of it, and a link that leads nowhere makes nothing there', () => {
    symlinkSync(join('..', 'elsewhere.csv'), at('sheet.md'));
    replaceFile(at('sheet.md'), 'replaced').abandon();
    expect(readlinkSync(at('sheet.md'))).toBe(join('..', 'elsewhere.csv'));
    replaceFile(at('sheet.md'), 'replaced').commit();
    expect([readdirSync(folder), existsSync(at('..', 'elsewhere.csv'))]).toEqual([['sheet.md'], false]);
  });

  it('a folder stays one, and is told', () => {
    mkdirSync(at('sheet.md'));
    expect(failureOf(() => replaceFile(at('sheet.md'), 'replaced'))).toMatchObject({ code: 'output-failed' });
  });
});

describe('any number of files', () => {
  it('wait for their commit without being held open, and one ear hears interruptions for all', () => {
    const open = (): number => readdirSync('/proc/self/fd').length;
    const heldBefore = existsSync('/proc/self/fd') ? open() : 0;
    const files = Array.from({ length: 50 }, (_, i) => {
      const file = replaceFile(at(`${i}.md`));
      file.write(`${i}`);
      file.finish();
      return file;
    });
    if (existsSync('/proc/self/fd')) expect(open()).toBe(heldBefore);
    expect(listening()).toEqual(before.map((count) => count + 1));
    expect(readdirSync(folder).filter((name) => name.endsWith('.md'))).toEqual([]);
    for (const file of files.slice(1)) file.commit();
    files[0]?.abandon();
    expect(readdirSync(folder)).toHaveLength(49);
    expect(readFileSync(at('49.md'), 'utf8')).toBe('49');
  });
});

it('waiting for the disk changes nothing; what is taken away meanwhile is told', async () => {
  const [kept, lost] = [replaceFile(at('kept')), replaceFile(at('lost'))];
  for (const file of [kept, lost]) {
    file.write('whole');
    file.finish();
  }
  await kept.keep();
  expect(existsSync(at('kept'))).toBe(false);
  kept.commit();
  expect(readFileSync(at('kept'), 'utf8')).toBe('whole');
  for (const name of readdirSync(folder)) if (name.startsWith('.lost')) rmSync(at(name));
  await expect(lost.keep()).rejects.toThrow(IoFailure);
  expect(readdirSync(folder)).toEqual(['kept']);
});

it('a link that leads nowhere yet stays, and what it leads to is made', () => {
  symlinkSync('later.csv', at('link.csv'));
  const file = replaceFile(at('link.csv'));
  file.write('new');
  file.commit();
  expect([lstatSync(at('link.csv')).isSymbolicLink(), existsSync(at('later.csv'))]).toEqual([true, true]);
});

it('a name of the greatest length can be written', () => {
  const name = `${'n'.repeat(251)}.csv`;
  replaceFile(at(name)).commit();
  expect(readdirSync(folder)).toEqual([name]);
});

describe('abandoning', () => {
  it('twice is abandoning once', () => {
    const file = replaceFile(at('out.csv'));
    file.abandon();
    file.abandon();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('after the commit leaves what was committed', () => {
    const file = replaceFile(at('out.csv'));
    file.write('a');
    file.commit();
    file.abandon();
    expect([readFileSync(at('out.csv'), 'utf8'), readdirSync(folder)]).toEqual(['a', ['out.csv']]);
  });
});

describe('two files at once', () => {
  it('are each their own', () => {
    const [a, b] = [replaceFile(at('a.csv')), replaceFile(at('b.csv'))];
    a.write('a');
    b.write('b');
    a.abandon();
    b.commit();
    expect([readdirSync(folder), readFileSync(at('b.csv'), 'utf8')]).toEqual([['b.csv'], 'b']);
  });
});

describe('is told, and leaves nothing behind:', () => {
  it('a target that is a folder', () => {
    mkdirSync(at('out.csv'));
    writeFileSync(at('out.csv', 'inside'), 'kept');
    const told = failureOf(() => {
      const file = replaceFile(at('out.csv'));
      file.write('a');
      file.commit();
    });
    expect(told).toMatchObject({ code: 'output-failed', file: at('out.csv'), what: expect.stringContaining('it is a folder') });
    expect([readdirSync(folder), readdirSync(at('out.csv'))]).toEqual([['out.csv'], ['inside']]);
  });

  test.each([
    ['a missing folder', ['missing', 'out.csv'], 'there is no such file or folder'],
    ['a path through a file', ['file', 'out.csv'], 'a part of the path is not a folder'],
    ['a name that is too long', ['n'.repeat(300)], 'the name is too long'],
  ])('%s', (_, names, reason) => {
    writeFileSync(at('file'), '');
    const told = failureOf(() => replaceFile(at(...names)));
    expect(told).toMatchObject({ code: 'output-failed', file: at(...names), what: expect.stringContaining(reason) });
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('a folder that takes the place before the commit', () => {
    const file = replaceFile(at('out.csv'));
    file.write('a');
    mkdirSync(at('out.csv'));
    expect(failureOf(() => file.commit())).toMatchObject({ code: 'output-failed' });
    file.abandon();
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it('is written, not replaced: a pipe', () => {
    expect(spawnSync('mkfifo', [at('pipe')]).status).toBe(0);
    const reader = openSync(at('pipe'), constants.O_RDONLY | constants.O_NONBLOCK);
    const file = replaceFile(at('pipe'));
    file.write('through');
    file.commit();
    const buffer = Buffer.alloc(20);
    expect(buffer.toString('utf8', 0, readSync(reader, buffer))).toBe('through');
    closeSync(reader);
    expect([lstatSync(at('pipe')).isFIFO(), readdirSync(folder)]).toEqual([true, ['pipe']]);
  });

  it('and is abandoned stays', () => {
    expect(spawnSync('mkfifo', [at('pipe')]).status).toBe(0);
    const reader = openSync(at('pipe'), constants.O_RDONLY | constants.O_NONBLOCK);
    replaceFile(at('pipe')).abandon();
    closeSync(reader);
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
  });
});

describe.skipIf(!existsSync('/dev/full'))('a device that is full', () => {
  it('is told as a full disk, and nothing is said to be as it was', () => {
    const file = replaceFile('/dev/full');
    const told = failureOf(() => file.write('a'));
    file.abandon();
    expect(told).toMatchObject({ code: 'output-failed', file: '/dev/full', what: expect.stringContaining('the disk is full') });
    expect(told.why).toBeUndefined();
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
    expect(readdirSync('/dev').filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
