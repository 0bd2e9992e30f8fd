// Does a start from what the engine kept differ from one without in anything but time? And is it taken, where the engine is the same?
// Which files of the program does a run read?
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const box = mkdtempSync(join(tmpdir(), 'ar-start-'));
afterAll(() => rmSync(box, { recursive: true }));

/** Tells at its end which files of the program were read, and whether the engine refused what was kept: undefined where nothing was given to it. */
const ASK = `
  const vm = require('node:vm');
  const read = [];
  let refused;
  vm.Script = class extends vm.Script {
    constructor(text, options) {
      super(text, options);
      read.push(require('node:path').basename(options.filename));
      if (read.at(-1) === 'usual.cjs') refused = this.cachedDataRejected;
    }
  };
  process.on('exit', () => process.stderr.write(\`read: \${read.join(' ')}\\nrefused: \${refused}\`));`;
const asking = join(box, 'asking.cjs');
writeFileSync(asking, ASK);

const age = ['age', join(root, 'fixtures/ledger.csv'), '--as-of', '2026-06-30', '--explain', '--format', 'json'];

/** How a run through this door ends. */
function ended(door: string, args: readonly string[] = age, flags: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', asking, ...flags, door, ...args], {
    encoding: 'utf8',
    env: {},
  });
  return { status, stdout, stderr };
}

/** A program of its own in the box, as an installation would lay it down. */
function installed(name: string): string {
  for (const part of ['bin', 'dist']) cpSync(join(root, part), join(box, name, part), { recursive: true });
  return join(box, name);
}

const usual = ended(join(root, 'bin/ar.js'));

test('what is kept is taken, also in another folder', () => {
  expect(usual.stderr).toContain('refused: false');
  expect(ended(join(installed('elsewhere'), 'bin/ar.js'))).toEqual(usual);
});

/** The files of the program, without what esbuild puts behind a name to tell it from another. */
const plainName = (file: string): string => basename(file).replace(/(?:-[0-9A-Z]{8})?\.cjs$/, '');
const beside = readdirSync(join(root, 'dist/beside')).map((file) => join('beside', file));

test.each(['ar.cjs', 'usual.cjs', ...beside])('dist/%s is ASCII: one byte a character is how it is read', (file) => {
  expect(readFileSync(join(root, 'dist', file)).every((byte) => byte < 0x80)).toBe(true);
});

describe('a run reads of the program', () => {
  const read = (...args: string[]): string[] => {
    const { stderr } = ended(join(root, 'bin/ar.js'), args);
    return (/^read: (.*)$/m.exec(stderr)?.[1] ?? '').split(' ').map(plainName);
  };
  const ledger = join(root, 'fixtures/ledger.csv');

  test('one small file, where it is asked for its version', () => {
    expect(read('--version')).toEqual(['ar']);
  });
  test('what is usual and nothing beside it, where a plain ledger is aged', () => {
    expect(read('age', ledger, '--as-of', '2026-06-30', '--format', 'csv')).toEqual(['ar', 'usual']);
    expect(read('age', ledger, '--as-of', '2026-06-30', '--format', 'csv', '--output', join(box, 'age.csv'))).toEqual([
      'ar',
      'usual',
    ]);
  });
  test('two files more, where that is a FEC', () => {
    const fec = join(root, 'fixtures/000000000FEC20260630.txt');
    expect(read('age', fec, '--as-of', '2026-06-30', '--format', 'csv')).toEqual(['ar', 'usual', 'presets', 'journal']);
  });
  test('beside that what it asks for', () => {
    expect(read('age', ledger, '--as-of', '2026-06-30', '--format', 'json')).toEqual(['ar', 'usual', 'json']);
    expect(read('--help')).toEqual(['ar', 'usual', 'help']);
  });
});

test('what few runs need lies beside what is usual: commands, formats, tables, packages, terms, other encodings', () => {
  expect(beside.map(plainName)).toEqual(
    expect.arrayContaining([
      ...['check', 'convert', 'explain', 'formats', 'help', 'page', 'age-more'],
      ...['table', 'json', 'md', 'settings', 'customers', 'where', 'documents', 'due-days'],
      ...['records', 'decoded', 'late-encoding', 'gzip', 'whole-survey'],
    ]),
  );
});

test('a door that is a link leads to the same program', () => {
  const link = join(box, 'ar');
  symlinkSync(join(root, 'bin/ar.js'), link);
  expect(ended(link)).toEqual(usual);
});

describe('the same bytes and code come', () => {
  const compiled = (name: string): string => join(box, name, 'dist/usual.compiled');
  const told = (stderr: string): string => stderr.replace(/refused: \w+$/, '');

  test.each([
    { when: 'nothing was kept', name: 'nothing', spoil: (name: string) => rmSync(compiled(name)), refused: 'undefined' },
    { when: 'what was kept is cut', name: 'cut', spoil: (name: string) => truncateSync(compiled(name), 9999), refused: 'true' },
    { when: 'it is empty', name: 'empty', spoil: (name: string) => truncateSync(compiled(name), 0), refused: 'undefined' },
    {
      when: 'it was made of another text of the same length',
      name: 'other',
      spoil: (name: string) => {
        const stamped = readFileSync(compiled(name));
        writeFileSync(compiled(name), Buffer.concat([Buffer.from(`//${'0'.repeat(64).padStart(69)}\n`), stamped.subarray(72)]));
      },
      refused: 'undefined',
    },
  ])('when $when', ({ name, spoil, refused }) => {
    const home = installed(name);
    spoil(name);
    const { status, stdout, stderr } = ended(join(home, 'bin/ar.js'));
    expect({ status, stdout, stderr: told(stderr) }).toEqual({ ...usual, stderr: told(usual.stderr) });
    expect(stderr).toContain(`refused: ${refused}`);
  });

  test('under flags of the engine it was not made for', () => {
    const { status, stdout, stderr } = ended(join(root, 'bin/ar.js'), age, ['--stack-size=900']);
    expect({ status, stdout, stderr: told(stderr) }).toEqual({ ...usual, stderr: told(usual.stderr) });
    expect(stderr).toContain('refused: true');
  });
});

test('packages that lie beside the program are found from its door', () => {
  const careful = ended(join(installed('packages'), 'bin/ar.js'), [...age, '--engine', 'careful']);
  const told = { ...usual, stderr: expect.stringMatching(/^read: .*\b(?:records|settings)-/) };
  expect(careful).toEqual(told);
  writeFileSync(join(box, 'settings.toml'), '[output]\ncolor = "auto"\n');
  expect(ended(join(box, 'packages/bin/ar.js'), [...age, '--config', join(box, 'settings.toml')])).toEqual(told);
});
