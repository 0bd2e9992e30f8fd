// What holds for the losses of every ledger? What reached an age is paid, lost, credited or open; nothing but amounts depends on their unit or the order of rows; what was open in the end is what the aged balance has.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AGE_COLUMNS, buckets, type ColumnName } from '../../src/index.ts';
import { type Losses, type LossRequest, lossesOf } from '../../src/measures/losses/losses.ts';
import { runs } from '../harness/share.ts';
import { day, openText } from '../peers/library.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(60);
const COLUMNS: readonly ColumnName[] = [...AGE_COLUMNS, 'account', 'net', 'tax_amount', 'tax_rate'];
const FIGURES = ['reached', 'paid', 'writtenOff', 'credited', 'open', 'tooYoung'] as const;

const request = (more: Partial<LossRequest> = {}): LossRequest => ({
  ...{ asOf: day(AS_OF), period: { from: day('2024-01-01'), to: day(AS_OF) }, months: 6, customers: undefined, inBase: false },
  ...{ unpaidAfter: [30, 60], buckets: buckets('due'), within: 2, sold: undefined, told: undefined, allAccounts: false },
  tax: { ofDocument: () => undefined, ofCustomer: () => ({ numerator: 5, denominator: 6 }) },
  ...{ recovered: () => undefined, claims: () => undefined, allowanceChange: () => undefined, allowance: () => undefined },
  ...more,
});

async function measured(csv: string, more: Partial<LossRequest> = {}): Promise<Losses> {
  return lossesOf(await openText(csv, COLUMNS), request(more));
}

const outcomesOf = ({ byAge }: Losses) => byAge?.outcomes.flat() ?? [];

test(`paid + written off + credited + open = reached, none below 0, for ${RUNS} random ledgers (seed ${SEED})`, async () => {
  let reached = 0;
  await fc.assert(
    fc.asyncProperty(randomLedgers(), fc.nat(4), async (ledger, within) => {
      for (const one of outcomesOf(await measured(csvOf(ledger), { within }))) {
        expect(one.paid + one.writtenOff + one.credited + one.open).toBe(one.reached);
        for (const key of FIGURES) expect(one[key]).toBeGreaterThanOrEqual(0);
        reached += one.reached;
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(reached).toBeGreaterThan(0);
});

test('what is watched for longer reached no more, and what is too young makes up for it', async () => {
  await fc.assert(
    fc.asyncProperty(randomLedgers(), fc.nat(3), async (ledger, within) => {
      const [less, more] = [
        outcomesOf(await measured(csvOf(ledger), { within })),
        outcomesOf(await measured(csvOf(ledger), { within: within + 1 })),
      ];
      less.forEach((one, i) => {
        expect(more[i]?.reached).toBeLessThanOrEqual(one.reached);
        expect((more[i]?.reached ?? 0) + (more[i]?.tooYoung ?? 0)).toBe(one.reached + one.tooYoung);
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

type Invoice = {
  readonly ago: number;
  readonly units: number;
  readonly term: number;
  readonly paidAfter: number;
  readonly lost: boolean;
};
const invoices = fc.array(
  fc.record({
    ago: fc.integer({ min: 0, max: 400 }),
    units: fc.integer({ min: 1, max: 90_000 }).map((units) => units * 6),
    term: fc.constantFrom(0, 30, 45),
    paidAfter: fc.integer({ min: 0, max: 250 }),
    lost: fc.nat(4).map((n) => n === 0),
  }),
  { minLength: 1, maxLength: 12 },
);

function rowsOf(all: readonly Invoice[], scale: number): string[] {
  const on = (at: number): string => new Date(at * 86_400_000).toISOString().slice(0, 10);
  const asOf = day(AS_OF);
  return all.flatMap(({ ago, units, term, paidAfter, lost }, i) => {
    const [date, end] = [asOf - ago, asOf - ago + paidAfter];
    const customer = `C${i % 3}`;
    return [
      `${customer},invoice,F${1000 + i},,${on(date)},${on(date + term)},${units * scale}`,
      ...(end > asOf
        ? []
        : [`${customer},${lost ? 'write_off' : 'payment'},P${1000 + i},F${1000 + i},${on(end)},,-${units * scale}`]),
    ];
  });
}

const csvIn = (rows: readonly string[]): string => `customer,kind,document,reference,date,due,amount\n${rows.join('\n')}\n`;

/** All ratios, exactly. */
const ratiosOf = ({ rows, byAge }: Losses): unknown[] => [
  ...rows.map(({ indicator, meaning, ratio, basis }) => [
    ...[indicator, meaning, basis],
    ratio === undefined ? undefined : String(Number(ratio.numerator) / Number(ratio.denominator)),
  ]),
  ...(byAge?.outcomes.flat() ?? []).map(({ paid, reached }) => (reached === 0 ? undefined : paid / reached)),
];

test('no ratio depends on the unit of amounts, nor on the order of rows', async () => {
  let known = 0;
  await fc.assert(
    fc.asyncProperty(invoices, async (all) => {
      const found = ratiosOf(await measured(csvIn(rowsOf(all, 1))));
      expect(ratiosOf(await measured(csvIn(rowsOf(all, 7))))).toEqual(found);
      expect(ratiosOf(await measured(csvIn(rowsOf(all, 1).reverse())))).toEqual(found);
      known += found.filter((one) => one !== undefined).length;
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(known).toBeGreaterThan(RUNS);
});

test('what was open at its age and is still so is open in the aged balance; and customers add up to all', async () => {
  await fc.assert(
    fc.asyncProperty(invoices, async (all) => {
      const book = await openText(csvIn(rowsOf(all, 1)), COLUMNS);
      const asked = { within: 0 };
      const found = lossesOf(book, request(asked));
      const open = book.at(day(AS_OF)).open.reduce((sum, amount) => sum + amount, 0);
      const youngest = found.byAge?.outcomes[0]?.[0];
      if (youngest !== undefined) expect(youngest.open).toBe(open);
      const each = [1, 2, 3].flatMap((number) => {
        const one = lossesOf(book, request({ ...asked, customers: new Set([number]) }));
        return one.sums.length === 0 ? [] : [one];
      });
      const sum = (of: (one: Losses['sums'][number]) => number): [number, number] => [
        each.reduce((total, { sums }) => total + of(sums[0] as Losses['sums'][number]), 0),
        of(found.sums[0] as Losses['sums'][number]),
      ];
      for (const of of [
        (one: Losses['sums'][number]) => one.losses.lost ?? 0,
        (one: Losses['sums'][number]) => one.losses.sold ?? 0,
        (one: Losses['sums'][number]) => one.receivable,
        (one: Losses['sums'][number]) => one.unpaid[0] ?? 0,
      ]) {
        const [parts, whole] = sum(of);
        expect(parts).toBe(whole);
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
