// Does `ar losses` find each ratio of rules §1.2 in a ledger, and say n/a where it cannot know? Small ledgers through the program, figures worked out by hand.
import { describe, expect, test } from 'vitest';
import { ar } from '../peers/program.ts';

type Cells = { readonly [key: string]: string | number | null };
type Told = { readonly code: number; readonly stderr: string; readonly of: (indicator: string, meaning: string) => Cells[] };

/** A year of invoices: 6 M without tax, 7.2 M with it. */
const HEAD = 'customer,kind,document,reference,date,due,amount,net,tax_amount,tax_rate,account,currency';
const SOLD = 'A,invoice,F1,,2025-09-01,2025-10-01,7140000.00,5950000.00,1190000.00,,,';
const BAD = 'B,invoice,F2,,2025-08-01,2025-08-31,60000.00,50000.00,10000.00,,,';
const LOST = 'B,write_off,W1,F2,2026-05-31,,-30000.00,,,,,';

async function losses(rows: readonly string[], args: readonly string[] = [], files: Record<string, string> = {}): Promise<Told> {
  const [first = ''] = rows;
  const text = first.startsWith('customer,') ? rows : [HEAD, ...rows];
  const { code, stdout, stderr } = await ar(['losses', 'l.csv', '--as-of', '2026-06-30', '--format', 'json', ...args], {
    'l.csv': `${text.join('\n')}\n`,
    ...files,
  });
  const found: Cells[] = stdout === '' ? [] : JSON.parse(stdout).sections[0].rows;
  return {
    ...{ code, stderr },
    of: (indicator, meaning) => found.filter((row) => row['indicator'] === indicator && row['meaning'] === meaning),
  };
}

const shown = ({ ratio, part, whole, basis }: Cells = {}) => [ratio, part, whole, basis];

describe('the loss ratio', () => {
  test('of a credit manager: losses 25 000 less 5 000 recovered over 6 M is 0.33 %, all of it without tax', async () => {
    const told = await losses([SOLD, BAD, LOST], ['--recovered', '5000']);
    expect(told.of('loss_ratio', 'credit_manager').map(shown)).toEqual([[0.0033, 20_000, 6_000_000, 'without_tax']]);
  });

  test.each([
    ['30000', [0.0083, 50_000]],
    ['-20000', [0, 0]],
    ['EUR=-25000', [-0.0008, -5_000]],
  ])('counts a change of the allowance of %s', async (change, expected) => {
    const told = await losses([SOLD, BAD, LOST], ['--recovered', '5000', '--allowance-change', change]);
    const [row] = told.of('loss_ratio', 'credit_manager_with_allowance');
    expect(shown(row).slice(0, 2)).toEqual(expected);
  });

  test('takes the change from the allowances at the start and at the end, and needs both', async () => {
    const files = { 'now.csv': 'customer,allowance\nB,18000.00\nX,2000.00\n', 'then.csv': 'client;provision\nB;5 000,00\n' };
    const told = await losses([SOLD, BAD, LOST], ['--allowance', 'now.csv', '--prior', 'then.csv'], files);
    expect(told.of('loss_ratio', 'credit_manager_with_allowance').map(shown)).toEqual([
      [0.0067, 40_000, 6_000_000, 'without_tax'],
    ]);
    const alone = await losses([SOLD, BAD, LOST], ['--allowance', 'now.csv'], files);
    expect(alone.of('loss_ratio', 'credit_manager_with_allowance').map(shown)).toEqual([
      [null, null, 6_000_000, 'allowance_change_not_given'],
    ]);
    expect((await losses([SOLD], ['--prior', 'then.csv'], files)).code).toBe(2);
  });

  test('of an insurer: 100 000 paid of 1 000 000 premiums is 10 %, and n/a where nobody says', async () => {
    const told = await losses([SOLD], ['--claims-paid', '100000', '--premiums', 'EUR=1000000']);
    expect(told.of('loss_ratio', 'insurer').map(shown)).toEqual([[0.1, 100_000, 1_000_000, 'given']]);
    expect((await losses([SOLD])).of('loss_ratio', 'insurer').map(shown)).toEqual([[null, null, null, 'claims_not_given']]);
    const free = await losses([SOLD], ['--claims-paid', '1', '--premiums', '0']);
    expect(free.of('loss_ratio', 'insurer').map(shown)).toEqual([[null, 1, 0, 'no_premiums']]);
  });

  test.each([
    ['--claims-paid', '100'],
    ['--premiums', '100'],
  ])('%s alone is refused', async (...args) => {
    expect((await losses([SOLD], args)).code).toBe(2);
  });

  test.each<readonly [claim: string, rows: readonly string[], args: readonly string[], expected: readonly unknown[]]>([
    ['the row of the loss says its tax', [SOLD, BAD, LOST.replace(',,,,,', ',-30000.00,0.00,,,')], [], [30_000, 'without_tax']],
    ['the invoice says its rate', [SOLD, BAD.replace('50000.00,10000.00,', ',,5.5 %'), LOST], [], [28_436.02, 'without_tax']],
    ['the invoice says a rate of 20', [SOLD, BAD.replace('50000.00,10000.00,', ',,20'), LOST], [], [25_000, 'without_tax']],
    ['nobody says its tax', [SOLD, BAD.replace('50000.00,10000.00', ','), LOST], [], [30_000, 'partly_with_tax']],
    [
      'nobody says any tax',
      [SOLD, BAD, LOST].map((row) => row.replace(/,\d+\.00,\d+\.00,,,$/, ',,,,,')),
      [],
      [30_000, 'with_tax'],
    ],
    [
      'the table of customers says the rate',
      [SOLD, BAD, LOST].map((row) => row.replace(/,\d+\.00,\d+\.00,,,$/, ',,,,,')),
      ['--customers', 'c.csv'],
      [25_000, 'without_tax'],
    ],
    [
      'the table of documents says the net',
      [SOLD, BAD.replace('50000.00,10000.00', ','), LOST],
      ['--documents', 'd.csv'],
      [24_000, 'without_tax'],
    ],
    ['a loss of an earlier year', [SOLD, BAD, LOST.replace('2026-05-31', '2025-06-30')], [], [0, 'without_tax']],
  ])('is without tax where it is known: %s', async (_, rows, args, expected) => {
    const told = await losses(rows, args, {
      'c.csv': 'id,vat_rate\nA,0.20\nB,20 %\n',
      'd.csv': 'document,customer,net\nF2,B,48000.00\n',
    });
    const [row] = told.of('loss_ratio', 'credit_manager');
    expect([row?.['part'], row?.['basis']]).toEqual(expected);
  });

  test('less what of a loss was taken back', async () => {
    const rows = [
      'customer,kind,document,date,due,debit,credit',
      'A,invoice,F1,2025-09-01,2025-10-01,1000.00,',
      'A,write_off,W1,2026-05-31,,,300.00',
      'A,write_off,W2,2026-06-01,,60.00,',
    ];
    expect((await losses(rows)).of('loss_ratio', 'credit_manager').map(shown)).toEqual([[0.24, 240, 1000, 'with_tax']]);
  });

  test('a write-off that names nothing counts by the customer’s rate, or with tax', async () => {
    const rows = [SOLD, 'B,write_off,W1,,2026-05-31,,-1200.00,,,,,'];
    expect((await losses(rows)).of('loss_ratio', 'credit_manager').map(shown)).toEqual([
      [0.0002, 1200, 5_950_000, 'partly_with_tax'],
    ]);
    const told = await losses(rows, ['--customers', 'c.csv'], { 'c.csv': 'id,vat_rate\nA,0.20\nB,0.20\n' });
    expect(told.of('loss_ratio', 'credit_manager').map(shown)).toEqual([[0.0002, 1000, 5_950_000, 'without_tax']]);
  });

  test('money that names what was written off before is recovered, up to that, and less its tax', async () => {
    const rows = [SOLD, BAD, LOST, 'B,payment,P1,F2,2026-06-01,,-30000.00,,,,,', 'B,payment,P2,F2,2026-06-10,,-6000.00,,,,,'];
    // P1 pays what is left of the invoice, P2 comes in after that.
    expect((await losses(rows)).of('loss_ratio', 'credit_manager').map(shown)).toEqual([
      [0.0033, 20_000, 6_000_000, 'without_tax'],
    ]);
    const much = [...rows, 'B,payment,P3,F2,2026-06-11,,-90000.00,,,,,'];
    expect((await losses(much)).of('loss_ratio', 'credit_manager').map(shown)).toEqual([[0, 0, 6_000_000, 'without_tax']]);
  });

  test.each([
    [
      'without tax',
      'mois;CA HT\n2025-07;2 000 000,00\n06/2026;4 000 000,00\n2025-06;9 000 000,00\n',
      [6_000_000, 25_000, 'without_tax'],
    ],
    ['with tax alone, and then losses are so, too', 'month,amount\n2025-12,6000000.00\n', [6_000_000, 30_000, 'with_tax']],
    ['both ways', 'month,amount,net\n2025-12,7200000.00,6000000.00\n', [6_000_000, 25_000, 'without_tax']],
  ])('divides by --sales %s', async (_, table, [whole, part, basis]) => {
    const told = await losses([SOLD, BAD, LOST], ['--sales', 's.csv'], { 's.csv': table });
    expect(told.of('loss_ratio', 'credit_manager').map(shown)).toEqual([[expect.any(Number), part, whole, basis]]);
  });

  test('a table of sales with an empty amount ends the run', async () => {
    const told = await losses([SOLD], ['--sales', 's.csv'], { 's.csv': 'month,net\n2025-12,\n' });
    expect([told.code, told.stderr]).toEqual([2, expect.stringContaining('s.csv:2:2: error cell-missing: net: is empty')]);
  });

  test('nothing sold divides nothing', async () => {
    const told = await losses(['A,payment,P1,,2026-06-01,,-5.00,,,,,']);
    expect(told.of('loss_ratio', 'credit_manager').map(shown)).toEqual([[null, 0, 0, 'nothing_sold']]);
  });
});

describe('doubtful claims', () => {
  const rows = [
    'A,invoice,F1,,2025-09-01,2025-10-01,80000.00,,,,411000,',
    'A,bill,L1,,2026-05-01,2026-07-01,8000.00,,,,413000,',
    'B,invoice,F2,,2025-08-01,2025-08-31,12000.00,,,,411000,',
    'B,transfer,T1,F2,2026-05-31,,-12000.00,,,,411000,',
    'B,transfer,T1,,2026-05-31,,12000.00,,,,416000,',
    'A,payment,V1,,2026-06-01,,-500.00,,,,419100,',
  ];

  test('are 416 of 411 + 413 + 416, and what was moved there of sales', async () => {
    const told = await losses(rows);
    expect(told.of('doubtful_ratio', 'of_receivable').map(shown)).toEqual([[0.12, 12_000, 100_000, 'accounts']]);
    expect(told.of('doubtful_ratio', 'moved_of_sales').map(shown)).toEqual([[0.1304, 12_000, 92_000, 'accounts']]);
  });

  test('of a customer who has none are 0 where the books have some, and n/a where they have none', async () => {
    expect((await losses(rows, ['--customer', 'A'])).of('doubtful_ratio', 'of_receivable').map(shown)).toEqual([
      [0, 0, 88_000, 'accounts'],
    ]);
    expect((await losses(rows.slice(0, 2))).of('doubtful_ratio', 'of_receivable').map(shown)).toEqual([
      [null, null, null, 'no_doubtful_known'],
    ]);
  });

  test.each([
    ['a status', 'id,status\nA,active\nB,Contentieux\n', 0.2],
    ['a proceeding', 'id,proceeding\nA,néant\nB,liquidation\n', 0.2],
    ['a judgment', 'id,judgment_date\nA,\nB,2026-01-01\n', 0.2],
    ['no judgment yet', 'id,judgment_date\nA,\nB,2026-07-01\n', 0],
  ])('are of who has %s in the table of customers, where no account says it', async (_, table, ratio) => {
    const plain = ['A,invoice,F1,,2026-06-01,2026-07-01,80.00,,,,,', 'B,invoice,F2,,2026-06-01,2026-07-01,20.00,,,,,'];
    const told = await losses(plain, ['--customers', 'c.csv'], { 'c.csv': table });
    expect(told.of('doubtful_ratio', 'of_receivable').map(({ ratio: of, basis }) => [of, basis])).toEqual([[ratio, 'status']]);
    expect(told.of('doubtful_ratio', 'moved_of_sales').map(shown)).toEqual([[null, null, 100, 'moves_not_known']]);
  });

  test('are covered by what is written down of them', async () => {
    const files = { 'a.csv': 'customer,allowance,currency\nB,4000.00,EUR\n' };
    expect((await losses(rows, ['--allowance', 'a.csv'], files)).of('cover_ratio', 'allowance_of_doubtful').map(shown)).toEqual([
      [0.3333, 4000, 12_000, 'accounts'],
    ]);
    const ofA = await losses(rows, ['--allowance', 'a.csv', '--customer', 'A'], files);
    expect(ofA.of('cover_ratio', 'allowance_of_doubtful').map(shown)).toEqual([[null, 0, 0, 'nothing_doubtful']]);
  });

  test('an allowance in a currency of which the report has nothing ends the run', async () => {
    const told = await losses(rows, ['--allowance', 'a.csv'], { 'a.csv': 'customer,allowance,currency\nB,1.00,USD\n' });
    const what = 'currency: this is in USD, and the report has nothing in it';
    expect([told.code, told.stderr]).toEqual([2, expect.stringContaining(what)]);
  });
});

describe('defaults', () => {
  const many = Array.from({ length: 400 }, (_, i) => `C${i},invoice,F${i},,2025-06-01,2025-07-01,${i < 6 ? 50 : 25}.00,,,,,`);
  const table = `id,judgment_date\n${Array.from({ length: 400 }, (_, i) => `C${i},${i < 6 ? '2025-12-01' : ''}`).join('\n')}\n`;

  test('6 of 400 customers are 1.5 % (rules §1.2), and by what they owed at the start', async () => {
    const told = await losses(many, ['--customers', 'c.csv'], { 'c.csv': table });
    expect(told.of('default_rate', 'by_number').map(shown)).toEqual([[0.015, 6, 400, 'customers_at_start']]);
    expect(told.of('default_rate', 'by_exposure').map(shown)).toEqual([[0.0296, 300, 10_150, 'customers_at_start']]);
  });

  test('without a table, or one that tells no judgment, are n/a and never 0', async () => {
    const number = ({ of }: Told) => of('default_rate', 'by_number').map(shown);
    expect(number(await losses(many))).toEqual([[null, null, null, 'no_customers_table']]);
    const files = { 'c.csv': 'id,name\nC1,One\n' };
    expect(number(await losses(many, ['--customers', 'c.csv'], files))).toEqual([[null, null, null, 'no_proceedings_told']]);
  });

  test.each([
    ['before the period', '2025-06-30', '', 0],
    ['on its first day', '2025-07-01', '', 1],
    ['on its last day', '2026-06-30', '', 1],
    ['after it', '2026-07-01', '', 0],
    ['that is over', '2025-12-01', 'in bonis', 0],
  ])('a judgment %s', async (_, day, proceeding, failed) => {
    const files = { 'c.csv': `id,judgment_date,proceeding\nC1,${day},${proceeding}\n` };
    const told = await losses(many.slice(0, 4), ['--customers', 'c.csv'], files);
    expect(told.of('default_rate', 'by_number').map(shown)).toEqual([[failed / 4, failed, 4, 'customers_at_start']]);
  });

  test('of books that begin with the period are of its customers, and by exposure n/a', async () => {
    const rows = ['A,invoice,F1,,2025-07-02,2025-08-01,10.00,,,,,', 'B,invoice,F2,,2025-07-02,2025-08-01,10.00,,,,,'];
    const told = await losses(rows, ['--customers', 'c.csv'], { 'c.csv': 'id,judgment_date\nA,2025-12-01\n' });
    expect(told.of('default_rate', 'by_number').map(shown)).toEqual([[0.5, 1, 2, 'customers_of_period']]);
    expect(told.of('default_rate', 'by_exposure').map(shown)).toEqual([[null, null, null, 'nothing_before_period']]);
  });

  test('who came in the period and failed is no customer of its start', async () => {
    const rows = [...many.slice(0, 2), 'N,invoice,F9,,2025-08-01,2025-09-01,10.00,,,,,'];
    const told = await losses(rows, ['--customers', 'c.csv'], { 'c.csv': 'id,judgment_date\nN,2025-12-01\n' });
    expect(told.of('default_rate', 'by_number').map(shown)).toEqual([[0, 0, 2, 'customers_at_start']]);
  });
});

describe('what is long unpaid', () => {
  const rows = [
    'A,invoice,F1,,2026-01-01,2026-05-01,100.00,,,,,',
    'A,invoice,F2,,2026-01-01,2026-04-30,100.00,,,,,',
    'A,invoice,F3,,2026-01-01,2026-03-31,100.00,,,,,',
    'B,invoice,F4,,2026-01-01,2026-01-31,700.00,,,,,',
    'B,payment,P1,,2026-02-01,,-650.00,,,,,',
  ];

  test('is more than 60 and 90 days late, of sales and of what is owed; a customer’s own credits come off', async () => {
    const told = await losses(rows);
    // F1 is 60 days late, F2 61, F3 91, and F4 owes 50.
    expect(told.of('unpaid_rate', 'over_60_of_sales').map(shown)).toEqual([[0.25, 250, 1000, 'with_tax']]);
    expect(told.of('unpaid_rate', 'over_60_of_receivable').map(shown)).toEqual([[0.7143, 250, 350, 'with_tax']]);
    expect(told.of('unpaid_rate', 'over_90_of_sales').map(shown)).toEqual([[0.15, 150, 1000, 'with_tax']]);
  });

  test('is counted from other days with --unpaid-after, and from ar.toml', async () => {
    const told = await losses(rows, ['--unpaid-after', '59']);
    expect(told.of('unpaid_rate', 'over_59_of_receivable').map(shown)).toEqual([[1, 350, 350, 'with_tax']]);
    expect(told.of('unpaid_rate', 'over_60_of_sales')).toEqual([]);
    const set = await losses(rows, [], { 'ar.toml': '[losses]\nunpaid_after = "30"\nwithin = 3\n' });
    expect(set.of('unpaid_rate', 'over_30_of_receivable')).toHaveLength(1);
  });
});

test('the insured part of what is owed is the insurer’s share up to its limit, in its own currency', async () => {
  const rows = ['A,invoice,F1,,2026-06-01,2026-07-01,100000.00,,,,,', 'B,invoice,F2,,2026-06-01,2026-07-01,10000.00,,,,,'];
  const cover = async (table: string) =>
    (await losses(rows, ['--customers', 'c.csv'], { 'c.csv': table })).of('cover_ratio', 'insured_of_receivable').map(shown);
  expect(await cover('id,insured_limit,insured_share\nA,80000.00,0.9\nB,,\n')).toEqual([
    [0.6545, 72_000, 110_000, 'customers_table'],
  ]);
  expect(await cover('id,insured_limit,insured_share,currency\nA,80000.00,0.9,USD\n')).toEqual([
    [0, 0, 110_000, 'customers_table'],
  ]);
  expect(await cover('id,name\nA,One\n')).toEqual([[null, null, 110_000, 'no_insured_limits']]);
  expect((await losses(rows)).of('cover_ratio', 'insured_of_receivable').map(shown)).toEqual([
    [null, null, 110_000, 'no_customers_table'],
  ]);
});

test('amounts of two currencies are never added; in the currency of the books there is one', async () => {
  const head = 'customer,kind,document,reference,date,due,amount,currency,base';
  const rows = [
    head,
    'A,invoice,F1,,2026-01-01,2026-02-01,1000.00,EUR,1000.00',
    'A,invoice,F2,,2026-01-01,2026-02-01,1000.00,USD,900.00',
    'A,write_off,W1,F2,2026-06-01,,-100.00,USD,-90.00',
  ];
  const ratios = ({ of }: Told) => of('loss_ratio', 'credit_manager').map((row) => [row['currency'], ...shown(row)]);
  expect(ratios(await losses(rows))).toEqual([
    ['EUR', 0, 0, 1000, 'with_tax'],
    ['USD', 0.1, 100, 1000, 'with_tax'],
  ]);
  expect(ratios(await losses(rows, ['--in', 'EUR']))).toEqual([['EUR', 0.0474, 90, 1900, 'with_tax']]);
  expect((await losses(rows, ['--recovered', '5'])).stderr).toContain('this names no currency, and the ledger has several');
});

test('invoices that say themselves what was settled say nothing of losses', async () => {
  const rows = [
    'customer,document,date,due,amount,settled_on',
    'A,F1,2026-01-01,2026-02-01,100.00,2026-03-01',
    'A,F2,2026-02-01,2026-03-01,50.00,',
  ];
  expect((await losses(rows, ['--recovered', '5'])).of('loss_ratio', 'credit_manager').map(shown)).toEqual([
    [null, null, 150, 'no_credits'],
  ]);
});

test('a list of open items knows what is owed, and neither sales nor losses nor who was there', async () => {
  const rows = [
    'customer,document,date,due,amount,open_amount',
    'A,F1,2026-01-01,2026-02-01,100.00,100.00',
    'B,F2,2026-05-01,2026-06-25,100.00,60.00',
  ];
  const told = await losses(rows, ['--customers', 'c.csv'], { 'c.csv': 'id,judgment_date\nA,2026-03-01\n' });
  expect(told.stderr).toContain('open-items-only');
  for (const [indicator, meaning] of [
    ['loss_ratio', 'credit_manager'],
    ['unpaid_rate', 'over_60_of_sales'],
    ['default_rate', 'by_number'],
    ['default_rate', 'by_exposure'],
  ] as const) {
    expect(told.of(indicator, meaning).map(({ ratio, basis }) => [ratio, basis])).toEqual([[null, 'open_items_only']]);
  }
  expect(told.of('unpaid_rate', 'over_60_of_receivable').map(shown)).toEqual([[0.625, 100, 160, 'with_tax']]);
});
