// Do FECs that firms filed come to the figures of the tax forms filed with them (cases A16 and A17)? They lie outside of the project: AR_SHARED names the folder.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ar } from '../peers/program.ts';

const shared = process.env['AR_SHARED'];
const folder = shared === undefined ? undefined : resolve(import.meta.dirname, '../..', shared, 'data/fec');
if (folder === undefined) console.log('AR_SHARED is not set: filed FECs are not held against the forms filed with them');

const bytes = (name: string): Uint8Array => readFileSync(join(folder as string, name));

async function report(args: readonly string[], files: Readonly<Record<string, string | Uint8Array>>) {
  const ran = await ar([...args, '--format', 'json', '--quiet'], files);
  expect(ran.stdout, ran.stderr).not.toBe('');
  return JSON.parse(ran.stdout);
}

describe.skipIf(folder === undefined)('FECs as filed', () => {
  it.each([
    // Line BC: customers with a debit balance, before the one in credit (−79.13).
    ['0000000001FEC20220831.txt', '2022-08-31', 52_517.24, 52_596.37],
    ['123456789FEC20500930.txt', '2023-09-30', 128_200.5, 128_200.5],
    ['000000000FEC20231231.txt', '2023-12-31', 27_771.7, 27_771.7],
  ])('%s ties to 411 and to the balance sheet', async (name, day, net, debtors) => {
    const { sections, control } = await report(['age', name, '--as-of', day], { [name]: bytes(name) });
    const totals = (sections[0].rows as { total: number }[]).map(({ total }) => Math.round(total * 100));
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(Math.round(net * 100));
    expect(totals.reduce((sum, total) => sum + Math.max(total, 0), 0)).toBe(Math.round(debtors * 100));
    expect(control.map((line: { account?: string; open: number }) => [line.account, line.open])).toEqual([
      [undefined, net],
      ['411', net],
    ]);
  });

  it.each([
    ['123456789FEC20500930.txt', 1_212_844],
    ['000000000FEC20231231.txt', 165_298],
  ])('%s has the sales of its form', async (name, sales) => {
    const { sections } = await report(['check', name, '--as-of', '2023-12-31'], { [name]: bytes(name) });
    const { totals } = sections.find((one: { name: string }) => one.name === 'sales');
    expect(Math.round(totals[0].net)).toBe(sales);
  });

  it('of two years owe 15.00, and not what is brought forward again', async () => {
    const text = (name: string): string => new TextDecoder().decode(bytes(name)).replaceAll('{current_date}', '20180601');
    const files = { 'previous.csv': text('tryton-previous.csv'), 'current.csv': text('tryton-current.csv') };
    const { sections } = await report(['age', ...Object.keys(files), '--as-of', '2018-12-31'], files);
    expect(sections[0].rows.map(({ customer, total }: { customer: string; total: number }) => [customer, total])).toEqual([
      ['2', 15],
    ]);
  });
});
