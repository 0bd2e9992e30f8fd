// Is a limit what the rules make of it? Their examples, what is not known, and the history that a ledger tells, held against a plain loop.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Currency, currencyOf, type Day } from '../../src/index.ts';
import { type Known, type LimitPolicy, proposedLimit } from '../../src/measures/credit-limit.ts';
import type { CreditTerms } from '../../src/measures/credit-terms.ts';
import { creditHistories } from '../../src/measures/limit-history.ts';
import { BASES, type Basis } from '../../src/measures/limit-methods.ts';
import { shortfallOf } from '../../src/measures/shortfall.ts';
import { topMonths } from '../../src/measures/top-month.ts';
import { day, openText } from '../peers/library.ts';
import { SEED } from '../properties/random-ledger.ts';

const EUR = currencyOf('EUR') as Currency;
const AS_OF = day('2026-06-30');
const of = (numerator: number, denominator = 1) => ({ numerator, denominator });
const policy: LimitPolicy = {
  ...{ asOf: AS_OF, growth: of(0), netWorthShare: of(1, 10), step: 100, methods: new Set(BASES), firstOrder: new Map() },
  ...{ supplierDebtShare: of(15, 100), totalPurchasesShare: of(3, 100), termsCoefficient: of(1), behaviourCoefficient: of(1) },
  ...{ monthsOfSales: undefined, deliveryLag: 0, invoicingCycle: 0 },
};
/** What is reckoned where nobody asks for more. */
const FOUR: LimitPolicy = { ...policy, methods: new Set(['need', 'behaviour', 'insurer', 'net_worth'] as const) };
const termsOf = (said: Partial<CreditTerms>): CreditTerms => ({
  ...{ currency: EUR, limit: undefined, parts: [], group: '', insurance: undefined, guarantee: undefined },
  ...{ blocked: '', proceeding: '', judgment: undefined },
  ...said,
});
const knownOf = (said: Partial<Known>): Known => ({
  ...{ id: 'C', name: '', currency: EUR, forecast: undefined, sales: undefined, salesOfDays: undefined, termsDays: undefined },
  ...{ daysLate: undefined, peak: undefined, netWorth: undefined, terms: undefined, isNew: false, own: {} },
  ...{ topMonth: undefined, saidPeak: undefined, commitments: undefined, supplierDebt: undefined, totalPurchases: undefined },
  ...said,
});
const insured = (limit: number, until?: Day) => ({
  ...{ limit, share: { numerator: 1, denominator: 1 }, isNet: false, vat: undefined, until },
});
const EUROS = 100;

const committed = (orders: number, unbilled: number, unpaid: number): Known['commitments'] => ({
  ...{ orders: orders * EUROS, unbilled: unbilled * EUROS, unpaid: unpaid * EUROS },
});

type Example = [source: string, said: Partial<Known>, how: Partial<LimitPolicy>, basis: Basis, euros: number];

describe('rules §1.7', () => {
  test.each<Example>([
    ['rules §1.7, need: 240 000 × 45 / 360 = 30 000', { forecast: 240_000 * EUROS, termsDays: 4_500 }, {}, 'need', 30_000],
    [
      'rules §1.7, need with lateness: 240 000 × (45 + 15) / 360',
      { forecast: 240_000 * EUROS, termsDays: 4_500, daysLate: 1_500 },
      {},
      'need',
      40_000,
    ],
    [
      'rules §1.7, need with delivery lag: 240 000 × (45 + 15 + 6) / 360',
      { forecast: 240_000 * EUROS, termsDays: 4_500, daysLate: 1_500 },
      { deliveryLag: 600 },
      'need',
      44_000,
    ],
    [
      'rules §1.7, terms and lateness: 20 000 × (45 + 15) / 30 = 40 000',
      { saidPeak: 20_000 * EUROS, termsDays: 4_500, daysLate: 1_500 },
      {},
      'peak',
      40_000,
    ],
    [
      'rules §1.7, the same 15 days as invoicing cycle',
      { topMonth: { amount: 20_000 * EUROS, month: AS_OF }, termsDays: 4_500 },
      { invoicingCycle: 1_500 },
      'peak',
      40_000,
    ],
    [
      'rules §1.7, AFDCC: (10 000 + 5 000 + 30 000) × 1.1 × 0.9 = 44 550',
      { commitments: committed(10_000, 5_000, 30_000) },
      { termsCoefficient: of(11, 10), behaviourCoefficient: of(9, 10) },
      'afdcc',
      44_550,
    ],
    [
      'rules §1.7, fraction of annual purchases: 2/12 × 240 000 = 40 000',
      { forecast: 240_000 * EUROS },
      { monthsOfSales: of(2) },
      'months_of_sales',
      40_000,
    ],
    ['rules §1.7, net worth: 500 000 × 10 % = 50 000', { netWorth: 500_000 * EUROS }, {}, 'net_worth', 50_000],
    ['rules §1.7, supplier debt: 300 000 × 15 % = 45 000', { supplierDebt: 300_000 * EUROS }, {}, 'supplier_debt', 45_000],
    ['rules §1.7, purchases: 1.2M × 3 % = 36 000', { totalPurchases: 1_200_000 * EUROS }, {}, 'total_purchases', 36_000],
    [
      'rules §1.7, behaviour: the most paid in time × (1 + g)',
      { peak: { amount: 12_345 * EUROS, day: AS_OF }, daysLate: 0 },
      { growth: of(5, 100) },
      'behaviour',
      12_962.25,
    ],
    [
      'rules §1.7, behaviour: a first-order cap for who is new',
      { isNew: true },
      { firstOrder: new Map([[EUR, 2_500 * EUROS]]), growth: of(5, 100) },
      'behaviour',
      2_500,
    ],
    [
      'rules §1.7: the insurer’s agreement is a cap',
      { terms: termsOf({ insurance: insured(8_000 * EUROS, AS_OF) }) },
      {},
      'insurer',
      8_000,
    ],
    [
      'who pays early needs no less than the terms',
      { forecast: 36_000 * EUROS, termsDays: 3_000, daysLate: -900 },
      {},
      'need',
      3_000,
    ],
    ['equity that is lost', { netWorth: -1 }, {}, 'net_worth', 0],
    ['half a year of sales is doubled', { sales: 1_000 * EUROS, salesOfDays: 181, termsDays: 3_600 }, {}, 'need', 201.66],
    [
      'what the table says of a customer goes before what holds for all',
      {
        commitments: committed(100, 0, 0),
        own: { termsCoefficient: of(2), behaviourCoefficient: of(5, 10) },
      },
      { termsCoefficient: of(3), behaviourCoefficient: of(3) },
      'afdcc',
      100,
    ],
  ])('%s', (_, said, how, basis, euros) => {
    expect(proposedLimit(knownOf(said), { ...policy, ...how }).by[basis]).toBe(Math.round(euros * EUROS));
  });

  test.each<[string, Partial<Known>, Partial<LimitPolicy>, Basis, number]>([
    // 1.01 × 0.5 × 0.5: rounded after each, 0.51 and then 0.26; rounded once, 0.25.
    [
      'two coefficients are one product: 101 × 0.5 × 0.5 = 25.25',
      { commitments: { orders: 101, unbilled: 0, unpaid: 0 } },
      { termsCoefficient: of(5, 10), behaviourCoefficient: of(5, 10) },
      'afdcc',
      25,
    ],
    [
      'halves go up: 10 × 0.5 × 0.5 = 2.5',
      { commitments: { orders: 10, unbilled: 0, unpaid: 0 } },
      { termsCoefficient: of(5, 10), behaviourCoefficient: of(5, 10) },
      'afdcc',
      3,
    ],
    [
      'growth and days are one product: 1 × 1.5 × 10 ÷ 30 = 0.5',
      { topMonth: { amount: 1, month: AS_OF }, termsDays: 1_000 },
      { growth: of(5, 10) },
      'peak',
      1,
    ],
    [
      'beyond what a double holds: 9 007 199 254 740 × 1.000001 × 0.999999',
      { commitments: { orders: 9_007_199_254_740, unbilled: 0, unpaid: 0 } },
      { termsCoefficient: of(1_000_001, 1_000_000), behaviourCoefficient: of(999_999, 1_000_000) },
      'afdcc',
      9_007_199_254_731,
    ],
  ])('%s', (_, said, how, basis, units) => {
    expect(proposedLimit(knownOf(said), { ...policy, ...how }).by[basis]).toBe(units);
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
    const found = proposedLimit(knownOf(said), FOUR);
    expect(found.reasons.join(' ')).toBe(reasons);
    expect(found.proposed !== undefined).toBe(isProposed);
  });
});

describe('of methods that are asked for, too', () => {
  test.each<[string, Basis, Partial<Known>, Partial<LimitPolicy>, string]>([
    ['no orders are known', 'afdcc', {}, {}, 'orders_unknown'],
    ['nothing is ordered or owed', 'afdcc', { commitments: committed(0, 0, 0) }, {}, 'nothing_committed'],
    ['credits are more than all of it', 'afdcc', { commitments: committed(5, 0, -5) }, {}, 'nothing_committed'],
    ['nobody says how many months', 'months_of_sales', { forecast: 1 }, {}, 'months_unknown'],
    ['no sales are known', 'months_of_sales', {}, { monthsOfSales: of(2) }, 'history_missing'],
    ['no month is known', 'peak', { termsDays: 1 }, {}, 'history_missing'],
    ['nothing was sold', 'peak', { topMonth: { amount: 0, month: AS_OF }, termsDays: 1 }, {}, 'no_sales'],
    ['a month is known, and no terms', 'peak', { saidPeak: 1 }, {}, 'terms_unknown'],
    ['no debt to suppliers is known', 'supplier_debt', {}, {}, 'supplier_debt_unknown'],
    ['no purchases are known', 'total_purchases', {}, {}, 'total_purchases_unknown'],
  ])('%s', (_, basis, said, how, reason) => {
    const found = proposedLimit(knownOf(said), { ...policy, methods: new Set([basis]), ...how });
    expect([found.by[basis], found.proposed, found.reasons.join(' ')]).toEqual([undefined, undefined, reason]);
  });

  test('a debt of 0 is known, and binds', () => {
    expect(proposedLimit(knownOf({ supplierDebt: 0 }), policy)).toMatchObject({ proposed: 0, binding: 'supplier_debt' });
  });

  const amount = fc.integer({ min: 0, max: 10_000_000 });
  const factor = fc.record({ numerator: fc.integer({ min: 1, max: 300 }), denominator: fc.constant(100) });
  const anybody = fc.record({
    ...{ forecast: amount, saidPeak: amount, termsDays: fc.nat(9_000), daysLate: fc.integer({ min: -3_000, max: 9_000 }) },
    ...{ paid: amount, insured: amount, netWorth: amount, supplierDebt: amount, totalPurchases: amount },
    ...{ orders: amount, unbilled: amount, unpaid: amount, proceeding: fc.boolean() },
  });
  type Anybody = typeof anybody extends fc.Arbitrary<infer T> ? T : never;
  const knownAs = (one: Anybody, by: number): Known =>
    knownOf({
      ...{ forecast: one.forecast * by, saidPeak: one.saidPeak * by, netWorth: one.netWorth * by },
      ...{ supplierDebt: one.supplierDebt * by, totalPurchases: one.totalPurchases * by },
      ...{ termsDays: one.termsDays, daysLate: one.daysLate, peak: { amount: one.paid * by, day: AS_OF } },
      commitments: { orders: one.orders * by, unbilled: one.unbilled * by, unpaid: one.unpaid * by },
      terms: termsOf({ insurance: insured(one.insured * by), proceeding: one.proceeding ? 'sauvegarde' : '' }),
    });

  test('amounts of k times as much make limits of k times as much, to the rounding of one', () => {
    fc.assert(
      fc.property(anybody, fc.integer({ min: 2, max: 50 }), factor, factor, (one, k, terms, behaviour) => {
        const how = { ...policy, monthsOfSales: of(25, 10), termsCoefficient: terms, behaviourCoefficient: behaviour };
        const [once, often] = [proposedLimit(knownAs(one, 1), how).by, proposedLimit(knownAs(one, k), how).by];
        for (const basis of BASES) {
          if (once[basis] === undefined) expect(often[basis]).toBeUndefined();
          else expect(Math.abs((often[basis] as number) - (once[basis] as number) * k)).toBeLessThanOrEqual(k / 2 + 1);
        }
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  test('the smallest of those asked for binds, none above it; in a proceeding it is 0', () => {
    fc.assert(
      fc.property(anybody, fc.subarray([...BASES], { minLength: 1 }), (one, methods) => {
        const found = proposedLimit(knownAs(one, 1), { ...policy, monthsOfSales: of(2), methods: new Set(methods) });
        const figures = BASES.flatMap((basis) => found.by[basis] ?? []);
        for (const basis of BASES) if (!methods.includes(basis)) expect(found.by[basis]).toBeUndefined();
        if (one.proceeding) expect([found.binding, found.proposed]).toEqual(['proceeding', 0]);
        else if (figures.length === 0) expect([found.binding, found.proposed]).toEqual([undefined, undefined]);
        else {
          expect(found.by[found.binding as Basis]).toBe(Math.min(...figures));
          expect(found.proposed).toBeLessThanOrEqual(Math.min(...figures));
        }
      }),
      { numRuns: 100, seed: SEED },
    );
  });
});

describe('who needs more than may be owed (rules §1.7: guarantees, a deposit, shorter terms)', () => {
  const needs = { forecast: 240_000 * EUROS, termsDays: 4_500, daysLate: 1_500 };
  test.each<[string, Partial<Known>, [number, number, number | undefined] | undefined]>([
    [
      '40 000 needed and 30 000 borne: 10 000 are missing, and 30 days of terms fit',
      { ...needs, netWorth: 300_000 * EUROS },
      [40_000, 10_000, 30],
    ],
    ['a day less than would be too many', { ...needs, netWorth: 299_999 * EUROS }, [40_000, 10_100, 29]],
    ['lateness alone is too much: no terms would do', { ...needs, netWorth: 90_000 * EUROS }, [40_000, 31_000, undefined]],
    ['what is needed is given', { ...needs, netWorth: 500_000 * EUROS }, undefined],
    ['what is needed is not known', { netWorth: 500_000 * EUROS }, undefined],
    ['in a proceeding all of it', { ...needs, terms: termsOf({ proceeding: 'sauvegarde' }) }, [40_000, 40_000, undefined]],
  ])('%s', (_, said, expected) => {
    const found = shortfallOf(proposedLimit(knownOf(said), FOUR));
    if (expected === undefined) expect(found).toBeUndefined();
    else
      expect([found?.need, found?.missing, found?.fittingTerms]).toEqual([expected[0] * EUROS, expected[1] * EUROS, expected[2]]);
  });
});

describe('the history of a ledger', () => {
  test('begins on 1 March where it ends in the February after a leap year: no month counts twice', async () => {
    const text = 'C,invoice,F1,,2024-02-29,2024-03-31,100.00,\nC,invoice,F2,,2024-03-01,2024-03-31,5.00,';
    const book = await openText(`customer,kind,document,reference,date,due,amount,settled_on\n${text}\n`);
    const asOf = day('2025-02-28');
    const [row] = creditHistories(book, { asOf, customers: undefined, grace: 0 }).rows;
    expect(row?.sales).toBe(500);
    expect(topMonths(book, asOf)(row?.customer ?? -1, 0)).toEqual({ amount: 500, month: day('2024-03-01') });
  });

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

  test('days are rounded half up from exact sums: 1.005 days are 1.01, which a binary fraction misses, and so does one of very large amounts', async () => {
    const rows = 'C,invoice,F1,,2026-01-01,2026-01-02,9.95,\nC,invoice,F2,,2026-01-01,2026-01-03,0.05,';
    expect((await historyOf(rows)).rows[0]?.termsDays).toBe(101);
    const large = '40000000000000.01';
    const paid = `C,invoice,F1,,2026-01-01,2026-03-02,${large},\nC,payment,P,F1,2026-05-31,,-${large},`;
    expect((await historyOf(paid)).rows[0]).toMatchObject({ termsDays: 6_000, daysLate: 9_000 });
  });

  test('a column tells the day of a payment, or tells nothing of it', async () => {
    const columns = 'C,invoice,F1,,2026-01-01,2026-01-31,100.00,';
    expect((await historyOf(`${columns}2026-02-02`)).rows[0]).toMatchObject({ daysLate: 200, peak: { amount: 0 } });
    const book = await openText('customer,document,date,due,amount,paid_amount\nC,F1,2026-01-01,2026-01-31,100.00,100.00\n');
    expect(creditHistories(book, { asOf: AS_OF, customers: undefined, grace: 0 }).rows[0]?.peak).toBeUndefined();
  });

  test('of several firms the books of each begin on their own, and each may be a list of open items', async () => {
    const head = 'entity,customer,kind,document,reference,date,due,amount\n';
    const young = 'E1,C,invoice,F1,,2026-05-01,2026-06-01,100.00\nE1,C,payment,P1,F1,2026-05-20,,-100.00\n';
    const old = 'E2,D,invoice,F2,,2025-08-01,2025-09-01,300.00\n';
    const book = await openText(head + young + old);
    const of = (id: string) =>
      creditHistories(book, { asOf: AS_OF, customers: new Set(book.ledger.customers.find(id)), grace: 0 });
    expect(of('C')).toMatchObject({ begins: day('2026-05-01'), isOpenItemsOnly: false });
    expect(of('D')).toMatchObject({ begins: day('2025-08-01'), isOpenItemsOnly: true });
    // Of somebody whom only a table knows the whole ledger tells what it is.
    expect(creditHistories(book, { asOf: AS_OF, customers: new Set(), grace: 0 }).isOpenItemsOnly).toBe(false);
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
