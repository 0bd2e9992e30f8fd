// Does an export of another firm's, with days as a spreadsheet counts them, a currency in a heading and a note below its rows, age to the pivot that was made of it?
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ar } from './program.ts';

const shared = process.env['AR_SHARED'];
const folder = shared === undefined ? undefined : join(resolve(import.meta.dirname, '../..', shared), 'data/barzilay');
if (folder === undefined) console.log('AR_SHARED is not set: the pivot of barzilay is not replayed');

test.skipIf(folder === undefined)('each customer of the pivot, and its total, in ILS', async () => {
  const file = (name: string): string => readFileSync(join(folder as string, name), 'utf8');
  expect(existsSync(join(folder as string, 'expected_aging_pivot.csv'))).toBe(true);
  const pivot = file('expected_aging_pivot.csv')
    .split(/\r?\n/)
    .flatMap((line) => /^([^,"]+),(\d+),(\d+),(\d+),(\d+),(\d+),(\d+)$/.exec(line)?.slice(1) ?? [])
    .reduce<string[][]>((rows, cell, i) => {
      if (i % 7 === 0) rows.push([]);
      rows.at(-1)?.push(cell);
      return rows;
    }, [])
    .map(([name, ...figures]) => [name, ...figures.map(Number)]);
  const args = ['age', 'l.csv', '--as-of', '2026-07-16', '--format', 'json'];
  const { stdout, code } = await ar(args, { 'l.csv': file('open_invoices_excel_serials.csv') });
  const [{ rows, totals }] = JSON.parse(stdout).sections;
  type Row = Record<string, unknown>;
  const figures = (row: Row): unknown[] => ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus', 'total'].map((key) => row[key]);
  const aged = rows.map((row: Row) => [row['customer'], ...figures(row)]);
  const byName = (a: unknown[], b: unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
  expect(code).toBe(0);
  expect(aged.sort(byName)).toEqual(pivot.slice(0, -1).sort(byName));
  expect(figures(totals[0])).toEqual(pivot.at(-1)?.slice(1));
  expect([totals[0].currency, totals[0].total]).toEqual(['ILS', 7_670_150]);
});
