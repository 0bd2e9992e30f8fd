// Is an amount written digit by digit, for machines and in both languages? The oracles are decimal.js and ICU's number formats,
// which take decimal texts of any length.
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Currency, currencyOf, exponentOf } from '../../src/core/currency.ts';
import type { Lang } from '../../src/core/word.ts';
import { amountFor, countFor, decimalFor, plainAmount, plainDecimal, sumFor } from '../../src/text/amounts.ts';

const currency = (code: string): Currency => currencyOf(code) as Currency;
/** French groups stand apart by a narrow no-break space. */
const fr = (text: string): string => text.replaceAll(' ', '\u202f');

describe('an amount', () => {
  test.each<[string, number, string, string, string]>([
    // currency, units, for machines, in English, in French
    ['EUR', 0, '0.00', '0.00', '0,00'],
    ['EUR', 1, '0.01', '0.01', '0,01'],
    ['EUR', 10, '0.10', '0.10', '0,10'],
    ['EUR', 99, '0.99', '0.99', '0,99'],
    ['EUR', 100, '1.00', '1.00', '1,00'],
    ['EUR', 12345, '123.45', '123.45', '123,45'],
    ['EUR', 99999, '999.99', '999.99', '999,99'],
    ['EUR', 100000, '1000.00', '1,000.00', '1 000,00'],
    ['EUR', 123456789, '1234567.89', '1,234,567.89', '1 234 567,89'],
    ['EUR', -1, '-0.01', '-0.01', '-0,01'],
    ['EUR', -100000, '-1000.00', '-1,000.00', '-1 000,00'],
    ['EUR', 9007199254740991, '90071992547409.91', '90,071,992,547,409.91', '90 071 992 547 409,91'],
    ['EUR', -9007199254740991, '-90071992547409.91', '-90,071,992,547,409.91', '-90 071 992 547 409,91'],
    ['JPY', 0, '0', '0', '0'],
    ['JPY', 7, '7', '7', '7'],
    ['JPY', 999, '999', '999', '999'],
    ['JPY', 1000, '1000', '1,000', '1 000'],
    ['JPY', -1234567, '-1234567', '-1,234,567', '-1 234 567'],
    ['TND', 0, '0.000', '0.000', '0,000'],
    ['TND', 5, '0.005', '0.005', '0,005'],
    ['TND', -1500, '-1.500', '-1.500', '-1,500'],
    ['TND', 1234567, '1234.567', '1,234.567', '1 234,567'],
    ['CLF', 0, '0.0000', '0.0000', '0,0000'],
    ['CLF', 12, '0.0012', '0.0012', '0,0012'],
    ['CLF', -98765432, '-9876.5432', '-9,876.5432', '-9 876,5432'],
  ])('of %s %i is %s, %s, %s', (code, units, machine, english, french) => {
    expect(plainAmount(units, currency(code))).toBe(machine);
    expect(amountFor('en', units, currency(code))).toBe(english);
    expect(amountFor('fr', units, currency(code))).toBe(fr(french));
  });

  test.each(['JPY', 'EUR', 'TND', 'CLF'])('in %s is written as decimal.js and ICU write it, whatever its size', (code) => {
    const decimals = exponentOf(currency(code));
    const Wide = Decimal.clone({ precision: 40 });
    const said = (locale: string, text: string): string =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
        text as `${number}`,
      );
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -2000, max: 2000 })), (units) => {
        const text = new Wide(units).div(10 ** decimals).toFixed(decimals);
        expect(plainAmount(units, currency(code))).toBe(text);
        expect(amountFor('en', units, currency(code))).toBe(said('en-US', text));
        expect(amountFor('fr', units, currency(code))).toBe(said('fr-FR', text));
      }),
    );
  });

  it('of −0 has no minus', () => {
    expect([plainAmount(-0, currency('EUR')), amountFor('fr', -0, currency('JPY'))]).toEqual(['0.00', '0']);
  });
});

describe('a count', () => {
  test.each<[Lang, number, string]>([
    ['en', 0, '0'],
    ['en', 999, '999'],
    ['en', 1000, '1,000'],
    ['en', -12345, '-12,345'],
    ['fr', 999, '999'],
    ['fr', 1000, fr('1 000')],
    ['fr', 10000000, fr('10 000 000')],
    ['fr', -12345, fr('-12 345')],
  ])('in %s of %i is %s', (lang, count, said) => {
    expect(countFor(lang, count)).toBe(said);
  });
});

describe('a ratio', () => {
  test.each<[number, number, string, string, string]>([
    // value, decimals, for machines, in English, in French
    [0, 1, '0', '0.0', '0,0'],
    [0.5, 0, '1', '1', '1'],
    [-0.5, 0, '-1', '-1', '-1'],
    [1.25, 1, '1.3', '1.3', '1,3'],
    [-1.25, 1, '-1.3', '-1.3', '-1,3'],
    [0.0625, 4, '0.0625', '0.0625', '0,0625'],
    [12.5, 3, '12.5', '12.500', '12,500'],
    [1234.5, 1, '1234.5', '1,234.5', fr('1 234,5')],
    [1000000, 0, '1000000', '1,000,000', fr('1 000 000')],
    [-0.001, 2, '0', '0.00', '0,00'],
    [-0, 2, '0', '0.00', '0,00'],
    [1 / 3, 4, '0.3333', '0.3333', '0,3333'],
    [2 / 3, 4, '0.6667', '0.6667', '0,6667'],
  ])('of %d with %i decimals is %s, %s, %s', (value, decimals, machine, english, french) => {
    expect(plainDecimal(value, decimals)).toBe(machine);
    expect(decimalFor('en', value, decimals)).toBe(english);
    expect(decimalFor('fr', value, decimals)).toBe(french);
  });

  it('goes away from zero at the half, for every multiple of 1/16 up to 20 and 0 … 4 decimals', () => {
    const wrong: string[] = [];
    for (let n = -320; n <= 320; n++)
      for (let decimals = 0; decimals <= 4; decimals++) {
        const exact = new Decimal(n).div(16).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
        const text = exact.isZero() ? new Decimal(0) : exact;
        if (plainDecimal(n / 16, decimals) !== text.toString()) wrong.push(`${n}/16 ${decimals}`);
        if (decimalFor('en', n / 16, decimals) !== text.toFixed(decimals)) wrong.push(`${n}/16 ${decimals} en`);
      }
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['EUR', 123450, '€1,234.50', '1 234,50 €'],
  ['GBP', 123450, '£1,234.50', '1 234,50 GBP'],
  ['USD', -123450, '-USD 1,234.50', '-1 234,50 USD'],
  ['JPY', 1234, 'JPY 1,234', '1 234 JPY'],
])('%s %i in a sentence', (code, units, english, french) => {
  const said = (['en', 'fr'] as const).map((lang) => sumFor(lang, units, currency(code)).replace(/[\u00a0\u202f]/g, ' '));
  expect(said).toEqual([english, french]);
});
