// When is due what came back? A returned payment and a transferred claim have the due day of their document, where the ledger says which that is.
import { describe, expect, test } from 'vitest';
import { isoDay, NO_DAY } from '../../src/core/day.ts';
import { openText } from '../peers/library.ts';

/** The due days of the rows of a document, in the order of the file. */
async function due(rows: string, of: string): Promise<string[]> {
  const { ledger } = await openText(
    `customer,kind,document,reference,date,due,amount,letter\n${rows.trim().replace(/^ +/gm, '')}\n`,
  );
  return Array.from({ length: ledger.count }, (_, row) => row)
    .filter((row) => ledger.columns.document?.at(row) === of)
    .map((row) => (ledger.due[row] === NO_DAY ? '' : isoDay(ledger.due[row] as never)));
}

const F1 = 'C,invoice,F1,,2026-04-01,2026-05-31,100,';
const F2 = 'C,invoice,F2,,2026-04-10,2026-06-30,70,';

describe('a returned payment', () => {
  test.each([
    ['that names the payment', `${F1}\nC,payment,P1,F1,2026-06-01,,-100,\nC,returned,R1,P1,2026-06-08,,100,`],
    ['that names the invoice', `${F1}\nC,payment,P1,F1,2026-06-01,,-100,\nC,returned,R1,F1,2026-06-08,,100,`],
    ['that carries the letter of the two', `${F1}A\nC,payment,P1,,2026-06-01,,-100,A\nC,returned,R1,,2026-06-08,,100,A`],
    [
      'that names a payment under the invoice’s letter',
      `${F1}A\nC,payment,P1,,2026-06-01,,-100,A\nC,returned,R1,P1,2026-06-08,,100,`,
    ],
    [
      'of a number that several payments carry, by its amount',
      `${F1}\n${F2}\nC,payment,P1,F1,2026-06-01,,-100,\nC,payment,P1,F2,2026-06-01,,-70,\nC,returned,R1,P1,2026-06-08,,100,`,
    ],
    [
      'whose payment was for instalments: when the first of them was',
      `C,invoice,F1,,2026-04-01,2026-07-31,50,\nC,invoice,F1,,2026-04-01,2026-05-31,50,\nC,payment,P1,F1,2026-06-01,,-100,\nC,returned,R1,P1,2026-06-08,,100,`,
    ],
  ])('%s is due when the invoice was', async (_, rows) => {
    expect(await due(rows, 'R1')).toEqual(['2026-05-31']);
  });

  test.each([
    ['and names it', 'P1'],
    ['and names nothing', ''],
  ])('that bears the number of the payment %s is due when the invoice was', async (_, named) => {
    const rows = `${F1}\nC,payment,P1,F1,2026-06-01,,-100,\nC,returned,P1,${named},2026-06-08,,100,`;
    expect(await due(rows, 'P1')).toEqual(['', '2026-05-31']);
  });

  test('that bears a number of its own and names nothing has no due day', async () => {
    expect(await due(`${F1}\nC,payment,P1,F1,2026-06-01,,-100,\nC,returned,R1,,2026-06-08,,100,`, 'R1')).toEqual(['']);
  });

  test('that comes back a second time has the day it had the first time', async () => {
    const rows = `${F1}
      C,payment,P1,F1,2026-06-01,,-100,
      C,returned,R1,P1,2026-06-08,,100,
      C,payment,P2,R1,2026-06-15,,-100,
      C,returned,R2,P2,2026-06-20,,100,`;
    expect(await due(rows, 'R2')).toEqual(['2026-05-31']);
  });

  test('that says when it is due is due then', async () => {
    const rows = `${F1}\nC,payment,P1,F1,2026-06-01,,-100,\nC,returned,R1,P1,2026-06-08,2026-06-10,100,`;
    expect(await due(rows, 'R1')).toEqual(['2026-06-10']);
  });

  test.each([
    ['and the return names it', ',P2', ''],
    ['and the return carries it too', ',', 'A'],
  ])(
    'whose payment has a letter that was done with before %s is due when what it was put on now was',
    async (_, named, letter) => {
      const rows = `${F2}A\nC,payment,P1,,2026-05-01,,-70,A\n${F1.replace('2026-04-01', '2026-05-02')}A
      C,payment,P2,,2026-06-01,,-60,A\nC,returned,R1${named},2026-06-08,,60,${letter}`;
      expect(await due(rows, 'R1')).toEqual(['2026-05-31']);
    },
  );

  test('that carries a letter it had come to nothing under is due when all of its documents were', async () => {
    const rows = `${F1}A\nC,payment,P1,,2026-06-01,,-100,A\n${F1.replace('F1', 'F3')}A\nC,payment,P2,,2026-06-02,,-100,A`;
    expect(await due(`${rows}\nC,returned,R1,,2026-06-08,,100,A`, 'R1')).toEqual(['2026-05-31']);
    expect(
      await due(
        `${rows.replace('F3,,2026-04-01,2026-05-31', 'F3,,2026-04-01,2026-06-15')}\nC,returned,R1,,2026-06-08,,100,A`,
        'R1',
      ),
    ).toEqual(['']);
  });

  test('is not led by a letter on another account', async () => {
    const { ledger } = await openText(
      `customer,kind,document,reference,date,due,amount,letter,account
      C,invoice,F1,,2026-04-01,2026-05-31,100,A,411
      C,invoice,F2,,2026-04-01,2026-06-30,70,A,416
      C,payment,P1,,2026-06-01,,-60,A,411
      C,returned,R1,P1,2026-06-08,,60,,411
      `.replace(/^ +/gm, ''),
    );
    expect(isoDay(ledger.due[3] as never)).toBe('2026-05-31');
  });

  test.each([
    ['no document is known of', `${F1}\nC,payment,P1,,2026-06-01,,-100,\nC,returned,R1,P1,2026-06-08,,100,`],
    ['the payment is another customer’s', `${F1}\nD,payment,P1,F1,2026-06-01,,-100,\nC,returned,R1,P1,2026-06-08,,100,`],
    ['two invoices were paid together', `${F1}A\n${F2}A\nC,payment,P1,,2026-06-01,,-170,A\nC,returned,R1,P1,2026-06-08,,170,`],
    [
      'the invoice says no day',
      `C,invoice,F1,,2026-04-01,,100,\nC,payment,P1,F1,2026-06-01,,-100,\nC,returned,R1,P1,2026-06-08,,100,`,
    ],
    [
      'the invoice was posted later: it changes nothing about the day',
      `C,payment,P1,F1,2026-03-01,,-100,\nC,returned,R1,P1,2026-03-08,,100,\n${F1}`,
    ],
  ])('has no due day where %s', async (_, rows) => {
    expect(await due(rows, 'R1')).toEqual(['']);
  });
});

describe('a transfer to another account', () => {
  test.each([
    ['that names the invoice', `${F1}\nC,transfer,OD1,F1,2026-06-20,,-100,\nC,transfer,OD1,F1,2026-06-20,,100,`],
    ['whose other leg names it', `${F1}\nC,transfer,OD1,F1,2026-06-20,,-100,\nC,transfer,OD1,,2026-06-20,,100,`],
    ['whose other leg carries its letter', `${F1}A\nC,transfer,OD1,,2026-06-20,,-100,A\nC,transfer,OD1,,2026-06-20,,100,`],
  ])('%s is due when it was', async (_, rows) => {
    expect(await due(rows, 'OD1')).toEqual(['', '2026-05-31']);
  });

  test('under the number of its invoice is due when it was: it does not lead back to itself', async () => {
    const rows = `${F1}\nC,transfer,F1,F1,2026-06-20,,-100,\nC,transfer,F1,F1,2026-06-20,,100,`;
    expect(await due(rows, 'F1')).toEqual(['2026-05-31', '', '2026-05-31']);
  });

  test('of another amount than any leg of its number has no due day', async () => {
    const rows = `${F1}\nC,transfer,OD1,F1,2026-06-20,,-100,\nC,transfer,OD1,,2026-06-20,,90,`;
    expect(await due(rows, 'OD1')).toEqual(['', '']);
  });
});

test('a bill is due on the day it says, and on no other: its maturity is not the invoice’s day', async () => {
  const rows = `${F1}\nC,transfer,OD1,F1,2026-04-20,,-100,\nC,bill,E1,F1,2026-04-20,,100,\nC,bill,E2,F1,2026-04-20,2026-08-31,100,`;
  expect([await due(rows, 'E1'), await due(rows, 'E2')]).toEqual([[''], ['2026-08-31']]);
});
