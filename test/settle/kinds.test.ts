// How does each kind of posting settle and age? One line a rule, for the kinds beyond invoice, credit note and payment (rules §5, 2).
import { expect, test } from 'vitest';
import { aged } from '../peers/library.ts';

const HEAD = 'customer,kind,document,reference,date,due,amount';
const F1 = 'C,invoice,F1,,2024-05-01,2024-05-31,100';

test.each([
  [
    'returned',
    'comes back as late as the invoice its payment had paid',
    [F1, 'C,payment,P1,F1,2024-06-03,,-100', 'C,returned,R1,P1,2024-06-10,,100'],
    ['R1 100.00 d1_30'],
  ],
  [
    'returned',
    'pays nothing and is paid by what names it',
    [F1, 'C,payment,P1,F1,2024-06-03,,-100', 'C,returned,R1,P1,2024-06-10,,100', 'C,payment,P2,R1,2024-06-20,,-100'],
    [],
  ],
  [
    'refund',
    'takes up what is left of the payment it names',
    [F1, 'C,payment,P1,F1,2024-06-03,,-130', 'C,refund,R1,P1,2024-06-10,,30'],
    [],
  ],
  [
    'transfer',
    'settles the claim it takes away, and brings it back as late as it was',
    ['C,invoice,F0,,2024-01-01,2024-02-28,100', 'C,transfer,O1,F0,2024-06-10,,-100', 'C,transfer,O1,,2024-06-10,,100'],
    ['O1 100.00 d91_plus'],
  ],
  [
    'bill',
    'is due at its maturity',
    [F1, 'C,transfer,O1,F1,2024-05-10,,-100', 'C,bill,E1,,2024-05-10,2024-07-31,100'],
    ['E1 100.00 not_due'],
  ],
  [
    'bill',
    'that says no maturity counts from its own day, whatever it names',
    ['C,bill,E1,F1,2024-05-10,,50', 'C,invoice,F1,,2024-01-01,2024-01-31,100'],
    ['E1 50.00 d31_60', 'F1 100.00 d91_plus'],
  ],
  ['write_off', 'closes what it names', [F1, 'C,payment,P1,F1,2024-06-03,,-60', 'C,write_off,W1,F1,2024-06-20,,-40'], []],
  [
    'write_off',
    'that names nothing leaves the invoice open',
    [F1, 'C,write_off,W1,,2024-06-20,,-100'],
    ['F1 100.00 d1_30', 'W1 -100.00 unallocated'],
  ],
  ['discount', 'settles with its payment', [F1, 'C,payment,P1,F1,2024-05-05,,-98', 'C,discount,D1,F1,2024-05-05,,-2'], []],
  [
    'charge',
    'is owed beside the invoice it names',
    [F1, 'C,payment,P1,F1,2024-06-03,,-100', 'C,charge,I1,F1,2024-06-10,2024-06-20,40'],
    ['I1 40.00 d1_30'],
  ],
  [
    'fx',
    'of a loss closes what is left of the invoice',
    [F1, 'C,payment,P1,F1,2024-06-03,,-98.70', 'C,fx,X1,F1,2024-06-03,,-1.30'],
    [],
  ],
  [
    'fx',
    'of a gain closes what is left of the payment',
    [F1, 'C,payment,P1,F1,2024-06-03,,-101.20', 'C,fx,X1,P1,2024-06-03,,1.20'],
    [],
  ],
  ['advance', 'waits, unallocated', [F1, 'C,advance,V1,,2024-04-01,,-30'], ['F1 100.00 d1_30', 'V1 -30.00 unallocated']],
  [
    'advance',
    'is taken off the invoice that names it',
    ['C,advance,V1,,2024-04-01,,-30', F1.replace('F1,', 'F1,V1')],
    ['F1 70.00 d1_30'],
  ],
  [
    'retention',
    'is not late before the day it says',
    [F1.replace('100', '95'), 'C,retention,G1,,2024-05-01,2025-05-31,5'],
    ['F1 95.00 d1_30', 'G1 5.00 not_due'],
  ],
])('%s: %s', async (_kind, _rule, rows, expected) => {
  const { items } = await aged(`${[HEAD, ...rows].join('\n')}\n`, { asOf: '2024-06-30' });
  expect(items.sort()).toEqual(expected);
});
