// Into which bucket does a day fall? Straight cases, and the boundary days on which products differ.
import { describe, expect, test } from 'vitest';
import { replay } from './ledger-case.ts';
import { aged } from './library.ts';
import { ar } from './program.ts';

const HEAD = 'customer,kind,document,date,due,amount\n';

describe('buckets count from the due day', () => {
  replay([
    {
      peer: 'OCA account-financial-reporting PR 383',
      claim: 'six invoices of 30 days, each in its own column',
      ledger: `${HEAD}C,invoice,F1,2017-12-15,2018-01-15,500
C,invoice,F2,2017-11-15,2017-12-15,1000
C,invoice,F3,2017-10-15,2017-11-15,2000
C,invoice,F4,2017-09-15,2017-10-15,4000
C,invoice,F5,2017-08-15,2017-09-15,8000
C,invoice,F6,2017-07-15,2017-08-15,160000
`,
      asOf: '2017-12-31',
      bounds: [30, 60, 90, 120],
      figures: {
        'C EUR': {
          ...{ not_due: '500.00', d1_30: '1000.00', d31_60: '2000.00', d61_90: '4000.00', d91_120: '8000.00' },
          ...{ d121_plus: '160000.00', total: '175500.00', overdue: '175000.00', oldest_days_late: '138' },
        },
      },
    },
  ]);
});

describe('0, 30, 31, 60 and 61 days late', () => {
  const LEDGER = `${HEAD}C,invoice,F0,2024-01-01,2024-06-30,100
C,invoice,F30,2024-01-01,2024-05-31,100
C,invoice,F31,2024-01-01,2024-05-30,100
C,invoice,F60,2024-01-01,2024-05-01,100
C,invoice,F61,2024-01-01,2024-04-30,100
`;
  const OURS = ['100.00', '100.00', '200.00', '100.00'];

  type Boundary = {
    readonly peer: string;
    /** Not due, then the first three buckets. */
    readonly theirs: readonly string[];
    readonly why?: string;
  };
  const BOUNDARIES: readonly Boundary[] = [
    { peer: 'OCA aged_partner_balance', theirs: ['100.00', '100.00', '200.00', '100.00'] },
    {
      peer: 'OCA partner_statement',
      theirs: ['100.00', '0.00', '200.00', '200.00'],
      why: 'a bucket called 1–30 holds its 30th day; theirs end a day early',
    },
    {
      peer: 'ERPNext, Invoice Ninja',
      theirs: ['0.00', '200.00', '200.00', '100.00'],
      why: 'what is due today can still be paid in time: it is not due, not 1–30',
    },
    {
      peer: 'Tryton, LedgerSMB, Business Central with 30D',
      theirs: ['0.00', '100.00', '200.00', '200.00'],
      why: 'their first bucket is 0–29: a day that is not late stands in it and the 30th is out of it',
    },
    {
      peer: 'Odoo up to 11',
      theirs: ['0.00', '200.00', '300.00', '0.00'],
      why: 'their second bucket is 31–61, a day longer than its name, and today counts as late',
    },
    {
      peer: 'BigCapital with 30',
      theirs: ['100.00', '0.00', '100.00', '100.00'],
      why: 'their bounds belong to no bucket, so 30 and 60 days late vanish; every day of ours is in exactly one',
    },
  ];

  for (const { peer, theirs, why } of BOUNDARIES) {
    const differs = why === undefined ? '' : ` — ours differs: ${why}`;
    test(`${peer}: ${theirs.join(' | ')}${differs}`, async () => {
      const { figures } = await aged(LEDGER, { asOf: '2024-06-30' });
      const found = ['not_due', 'd1_30', 'd31_60', 'd61_90'].map((key) => figures['C EUR']?.[key] ?? '0.00');
      expect(found).toEqual(OURS);
      expect(theirs.join() === OURS.join(), 'a reason stands exactly where the figures differ').toBe(why === undefined);
    });
  }

  replay([
    {
      peer: 'ERPNext, Tryton, LedgerSMB',
      claim: 'an invoice due in 46 days',
      why: 'they put it into no bucket; ours says not due, so that the columns add up to the total',
      ledger: `${LEDGER}C,invoice,F-46,2024-06-15,2024-08-15,100\n`,
      asOf: '2024-06-30',
      figures: {
        'C EUR': {
          ...{ not_due: '200.00', d1_30: '100.00', d31_60: '200.00', d61_90: '100.00' },
          ...{ total: '600.00', overdue: '400.00', oldest_days_late: '61' },
        },
      },
    },
  ]);
});

describe('ranges the user sets', () => {
  const LEDGER = `${HEAD}C,invoice,F1,2024-06-14,2024-06-29,100\n`;
  replay([
    {
      peer: 'OCA account_due_list_days_overdue 14.0',
      claim: 'an invoice of 16 days ago with a term of 15 is one day late, with its whole residual',
      ledger: LEDGER,
      asOf: '2024-06-30',
      figures: { 'C EUR': { d1_30: '100.00', total: '100.00', overdue: '100.00', oldest_days_late: '1' } },
    },
  ]);

  test('OCA account_due_list_days_overdue 14.0: ranges that overlap are refused, and no figure is given', async () => {
    const ran = await ar(['age', 'ledger.csv', '--as-of', '2024-06-30', '--buckets', '30,25'], { 'ledger.csv': LEDGER });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('no two buckets overlap');
  });
});
