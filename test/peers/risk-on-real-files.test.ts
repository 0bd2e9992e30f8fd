// Are the figures behind the scores of a file that nobody here wrote those that plain loops find? IBM's 2,466 invoices of 100 customers, with the day each was paid.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Figures, type PaidInvoice, riskFigures } from '../oracle/risk.ts';
import { ar } from './program.ts';

const shared = process.env['AR_SHARED'];
if (shared === undefined) console.log('AR_SHARED is not set: scores of the real exports are not held against plain loops');
const FILE = resolve(import.meta.dirname, '../..', shared ?? '.', 'data/ibm-late-payment/putany_data.csv');

/** Month, day and year. */
function dayOf(text: string): number {
  const [month, day, year] = text.split('/').map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

function invoicesIn(text: string): Map<string, PaidInvoice[]> {
  const by = new Map<string, PaidInvoice[]>();
  for (const line of text.trim().split(/\r?\n/).slice(1)) {
    const [, customer = '', , , date = '', due = '', amount = '', disputed, settled = ''] = line.split(',');
    const one = {
      customer,
      date: dayOf(date),
      due: dayOf(due),
      cents: Math.round(Number(amount) * 100),
      settled: dayOf(settled),
    };
    by.set(customer, [...(by.get(customer) ?? []), { ...one, disputed: disputed === 'Yes' }]);
  }
  return by;
}

const KEYS = ['days_late', 'overdue', 'oldest', 'frequency', 'sales', 'disputes'] as const;

test.skipIf(shared === undefined).each([
  ['2013-12-31', '12/31/2013', '12/31/2012', '12/31/2011', true],
  ['2013-06-30', '6/30/2013', '6/30/2012', '6/30/2011', false],
])('on %s', async (asOf, end, year, twoYears, reachesBack) => {
  const text = readFileSync(FILE, 'utf8');
  const ran = await ar(['risk', 'l.csv', '--as-of', asOf, '--detail', '--section', 'figures', '--format', 'json'], {
    'l.csv': text,
  });
  const { sections } = JSON.parse(ran.stdout) as {
    sections: { name: string; rows: { [key: string]: string | number | null }[] }[];
  };
  const told = new Map<string, { [key: string]: number | undefined }>();
  for (const row of sections.find(({ name }) => name === 'figures')?.rows ?? []) {
    const of = told.get(row['customer'] as string) ?? {};
    told.set(row['customer'] as string, { ...of, [row['sub_score'] as string]: (row['figure'] as number | null) ?? undefined });
  }
  const expected = new Map<string, Figures>();
  for (const [customer, all] of invoicesIn(text)) {
    const found = riskFigures(all, [dayOf(end), dayOf(year), dayOf(twoYears)]);
    if (all.some(({ date }) => date <= dayOf(end))) expected.set(customer, reachesBack ? found : { ...found, sales: undefined });
  }
  expect(told.size).toBe(expected.size);
  expect(told.size).toBeGreaterThan(95);
  for (const [customer, figures] of expected) {
    expect([customer, ...KEYS.map((key) => told.get(customer)?.[key])]).toEqual([customer, ...KEYS.map((key) => figures[key])]);
  }
});
