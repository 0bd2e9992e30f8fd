// What becomes of money paid too much, and of money given back? A small book worked by hand: one customer, invoices of 100 due 2024-05-31.
import { describe, expect, test } from 'vitest';
import { aged } from '../peers/library.ts';

const HEAD = 'customer,kind,document,reference,date,due,amount';
const F1 = 'C,invoice,F1,,2024-05-01,2024-05-31,100';
const OVER = 'C,payment,P1,F1,2024-06-03,,-130';
const ASKED = '2024-06-30';

async function open(rows: readonly string[], asOf = ASKED, head = HEAD): Promise<string[]> {
  return (await aged(`${[head, ...rows].join('\n')}\n`, { asOf })).items;
}

describe('paid too much', () => {
  test.each([
    ['what is too much is unallocated, on the payment', [F1, OVER], ['P1 -30.00 unallocated']],
    ['a refund that names the payment takes up what is left of it', [F1, OVER, 'C,refund,R1,P1,2024-06-10,2024-06-10,30'], []],
    [
      'a refund of a part leaves the rest of it',
      [F1, OVER, 'C,refund,R1,P1,2024-06-10,2024-06-10,20'],
      ['P1 -10.00 unallocated'],
    ],
    [
      'a refund of more is owed back: it is a debit, late from its own due day on',
      [F1, OVER, 'C,refund,R1,P1,2024-06-10,2024-06-10,45'],
      ['R1 15.00 d1_30'],
    ],
    [
      'a refund that names nothing stands apart from the credit, which stays',
      [F1, OVER, 'C,refund,R1,,2024-06-10,2024-06-10,30'],
      ['P1 -30.00 unallocated', 'R1 30.00 d1_30'],
    ],
    [
      'a refund that names the invoice finds no credit there: it stands apart as well',
      [F1, OVER, 'C,refund,R1,F1,2024-06-10,2024-06-10,30'],
      ['P1 -30.00 unallocated', 'R1 30.00 d1_30'],
    ],
    [
      'the next invoice that names the payment takes it',
      [F1, OVER, 'C,invoice,F2,P1,2024-06-05,2024-07-05,80'],
      ['F2 50.00 not_due'],
    ],
    [
      'a refund and the next invoice share it in the order they were posted',
      [F1, OVER, 'C,refund,R1,P1,2024-06-10,2024-06-10,20', 'C,invoice,F2,P1,2024-06-05,2024-07-05,25'],
      ['R1 15.00 d1_30'],
    ],
    [
      'a refund that came back is undone by what names it: the excess stands on the payment again',
      [F1, OVER, 'C,refund,R1,P1,2024-06-10,2024-06-10,30', 'C,other,B1,R1,2024-06-14,,-30'],
      ['P1 -30.00 unallocated'],
    ],
  ])('%s', async (_, rows, expected) => {
    expect((await open(rows)).sort()).toEqual([...expected].sort());
  });

  test('on a day between the payment and the refund the excess is unallocated', async () => {
    expect(await open([F1, OVER, 'C,refund,R1,P1,2024-06-10,2024-06-10,30'], '2024-06-09')).toEqual(['P1 -30.00 unallocated']);
  });

  test('under one letter the invoice, the payment and the refund are settled', async () => {
    const rows = [`${F1},A`, 'C,payment,P1,,2024-06-03,,-130,A', 'C,refund,R1,,2024-06-10,2024-06-10,30,A'];
    expect(await open(rows, ASKED, `${HEAD},letter`)).toEqual([]);
  });

  test('where no column tells, a refund that brings the balance back to nothing settles all', async () => {
    const rows = [F1, OVER, 'C,refund,R1,,2024-06-10,2024-06-10,30'].map((row) => row.replace(/^(\w+,\w+,\w+),\w*/, '$1'));
    expect(await open(rows, ASKED, HEAD.replace(',reference', ''))).toEqual([]);
  });
});

describe('paid twice', () => {
  const twice = [F1, 'C,payment,P1,F1,2024-06-03,,-100', 'C,payment,P2,F1,2024-06-04,,-100'];
  test.each([
    ['the second payment is unallocated whole', twice, ['P2 -100.00 unallocated']],
    ['a refund of the second settles it', [...twice, 'C,refund,R1,P2,2024-06-10,2024-06-10,100'], []],
    [
      'a refund of the first, which paid the invoice, finds nothing of it: the second stays',
      [...twice, 'C,refund,R1,P1,2024-06-10,2024-06-10,100'],
      ['P2 -100.00 unallocated', 'R1 100.00 d1_30'],
    ],
  ])('%s', async (_, rows, expected) => {
    expect((await open(rows)).sort()).toEqual([...expected].sort());
  });
});

describe('a credit note for an invoice that is paid', () => {
  const credited = [F1, 'C,payment,P1,F1,2024-06-03,,-100', 'C,credit_note,A1,F1,2024-06-05,,-40'];
  test.each([
    ['is owed to the customer', credited, ['A1 -40.00 unallocated']],
    ['is settled by a refund that names it', [...credited, 'C,refund,R1,A1,2024-06-10,2024-06-10,40'], []],
    [
      'is settled by a refund and the next invoice together, both naming it',
      [...credited, 'C,refund,R1,A1,2024-06-10,2024-06-10,15', 'C,invoice,F2,A1,2024-06-12,2024-07-12,60'],
      ['F2 35.00 not_due'],
    ],
    [
      'pays no other invoice by itself',
      [...credited, 'C,invoice,F2,,2024-06-12,2024-07-12,40'],
      ['A1 -40.00 unallocated', 'F2 40.00 not_due'],
    ],
  ])('%s', async (_, rows, expected) => {
    expect((await open(rows)).sort()).toEqual([...expected].sort());
  });
});
