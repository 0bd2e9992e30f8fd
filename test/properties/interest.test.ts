// Is late interest right to the cent, whatever is paid when? Random claims against an oracle in exact fractions, and what must hold of any of them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateOf } from '../../src/core/rate.ts';
import { word } from '../../src/core/word.ts';
import type { Day } from '../../src/index.ts';
import { legsOf, type RateOfDays, type Reduction } from '../../src/measures/interest-legs.ts';
import { runs } from '../harness/share.ts';
import { answers } from './interest-agreement.ts';
import { claims, contractWays, type Way, ways } from './random-claims.ts';
import { SEED } from './random-ledger.ts';

const RUNS = runs(40);
const CLAIMS = 25;

async function agree(way: fc.Arbitrary<Way>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      way.chain((one) => fc.tuple(fc.constant(one), fc.array(claims(one), { minLength: 1, maxLength: CLAIMS }))),
      async ([one, all]) => {
        const { program, oracle } = await answers(all, one);
        expect(program).toEqual(oracle);
      },
    ),
    { numRuns: RUNS, seed: SEED },
  );
}

describe(`${RUNS} random ledgers of late claims (seed ${SEED})`, () => {
  test('at the rates of the law, give the legs, interest and indemnity of the oracle', async () => {
    await agree(ways);
  });

  test('at a rate of the contract, give the legs, interest and indemnity of the oracle', async () => {
    await agree(contractWays);
  });
});

/** A claim by itself at one rate for good: what a leg's own arithmetic must hold to. */
const RATE: RateOfDays = {
  on: () => ({ rate: rateOf('12.15'), mark: 'V', source: word('a', 'a'), basis: word('a', 'a') }),
  next: () => Number.POSITIVE_INFINITY,
};

function interestOn(amount: number, from: number, days: number, reductions: Reduction[] = []): number {
  const claim = { from: from as Day, end: (from + days - 1) as Day, amount, reductions };
  const accrued = legsOf(claim, { rates: RATE, dayCount: 'act/365', impute: 'principal' });
  return 'legs' in accrued ? accrued.legs.reduce((sum, { interest }) => sum + interest, 0) : Number.NaN;
}

const amount = fc.integer({ min: 1, max: 1_000_000_00 });
const days = fc.integer({ min: 1, max: 2000 });

describe('interest', () => {
  test('of a period is that of its parts, where nothing is rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), days, days, (n, first, second) => {
        // Of this much a day's interest is a whole number of cents.
        const whole = n * 365 * 20_000;
        expect(interestOn(whole, 0, first + second)).toBe(interestOn(whole, 0, first) + interestOn(whole, first, second));
      }),
      { seed: SEED },
    );
  });

  test('is never less for more days or a larger principal', () => {
    fc.assert(
      fc.property(amount, amount, days, days, (one, more, first, second) => {
        expect(interestOn(one, 0, first + second)).toBeGreaterThanOrEqual(interestOn(one, 0, first));
        expect(interestOn(one + more, 0, first)).toBeGreaterThanOrEqual(interestOn(one, 0, first));
      }),
      { seed: SEED },
    );
  });

  test('does not hang on the order of the payments of one day', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 90 }),
        (parts, on) => {
          const paid = (list: readonly number[]): Reduction[] =>
            list.map((part) => ({ day: on as Day, amount: part, isMoney: true }));
          const all = parts.reduce((sum, part) => sum + part, 0) + 5000;
          expect(interestOn(all, 0, 100, paid(parts))).toBe(interestOn(all, 0, 100, paid(parts.toReversed())));
        },
      ),
      { seed: SEED },
    );
  });
});
