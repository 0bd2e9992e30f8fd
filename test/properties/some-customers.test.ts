// Is the book of some customers theirs in the whole book? What is open, what settled it and the control: nothing hangs on who else is in the ledger.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Book } from '../../src/index.ts';
import { runs } from '../harness/share.ts';
import { day, openText } from '../peers/library.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(150);

/** Every settlement as a text, with the customer it is of. */
function settlementsOf({ ledger, settlements }: Book): { customer: number; said: string }[] {
  const { count, debit, credit, amount, day: on, evidence } = settlements(day(AS_OF));
  return Array.from({ length: count }, (_, s) => {
    const row = (debit[s] as number) < 0 ? (credit[s] as number) : (debit[s] as number);
    return {
      customer: ledger.customer[row] as number,
      said: [debit[s], credit[s], amount[s], on[s], evidence[s]].join(' '),
    };
  });
}

test(`in ${RUNS} random ledgers (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(randomLedgers(), fc.nat(15), async (random, which) => {
      const whole = await openText(csvOf(random));
      const { ledger } = whole;
      const all = Array.from({ length: ledger.customers.size - 1 }, (_, i) => i + 1);
      const chosen = new Set(all.filter((_, i) => (which >> i) % 2 === 1));
      const isOf = (row: number): boolean => chosen.has(ledger.customer[row] as number);
      const [some, others] = [whole.of(isOf), whole.of((row) => !isOf(row))];
      const items = whole.at(day(AS_OF));
      const open = Array.from(items.open.subarray(0, ledger.count));
      expect(Array.from(some.at(day(AS_OF)).open.subarray(0, ledger.count))).toEqual(
        open.map((left, row) => (isOf(row) ? left : 0)),
      );
      expect(settlementsOf(some).map(({ said }) => said)).toEqual(
        settlementsOf(whole).flatMap(({ customer, said }) => (chosen.has(customer) ? [said] : [])),
      );
      const added = (of: 'postings' | 'settledByColumns' | 'open'): number[] =>
        some.at(day(AS_OF)).control.map((line, i) => line[of] + (others.at(day(AS_OF)).control[i]?.[of] ?? Number.NaN));
      for (const of of ['postings', 'settledByColumns', 'open'] as const) {
        expect(added(of)).toEqual(items.control.map((line) => line[of]));
      }
      for (const fact of ['credits', 'creditsMatched', 'later', 'byColumns'] as const) {
        expect(some.at(day(AS_OF)).facts[fact] + others.at(day(AS_OF)).facts[fact], fact).toBe(items.facts[fact]);
      }
      expect(some.postings + others.postings).toBe(ledger.count);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
