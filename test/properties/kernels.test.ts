// Do kernel and loop give one answer? Ageing and the proof are done in WebAssembly, and where the engine compiles nothing in a loop:
// over random ledgers, with every request, both say the same to the last bit.
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type AgeRequest, agedBalance, type Book, buckets, type Day, openBook } from '../../src/index.ts';
import { agedItems, CREDITS } from '../../src/measures/age.ts';
import { type Ageing, addedByKernel, ageingOf } from '../../src/measures/ageing.ts';
import { addedPlainly } from '../../src/measures/ageing-plain.ts';
import { Grouping } from '../../src/measures/grouping.ts';
import { lastDayByKernel, summedByKernel, untouchedByKernel } from '../../src/settle/proof.ts';
import { lastDayPlainly, summedPlainly } from '../../src/settle/proof-plain.ts';
import { settle } from '../../src/settle/settle.ts';
import { runs } from '../harness/share.ts';
import { day, openText } from '../peers/library.ts';
import { AS_OF, csvOf, type RandomLedger, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(150);
/** Rows of a batch of the kernels are fewer, so that these come in several. */
const MANY = 9_000;

const ways = fc.record({
  daysBefore: fc.constantFrom(0, 0, 1, 45, 200, -20),
  ageBy: fc.constantFrom('due' as const, 'date' as const),
  bounds: fc.constantFrom([30, 60, 90], [1], [7, 14, 21, 28, 35, 42, 49, 56, 63]),
  future: fc.constantFrom([], [30, 60], [5]),
  credits: fc.constantFrom(...CREDITS),
  groupBy: fc.constantFrom('customer' as const, 'kind' as const, 'collector' as const, 'group' as const, 'entity' as const),
  /** Bits: the customers to keep, or all. */
  kept: fc.option(fc.nat(15)),
  inBase: fc.boolean(),
});
type Way = typeof ways extends fc.Arbitrary<infer T> ? T : never;

function requestOf(way: Way): AgeRequest {
  const { kept, credits, groupBy, inBase } = way;
  const customers = kept === null ? undefined : new Set([1, 2, 3, 4].filter((number) => (kept >> (number - 1)) & 1));
  const list = buckets(way.ageBy, way.bounds, way.ageBy === 'date' ? [] : way.future);
  return { asOf: (day(AS_OF) - way.daysBefore) as Day, buckets: list, credits, groupBy, customers, inBase };
}

/** Ledgers with base amounts, in which every posting has a worth in the books. */
const opened = (ledger: RandomLedger): Promise<Book> => openText(csvOf(ledger), ['base', 'entity']);

function ageing(book: Book, request: AgeRequest): Ageing {
  const grouping = new Grouping(book.ledger, request.groupBy, request.inBase, undefined);
  return ageingOf(book.ledger, grouping, agedItems(book, request).open, request);
}

async function holds(times: number, claim: (book: Book, request: AgeRequest) => void, rows = 0): Promise<void> {
  const property = fc.asyncProperty(randomLedgers({ odd: false, base: true }), ways, async (ledger, way) => {
    const copies = Math.ceil(rows / ledger.rows.length);
    const all = rows === 0 ? ledger : { ...ledger, rows: Array.from({ length: copies }, () => ledger.rows).flat() };
    claim(await opened(all), requestOf(way));
  });
  await fc.assert(property, { numRuns: times, seed: SEED });
}

/** Typed arrays as lists, which tell −0 from 0. */
function told(answer: object | undefined): unknown {
  return JSON.parse(
    JSON.stringify(answer ?? 'no kernel', (_, value) =>
      ArrayBuffer.isView(value) ? Array.from(value as Float64Array, (one) => (Object.is(one, -0) ? '-0' : String(one))) : value,
    ),
  );
}

function agesAlike(book: Book, request: AgeRequest): void {
  const asked = ageing(book, request);
  const byKernel = told(addedByKernel(asked));
  expect(byKernel).toEqual(told(addedPlainly(asked)));
  expect(JSON.stringify(byKernel)).not.toContain('"-0"');
}

function sumsAlike({ ledger, lastDay }: Book, { asOf }: AgeRequest): void {
  const settled = settle(ledger, asOf, lastDay, undefined);
  expect(told(summedByKernel(ledger, settled))).toEqual(told(summedPlainly(ledger, settled)));
  expect(lastDayByKernel(ledger)).toBe(lastDayPlainly(ledger));
  // What is wrong is seen by both.
  settled.open[0] = (settled.open[0] as number) + 1;
  settled.open[ledger.count - 1] = (settled.open[ledger.count - 1] as number) - 1;
  expect(told(summedByKernel(ledger, settled))).toEqual(told(summedPlainly(ledger, settled)));
}

/** What is open is the postings themselves: known to the shorter sum, but where some are posted after the day, and are not open. */
function untouchedAlike({ ledger, lastDay }: Book, { asOf }: AgeRequest): void {
  for (const day of [asOf, lastDay]) {
    const settled = {
      ...settle(ledger, day, lastDay, undefined),
      open: ledger.amount.subarray(0, ledger.count),
      alone: undefined,
    };
    const byKernel = untouchedByKernel(ledger, settled);
    if (lastDay > day) expect(byKernel).toBeUndefined();
    else expect(told(byKernel)).toEqual(told(summedPlainly(ledger, settled)));
  }
  const { open } = settle(ledger, lastDay, lastDay, undefined);
  expect(untouchedByKernel(ledger, { ...settle(ledger, lastDay, lastDay, undefined), open: open.slice() })).toBeUndefined();
}

describe(`for random ledgers (seed ${SEED}), kernel and loop agree on`, () => {
  test('what each group comes to', () => holds(RUNS, agesAlike));
  test('what each group comes to, in several batches', () => holds(runs(8), agesAlike, MANY));
  test('the sums of the proof, and the last day', () => holds(RUNS, sumsAlike));
  test('the sums of the proof, in several batches', () => holds(runs(8), sumsAlike, MANY));
  test('the sums of the proof where nothing is settled', () => holds(RUNS, untouchedAlike));
  test('the sums of the proof where nothing is settled, in several batches', () => holds(runs(4), untouchedAlike, MANY));
});

describe('where the engine compiles nothing', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('a balance and its control are what they are elsewhere', async () => {
    await holds(runs(40), (book, request) => {
      const balance = agedBalance(book, request);
      const { control, facts } = book.at(request.asOf);
      vi.stubGlobal('WebAssembly', undefined);
      const without = openBook(book.ledger);
      const other = agedBalance(without, request);
      const proved = without.at(request.asOf);
      vi.unstubAllGlobals();
      expect(told(other)).toEqual(told(balance));
      expect([proved.control, proved.facts]).toEqual([control, facts]);
    });
  });
});
