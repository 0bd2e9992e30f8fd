// Is the usage of each customer's limit what the files of another firm give (barzilay)? Open advances by name, in ILS by their heading, limits by id and name in no currency.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { ar } from './program.ts';

const shared = process.env['AR_SHARED'];
const folder = shared === undefined ? undefined : join(resolve(import.meta.dirname, '../..', shared), 'data/barzilay');
if (folder === undefined) console.log('AR_SHARED is not set: the limits of barzilay are not replayed');

type Row = Readonly<Record<string, string>>;

test.skipIf(folder === undefined)('usage per customer: what the pivot says is open, by the limit of the customer', async () => {
  const file = (name: string): string => readFileSync(join(folder as string, name), 'utf8');
  const args = ['exposure', 'l.csv', '--customers', 'c.csv', '--as-of', '2026-07-16', '--format', 'csv'];
  const files = { 'l.csv': file('open_invoices_excel_serials.csv'), 'c.csv': file('customers.csv') };
  const { stdout, stderr, code } = await ar(args, files);
  expect(code).toBe(0);
  expect(stderr).toContain('20 customers of the ledger are known here by name');
  const limits: Row[] = parse(files['c.csv'], { columns: true });
  const limitOf = new Map(limits.map((row) => [row['customer_name'], Number(row['credit_limit'])]));
  const pivot = file('expected_aging_pivot.csv')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name = '', total] = /^([^,"]+),(?:\d+,){5}(\d+)$/.exec(line) ?? [];
      const limit = limitOf.get(name);
      return limit === undefined ? [] : [[name, Number(total), limit, Math.round((Number(total) / limit) * 10_000) / 10_000]];
    });
  const rows: Row[] = parse(stdout, { columns: true });
  const shown = rows.map((row) => [row['customer'], Number(row['exposure']), Number(row['limit']), Number(row['usage'])]);
  const byName = (a: unknown[], b: unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
  expect(pivot).toHaveLength(20);
  expect(shown.sort(byName)).toEqual(pivot.sort(byName));
  expect(rows.filter(({ status }) => status === 'over').map(({ customer }) => customer)).toEqual([
    ...['Arava Steel Ltd', 'Emek Systems Ltd', 'Yizrael Import Ltd'],
  ]);
});
