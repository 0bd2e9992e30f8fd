// Does memory stay bounded, whatever a file holds? The built program reads files that are one cell for the most part, or odd in every row,
// and its peak is held against that of a file of two lines. Without a build there is nothing to measure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWhole, share } from '../harness/share.ts';

const root = join(import.meta.dirname, '../..');
const built = existsSync(join(root, 'dist/ar.cjs'));
if (!built) console.log('dist/ar.cjs is not there: memory is not measured');

const HEAD = 'customer,document,date,due,amount\n';
const ROW = 'C1,F1,2026-05-01,2026-05-31,1.00\n';
const MB = 1_000_000;

const folder = mkdtempSync(join(tmpdir(), 'ar-memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Written by the process itself as it ends; on Linux the peak of the program alone, without that of the process that started it. */
const PEAK = `process.on('exit', () => {
  const { readFileSync, writeFileSync } = require('node:fs');
  const told = process.platform === 'linux' ? /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) : null;
  writeFileSync(process.env.AR_PEAK, String(told === null ? process.resourceUsage().maxRSS : told[1]));
});`;

function leftOpen(): string {
  return `${HEAD}C1,"F1,2026-05-01,,1.00\n${ROW.repeat((100 * MB) / ROW.length)}`;
}

type Ended = { readonly peak: number; readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Ages a file, given by its name or on standard input. */
function age(text: string, options: readonly string[] = [], piped = false): Ended {
  const [path, hook, peak] = ['ledger.csv', 'peak.cjs', 'peak'].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(path, text);
  writeFileSync(hook, PEAK);
  const program = ['--require', hook, join(root, 'bin/ar.js'), 'age', piped ? '-' : path];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...program, '--as-of', '2026-06-30', '--format', 'csv', ...options],
    {
      ...{ encoding: 'utf8' as const, env: { ...process.env, AR_PEAK: peak } },
      ...(piped ? { input: text } : {}),
    },
  );
  return { peak: Number(readFileSync(peak, 'utf8')) * 1024, status, stdout, stderr };
}

describe.skipIf(!built)('memory stays bounded', () => {
  let small = 0;
  beforeAll(() => {
    small = age(HEAD + ROW).peak;
  });
  // Made when they are needed: the texts are large.
  const files: readonly [string, () => string][] = [
    ['for a field of 50 MB', () => `${HEAD}C1,"${'x'.repeat(50 * MB)}",2026-05-01,,1.00\n${ROW}`],
    ['for a field of 50 MB without quotes', () => `${HEAD}C1,${'x'.repeat(50 * MB)},2026-05-01,,1.00\n${ROW}`],
    ['for a field of 50 MB of lines', () => `${HEAD}C1,"${'abc\n'.repeat(12.5 * MB)}",2026-05-01,,1.00\n${ROW}`],
    ['for a quote left open in 100 MB of rows', leftOpen],
  ];
  test.each(share(files, 3))('%s: the file is refused for its second line, by either reader', (_, text) => {
    for (const options of [[], ['--engine', 'careful']]) {
      const { peak, status, stderr } = age(text(), options);
      expect(status).toBe(2);
      expect(stderr).toContain(':2: error record-too-long');
      expect(peak - small, options.join(' ')).toBeLessThan(40 * MB);
    }
  });

  test.runIf(isWhole)('for the same on standard input', () => {
    const { peak, status, stderr } = age(leftOpen(), [], true);
    expect(status).toBe(2);
    expect(stderr).toContain('(stdin):2: error record-too-long');
    expect(peak - small).toBeLessThan(40 * MB);
  });

  test('for 500,000 rows of which none is plain: it grows with the postings only', () => {
    const rows = (name: string): string =>
      Array.from({ length: 500_000 }, (_, i) => `${name}${i % 100},2026-05-01,2.00\n`).join('');
    const plain = age(`customer,date,amount\n${rows('C')}`);
    const odd = age(`customer,date,amount\n${rows('É')}`);
    expect([plain.status, odd.status]).toEqual([0, 0]);
    expect(odd.peak - plain.peak).toBeLessThan(30 * MB);
    expect(odd.stdout.match(/,10000\.00,/g)?.length).toBeGreaterThanOrEqual(100);
  });
});
