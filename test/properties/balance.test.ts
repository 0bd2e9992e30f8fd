// What holds for the aged balance of every ledger? One claim a test, over random ledgers read and opened through the library.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AgedBalance, type AgeRequest, ageDetail, agedBalance, type Book, type Currency } from '../../src/index.ts';
import { runs } from '../harness/share.ts';
import type { OracleRow } from '../oracle/ageing.ts';
import { type Choices, figuresOf, openText, requestFor } from '../peers/library.ts';
import {
  AS_OF,
  csvOf,
  inEachConvention,
  MOST_ROWS,
  onceMoreLater,
  type RandomLedger,
  randomLedgers,
  SEED,
  shuffled,
} from './random-ledger.ts';

const RUNS = runs(50);
const CREDITS = ['separate', 'oldest', 'in-place'] as const;
const GROUPS = ['customer', 'kind', 'collector', 'group', 'country'] as const;

/** Every way to ask for a balance that a claim could depend on. */
const ways: fc.Arbitrary<Choices> = fc.record({
  asOf: fc.constant(AS_OF),
  credits: fc.constantFrom(...CREDITS),
  ageBy: fc.constantFrom('due' as const, 'date' as const),
  groupBy: fc.constantFrom(...GROUPS),
});

/** Checks a claim on random ledgers and requests. */
async function holds(
  claim: (ledger: RandomLedger, request: AgeRequest) => Promise<void>,
  ledgers: fc.Arbitrary<RandomLedger> = randomLedgers(),
): Promise<void> {
  const property = fc.asyncProperty(ledgers, ways, (ledger, way) => claim(ledger, requestFor(way)));
  await fc.assert(property, { numRuns: RUNS, seed: SEED });
}

const open = (ledger: RandomLedger): Promise<Book> => openText(csvOf(ledger));

/** The figures of a ledger by `id currency`, without the names and the order, which other tests look at. */
async function figures(ledger: RandomLedger, request: AgeRequest): Promise<ReturnType<typeof figuresOf>> {
  return figuresOf(agedBalance(await open(ledger), request), request);
}

/** Σ of a figure per currency. */
function sumsOf(balance: AgedBalance, values: Float64Array): Map<Currency, number> {
  const sums = new Map<Currency, number>();
  for (const [slot, { currency }] of balance.groups.entries()) {
    sums.set(currency, (sums.get(currency) ?? 0) + (values[slot] as number));
  }
  return sums;
}

const postedOn = ({ headings }: RandomLedger, row: OracleRow): string =>
  (headings.includes('posted') && row.posted) || row.date || '';

describe(`for ${RUNS} random ledgers (seed ${SEED})`, () => {
  test('buckets and unallocated add up to the control, for every group and currency', async () => {
    await holds(async (ledger, request) => {
      const book = await open(ledger);
      const balance = agedBalance(book, request);
      balance.groups.forEach((_, slot) => {
        const parts = [...balance.buckets, balance.unallocated].map((sums) => sums[slot] as number);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(balance.total[slot]);
      });
      const totals = sumsOf(balance, balance.total);
      for (const line of book.at(request.asOf).control) {
        expect(line.difference).toBe(0);
        expect(totals.get(line.currency) ?? 0).toBe(line.open);
      }
    });
  });

  test('every open posting stands in exactly one place, and no settled one stands anywhere', async () => {
    await holds(async (ledger, request) => {
      const book = await open(ledger);
      const detail = ageDetail(book, request, false);
      const openRows = [...Array(book.ledger.count).keys()].filter((row) => detail.open[row] !== 0);
      expect([...detail.rows]).toEqual(openRows);
      for (const row of detail.rows) {
        const bucket = detail.bucket(row);
        expect(bucket === -1 || request.buckets.list[bucket] !== undefined).toBe(true);
      }
    });
  });

  test('the open items of a place add up to the figure of that place', async () => {
    await holds(async (ledger, request) => {
      const book = await open(ledger);
      const balance = agedBalance(book, request);
      const detail = ageDetail(book, request, false);
      const places = [...balance.buckets, balance.unallocated];
      const inCurrency = (row: number): Currency => book.ledger.currencies[book.ledger.currency[row] as number] as Currency;
      places.forEach((sums, place) => {
        const found = new Map<Currency, number>([...sumsOf(balance, sums).keys()].map((currency) => [currency, 0]));
        for (const row of detail.rows) {
          const bucket = detail.bucket(row);
          if ((bucket === -1 ? places.length - 1 : bucket) !== place) continue;
          found.set(inCurrency(row), (found.get(inCurrency(row)) ?? 0) + (detail.open[row] as number));
        }
        expect(found).toEqual(sumsOf(balance, sums));
      });
    });
  });

  test.each([
    { of: 'any kind', given: { odd: false }, times: RUNS },
    { of: 'one customer, full of postings that are alike', given: { odd: false, narrow: true }, times: 4 * RUNS },
  ])('the order of the rows does not matter, in ledgers of $of', async ({ given, times }) => {
    const orders = fc.array(fc.nat(), { minLength: MOST_ROWS, maxLength: MOST_ROWS });
    const property = fc.asyncProperty(randomLedgers(given), ways, orders, async (ledger, way, order) => {
      const request = requestFor(way);
      expect(await figures(shuffled(ledger, order), request), csvOf(ledger)).toEqual(await figures(ledger, request));
    });
    await fc.assert(property, { numRuns: times, seed: SEED });
  });

  test('it does not matter whether credits are written with a minus, by their kind or in a column of their own', async () => {
    const property = fc.asyncProperty(inEachConvention(), ways, async (ledgers, way) => {
      const [signed, ...others] = await Promise.all(ledgers.map((ledger) => figures(ledger, requestFor(way))));
      for (const other of others) expect(other, ledgers.map(csvOf).join('\n')).toEqual(signed);
    });
    await fc.assert(property, { numRuns: RUNS, seed: SEED });
  });

  test('postings after the day change nothing', async () => {
    await holds(
      async (ledger, request) => {
        const known = { ...ledger, rows: ledger.rows.filter((row) => postedOn(ledger, row) <= AS_OF) };
        fc.pre(known.rows.length > 0);
        const more = { ...known, rows: [...onceMoreLater(known), ...known.rows] };
        expect(await figures(more, request)).toEqual(await figures(known, request));
      },
      randomLedgers({ odd: false }),
    );
  });

  test('the groups of any field add up to the same as the customers', async () => {
    await holds(async (ledger, request) => {
      const book = await open(ledger);
      const grouped = agedBalance(book, request);
      const customers = agedBalance(book, { ...request, groupBy: 'customer' });
      const all = (balance: AgedBalance): Float64Array[] => [
        ...balance.buckets,
        ...[balance.unallocated, balance.total, balance.overdue, balance.disputed],
      ];
      all(grouped).forEach((sums, i) => {
        expect(sumsOf(grouped, sums)).toEqual(sumsOf(customers, all(customers)[i] as Float64Array));
      });
    });
  });

  test('each customer owes the same in total, wherever credits stand', async () => {
    await holds(async (ledger, request) => {
      const book = await open(ledger);
      const [separate, oldest, inPlace] = CREDITS.map((credits) => [
        ...agedBalance(book, { ...request, credits, groupBy: 'customer' }).total,
      ]);
      expect(oldest).toEqual(separate);
      expect(inPlace).toEqual(separate);
    });
  });

  test('two currencies never meet: the rows of each, aged alone, give the same', async () => {
    await holds(
      async (ledger, request) => {
        const whole = await figures(ledger, request);
        const currencies = [...new Set(ledger.rows.map((row) => row.currency || 'EUR'))];
        const apart = await Promise.all(
          currencies.map((currency) => {
            const rows = ledger.rows.filter((row) => (row.currency || 'EUR') === currency);
            return figures({ ...ledger, rows }, request);
          }),
        );
        expect(Object.assign({}, ...apart)).toEqual(whole);
      },
      randomLedgers({ odd: false, currency: true }),
    );
  });

  test('a ledger in the currency of the books has the same figures with --in as without', async () => {
    await holds(
      async (ledger, request) => {
        const inBooks = { ...request, inBase: true };
        const book = await openText(csvOf(ledger), ['base']);
        expect(figuresOf(agedBalance(book, inBooks), inBooks), csvOf(ledger)).toEqual(await figures(ledger, request));
      },
      randomLedgers({ currency: false }),
    );
  });

  test('in the currency of the books, buckets and unallocated add up to the control', async () => {
    await holds(
      async (ledger, request) => {
        const book = await openText(csvOf(ledger), ['base']);
        const inBooks = { ...request, inBase: true };
        const balance = agedBalance(book, inBooks);
        const { baseControl } = book.at(request.asOf);
        expect(baseControl).toMatchObject({ currency: 'EUR', difference: 0 });
        expect(sumsOf(balance, balance.total).get('EUR' as Currency) ?? 0).toBe(baseControl?.open);
      },
      randomLedgers({ base: true }),
    );
  });
});
