// Is a book in one currency what its items come to at their rates? Each item rounded half up, decimals of each currency, and nothing else of the book changed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Currency, currencyOf, exponentOf } from '../../src/core/currency.ts';
import { agedBalance } from '../../src/measures/age.ts';
import { parseFactor } from '../../src/read/ratio.ts';
import { converted, convertedBook, type Rate } from '../../src/settle/converted.ts';
import { runs } from '../harness/share.ts';
import { day, openText, requestFor } from '../peers/library.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from '../properties/random-ledger.ts';

const code = (text: string): Currency => currencyOf(text) as Currency;
const rate = (from: string, to: string, text: string): Rate => ({
  ...{ from: code(from), to: code(to) },
  rate: parseFactor(text) as Rate['rate'],
});

describe('an amount in minor units', () => {
  test.each([
    ['USD', 'EUR', '0.91', 5005, 4555],
    ['USD', 'EUR', '0.91', -5005, -4555],
    ['USD', 'EUR', '0.5', 1, 1],
    ['USD', 'EUR', '0.5', -1, -1],
    ['USD', 'EUR', '0.4', 1, 0],
    ['JPY', 'EUR', '0.00615', 10_000, 6150],
    ['EUR', 'JPY', '162.55', 100, 163],
    ['TND', 'EUR', '0.3', 1000, 30],
    ['EUR', 'TND', '3.3333', 1, 33],
    ['EUR', 'EUR', '1', 123, 123],
    ['USD', 'EUR', '0.123456789012', 9_000_000_000_000, 1_111_111_101_108],
  ])('of %s in %s at %s: %i is %i', (from, to, text, amount, expected) => {
    expect(converted(amount, rate(from, to, text))).toBe(expected);
  });
});

describe('a factor', () => {
  test.each([
    ['0.923', 923, 1000],
    ['1,0834', 10_834, 10_000],
    ['1', 1, 1],
    ['162', 162, 1],
    ['6.1E-03', 61, 10_000],
    ['1.5e2', 150, 1],
    ['007,50', 750, 100],
  ])('%s', (text, numerator, denominator) => expect(parseFactor(text)).toEqual({ numerator, denominator }));

  test.each(['0', '0,00', '-1', '1.234,56', '1 000', '', 'x', '1%', '1/3', '0.0000000000001', '1234567890123', '1e13'])(
    '"%s" is none',
    (text) => expect(parseFactor(text)).toBeUndefined(),
  );
});

const RUNS = runs(40);

test(`for ${RUNS} random ledgers (seed ${SEED}): each open item by itself, the control as it was, all in one currency`, async () => {
  const factors = fc.array(fc.constantFrom('0.91', '1.1725', '0.00615', '3', '1'), { minLength: 8, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(randomLedgers(), factors, async (ledger, texts) => {
      const book = await openText(csvOf(ledger));
      const { currencies, currency, count } = book.ledger;
      const to = code('EUR');
      const rates = currencies.map((from, i) => rate(from, to, from === to ? '1' : (texts[i] as string)));
      const [own, inEur] = [book.at(day(AS_OF)), convertedBook(book, to, rates).at(day(AS_OF))];
      expect(inEur.control).toEqual(own.control);
      expect([...inEur.open]).toEqual([...own.open]);
      for (let row = 0; row < count; row++) {
        const from = currency[row] as number;
        const { numerator, denominator } = (rates[from] as Rate).rate;
        // By halves of a unit, with whole numbers alone.
        const scale = 10n ** BigInt(3 + 2 - exponentOf(currencies[from] as Currency));
        const [up, down] = [2n * BigInt(own.open[row] as number) * BigInt(numerator) * scale, BigInt(denominator) * 1000n];
        const size = up < 0n ? -up : up;
        const halves = (size + down) / (2n * down);
        expect(BigInt(inEur.base?.[row] as number)).toBe(up < 0n ? -halves : halves);
      }
      // Asserts by itself that nothing fell between two buckets.
      const { total } = agedBalance(convertedBook(book, to, rates), requestFor({ asOf: AS_OF, inBase: true }));
      expect(total.reduce((sum, one) => sum + one, 0)).toBe(inEur.converted?.open);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
