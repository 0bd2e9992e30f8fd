// What does `ar dso` take beside a ledger, and what does it refuse? Tables of sales in each spelling, firms, the books' currency, and figures that no customer can have.
import { describe, expect, test } from 'vitest';
import { ar, type Ran } from '../peers/program.ts';

const LEDGER = `customer,document,reference,kind,date,due,amount,currency,base
A,F1,,invoice,2026-05-01,2026-05-31,1000.00,USD,900.00
A,F2,,invoice,2026-06-01,2026-07-01,500.00,EUR,500.00
A,P1,F1,payment,2026-06-10,,-400.00,USD,-370.00
`;
const dso = (args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  ar(['dso', 'l.csv', '--as-of', '2026-06-30', '--format', 'json', '--months', '1', ...args], { 'l.csv': LEDGER, ...files });
const rowsOf = ({ stdout }: Ran, section = 0): Record<string, unknown>[] => JSON.parse(stdout).sections[section].rows;

describe('--sales', () => {
  test.each(['2026-06', '2026/06', '202606', '06/2026', '6.2026', '2026-06-17'])('a month as %s', async (month) => {
    const ran = await dso(['--sales', 's.csv'], { 's.csv': `month;amount\n${month};750,00\n` });
    expect(rowsOf(ran).map(({ currency, sales }) => [currency, sales])).toEqual([
      ['EUR', 750],
      ['USD', null],
    ]);
  });

  test.each(['juin', '2026-13', '13/2026', '2026', ''])('"%s" is no month, and ends the run', async (month) => {
    const ran = await dso(['--sales', 's.csv'], { 's.csv': `month,amount\n2026-05,1.00\n"${month}",750.00\n` });
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    const told = month === '' ? 'cell-missing: month: is empty' : 'cell-unreadable: month: this is no month';
    expect(ran.stderr).toContain(`s.csv:3:1: error ${told}`);
  });

  test.each([
    ['has no rows', 'month,amount\n', 'the table of sales has no rows'],
    ['is of later months', 'month,amount\n2026-07,1.00\n', '1 row of sales, and none of a month up to the as-of day'],
  ])('a table that %s is told, and its figures are n/a', async (_, table, told) => {
    const ran = await dso(['--sales', 's.csv'], { 's.csv': table });
    expect([ran.code, rowsOf(ran).map((row) => row['dso'])]).toEqual([0, [null, null]]);
    expect(ran.stderr).toContain(`warning sales-unmatched: ${told}`);
  });

  test('each customer is asked for, and the table names none', async () => {
    for (const more of [
      ['--group-by', 'customer'],
      ['--customer', 'A'],
    ]) {
      const ran = await dso(['--sales', 's.csv', ...more], { 's.csv': 'month,amount\n2026-06,1.00\n' });
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain('error heading-missing: --sales: what was sold to each customer is asked for');
    }
  });

  test('a month in its middle has the days up to then, and what the table says of it', async () => {
    const ran = await ar(
      [
        'dso',
        'l.csv',
        '--as-of',
        '2026-06-15',
        '--months',
        '1',
        '--window',
        '1m',
        '--sales',
        's.csv',
        '--format',
        'table',
        '--quiet',
      ],
      {
        'l.csv': LEDGER,
        's.csv': 'month,amount,currency\n2026-06,1000.00,EUR\n2026-07,5.00,EUR\n',
      },
    );
    expect(ran.stdout).toMatch(/2026-06 +EUR +500\.00 +– +1,000\.00 +7\.50 +7\.50/);
    expect(ran.stdout).toContain('2026-06 is measured on 2026-06-15: its days up to then, and its sales as --sales tells them.');
  });
});

test('in the books’ currency: amounts and weights are those of the column base', async () => {
  const [row] = rowsOf(await dso(['--in', 'EUR']));
  expect([row?.['receivable'], row?.['overdue'], row?.['sales'], row?.['days_to_pay']]).toEqual([1030, 530, 500, 40]);
  // 400 of 1 000 dollars that were booked at 900 euros.
  expect(rowsOf(await dso(['--in', 'EUR']), 2)[0]?.['paid']).toBe(360);
});

test('a customer in credit is no debt, and each currency is floored apart', async () => {
  const more = 'B,P2,,payment,2026-06-20,,-250.00,EUR,-250.00\nA,P3,,payment,2026-06-20,,-700.00,USD,-650.00\n';
  const ran = await dso([], { 'l.csv': LEDGER + more });
  expect(rowsOf(ran).map(({ currency, receivable, overdue }) => [currency, receivable, overdue])).toEqual([
    ['EUR', 500, 0],
    ['USD', 0, 0],
  ]);
  const bridge = JSON.parse(ran.stdout).sections.find(({ name }: { name: string }) => name === 'reconciliation').rows;
  expect(bridge.map(({ age_total, in_credit }: Record<string, number>) => [age_total, in_credit])).toEqual([
    [250, -250],
    [-100, -100],
  ]);
});

test('sales of a day that come to more in a year than an amount can hold are still worth what they are a day', async () => {
  const csv = `customer,kind,document,date,due,amount
A,opening,O1,2026-01-01,2026-01-10,10000000000000.00
A,invoice,F1,2026-01-01,2026-02-10,45000000000000.00
B,invoice,F2,2026-01-01,2026-01-10,20000000000000.00
`;
  const ran = await dso(['--as-of', '2026-01-01', '--explain'], { 'l.csv': csv });
  expect([ran.code, rowsOf(ran)[0]?.['day_value']]).toEqual([0, 65_000_000_000_000]);
});

test('a table of sales beyond exact sums ends the run', async () => {
  const csv = 'month,amount\n2026-06,80000000000000.00\n2026-05,80000000000000.00\n';
  const ran = await dso(['--sales', 's.csv'], { 's.csv': csv });
  expect([ran.code, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr).toContain('s.csv: error sum-too-large: the sales in EUR add up to more than can be summed exactly');
});

test('a ledger without firms suggests none', async () => {
  expect((await dso(['--entity', 'X'])).stderr).toContain('no row names one: leave out --entity');
});

test('the rate of --cost-of-money is written in the language of the report', async () => {
  const args = ['--target', '5', '--cost-of-money', '5', '--explain', '--format', 'md', '--lang', 'fr'];
  expect((await dso(args)).stdout).toContain('× 5,00\u202f% =');
});

test('several firms are one report only by firm', async () => {
  const firms =
    'entity,customer,document,date,due,amount\nX,A,F1,2026-05-01,2026-05-31,100.00\nY,A,F1,2026-06-01,2026-07-01,50.00\n';
  expect((await dso([], { 'l.csv': firms })).stderr).toContain('entities-several');
  const ran = await dso(['--group-by', 'entity'], { 'l.csv': firms });
  expect(rowsOf(ran).map(({ entity, receivable }) => [entity, receivable])).toEqual([
    ['X', 100],
    ['Y', 50],
  ]);
});

test('a day before the first posting has no row, and no month before it either', async () => {
  expect(rowsOf(await dso(['--as-of', '2026-04-30', '--months', '12']))).toEqual([]);
  expect(rowsOf(await dso(['--months', '12'])).map(({ month, currency }) => `${month} ${currency}`)).toEqual([
    '2026-05 USD',
    '2026-06 EUR',
    '2026-06 USD',
  ]);
});

test('days of 360 are of what is of a year, and change no DSO', async () => {
  const [a, b] = [await dso([]), await dso(['--days', '360'])].map((ran) => rowsOf(ran)[0]);
  expect([a?.['dso'], a?.['day_value'], b?.['dso'], b?.['day_value']]).toEqual([61, 8.2, 61, 8.31]);
});

test('an export that begins four months ago: a year’s figures go by its four months, and not by months of which nothing is known', async () => {
  const rows = ['03', '04', '05', '06'].map((month) => `A,F${month},,invoice,2026-${month}-01,2026-${month}-28,100.00,EUR,`);
  const ledger = `${LEDGER.split('\n')[0]}\n${rows.join('\n')}\n`;
  const ran = await dso(['--window', '12m', '--lang', 'en'], { 'l.csv': ledger });
  // 400 owed, 400 sold in 122 days: all of them.
  expect(rowsOf(ran).map((row) => [row['dso'], row['dso_count_back'], row['day_value']])).toEqual([[122, 122, 3.28]]);
});

test('cash beyond what an amount can hold is n/a', async () => {
  const rows = ['A,F1,,invoice,2026-01-01,2026-01-31,40000000000000.00,EUR,', 'A,F2,,invoice,2026-06-01,2026-06-15,1.00,EUR,'];
  const ledger = `${LEDGER.split('\n')[0]}\n${rows.join('\n')}\n`;
  const ran = await dso(['--target', '1', '--cost-of-money', '5', '--window', '1m', '--section', 'target'], { 'l.csv': ledger });
  expect([ran.code, rowsOf(ran, 1)[0]]).toMatchObject([0, { cash_released: null, yearly_saving: null }]);
});
