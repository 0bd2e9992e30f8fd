// Is there one grammar of amounts, and does what it takes stand to the last unit? The oracle reads with decimal.js.
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { amountHint, parseAmount } from '../../src/read/amount.ts';

describe('an amount', () => {
  test.each<[string, number, number]>([
    ['0', 2, 0],
    ['0.00', 2, 0],
    ['-0', 2, 0],
    ['-0.00', 2, 0],
    ['+0', 2, 0],
    ['1', 2, 100],
    ['1.5', 2, 150],
    ['1.50', 2, 150],
    ['1234.50', 2, 123450],
    ['-1234.50', 2, -123450],
    ['+1234.50', 2, 123450],
    ['0.01', 2, 1],
    ['-0.01', 2, -1],
    ['007', 2, 700],
    ['00000000000000000000012.30', 2, 1230],
    ['12.500', 2, 1250],
    ['12.5000000000000000000000000', 2, 1250],
    ['1.10', 2, 110],
    ['1.15', 2, 115],
    ['8.29', 2, 829],
    ['4.35', 2, 435],
    ['90071992547409.91', 2, 9007199254740991],
    ['-90071992547409.91', 2, -9007199254740991],
    ['1500', 0, 1500],
    ['1500.00', 0, 1500],
    ['9007199254740991', 0, 9007199254740991],
    ['1.234', 3, 1234],
    ['1.2', 3, 1200],
    ['0.0001', 4, 1],
  ])('%j with %i decimals is %i', (text, exponent, units) => {
    expect(parseAmount(text, exponent)).toBe(units);
  });

  test.each<[string, number]>([
    ['1.005', 2],
    ['1.001', 2],
    ['-0.001', 2],
    ['12.5001', 2],
    ['12.50000000000000000000001', 2],
    ['1500.5', 0],
    ['0.1', 0],
    ['1.2345', 3],
    ['99999999999999999999.001', 2],
  ])('%j with %i decimals is too precise: nothing is rounded', (text, exponent) => {
    expect(parseAmount(text, exponent)).toBe('amount-too-precise');
  });

  test.each<[string, number]>([
    ['90071992547409.92', 2],
    ['-90071992547409.92', 2],
    ['9007199254740992', 0],
    ['9007199254740993', 0],
    ['9007199254740.992', 3],
    ['99999999999999999999', 2],
    ['9'.repeat(400), 2],
  ])('%j with %i decimals is too large', (text, exponent) => {
    expect(parseAmount(text, exponent)).toBe('amount-too-large');
  });

  test.each([
    '',
    '.',
    '-',
    '+',
    '.5',
    '5.',
    '1.2.3',
    '--1',
    '+-1',
    '1-',
    '1+',
    '(1.00)',
    '1,50',
    '1,234.50',
    '1 234.50',
    '1\u00a0234.50',
    '1\u202f234,50',
    "1'234.50",
    '1_000',
    '1e3',
    '0x10',
    '1.00 EUR',
    '€1.00',
    '1.00€',
    ' 1.00',
    '1.00 ',
    '1.00\n',
    '−1.00',
    '１.00',
    '٣',
    'NaN',
    'Infinity',
    'null',
    '=1+1',
  ])('%j is unreadable', (text) => {
    expect(parseAmount(text, 2)).toBe('amount-unreadable');
  });
});

describe('all texts of up to six of the characters 0 1 9 . - +', () => {
  const alphabet = [...'019.-+'];
  const digits = new Set('0123456789');

  /** Signs, digits and one dot with digits on both sides; then whole units, or not. */
  function oracle(text: string, exponent: number): number | string {
    const bare = text.startsWith('-') || text.startsWith('+') ? text.slice(1) : text;
    const parts = bare.split('.');
    if (parts.length > 2 || parts.some((part) => part === '' || [...part].some((c) => !digits.has(c))))
      return 'amount-unreadable';
    const units = new Decimal(bare).mul(10 ** exponent);
    if (!units.isInteger()) return 'amount-too-precise';
    return units.isZero() ? 0 : units.toNumber() * (text.startsWith('-') ? -1 : 1);
  }

  test.each([0, 2, 3])('with %i decimals', (exponent) => {
    const wrong: string[] = [];
    const visit = (text: string, left: number): void => {
      if (!Object.is(parseAmount(text, exponent), oracle(text, exponent))) wrong.push(text);
      if (left > 0) for (const c of alphabet) visit(text + c, left - 1);
    };
    visit('', 5);
    for (const c of ['+1.9', '-0.1', '11.0', '90.9']) for (const a of alphabet) for (const b of alphabet) visit(c + a + b, 0);
    expect(wrong).toEqual([]);
  });
});

it('reads every whole number of units back from its decimals', () => {
  const Wide = Decimal.clone({ precision: 40 });
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), (units, exponent) => {
      const text = new Wide(units).div(10 ** exponent).toFixed(exponent);
      expect(parseAmount(text, exponent)).toBe(units);
    }),
  );
});

describe('the hint for', () => {
  test.each([
    ['1,50', /1234\.50.*no thousands marks/],
    ['1,234.50', /no thousands marks/],
    ['1 234.50', /no thousands marks/],
    ['1.234,50', /no thousands marks/],
    ['1\u202f234,50 €', /no thousands marks/],
    ["1'234.50", /no thousands marks/],
    ['12.00 EUR', /column named currency/],
    ['€12.00', /column named currency/],
    ['(12.00)', /negative amount as -1234\.50/],
    ['12.00-', /negative amount as -1234\.50/],
    ['n/a', /write amounts as/],
  ])('%j says what to write instead', (text, hint) => {
    expect(amountHint(text)).toMatch(hint);
  });
});
