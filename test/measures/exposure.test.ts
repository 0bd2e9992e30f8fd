// Are exposure, risk and cover what the rules and the systems of others make of them? One line a rule, each with its source.
import { describe, expect, test } from 'vitest';
import { type Currency, currencyOf, type Day } from '../../src/index.ts';
import { coverOf, type Guarantee, type Insurance } from '../../src/measures/cover.ts';
import type { CreditTerms } from '../../src/measures/credit-terms.ts';
import { type ExposurePolicy, exposuresOf } from '../../src/measures/exposure.ts';
import type { GroupLimit } from '../../src/measures/exposure-groups.ts';
import { keyOf, nothingOf, type Position, withBeside } from '../../src/measures/exposure-position.ts';
import { day } from '../peers/library.ts';

const EUR = currencyOf('EUR') as Currency;
const USD = currencyOf('USD') as Currency;
const AS_OF = day('2026-06-30');
const ALL = { numerator: 1, denominator: 1 };
const policy: ExposurePolicy = { asOf: AS_OF, watch: { numerator: 8, denominator: 10 }, blockAfter: 30, insuresOrders: false };

const positionOf = (parts: Partial<Position>, id = 'C'): Position => ({ ...nothingOf(id, '', EUR), ...parts });
const termsOf = (said: Partial<CreditTerms>): CreditTerms => ({
  ...{ currency: EUR, limit: undefined, parts: [], group: '', insurance: undefined, guarantee: undefined },
  ...{ blocked: '', proceeding: '', judgment: undefined },
  ...said,
});
const insuranceOf = (said: Partial<Insurance>): Insurance => ({
  ...{ limit: 80_000, share: ALL, isNet: false, vat: undefined, until: undefined },
  ...said,
});

/** Status and keys of the reasons of one customer. */
function judged(
  parts: Partial<Position>,
  said: Partial<CreditTerms> | undefined,
  how: Partial<ExposurePolicy> = {},
  groups: GroupLimit[] = [],
): string {
  const terms = said === undefined ? undefined : termsOf(said);
  const [row] = exposuresOf([positionOf(parts)], () => terms, groups, { ...policy, ...how }).rows;
  return [row?.status, ...(row?.reasons ?? []).map(({ key }) => key)].join(' ');
}

describe('credit notes to be made out (4198) lower the risk as deposits do (rules §1.6), and are no deposit', () => {
  const position = positionOf({ balance: 1_000, orders: 500, deposits: 100, creditNotes: 100 });

  test('no order was paid with them, so an insurer covers what they leave of what was delivered', () => {
    const [row] = exposuresOf([position], () => termsOf({ insurance: insuranceOf({}) }), [], policy).rows;
    expect(row).toMatchObject({ grossRisk: 1_400, cover: { insurable: 900, covered: 900 }, netRisk: 500 });
  });

  test('a deposit that the table of orders tells of is another amount', () => {
    const orders = { id: 'C', name: '', currency: EUR, undelivered: 0, unbilled: 0, deposits: 40, discountedBills: 0 };
    const found = withBeside(new Map([[keyOf(position), position]]), new Map([[keyOf(position), orders]]));
    expect(found.get(keyOf(position))).toMatchObject({ deposits: 140, creditNotes: 100 });
  });
});

test('the example of rules §1.6: 105,000 of exposure, 100,000 at risk, 72,000 covered, 28,000 left, 15,000 over a limit of 90,000', () => {
  const position = positionOf({ balance: 60_000, bills: 15_000, unbilled: 6_000, orders: 24_000, deposits: 5_000 });
  const insurance = insuranceOf({ share: { numerator: 9, denominator: 10 } });
  const [row] = exposuresOf([position], () => termsOf({ limit: 90_000, insurance }), [], policy).rows;
  expect(row).toMatchObject({
    exposure: 105_000,
    grossRisk: 100_000,
    netRisk: 28_000,
    limit: 90_000,
    status: 'over',
    isOver: true,
  });
  expect(row?.cover).toMatchObject({ insurable: 81_000, insured: 72_000, covered: 72_000 });
  expect((row?.exposure as number) / (row?.limit as number)).toBeCloseTo(1.1667, 4);
});

describe('what an insurer pays', () => {
  const risk = { gross: 100, orders: 0, deposits: 0 };
  const nine = { numerator: 9, denominator: 10 };
  test.each<[string, typeof risk, Partial<Insurance>, boolean, number]>([
    ['its share of the risk below its limit', risk, { limit: 200, share: nine }, false, 90],
    ['its share of its limit', risk, { limit: 50, share: nine }, false, 45],
    ['no undelivered order', { gross: 100, orders: 30, deposits: 0 }, { limit: 200 }, false, 70],
    ['undelivered orders where that is said', { gross: 100, orders: 30, deposits: 0 }, { limit: 200 }, true, 100],
    [
      'what deposits leave of orders is not covered, and no more',
      { gross: 90, orders: 30, deposits: 10 },
      { limit: 200 },
      false,
      70,
    ],
    [
      'never beyond the gross risk where deposits exceed orders',
      { gross: 40, orders: 30, deposits: 60 },
      { limit: 200 },
      false,
      40,
    ],
    ['nothing of a customer in credit', { gross: -5, orders: 0, deposits: 0 }, { limit: 200 }, false, 0],
    [
      'the amount without tax',
      { gross: 120, orders: 0, deposits: 0 },
      { limit: 200, isNet: true, vat: { numerator: 2, denominator: 10 } },
      false,
      100,
    ],
    [
      'half a cent up',
      { gross: 101, orders: 0, deposits: 0 },
      { limit: 200, share: { numerator: 5, denominator: 10 } },
      false,
      51,
    ],
    ['nothing without tax where the tax is not known', risk, { limit: 200, isNet: true }, false, 0],
    ['on the last day', risk, { limit: 200, until: AS_OF }, false, 100],
    ['nothing from the day after', risk, { limit: 200, until: (AS_OF - 1) as Day }, false, 0],
    ['nothing up to a limit of nothing', risk, { limit: 0 }, false, 0],
  ])('%s', (_, of, said, coversOrders, insured) => {
    expect(coverOf(of, insuranceOf(said), undefined, AS_OF, coversOrders).insured).toBe(insured);
  });
});

describe('what a guarantee pays', () => {
  const risk = { gross: 100, orders: 100, deposits: 0 };
  test.each<[string, Insurance | undefined, Guarantee, number]>([
    ['up to its amount', undefined, { amount: 30, until: undefined }, 30],
    ['no more than the risk, orders with it', undefined, { amount: 300, until: undefined }, 100],
    ['on its last day', undefined, { amount: 30, until: AS_OF }, 30],
    ['nothing from the day after', undefined, { amount: 30, until: (AS_OF - 1) as Day }, 0],
  ])('%s', (_, insurance, guarantee, guaranteed) => {
    expect(coverOf(risk, insurance, guarantee, AS_OF, false).guaranteed).toBe(guaranteed);
  });

  test('what the insurer leaves, and no more', () => {
    const cover = coverOf(
      { gross: 100, orders: 0, deposits: 0 },
      insuranceOf({ limit: 90 }),
      { amount: 30, until: undefined },
      AS_OF,
      false,
    );
    expect(cover).toMatchObject({ insured: 90, left: 10, guaranteed: 10, covered: 100 });
  });
});

describe('a status', () => {
  const owed = { balance: 100 };
  test.each<[string, string, Partial<Position>, Partial<CreditTerms> | undefined, Partial<ExposurePolicy>]>([
    // peer-cases G1 (Tryton account_credit_limit): none is none, 0 is a limit.
    ['no_limit limit_missing', 'G1: receivable 100, limit none', owed, {}, {}],
    ['no_limit limit_missing', 'a customer the table does not hold', owed, undefined, {}],
    ['over over_limit', 'G1: receivable 100, limit 0', owed, { limit: 0 }, {}],
    ['ok', 'G1: receivable 100, limit 200', owed, { limit: 200 }, {}],
    ['over over_limit', 'G1: limit 100, receivable 100, an order of 50', { balance: 100, orders: 50 }, { limit: 100 }, {}],
    ['ok', 'G1: limit 200, exposure 150', { balance: 100, orders: 50 }, { limit: 200 }, {}],
    ['ok', 'nothing owed, limit 0', {}, { limit: 0 }, {}],
    // rules §1.6: 80 % amber, 100 % red.
    ['ok', '79.99 % of the limit', { balance: 7_999 }, { limit: 10_000 }, {}],
    ['watch watch_limit', '80 % of the limit', { balance: 8_000 }, { limit: 10_000 }, {}],
    ['watch watch_limit', 'exactly at the limit', { balance: 10_000 }, { limit: 10_000 }, {}],
    ['over over_limit', 'a cent over the limit', { balance: 10_001 }, { limit: 10_000 }, {}],
    ['ok', '80 % where 90 % is watched', { balance: 8_000 }, { limit: 10_000 }, { watch: { numerator: 9, denominator: 10 } }],
    // cases E1, peer-cases G3 (OCA account_financial_risk): 550 unpaid; a part has a limit of its own. Theirs of 0 is none, ours is a limit.
    ['over over_limit', 'E1: risk 550, limit 100', { balance: 550, overdue: 550 }, { limit: 100 }, {}],
    ['ok', 'E1: risk 550, limit 1100', { balance: 550, overdue: 550 }, { limit: 1100 }, {}],
    [
      'over over_overdue',
      'G3: unpaid 550, limit of the unpaid 499',
      { balance: 550, overdue: 550 },
      { limit: 1100, parts: [{ part: 'overdue', limit: 499 }] },
      {},
    ],
    [
      'over over_not_due',
      'G3: open 550 due today, limit of the open 300',
      { balance: 1100, overdue: 550, notDue: 550 },
      { limit: 2000, parts: [{ part: 'not_due', limit: 300 }] },
      {},
    ],
    ['over over_limit', 'G3: open limit none, 550 + 550 > 900', { balance: 1100, overdue: 550, notDue: 550 }, { limit: 900 }, {}],
    ['over over_orders', 'orders have a limit of 0', { orders: 1 }, { limit: 10, parts: [{ part: 'orders', limit: 0 }] }, {}],
    [
      'over over_orders limit_missing',
      'a part over its limit, and no limit of the whole',
      { orders: 1 },
      { parts: [{ part: 'orders', limit: 0 }] },
      {},
    ],
    // rules §1.6: overdue more than 30 days is a block of its own, by a day that was agreed.
    ['ok', '30 days late', { balance: 1, oldestDaysLate: 30, agreedDaysLate: 30 }, { limit: 10 }, {}],
    ['blocked late', '31 days late', { balance: 1, oldestDaysLate: 31, agreedDaysLate: 31 }, { limit: 10 }, {}],
    ['ok', '31 days by the day of the document', { balance: 1, oldestDaysLate: 31 }, { limit: 10 }, {}],
    [
      'ok',
      '31 days late where lateness blocks nobody',
      { balance: 1, agreedDaysLate: 31 },
      { limit: 10 },
      { blockAfter: undefined },
    ],
    ['blocked late watch_limit', 'late, and near the limit', { balance: 9, agreedDaysLate: 31 }, { limit: 10 }, {}],
    ['over over_limit late', 'late, and over the limit', { balance: 11, agreedDaysLate: 31 }, { limit: 10 }, {}],
    ['blocked blocked', 'the table says so', { balance: 1 }, { limit: 10, blocked: 'On hold' }, {}],
    ['blocked blocked over_limit', 'the table says so, over the limit', { balance: 11 }, { limit: 10, blocked: 'On hold' }, {}],
    ['blocked proceeding', 'a proceeding', { balance: 1 }, { limit: 10, proceeding: 'sauvegarde' }, {}],
    ['ok', 'a cell that denies a proceeding', { balance: 1 }, { limit: 10, proceeding: 'Aucune' }, {}],
    [
      'ok',
      'a cell that denies one, beside the day of an old judgment',
      { balance: 1 },
      { limit: 10, proceeding: 'in bonis', judgment: AS_OF },
      {},
    ],
    ['blocked judgment', 'a judgment of the day', { balance: 1 }, { limit: 10, judgment: AS_OF }, {}],
    [
      'ok',
      'a judgment of the day after',
      { balance: 1 },
      { limit: 10, proceeding: 'sauvegarde', judgment: (AS_OF + 1) as Day },
      {},
    ],
    ['no_limit limit_in_currency', 'a limit in another currency', { balance: 1 }, { limit: 10, currency: USD }, {}],
    [
      'ok insurance_expired',
      'cover that has ended',
      { balance: 1 },
      { limit: 10, insurance: insuranceOf({ until: (AS_OF - 1) as Day }) },
      {},
    ],
  ])('%s: %s', (expected, _, parts, said, how) => {
    expect(judged(parts, said, how)).toBe(expected);
  });

  test.each([
    ['over over_group', 99],
    ['watch watch_group', 100],
    ['ok', 126],
  ])('%s: a member of a group that owes 100, of %d', (expected, limit) => {
    expect(judged({ balance: 100 }, { limit: 1000, group: 'NORD' }, {}, [{ group: 'NORD', currency: EUR, limit }])).toBe(
      expected,
    );
  });

  test('a limit of a group says nothing of another currency', () => {
    expect(judged({ balance: 100 }, { limit: 1000, group: 'NORD' }, {}, [{ group: 'NORD', currency: USD, limit: 1 }])).toBe('ok');
  });
});
