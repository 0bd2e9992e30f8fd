// Which decision holds of a claim, and what is a file of decisions refused for?
import { describe, expect, test } from 'vitest';
import { ar, type Ran } from '../peers/program.ts';

const LEDGER = `customer,kind,document,date,due,amount,currency
A,invoice,F1,2024-01-01,2024-02-01,100.00,EUR
A,invoice,F2,2024-03-01,2024-04-01,200.00,EUR
A,credit_note,N1,2024-03-05,,-30.00,EUR
B,invoice,F1,2024-01-01,2024-02-01,1000.00,EUR
B,payment,P1,2024-05-01,,-1000.00,EUR
`;
const HEAD = 'customer,document,rate,reason,decided_by,day';

async function run(decisions: readonly string[], ...more: string[]): Promise<Ran> {
  const files = { 'l.csv': LEDGER, 'd.csv': [HEAD, ...decisions].join('\n'), 'p.toml': '[provision]\nbase = "gross"\n' };
  return ar(
    ['provision', 'l.csv', '--as-of', '2024-06-30', '--policy', 'p.toml', '--decisions', 'd.csv', '--format', 'json', ...more],
    files,
  );
}

/** Document and rate of each claim that is written down. */
async function rates(...decisions: string[]): Promise<(readonly [unknown, unknown])[]> {
  const ran = await run(decisions, '--group-by', 'item', '--quiet');
  expect(ran.code, ran.stderr).toBe(0);
  const rows = JSON.parse(ran.stdout).sections[0].rows as Record<string, unknown>[];
  return rows.map((row) => [row['document'], row['rate']] as const);
}

describe('which decision holds', () => {
  test.each<[string, string[], (readonly [string, number])[]]>([
    [
      'one without a document is of all that is owed',
      ['A,,0.5,x,y,2024-05-01'],
      [
        ['F1', 0.5],
        ['F2', 0.5],
      ],
    ],
    ['one of a document is of that one', ['A,F2,0.5,x,y,2024-05-01'], [['F2', 0.5]]],
    ['the later of two', ['A,F2,0.5,x,y,2024-05-01', 'A,F2,0.7,x,y,2024-06-01'], [['F2', 0.7]]],
    ['the later of two, wherever it stands', ['A,F2,0.7,x,y,2024-06-01', 'A,F2,0.5,x,y,2024-05-01'], [['F2', 0.7]]],
    [
      'a later one of all goes before an earlier one of a document',
      ['A,F2,0.5,x,y,2024-05-01', 'A,,1,x,y,2024-06-01'],
      [
        ['F1', 1],
        ['F2', 1],
      ],
    ],
    [
      'of one day that of the document goes first',
      ['A,F2,0.5,x,y,2024-06-01', 'A,,1,x,y,2024-06-01'],
      [
        ['F1', 1],
        ['F2', 0.5],
      ],
    ],
    ['one of a day to come is not in force', ['A,F2,0.5,x,y,2024-05-01', 'A,,1,x,y,2024-07-01'], [['F2', 0.5]]],
    ['one without a rate decides nothing', ['A,F1,,x,y,2024-05-01'], []],
    ['0% is a decision', ['A,F1,0,x,y,2024-05-01'], [['F1', 0]]],
    [
      'percentages and shares are read alike',
      ['A,F1,40 %,x,y,2024-05-01', 'A,F2,0.4,x,y,2024-05-01'],
      [
        ['F1', 0.4],
        ['F2', 0.4],
      ],
    ],
    ['one of a customer who owes nothing changes nothing', ['B,F1,1,x,y,2024-05-01'], []],
  ])('%s', async (_, decisions, expected) => {
    expect(await rates(...decisions)).toEqual(expected);
  });

  test('decisions that came after the closing count where it is said until when', async () => {
    const later = ['A,,1,x,y,2024-07-15'];
    expect((await run(later)).stderr).toContain('d.csv:2:6: warning decision-later: 1 decision is of a day after 2024-06-30');
    const ran = await run(later, '--decided-until', '2024-07-31');
    expect(ran.stderr).not.toContain('decision-later');
    expect(JSON.parse(ran.stdout).sections[0].rows[0]).toMatchObject({ open: 270, required: 270 });
  });

  test('credits lie on the oldest claim, and a decision of the other is of all of it', async () => {
    const ran = await run(['A,F2,0.5,x,y,2024-05-01'], '--group-by', 'item');
    expect(JSON.parse(ran.stdout).sections[0].rows[0]).toMatchObject({ document: 'F2', open: 200, credits: 0, required: 100 });
  });
});

describe('a file of decisions is refused', () => {
  test.each([
    [
      'for a document the customer does not have',
      'A,F3,0.5,x,y,2024-05-01',
      'd.csv:2:2: error decision-unmatched: document: the customer A has no document F3',
    ],
    [
      'for a customer the ledger does not have',
      'Z,,0.5,x,y,2024-05-01',
      'd.csv:2:1: error decision-unmatched: customer: the ledger has no customer Z',
    ],
    ['for a rate above the whole', 'A,,1.5,x,y,2024-05-01', 'd.csv:2:3: error cell-unreadable: rate: not a share of 1'],
    ['for a rate that is a percentage without its sign', 'A,,40,x,y,2024-05-01', 'd.csv:2:3: error cell-unreadable'],
    ['for a day that is none', 'A,,0.4,x,y,2024-13-01', 'd.csv:2:6: error'],
  ])('%s', async (_, decision, told) => {
    const ran = await run([decision]);
    expect(ran.stderr).toContain(told);
    expect(ran.code).toBe(2);
  });

  test('for two rates of one claim on one day', async () => {
    const ran = await run(['A,F1,0.5,x,y,2024-05-01', 'A,F1,0.6,x,y,2024-05-01']);
    expect(ran.stderr).toContain(
      'd.csv:3:3: error decision-twice: rate: line 2 decides another rate of the same claim on the same day, 0.5',
    );
    expect(ran.code).toBe(2);
  });
});

test('a bill or a transfer is decided of under the number of its invoice, and bears its tax', async () => {
  const ledger = `customer,kind,document,reference,date,due,amount,net
A,invoice,F1,,2024-01-01,2024-02-01,1200.00,1000.00
A,transfer,T1,F1,2024-01-20,,-1200.00,
A,bill,BOE-1,F1,2024-01-20,2024-04-30,1200.00,
A,invoice,F2,,2024-01-01,2024-02-01,600.00,500.00
A,transfer,OD-1,F2,2024-03-20,,-600.00,
A,transfer,OD-2,F2,2024-03-20,2024-02-01,600.00,
`;
  const files = { 'l.csv': ledger, 'd.csv': `${HEAD}\nA,F1,0.5,x,y,2024-05-01\nA,F2,0.1,x,y,2024-05-01\n` };
  const line = ['provision', 'l.csv', '--as-of', '2024-06-30', '--decisions', 'd.csv', '--group-by', 'item', '--format', 'json'];
  const ran = await ar(line, files);
  expect(ran.code, ran.stderr).toBe(0);
  const rows = JSON.parse(ran.stdout).sections[0].rows as Record<string, unknown>[];
  expect(rows.map(({ document, base, required }) => [document, base, required])).toEqual([
    ['BOE-1', 1000, 500],
    ['OD-2', 500, 50],
  ]);
});

describe('a table whose days or amounts could be read in two ways', () => {
  const french = (...more: string[]) => run(['A,F2,0.5,x,y,05/06/2024'], '--decided-until', '2024-05-31', ...more);

  test('is refused, and read as --date-order says', async () => {
    expect((await french()).stderr).toContain('d.csv:2:6: error days-ambiguous');
    expect((await french('--date-order', 'dmy')).stderr).toContain('decision-later');
    expect((await french('--date-order', 'mdy')).stderr).not.toContain('decision-later');
  });

  test('is read as itself where it leaves no doubt, whatever is said of the ledger', async () => {
    const ran = await run(
      ['A,F2,0.5,x,y,25/05/2024', 'A,F1,0.5,x,y,05/06/2024'],
      '--decided-until',
      '2024-05-31',
      '--date-order',
      'mdy',
    );
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stderr).toContain('1 decision is of a day after 2024-05-31, and not in force: A F1');
  });

  test('of amounts with three decimals is read as --decimal says: the result of a closing in dinars is the next one’s prior', async () => {
    const files = {
      'l.csv':
        'customer,kind,document,date,due,amount,currency\nA,invoice,F1,2024-01-01,2024-02-01,1200.500,KWD\nB,invoice,F2,2024-01-01,2024-02-01,7.25,KWD\n',
      'p.csv': 'customer,currency,required\nA,KWD,115.491\n',
    };
    const line = ['provision', 'l.csv', '--as-of', '2024-06-30', '--prior', 'p.csv', '--format', 'csv'];
    expect((await ar(line, files)).stderr).toContain('p.csv:2: error decimal-ambiguous');
    expect((await ar([...line, '--decimal', '.'], files)).stdout).toContain(
      'A,,KWD,specific,,0.000,0.000,0,0.000,115.491,-115.491',
    );
  });
});
