// What does --rates take, and what does it refuse? Spellings of a table of rates, which rate holds, what is converted with the ledger, and an ar.toml that names one.
import { describe, expect, test } from 'vitest';
import { ar, type Ran } from '../peers/program.ts';

const LEDGER = `customer,document,reference,kind,date,due,amount,currency,base
A,F1,,invoice,2026-05-01,2026-05-31,100.00,USD,93.00
A,F2,,invoice,2026-06-01,2026-07-01,50.00,EUR,50.00
`;
const RATES = 'currency,day,rate\nUSD,2026-06-01,0.90\nUSD,2026-07-01,0.50\n';
const run = (command: string, args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  ar([command, 'l.csv', '--as-of', '2026-06-30', '--format', 'json', '--quiet', ...args], {
    ...{ 'l.csv': LEDGER, 'r.csv': RATES },
    ...files,
  });
const IN_EUR = ['--in', 'EUR', '--rates', 'r.csv'];
const rowsOf = ({ stdout }: Ran, section = 0): Record<string, unknown>[] => JSON.parse(stdout).sections[section].rows;

describe('a table of rates', () => {
  test.each([
    ['ISO and dots', RATES],
    ['French, in cells of a spreadsheet', '\ufeffDevise;Date;Cours\nUSD;31/05/2026;0,90\nUSD;01/07/2026;0,50\n'],
    ['in any order', 'rate,currency,day\n0.50,USD,2026-07-01\n0.90,USD,2026-06-30\n0.10,USD,2026-06-29\n'],
    ['with the one currency itself, and others', `${RATES}EUR,2026-06-01,1.00\nSEK,2026-06-01,0.09\n`],
    ['of three decimals, which are no thousands', 'currency,day,rate\nUSD,2026-06-01,0.900\n'],
  ])('%s', async (_, table) => {
    const ran = await run('age', IN_EUR, { 'r.csv': table });
    expect([ran.code, ran.stderr, rowsOf(ran).map(({ currency, total }) => [currency, total])]).toEqual([
      ...[0, '', [['EUR', 140]]],
    ]);
  });

  test.each([
    ['no number', `${RATES}GBP,2026-06-01,x\n`, 'r.csv:4:3: error cell-unreadable: rate: not a number above 0'],
    ['nothing', `${RATES}GBP,2026-06-01,0\n`, 'r.csv:4:3: error cell-unreadable: rate: not a number above 0'],
    ['no day', `${RATES}GBP,,1.17\n`, 'r.csv:4:2: error cell-missing: day: is empty'],
    ['no currency', `${RATES}ZZZ,2026-06-01,1\n`, 'r.csv:4:1: error currency-unknown'],
    ['the same day twice', `${RATES}USD,2026-06-01,0.91\n`, 'error row-twice: currency: stands on line 2 already'],
    ['the other direction', 'currency,day,rate\nUSD,2026-06-01,1\nEUR,2026-06-01,0.9\n', 'rate: one EUR is worth one EUR'],
    ['only later days', 'currency,day,rate\nUSD,2026-07-01,0.50\n', 'error rate-missing: --in EUR: r.csv has no rate of USD'],
    ['amounts beyond what can be summed', 'currency,day,rate\nUSD,2026-06-01,999999999999\n', 'error sum-too-large'],
  ])('that says %s ends the run', async (_, table, told) => {
    const ran = await run('age', IN_EUR, { 'r.csv': table });
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain(told);
  });
});

test('first days of months fit two orders: the table that tells neither goes by --date-order, and the ledger may be spelt otherwise', async () => {
  const files = { 'r.csv': 'Devise;Date;Cours\nUSD;01/06/2026;0,90\nUSD;01/07/2026;0,50\n' };
  expect((await run('age', IN_EUR, files)).stderr).toContain(
    'r.csv:2:2: error days-ambiguous: day: every day of the column fits',
  );
  expect(rowsOf(await run('age', [...IN_EUR, '--date-order', 'dmy'], files))).toMatchObject([{ total: 140 }]);
  const told = { 'r.csv': 'currency,day,rate\nUSD,06/15/2026,0.90\n' };
  expect(rowsOf(await run('age', [...IN_EUR, '--date-order', 'dmy'], told))).toMatchObject([{ total: 140 }]);
});

test('--rates asks for --in, and without it the column base is what counts', async () => {
  expect((await run('age', ['--rates', 'r.csv'])).stderr).toContain(
    '--rates: nothing says in which currency the report is to be',
  );
  expect(rowsOf(await run('age', ['--in', 'EUR'])).map(({ total }) => total)).toEqual([143]);
  expect((await run('age', ['--in', 'USD'])).stderr).toContain('or say what currencies are worth: --rates FILE');
  expect(
    rowsOf(await run('age', ['--in', 'USD', '--rates', 'usd.csv'], { 'usd.csv': 'currency,day,rate\nEUR,2026-06-30,1.1\n' })),
  ).toMatchObject([{ currency: 'USD', total: 155 }]);
});

test('orders, limits, cover and an order that is asked about are converted with the ledger', async () => {
  const files = {
    'c.csv': 'id,currency,credit_limit,insured_limit,group,group_limit\nA,USD,200.00,100.00,G,300.00\nB,EUR,10.00,,G,\n',
    'o.csv': 'customer,currency,undelivered\nA,USD,10.00\nB,GBP,5.00\n',
    'r.csv': `${RATES}GBP,2026-06-01,1.20\n`,
  };
  const ran = await run('exposure', [...IN_EUR, '--customers', 'c.csv', '--orders', 'o.csv', '--what-if', 'A=USD=20'], files);
  const figures = ({ customer, balance, orders, exposure, covered, limit, status }: Record<string, unknown>) => [
    ...[customer, balance, orders, exposure, covered, limit, status],
  ];
  expect(rowsOf(ran).map(figures)).toEqual([
    ['A', 140, 27, 167, 90, 180, 'watch'],
    ['B', 0, 6, 6, 0, 10, 'ok'],
  ]);
  const groups = JSON.parse(ran.stdout).sections.find(({ name }: { name: string }) => name === 'groups');
  expect(groups.rows).toMatchObject([{ group: 'G', currency: 'EUR', exposure: 173, limit: 270 }]);
});

test('sales of a table are converted, and what each day is compared with has one rate', async () => {
  const sales = { 's.csv': 'month,currency,amount\n2026-06,USD,100.00\n2026-06,EUR,10.00\n' };
  const ran = await run('dso', [...IN_EUR, '--sales', 's.csv', '--months', '1', '--window', '1m'], sales);
  expect(rowsOf(ran)).toMatchObject([{ currency: 'EUR', receivable: 140, sales: 100, dso: 42 }]);
  const compared = rowsOf(await run('age', [...IN_EUR, '--compare', '2026-07-02']))[0];
  expect([compared?.['total'], compared?.['compare_total']]).toEqual([140, 140]);
});

test('an ar.toml may name them: they hold where one currency is asked for, and are nothing to figures of a currency of their own', async () => {
  const toml = { 'ar.toml': '[input]\nrates = "r.csv"\n' };
  expect(rowsOf(await run('age', [], toml))).toHaveLength(2);
  expect(rowsOf(await run('age', ['--in', 'EUR'], toml))).toMatchObject([{ total: 140 }]);
  const both = { 'ar.toml': '[input]\nrates = "r.csv"\nin = "EUR"\n' };
  for (const command of ['limit', 'risk']) expect((await run(command, [], both)).code).toBe(0);
  expect(rowsOf(await run('interest', ['--law', 'fr'], both))).toMatchObject([{ currency: 'USD', principal: 100 }]);
  for (const command of ['limit', 'risk', 'interest'])
    expect((await run(command, IN_EUR)).stderr).toMatch(/--in: .*; leave it out\n.*--rates: /);
});

test('the table is never written over', async () => {
  const ran = await run('age', [...IN_EUR, '--output', 'r.csv']);
  expect(ran.stderr).toContain('usage-overwrites-ledger');
});
