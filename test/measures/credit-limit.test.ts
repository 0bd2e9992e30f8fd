// Is a limit what the rules make of it? Their examples, what is not known, and the history that a ledger tells, held against a plain loop.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Currency, currencyOf, type Day } from '../../src/index.ts';
import { type Known, type LimitPolicy, proposedLimit } from '../../src/measures/credit-limit.ts';
import type { CreditTerms } from '../../src/measures/credit-terms.ts';
import { creditHistories } from '../../src/measures/limit-history.ts';
import { day, openText } from '../peers/library.ts';
import { SEED } from '../properties/random-ledger.ts';

const EUR = currencyOf('EUR') as Currency;
const AS_OF = day('2026-06-30');
const policy: LimitPolicy = {
  ...{ asOf: AS_OF, growth: { numerator: 0, denominator: 1 }, netWorthShare: { numerator: 1, denominator: 10 }, step: 100 },
};
const termsOf = (said: Partial<CreditTerms>): CreditTerms => ({
  ...{ currency: EUR, limit: undefined, parts: [], group: '', insurance: undefined, guarantee: undefined },
  ...{ blocked: '', proceeding: '', judgment: undefined },
  ...said,
});
const knownOf = (said: Partial<Known>): Known => ({
  ...{ id: 'C', name: '', currency: EUR, forecast: undefined, sales: undefined, salesOfDays: undefined, termsDays: undefined },
  ...{ daysLate: undefined, peak: undefined, netWorth: undefined, terms: undefined },
  ...said,
});
const insured = (limit: number, until?: Day) => ({
  ...{ limit, share: { numerator: 1, denominator: 1 }, isNet: false, vat: undefined, until },
});
const EUROS = 100;

describe('rules §1.7', () => {
  test.each<[string, Partial<Known>, keyof ReturnType<typeof proposedLimit>['by'], number]>([
    ['need: 240,000 × 45 ÷ 360', { forecast: 240_000 * EUROS, termsDays: 4_500 }, 'need', 30_000],
    [
      'terms and lateness: 20,000 a month × (45 + 15) ÷ 30',
      { forecast: 240_000 * EUROS, termsDays: 4_500, daysLate: 1_500 },
      'need',
      40_000,
    ],
    [
      'who pays early needs no less than the terms',
      { forecast: 240_000 * EUROS, termsDays: 4_500, daysLate: -900 },
      'need',
      30_000,
    ],
    ['10 % of 500,000 of equity', { netWorth: 500_000 * EUROS }, 'net_worth', 50_000],
    ['equity that is lost', { netWorth: -1 }, 'net_worth', 0],
    [
      'behaviour: the most that was paid in time',
      { peak: { amount: 12_345 * EUROS, day: AS_OF }, daysLate: 0 },
      'behaviour',
      12_345,
    ],
    ['the insurer’s agreement is a cap', { terms: termsOf({ insurance: insured(8_000 * EUROS, AS_OF) }) }, 'insurer', 8_000],
    ['half a year of sales is doubled', { sales: 1_000 * EUROS, salesOfDays: 181, termsDays: 3_600 }, 'need', 201.66],
  ])('%s', (_, said, basis, euros) => {
    expect(proposedLimit(knownOf(said), policy).by[basis]).toBe(Math.round(euros * EUROS));
  });

  test('growth lifts what the ledger knows, and no forecast', () => {
    const growth = { numerator: 5, denominator: 100 };
    const known = knownOf({ sales: 36_000, termsDays: 3_000, daysLate: 0, peak: { amount: 1_000, day: AS_OF } });
    expect(proposedLimit(known, { ...policy, growth }).by).toMatchObject({ need: 3_150, behaviour: 1_050 });
    expect(proposedLimit({ ...known, forecast: 36_000 }, { ...policy, growth }).by.need).toBe(3_000);
  });
});

describe('the smallest binds', () => {
  const known = knownOf({
    ...{ sales: 12_000 * EUROS, termsDays: 3_000, daysLate: 0, peak: { amount: 1_999_99, day: AS_OF }, netWorth: 90_000 * EUROS },
    terms: termsOf({ limit: 1_500 * EUROS, insurance: insured(5_000 * EUROS) }),
  });
  test.each<[string, Partial<Known>, Partial<LimitPolicy>, string | undefined, number | undefined, number | undefined]>([
    ['need', {}, {}, 'need', 1_000, -500],
    ['behaviour', { sales: 120_000 * EUROS }, {}, 'behaviour', 1_900, 400],
    ['in steps of 50', { sales: 120_000 * EUROS }, { step: 50 }, 'behaviour', 1_950, 450],
    ['insurer', { terms: termsOf({ insurance: insured(0) }) }, {}, 'insurer', 0, undefined],
    ['net worth', { netWorth: 0 }, {}, 'net_worth', 0, -1_500],
    [
      'less than a step goes down to a whole unit',
      { sales: 500_99, peak: { amount: 99_999, day: AS_OF } },
      {},
      'need',
      41,
      -1_459,
    ],
    ['a collective proceeding', { terms: termsOf({ limit: 10 * EUROS, proceeding: 'sauvegarde' }) }, {}, 'proceeding', 0, -10],
    ['a cell that denies one', { terms: termsOf({ limit: 1_500 * EUROS, proceeding: 'Néant' }) }, {}, 'need', 1_000, -500],
    [
      'a judgment of the day after',
      { terms: termsOf({ limit: 1_500 * EUROS, judgment: (AS_OF + 1) as Day }) },
      {},
      'need',
      1_000,
      -500,
    ],
  ])('%s', (_, said, how, binding, proposed, change) => {
    const found = proposedLimit({ ...known, ...said }, { ...policy, ...how });
    expect([found.binding, found.proposed, found.change]).toEqual([
      binding,
      ...[proposed, change].map((euros) => (euros === undefined ? undefined : euros * EUROS)),
    ]);
  });
});

describe('what is not known is said, and never nothing', () => {
  test.each<[string, Partial<Known>, string, boolean]>([
    ['nobody known', {}, 'history_missing', false],
    ['nothing sold', { sales: 0 }, 'no_sales no_payment', false],
    ['no terms', { sales: 1, peak: { amount: 1, day: AS_OF }, daysLate: 0 }, 'terms_unknown', true],
    ['nothing paid yet', { sales: 36_000, termsDays: 3_000 }, 'no_payment', true],
    [
      'nothing paid in time',
      { sales: 36_000, termsDays: 3_000, daysLate: 100, peak: { amount: 0, day: AS_OF } },
      'none_in_time',
      true,
    ],
    [
      'paid before it was owed',
      { sales: 36_000, termsDays: 3_000, daysLate: -100, peak: { amount: 0, day: AS_OF } },
      'paid_at_once',
      true,
    ],
    ['a short history', { sales: 36_000, salesOfDays: 100, termsDays: 3_000 }, 'no_payment history_short', true],
    [
      'an agreement that has ended',
      { terms: termsOf({ insurance: insured(5, (AS_OF - 1) as Day) }) },
      'history_missing insurance_expired',
      false,
    ],
    [
      'a limit in dollars',
      { terms: termsOf({ currency: currencyOf('USD') as Currency, limit: 5 }) },
      'history_missing limit_in_currency',
      false,
    ],
  ])('%s', (_, said, reasons, isProposed) => {
    const found = proposedLimit(knownOf(said), policy);
    expect(found.reasons.join(' ')).toBe(reasons);
    expect(found.proposed !== undefined).toBe(isProposed);
  });
});

describe('the history of a ledger', () => {
  const historyOf = async (rows: string, grace = 0) => {
    const book = await openText(`customer,kind,document,reference,date,due,amount,settled_on\n${rows}\n`);
    return creditHistories(book, { asOf: AS_OF, customers: undefined, grace });
  };
  const F = 'C,invoice,F1,,2026-01-01,2026-01-31,100.00,\n';

  test('sales are of twelve months, credit notes off, and nothing else', async () => {
    const rows = `${F}C,invoice,F0,,2025-06-30,2025-07-30,7.00,\nC,invoice,F2,,2025-07-01,2025-07-31,5.00,\nC,credit_note,A1,,2026-02-01,,-20.00,\nC,charge,H1,,2026-02-01,,3.00,\nC,invoice,F3,,2026-07-01,2026-07-31,1.00,`;
    expect((await historyOf(rows)).rows[0]).toMatchObject({
      sales: 8_500,
      termsDays: 3_000,
      daysLate: undefined,
      peak: undefined,
    });
  });

  test.each<[string, string, number, number | undefined, [number, string] | undefined]>([
    ['paid on the due day', 'C,payment,P,F1,2026-01-31,,-100.00,', 0, 0, [10_000, '2026-01-01']],
    ['paid a day late', 'C,payment,P,F1,2026-02-01,,-100.00,', 0, 100, [0, '']],
    ['a day late, within the grace', 'C,payment,P,F1,2026-02-01,,-100.00,', 1, 100, [10_000, '2026-01-01']],
    [
      'half in time, half late',
      'C,payment,P,F1,2026-01-21,,-50.00,\nC,payment,Q,F1,2026-02-10,,-50.00,',
      0,
      0,
      [5_000, '2026-01-01'],
    ],
    ['before it was invoiced', 'C,payment,P,F1,2025-12-22,,-100.00,', 0, -4_000, [0, '']],
    ['on the day of the invoice', 'C,payment,P,F1,2026-01-01,,-100.00,', 0, -3_000, [0, '']],
    ['by a credit note', 'C,credit_note,P,F1,2026-01-21,,-100.00,', 0, undefined, undefined],
    [
      'a payment that came back',
      'C,payment,P,F1,2026-01-21,,-100.00,\nC,returned,R,F1,2026-01-25,,100.00,',
      0,
      undefined,
      undefined,
    ],
    [
      'with another invoice open',
      'C,payment,P,F1,2026-01-31,,-100.00,\nC,invoice,F2,,2026-01-11,2026-02-10,30.00,\nC,payment,Q,F2,2026-02-10,,-30.00,',
      0,
      0,
      [13_000, '2026-01-11'],
    ],
    [
      'and the next invoiced on the day it was paid',
      'C,payment,P,F1,2026-01-31,,-100.00,\nC,invoice,F2,,2026-01-31,2026-02-28,30.00,\nC,payment,Q,F2,2026-02-28,,-30.00,',
      0,
      0,
      [10_000, '2026-01-01'],
    ],
  ])('an invoice %s', async (_, rows, grace, late, peak) => {
    const [row] = (await historyOf(F + rows, grace)).rows;
    expect(row?.daysLate).toBe(late);
    if (peak === undefined) expect(row?.peak).toBeUndefined();
    else if (peak[0] === 0) expect(row?.peak?.amount).toBe(0);
    else expect(row?.peak).toEqual({ amount: peak[0], day: day(peak[1]) });
  });

  test('a column tells the day of a payment, or tells nothing of it', async () => {
    const columns = 'C,invoice,F1,,2026-01-01,2026-01-31,100.00,';
    expect((await historyOf(`${columns}2026-02-02`)).rows[0]).toMatchObject({ daysLate: 200, peak: { amount: 0 } });
    const book = await openText('customer,document,date,due,amount,paid_amount\nC,F1,2026-01-01,2026-01-31,100.00,100.00\n');
    expect(creditHistories(book, { asOf: AS_OF, customers: undefined, grace: 0 }).rows[0]?.peak).toBeUndefined();
  });

  test('a ledger of which nothing is settled holds open items only', async () => {
    expect((await historyOf(F)).isOpenItemsOnly).toBe(true);
    expect((await historyOf(`${F}C,payment,P,F1,2026-02-01,,-99.99,`)).isOpenItemsOnly).toBe(true);
    expect((await historyOf(`${F}C,payment,P,F1,2026-02-01,,-100.00,`)).isOpenItemsOnly).toBe(false);
  });

  test('the most owed is that of a plain look at each day', async () => {
    const invoices = fc.array(
      fc.record({
        from: fc.nat(420),
        terms: fc.nat(60),
        paid: fc.integer({ min: -5, max: 90 }),
        amount: fc.integer({ min: 1, max: 500 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(invoices, async (all) => {
        const at = (n: number): Day => (day('2025-05-15') + n) as Day;
        const iso = (d: Day): string => new Date(d * 86_400_000).toISOString().slice(0, 10);
        const rows = all.flatMap(({ from, terms, paid, amount }, i) => [
          `C,invoice,F${i},,${iso(at(from))},${iso(at(from + terms))},${amount}.00,`,
          `C,payment,P${i},F${i},${iso(at(from + paid))},,-${amount}.00,`,
        ]);
        const [row] = (await historyOf(rows.join('\n'))).rows;
        const since = day('2025-07-01');
        const paidBy = all.filter(({ from, paid }) => at(from) <= AS_OF && at(from + paid) <= AS_OF && at(from + paid) >= since);
        let most = 0;
        for (let today = since; today <= AS_OF; today++) {
          const owed = paidBy.filter(({ from, terms, paid }) => paid <= terms && at(from) <= today && today < at(from + paid));
          most = Math.max(
            most,
            owed.reduce((sum, { amount }) => sum + amount * EUROS, 0),
          );
        }
        if (paidBy.length === 0) expect(row?.peak).toBeUndefined();
        else expect(row?.peak?.amount).toBe(most);
      }),
      { numRuns: 150, seed: SEED },
    );
  });
});
