// Does each day of a debt bear interest once, and each invoice cost one indemnity, whatever became of its payments? What bounced, went to another account, was posted late or charged before.
import { describe, expect, it, test } from 'vitest';
import { ar } from '../peers/program.ts';

const HEAD = 'customer,kind,document,reference,date,posted,due,amount,currency\n';
const row = (...cells: string[]): string => cells.join(',');
const invoice = (number: string, due: string, amount: string, date = '2026-01-01'): string =>
  row('C1', 'invoice', number, '', date, date, due, amount, 'EUR');
const credit = (kind: string, number: string, of: string, day: string, amount: string): string =>
  row('C1', kind, number, of, day, day, '', `-${amount}`, 'EUR');
const payment = (number: string, of: string, day: string, amount: string): string => credit('payment', number, of, day, amount);
const debit = (kind: string, number: string, of: string, day: string, amount: string): string =>
  row('C1', kind, number, of, day, day, '', amount, 'EUR');

/** The line of a run as of the end of June under French law. */
const asked = (format: 'csv' | 'json', ...more: readonly string[]): string[] => [
  ...['interest', 'l.csv', '--as-of', '2026-06-30', '--law', 'fr', '--config', 'none', '--format', format],
  ...more,
];

type More = { readonly options?: readonly string[]; readonly files?: Readonly<Record<string, string>>; readonly asOf?: string };

/** `document days interest indemnity`, a line an item of the report. */
async function items(rows: readonly string[], { options = [], files = {}, asOf = '2026-06-30' }: More = {}): Promise<string[]> {
  const ledger = `${HEAD}${rows.join('\n')}\n`;
  const ran = await ar(
    ['interest', 'l.csv', '--as-of', asOf, '--law', 'fr', '--config', 'none', '--format', 'json', ...options],
    {
      'l.csv': ledger,
      ...files,
    },
  );
  if (ran.stdout === '') throw new Error(ran.stderr);
  const [section] = JSON.parse(ran.stdout).sections as [{ rows: Record<string, number | string>[] }];
  const two = (value: unknown): string => (value as number).toFixed(2);
  return section.rows.map((one) => `${one['document']} ${one['days']} ${two(one['interest'])} ${two(one['indemnity'])}`);
}

const F1 = invoice('F1', '2026-01-31', '1000.00');
const F2 = invoice('F2', '2026-01-31', '1000.00');
const BOUNCED = [F1, payment('P1', 'F1', '2026-03-02', '1000.00'), debit('returned', 'R1', 'P1', '2026-03-10', '1000.00')];
const MOVED = [F1, credit('transfer', 'T1', 'F1', '2026-04-10', '1000.00'), debit('transfer', 'T1', '', '2026-04-10', '1000.00')];
const PAID = { options: ['--paid'] };

describe('a payment that came back', () => {
  it('has not come back yet before the day it does', async () => {
    expect(await items(BOUNCED, { ...PAID, asOf: '2026-03-05' })).toEqual(['F1 30 9.99 40.00']);
    expect(await items(BOUNCED, { asOf: '2026-03-05' })).toEqual([]);
  });

  it('is that of the invoice it names, where another has the same amount and due day', async () => {
    const rows = [F1, F2, payment('P1', 'F1', '2026-03-02', '1000.00'), payment('P2', 'F2', '2026-04-02', '1000.00')];
    const back = [...rows, debit('returned', 'R2', 'P2', '2026-04-10', '1000.00')];
    expect([await items(back), await items(back, PAID)]).toEqual([['R2 150 49.93 40.00'], ['F1 30 9.99 40.00']]);
  });

  it('in part leaves the rest paid, and costs one indemnity', async () => {
    const rows = [F1, payment('P1', 'F1', '2026-03-02', '1000.00'), debit('returned', 'R1', 'P1', '2026-03-10', '600.00')];
    expect([await items(rows), await items(rows, PAID)]).toEqual([['R1 150 29.96 40.00'], ['F1 30 3.99 0.00']]);
  });

  it('with the fees of a bank bears interest on what was due', async () => {
    const rows = [F1, payment('P1', 'F1', '2026-03-02', '1000.00'), debit('returned', 'R1', 'P1', '2026-03-10', '1015.00')];
    expect([await items(rows), await items(rows, PAID)]).toEqual([['R1 150 49.93 40.00'], []]);
  });

  it('beyond what was due bears interest on what was due', async () => {
    const rows = [F1, payment('P1', 'F1', '2026-03-02', '1200.00'), debit('returned', 'R1', 'P1', '2026-03-10', '1200.00')];
    expect(await items(rows)).toEqual(['R1 150 49.93 40.00']);
  });

  it('of two invoices costs the indemnity of both', async () => {
    const lettered = (kind: string, number: string, day: string, due: string, amount: string): string =>
      `C1,${kind},${number},${day},${due},${amount},A`;
    const ledger = `customer,kind,document,date,due,amount,letter\n${[
      lettered('invoice', 'F1', '2026-01-01', '2026-01-31', '1000.00'),
      lettered('invoice', 'F2', '2026-01-01', '2026-01-31', '500.00'),
      lettered('payment', 'P1', '2026-03-02', '', '-1500.00'),
      'C1,returned,P1,2026-03-10,2026-01-31,1500.00,',
    ].join('\n')}\n`;
    const ran = await ar(['interest', 'l.csv', '--as-of', '2026-06-30', '--law', 'fr', '--config', 'none', '--format', 'csv'], {
      'l.csv': ledger,
    });
    expect(ran.stdout.split('\n')[1]).toMatch(/,P1,2026-01-31,2026-06-30,150,1500\.00,74\.90,80\.00,/);
  });
});

describe('from an opening judgment on', () => {
  const files = { 'c.csv': 'id,name,type,judgment_date,proceeding\nC1,X,business,2026-04-01,liquidation\n' };
  const options = ['--customers', 'c.csv'];

  test.each([
    ['what goes to a doubtful account', MOVED, 'T1 59 19.64 40.00'],
    [
      'what bounces',
      [F1, payment('P1', 'F1', '2026-03-28', '1000.00'), debit('returned', 'R1', 'P1', '2026-04-05', '1000.00')],
      'R1 59 19.64 40.00',
    ],
  ])('%s bears no more interest than its invoice', async (_, rows, expected) => {
    expect(await items(rows, { files, options })).toEqual([expected]);
  });
});

describe('what an earlier run charged', () => {
  test.each([
    ['of a bounced payment', BOUNCED, 'R1 150 9.98 0.00'],
    ['of a claim on a doubtful account', MOVED, 'T1 150 9.98 0.00'],
  ])('%s is not charged again', async (_, rows, expected) => {
    const first = await ar(['interest', 'l.csv', '--as-of', '2026-05-31', '--law', 'fr', '--config', 'none', '--format', 'csv'], {
      'l.csv': `${HEAD}${rows.join('\n')}\n`,
    });
    expect(await items(rows, { files: { 'o.csv': first.stdout }, options: ['--charged', 'o.csv'] })).toEqual([expected]);
  });

  it('of an invoice before it bounced is not charged again with what came back', async () => {
    const files = { 'o.csv': 'customer,document,due,interest,indemnity\nC1,F1,2026-01-31,9.99,40.00\n' };
    expect(await items(BOUNCED, { files, options: ['--charged', 'o.csv'] })).toEqual(['R1 150 39.94 0.00']);
  });

  // What was charged while the first instalment was open; since then it was paid, and the indemnity stands with the second.
  const INSTALMENTS = [F1, invoice('F1', '2026-02-28', '500.00'), payment('P1', 'F1', '2026-04-30', '1000.00')];
  const BILL = [
    ...[F1, credit('bill', 'LCR1', 'F1', '2026-04-30', '1000.00')],
    row('C1', 'bill', 'LCR1', '', '2026-04-30', '2026-04-30', '2026-05-31', '1000.00', 'EUR'),
  ];
  test.each([
    ['of an invoice with an instalment that is paid since', INSTALMENTS, ['F1 122 15.15 0.00'], ['F1 89 9.99 0.00']],
    ['of an invoice for which a bill was given since', BILL, ['LCR1 30 9.99 0.00'], ['F1 89 9.99 0.00']],
  ])('%s is not charged again with what is open', async (_, rows, open, paid) => {
    const run = ['interest', 'l.csv', '--as-of', '2026-03-31', '--law', 'fr', '--config', 'none', '--format', 'csv'];
    const first = await ar(run, { 'l.csv': `${HEAD}${rows.join('\n')}\n` });
    const files = { 'o.csv': first.stdout };
    const options = ['--charged', 'o.csv'];
    expect(await items(rows, { files, options })).toEqual(open);
    expect((await items(rows, { files, options: [...options, '--paid'] })).slice(0, 1)).toEqual(paid);
  });

  it('of a bill that is paid since is not charged again with its invoice', async () => {
    const files = { 'o.csv': 'customer,document,due,interest,indemnity\nC1,LCR1,2026-05-31,0.33,40.00\n' };
    const rows = [...BILL, payment('P1', 'LCR1', '2026-06-01', '1000.00')];
    const told = await items(rows, { files, options: ['--charged', 'o.csv', '--paid'] });
    expect(told).toEqual(['F1 89 29.63 0.00', 'LCR1 1 0.00 0.00']);
  });

  it('by one firm is not taken off what is owed to another of the same ledger', async () => {
    const ledger = `entity,${HEAD}E1,${F1}\nE2,${F1}\n`;
    const of = (entity: string, charged: Record<string, string>) =>
      ar(
        [
          ...['interest', 'l.csv', '--as-of', '2026-06-30', '--law', 'fr', '--config', 'none', '--format', 'csv'],
          ...['--entity', entity, ...(charged['o.csv'] === undefined ? [] : ['--charged', 'o.csv'])],
        ],
        { 'l.csv': ledger, ...charged },
      );
    const cells = (stdout: string): string =>
      stdout
        .split('\n')[1]
        ?.split(',')
        .slice(4)
        .filter((_, i) => [0, 5, 6, 14].includes(i))
        .join(' ') ?? '';
    const first = await of('E1', {});
    expect(cells(first.stdout)).toBe('F1 49.93 40.00 E1');
    const again = await of('E1', { 'o.csv': first.stdout });
    const other = await of('E2', { 'o.csv': first.stdout });
    expect(cells(again.stdout)).toBe('F1 0.00 0.00 E1');
    expect(cells(other.stdout)).toBe('F1 49.93 40.00 E2');
    expect(`${again.stderr}${other.stderr}`).not.toContain('charged-unmatched');
  });

  it('of an invoice of another year with the same number stays with that year', async () => {
    const rows = [
      invoice('1', '2024-02-10', '1000.00', '2024-01-10'),
      payment('P1', '', '2024-06-10', '1.00'),
      invoice('1', '2026-02-10', '1000.00', '2026-01-10'),
    ];
    const files = { 'o.csv': 'customer,document,due,interest,indemnity\nC1,1,2024-02-10,9999.00,40.00\n' };
    const told = await items(rows, { files, options: ['--charged', 'o.csv', '--sort', 'due'] });
    expect(told[1]).toBe('1 140 46.60 40.00');
  });

  it('in yen, without a word of the currency, is yen', async () => {
    const yen = row('C1', 'invoice', 'F1', '', '2026-01-01', '2026-01-01', '2026-01-31', '100000', 'JPY');
    const files = { 'o.csv': 'customer,document,interest\nC1,F1,1000\n' };
    const told = await items([yen], { files, options: ['--charged', 'o.csv'] });
    expect(told).toEqual(['F1 150 3993.00 40.00']);
  });

  it('in French, as a spreadsheet has it, is read', async () => {
    const french = await ar(
      [
        'interest',
        'l.csv',
        '--as-of',
        '2026-05-31',
        '--law',
        'fr',
        '--config',
        'none',
        '--format',
        'csv',
        '--dialect',
        'excel-fr',
        '--lang',
        'fr',
      ],
      { 'l.csv': `${HEAD}${F1}\n` },
    );
    expect(await items([F1], { files: { 'o.csv': french.stdout }, options: ['--charged', 'o.csv'] })).toEqual([
      'F1 150 9.98 0.00',
    ]);
  });

  it('is refused where it is negative, with its place', async () => {
    const ran = await ar(
      ['interest', 'l.csv', '--as-of', '2026-06-30', '--law', 'fr', '--config', 'none', '--charged', 'o.csv'],
      {
        'l.csv': `${HEAD}${F1}\n`,
        'o.csv': 'customer,document,interest\nC1,F1,-5.00\n',
      },
    );
    expect([ran.code, ran.stdout, ran.stderr.split(': ')[0], /cell-unreadable/.test(ran.stderr)]).toEqual([
      2,
      '',
      'o.csv:2:3',
      true,
    ]);
  });

  it('for nothing that is late is told', async () => {
    const ran = await ar(
      ['interest', 'l.csv', '--as-of', '2026-06-30', '--law', 'fr', '--config', 'none', '--charged', 'o.csv'],
      {
        'l.csv': `${HEAD}${F1}\n`,
        'o.csv': 'customer,document,interest\nC1,NOPE,5.00\n',
      },
    );
    expect(ran.stderr).toContain(
      'o.csv:2: warning charged-unmatched: 1 item of what was charged is no late item of this ledger: C1 NOPE',
    );
  });
});

describe('days', () => {
  it('are those of the payment, however late the invoice was posted', async () => {
    const late = (number: string, posted: string): string =>
      row('C1', 'invoice', number, '', '2026-01-15', posted, '2026-02-14', '1000.00', 'EUR');
    const rows = [
      late('F1', '2026-03-01'),
      payment('P1', 'F1', '2026-02-10', '1000.00'),
      late('F2', '2026-06-01'),
      payment('P2', 'F2', '2026-02-24', '1000.00'),
    ];
    expect(await items(rows, PAID)).toEqual(['F2 10 3.33 40.00']);
  });

  it('of a negative invoice are those of a credit note', async () => {
    const of = (kind: string) => items([F1, credit(kind, 'A1', 'F1', '2026-02-10', '200.00')]);
    expect(await of('invoice')).toEqual(await of('credit_note'));
  });

  it('of the last payment choose what was paid in a quarter, in whatever order rows stand', async () => {
    const both = [payment('P1', 'F1', '2026-03-31', '900.00'), credit('credit_note', 'A1', 'F1', '2026-04-01', '100.00')];
    const options = ['--paid', '--from', '2026-01-01', '--to', '2026-03-31'];
    const told = [await items([F1, ...both], { options }), await items([F1, ...both.toReversed()], { options })];
    expect(told).toEqual([['F1 59 19.64 40.00'], ['F1 59 19.64 40.00']]);
  });

  it('end with a payment that pays interest first, where it was more than the books took of it', async () => {
    const rows = [
      F1,
      payment('P0', 'F1', '2026-01-20', '200.00'),
      payment('P1', 'F1', '2026-03-02', '600.00'),
      payment('P2', 'F1', '2026-04-02', '600.00'),
    ];
    expect(await items(rows, { options: ['--paid', '--impute', 'interest'] })).toEqual(['F1 61 0.00 40.00']);
  });
});

describe('payments that pay interest first', () => {
  const FIRST = { options: ['--impute', 'interest', '--paid'] };

  it('end with one that pays interest alone, which the books lay on nothing', async () => {
    // 30 days of 1000.00 are 9.99, which the payment pays first: 9.99 stay owed, and bear 0.10 in 31 days more, until both are paid.
    const rows = [F1, payment('P1', 'F1', '2026-03-02', '1000.00')];
    expect(await items([...rows, payment('P2', 'F1', '2026-04-02', '10.09')], FIRST)).toEqual(['F1 61 0.00 40.00']);
    expect(await items([...rows, payment('P2', 'F1', '2026-04-02', '10.00')], FIRST)).toEqual(['F1 150 0.09 40.00']);
    expect(await items(rows, FIRST)).toEqual(['F1 150 10.39 40.00']);
  });

  it('are told by what they paid, and no more: 10.09 of 100.00', async () => {
    const rows = [F1, payment('P1', 'F1', '2026-03-02', '1000.00'), payment('P2', 'F1', '2026-04-02', '100.00')];
    const run = asked('csv', '--legs', '--quiet');
    const section = async (name: string): Promise<string[]> => {
      const ran = await ar([...run, '--section', name, ...FIRST.options], { 'l.csv': `${HEAD}${rows.join('\n')}\n` });
      return ran.stdout.trimEnd().split('\n').slice(1);
    };
    expect(await section('payments')).toEqual([
      'C1,,EUR,F1,2026-03-02,payment,P1,1000.00,9.99,990.01',
      'C1,,EUR,F1,2026-04-02,payment,P2,10.09,0.10,9.99',
    ]);
    expect((await section('legs')).at(-1)).toBe('C1,,EUR,F1,,,,,,paid_beyond,-10.09');
  });

  it('after nothing bears interest any more pay what has run', async () => {
    const rows = [F1, credit('credit_note', 'A1', 'F1', '2026-03-03', '1000.00'), payment('P2', 'F1', '2026-04-02', '5.00')];
    expect(await items(rows, FIRST)).toEqual(['F1 30 4.99 0.00']);
  });

  it('of what was charged before pay that, and are not taken off again', async () => {
    const rows = [F1, payment('P1', 'F1', '2026-03-02', '1000.00'), payment('P2', 'F1', '2026-04-02', '10.09')];
    const charged = (interest: string) => ({
      files: { 'o.csv': `customer,document,due,interest,indemnity\nC1,F1,2026-01-31,${interest},0.00\n` },
      options: [...FIRST.options, '--charged', 'o.csv'],
    });
    expect(await items(rows, charged('10.09'))).toEqual(['F1 61 0.00 40.00']);
    expect(await items(rows, charged('5.00'))).toEqual(['F1 61 0.00 40.00']);
  });

  it('pay with what is beyond two debts, once', async () => {
    const half = (number: string): string =>
      row('C1', 'invoice', number, '', '2026-01-01', '2026-01-01', '2026-01-31', '500.00', 'EUR');
    const lettered = [half('F1'), half('F2'), row('C1', 'payment', 'P1', '', '2026-03-02', '2026-03-02', '', '-1005.00', 'EUR')];
    const ledger = [HEAD.replace('currency', 'currency,letter').trim(), ...lettered.map((one) => `${one},A`)].join('\n');
    const ran = await ar(
      [
        'interest',
        'l.csv',
        '--as-of',
        '2026-06-30',
        '--law',
        'fr',
        '--config',
        'none',
        '--format',
        'csv',
        '--paid',
        '--impute',
        'interest',
      ],
      { 'l.csv': ledger },
    );
    // Of each 4.99 of interest; 5.00 beyond stand with the second, which is paid with its interest.
    expect(
      ran.stdout
        .split('\n')
        .slice(1, 3)
        .map((line) => line.split(',').slice(4, 10).join(' ')),
    ).toEqual(['F1 2026-01-31 2026-06-30 150 0.00 5.19', 'F2 2026-01-31 2026-03-02 30 0.00 0.00']);
  });
});

describe('an invoice', () => {
  it('with the number of another year has an indemnity of its own', async () => {
    const rows = [invoice('1', '2025-02-10', '1000.00', '2025-01-10'), invoice('1', '2026-02-10', '1000.00', '2026-01-10')];
    expect((await items(rows)).map((told) => told.split(' ')[3])).toEqual(['40.00', '40.00']);
  });

  it.each([
    [
      'as a whole, credited in part since',
      [invoice('F1', '2026-01-31', '12000.00'), credit('credit_note', 'A1', 'F1', '2026-03-01', '3000.00')],
      ['100.00'],
    ],
    ['in instalments', [invoice('F1', '2026-01-31', '3600.00'), invoice('F1', '2026-02-28', '8400.00')], ['100.00', '0.00']],
  ])('%s has the sum of British law for what was late of it', async (_, rows, sums) => {
    const pounds = rows.map((one) => one.replace(',EUR', ',GBP'));
    const told = await items(pounds, { options: ['--law', 'uk'] });
    expect(told.map((one) => one.split(' ')[3])).toEqual(sums);
  });
});

describe('a document in instalments by terms', () => {
  const head = 'customer,kind,document,reference,date,due,terms,amount\n';
  const of = async (rows: readonly string[], options: readonly string[] = []): Promise<string[]> => {
    const ran = await ar(
      ['interest', 'l.csv', '--as-of', '2026-06-30', '--law', 'fr', '--config', 'none', '--format', 'csv', ...options],
      {
        'l.csv': `${head}${rows.join('\n')}\n`,
      },
    );
    return ran.stdout
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(5, 11).join(' '));
  };

  it('is paid first instalment first', async () => {
    const rows = [
      'A,invoice,F1,,2025-10-01,,30% 30 days; 70% 60 days,1000.00',
      'A,payment,P1,F1,2025-10-20,,,-300.00',
      'A,payment,P2,F1,2025-12-31,,,-700.00',
    ];
    expect([await of(rows), await of(rows, ['--paid'])]).toEqual([[], ['2025-11-30 2025-12-31 31 0.00 7.22 40.00']]);
  });

  it('costs what two rows with their own days cost', async () => {
    const paid = 'A,payment,P1,F1,2025-12-03,,,-359.57';
    const terms = ['A,invoice,F1,,2025-10-01,,30% 30 days; 70% 60 days,619.94', paid];
    const days = ['A,invoice,F1,,2025-10-01,2025-10-31,,185.98', 'A,invoice,F1,,2025-10-01,2025-11-30,,433.96', paid];
    expect(await of(terms)).toEqual(await of(days));
    expect(await of(terms)).toEqual(['2025-11-30 2026-06-30 212 260.37 18.55 40.00']);
  });
});

describe('a payment that was presented again', () => {
  const again = (...more: string[]): string[] => [
    F1,
    payment('P1', 'F1', '2026-03-10', '1000.00'),
    debit('returned', 'R1', 'P1', '2026-03-20', '1000.00'),
    ...more,
  ];

  it('and bounced again, and paid in the end, costs its days and its indemnity once', async () => {
    const rows = again(
      payment('P2', 'F1', '2026-04-25', '1000.00'),
      debit('returned', 'R2', 'P2', '2026-05-05', '1000.00'),
      payment('P3', 'F1', '2026-06-05', '1000.00'),
    );
    expect([await items(rows), await items(rows, PAID)]).toEqual([[], ['R1 125 41.61 40.00']]);
  });

  it('and bounced in two parts leaves the debt as it was', async () => {
    const rows = again(
      payment('P3', 'F1', '2026-03-31', '1000.00'),
      debit('returned', 'R4', 'P3', '2026-04-11', '400.00'),
      debit('returned', 'R5', 'P3', '2026-04-14', '600.00'),
    );
    expect([await items(rows), await items(rows, PAID)]).toEqual([['R1 150 49.93 40.00'], []]);
  });

  it('of two invoices under one letter costs their days once', async () => {
    const row4 = (kind: string, number: string, of: string, day: string, due: string, amount: string): string =>
      ['B', kind, number, of, day, due, 'AB', amount].join(',');
    const ledger = `customer,kind,document,reference,date,due,letter,amount\n${[
      row4('invoice', 'F1', '', '2026-01-01', '2026-01-31', '1000.00'),
      row4('invoice', 'F2', '', '2026-01-01', '2026-01-31', '500.00'),
      row4('payment', 'P1', '', '2026-03-10', '', '-1500.00'),
      row4('returned', 'R1', 'P1', '2026-03-20', '', '1500.00'),
      row4('payment', 'P2', '', '2026-05-10', '', '-1500.00'),
    ].join('\n')}\n`;
    const ran = await ar(
      ['interest', 'l.csv', '--as-of', '2026-06-30', '--law', 'fr', '--config', 'none', '--format', 'json', '--paid'],
      { 'l.csv': ledger },
    );
    const rows = JSON.parse(ran.stdout).sections[0].rows as { document: string; interest: number; indemnity: number }[];
    expect(rows.map(({ document, interest, indemnity }) => `${document} ${interest} ${indemnity}`)).toEqual([
      'F1 32.95 40',
      'F2 16.48 40',
    ]);
  });
});

describe('a payment of invoices with different due days that bounced', () => {
  const LATER = invoice('F2', '2026-02-28', '500.00');
  const bounced = (...more: string[]): string[] => [
    ...[F1, LATER, payment('P1', 'F1', '2026-03-10', '1000.00'), payment('P1', 'F2', '2026-03-10', '500.00')],
    ...[debit('returned', 'R1', 'P1', '2026-03-20', '1500.00'), ...more],
  ];

  it('costs what the invoices would cost had it never come', async () => {
    expect(await items(bounced())).toEqual(['R1 150 49.93 40.00', 'R1 122 20.31 40.00']);
    expect(await items([F1, LATER])).toEqual(['F1 150 49.93 40.00', 'F2 122 20.31 40.00']);
  });

  it('is paid the part first that was due first', async () => {
    const rows = bounced(payment('P2', 'R1', '2026-05-10', '1200.00'));
    expect(await items(rows)).toEqual(['R1 122 16.91 40.00']);
    expect(await items(rows, PAID)).toEqual(['R1 99 32.95 40.00']);
  });

  it('bears nothing for the part that was not due yet', async () => {
    expect(await items(bounced(), { asOf: '2026-02-20' })).toEqual(['F1 20 6.66 40.00']);
    const early = [F1, invoice('F2', '2026-07-31', '500.00'), ...bounced().slice(2)];
    expect(await items(early)).toEqual(['R1 150 49.93 40.00']);
  });

  it('and is in dispute in part, is so for the part that was due first', async () => {
    const head = 'customer,kind,document,reference,date,posted,due,amount,currency,disputed\n';
    const rows = bounced().map((one) => `${one},${one.includes('R1') ? '1200.00' : ''}`);
    const ran = await ar(['interest', 'l.csv', '--as-of', '2026-06-30', '--law', 'fr', '--config', 'none', '--format', 'csv'], {
      'l.csv': `${head}${rows.join('\n')}\n`,
    });
    const [names, ...items] = ran.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    expect(items.map((cells) => cells[names?.indexOf('disputed') ?? 0])).toEqual(['1000.00', '200.00']);
  });

  it('bounced again, bears its days once', async () => {
    const again = bounced(payment('P2', 'R1', '2026-05-10', '1500.00'), debit('returned', 'R2', 'P2', '2026-05-20', '1500.00'));
    expect(await items(again)).toEqual(['R2 150 49.93 40.00', 'R2 122 20.31 40.00']);
  });
});

it('a loss takes no indemnity back', async () => {
  const rows = [F1, credit('write_off', 'X1', 'F1', '2026-03-02', '1000.00')];
  expect(await items(rows, PAID)).toEqual(['F1 29 9.65 40.00']);
});

describe('a bill that was given for a late invoice', () => {
  const bill = (number: string, of: string, amount: string, due = '2026-03-31'): string =>
    row('C1', 'bill', number, of, '2026-02-10', '2026-02-10', due, amount, 'EUR');
  const GIVEN = [F1, credit('transfer', 'T1', 'F1', '2026-02-10', '1000.00'), bill('LCR1', '', '1000.00')];

  it('bears interest from its maturity, and costs no second indemnity', async () => {
    expect([await items(GIVEN), await items(GIVEN, PAID)]).toEqual([['LCR1 91 30.29 40.00'], ['F1 10 3.33 0.00']]);
  });

  it('paid on its day leaves the indemnity with the invoice', async () => {
    const paid = [...GIVEN, payment('P1', 'LCR1', '2026-03-31', '1000.00')];
    expect([await items(paid), await items(paid, PAID)]).toEqual([[], ['F1 10 3.33 40.00']]);
  });

  it('of two invoices costs that of both', async () => {
    const credits = ['F1', 'F2'].map((of, i) => credit('transfer', `T${i}`, of, '2026-02-10', '1000.00'));
    expect(await items([F1, F2, ...credits, bill('LCR1', '', '2000.00')])).toEqual(['LCR1 91 60.58 80.00']);
  });

  it('among several of one day is of the credit that has its number', async () => {
    const credits = ['F1', 'F2'].map((of, i) => credit('bill', `LCR${i + 1}`, of, '2026-02-10', '1000.00'));
    const bills = [bill('LCR1', '', '1000.00'), bill('LCR2', '', '1000.00')];
    const paid = [F1, F2, ...credits, ...bills, payment('P1', 'LCR1', '2026-03-31', '1000.00')];
    expect([await items(paid), await items(paid, PAID)]).toEqual([
      ['LCR2 91 30.29 40.00'],
      ['F1 10 3.33 40.00', 'F2 10 3.33 0.00'],
    ]);
  });

  it('of an invoice that was not late, which nothing tells apart, is late by itself', async () => {
    expect(await items([bill('LCR1', '', '1000.00')])).toEqual(['LCR1 91 30.29 40.00']);
  });

  it('makes the debt no larger, where the sum goes by its size', async () => {
    const pounds = [F1, credit('transfer', 'T1', 'F1', '2026-02-10', '1000.00'), bill('LCR1', '', '1000.00')].map((one) =>
      one.replaceAll('1000.00', '600.00').replaceAll('EUR', 'GBP'),
    );
    const ran = await ar(['interest', 'l.csv', '--as-of', '2026-06-30', '--law', 'uk', '--config', 'none', '--format', 'csv'], {
      'l.csv': `${HEAD}${pounds.join('\n')}\n`,
    });
    expect(ran.stdout.split('\n')[1]).toMatch(/,LCR1,.*,40\.00,/);
  });
});

describe('a public buyer', () => {
  it('owes the rate of the half-year in which interest began, on both sides of a turn of the half-year (R2192-31)', async () => {
    const files = { 'c.csv': 'id,type\nC1,public\n' };
    const late = invoice('F1', '2026-05-31', '12000.00');
    const options = ['--customers', 'c.csv'];
    // 107 days at the 2.15 % of 1 January and 8 points, where a business owes 30 days at 12.15 % and 77 at 12.40 %.
    const told = [await items([late], { files, options, asOf: '2026-09-15' }), await items([late], { asOf: '2026-09-15' })];
    expect(told).toEqual([['F1 107 357.06 40.00'], ['F1 107 433.75 40.00']]);
  });
});

test.each([
  [
    'fr',
    'a consumer owes legal interest from a formal notice only, and none is known; where there was one, say its day: --documents FILE, column notice',
  ],
  ['uk', 'the rates of this law are between professionals, and none is known that a consumer owes'],
])('a consumer under the law %s is left out for a reason of that law', async (law, reason) => {
  const ran = await ar(['interest', 'l.csv', '--as-of', '2026-06-30', '--law', law, '--config', 'none', '--customers', 'c.csv'], {
    'l.csv': `${HEAD}${F1}\n`,
    'c.csv': 'id,type\nC1,consumer\n',
  });
  expect(ran.stderr).toContain(`bears no interest: ${reason}\n`);
});

it('an account of the dearest item has its legs, payments and limitation, and no others', async () => {
  const rows = [
    F1,
    invoice('F2', '2026-02-28', '5000.00'),
    payment('P1', 'F2', '2026-04-01', '10.00'),
    payment('P2', 'F1', '2026-04-01', '1.00'),
  ];
  const run = asked('json', '--legs', '--sort', '-total');
  const ran = await ar([...run, '--top', '1'], { 'l.csv': `${HEAD}${rows.join('\n')}\n` });
  const sections = JSON.parse(ran.stdout).sections as { name: string; rows: { document: string }[] }[];
  const documents = sections
    .filter(({ name }) => name !== 'summary')
    .map(({ rows: all }) => [...new Set(all.map((one) => one.document))]);
  expect(documents).toEqual([['F2'], ['F2'], ['F2'], ['F2']]);
});
