// What was open on a day that has passed? Postings after the day do not exist yet, whatever became of the invoice since.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replay } from './ledger-case.ts';
import { aged } from './library.ts';

const HEAD = 'customer,kind,document,reference,date,due,amount\n';

describe('part payments before and after the due day', () => {
  const ledger = `${HEAD}C,payment,P1,F1,2016-11-09,,-1500
C,invoice,F1,,2016-11-30,2017-02-28,10000
C,payment,P2,F1,2016-11-30,,-1000
C,payment,P3,F1,2017-01-30,,-2000
`;
  const peer = 'Odoo PR 16235';
  replay([
    {
      ...{ peer, ledger, asOf: '2017-04-04' },
      claim: 'come off the invoice and age with it: 5 500 at 35 days late, never by the days of the payments',
      figures: { 'C EUR': { d31_60: '5500.00', total: '5500.00', overdue: '5500.00', oldest_days_late: '35' } },
      items: ['F1 5500.00 d31_60'],
    },
    {
      ...{ peer, ledger, asOf: '2017-01-15' },
      claim: 'those of later do not count yet: 7 500, not due',
      figures: { 'C EUR': { not_due: '7500.00', total: '7500.00' } },
    },
    {
      ...{ peer, ledger, asOf: '2016-11-20' },
      claim: 'a payment before its invoice is booked stands alone: −1 500',
      figures: { 'C EUR': { unallocated: '-1500.00', total: '-1500.00' } },
    },
  ]);
});

describe('an invoice paid in full later', () => {
  const ledger = `${HEAD}C,invoice,F1,,2020-04-30,2020-05-30,1200\nC,payment,P1,F1,2020-06-30,,-1200\n`;
  const peer = 'OCA account-financial-reporting 707';
  replay([
    {
      ...{ peer, ledger, asOf: '2020-05-31' },
      claim: 'is open in full on a day before the payment',
      figures: { 'C EUR': { d1_30: '1200.00', total: '1200.00', overdue: '1200.00', oldest_days_late: '1' } },
    },
    {
      ...{ peer, ledger, asOf: '2020-06-30' },
      claim: 'is settled on the day of the payment',
      figures: { 'C EUR': {} },
      items: [],
    },
  ]);
});

describe('Fabric-Inventory 197: receipts after the day', () => {
  // The published figures are 110 775 at 2026-05-15 and 525 with the receipts of June taken off; the rows are ours.
  const BEFORE = `${HEAD}S1,invoice,F1,,2026-03-02,2026-04-01,40250
S1,invoice,F2,,2026-04-20,2026-05-20,30000
S2,invoice,F3,,2026-04-28,2026-05-28,40525
S3,invoice,F4,,2026-05-04,2026-06-03,2000
S3,payment,P1,F4,2026-05-15,,-2000
`;
  const JUNE = `S1,payment,P2,F1,2026-06-03,,-40250
S1,payment,P3,F2,2026-06-11,,-30000
S2,payment,P4,F3,2026-06-18,,-40000
`;
  const totalAt = async (ledger: string, asOf: string): Promise<number> => {
    const { figures } = await aged(ledger, { asOf });
    return Object.values(figures).reduce((sum, { total = '0' }) => sum + Number(total), 0);
  };

  test('the receivable at 2026-05-15 is the published 110 775, though June has been received since', async () => {
    expect(await totalAt(BEFORE + JUNE, '2026-05-15')).toBe(110_775);
  });

  test('the 525 they printed is what is open at the end of June', async () => {
    expect(await totalAt(BEFORE + JUNE, '2026-06-30')).toBe(525);
  });

  test('no receipt after the day, of any amount and naming anything, changes a figure', async () => {
    const known = await aged(BEFORE, { asOf: '2026-05-15' });
    const receipt = fc.record({
      customer: fc.constantFrom('S1', 'S2', 'S3', 'S4'),
      reference: fc.constantFrom('F1', 'F2', 'F3', 'F4', 'P1', 'F9', ''),
      after: fc.integer({ min: 1, max: 400 }),
      cents: fc.integer({ min: 1, max: 20_000_000 }),
    });
    const rowOf = (r: { customer: string; reference: string; after: number; cents: number }, i: number): string => {
      const date = new Date(Date.UTC(2026, 4, 15 + r.after)).toISOString().slice(0, 10);
      return `${r.customer},payment,L${i},${r.reference},${date},,-${(r.cents / 100).toFixed(2)}\n`;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(receipt, { minLength: 1, maxLength: 12 }), async (receipts) => {
        expect(await aged(BEFORE + receipts.map(rowOf).join(''), { asOf: '2026-05-15' })).toEqual(known);
      }),
      { numRuns: 200, seed: 197 },
    );
  });
});

describe('payments of tomorrow', () => {
  const peer = 'ERPNext test_future_payments';
  const invoice = `${HEAD}C,invoice,F1,,2024-06-30,2024-07-30,100\n`;
  const withCreditNote = `${invoice}C,credit_note,A1,,2024-06-30,,-10
C,payment,P1,F1,2024-07-01,,-90
C,transfer,P1,A1,2024-07-01,,10
`;
  const full = `${invoice}C,payment,P1,F1,2024-07-01,,-100\n`;
  const over = `${invoice}C,payment,P1,F1,2024-07-01,,-110\n`;
  replay([
    {
      ...{ peer, ledger: withCreditNote, asOf: '2024-06-30' },
      claim: '90 to the invoice and the credit note of 10 used up, seen today: both are open',
      items: ['F1 100.00 not_due', 'A1 -10.00 unallocated'],
    },
    {
      ...{ peer, ledger: withCreditNote, asOf: '2024-07-01' },
      claim: 'the same a day later: 10 remain of the invoice and nothing of the credit note',
      items: ['F1 10.00 not_due'],
    },
    { ...{ peer, ledger: full, asOf: '2024-06-30' }, claim: 'the whole amount, seen today: 100', items: ['F1 100.00 not_due'] },
    {
      ...{ peer, ledger: full, asOf: '2024-07-01' },
      claim: 'the whole amount a day later: nothing',
      items: [],
      figures: { 'C EUR': {} },
    },
    {
      ...{ peer, ledger: over, asOf: '2024-06-30' },
      claim: '110 on an invoice of 100, seen today',
      why: 'they list the excess of −10 a day before it is paid; a posting after the day does not exist for us',
      items: ['F1 100.00 not_due'],
      figures: { 'C EUR': { not_due: '100.00', total: '100.00' } },
    },
    {
      ...{ peer, ledger: over, asOf: '2024-07-01' },
      claim: '110 on an invoice of 100 a day later: the excess of −10 on a row of its own',
      items: ['P1 -10.00 unallocated'],
      figures: { 'C EUR': { unallocated: '-10.00', total: '-10.00' } },
    },
  ]);
});
