// What does a late item cost? Figures that others computed, and the rules they do not reach: what came back, what was charged before, who owes the indemnity.
import { describe, expect, it, test } from 'vitest';
import { parseRate } from '../../src/core/rate.ts';
import { isoDay } from '../../src/index.ts';
import type { Governed, LawKey } from '../../src/law/law.ts';
import { LAWS } from '../../src/law/registry.ts';
import { tablesWith } from '../../src/law/tables.ts';
import type { Charged, ChargedTable } from '../../src/measures/charged-before.ts';
import { interestOf } from '../../src/measures/interest.ts';
import type { InterestRequest } from '../../src/measures/interest-item.ts';
import { day, openText } from '../peers/library.ts';

const HEAD = 'customer,kind,document,reference,date,due,amount\n';

type Asked = Partial<Omit<InterestRequest, 'asOf' | 'rate'>> & {
  readonly asOf: string;
  readonly law?: LawKey;
  readonly judgment?: string;
  readonly rate?: string;
};

/** Runs of a ledger: `document principal interest indemnity`, minor units, one an item. */
async function costs(rows: string, { asOf, law = 'fr', judgment, rate, ...more }: Asked): Promise<string[]> {
  const book = await openText(`${HEAD}${rows}\n`, [], law === 'uk' ? 'GBP' : 'EUR');
  const governed: Governed = {
    law: LAWS[law],
    debtor: 'business',
    judgment: judgment === undefined ? undefined : day(judgment),
  };
  const { items } = interestOf(book, {
    ...{ dayCount: 'act/365', impute: 'principal', paid: undefined, customers: undefined },
    ...{
      asOf: day(asOf),
      governed: () => governed,
      tables: tablesWith(),
      rate: rate === undefined ? undefined : parseRate(rate),
    },
    ...more,
  });
  const { document } = book.ledger.columns;
  return items.map(({ row, principal, interest, indemnity }) => `${document?.at(row)} ${principal} ${interest} ${indemnity}`);
}

const PAID = { from: day('1990-01-01'), to: day('2030-12-31') };

describe('figures of others', () => {
  test.each([
    ['ERPNext test_dunning: 100 for 15 days at 10 %', '2026-06-15', '2026-06-30', '100.00', '10', 'F1 10000 41 4000'],
    ['agenceipro: 15,000 for 30 days at 15 %', '2026-05-31', '2026-06-30', '15000.00', '15', 'F1 1500000 18493 4000'],
    ['gocardless: 1,000 for a year at 1 % + 8 %', '2025-06-30', '2026-06-30', '1000.00', '9', 'F1 100000 9000 4000'],
    [
      'statutory-interest.pages.dev: 1,000 for a year at 8.5 %',
      '2025-06-30',
      '2026-06-30',
      '1000.00',
      '8.5',
      'F1 100000 8500 4000',
    ],
    [
      'fluidly: 100 for 60 days at 8.5 %, 1.397, which it cuts to 1.39',
      '2026-05-01',
      '2026-06-30',
      '100.00',
      '8.5',
      'F1 10000 140 4000',
    ],
  ])('%s', async (_, due, asOf, amount, rate, expected) => {
    expect(await costs(`C,invoice,F1,,${due},${due},${amount}`, { asOf, rate })).toEqual([expected]);
  });

  test('ERPNext 49621: interest goes on with what is left after a payment', async () => {
    const rows =
      'C,invoice,F1,,2024-01-01,2024-01-31,1000.00\nC,payment,P1,F1,2024-03-01,,-600.00\nC,payment,P2,F1,2024-04-10,,-400.00';
    // Rounded leg by leg, 8.22 and 4.38: what the case adds up before it rounds.
    expect(await costs(rows, { asOf: '2024-04-30', rate: '10', law: 'eu', paid: PAID })).toEqual(['F1 0 1260 4000']);
  });

  test.each([
    ['850.00', 4000],
    ['999.99', 4000],
    ['1000.00', 7000],
    ['6500.00', 7000],
    ['9999.99', 7000],
    ['10000.00', 10_000],
    ['18000.00', 10_000],
    ['75000.00', 10_000],
  ])('the fixed sum of British law for a debt of %s is %i pence', async (amount, sum) => {
    const [told = ''] = await costs(`C,invoice,F1,,2026-05-01,2026-05-31,${amount}`, { asOf: '2026-06-30', law: 'uk' });
    expect(told.split(' ')[3]).toBe(String(sum));
  });
});

describe('interest', () => {
  const INVOICE = 'C,invoice,F1,,2026-03-01,2026-03-31,1000.00';

  it.each([
    ['is nothing for what is paid on its due day', `${INVOICE}\nC,payment,P1,F1,2026-03-31,,-1000.00`, []],
    ['is that of a day for what is paid the day after', `${INVOICE}\nC,payment,P1,F1,2026-04-01,,-1000.00`, ['F1 0 33 4000']],
    [
      'is nothing, and there is no indemnity, for what a credit note takes back the day after',
      `${INVOICE}\nC,credit_note,A1,F1,2026-04-01,,-1000.00`,
      [],
    ],
    [
      'runs to the day before a credit note that takes all back, and no indemnity is owed',
      `${INVOICE}\nC,credit_note,A1,F1,2026-04-11,,-1000.00`,
      ['F1 0 333 0'],
    ],
  ])('%s', async (_, rows, expected) => {
    expect(await costs(rows, { asOf: '2026-06-30', paid: PAID })).toEqual(expected);
  });

  it('of a bounced payment runs through, on the row that came back, with one indemnity for the invoice', async () => {
    const rows = `${INVOICE}\nC,payment,P0,F1,2026-04-10,,-400.00\nC,payment,P1,F1,2026-05-10,,-600.00\nC,returned,R1,P1,2026-05-20,,600.00`;
    expect(await costs(rows, { asOf: '2026-06-30' })).toEqual(['R1 60000 1818 4000']);
    // What was paid late of the invoice itself, its indemnity being with what is open.
    expect(await costs(rows, { asOf: '2026-06-30', paid: PAID })).toEqual(['F1 0 133 0']);
  });

  it('of a payment that paid two invoices and bounced is that of the debt that came back', async () => {
    const rows = `${INVOICE}\nC,invoice,F2,,2026-03-01,2026-03-31,500.00\nC,payment,P1,F1,2026-05-10,,-1000.00\nC,payment,P2,F2,2026-05-10,,-500.00\nC,returned,R1,P1,2026-05-20,,1000.00\nC,returned,R2,P2,2026-05-20,,500.00`;
    expect(await costs(rows, { asOf: '2026-06-30' })).toEqual(['R1 100000 3029 4000', 'R2 50000 1515 4000']);
    expect(await costs(rows, { asOf: '2026-06-30', paid: PAID })).toEqual([]);
  });

  it.each([
    ['stands still from an opening judgment on', '2026-04-11', ['F1 100000 333 4000']],
    ['is nothing when the judgment came first, and no indemnity is owed', '2026-03-31', ['F1 100000 0 0']],
    ['knows no judgment that came before the invoice', '2026-02-15', ['F1 100000 3029 4000']],
  ])('%s', async (_, judgment, expected) => {
    expect(await costs(INVOICE, { asOf: '2026-06-30', judgment })).toEqual(expected);
  });
});

describe('what was charged before', () => {
  /** A table that says this of F1, whenever it was due. */
  const charged = (interest: number, indemnity: number): ChargedTable => {
    let left: Charged = { interest, indemnity };
    return {
      of: ({ document, due }) => (document === 'F1' && due === undefined ? left : undefined),
      leave: (_, less) => {
        left = less;
      },
    };
  };
  const ROWS = 'C,invoice,F1,,2026-03-01,2026-03-31,1000.00';
  const INSTALMENTS = `${ROWS}\nC,invoice,F1,,2026-03-01,2026-04-30,1000.00`;

  it.each([
    ['is taken off', ROWS, charged(1000, 4000), ['F1 100000 2029 0']],
    ['is never more than what is owed', ROWS, charged(999_999, 999_999), ['F1 100000 0 0']],
    ['of an invoice in instalments is taken off once', INSTALMENTS, charged(3500, 0), ['F1 100000 0 4000', 'F1 100000 1560 0']],
  ])('%s', async (_, rows, before, expected) => {
    expect(await costs(rows, { asOf: '2026-06-30', charged: before })).toEqual(expected);
  });
});

test('a day on which the law gives no rate is told, and not a rate', async () => {
  const book = await openText(`${HEAD}C,invoice,F1,,2008-01-01,2008-01-31,1000.00\n`);
  const { items, beyond } = interestOf(book, {
    ...{
      asOf: day('2008-06-30'),
      dayCount: 'act/365',
      impute: 'principal',
      paid: undefined,
      customers: undefined,
      rate: undefined,
    },
    ...{
      tables: tablesWith(),
      governed: () => ({ law: LAWS.fr, debtor: 'business', judgment: undefined }),
    },
  });
  expect([items.length, ...beyond.map(({ table, day: on, begins }) => `${table.key} ${isoDay(on)} ${isoDay(begins)}`)]).toEqual([
    0,
    'ecb 2008-02-01 2009-01-01',
  ]);
});
