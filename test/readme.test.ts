// Does the README tell the truth? Its two commands, its screen, its table of commands, its snippet and every example of the help
// are compared with the program, or run. AR_UPDATE=1 rewrites the screen.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commonOptions } from '../src/cli/options.ts';
import { COMMANDS } from '../src/cli/registry.ts';
import { sections } from '../src/cli/setting-keys.ts';
import { readSettings } from '../src/cli/settings.ts';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], LC_ALL: 'C.UTF-8' };

function block(language: string, nth = 0): string {
  const blocks = [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))];
  return blocks[nth]?.[1] ?? '';
}

/** Examples may write files. */
const folder = mkdtempSync(join(tmpdir(), 'ar-readme-'));
cpSync(join(root, 'fixtures'), join(folder, 'fixtures'), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

function ar(args: readonly string[], more: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [join(root, 'bin/ar.js'), ...args], {
    cwd: folder,
    env: { ...env, ...more },
    encoding: 'utf8',
  });
}

test('the two commands stand first', () => {
  expect(block('sh')).toBe('npm ci && npx ar age fixtures/ledger.csv --as-of 2026-06-30\nnpm test\n');
  expect(readme.indexOf('```sh')).toBeLessThan(200);
});

test('the screen is what the first command prints on a terminal of 110 columns', () => {
  const printed = ar(['age', 'fixtures/ledger.csv', '--as-of', '2026-06-30', '--format', 'table'], { COLUMNS: '110' }).stdout;
  if (process.env['AR_UPDATE'] === '1') writeFileSync(join(root, 'README.md'), readme.replace(block('text'), printed));
  else expect(block('text')).toBe(printed);
});

test('the two letters are those of the tests', () => {
  const golden = (name: string): string => readFileSync(join(root, `test/letters/golden/${name}.txt`), 'utf8');
  expect([block('text', 1), block('text', 2)]).toEqual([golden('fr-fr-second'), golden('en-uk-formal')]);
});

test('the table of commands is the registry', () => {
  const rows = [...readme.matchAll(/^\| `ar (\S+)` \| (.+) \|$/gm)].map(([, name, summary]) => ({ name, summary }));
  expect(rows).toEqual(COMMANDS.map(({ name, summary }) => ({ name, summary })));
});

test('the ar.toml holds every key there is, and nothing is told of it', async () => {
  const source = { name: 'ar.toml', chunks: () => [new TextEncoder().encode(block('toml'))] };
  const { mistakes, settings } = await readSettings(source, new Map(), commonOptions);
  expect(mistakes.kept).toEqual([]);
  // Of tables that a user names (`dunning.gentle`) each key stands once, whatever their names.
  const keyOf = ([section = '', key = '', part = '']: string[]): string =>
    `${section}.*` in sections && !(key in (sections[section] ?? {})) ? `${section}.*.${part}` : `${section}.${key}`;
  const held = new Set(settings?.keys.map(({ name }) => keyOf(name.split('.'))));
  const known = Object.entries(sections).flatMap(([name, keys]) => Object.keys(keys).map((key) => `${name}.${key}`));
  expect([...held].sort()).toEqual(known.sort());
});

test('the snippet compiles against the library and prints what its comment says', () => {
  const folder = mkdtempSync(join(root, 'node_modules/.readme-'));
  try {
    writeFileSync(join(folder, 'snippet.ts'), `${block('ts').replace("'receivables'", "'../../src/index.ts'")}\n`);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../tsconfig.json', compilerOptions: { typeRoots: ['../@types'] }, include: ['snippet.ts'] }),
    );
    const tsc = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
    expect(tsc.stdout + tsc.stderr).toBe('');
    const bundled = spawnSync(
      join(root, 'node_modules/.bin/esbuild'),
      [
        join(folder, 'snippet.ts'),
        '--bundle',
        '--platform=node',
        '--format=esm',
        `--outfile=${join(folder, 'snippet.mjs')}`,
        '--log-level=error',
      ],
      { encoding: 'utf8' },
    );
    expect(bundled.stderr).toBe('');
    expect(spawnSync(process.execPath, [join(folder, 'snippet.mjs')], { encoding: 'utf8' }).stdout).toBe('C1 12000\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

for (const entry of COMMANDS) {
  const { examples } = await entry.load();
  test.each(examples)(`ar ${entry.name} --help: $line`, ({ line }) => {
    // A text in quotes is one argument, as in a shell.
    const run = ar((line.match(/"[^"]*"|\S+/g) ?? []).slice(1).map((text) => text.replaceAll('"', '')));
    expect(run.stderr.split('\n').filter((l) => l.includes(': error '))).toEqual([]);
    expect(run.status).toBeLessThanOrEqual(1);
    expect(run.stdout).not.toBe('');
  });
}
