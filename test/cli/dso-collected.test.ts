// What was collected in a month, and how much of it paid what was overdue when it began (rules §1.3)? Cash alone, through the program, against figures worked out by hand.
import { describe, expect, test } from 'vitest';
import { ar } from '../peers/program.ts';

type Row = Readonly<Record<string, string | number | null>>;

const KEYS = ['collected', 'collection_rate', 'overdue_opening', 'overdue_collected', 'overdue_recovery'] as const;

async function rowsOf(csv: string, ...args: string[]): Promise<Row[]> {
  const asked = ['dso', 'l.csv', '--as-of', '2026-06-30', '--format', 'json', '--months', '1', ...args];
  const { stdout, stderr, code } = await ar(asked, { 'l.csv': csv });
  expect(code, stderr).toBe(0);
  const { sections } = JSON.parse(stdout) as { sections: { name: string; rows: Row[] }[] };
  return sections.find(({ name }) => name === 'details')?.rows ?? [];
}

const figures = (row: Row | undefined): unknown[] => KEYS.map((key) => row?.[key]);

const HEAD = 'customer,document,reference,kind,date,due,amount,account\n';
/** Owed when June begins: 300 overdue, 700 not due; sold in June 1,000. */
const OWED = [
  'A,F1,,invoice,2026-04-01,2026-05-01,300.00,',
  'A,F2,,invoice,2026-05-01,2026-06-30,700.00,',
  'B,F3,,invoice,2026-06-01,2026-07-01,1000.00,',
];
const of = (...rows: string[]): string => `${HEAD}${[...OWED, ...rows].join('\n')}\n`;

type Example = [claim: string, rows: readonly string[], expected: readonly (number | null)[]];

describe('rules §1.3', () => {
  test.each<Example>([
    [
      'rules §1.3: 220 of 300 overdue are collected, 73.3 %; collection rate 620 / (1 000 + 1 000)',
      ['A,P1,F1,payment,2026-06-10,,-220.00,', 'A,P2,F2,payment,2026-06-10,,-400.00,'],
      [620, 0.31, 300, 220, 0.7333],
    ],
    [
      'a credit note of what was overdue, a write-off, a discount and a set-off are no cash',
      [
        ...['A,C1,F1,credit_note,2026-06-10,,-100.00,', 'A,W1,F1,write_off,2026-06-11,,-50.00,'],
        ...['A,D1,F1,discount,2026-06-11,,-5.00,', 'A,T1,F1,transfer,2026-06-12,,-45.00,'],
      ],
      // The credit note lowers what was sold: 1,000 + 900.
      [0, 0, 300, 0, 0],
    ],
    [
      'a payment that came back is none, in no month',
      ['A,P1,F1,payment,2026-06-10,,-300.00,', 'A,R1,P1,returned,2026-06-15,,300.00,'],
      [0, 0, 300, 0, 0],
    ],
    [
      'what came back and was paid again in the month pays what was overdue, once',
      [
        ...['A,P1,F1,payment,2026-06-10,,-300.00,', 'A,R1,P1,returned,2026-06-15,,300.00,'],
        'A,P2,R1,payment,2026-06-20,,-300.00,',
      ],
      [300, 0.15, 300, 300, 1],
    ],
    [
      'what came back of a payment that the ledger does not have went back all the same',
      ['A,P1,F1,payment,2026-06-10,,-300.00,', 'B,R9,X9,returned,2026-06-15,,50.00,'],
      [250, 0.125, 300, 300, 1],
    ],
    [
      'money on account was collected; nobody knows of what',
      ['A,P1,,payment,2026-06-10,,-100.00,', 'B,V1,,advance,2026-06-11,,-60.00,'],
      [160, 0.08, 300, 0, 0],
    ],
    [
      'money that was given back was not',
      ['A,P1,,payment,2026-06-10,,-100.00,', 'A,R1,P1,refund,2026-06-12,,100.00,'],
      [0, 0, 300, 0, 0],
    ],
    [
      'a payment of before counts in its own month, also where what it pays is invoiced since',
      ['B,V1,F4,advance,2026-05-20,,-60.00,', 'B,F4,,invoice,2026-06-02,2026-07-02,100.00,'],
      [0, 0, 300, 0, 0],
    ],
    [
      'what falls due in the month is not overdue when it begins',
      ['A,F5,,invoice,2026-05-02,2026-05-31,10.00,', 'A,P5,F5,payment,2026-06-02,,-10.00,'],
      [10, 0.005, 300, 0, 0],
    ],
    [
      'what a customer has on account lowers what he is overdue with, and what of it can be collected',
      ['A,P0,,payment,2026-05-20,,-850.00,', 'A,P1,F1,payment,2026-06-10,,-300.00,'],
      [300, 0.2609, 150, 150, 1],
    ],
  ])('%s', async (_, rows, expected) => {
    const [row] = await rowsOf(of(...rows));
    expect(figures(row)).toEqual(expected);
  });

  test('doubtful claims stand beside: their cash is not of what could be collected', async () => {
    const rows = ['A,D1,,invoice,2026-03-01,2026-04-01,500.00,416', 'A,P1,D1,payment,2026-06-10,,-500.00,416'];
    const owed = OWED.map((row) => `${row}411`);
    const [row] = await rowsOf(`${HEAD}${[...owed, ...rows].join('\n')}\n`);
    expect(figures(row)).toEqual([0, 0, 300, 0, 0]);
  });

  test('nothing overdue, and nothing to collect, is n/a and never 0', async () => {
    const [row] = await rowsOf(`${HEAD}A,F1,,invoice,2025-06-01,2025-07-01,10.00,\nA,P1,F1,payment,2025-07-01,,-10.00,\n`);
    expect(figures(row)).toEqual([0, null, 0, 0, null]);
  });

  test('by customer each has his own, and currencies stand apart', async () => {
    const csv = `customer,document,reference,kind,date,due,amount,currency
A,F1,,invoice,2026-04-01,2026-05-01,300.00,EUR
A,P1,F1,payment,2026-06-10,,-220.00,EUR
A,F2,,invoice,2026-04-01,2026-05-01,50.00,USD
B,F3,,invoice,2026-04-01,2026-05-01,100.00,EUR
`;
    const rows = await rowsOf(csv, '--group-by', 'customer');
    expect(rows.map((row) => [row['customer'], row['currency'], ...figures(row)])).toEqual([
      ['A', 'EUR', 220, 0.7333, 300, 220, 0.7333],
      ['A', 'USD', 0, 0, 50, 0, 0],
      ['B', 'EUR', 0, 0, 100, 0, 0],
    ]);
  });

  test('what the books brought forward on the first of the month is what it begins with', async () => {
    const csv = `${HEAD}A,O1,,opening,2026-06-01,2026-05-01,300.00,\nA,P1,O1,payment,2026-06-10,,-220.00,\nA,F1,,invoice,2026-06-20,2026-07-20,700.00,\n`;
    expect(figures((await rowsOf(csv))[0])).toEqual([220, 0.22, 300, 220, 0.7333]);
  });

  test('a column that says the day of a payment tells it; one that says none leaves it unknown', async () => {
    const head = 'customer,document,date,due,amount,paid_amount,settled_on\n';
    const dated = `${head}A,F1,2026-04-01,2026-05-01,300.00,220.00,2026-06-10\nA,F2,2026-05-01,2026-07-01,100.00,,\n`;
    expect(figures((await rowsOf(dated))[0])).toEqual([220, 0.55, 300, 220, 0.7333]);
    const undated = dated.replace('2026-06-10', '');
    expect(figures((await rowsOf(undated))[0])).toEqual([null, null, null, null, null]);
  });

  test('a list of open items knows nothing of what was collected', async () => {
    const list = 'customer,document,date,due,amount,open_amount\nA,F1,2026-04-01,2026-05-01,300.00,80.00\n';
    expect(figures((await rowsOf(list))[0])).toEqual([null, null, null, null, null]);
  });

  test('in the currency of the books each part is what its claim is worth', async () => {
    const csv = `customer,document,reference,kind,date,due,amount,currency,base
A,F1,,invoice,2026-04-01,2026-05-01,300.00,USD,270.00
A,P1,F1,payment,2026-06-10,,-220.00,USD,-198.00
B,F2,,invoice,2026-04-01,2026-05-01,30.00,EUR,30.00
`;
    expect(figures((await rowsOf(csv, '--in', 'EUR'))[0])).toEqual([198, 0.66, 300, 198, 0.66]);
  });
});
