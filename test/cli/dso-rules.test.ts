// Does `ar dso` print what the examples of rules §1.1 and 1.4 come to? Each as a ledger and a table of sales, through the program.
import { describe, expect, test } from 'vitest';
import { ar } from '../peers/program.ts';

type Row = Readonly<Record<string, string | number | null>>;

const HEAD = 'customer,document,reference,kind,date,due,amount,disputed\n';

/** The last row of the report, with its details. */
async function last(asOf: string, rows: readonly string[], sales: string, ...args: string[]): Promise<Row> {
  const files = { 'l.csv': `${HEAD}${rows.join('\n')}\n`, 's.csv': `month,amount\n${sales}\n` };
  const asked = ['dso', 'l.csv', '--sales', 's.csv', '--as-of', asOf, '--months', '1', '--format', 'json', ...args];
  const { stdout, stderr, code } = await ar(asked, files);
  expect(code, stderr).toBe(0);
  const { sections } = JSON.parse(stdout) as { sections: { name: string; rows: Row[] }[] };
  return Object.assign({}, ...sections.filter(({ name }) => name === 'dso' || name === 'details').map(({ rows }) => rows.at(-1)));
}

const yearOf = (total: number): string =>
  Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')},${((total * 100) / 12 / 100).toFixed(2)}`).join(
    '\n',
  );
const quarter = (...sums: readonly number[]): string => sums.map((sum, i) => `2025-0${i + 1},${sum}.00`).join('\n');

/** 1.2 M owed at the beginning and at the end, of which 300,000 are late, 120,000 of them in dispute; all on 40 days. */
const OWED = [
  'A,F0,,invoice,2024-12-01,2025-01-10,1200000.00,',
  'A,P0,F0,payment,2025-01-10,,-1200000.00,',
  'A,F1,,invoice,2025-12-01,2026-01-10,900000.00,',
  'A,F2,,invoice,2025-10-01,2025-11-10,180000.00,',
  'A,F3,,invoice,2025-10-01,2025-11-10,120000.00,yes',
];

type Example = [source: string, asOf: string, rows: readonly string[], sales: string, expected: Row];

describe('rules §1.1', () => {
  const openOf = (amount: string, day = '2025-03-20'): string => `A,F1,,invoice,${day},2026-12-31,${amount},`;
  test.each<Example>([
    [
      'rules §1.1, 1, Divalto: 30 000 / 60 000 × 90 = 45',
      '2025-03-31',
      [openOf('30000.00')],
      quarter(10_000, 20_000, 30_000),
      { dso: 45 },
    ],
    [
      'rules §1.1, 1, Oracle JDE: 10 869 × 90 / (5 538 + 4 566 + 7 570) = 55.35',
      '2025-03-31',
      [openOf('10869.00')],
      quarter(5538, 4566, 7570),
      { dso: 55.35 },
    ],
    [
      'rules §1.1, 1b: (28 000 + 32 000) / 2 / 60 000 × 90 = 45',
      '2025-03-31',
      ['A,F0,,invoice,2024-12-01,2025-01-10,28000.00,', 'A,P0,F0,payment,2025-01-10,,-28000.00,', openOf('32000.00')],
      quarter(10_000, 20_000, 30_000),
      { dso_average: 45 },
    ],
    [
      'rules §1.1, 5, Oracle Collections: 10 000 of 40 days in a month of 100 000 contribute 4 days',
      '2025-03-31',
      [openOf('10000.00', '2025-02-19')],
      quarter(50_000, 100_000, 70_000),
      { dso_true: 4 },
    ],
  ])('%s', async (_, asOf, rows, sales, expected) => {
    expect(await last(asOf, rows, sales)).toMatchObject(expected);
  });

  const ofYear = ['--window', '1y'];
  test('rules §1.1, 1, finance-technique prints 60: 472 / (2 400 + 470.4) × 365', async () => {
    expect(await last('2025-12-31', [openOf('472.00', '2025-12-01')], yearOf(2870.4), ...ofYear)).toMatchObject({ dso: 60.02 });
  });

  test('rules §1.1, 3, 4, 4b, 4c, 8: of 7.3 M a year 60 days, 45 at best, 15 delinquent, 5 beyond the terms, 6 in dispute, 6.08 turns of 60 days', async () => {
    const sales = yearOf(7_300_000).replace(/(2025-12),.*/, '$1,608333.37');
    expect(await last('2025-12-31', OWED, sales, ...ofYear)).toMatchObject({
      ...{ receivable: 1_200_000, overdue: 300_000, terms_granted: 40 },
      ...{ dso: 60, dso_best_possible: 45, dso_delinquent: 15, dso_beyond_terms: 5, dso_disputed: 6, receivable_turns: 6.0833 },
    });
  });

  test('rules §1.1, 7: a day of 12 M€ is 32 876.71, and 62 days of it 2 038 356', async () => {
    const owed = [openOf('2038356.16', '2025-12-01')];
    const row = await last('2025-12-31', owed, yearOf(12_000_000), ...ofYear);
    expect(row).toMatchObject({ day_value: 32_876.71, dso: 62, receivable: 2_038_356.16 });
  });
});
