// What must hold of every score? Random histories of customers who buy, pay late, in part or not at all: amounts in another unit, other orders of rows, one more incident, a proceeding.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Currency, isoDay } from '../../src/index.ts';
import { RISK_COLUMNS, type RiskRow, riskOf } from '../../src/measures/risk/risk.ts';
import type { Standing } from '../../src/measures/risk/standing.ts';
import { DEFAULT_RISK, SUB_SCORES } from '../../src/policy/scoring.ts';
import { runs } from '../harness/share.ts';
import { day, openText } from '../peers/library.ts';
import { SEED } from './random-ledger.ts';

const RUNS = runs(25);
const AS_OF = day('2026-06-30');
/** Two years and some months: most histories reach back to both years that are compared. */
const SPAN = 800;

type Invoice = {
  readonly ago: number;
  readonly units: number;
  readonly terms: number;
  /** Days after the due day, and what of it was paid then, in tenths. */
  readonly late: number;
  readonly tenths: number;
  readonly isDisputed: boolean;
  readonly bounces: boolean;
};
type History = readonly { readonly invoices: readonly Invoice[]; readonly limit: number | undefined }[];

const invoice: fc.Arbitrary<Invoice> = fc.record({
  ago: fc.nat(SPAN),
  units: fc.integer({ min: 10, max: 50_000 }),
  terms: fc.constantFrom(0, 30, 60),
  late: fc.oneof(fc.integer({ min: -20, max: 40 }), fc.integer({ min: 0, max: 200 })),
  tenths: fc.constantFrom(0, 3, 10, 10, 10),
  isDisputed: fc.nat(9).map((n) => n === 0),
  bounces: fc.nat(11).map((n) => n === 0),
});
const histories: fc.Arbitrary<History> = fc.array(
  fc.record({
    invoices: fc.array(invoice, { minLength: 1, maxLength: 12 }),
    limit: fc.option(fc.integer({ min: 0, max: 200_000 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 3 },
);

const HEADINGS = 'customer,kind,document,reference,date,due,amount,disputed';

function rowsOf(history: History, scale: number): string[] {
  const row = (...cells: readonly (string | number)[]): string => cells.join(',');
  return history.flatMap(({ invoices }, c) =>
    invoices.flatMap(({ ago, units, terms, late, tenths, isDisputed, bounces }, i) => {
      const [date, due] = [AS_OF - ago, AS_OF - ago + terms];
      const paid = Math.max(date, due + late);
      const part = tenths === 10 ? units : Math.floor((units * tenths) / 10);
      const on = (at: number): string => isoDay(day(isoDay(at as typeof AS_OF)));
      return [
        row(`C${c}`, 'invoice', `INV-${c}-${i}`, '', on(date), on(due), units * scale, isDisputed ? 'yes' : ''),
        ...(part > 0 && paid <= AS_OF
          ? [row(`C${c}`, 'payment', `PAY-${c}-${i}`, `INV-${c}-${i}`, on(paid), '', -part * scale, '')]
          : []),
        ...(part > 0 && bounces && paid < AS_OF
          ? [row(`C${c}`, 'returned', `RET-${c}-${i}`, `PAY-${c}-${i}`, on(paid + 1), '', part * scale, '')]
          : []),
      ];
    }),
  );
}

async function scored(
  history: History,
  {
    scale = 1,
    more = [],
    order = (rows) => rows,
    inProceeding = false,
  }: {
    readonly scale?: number;
    readonly more?: readonly string[];
    readonly order?: (rows: string[]) => string[];
    readonly inProceeding?: boolean;
  } = {},
): Promise<readonly RiskRow[]> {
  const rows = order([...rowsOf(history, scale), ...more]);
  const book = await openText(`${HEADINGS}\n${rows.join('\n')}\n`, RISK_COLUMNS);
  const { ledger } = book;
  const open = book.at(AS_OF).open;
  const standing = (id: string): Standing => {
    const limit = history[Number(id.slice(1))]?.limit;
    return {
      limit: limit === undefined ? undefined : limit * 100 * scale,
      currency: 'EUR' as Currency,
      status: { text: '', is: 'none' },
      proceeding: inProceeding ? { text: 'liquidation', day: undefined } : undefined,
    };
  };
  const { rows: found } = riskOf(book, {
    ...{ asOf: AS_OF, policy: DEFAULT_RISK, customers: undefined, standingOf: standing },
    exposureOf: (id) =>
      open.reduce((sum, amount, row) => (ledger.customers.id(ledger.customer[row] as number) === id ? sum + amount : sum), 0),
  });
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** All that is told of a customer but amounts. */
const told = ({ id, score, class: of, reason, figures, signs }: RiskRow) => ({
  ...{ id, score, of, reason },
  subScores: SUB_SCORES.map((key) => [key, figures[key].score, figures[key].unknown]),
  // What is round depends on the unit.
  signs: signs.filter(({ sign }) => sign !== 'round_payments').map(({ sign, figure }) => [sign, figure?.unit]),
});

const check = (of: (history: History) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(histories, of), { numRuns: RUNS, seed: SEED });

describe(`${RUNS} random histories (seed ${SEED})`, () => {
  test('have scores from 0 to 100, and many of them are scored', async () => {
    let scores = 0;
    await check(async (history) => {
      for (const { score, class: of, figures } of await scored(history)) {
        for (const one of [score, ...SUB_SCORES.map((key) => figures[key].score)]) {
          if (one !== undefined) expect(one >= 0 && one <= 10_000).toBe(true);
        }
        expect(of === undefined).toBe(score === undefined);
        if (score !== undefined) scores++;
      }
    });
    expect(scores).toBeGreaterThan(RUNS / 2);
  });

  test('say the same whatever unit their amounts are in', async () => {
    await check(async (history) => {
      expect((await scored(history, { scale: 7 })).map(told)).toEqual((await scored(history)).map(told));
    });
  });

  test('say the same in another order of rows', async () => {
    await check(async (history) => {
      const reversed = await scored(history, { order: (rows) => rows.reverse() });
      expect(reversed.map(told)).toEqual((await scored(history)).map(told));
    });
  });

  test('are of class D in a proceeding, whatever else', async () => {
    await check(async (history) => {
      for (const { score, class: of } of await scored(history, { inProceeding: true })) expect([score, of]).toEqual([0, 'D']);
    });
  });

  test.each([
    ['that names nothing', ''],
    ['that names the payment', 'PAY-0-0'],
  ])('are never higher for one more returned payment %s', async (_, reference) => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 60_000 }), fc.nat(300), async (history, units, ago) => {
        const first = history[0]?.invoices[0] as Invoice;
        const isNamed = reference !== '';
        const paid = Math.max(AS_OF - first.ago, AS_OF - first.ago + first.terms + first.late);
        // What a payment took back is what it was.
        const amount = isNamed ? (first.tenths === 10 ? first.units : Math.floor((first.units * first.tenths) / 10)) : units;
        const on = isNamed ? Math.min(AS_OF, paid + 1) : AS_OF - ago;
        if (isNamed && (first.bounces || amount === 0 || paid > AS_OF || AS_OF - paid > 360)) return;
        const row = ['C0', 'returned', 'RET-MORE', reference, isoDay(on as typeof AS_OF), '', amount, ''].join(',');
        const [before] = await scored(history);
        const [after] = await scored(history, { more: [row] });
        if (before?.score === undefined || after?.score === undefined) return;
        expect(after.score).toBeLessThanOrEqual(before.score);
      }),
      { numRuns: 3 * RUNS, seed: SEED },
    );
  });
});
