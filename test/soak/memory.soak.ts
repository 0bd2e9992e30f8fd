// Are a million rows read within 250 MB of memory? The whole process is measured at its peak, Node itself included.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ar, peakBytes, writeLedger } from '../bench/measure.mjs';

const ROWS = 1_000_000;
const MOST_BYTES = 250_000_000;

const folder = mkdtempSync(join(tmpdir(), 'ar-soak-'));
const ledger = join(folder, 'ledger.csv');
const asOf = ['--as-of', '2026-06-30'];

beforeAll(() => {
  writeLedger(ROWS, ledger);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a million rows are read within 250 MB', async () => {
  const peak = await peakBytes(ar('age', ledger, ...asOf, '--format', 'csv'));
  console.log(`peak memory of ar age on ${ROWS} rows: ${peak === undefined ? 'not measured' : `${Math.round(peak / 1e6)} MB`}`);
  expect(peak, 'neither GNU time nor /proc is there to measure with').toBeDefined();
  expect(peak).toBeLessThan(MOST_BYTES);
});

test('and all of them are read: the control has the sum of the file', () => {
  const ended = spawnSync(process.execPath, ar('age', ledger, ...asOf, '--format', 'json'), {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  expect(ended.status, ended.stderr).toBe(0);
  const { control } = JSON.parse(ended.stdout) as { control: { currency: string; postings: number; difference: number }[] };
  const found = control.map(({ currency, postings, difference }) => [currency, inMinor(postings, currency), difference]);
  const sums = [...sumsOf(ledger)].map(([currency, sum]) => [currency, sum, 0]);
  expect(found.sort()).toEqual(sums.sort());
});

/** The amounts of the file summed by currency, in minor units; they are the second to last cell, which is never quoted. */
function sumsOf(path: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)) {
    const [amount = '', currency = ''] = line.split(',').slice(-2);
    sums.set(currency, (sums.get(currency) ?? 0) + Number(amount.replace('.', '')));
  }
  return sums;
}

/** An amount as JSON carries it, in minor units. */
function inMinor(amount: number, currency: string): number {
  return Math.round(amount * (currency === 'JPY' ? 1 : 100));
}
