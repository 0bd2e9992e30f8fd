// Which remainders does a tolerance close, of which documents, since when, and what does it leave alone?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Book, type Currency, currencyOf, isoDay, openBook } from '../../src/index.ts';
import { remaindersOf } from '../../src/measures/remainders.ts';
import { EVIDENCE } from '../../src/settle/open-items.ts';
import { runs } from '../harness/share.ts';
import { control, readOracleRows } from '../oracle/ageing.ts';
import { day, openText } from '../peers/library.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from '../properties/random-ledger.ts';

const EUR = currencyOf('EUR') as Currency;

async function bookOf(csv: string, cents: number): Promise<Book> {
  const { ledger } = await openText(csv);
  return openBook(ledger, undefined, { tolerance: new Map([[EUR, cents as never]]) });
}

/** What was closed, as `document amount day evidence`, and what is open, as `document amount`. */
async function closed(rows: string, asOf = '2026-12-31', columns = 'letter') {
  const csv = `customer,document,kind,date,amount,reference,${columns}\n${rows.trim().replace(/^ +/gm, '')}\n`;
  const book = await bookOf(csv, 5);
  const name = (row: number): string => book.ledger.columns.document?.at(row) ?? '';
  const { open } = book.at(day(asOf));
  return {
    closed: remaindersOf(book, day(asOf)).map(
      ({ row, left, day: on, evidence }) => `${name(row)} ${left / 100} ${isoDay(on)} ${evidence.join(' ')}`,
    ),
    left: [...open].flatMap((amount, row) => (amount === 0 ? [] : [`${name(row)} ${amount / 100}`])),
  };
}

describe('a tolerance of 0.05', () => {
  test.each([
    ['by reference', '2026-02-20,-99.95,F1,', 'F1 0.05 2026-02-20 reference'],
    ['by letter', '2026-02-20,-99.99,,A', 'F1 0.01 2026-02-20 letter'],
    ['by a payment too large', '2026-02-20,-100.05,F1,', 'P1 -0.05 2026-02-20 reference'],
  ])('closes what is left of a document settled %s, on the day of that settlement', async (_, payment, expected) => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,A\nC,P1,payment,${payment}`;
    expect(await closed(rows)).toEqual({ closed: [expected], left: [] });
  });

  test('closes what is left beyond the last of several settlements, on its day', async () => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,
                  C,P2,payment,2026-03-05,-40.00,F1,
                  C,P1,payment,2026-02-20,-59.98,F1,`;
    expect((await closed(rows)).closed).toEqual(['F1 0.02 2026-03-05 reference']);
  });

  test('closes what the row’s own columns leave', async () => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,99.97,2026-02-03
                  C,F2,invoice,2026-01-10,100.00,,100.02,2026-02-04`;
    expect((await closed(rows, undefined, 'paid_amount,settled_on')).closed).toEqual([
      'F1 0.03 2026-02-03 columns',
      'F2 -0.02 2026-02-04 columns',
    ]);
  });

  test.each([
    ['is larger', 'C,F1,invoice,2026-01-10,100.00,,\nC,P1,payment,2026-02-20,-99.94,F1,', ['F1 0.06']],
    ['nothing settled', 'C,F1,invoice,2026-01-10,0.04,,', ['F1 0.04']],
    ['a credit never used', 'C,F1,invoice,2026-01-10,100.00,,\nC,P1,payment,2026-02-20,-0.03,F9,', ['F1 100', 'P1 -0.03']],
  ])('leaves alone what %s', async (_, rows, left) => {
    expect(await closed(rows)).toEqual({ closed: [], left });
  });

  test('closes a difference of each sign by itself: neither pays the other', async () => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,
                  C,P1,payment,2026-02-20,-99.97,F1,
                  C,F2,invoice,2026-01-11,50.00,,
                  C,P2,payment,2026-02-21,-50.03,F2,`;
    expect((await closed(rows)).closed).toEqual(['F1 0.03 2026-02-20 reference', 'P2 -0.03 2026-02-21 reference']);
  });

  test('on an earlier day goes by what was known on it', async () => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,
                  C,P1,payment,2026-02-20,-99.97,F1,
                  C,P2,payment,2026-04-01,-0.03,F1,`;
    expect((await closed(rows, '2026-03-31')).closed).toEqual(['F1 0.03 2026-02-20 reference']);
    expect(await closed(rows)).toEqual({ closed: [], left: [] });
  });
});

describe(`for random ledgers (seed ${SEED}), what a tolerance closes`, () => {
  const holds = (claim: (plain: Book, book: Book, csv: string) => void): Promise<void> =>
    fc.assert(
      fc.asyncProperty(randomLedgers(), async (ledger) => {
        const csv = csvOf(ledger);
        claim(await openText(csv), await bookOf(csv, 100), csv);
      }),
      { numRuns: runs(100), seed: SEED },
    );

  test('was open without it, no more than it, of a row that something settled', async () => {
    await holds((plain, book, csv) => {
      const before = plain.at(day(AS_OF));
      for (const { row, left } of remaindersOf(book, day(AS_OF))) {
        expect(left, csv).toBe(before.open[row]);
        expect(Math.abs(left), csv).toBeLessThanOrEqual(100);
        expect(before.evidence[row], csv).toBeGreaterThan(0);
      }
    });
  });

  test('is all that differs from the ledger without it', async () => {
    await holds((plain, book, csv) => {
      const open = plain.at(day(AS_OF)).open.slice();
      for (const { row } of remaindersOf(book, day(AS_OF))) open[row] = 0;
      expect([...book.at(day(AS_OF)).open], csv).toEqual([...open]);
    });
  });

  test('is dated as the last settlement of its row, and is not added to one of another row', async () => {
    await holds((_, book, csv) => {
      const s = book.settlements(day(AS_OF));
      for (const { row, day: on } of remaindersOf(book, day(AS_OF))) {
        const days = [...s.day].filter(
          (_, i) => s.evidence[i] !== EVIDENCE.tolerance && (s.debit[i] === row || s.credit[i] === row),
        );
        expect(on, csv).toBe(Math.max(...days));
      }
    });
  });

  test('stands in the control as the oracle has it', async () => {
    await fc.assert(
      fc.asyncProperty(randomLedgers({ currency: false }), async (ledger) => {
        const csv = csvOf(ledger);
        const book = await bookOf(csv, 100);
        const told = book.at(day(AS_OF)).control.map(({ currency, tolerance = 0 }) => [currency, (tolerance / 100).toFixed(2)]);
        const expected = control(readOracleRows(csv), { asOf: AS_OF, tolerance: '1' }).map((c) => [c.currency, c.tolerance]);
        // Before the first posting the program tells of nothing, and the oracle does not tell.
        expect(told, csv).toEqual(expected.length > 0 ? expected : [['EUR', '0.00']]);
      }),
      { numRuns: runs(100), seed: SEED },
    );
  });
});
