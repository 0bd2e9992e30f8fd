// What holds for the DSO of every ledger? Identities between its forms, sums over customers, and what must not change a day count; over random ledgers, and over small ones whose figures plain loops can tell.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, plusMonths } from '../../src/core/day.ts';
import { type Fraction, minus } from '../../src/core/fraction.ts';
import { monthOf } from '../../src/core/month.ts';
import { currencyOf, isoDay } from '../../src/index.ts';
import { type Dso, type DsoRequest, dsoOf } from '../../src/measures/dso/dso.ts';
import type { DsoRow } from '../../src/measures/dso/dso-row.ts';
import { runs } from '../harness/share.ts';
import { day, openText } from '../peers/library.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(40);
const EUR = currencyOf('EUR') as NonNullable<ReturnType<typeof currencyOf>>;

const request = (asOf: string, more: Partial<DsoRequest> = {}): DsoRequest => ({
  ...{
    asOf: day(asOf),
    months: 3,
    window: 3,
    yearDays: 365,
    by: undefined,
    customers: undefined,
    inBase: false,
    sales: undefined,
  },
  ...more,
});

const BY_CUSTOMER = { groupBy: 'customer', groups: undefined };

async function measured(csv: string, asked: DsoRequest): Promise<Dso> {
  return dsoOf(await openText(csv), asked);
}

const equal = (a: Fraction | undefined, b: Fraction | undefined): boolean =>
  a === undefined || b === undefined ? a === b : a.numerator * b.denominator === b.numerator * a.denominator;

/** All that counts days, or is a share. */
const ratiosOf = (row: DsoRow): (Fraction | undefined)[] => [
  ...[row.countBack?.days, row.simple, row.bestPossible, row.delinquent, row.ofDisputed, row.average, row.turns, row.cei],
  ...[row.byInvoice?.days, row.weighted?.days, row.flow.terms, row.flow.daysToPay, row.flow.daysLate, row.flow.daysLateFloored],
  ...[row.daysLateOpen, row.daysLateToDate, row.lateRate, row.disputeRate, row.flow.paidLateRate, row.beyondTerms],
];

test(`delinquent = simple − best possible, and customers add up to all, for ${RUNS} random ledgers (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(randomLedgers(), async (ledger) => {
      const all = await measured(csvOf(ledger), request(AS_OF));
      const each = await measured(csvOf(ledger), request(AS_OF, { by: BY_CUSTOMER }));
      for (const row of [...all.rows, ...each.rows]) {
        const { simple, bestPossible, delinquent, receivable, overdue, disputed } = row;
        const left = simple === undefined || bestPossible === undefined ? undefined : minus(simple, bestPossible);
        expect(equal(left, delinquent)).toBe(true);
        expect((overdue ?? 0) >= 0 && (overdue ?? 0) <= (receivable ?? 0)).toBe(true);
        expect((disputed ?? 0) <= (receivable ?? 0)).toBe(true);
        expect(row.flow.invoicesLate).toBeLessThanOrEqual(row.flow.invoices);
      }
      for (const row of all.rows.filter(({ day: on }) => on === day(AS_OF))) {
        const own = each.rows.filter(({ group }) => group.currency === row.group.currency);
        const sum = (of: (one: DsoRow) => number | undefined): number => own.reduce((total, one) => total + (of(one) ?? 0), 0);
        expect([sum((one) => one.receivable), sum((one) => one.overdue), sum((one) => one.sales)]).toEqual([
          ...[row.receivable, row.overdue, row.sales ?? 0],
        ]);
        expect([sum((one) => one.flow.paid), sum((one) => one.flow.invoices)]).toEqual([row.flow.paid, row.flow.invoices]);
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

/** Invoices of one customer: the day after 2025-01-01, the term, the amount, and the days after which a part of tenths is paid; −1 is never. */
const invoices = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 400 }),
    term: fc.integer({ min: 0, max: 60 }),
    amount: fc.integer({ min: 1, max: 1_000_000 }),
    paidAfter: fc.integer({ min: -1, max: 120 }),
    tenths: fc.integer({ min: 1, max: 10 }),
    credited: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

type Invoices = typeof invoices extends fc.Arbitrary<infer T> ? T : never;

/** Amounts of ten times the units, so that a tenth of each is whole. */
function csvOfInvoices(all: Invoices, scale: number): string {
  const begin = day('2025-01-01');
  const money = (units: number): string => (units / 100).toFixed(2);
  const rows = all.flatMap(({ after, term, amount, paidAfter, tenths, credited }, i) => {
    const on = (days: number): string => isoDay((begin + after + days) as Day);
    const units = amount * 10 * scale;
    const kind = credited ? 'credit_note' : 'payment';
    return [
      `C${i % 3},F${i},,invoice,${on(0)},${on(term)},${money(units)}`,
      ...(paidAfter < 0 ? [] : [`C${i % 3},P${i},F${i},${kind},${on(paidAfter)},,-${money((units / 10) * tenths)}`]),
    ];
  });
  return `customer,document,reference,kind,date,due,amount\n${rows.join('\n')}\n`;
}

const small = { numRuns: runs(25), seed: SEED };

test('amounts a hundred and seven times as large change no day count and no share', async () => {
  await fc.assert(
    fc.asyncProperty(invoices, async (all) => {
      const [once, more] = [
        await measured(csvOfInvoices(all, 1), request('2026-06-30')),
        await measured(csvOfInvoices(all, 107), request('2026-06-30')),
      ];
      expect(more.rows).toHaveLength(once.rows.length);
      once.rows.forEach((row, i) => {
        const others = ratiosOf(more.rows[i] as DsoRow);
        expect(ratiosOf(row).every((ratio, j) => equal(ratio, others[j]))).toBe(true);
      });
    }),
    small,
  );
});

test('days to pay, late and floored are those of plain loops over the payments of the window, and of no credit note', async () => {
  await fc.assert(
    fc.asyncProperty(invoices, async (all) => {
      const { rows } = await measured(csvOfInvoices(all, 1), request('2026-06-30', { months: 1, window: 24 }));
      const paid = all.filter(({ paidAfter, credited }) => paidAfter >= 0 && !credited);
      const weight = (one: Invoices[number]): bigint => BigInt(one.amount * one.tenths);
      const sum = (of: (one: Invoices[number]) => number): bigint =>
        paid.reduce((total, one) => total + weight(one) * BigInt(of(one)), 0n);
      const total = sum(() => 1);
      const expected = [
        sum(({ paidAfter }) => paidAfter),
        sum(({ paidAfter, term }) => paidAfter - term),
        sum(({ paidAfter, term }) => Math.max(0, paidAfter - term)),
      ].map((numerator) => (total === 0n ? undefined : { numerator, denominator: total }));
      const { daysToPay, daysLate, daysLateFloored } = (rows[0] as DsoRow).flow;
      expect([daysToPay, daysLate, daysLateFloored].every((found, i) => equal(found, expected[i]))).toBe(true);
    }),
    small,
  );
});

test('counted back and simple DSO are those of plain loops over invoices and credit notes', async () => {
  await fc.assert(
    fc.asyncProperty(invoices, async (all) => {
      const csv = csvOfInvoices(all, 1);
      const { rows } = await measured(csv, request('2026-06-30', { months: 18 }));
      const cells = csv
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','));
      for (const { month, day: on, receivable, countBack, simple } of rows) {
        const known = cells.filter((cell) => (cell[4] as string) <= isoDay(on));
        const units = (cell: string[]): number => Math.round(Number(cell[6]) * 100);
        const owed = [0, 1, 2].map((c) => known.reduce((sum, cell) => sum + (cell[0] === `C${c}` ? units(cell) : 0), 0));
        expect(receivable).toBe(owed.reduce((sum, one) => sum + Math.max(0, one), 0));
        const sold = (text: string): number =>
          known.reduce((sum, cell) => sum + (cell[3] !== 'payment' && cell[4]?.startsWith(text) === true ? units(cell) : 0), 0);
        const monthsBack = Array.from({ length: 24 }, (_, i) => {
          const text = isoDay(plusMonths(day('2000-01-01'), month - i - 24000)).slice(0, 7);
          const [year = 0, number = 0] = text.split('-').map(Number);
          return { text, days: new Date(Date.UTC(year, number, 0)).getUTCDate(), sales: sold(text) };
        });
        let [rest, days, part] = [BigInt(receivable as number), 0n, { numerator: 0n, denominator: 1n }];
        for (const { days: length, sales } of monthsBack) {
          if (rest <= 0n) break;
          const most = BigInt(Math.max(0, sales));
          if (rest < most) part = { numerator: rest * BigInt(length), denominator: most };
          else days += BigInt(length);
          rest -= most;
        }
        if (rest <= 0n)
          expect(
            equal(countBack?.days, { numerator: days * part.denominator + part.numerator, denominator: part.denominator }),
          ).toBe(true);
        // Of the months before the first posting nothing is known.
        const since = cells
          .map((cell) => cell[4] as string)
          .sort()[0]
          ?.slice(0, 7) as string;
        const three = monthsBack.slice(0, 3).filter(({ text }) => text >= since);
        const sales = three.reduce((sum, one) => sum + one.sales, 0);
        const length = three.reduce((sum, one) => sum + one.days, 0);
        expect(
          equal(
            simple,
            sales > 0 ? { numerator: BigInt(receivable as number) * BigInt(length), denominator: BigInt(sales) } : undefined,
          ),
        ).toBe(true);
      }
    }),
    small,
  );
});

test('nothing is paid: days to pay are n/a, and so is what divides by it', async () => {
  await fc.assert(
    fc.asyncProperty(invoices, async (all) => {
      const unpaid = all.map((one) => ({ ...one, paidAfter: -1 }));
      const { rows } = await measured(csvOfInvoices(unpaid, 1), request('2026-06-30', { months: 12 }));
      for (const { flow } of rows)
        expect([flow.daysToPay, flow.daysLate, flow.daysLateFloored, flow.paidLateRate]).toEqual([
          undefined,
          undefined,
          undefined,
          undefined,
        ]);
    }),
    small,
  );
});

test('what is posted after the as-of day changes no figure', async () => {
  await fc.assert(
    fc.asyncProperty(invoices, async (all) => {
      const before = csvOfInvoices(all, 1);
      const [head, ...lines] = before.trim().split('\n');
      const asOf = '2025-10-15';
      const known = lines.filter((line) => (line.split(',')[4] as string) <= asOf);
      if (known.length === 0) return;
      const [some, whole] = [
        await measured(`${[head, ...known].join('\n')}\n`, request(asOf)),
        await measured(before, request(asOf)),
      ];
      expect(whole.rows.map(ratiosOf)).toEqual(some.rows.map(ratiosOf));
      expect(whole.rows.map(({ receivable, overdue, sales }) => [receivable, overdue, sales])).toEqual(
        some.rows.map(({ receivable, overdue, sales }) => [receivable, overdue, sales]),
      );
    }),
    small,
  );
});

test('as much sold every day of whole months: counted back and simple DSO are one number at the end of a month', async () => {
  const property = fc.asyncProperty(
    fc.integer({ min: 1, max: 100_000 }),
    fc.integer({ min: 1, max: 9_000_000 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 23 }),
    async (perDay, receivable, window, back) => {
      const end = (plusMonths(day('2026-01-01'), -back) - 1) as Day;
      const last = monthOf(end);
      const sales = Array.from({ length: 40 }, (_, i) => {
        const month = last - i;
        const [begins, ends] = [plusMonths(day('2000-01-01'), month - 24000), plusMonths(day('2000-01-01'), month + 1 - 24000)];
        return { customer: undefined, month, amount: perDay * (ends - begins), currency: EUR };
      });
      const csv = `customer,document,date,due,amount\nA,F1,${isoDay((end - 400) as Day)},,${(receivable / 100).toFixed(2)}\n`;
      const { rows } = await measured(csv, request(isoDay(end), { months: 1, window, sales }));
      const { countBack, simple } = rows[0] as DsoRow;
      if (countBack?.isMore === true) expect(receivable).toBeGreaterThan(perDay * 1150);
      else expect(equal(countBack?.days, simple)).toBe(true);
    },
  );
  await fc.assert(property, { numRuns: runs(60), seed: SEED });
});
