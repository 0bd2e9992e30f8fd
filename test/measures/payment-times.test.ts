// Which money tells how long a customer takes, from which day, and for how much? One line a rule.
import { expect, test } from 'vitest';
import { LateClaims } from '../../src/measures/late-claims.ts';
import { cashPayments } from '../../src/measures/payment-times.ts';
import { day, openText } from '../peers/library.ts';

const HEAD = 'customer,kind,document,reference,date,due,amount\n';

/** `days to pay, days late or -, amount` of each payment, minor units, in no order of theirs. */
async function paid(rows: string, head = HEAD, asOf = '2026-06-30'): Promise<string[]> {
  const book = await openText(`${head}${rows}\n`);
  const found = cashPayments(book, day(asOf), new LateClaims(book, day(asOf), undefined), () => true);
  return Array.from({ length: found.count }, (_, i) => {
    const [on, issued, due] = [found.paid[i] as number, found.issued[i] as number, found.due[i] as number];
    return `${on - issued}, ${due < 0 ? '-' : on - due}, ${found.amount[i]}`;
  }).sort();
}

const INVOICE = 'A,invoice,F1,,2026-01-01,2026-01-31,100.00\n';

test.each<readonly [claim: string, rows: string, expected: readonly string[]]>([
  ['a payment', 'A,payment,P1,F1,2026-02-10,,-100.00', ['40, 10, 10000']],
  [
    'in part, each for its part',
    'A,payment,P1,F1,2026-01-11,,-30.00\nA,payment,P2,F1,2026-03-02,,-70.00',
    ['10, -20, 3000', '60, 30, 7000'],
  ],
  ['an advance pays before the invoice', 'A,advance,P1,F1,2025-12-22,,-100.00', ['-10, -40, 10000']],
  ['a credit note pays nothing', 'A,credit_note,C1,F1,2026-02-10,,-100.00', []],
  ['a write-off pays nothing', 'A,write_off,W1,F1,2026-02-10,,-100.00', []],
  [
    'a discount pays nothing, the money beside it does',
    'A,payment,P1,F1,2026-01-11,,-98.00\nA,discount,D1,F1,2026-01-11,,-2.00',
    ['10, -20, 9800'],
  ],
  ['an exchange difference pays nothing', 'A,fx,X1,F1,2026-02-10,,-100.00', []],
  ['a set-off pays nothing', 'A,transfer,T1,F1,2026-02-10,,-100.00', []],
  ['what nobody says is cash pays nothing', 'A,other,O1,F1,2026-02-10,,-100.00', []],
  ['a bill that is accepted pays nothing', 'A,bill,B1,F1,2026-02-10,,-100.00', []],
  ['a negative invoice is a credit note', 'A,invoice,N1,F1,2026-02-10,,-100.00', []],
  ['a payment that came back was none', 'A,payment,P1,F1,2026-02-10,,-100.00\nA,returned,R1,P1,2026-02-20,,100.00', []],
  [
    'what came back is paid from the day of its document on',
    'A,payment,P1,F1,2026-02-10,,-100.00\nA,returned,R1,P1,2026-02-20,,100.00\nA,payment,P2,F1,2026-03-02,,-100.00',
    ['60, 30, 10000'],
  ],
  [
    'a payment that names nothing paid nothing that is known',
    'A,payment,P1,,2026-02-10,,-99.00\nA,payment,P2,F1,2026-02-10,,-1.00',
    ['40, 10, 100'],
  ],
  ['a payment after the day is not there yet', 'A,payment,P1,F1,2026-07-01,,-100.00', []],
])('%s', async (_, rows, expected) => {
  expect(await paid(INVOICE + rows)).toEqual(expected);
});

test('an invoice without an agreed due day has days to pay, and none late', async () => {
  expect(await paid('A,invoice,F1,,2026-01-01,,100.00\nA,payment,P1,F1,2026-02-10,,-100.00')).toEqual(['40, -, 10000']);
});

test('a charge, a refund and a retention are no sales that customers take their time with', async () => {
  for (const kind of ['charge', 'refund', 'retention']) {
    expect(await paid(`A,${kind},F1,,2026-01-01,2026-01-31,100.00\nA,payment,P1,F1,2026-02-10,,-100.00`)).toEqual([]);
  }
});

test('a lump that lost its days says nothing; one that kept them does', async () => {
  const pay = 'A,payment,P1,AN,2026-02-10,,-100.00';
  expect(await paid(`A,opening,AN,,2026-01-01,2026-01-31,100.00\n${pay}`)).toEqual([]);
  const head = 'customer,kind,document,reference,date,posted,due,amount\n';
  const kept = `A,opening,AN,,2025-12-01,2026-01-01,2025-12-31,100.00\nA,payment,P1,AN,2026-02-10,2026-02-10,,-100.00`;
  expect(await paid(kept, head)).toEqual(['71, 41, 10000']);
});

test('the row’s own columns tell a payment where they tell its day, and no more than the row', async () => {
  const head = 'customer,document,date,due,amount,paid_amount,settled_on\n';
  expect(await paid('A,F1,2026-01-01,2026-01-31,100.00,100.00,2026-02-10', head)).toEqual(['40, 10, 10000']);
  expect(await paid('A,F1,2026-01-01,2026-01-31,100.00,100.00,', head)).toEqual([]);
  expect(await paid('A,F1,2026-01-01,2026-01-31,100.00,130.00,2026-02-10', head)).toEqual(['40, 10, 10000']);
});
