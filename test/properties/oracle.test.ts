// Does a second program, written apart and imported from nowhere in src, give the same figures? Random small ledgers through
// both, for every way to treat credits and to count days; texts are compared, so a digit or an order that differs shows.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import { type Answers, balances, items, WAYS, type Way } from './agreement.ts';
import { csvOf, type RandomLedger, randomLedgers, SEED } from './random-ledger.ts';

const EACH = runs(40);

async function agree(
  ledgers: fc.Arbitrary<RandomLedger>,
  way: Way,
  answer: (ledger: RandomLedger, way: Way) => Promise<Answers>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(ledgers, async (ledger) => {
      const { program, oracle } = await answer(ledger, way);
      expect(program, csvOf(ledger)).toBe(oracle);
    }),
    { numRuns: EACH, seed: SEED },
  );
}

describe.each(WAYS)(`${EACH} random ledgers (seed ${SEED}), --credits $credits --age-by $ageBy`, (way) => {
  test('give the rows of the oracle, digit by digit', async () => {
    await agree(randomLedgers(), way, balances);
  });

  test('give the open items of the oracle, each with its days and bucket', async () => {
    await agree(randomLedgers(), way, items);
  });

  test('in the currency of the books, give the rows of the oracle', async () => {
    await agree(randomLedgers({ base: true }), { ...way, books: 'EUR' }, balances);
  });
});

// What settles does not hang on where credits then stand.
describe.each(WAYS.slice(0, 2))(`${EACH} random ledgers (seed ${SEED}), --age-by $ageBy`, (way) => {
  test('where no column says what paid what, give the open items of the oracle', async () => {
    await agree(randomLedgers({ bare: true }), way, items);
  });

  test.each([false, true])('as books of all accounts (as known: %s), give the open items of the oracle', async (asKnown) => {
    const books = randomLedgers({ narrow: true, own: [], letters: ['letter', 'letter_day', 'account'] });
    await agree(books, { ...way, allBooks: true, asKnown }, items);
  });

  test('within a tolerance, give the open items of the oracle', async () => {
    await agree(randomLedgers(), { ...way, tolerance: '1' }, items);
  });

  test('within a tolerance, in the currency of the books, give the rows of the oracle', async () => {
    await agree(randomLedgers({ base: true }), { ...way, tolerance: '1', books: 'EUR' }, balances);
  });

  test('with letters, as the books knew them, give the open items of the oracle', async () => {
    await agree(randomLedgers({ letters: ['letter', 'letter_day'] }), { ...way, asKnown: true }, items);
  });
});

test.each(['05-31', '02-29'])(
  `${EACH} random ledgers (seed ${SEED}) with letters, and fiscal years that close on %s, give the open items of the oracle`,
  async (closing) => {
    await agree(randomLedgers({ letters: ['letter', 'letter_day'] }), { credits: 'separate', ageBy: 'due', closing }, items);
  },
);
