// Has every currency the decimals of ISO 4217, and is a code that is not in the table refused rather than guessed?
import { describe, expect, it, test } from 'vitest';
import { currencyCodes, currencyOf, exponentOf } from '../../src/core/currency.ts';

describe('decimals', () => {
  test.each([
    ['EUR', 2],
    ['USD', 2],
    ['GBP', 2],
    ['CHF', 2],
    ['HUF', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['XAF', 0],
    ['XOF', 0],
    ['XPF', 0],
    ['ISK', 0],
    ['CLP', 0],
    ['VND', 0],
    ['TND', 3],
    ['KWD', 3],
    ['BHD', 3],
    ['OMR', 3],
    ['JOD', 3],
    ['LYD', 3],
    ['IQD', 3],
    ['CLF', 4],
    ['UYW', 4],
  ])('of %s: %i', (code, decimals) => {
    const currency = currencyOf(code);
    expect(currency === undefined ? undefined : exponentOf(currency)).toBe(decimals);
  });

  it('agree with the tables of ICU, which leaves out only decimals that no coin has', () => {
    // ISO 4217 gives these 2 decimals (IQD 3); ICU shows prices in them without.
    const pricedWhole = 'AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SLL SOS SYP YER'.split(' ');
    const known = new Set(currencyCodes());
    const differing = Intl.supportedValuesOf('currency').filter((code) => {
      const currency = currencyOf(code);
      if (currency === undefined || !known.has(code)) return false;
      const digits = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits;
      return digits !== exponentOf(currency);
    });
    expect(differing.filter((code) => !pricedWhole.includes(code))).toEqual([]);
  });
});

describe('a code', () => {
  test.each(['EUR', 'eur', 'Eur'])('is known in any case: %s', (code) => {
    expect(currencyOf(code)).toBe('EUR');
  });

  test.each<[string, string]>([
    ['€', 'EUR'],
    ['Euro', 'EUR'],
    ['EUROS', 'EUR'],
    ['£', 'GBP'],
  ])('may be a sign or a word that leaves no doubt: %s is %s', (written, code) => {
    expect(currencyOf(written)).toBe(code);
  });

  test.each(['', 'EU', 'EUROPE', ' EUR', 'EUR ', '$', '¥', 'FRANC', 'XTS', 'XAU', 'ABC', 'constructor', 'EUR\u0301'])(
    'that is not in the table is refused: %j',
    (code) => {
      expect(currencyOf(code)).toBeUndefined();
    },
  );

  it('stands in the table once, in three capital letters', () => {
    const codes = [...currencyCodes()];
    expect(codes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
