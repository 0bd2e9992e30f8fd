// Does a further payment reach what came back? A payment of an invoice that was returned, or transferred to doubtful debts, pays what came of it.
import { describe, expect, test } from 'vitest';
import { openBook } from '../../src/index.ts';
import { day } from '../peers/library.ts';
import { bytesOf, readBy } from '../read/both-readers.ts';

/** What is open at the end of 2026, as `document amount`. */
async function left(rows: string): Promise<string[]> {
  const csv = `customer,document,kind,date,amount,reference\n${rows.trim().replace(/^ +/gm, '')}\n`;
  const read = await readBy(undefined, [bytesOf(csv)], { piece: 1 << 16 });
  if (read === undefined || !read.whole) throw new Error(csv);
  const { ledger } = read;
  return [...openBook(ledger).at(day('2026-12-31')).open].flatMap((amount, row) =>
    amount === 0 ? [] : [`${ledger.columns.document?.at(row)} ${amount / 100}`],
  );
}

describe('a second payment that names the invoice', () => {
  test.each([
    ['pays the return that names the first payment', 'P1'],
    ['pays the return that names the invoice', 'F1'],
  ])('%s', async (_, named) => {
    const rows = `C,F1,invoice,2026-01-01,100.00,
                  C,P1,payment,2026-02-05,-100.00,F1
                  C,R1,returned,2026-02-10,100.00,${named}
                  C,P2,payment,2026-03-01,-100.00,F1`;
    expect(await left(rows)).toEqual([]);
  });

  test.each([
    ['names the first payment', 'P1'],
    ['names nothing', ''],
  ])('pays the return that bears the number of the first payment and %s', async (_, named) => {
    const rows = `C,F1,invoice,2026-01-01,100.00,
                  C,P1,payment,2026-02-05,-100.00,F1
                  C,P1,returned,2026-02-10,100.00,${named}
                  C,P2,payment,2026-03-01,-100.00,F1`;
    expect(await left(rows)).toEqual([]);
  });

  test('pays the debit of the transfer that took the invoice over', async () => {
    const rows = `C,F1,invoice,2026-01-01,100.00,
                  C,T1,transfer,2026-02-05,-100.00,F1
                  C,T1,transfer,2026-02-05,100.00,
                  C,P1,payment,2026-03-01,-60.00,F1`;
    expect(await left(rows)).toEqual(['T1 40']);
  });

  test('pays of two returns the one that is due first', async () => {
    const rows = `C,F1,invoice,2026-01-01,100.00,
                  C,P1,payment,2026-02-05,-50.00,F1
                  C,P2,payment,2026-02-06,-50.00,F1
                  C,R2,returned,2026-02-20,50.00,P2
                  C,R1,returned,2026-02-10,50.00,P1
                  C,P3,payment,2026-03-01,-50.00,F1`;
    expect(await left(rows)).toEqual(['R2 50']);
  });
});

describe('a second payment pays nothing that came back', () => {
  test('of another customer, of another document, or of nothing a number leads to', async () => {
    const rows = `C,F1,invoice,2026-01-01,100.00,
                  C,P1,payment,2026-02-05,-100.00,F1
                  D,R1,returned,2026-02-10,100.00,P1
                  C,R2,returned,2026-02-10,100.00,P9
                  C,P2,payment,2026-03-01,-100.00,F1`;
    expect(await left(rows)).toEqual(['R1 100', 'R2 100', 'P2 -100']);
  });

  test('where the returned number is of payments of two invoices', async () => {
    const rows = `C,F1,invoice,2026-01-01,50.00,
                  C,F2,invoice,2026-01-01,50.00,
                  C,P1,payment,2026-02-05,-50.00,F1
                  C,P1,payment,2026-02-05,-50.00,F2
                  C,R1,returned,2026-02-10,100.00,P1
                  C,P2,payment,2026-03-01,-50.00,F1`;
    expect(await left(rows)).toEqual(['R1 100', 'P2 -50']);
  });
});
