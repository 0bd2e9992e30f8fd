// What is open of an invoice that falls due in parts? Payments and credit notes that name it clear its parts, oldest due first.
import { describe } from 'vitest';
import { replay } from './ledger-case.ts';

const HEAD = 'customer,kind,document,reference,date,due,amount\n';

describe('an invoice due on three days', () => {
  const ledger = `${HEAD}C,invoice,F1,,2018-10-27,2018-11-26,27000
C,invoice,F1,,2018-10-27,2018-12-26,27000
C,invoice,F1,,2018-10-27,2019-01-25,36000
`;
  const peer = 'OCA account-financial-reporting 487';
  replay([
    {
      ...{ peer, ledger, asOf: '2018-11-28' },
      claim: 'by due day, 27 000 is 2 days late and 63 000 not due',
      figures: {
        'C EUR': { not_due: '63000.00', d1_30: '27000.00', total: '90000.00', overdue: '27000.00', oldest_days_late: '2' },
      },
    },
    {
      ...{ peer, ledger, asOf: '2018-11-28', ageBy: 'date' as const },
      claim: 'by document day, all 90 000 is 32 days old',
      figures: { 'C EUR': { d31_60: '90000.00', total: '90000.00', overdue: '27000.00', oldest_days_late: '2' } },
    },
  ]);
});

describe('100 in parts of 30, 50 and 20', () => {
  const invoice = `${HEAD}C,invoice,F1,,2024-06-30,2024-07-30,30
C,invoice,F1,,2024-06-30,2024-08-29,50
C,invoice,F1,,2024-06-30,2024-09-28,20
`;
  const payment = 'C,payment,P1,F1,2024-06-30,,-40\n';
  const asOf = '2024-06-30';
  const peer = 'ERPNext accounts_receivable';
  replay([
    {
      ...{ peer, asOf, ledger: invoice },
      claim: 'each part has its own row',
      items: ['F1 30.00 not_due', 'F1 50.00 not_due', 'F1 20.00 not_due'],
    },
    {
      ...{ peer, asOf, ledger: invoice + payment },
      claim: 'a payment of 40 closes the 30 and takes 10 off the 50',
      items: ['F1 40.00 not_due', 'F1 20.00 not_due'],
    },
    {
      ...{ peer, asOf, ledger: `${invoice + payment}C,credit_note,A1,,2024-06-30,,-100\n` },
      claim: 'a credit note of 100 that stands alone is one more row of −100, not netted',
      items: ['F1 40.00 not_due', 'F1 20.00 not_due', 'A1 -100.00 unallocated'],
      figures: { 'C EUR': { not_due: '60.00', unallocated: '-100.00', total: '-40.00' } },
    },
    {
      ...{ peer, asOf: '2024-07-01', ledger: `${invoice + payment}C,credit_note,A1,F1,2024-07-01,,-100\n` },
      claim: 'a credit note of 100 against the partly paid invoice leaves −40',
      why: 'they let it stand alone at −100 beside the 60; ours clears what is left of the invoice it names, and the total is the same',
      items: ['A1 -40.00 unallocated'],
      figures: { 'C EUR': { unallocated: '-40.00', total: '-40.00' } },
    },
    {
      ...{ peer, asOf, ledger: `${invoice}C,credit_note,A1,F1,2024-06-30,,-100\n` },
      claim: 'a credit note for the whole, with no payment, leaves no row',
      items: [],
      figures: { 'C EUR': {} },
    },
  ]);
});

describe('200 in parts of 60, 100 and 40', () => {
  const paid = `${HEAD}C,invoice,F1,,2024-06-30,2024-07-30,60
C,invoice,F1,,2024-06-30,2024-08-29,100
C,invoice,F1,,2024-06-30,2024-09-28,40
C,payment,P1,F1,2024-06-30,,-40
`;
  const asOf = '2024-06-30';
  const peer = 'ERPNext accounts_receivable';
  replay([
    {
      ...{ peer, asOf, ledger: paid },
      claim: 'a payment of 40 leaves 20, 100 and 40',
      items: ['F1 20.00 not_due', 'F1 100.00 not_due', 'F1 40.00 not_due'],
    },
    {
      ...{ peer, asOf, ledger: `${paid}C,credit_note,A1,F1,2024-07-01,,-100\n` },
      claim: 'a credit note of tomorrow changes nothing today',
      items: ['F1 20.00 not_due', 'F1 100.00 not_due', 'F1 40.00 not_due'],
    },
    {
      ...{ peer, asOf, ledger: `${paid}C,credit_note,A1,F1,2024-06-30,,-100\n` },
      claim: 'a credit note of 100 against it clears the 20 left on the first part, then 80 of the second',
      items: ['F1 20.00 not_due', 'F1 40.00 not_due'],
    },
  ]);
});
