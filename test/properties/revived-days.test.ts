// Does what came back have the due day that a look at every row gives it? Small ledgers in which numbers, letters and days are few, so that everything
// leads to something else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, isoDay, NO_DAY } from '../../src/core/day.ts';
import { isWhole, runs } from '../harness/share.ts';
import { type Came, revivedDays } from '../oracle/revived-days.ts';
import { openText } from '../peers/library.ts';
import { SEED } from './random-ledger.ts';

const among = (...values: readonly string[]) => fc.constantFrom(...values);
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'];
const DUE = ['2026-05-31', '2026-06-30'];
const shared = {
  customer: among('C', 'C', 'D'),
  posted: among(...DAYS),
  date: among('2026-02-01', '2026-02-02'),
  letter: among('', '', 'A', 'B'),
};
const number = among('', '1', '2', '3');

const row: fc.Arbitrary<Came> = fc
  .oneof(
    fc.record({
      ...shared,
      kind: among('invoice'),
      document: number,
      reference: among(''),
      due: among('', ...DUE, ...DUE),
      amount: among('10', '20'),
    }),
    fc.record({
      ...shared,
      kind: among('payment'),
      document: number,
      reference: number,
      due: among(''),
      amount: among('-10', '-20'),
    }),
    fc.record({
      ...shared,
      kind: among('returned'),
      document: number,
      reference: number,
      due: among('', '', '', ...DUE),
      amount: among('10', '20'),
    }),
    fc.record({
      ...shared,
      kind: among('transfer'),
      document: number,
      reference: number,
      due: among(''),
      amount: among('10', '-10'),
    }),
  )
  .map((cells) => ({ ...cells, amount: Number(cells.amount) }));

test(`as a look at every row does (seed ${SEED})`, async () => {
  let revived = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 16 }), async (rows) => {
      const cells = rows.map((r) =>
        [r.customer, r.kind, r.document, r.reference, r.posted, r.date, r.due, r.amount, r.letter].join(','),
      );
      const { ledger } = await openText(`customer,kind,document,reference,posted,date,due,amount,letter\n${cells.join('\n')}\n`);
      const expected = revivedDays(rows);
      expect(Array.from(ledger.due.subarray(0, ledger.count), (day) => (day === NO_DAY ? '' : isoDay(day as Day)))).toEqual(
        expected,
      );
      revived += expected.filter((day, i) => day !== rows[i]?.due).length;
    }),
    { numRuns: runs(2000), seed: SEED },
  );
  // A property of nothing would hold as well.
  expect(revived).toBeGreaterThan(isWhole ? 500 : 100);
}, 60_000);
