// Is nothing that is late lost between the aged balance and its interest? Items and what is left out come to the overdue of `ar age`, on the fixtures and on every real file.
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ar } from './program.ts';

const shared = process.env['AR_SHARED'];
if (shared === undefined)
  console.log('AR_SHARED is not set: interest on the real exports is not held against their aged balance');

const fixtures = resolve(import.meta.dirname, '../../fixtures');
const data = resolve(import.meta.dirname, '../..', shared ?? '.', 'data');

type Run = readonly [file: string, asOf: string, ...more: string[]];

const OURS: readonly Run[] = [
  [`${fixtures}/ledger.csv`, '2026-06-30'],
  [`${fixtures}/ledger.csv`, '2026-03-31', '--customers', `${fixtures}/customers.csv`],
  [`${fixtures}/ledger.csv`, '2025-12-31', '--impute', 'interest'],
];

const REAL: readonly Run[] = [
  [`${data}/ibm-late-payment/putany_data.csv`, '2013-06-30'],
  [`${data}/ibm-late-payment/putany_data.csv`, '2012-12-31'],
  [
    `${data}/barzilay/deals.csv`,
    '2026-07-16',
    '--map',
    'amount=advance_amount',
    '--map',
    'settled_on=repaid_date',
    '--where',
    'status=Financed,Overdue',
  ],
  [`${data}/packages/quickbooks/quickbooks_ar_aging_detail.csv`, '2025-12-31'],
  [`${data}/fec/0000000001FEC20220831.txt`, '2022-08-31', '--terms', '30 days'],
  [`${data}/fec/000000000FEC20231231.txt`, '2023-12-31', '--terms', '30 days'],
  [`${data}/fec/123456789FEC20500930.txt`, '2026-06-30', '--terms', '45 days end-of-month'],
];

async function run(
  command: string,
  [file, asOf, ...more]: Run,
): Promise<{ sections: { name: string; rows: Record<string, unknown>[] }[] }> {
  const paths = [file, ...more.filter((one) => one.startsWith('/'))];
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(path)]));
  const law = command === 'interest' ? ['--law', 'fr'] : [];
  const ran = await ar([command, file, '--as-of', asOf, '--config', 'none', '--format', 'json', ...law, ...more], files);
  expect([ran.code, ran.stderr.includes('error')]).toEqual([0, false]);
  return JSON.parse(ran.stdout);
}

/** Sums by currency, in cents. */
function sums(rows: readonly Record<string, unknown>[], key: string): Record<string, number> {
  const by: Record<string, number> = {};
  for (const row of rows) {
    const currency = row['currency'] as string;
    by[currency] = (by[currency] ?? 0) + Math.round((row[key] as number) * 100);
  }
  return Object.fromEntries(Object.entries(by).filter(([, sum]) => sum !== 0));
}

async function holds(of: Run): Promise<void> {
  const { sections } = await run('interest', of);
  const ageRun = of.filter((one, i) => one !== '--impute' && of[i - 1] !== '--impute') as unknown as Run;
  const [age] = (await run('age', ageRun)).sections;
  const summary = sections.find(({ name }) => name === 'summary')?.rows ?? [];
  const overdue = sums(age?.rows ?? [], 'overdue');
  expect(
    sums(
      summary.filter(({ line }) => line !== 'overdue'),
      'principal',
    ),
  ).toEqual(overdue);
  expect(
    sums(
      summary.filter(({ line }) => line === 'overdue'),
      'principal',
    ),
  ).toEqual(overdue);
}

const named = (list: readonly Run[]) => list.map((one) => [basename(one[0]), one[1], one] as const);

describe('what is late', () => {
  test.each(named(OURS))('%s on %s comes to the aged balance', async (_, __, of) => {
    await holds(of);
  });

  test.skipIf(shared === undefined).each(named(REAL))('%s on %s comes to the aged balance', async (_, __, of) => {
    await holds(of);
  });
});
