// Do the books of several years, each brought forward into the next, say what one long year would say? Entries, letters and days are drawn; each book is written as
// one FEC, and as one a year, in which an item of the year before stands as an opening with the letter it got later.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, isoDay, parseIsoDay } from '../../src/core/day.ts';
import { isWhole, runs } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { type FecEntry, type FecLine, fecText, receipt, sale } from '../read/fec-file.ts';
import { SEED } from './random-ledger.ts';

const RUNS = runs(40);
const FIRST = parseIsoDay('2024-01-05') as number;
const YEARS = [2024, 2025, 2026];

/** An invoice, what is paid of it and when, and whether both carry a letter. */
type Deal = {
  readonly customer: number;
  readonly day: number;
  readonly gross: number;
  readonly parts: readonly { readonly after: number; readonly share: number }[];
  readonly lettered: boolean;
  /** Nothing says on which day its letter was put. */
  readonly undated: boolean;
};

const deal: fc.Arbitrary<Deal> = fc.record({
  customer: fc.integer({ min: 1, max: 3 }),
  day: fc.integer({ min: 0, max: 1080 }),
  gross: fc.integer({ min: 1, max: 500_000 }),
  parts: fc.array(
    fc.record({ after: fc.integer({ min: 0, max: 500 }), share: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constant(100)) }),
    {
      maxLength: 3,
    },
  ),
  lettered: fc.boolean(),
  undated: fc.boolean(),
});

const compact = (day: number): string => isoDay(day as Day).replaceAll('-', '');
const yearOf = (day: string): number => Number(day.slice(0, 4));

type Line = { readonly entry: FecEntry; readonly line: FecLine; readonly deal: number };

/** All entries of the deals, in the order of their days; those after the last year are left out. */
function entriesOf(deals: readonly Deal[]): { readonly entries: FecEntry[]; readonly lines: Line[] } {
  const entries = deals.flatMap(({ customer, day, gross, parts, lettered }, i) => {
    const aux = `C${customer}`;
    const issued = FIRST + day;
    let left = gross;
    const paid = parts.flatMap(({ after, share }, p) => {
      const amount = Math.min(left, Math.ceil((gross * share) / 100));
      left -= amount;
      return amount === 0 ? [] : [{ day: issued + after, amount, number: `R${i}-${p}` }];
    });
    const known = paid.filter((one) => yearOf(compact(one.day)) <= 2026);
    const letter =
      lettered && known.length > 0 ? { letter: `L${i}`, letterDay: compact(Math.max(...known.map((one) => one.day))) } : {};
    return [
      { deal: i, entry: sale(`F${i}`, compact(issued), aux, gross, letter) },
      ...known.map((one) => ({ deal: i, entry: receipt(one.number, compact(one.day), aux, one.amount, letter) })),
    ];
  });
  const inOrder = entries.filter(({ entry }) => yearOf(entry.day) <= 2026).sort((a, b) => (a.entry.day < b.entry.day ? -1 : 1));
  const lines = inOrder.map(({ entry, deal: i }) => ({
    entry,
    deal: i,
    line: entry.lines.find(({ aux }) => aux !== undefined) as FecLine,
  }));
  return { entries: inOrder.map(({ entry }) => entry), lines };
}

/** The books of one year: letters put later are not known yet, and what they had not closed is brought forward. */
function booksOf(year: number, { lines }: ReturnType<typeof entriesOf>): FecEntry[] {
  const put = ({ line }: Line): number => (line.letterDay === undefined ? 9999 : yearOf(line.letterDay));
  const bare = ({ letter: _, letterDay: __, ...line }: FecLine): FecLine => line;
  const asOf = (one: Line): FecLine => (put(one) === year ? one.line : bare(one.line));
  // What was lettered and does not add up is not closed.
  const sumOf = (deal: number): number => lines.reduce((sum, one) => sum + (one.deal === deal ? one.line.amount : 0), 0);
  const before = lines.filter((one) => yearOf(one.entry.day) < year && (put(one) >= year || sumOf(one.deal) !== 0));
  const opening = before.map(
    (one): FecLine => ({ ...asOf(one), piece: one.entry.piece ?? one.entry.number, pieceDay: one.entry.day }),
  );
  const sum = opening.reduce((total, { amount }) => total + amount, 0);
  const an = { journal: 'AN', name: 'A nouveaux', number: `AN${year}`, day: `${year}0101`, label: 'A nouveau' };
  const own = lines.filter((one) => yearOf(one.entry.day) === year);
  return [
    ...(opening.length === 0 ? [] : [{ ...an, lines: [...opening, { account: '101000', amount: -sum }] }]),
    ...own.map((one) => ({ ...one.entry, lines: one.entry.lines.map((line) => (line === one.line ? asOf(one) : line)) })),
  ];
}

/** The entries as they are written: of some letters nothing says on which day they were put. Where those do not add up on some day, years are all that tells them apart. */
function written(entries: readonly FecEntry[], deals: readonly Deal[], { lines }: ReturnType<typeof entriesOf>): string {
  const sums = new Map<string, number>();
  for (const { line } of lines) if (line.letter !== undefined) sums.set(line.letter, (sums.get(line.letter) ?? 0) + line.amount);
  const isPair = (one: Deal | undefined): boolean => one?.undated === true && one.parts.length === 1;
  const isUndated = (letter = ''): boolean => isPair(deals[Number(letter.slice(1))]) && sums.get(letter) === 0;
  return fecText(
    entries.map((one) => ({
      ...one,
      lines: one.lines.map((line) => (isUndated(line.letter) ? { ...line, letterDay: '' } : line)),
    })),
  );
}

async function openIn(files: Readonly<Record<string, string>>, day: string, ...more: string[]): Promise<string[]> {
  const ran = await ar(['age', ...Object.keys(files), '--as-of', day, '--detail', '--format', 'csv', ...more], files);
  expect(ran.code, ran.stderr).toBe(0);
  expect(ran.stderr).not.toContain('opening-differs');
  const [headings, ...rows] = ran.stdout
    .trimEnd()
    .split('\n')
    .map((row) => row.split(','));
  const at = ['customer', 'document', 'kind', 'date', 'open'].map((one) => (headings as string[]).indexOf(one));
  return rows.map((cells) => at.map((index) => cells[index]).join(' ')).sort();
}

test(`years that bring forward say what one long year says (seed ${SEED})`, async () => {
  let carried = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deal, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 1095 }), async (deals, after) => {
      const books = entriesOf(deals);
      const long = { '123456789FEC20261231.txt': written(books.entries, deals, books) };
      const years = YEARS.map((year) => [`123456789FEC${year}1231.txt`, booksOf(year, books)] as const).filter(
        ([, own]) => own.length > 0,
      );
      const short = Object.fromEntries(years.map(([name, own]) => [name, written(own, deals, books)]));
      carried += years.filter(([, own]) =>
        own.some(({ journal, lines }) => journal === 'AN' && lines.some(({ letter }) => letter !== undefined)),
      ).length;
      for (const day of ['2026-12-31', isoDay((FIRST + after) as Day)]) {
        expect(await openIn(short, day)).toEqual(await openIn(long, day));
        expect(await openIn(short, day, '--engine', 'careful')).toEqual(await openIn(long, day));
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(carried).toBeGreaterThan(isWhole ? 25 : 3);
}, 60_000);

/** What a customer's books of 2025 bring forward in one sum, and what happens in the year: a letter on a payment whose other half is in that sum. */
const lumped = fc.record({
  lump: fc.constantFrom(0, 5_000, 12_000),
  paid: fc.array(
    fc.record({ day: fc.integer({ min: 1, max: 350 }), share: fc.constantFrom(25, 50, 100), lettered: fc.boolean() }),
    {
      maxLength: 2,
    },
  ),
  sold: fc.array(
    fc.record({ day: fc.integer({ min: 1, max: 350 }), gross: fc.constantFrom(3_000, 5_000), lettered: fc.boolean() }),
    {
      maxLength: 2,
    },
  ),
});

test(`a later year changes nothing of a day before it, what was brought forward in one sum and paid by letters with it (seed ${SEED})`, async () => {
  const of2025 = parseIsoDay('2025-01-01') as number;
  const opening = (year: number, sums: readonly number[]): FecEntry[] => {
    const lines = sums.flatMap((amount, c): FecLine[] => (amount === 0 ? [] : [{ account: '411000', aux: `C${c}`, amount }]));
    const whole = sums.reduce((sum, amount) => sum + amount, 0);
    const an = { journal: 'AN', name: 'A nouveaux', number: `AN${year}`, day: `${year}0101`, label: 'A nouveau' };
    return lines.length === 0 ? [] : [{ ...an, lines: [...lines, { account: '101000', amount: -whole }] }];
  };
  let paidByLetter = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(lumped, { minLength: 2, maxLength: 3 }),
      fc.integer({ min: 1, max: 364 }),
      async (customers, day) => {
        const own = customers.flatMap(({ lump, paid, sold }, c) => [
          ...paid.flatMap(({ day: on, share, lettered }, i) => {
            const letter = lettered ? { letter: `Z${c}${i}`, letterDay: compact(of2025 + on) } : {};
            return lump === 0 ? [] : [receipt(`R${c}-${i}`, compact(of2025 + on), `C${c}`, (lump * share) / 100, letter)];
          }),
          ...sold.flatMap(({ day: on, gross, lettered }, i) => {
            const letter = lettered ? { letter: `Y${c}${i}`, letterDay: compact(of2025 + on + 10) } : {};
            const invoice = sale(`F${c}-${i}`, compact(of2025 + on), `C${c}`, gross, letter);
            return lettered ? [invoice, receipt(`S${c}-${i}`, compact(of2025 + on + 10), `C${c}`, gross, letter)] : [invoice];
          }),
        ]);
        const first = [
          ...opening(
            2025,
            customers.map(({ lump }) => lump),
          ),
          ...own.sort((a, b) => (a.day < b.day ? -1 : 1)),
        ];
        const closing = customers.map((_, c) =>
          first.reduce(
            (sum, { lines }) => sum + lines.reduce((part, { aux, amount }) => part + (aux === `C${c}` ? amount : 0), 0),
            0,
          ),
        );
        const alone = { '123456789FEC20251231.txt': fecText(first) };
        const both = {
          ...alone,
          '123456789FEC20261231.txt': fecText([...opening(2026, closing), sale('G1', '20260105', 'C0', 700, {})]),
        };
        if (closing.some((sum) => sum !== 0))
          paidByLetter += customers.filter(({ lump, paid }) => lump > 0 && paid.some((one) => one.lettered)).length;
        for (const on of [isoDay((of2025 + day) as Day), '2025-12-31'])
          expect(await openIn(both, on)).toEqual(await openIn(alone, on));
      },
    ),
    { numRuns: RUNS, seed: SEED },
  );
  expect(paidByLetter).toBeGreaterThan(isWhole ? 25 : 3);
}, 60_000);
