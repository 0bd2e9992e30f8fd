// Do the program and the oracle agree over many ledgers? 20 000 random small ones, each for every way to treat credits and to
// count days, and in the currency of the books; how many agreed is the result.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answers, balances, items, WAYS, type Way } from '../properties/agreement.ts';
import { csvOf, type RandomLedger, randomLedgers, SEED } from '../properties/random-ledger.ts';

const LEDGERS = 20_000;
const SHOWN = 3;

type Question = {
  readonly what: string;
  readonly ledgers: fc.Arbitrary<RandomLedger>;
  readonly ways: readonly Way[];
  readonly answer: (ledger: RandomLedger, way: Way) => Promise<Answers>;
};

const QUESTIONS: readonly Question[] = [
  { what: 'aged balances', ledgers: randomLedgers(), ways: WAYS, answer: balances },
  { what: 'open items', ledgers: randomLedgers(), ways: WAYS, answer: items },
  {
    what: 'open items with letters, as the books knew them',
    ledgers: randomLedgers({ letters: ['letter', 'letter_day', 'account'] }),
    ways: WAYS.slice(0, 2).map((way) => ({ ...way, asKnown: true })),
    answer: items,
  },
  {
    what: 'open items where no column says what paid what',
    ledgers: randomLedgers({ bare: true }),
    ways: WAYS.slice(0, 2),
    answer: items,
  },
  {
    what: 'open items within a tolerance',
    ledgers: randomLedgers(),
    ways: WAYS.slice(0, 2).map((way) => ({ ...way, tolerance: '1' })),
    answer: items,
  },
  {
    what: 'aged balances in the books’ currency',
    ledgers: randomLedgers({ base: true }),
    ways: WAYS.map((way) => ({ ...way, books: 'EUR' })),
    answer: balances,
  },
];

test.each(QUESTIONS)('$what of the program are those of the oracle', async ({ what, ledgers, ways, answer }) => {
  const differing: string[] = [];
  let agreed = 0;
  const began = performance.now();
  for (const ledger of fc.sample(ledgers, { numRuns: LEDGERS, seed: SEED + 1 })) {
    // One after the other: at the same time, each would need a machine of its own to be made.
    const answers: Answers[] = [];
    for (const way of ways) answers.push(await answer(ledger, way));
    const wrong = answers.findIndex(({ program, oracle }) => program !== oracle);
    if (wrong < 0) agreed++;
    else
      differing.push(
        `${JSON.stringify(ways[wrong])}\n${csvOf(ledger)}program\n${answers[wrong]?.program}oracle\n${answers[wrong]?.oracle}`,
      );
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${what}: ${agreed} of ${LEDGERS} random ledgers agreed, each ${ways.length} ways, seed ${SEED + 1}, ${seconds} s`);
  expect(differing.slice(0, SHOWN)).toEqual([]);
});
