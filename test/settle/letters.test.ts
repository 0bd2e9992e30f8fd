// Which postings does a letter put together, on which day, and what is left? Letters reused, in part, across years and accounts; the openings that
// lettered credits paid.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay, openBook, parseClosingDay } from '../../src/index.ts';
import { EVIDENCE } from '../../src/settle/open-items.ts';
import { isWhole, runs } from '../harness/share.ts';
import { day } from '../peers/library.ts';
import { items } from '../properties/agreement.ts';
import { csvOf, randomLedgers, SEED } from '../properties/random-ledger.ts';
import { bytesOf, readBy } from '../read/both-readers.ts';

const NAMES = new Map<number, string>(Object.entries(EVIDENCE).map(([name, bit]) => [bit as number, name]));

/** The settlements known on a day, as `debit credit amount day evidence`, and what is open, as `document amount`. */
async function settled(rows: string, asOf = '2026-12-31', asKnown = false, closing?: string) {
  const csv = `customer,document,kind,date,amount,reference,letter,letter_day,account\n${rows.trim().replace(/^ +/gm, '')}\n`;
  const read = await readBy(undefined, [bytesOf(csv)], { piece: 1 << 16 });
  if (read === undefined || !read.whole) throw new Error(csv);
  const { ledger } = read;
  const book = openBook(ledger, undefined, { asKnown, closing: closing === undefined ? undefined : parseClosingDay(closing) });
  const name = (row: number): string => ledger.columns.document?.at(row) ?? '';
  const s = book.settlements(day(asOf));
  const pairs = Array.from({ length: s.count }, (_, i) =>
    [
      ...[name(s.debit[i] as number), name(s.credit[i] as number), (s.amount[i] as number) / 100],
      ...[isoDay(s.day[i] as never), NAMES.get(s.evidence[i] as number)],
    ].join(' '),
  );
  const { open, facts } = book.at(day(asOf));
  const left = [...open].flatMap((amount, row) => (amount === 0 ? [] : [`${name(row)} ${amount / 100}`]));
  return { pairs: pairs.sort(), left: left.sort(), unbalanced: facts.unbalanced.count };
}

describe('a letter', () => {
  test('settles what carries it, on the later posting day, whenever it was put', async () => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,A,2026-09-30,
                  C,P1,payment,2026-02-20,-100.00,,A,2026-09-30,`;
    expect(await settled(rows)).toEqual({ pairs: ['F1 P1 100 2026-02-20 letter'], left: [], unbalanced: 0 });
  });

  test('put later does not count yet as the books knew it, and then settles on its own day', async () => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,A,2026-09-30,
                  C,P1,payment,2026-02-20,-100.00,,A,2026-09-30,`;
    expect((await settled(rows, '2026-06-30', true)).left).toEqual(['F1 100', 'P1 -100']);
    expect((await settled(rows, '2026-12-31', true)).pairs).toEqual(['F1 P1 100 2026-09-30 letter']);
  });

  test('settles what is known of it on the day: a payment posted later does not exist yet', async () => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,A,,
                  C,P1,payment,2026-02-20,-100.00,,A,,`;
    expect(await settled(rows, '2026-01-31')).toEqual({ pairs: [], left: ['F1 100'], unbalanced: 0 });
  });

  test('pairs what names its document first, then equal amounts, then the oldest due', async () => {
    const rows = `C,F1,invoice,2026-01-01,100.00,,A,,
                  C,F2,invoice,2026-01-02,70.00,,A,,
                  C,F3,invoice,2026-01-03,50.00,,A,,
                  C,P1,payment,2026-02-01,-50.00,F1,A,,
                  C,P2,payment,2026-02-02,-70.00,,A,,
                  C,P3,payment,2026-02-03,-60.00,,A,,`;
    expect(await settled(rows)).toEqual({
      pairs: [
        'F1 P1 50 2026-02-01 letter',
        'F1 P3 50 2026-02-03 letter',
        'F2 P2 70 2026-02-02 letter',
        'F3 P3 10 2026-02-03 letter',
      ],
      left: ['F3 40'],
      unbalanced: 1,
    });
  });

  test.each([
    ['another customer', 'D', 'A', '', '411000'],
    ['another letter', 'C', 'B', '', '411000'],
    ['a letter in lower case', 'C', 'a', '', '411000'],
    ['the same letter of another general account', 'C', 'A', '', '416000'],
    ['no letter', 'C', '', '', '411000'],
  ])('is not that of %s', async (_, customer, letter, letterDay, account) => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,A,,411000
                  ${customer},P1,payment,2026-02-20,-100.00,,${letter},${letterDay},${account}`;
    expect((await settled(rows)).pairs).toEqual([]);
  });

  test('put on two days is two letters; a day that is not filled belongs to the only one there is', async () => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,A,2026-02-28,
                  C,P1,payment,2026-02-20,-90.00,,A,2026-03-31,`;
    expect((await settled(rows)).pairs).toEqual([]);
    expect((await settled(rows.replace('2026-02-28', ''))).pairs).toEqual(['F1 P1 90 2026-02-20 letter']);
  });

  test('that comes to nothing was put together, whatever the days it was put on', async () => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,A,2026-02-10,
                  C,P1,payment,2026-02-05,-60.00,,A,2026-02-10,
                  C,P2,payment,2026-03-05,-40.00,,A,2026-03-10,`;
    expect((await settled(rows)).pairs).toEqual(['F1 P1 60 2026-02-05 letter', 'F1 P2 40 2026-03-05 letter']);
  });

  test('used again and dated on its payments only is of the first day on or after what it does not date', async () => {
    const rows = `C,F1,invoice,2026-01-05,100.00,,A,,
                  C,P1,payment,2026-02-05,-90.00,,A,2026-02-28,
                  C,F2,invoice,2026-03-05,70.00,,A,,
                  C,P2,payment,2026-04-05,-75.00,,A,2026-04-28,`;
    expect(await settled(rows)).toMatchObject({
      pairs: ['F1 P1 90 2026-02-05 letter', 'F2 P2 70 2026-04-05 letter'],
      left: ['F1 10', 'P2 -5'],
    });
  });

  test('used again each year and dated on its payments only closes each year', async () => {
    const rows = `C,F1,invoice,2025-01-05,100.00,,A,,
                  C,P1,payment,2025-02-05,-100.00,,A,2025-02-28,
                  C,F2,invoice,2026-01-05,70.00,,A,,
                  C,P2,payment,2026-02-05,-70.00,,A,2026-02-28,`;
    expect((await settled(rows)).left).toEqual([]);
  });

  test('put in part across a turn of the year, on one day that both sides say', async () => {
    const rows = `C,F1,invoice,2025-12-05,100.00,,A,2026-01-31,
                  C,P1,payment,2026-01-05,-60.00,,A,2026-01-31,`;
    expect((await settled(rows)).left).toEqual(['F1 40']);
  });

  test('of twenty thousand postings that all name one document is settled', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, i) => `C,F,invoice,2026-01-10,1.00,,A,,\nC,P${i},payment,2026-02-20,-1.00,F,A,,`,
    );
    expect((await settled(rows.join('\n'))).left).toEqual([]);
  });

  test('holds within a general account, whatever the rest of its number', async () => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,A,,411000
                  C,P1,payment,2026-02-20,-100.00,,A,,411DUPONT`;
    expect((await settled(rows)).pairs).toEqual(['F1 P1 100 2026-02-20 letter']);
  });

  test('that does not add up is told also while other postings are still to come, but not while its own are', async () => {
    const rows = `C,F1,invoice,2026-01-10,100.00,,A,,
                  C,P1,payment,2026-02-20,-90.00,,A,,
                  D,F2,invoice,2027-01-10,50.00,,A,,`;
    expect((await settled(rows, '2026-03-01')).unbalanced).toBe(1);
    expect((await settled(rows.replace('D,', 'C,'), '2026-03-01')).unbalanced).toBe(0);
  });

  test('used again in another year stays in each', async () => {
    const rows = `C,F1,invoice,2025-01-10,100.00,,A,,
                  C,P1,payment,2025-02-20,-60.00,,A,,
                  C,F2,invoice,2026-01-10,70.00,,A,,
                  C,P2,payment,2026-02-20,-80.00,,A,,`;
    expect(await settled(rows)).toMatchObject({
      pairs: ['F1 P1 60 2025-02-20 letter', 'F2 P2 70 2026-02-20 letter'],
      left: ['F1 40', 'P2 -10'],
    });
  });

  test.each([
    ['12-31', ['F1 P1 60 2025-07-20 letter', 'F1 P2 40 2025-09-20 letter', 'F2 P2 40 2025-09-20 letter']],
    ['06-30', ['F2 P1 60 2025-08-10 letter', 'F2 P2 10 2025-09-20 letter']],
    ['07-31', ['F1 P1 60 2025-07-20 letter', 'F2 P2 70 2025-09-20 letter']],
    ['07-20', ['F1 P1 60 2025-07-20 letter', 'F2 P2 70 2025-09-20 letter']],
    ['07-19', ['F2 P1 60 2025-08-10 letter', 'F2 P2 10 2025-09-20 letter']],
  ])('stays within the fiscal year that closes on %s', async (closing, pairs) => {
    const rows = `C,F1,invoice,2025-06-10,100.00,,A,,
                  C,P1,payment,2025-07-20,-60.00,,A,,
                  C,F2,invoice,2025-08-10,70.00,,A,,
                  C,P2,payment,2025-09-20,-80.00,,A,,`;
    expect((await settled(rows, '2026-12-31', false, closing)).pairs).toEqual(pairs);
  });

  test('put across two years settles where it adds up to nothing', async () => {
    const rows = `C,F1,invoice,2025-12-10,100.00,,A,,
                  C,F2,invoice,2026-01-10,70.00,,A,,
                  C,P2,payment,2026-01-15,-70.00,,A,,
                  C,P1,payment,2026-01-20,-100.00,,A,,`;
    expect(await settled(rows)).toMatchObject({
      pairs: ['F1 P1 100 2026-01-20 letter', 'F2 P2 70 2026-01-15 letter'],
      left: [],
    });
  });

  test('put across two years stays settled when it is used again and does not add up', async () => {
    const rows = `C,F1,invoice,2025-12-10,100.00,,A,,
                  C,P1,payment,2026-01-20,-100.00,,A,,
                  C,F2,invoice,2026-05-10,70.00,,A,,
                  C,P2,payment,2026-06-20,-60.00,,A,,`;
    expect(await settled(rows)).toEqual({
      pairs: ['F1 P1 100 2026-01-20 letter', 'F2 P2 60 2026-06-20 letter'],
      left: ['F2 10'],
      unbalanced: 1,
    });
  });

  test(`brought to nothing across a turn of the year stays settled, whatever it is used for later (seed ${SEED})`, async () => {
    const posting = fc.record({ day: fc.integer({ min: -40, max: 40 }), units: fc.constantFrom(-3, -2, -1, 1, 2, 3) });
    let across = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(posting, { minLength: 2, maxLength: 9 }), async (postings) => {
        const inTime = postings.toSorted((a, b) => a.day - b.day);
        const date = (after: number): string => new Date(Date.UTC(2026, 0, 1 + after)).toISOString().slice(0, 10);
        const rows = inTime.map(({ day: on, units }, i) => `C,D${i},other,${date(on)},${units}.00,,A,,`);
        const left = new Set((await settled(rows.join('\n'))).left.map((line) => line.split(' ')[0]));
        let [balance, begin] = [0, 0];
        inTime.forEach(({ day: on, units }, i) => {
          balance += units;
          if (balance !== 0 || inTime[i + 1]?.day === on) return;
          if ((inTime[begin]?.day as number) < 0 && on >= 0) {
            across++;
            for (let d = begin; d <= i; d++) expect(left, rows.join('\n')).not.toContain(`D${d}`);
          }
          begin = i + 1;
        });
      }),
      { numRuns: runs(300), seed: SEED },
    );
    expect(across).toBeGreaterThan(isWhole ? 30 : 5);
  });

  test('that settled a document leaves its number taken: a payment that names two documents is nobody’s guess', async () => {
    const rows = `C,F1,invoice,2026-01-01,100.00,,A,,
                  C,P1,payment,2026-02-01,-100.00,,A,,
                  C,F1,invoice,2026-03-01,100.00,,,,
                  C,P2,payment,2026-04-01,-100.00,F1,,,`;
    expect((await settled(rows)).left).toEqual(['F1 100', 'P2 -100']);
  });
});

describe('an opening', () => {
  test('is paid by nobody who names another document, or who paid before it was there', async () => {
    const rows = `C,AN,opening,2026-01-01,500.00,,,,
                  C,F5,invoice,2026-02-01,100.00,,,,
                  C,P5,payment,2026-03-01,-100.00,F5,A,,
                  C,P0,payment,2025-12-15,-500.00,,,,`;
    expect(await settled(rows)).toMatchObject({
      pairs: ['F5 P5 100 2026-03-01 reference'],
      left: ['AN 500', 'P0 -500'],
    });
  });

  test('is not paid by a letter that was not put yet, as the books knew it', async () => {
    const rows = `C,AN,opening,2026-01-01,500.00,,,,
                  C,F1,invoice,2026-04-01,100.00,,A,2026-06-01,
                  C,P1,payment,2026-05-01,-100.00,,A,2026-06-01,`;
    expect((await settled(rows, '2026-05-15', true)).left).toEqual(['AN 500', 'F1 100', 'P1 -100']);
    expect((await settled(rows, '2026-06-15', true)).left).toEqual(['AN 500']);
  });

  test('of ten thousand is paid by as many payments', async () => {
    const rows = Array.from(
      { length: 5_000 },
      (_, i) => `C,A${i},opening,2026-01-01,1.00,,,,\nC,P${i},payment,2026-02-20,-1.00,,A,,
                 D,A${i},opening,2026-01-01,${i + 1}.00,,,,\nD,P${i},payment,2026-02-20,-${i + 1}.00,,,,`,
    );
    expect((await settled(rows.join('\n'))).left.length).toBe(0);
  });

  test('is paid by lettered credits that found no debit, the first posted first, as far as it goes', async () => {
    const rows = `C,AN,opening,2026-01-01,150.00,,,,
                  C,P2,payment,2026-03-01,-100.00,,B,,
                  C,P1,payment,2026-02-01,-100.00,,A,,`;
    expect(await settled(rows)).toMatchObject({
      pairs: ['AN P1 100 2026-02-01 opening', 'AN P2 50 2026-03-01 opening'],
      left: ['P2 -50'],
    });
  });

  test('is paid by a credit without a letter only when it is exactly what is left', async () => {
    const exact = 'C,AN,opening,2026-01-01,150.00,,,,\nC,P1,payment,2026-02-01,-150.00,,,,';
    expect((await settled(exact)).pairs).toEqual(['AN P1 150 2026-02-01 opening']);
    expect((await settled(exact.replace('-150.00', '-149.99'))).pairs).toEqual([]);
  });

  test('is not paid by a credit that names a document', async () => {
    const rows = `C,AN,opening,2026-01-01,150.00,,,,
                  C,F1,invoice,2026-01-10,200.00,,,,
                  C,P1,payment,2026-02-01,-150.00,F1,,,`;
    expect((await settled(rows)).pairs).toEqual(['F1 P1 150 2026-02-01 reference']);
  });
});

describe('OCA account-financial-reporting 546: a payment of February matched in May', () => {
  const ledger = `C,P1,payment,2019-02-10,-1000.00,,A,2019-05-20,
    C,F1,invoice,2019-03-05,10000.00,,A,2019-05-20,
    C,F2,invoice,2019-03-10,10000.00,,A,2019-05-20,
    C,F3,invoice,2019-03-15,10000.00,,A,2019-05-20,
    C,F4,invoice,2019-03-20,10000.00,,A,2019-05-20,
    C,F5,invoice,2019-03-25,10000.00,,A,2019-05-20,
    C,F6,invoice,2019-04-20,100000.00,,,,
    C,P2,payment,2019-05-20,-49000.00,,A,2019-05-20,`;

  test('as the books knew it on 30 April, everything is open: 149 000, of which −1 000 unallocated', async () => {
    const { left } = await settled(ledger, '2019-04-30', true);
    expect(left).toEqual(['F1 10000', 'F2 10000', 'F3 10000', 'F4 10000', 'F5 10000', 'F6 100000', 'P1 -1000']);
  });

  test('by default the payment of February counts from its own day: the same 149 000, with F1 open for 9 000', async () => {
    const { left } = await settled(ledger, '2019-04-30');
    expect(left).toEqual(['F1 9000', 'F2 10000', 'F3 10000', 'F4 10000', 'F5 10000', 'F6 100000']);
  });
});

test(`other names for the letters change nothing (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(randomLedgers({ letters: ['letter', 'letter_day', 'account'] }), async (ledger) => {
      const rows = ledger.rows.map((row) => ({ ...row, letter: { A: 'ZZ', aa: 'B' }[row.letter ?? ''] ?? '' }));
      const way = { credits: 'separate', ageBy: 'due' } as const;
      const renamed = { ...ledger, rows };
      expect((await items(renamed, way)).program, csvOf(ledger)).toBe((await items(ledger, way)).program);
    }),
    { numRuns: runs(150), seed: SEED },
  );
}, 60_000);

test('one letter on a hundred thousand postings of one customer is settled in a moment', async () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, i) => `C,F${i},invoice,2026-01-01,${i % 100}.50,,A,,\nC,P${i},payment,2026-02-01,-${i % 100}.50,,A,,`,
  );
  expect(await settled(rows.join('\n'))).toMatchObject({ left: [], unbalanced: 0 });
});
