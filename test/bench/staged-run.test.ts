// Does the run that the bench takes apart write what the program writes? Else its stages would be those of something else.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const box = mkdtempSync(join(tmpdir(), 'ar-staged-'));
afterAll(() => rmSync(box, { recursive: true }));

const node = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });

test('a staged run writes the bytes of the program', () => {
  const bundle = `import { bundleStagedRun } from './test/bench/stages.mjs'; await bundleStagedRun(${JSON.stringify(box)});`;
  expect(node('--input-type=module', '-e', bundle).stderr).toBe('');
  const staged = node(join(box, 'staged-run.cjs'), 'fixtures/ledger.csv', '2026-06-30');
  const program = node('bin/ar.js', 'age', 'fixtures/ledger.csv', '--as-of', '2026-06-30', '--format', 'csv');
  expect(staged.stdout).toBe(program.stdout);
  expect(program.stdout).not.toBe('');
});
