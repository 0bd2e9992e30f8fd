// Where do payments, credit notes and advances stand? Against what they name; else apart, until the user says otherwise.
import { describe, expect, test } from 'vitest';
import { replay } from './ledger-case.ts';
import { ar } from './program.ts';

const HEAD = 'customer,kind,document,reference,date,due,amount\n';
const asOf = '2024-06-30';

describe('a payment', () => {
  const peer = 'ERPNext accounts_receivable';
  const invoice = `${HEAD}C,invoice,F1,,2024-06-30,2024-06-30,100\n`;
  replay([
    {
      ...{ peer, asOf, ledger: `${invoice}C,payment,P1,F1,2024-06-30,,-99.99\n` },
      claim: 'one cent short leaves a row of 0.01',
      items: ['F1 0.01 not_due'],
      figures: { 'C EUR': { not_due: '0.01', total: '0.01' } },
    },
    {
      ...{ peer, asOf, ledger: `${invoice}C,other,J1,F1,2024-06-30,,-40\n` },
      claim: 'by journal entry leaves 60 as any payment does',
      items: ['F1 60.00 not_due'],
    },
    {
      ...{ peer, asOf, ledger: `${invoice}C,other,J1,F1,2024-06-30,,-100\n` },
      claim: 'by journal entry, in full, makes the row disappear',
      items: [],
    },
    {
      ...{ peer, asOf, ledger: `${HEAD}C,payment,P1,SO-1,2024-06-30,,-1000\n` },
      claim: 'on an order without an invoice is −1000 with nothing invoiced',
      items: ['P1 -1000.00 unallocated'],
      figures: { 'C EUR': { unallocated: '-1000.00', total: '-1000.00' } },
    },
    {
      ...{ peer, asOf, ledger: 'customer,document,date,due,amount,paid_amount\nC,POS1,2024-06-30,2024-06-30,100,50\n' },
      claim: 'of half at the till, told by the invoice itself, leaves 50',
      items: ['POS1 50.00 not_due'],
    },
    {
      ...{ peer, asOf, ledger: `${invoice.replace('F1', 'POS1')}C,payment,POS1,POS1,2024-06-30,,-50\n` },
      claim: 'of half at the till, booked under the number of the invoice, leaves 50',
      items: ['POS1 50.00 not_due'],
    },
  ]);
});

describe('a credit note', () => {
  const peer = 'ERPNext test_cr_note_flag_to_update_self';
  const paid = `${HEAD}C,invoice,F1,,2024-06-29,2024-06-29,100\nC,payment,P1,F1,2024-06-30,,-40\n`;
  replay([
    {
      ...{ peer, asOf, ledger: `${paid}C,credit_note,A1,,2024-06-30,,-100\n` },
      claim: 'standing alone is a row of −100 beside the 60, −40 together',
      items: ['F1 60.00 d1_30', 'A1 -100.00 unallocated'],
      figures: {
        'C EUR': { d1_30: '60.00', unallocated: '-100.00', total: '-40.00', overdue: '60.00', oldest_days_late: '1' },
      },
    },
    {
      ...{ peer: 'ERPNext accounts_receivable', asOf, ledger: `${HEAD}C,other,J1,,2024-06-30,,-100\n` },
      claim: 'by journal entry is −100',
      items: ['J1 -100.00 unallocated'],
    },
  ]);
});

describe('an advance of 50 beside an invoice of 200', () => {
  const peer = 'ERPNext accounts_receivable_summary';
  const ledger = `${HEAD}C,invoice,F1,,2024-06-30,2024-06-30,200\nC,advance,V1,,2024-06-30,,-50\n`;
  const paid = `${ledger}C,payment,P1,F1,2024-06-30,,-125\n`;
  const today = 'what is due today stands in not due, not in the first range';
  replay([
    {
      ...{ peer, asOf, ledger: ledger.split('C,advance')[0] as string },
      claim: 'before the advance, 200 in the first range',
      why: today,
      figures: { 'C EUR': { not_due: '200.00', total: '200.00' } },
    },
    {
      ...{ peer, asOf, ledger },
      claim: 'leaves 150, of which the advance is told apart',
      why: 'they take the advance off the first range; nothing says which invoice it pays, so ours stays in its own column',
      figures: { 'C EUR': { not_due: '200.00', unallocated: '-50.00', total: '150.00' } },
    },
    {
      ...{ peer, asOf, ledger, credits: 'oldest' as const },
      claim: 'set against the oldest, as they do, leaves 150 in the first range',
      why: today,
      figures: { 'C EUR': { not_due: '150.00', total: '150.00' } },
    },
    {
      ...{ peer, asOf, ledger: paid },
      claim: 'and a payment of 125: 25 in all, the advance still 50',
      figures: { 'C EUR': { not_due: '75.00', unallocated: '-50.00', total: '25.00' } },
    },
    {
      ...{ peer, asOf, ledger: paid, credits: 'oldest' as const },
      claim: 'and a payment of 125, set against the oldest: 25',
      figures: { 'C EUR': { not_due: '25.00', total: '25.00' } },
    },
  ]);
});

describe('an invoice of 200 paid in two steps', () => {
  const peer = 'ERPNext accounts_receivable_summary';
  const half = `${HEAD}C,invoice,F1,,2024-06-30,2024-06-30,200\nC,payment,P1,F1,2024-06-30,,-150\n`;
  const full = `${half}C,payment,P2,F1,2024-06-30,,-50\n`;
  const run = (...more: string[]) => ar(['age', 'ledger.csv', '--as-of', asOf, ...more], { 'ledger.csv': full });

  test(`${peer}: 150 paid leaves 50, and the balance of the general ledger agrees`, async () => {
    const ran = await ar(['age', 'ledger.csv', '--as-of', asOf, '--control', '50.00'], { 'ledger.csv': half });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toBe(
      'customer,name,currency,not_due,d1_30,d31_60,d61_90,d91_plus,unallocated,total,overdue,disputed,oldest_days_late\n' +
        'C,,EUR,50.00,0.00,0.00,0.00,0.00,0.00,50.00,0.00,0.00,\n',
    );
  });

  test(`${peer}: all paid, the table has no row of the customer`, async () => {
    const { stdout } = await run('--format', 'table');
    expect(stdout).not.toMatch(/^ *C\b/m);
  });

  test(`${peer}: all paid — ours differs: csv keeps a row of zeros, so that a program sees who has settled`, async () => {
    const { stdout } = await run('--format', 'csv');
    expect(stdout.split('\n')[1]).toBe('C,,EUR,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,');
  });
});

describe('three invoices and three payments that name none', () => {
  const peer = 'Ubiquiti-App/UCRM 99';
  const rows = (head: string, gap: string): string =>
    [
      head,
      ...[
        `F1,${gap}2016-01-01,2016-01-01,10000`,
        `F2,${gap}2016-02-01,2016-02-01,15000`,
        `F3,${gap}2016-03-01,2016-03-01,18000`,
      ].map((row) => `C,invoice,${row}`),
      ...[`P1,${gap}2016-01-05,,-15000`, `P2,${gap}2016-01-18,,-20000`, `P3,${gap}2016-03-02,,-10000`].map(
        (row) => `C,payment,${row}`,
      ),
      '',
    ].join('\n');
  const named = rows(HEAD.trim(), ',');
  const bare = rows(HEAD.trim().replace(',reference', ''), '');
  const oldest = { peer, ledger: named, credits: 'oldest' as const };
  const why = 'nothing says what they pay, so no credit pays anything until it is asked for with --credits oldest';
  replay([
    {
      ...oldest,
      asOf: '2016-01-05',
      claim: 'set against the oldest, on 5 January the first invoice is closed and 5 000 are left',
      items: ['P1 -5000.00 unallocated'],
    },
    {
      ...oldest,
      asOf: '2016-01-18',
      claim: 'and on the 18th 25 000',
      items: ['P1 -5000.00 unallocated', 'P2 -20000.00 unallocated'],
    },
    {
      ...oldest,
      asOf: '2016-02-01',
      claim: 'on 1 February the second is closed at once, the first payment used up first',
      items: ['P2 -10000.00 unallocated'],
    },
    { ...oldest, asOf: '2016-03-01', claim: 'on 1 March 8 000 of the third are open', items: ['F3 8000.00 not_due'] },
    {
      ...oldest,
      asOf: '2016-03-02',
      claim: 'on the 2nd all are paid, and 2 000 are left of the last payment',
      items: ['P3 -2000.00 unallocated'],
    },
    {
      ...{ peer, ledger: named, asOf: '2016-03-02', why },
      claim: 'by default all of them are open, and the same −2 000 in all',
      items: [
        ...['F1 10000.00 d61_90', 'F2 15000.00 d1_30', 'F3 18000.00 d1_30'],
        ...['P1 -15000.00 unallocated', 'P2 -20000.00 unallocated', 'P3 -10000.00 unallocated'],
      ],
      figures: {
        'C EUR': {
          ...{ d1_30: '33000.00', d61_90: '10000.00', unallocated: '-45000.00', total: '-2000.00' },
          ...{ overdue: '43000.00', oldest_days_late: '61' },
        },
      },
    },
    {
      ...{ peer, ledger: bare, asOf: '2016-03-02' },
      why: 'without a column that could tell, an exact amount does: the last payment is the first invoice’s 10 000',
      claim: 'by default, in a ledger that has no column of references',
      items: ['F2 15000.00 d1_30', 'F3 18000.00 d1_30', 'P1 -15000.00 unallocated', 'P2 -20000.00 unallocated'],
    },
  ]);
});

describe('two invoices of one party', () => {
  replay([
    {
      ...{ peer: 'ERPNext test_group_by_party', asOf },
      claim: '100 of yesterday and 85 of today are 185 for the party',
      ledger: `${HEAD}C,invoice,F1,,2024-06-29,2024-07-29,100\nC,invoice,F2,,2024-06-30,2024-07-30,85\n`,
      items: ['F1 100.00 not_due', 'F2 85.00 not_due'],
      figures: { 'C EUR': { not_due: '185.00', total: '185.00' } },
    },
  ]);

  test('ERPNext test_group_by_party: the grand total is 185 — ours differs: a machine format never mixes totals with rows', async () => {
    const ledger = `${HEAD}C,invoice,F1,,2024-06-29,2024-07-29,100\nC,invoice,F2,,2024-06-30,2024-07-30,85\n`;
    const ran = await ar(['age', 'l.csv', '--as-of', asOf, '--detail', '--format', 'json'], { 'l.csv': ledger });
    const { sections } = JSON.parse(ran.stdout) as { sections: [{ rows: { open: number }[]; totals: { open: number }[] }] };
    expect(sections[0].rows.map(({ open }) => open)).toEqual([100, 85]);
    expect(sections[0].totals.map(({ open }) => open)).toEqual([185]);
  });
});
