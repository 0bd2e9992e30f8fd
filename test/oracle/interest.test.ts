// Is the oracle of interest itself right? Held against figures that others published, each with who found it, and against small
// cases worked by hand, one for each sentence of the rules.
import { describe, expect, test } from 'vitest';
import { type InterestCase, interestOf, type Reduction } from './interest.ts';

/** 1,000.00 EUR between two French firms, due at the end of January 2026, at 10 % by contract, told at the end of February. */
const PLAIN: InterestCase = {
  ...{ law: 'fr', debtor: 'business', asOf: '2026-02-28', due: '2026-01-31', amount: 1_000_00n, currency: 'EUR', reductions: [] },
  ...{ rate: '10', dayCount: 'act/365', impute: 'principal' },
};
const { rate: _, ...STATUTORY } = PLAIN;
const BRITISH: InterestCase = { ...STATUTORY, law: 'uk', currency: 'GBP' };

const paid = (day: string, amount: bigint): Reduction => ({ day, amount, kind: 'payment' });
const credited = (day: string, amount: bigint): Reduction => ({ day, amount, kind: 'credit_note' });

/** Each leg on a line: first day, last day, days, principal, rate, interest. */
function legs(one: InterestCase): string[] {
  return interestOf(one).legs.map(
    (leg) => `${leg.from} ${leg.to} ${leg.days} d ${leg.principal} at ${leg.rate} = ${leg.interest}`,
  );
}

describe('figures by others', () => {
  const french = { ...STATUTORY, due: '2026-05-31', asOf: '2026-11-22', amount: 12_000_00n };
  const frenchPaid = { ...french, reductions: [paid('2026-09-15', 12_000_00n)] };
  test('12,000.00 EUR paid 107 days late under French law: two legs, one for each half-year (rules 2.2)', () => {
    expect(legs(frenchPaid)).toEqual([
      '2026-06-01 2026-06-30 30 d 1200000 at 12.15 = 11984',
      '2026-07-01 2026-09-15 77 d 1200000 at 12.4 = 31391',
    ]);
  });
  test('they come to 433.75, 40.00 EUR and nothing open (rules 2.2)', () => {
    expect(interestOf(frenchPaid)).toMatchObject({
      ...{ days: 107, interest: 433_75n, late: 12_000_00n, open: 0n, indemnity: 40_00n, indemnityCurrency: 'EUR' },
    });
  });
  test('three times the legal rate on the same would be 286.37 (rules 2.2)', () => {
    const first = interestOf({ ...french, rate: '7.86', asOf: '2026-06-30' });
    const second = interestOf({ ...french, rate: '8.25', due: '2026-06-30', asOf: '2026-09-15' });
    expect(first.interest + second.interest).toBe(286_37n);
  });

  const british = { ...BRITISH, due: '2026-05-15', asOf: '2026-11-22', amount: 5_000_00n };
  const britishPaid = { ...british, reductions: [paid('2026-09-14', 5_000_00n)] };
  test('5,000.00 GBP paid 122 days late under the law of the UK: one leg across 1 July (rules 2.3)', () => {
    expect(legs(britishPaid)).toEqual(['2026-05-16 2026-09-14 122 d 500000 at 11.75 = 19637']);
  });
  test('it comes with 70.00 GBP (rules 2.3)', () => {
    expect(interestOf(britishPaid)).toMatchObject({ interest: 196_37n, indemnity: 70_00n, indemnityCurrency: 'GBP' });
  });

  test.each([
    ['L1, D1 ERPNext: 15 days at 10 %, 0.41', '10', 100_00n, '2026-02-15', 41n],
    ['L1, D1 ERPNext: 20 days at a level without interest, 0', '0', 100_00n, '2026-02-20', 0n],
    ['L2 agenceipro: 30 days at 15 %, 184.93', '15', 15_000_00n, '2026-03-02', 184_93n],
    ['L5 gocardless: a year at 9 %, 90', '9', 1_000_00n, '2027-01-31', 90_00n],
    ['L5 gocardless: a day at 9 %, 0.2466', '9', 1_000_00n, '2026-02-01', 25n],
    ['L5 statutory-interest.pages.dev: a year at 8.5 %, 85', '8.5', 1_000_00n, '2027-01-31', 85_00n],
    ['L5 statutory-interest.pages.dev: a day at 8.5 %, 0.23', '8.5', 1_000_00n, '2026-02-01', 23n],
    ['L5 fluidly: 60 days at 8.5 %, 1.397, which its author floored to 1.39', '8.5', 100_00n, '2026-04-01', 1_40n],
    ['rules 1.4: 30 days at 6 %, 591.78', '6', 120_000_00n, '2026-03-02', 591_78n],
  ])('%s', (_case, rate, amount, asOf, interest) => {
    expect(interestOf({ ...PLAIN, rate, amount, asOf }).interest).toBe(interest);
  });

  const reductions = [paid('2024-03-01', 600_00n), paid('2024-04-10', 400_00n)];
  const twice = { ...PLAIN, due: '2024-01-31', asOf: '2024-12-31', reductions };
  test('D2: interest goes on from each payment on what is left, 8.22 and 4.38', () => {
    expect(legs(twice)).toEqual([
      '2024-02-01 2024-03-01 30 d 100000 at 10 = 822',
      '2024-03-02 2024-04-10 40 d 40000 at 10 = 438',
    ]);
  });
  test('D2: they come to 12.60', () => {
    expect(interestOf(twice).interest).toBe(12_60n);
  });

  test.each([
    ['an example', 850_00n, 40_00n],
    ['an example', 6_500_00n, 70_00n],
    ['an example', 18_000_00n, 100_00n],
    ['an example', 75_000_00n, 100_00n],
    ['the end of the first step', 999_99n, 40_00n],
    ['the second step', 1_000_00n, 70_00n],
    ['its end', 9_999_99n, 70_00n],
    ['the third step', 10_000_00n, 100_00n],
  ])('L6, %s: a debt of %s pence is compensated with %s', (_case, amount, indemnity) => {
    expect(interestOf({ ...BRITISH, amount }).indemnity).toBe(indemnity);
  });

  test('a leap year at 10 % on 10,000.00 costs 2.74 more by 365 days than by its own (rules 2.2)', () => {
    const leap = { ...PLAIN, due: '2023-12-31', asOf: '2024-12-31', amount: 10_000_00n };
    expect(interestOf(leap).interest - interestOf({ ...leap, dayCount: 'act/act' }).interest).toBe(2_74n);
  });
});

describe('rates', () => {
  test.each([
    ['fr', 'business', '12.15'],
    ['fr', 'public', '10.15'],
    ['eu', 'business', '10.15'],
    ['eu', 'public', '10.15'],
    ['uk', 'business', '11.75'],
    ['uk', 'public', '11.75'],
  ] as const)('under the law %s a %s debtor owes %s %', (law, debtor, rate) => {
    expect(interestOf({ ...STATUTORY, law, debtor }).legs.map((leg) => leg.rate)).toEqual([rate]);
  });

  test('that nobody knows yet are refused', () => {
    expect(() => interestOf({ ...STATUTORY, due: '2026-12-30', asOf: '2027-01-01' })).toThrow(RangeError);
  });
  test('that nobody knows yet are not needed where the contract names one', () => {
    expect(interestOf({ ...PLAIN, due: '2026-12-30', asOf: '2027-01-01' }).days).toBe(2);
  });
  test('that nobody knows yet are not needed once all is paid', () => {
    const reductions = [paid('2026-12-31', 1_000_00n)];
    expect(interestOf({ ...STATUTORY, due: '2026-12-30', asOf: '2027-01-01', reductions }).days).toBe(1);
  });
  test('of the UK hold for the life of the debt', () => {
    expect(legs({ ...BRITISH, due: '2026-12-30', asOf: '2027-03-31' })).toEqual([
      '2026-12-31 2027-03-31 91 d 100000 at 11.75 = 2929',
    ]);
  });
});

describe('days', () => {
  const [whole, less] = ['2026-02-01 2026-02-28 28 d 100000 at 10 = 767', '2026-02-01 2026-02-28 28 d 60000 at 10 = 460'];
  const pay = ['2026-02-01 2026-02-10 10 d 100000 at 10 = 274', '2026-02-11 2026-02-28 18 d 60000 at 10 = 296'];
  const credit = ['2026-02-01 2026-02-09 9 d 100000 at 10 = 247', '2026-02-10 2026-02-28 19 d 60000 at 10 = 312'];
  const [before, between] = ['2026-02-01 2026-02-09 9 d 100000 at 10 = 247', '2026-02-10 2026-02-10 1 d 70000 at 10 = 19'];
  const both = [before, between, '2026-02-11 2026-02-28 18 d 30000 at 10 = 148'];
  test.each<[string, Reduction[], string[]]>([
    ['run from the day after the due day up to the as-of day', [], [whole]],
    ['up to that of a payment bear on what was open before it', [paid('2026-02-10', 400_00n)], pay],
    ['from that of a credit note on bear on less', [credited('2026-02-10', 400_00n)], credit],
    ['take the credit note first, the payment last', [paid('2026-02-10', 400_00n), credited('2026-02-10', 300_00n)], both],
    ['begin on what a payment on the due day left', [paid('2026-01-31', 400_00n)], [less]],
    ['begin on what a credit note on the first of them left', [credited('2026-02-01', 400_00n)], [less]],
    ['are one where it is paid on the first', [paid('2026-02-01', 1_000_00n)], ['2026-02-01 2026-02-01 1 d 100000 at 10 = 27']],
    ['end when more is paid than was left', [paid('2026-02-10', 1_000_01n)], pay.slice(0, 1)],
    ['end before more is credited than was left', [credited('2026-02-10', 1_000_01n)], credit.slice(0, 1)],
    ['are none where it is credited on the first', [credited('2026-02-01', 1_000_00n)], []],
    ['know no payment that came later', [paid('2026-03-01', 400_00n)], [whole]],
  ])('%s', (_claim, reductions, expected) => {
    expect(legs({ ...PLAIN, reductions })).toEqual(expected);
  });

  const three = [paid('2026-02-10', 400_00n), credited('2026-02-10', 300_00n), paid('2026-02-10', 5_00n)];
  test.each(['principal', 'interest'] as const)('do not ask in which order things came on one of them: %s first', (impute) => {
    const forth = interestOf({ ...PLAIN, impute, reductions: three });
    expect(interestOf({ ...PLAIN, impute, reductions: three.toReversed() })).toEqual(forth);
  });
});

describe('legs', () => {
  const day = (one: string, interest: string) => `${one} ${one} 1 d 3650000 at 10 = ${interest}`;
  const july = { ...STATUTORY, amount: 36_500_00n, due: '2020-06-29', asOf: '2020-07-01' };
  const newYear = { ...july, due: '2020-12-30', asOf: '2021-01-01' };
  const january = { ...PLAIN, amount: 36_500_00n, due: '2023-12-30', asOf: '2024-01-01' };
  const byYear = { ...january, dayCount: 'act/act' } as const;
  test.each<[string, InterestCase, string[]]>([
    ['are cut on 1 July though the rate stays', july, [day('2020-06-30', '1000'), day('2020-07-01', '1000')]],
    ['are cut on 1 January though it stays', newYear, [day('2020-12-31', '1000'), day('2021-01-01', '1000')]],
    ['of a contract are not', { ...july, rate: '10.00' }, ['2020-06-30 2020-07-01 2 d 3650000 at 10 = 2000']],
    ['of a contract run over 1 January', january, ['2023-12-31 2024-01-01 2 d 3650000 at 10 = 2000']],
    ['by the days of each year are cut there', byYear, [day('2023-12-31', '1000'), day('2024-01-01', '997')]],
    ['spell no idle zeros', { ...PLAIN, rate: '10.050', asOf: '2026-02-01' }, ['2026-02-01 2026-02-01 1 d 100000 at 10.05 = 28']],
    ['by 360 days are dearer', { ...january, dayCount: 'act/360' }, ['2023-12-31 2024-01-01 2 d 3650000 at 10 = 2028']],
  ])('%s', (_claim, one, expected) => {
    expect(legs(one)).toEqual(expected);
  });

  // At 36.5 % a day costs a thousandth.
  test.each([
    [24_99n, 2n],
    [25_00n, 3n],
    [10n ** 30n + 500n, 10n ** 27n + 1n],
  ])('a thousandth of %s is rounded half up to %s', (amount, interest) => {
    expect(interestOf({ ...PLAIN, rate: '36.5', asOf: '2026-02-01', amount }).interest).toBe(interest);
  });
  test('are rounded before they are added: twice half a cent is two', () => {
    const two = { ...PLAIN, rate: '36.5', due: '2025-12-30', asOf: '2026-01-01', amount: 5_00n };
    expect(interestOf({ ...two, dayCount: 'act/act' }).interest).toBe(2n);
  });
});

describe('a payment that pays interest first', () => {
  const first = '2026-02-01 2026-03-02 30 d 100000 at 10 = 822';
  const [second, third] = ['2026-03-03 2026-04-11 40 d 100000 at 10 = 1096', '2026-04-12 2026-04-12 1 d 99418 at 10 = 27'];
  const little = [paid('2026-03-02', 5_00n), paid('2026-04-11', 20_00n)];
  test.each<[string, Reduction[], string[]]>([
    ['leaves more principal', [paid('2026-03-02', 500_00n)], [first, '2026-03-03 2026-04-12 41 d 50822 at 10 = 571']],
    ['of the whole leaves the interest', [paid('2026-03-02', 1_000_00n)], [first, '2026-03-03 2026-04-12 41 d 822 at 10 = 9']],
    ['pays what an earlier one did not, before the principal', little, [first, second, third]],
    ['on the due day finds none', [paid('2026-01-31', 400_00n)], ['2026-02-01 2026-04-12 71 d 60000 at 10 = 1167']],
    ['is no credit note', [credited('2026-03-03', 400_00n)], [first, '2026-03-03 2026-04-12 41 d 60000 at 10 = 674']],
  ])('%s', (_claim, reductions, expected) => {
    expect(legs({ ...PLAIN, impute: 'interest', asOf: '2026-04-12', reductions })).toEqual(expected);
  });
});

describe('what is owed', () => {
  const booked: InterestCase = { ...PLAIN, impute: 'interest', reductions: [paid('2026-02-10', 1_000_00n)] };
  const some = { ...PLAIN, reductions: [paid('2026-01-31', 100_00n), paid('2026-02-28', 300_00n)] };
  test.each<[string, InterestCase, object]>([
    ['by a firm', some, { days: 28, late: 900_00n, open: 600_00n, indemnity: 40_00n }],
    ['by a consumer', { ...some, debtor: 'consumer' }, { days: 0, late: 900_00n, open: 600_00n, indemnity: 0n }],
    ['up to the eve of the judgment', { ...some, judgment: '2026-02-11' }, { days: 10, indemnity: 40_00n }],
    ['where judged the day after the due day', { ...some, judgment: '2026-02-01' }, { days: 0, indemnity: 40_00n }],
    ['where judged on the due day', { ...some, judgment: '2026-01-31' }, { days: 0, indemnity: 0n }],
    ['where judged after the as-of day', { ...some, judgment: '2026-03-01' }, { days: 28, indemnity: 40_00n }],
    ['on the due day', { ...some, asOf: '2026-01-31' }, { days: 0, late: 900_00n, indemnity: 0n }],
    ['when paid on it', { ...PLAIN, reductions: [paid('2026-01-31', 1_000_00n)] }, { late: 0n, indemnity: 0n }],
    ['when paid in the books but not in law', booked, { days: 28, open: 0n }],
    ['when paid too much', { ...PLAIN, reductions: [paid('2026-01-31', 1_000_01n)] }, { late: 0n, open: -1n }],
  ])('%s', (_claim, one, expected) => {
    expect(interestOf(one)).toMatchObject(expected);
  });

  test.each<[string, Partial<InterestCase>, bigint, string | undefined]>([
    ['in France is of EUR', { currency: 'USD' }, 40_00n, 'EUR'],
    ['under the directive is of EUR', { law: 'eu' }, 40_00n, 'EUR'],
    ['in the UK goes by what the due day left', { law: 'uk', currency: 'GBP' }, 70_00n, 'GBP'],
    ['in the UK is none for a debt in EUR', { law: 'uk' }, 0n, undefined],
  ])('the fixed sum %s', (_claim, change, indemnity, indemnityCurrency) => {
    const reductions = [paid('2026-01-31', 1n), credited('2026-02-01', 9_500_00n)];
    expect(interestOf({ ...PLAIN, amount: 10_000_00n, reductions, ...change })).toMatchObject({ indemnity, indemnityCurrency });
  });
});
