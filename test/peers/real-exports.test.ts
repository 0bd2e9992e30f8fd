// What do files that nobody here wrote come to, with nothing configured? Figures by those who published them, or counted by hand (cases X4 and issue texts);
// the files are read where they lie.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ar } from './program.ts';

const shared = process.env['AR_SHARED'];
const folder = shared === undefined ? undefined : resolve(import.meta.dirname, '../..', shared, 'data');
if (folder === undefined) console.log('AR_SHARED is not set: the real exports are not replayed');

type Figures = { readonly items: number; readonly [key: string]: number };

/** Sums of the keys over all rows, in hundredths, and the items. Currencies are added here as those who published the figures did. */
async function aged(path: string, asOf: string, keys: readonly string[], options: readonly string[] = []): Promise<Figures> {
  const files = { 'export.csv': readFileSync(join(folder as string, path), 'utf8') };
  const asked = ['export.csv', '--as-of', asOf, '--format', 'json', ...options];
  const [balance, detail] = [await ar(['age', ...asked], files), await ar(['age', ...asked, '--detail'], files)];
  expect([balance.code, detail.code]).toEqual([0, 0]);
  const rows = (text: string): Record<string, number>[] => JSON.parse(text).sections[0].rows;
  const sum = (key: string): number => rows(balance.stdout).reduce((all, row) => all + Math.round((row[key] as number) * 100), 0);
  return { items: rows(detail.stdout).length, ...Object.fromEntries(keys.map((key) => [key, sum(key)])) };
}

describe.skipIf(folder === undefined)('real exports', () => {
  test.each([
    ['2013-06-30', { items: 84, not_due: 428429, d1_30: 83556, total: 511985 }],
    ['2012-12-31', { items: 99, not_due: 493632, d1_30: 78874, total: 572506 }],
    ['2013-09-30', { items: 88, not_due: 456374, d1_30: 46548, total: 502922 }],
  ])('IBM, 2,466 invoices with month-first days, on %s', async (day, figures) => {
    expect(await aged('ibm-late-payment/putany_data.csv', day, ['not_due', 'd1_30', 'total'])).toEqual(figures);
  });

  test('QuickBooks, with lines of titles and commas between thousands', async () => {
    const figures = await aged('packages/quickbooks/quickbooks_ar_aging_detail.csv', '2025-12-31', ['total']);
    expect(figures).toEqual({ items: 5, total: 491725 });
  });

  test('Barzilay, advances on the deals of two states', async () => {
    const options = ['--map', 'amount=advance_amount', '--map', 'settled_on=repaid_date', '--where', 'status=Financed,Overdue'];
    const keys = ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91_plus', 'total'];
    expect(await aged('barzilay/deals.csv', '2026-07-16', keys, options)).toEqual({
      ...{ items: 26, not_due: 305202500, d1_30: 0, d31_60: 11279500, d61_90: 0, d91_plus: 450533000, total: 767015000 },
    });
  });

  test.each(['factures.csv', 'paiements.csv', 'balance_client.csv'])('eunice/%s has no days, which is told', async (name) => {
    const files = { 'export.csv': readFileSync(join(folder as string, 'eunice', name), 'utf8') };
    const ran = await ar(['age', 'export.csv', '--as-of', '2026-06-30'], files);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('heading-missing: no column says the day (date or posted)');
  });
});
