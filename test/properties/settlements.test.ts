// Is money conserved when postings settle one another? What a settlement takes off one side it takes off the other, never more
// than is there, never before both exist.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Book, Settlements } from '../../src/index.ts';
import { runs } from '../harness/share.ts';
import { day, openText } from '../peers/library.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(100);

/** The side of a settlement that stands in the row's own columns and not in another posting. */
const NO_POSTING = -1;

type Settlement = { readonly debit: number; readonly credit: number; readonly amount: number; readonly day: number };

function listOf(settlements: Settlements): Settlement[] {
  return Array.from({ length: settlements.count }, (_, s) => ({
    debit: settlements.debit[s] as number,
    credit: settlements.credit[s] as number,
    amount: settlements.amount[s] as number,
    day: settlements.day[s] as number,
  }));
}

/** The rows a settlement takes from: two postings, or one that its own columns settle. */
function sidesOf({ debit, credit }: Settlement): number[] {
  return [debit, credit].filter((row) => row !== NO_POSTING);
}

async function holds(claim: (book: Book, settlements: readonly Settlement[], csv: string) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(randomLedgers(), async (ledger) => {
      const csv = csvOf(ledger);
      const book = await openText(csv);
      claim(book, listOf(book.settlements(day(AS_OF))), csv);
    }),
    { numRuns: RUNS, seed: SEED },
  );
}

/** What the settlements took off a row. */
function takenFrom(row: number, settlements: readonly Settlement[]): number {
  return settlements.filter((one) => sidesOf(one).includes(row)).reduce((sum, { amount }) => sum + amount, 0);
}

describe(`for ${RUNS} random ledgers (seed ${SEED})`, () => {
  test.each([
    { side: 'debit', sign: 1 },
    { side: 'credit', sign: -1 },
  ])('what is left of each $side is its amount less what its settlements took', async ({ sign }) => {
    await holds(({ ledger, at }, settlements, csv) => {
      const { open } = at(day(AS_OF));
      for (let row = 0; row < ledger.count; row++) {
        const amount = ledger.amount[row] as number;
        if ((ledger.day[row] as number) > day(AS_OF) || Math.sign(amount) !== sign) continue;
        expect(Math.abs(amount) - sign * (open[row] as number), `row ${row + 1} of\n${csv}`).toBe(takenFrom(row, settlements));
      }
    });
  });

  test('a settlement is of an amount above nothing', async () => {
    await holds((_, settlements) => {
      for (const { amount } of settlements) expect(amount).toBeGreaterThan(0);
    });
  });

  test('a settlement by reference is no larger than either side', async () => {
    await holds(({ ledger }, settlements, csv) => {
      for (const one of settlements) {
        if (sidesOf(one).length < 2) continue;
        for (const row of sidesOf(one)) expect(one.amount, csv).toBeLessThanOrEqual(Math.abs(ledger.amount[row] as number));
      }
    });
  });

  test('references never take more of a posting than there is', async () => {
    await holds(({ ledger }, settlements, csv) => {
      const byReference = settlements.filter((one) => sidesOf(one).length === 2);
      for (let row = 0; row < ledger.count; row++) {
        expect(takenFrom(row, byReference), csv).toBeLessThanOrEqual(Math.abs(ledger.amount[row] as number));
      }
    });
  });

  test('a settlement by columns passes the amount of its row only where the row says that more was paid', async () => {
    await holds(({ ledger }, settlements, csv) => {
      for (const one of settlements) {
        const [row] = sidesOf(one);
        if (sidesOf(one).length === 2 || row === undefined) continue;
        const paid = ledger.columns.paid_amount?.[row] ?? 0;
        expect(one.amount, csv).toBeLessThanOrEqual(Math.max(paid, Math.abs(ledger.amount[row] as number)));
      }
    });
  });

  test('both sides are of one customer and one currency, a debit and a credit', async () => {
    await holds(({ ledger }, settlements) => {
      for (const { debit, credit } of settlements.filter((one) => sidesOf(one).length === 2)) {
        expect(ledger.customer[debit]).toBe(ledger.customer[credit]);
        expect(ledger.currency[debit]).toBe(ledger.currency[credit]);
        expect(ledger.amount[debit]).toBeGreaterThan(0);
        expect(ledger.amount[credit]).toBeLessThan(0);
      }
    });
  });

  test('no settlement is dated before a posting it settles, nor after the day', async () => {
    await holds(({ ledger }, settlements, csv) => {
      for (const one of settlements) {
        for (const row of sidesOf(one)) expect(one.day, csv).toBeGreaterThanOrEqual(ledger.day[row] as number);
        expect(one.day).toBeLessThanOrEqual(day(AS_OF));
      }
    });
  });
});
