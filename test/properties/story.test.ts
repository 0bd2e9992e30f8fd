// Does the story of every document add up, on every day and in every currency, to what `ar age --detail` says is open of it?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../src/index.ts';
import { COLUMNS } from '../../src/ledger/field.ts';
import { type Stories, type Story, storiesOf } from '../../src/measures/story.ts';
import { parseTerms } from '../../src/policy/parse-terms.ts';
import type { Terms } from '../../src/policy/terms.ts';
import { openBook } from '../../src/settle/book.ts';
import { runs } from '../harness/share.ts';
import { day, openText, requestFor } from '../peers/library.ts';
import { bytesOf, readBy } from '../read/both-readers.ts';
import { AS_OF, csvOf, type RandomLedger, randomLedgers, SEED, shuffled } from './random-ledger.ts';

const RUNS = runs(60);
/** Some postings of every ledger are later than either day, and many than the first. */
const DAYS = ['2024-04-15', AS_OF] as const;
const NUMBERS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D8'] as const;

async function opened(ledger: RandomLedger, inBase = false): Promise<Book> {
  return openText(csvOf(ledger), inBase ? ['due_by', 'base'] : ['due_by']);
}

function told(book: Book, number: string, asOf: string, inBase = false): Stories {
  return storiesOf(book, number, requestFor({ asOf, inBase }));
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** What was issued and what settled it by the day. */
function counted({ events }: Story): number {
  return sum(events.filter(({ later }) => !later).map(({ effect }) => effect));
}

async function holds(
  claim: (book: Book, told: (number: string, asOf: string) => Stories, csv: string) => void,
  inBase = false,
): Promise<void> {
  const property = fc.asyncProperty(randomLedgers(inBase ? { base: true, currency: true } : {}), async (ledger) => {
    const book = await opened(ledger, inBase);
    claim(book, (number, asOf) => told(book, number, asOf, inBase), csvOf(ledger));
  });
  await fc.assert(property, { numRuns: RUNS, seed: SEED });
}

describe(`for ${RUNS} random ledgers (seed ${SEED})`, () => {
  test.each([
    { in: 'its own currency', inBase: false },
    { in: 'the books’ currency', inBase: true },
  ])('what was issued and what settled it come to what is open of a number, in $in', async ({ inBase }) => {
    await holds((book, storyOf, csv) => {
      for (const asOf of DAYS) {
        const { open, base } = book.at(day(asOf));
        for (const number of NUMBERS) {
          for (const story of storyOf(number, asOf).list) {
            const left = story.postings.map((row) => (inBase ? (base as Float64Array) : open)[row] as number);
            expect(counted(story), `${number} on ${asOf} of\n${csv}`).toBe(sum(left));
          }
        }
      }
    }, inBase);
  });

  test('every posting of a number that exists on the day stands in one story of it', async () => {
    await holds((book, storyOf, csv) => {
      const { ledger } = book;
      for (const number of NUMBERS) {
        const carrying = Array.from({ length: ledger.count }, (_, row) => row).filter(
          (row) => ledger.columns.document?.at(row) === number && (ledger.day[row] as number) <= day(AS_OF),
        );
        const postings = storyOf(number, AS_OF).list.flatMap((story) => story.postings);
        expect(
          postings.toSorted((a, b) => a - b),
          `${number} of\n${csv}`,
        ).toEqual(carrying);
      }
    });
  });

  test('what is open behind the last event of the day is what stands open', async () => {
    await holds((_, storyOf, csv) => {
      for (const number of NUMBERS) {
        const { list, detail } = storyOf(number, AS_OF);
        for (const { events, postings } of list) {
          const standing = events.findLast(({ event }) => event === 'open' || event === 'closed');
          if (standing === undefined) continue;
          expect(standing.openAfter, `${number} of\n${csv}`).toBe(sum(postings.map((row) => detail.open[row] as number)));
        }
      }
    });
  });

  test('nothing that counts is dated after the day, and nothing that is later is dated before it', async () => {
    await holds((_, storyOf) => {
      for (const number of NUMBERS) {
        for (const { events } of storyOf(number, DAYS[0]).list) {
          for (const { later, effect, day: on } of events) {
            if (later) expect(on).toBeGreaterThan(day(DAYS[0]));
            else if (effect !== 0) expect(on).toBeLessThanOrEqual(day(DAYS[0]));
          }
        }
      }
    });
  });

  test('the order of the rows in the file changes no story', async () => {
    const property = fc.asyncProperty(randomLedgers(), fc.array(fc.nat(), { maxLength: 60 }), async (ledger, by) => {
      const [one, other] = [await opened(ledger), await opened(shuffled(ledger, by))];
      for (const number of NUMBERS) {
        expect(linesOf(told(other, number, AS_OF)), `${number} of\n${csvOf(ledger)}`).toEqual(linesOf(told(one, number, AS_OF)));
      }
    });
    await fc.assert(property, { numRuns: RUNS, seed: SEED });
  });

  test('instalments add up to the document they are of', async () => {
    const columns = [...COLUMNS.filter((name) => name !== 'base'), 'due_by' as const];
    const terms = parseTerms('30% 10 days; 30% 30 days; 40% 60 days') as Terms;
    const property = fc.asyncProperty(randomLedgers({ due: false }), async (ledger) => {
      const read = await readBy(undefined, [bytesOf(csvOf(ledger))], { piece: 1 << 16 }, { terms, columns });
      if (read === undefined) return;
      const book = openBook(read.ledger);
      for (const number of NUMBERS) {
        for (const story of told(book, number, AS_OF).list) {
          const { open } = book.at(day(AS_OF));
          expect(counted(story), csvOf(ledger)).toBe(sum(story.postings.map((row) => open[row] as number)));
        }
      }
    });
    await fc.assert(property, { numRuns: RUNS, seed: SEED });
  });
});

/** All that a story says, but where it stands in the file; sorted, for the order of customers is the view's. */
function linesOf({ list }: Stories): string[] {
  return list
    .flatMap((story) =>
      story.events.map(({ event, later, day: on, effect, evidence, openAfter, why }) =>
        [story.currency, event, later, on, effect, evidence, openAfter, why].join(' '),
      ),
    )
    .sort();
}
