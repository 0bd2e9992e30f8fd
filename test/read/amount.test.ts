// Is there one grammar of amounts, and does what it takes stand to the last unit? The oracle reads with decimal.js.
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { amountEvidence, amountHint, amountSaid, parseAmount } from '../../src/read/amount.ts';
import { runs } from '../harness/share.ts';

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
    ['.5', 2, 50],
    ['-.05', 2, -5],
    ['1-', 2, -100],
    ['1+', 2, 100],
    ['(1.00)', 2, -100],
    ['( 1.00 )', 2, -100],
    ['- 1.00', 2, -100],
    ['1.00 -', 2, -100],
    ['−1.00', 2, -100],
    ['1.00−', 2, -100],
    ['0-', 2, 0],
    ['(0.00)', 2, 0],
    ['1.00CR', 2, -100],
    ['1.00 cr', 2, -100],
    ['1.00C', 2, -100],
    ['1.00 DR', 2, 100],
    ['1.00d', 2, 100],
    ['1,234.50', 2, 123450],
    ['1 234.50', 2, 123450],
    ['1\u00a0234.50', 2, 123450],
    ['1\u2009234.50', 2, 123450],
    ["1'234.50", 2, 123450],
    ['1\u2019234\u2019567.50', 2, 123456750],
    ['-1,234,567', 2, -123456700],
    ['(12,345.5)', 2, -1234550],
    ['123,456.00 CR', 2, -12345600],
    ['1,234', 0, 1234],
    ['999,999,999,999', 0, 999999999999],
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
    '5.',
    '1.2.3',
    '--1',
    '+-1',
    '1,50',
    '1\u202f234,50',
    '1_000',
    '1e3',
    '0x10',
    '1.00 EUR',
    '€1.00',
    '1.00€',
    ' 1.00',
    '1.00 ',
    '1.00\n',
    '１.00',
    '٣',
    'NaN',
    'Infinity',
    'null',
    '=1+1',
    // A mark behind the digits may be a cell that was cut.
    '12.',
    '12.-',
    // One sign, or it is not known what is meant.
    '(-1)',
    '-1-',
    '+1-',
    '(1)-',
    '-1 CR',
    '-1 DR',
    '(1) DR',
    '1 CR DR',
    '((1))',
    '(1',
    '1)',
    '()',
    'CR',
    '-.',
    // Thousands are parted by one mark, three digits by three.
    '1,23',
    '1,2345',
    '1234,500',
    '12,34,567',
    '1,234 567',
    '1 234,567',
    '1 234\u00a0567',
    '1  234',
    ',500',
    '0,500',
    '00,500',
    '000,123.00',
    '1,234.567.8',
    '1.234,567',
    '1,,234',
    ',',
    '1_234',
    '１,234',
  ])('%j is unreadable', (text) => {
    expect(parseAmount(text, 2)).toBe('amount-unreadable');
  });
});

describe('an amount of a file whose decimals stand behind a comma', () => {
  test.each<[string, number, number]>([
    ['1234,50', 2, 123450],
    ['-1234,5', 2, -123450],
    ['1.234,50', 2, 123450],
    ['1\u202f234,50', 2, 123450],
    ['1 234 567,89', 2, 123456789],
    ["1'234,50", 2, 123450],
    [',50', 2, 50],
    ['12,500', 2, 1250],
    ['12.500', 2, 1250000],
    ['1.234', 2, 123400],
    ['1,234', 3, 1234],
    ['1.234', 0, 1234],
    ['0000000074,70', 2, 7470],
    ['-0000000074,70', 2, -7470],
    ['74,70-', 2, -7470],
    ['(1.234,50)', 2, -123450],
    ['1.234,50 C', 2, -123450],
  ])('%j with %i decimals is %i', (text, exponent, units) => {
    expect(parseAmount(text, exponent, ',')).toBe(units);
  });

  test.each(['1234.50', '1,234.50', '0.500', '.5', '1.23', '1.234.50', '12,', '1,2,3', '1.234,5,6'])(
    '%j is unreadable',
    (text) => {
      expect(parseAmount(text, 2, ',')).toBe('amount-unreadable');
    },
  );

  test('has no more decimals than its currency', () => {
    expect(parseAmount('1,234', 2, ',')).toBe('amount-too-precise');
    expect(parseAmount('90.071.992.547.409,92', 2, ',')).toBe('amount-too-large');
  });
});

/** X1 of the shared cases: what Babel reads, of the spellings this grammar has. */
describe('as Babel reads it', () => {
  test.each([
    ['1,099.98', '.', 2, 109998],
    ['1.099,98', ',', 2, 109998],
    ['1\u00a0099,98', ',', 2, 109998],
    ['1\u202f099,98', ',', 2, 109998],
    ['12 345,123', ',', 3, 12345123],
    ['5,000001', ',', 6, 5000001],
    ['1.001', ',', 2, 100100],
    ['3,800', '.', 2, 380000],
    ['2,109,998', ',', 2, 'amount-unreadable'],
    ['11.11', ',', 2, 'amount-unreadable'],
    ['80.00.00', '.', 2, 'amount-unreadable'],
    ['80.00.00', ',', 2, 'amount-unreadable'],
    ['2000,000', '.', 2, 'amount-unreadable'],
    ['0,,000', '.', 2, 'amount-unreadable'],
  ] as const)('%j under %j with %i decimals is %s', (text, decimal, exponent, read) => {
    expect(parseAmount(text, exponent, decimal)).toBe(read);
  });
});

describe('of the decimal mark of its file, with two decimals,', () => {
  test.each([
    ['', 'none'],
    ['0', 'none'],
    ['1234', 'none'],
    ['1 234', 'none'],
    ["1'234'567", 'none'],
    ['-12 CR', 'unreadable'],
    ['x', 'unreadable'],
    ['1,2.3', 'unreadable'],
    ['12,5', 'comma'],
    ['1.234,50', 'comma'],
    ['1 234,50', 'comma'],
    ['1.234.567', 'comma'],
    ['1234,500', 'comma'],
    ['1234,567', 'comma'],
    [',5', 'comma'],
    ['0,500', 'comma'],
    // Three decimals, the last of them no zero: more than the currency has.
    ['1.234', 'comma'],
    ['-1.234', 'comma'],
    ['12.5', 'dot'],
    ['1234.50', 'dot'],
    ['1,234.50', 'dot'],
    ['1,234,567', 'dot'],
    ['0.500', 'dot'],
    ['(1,234)', 'dot'],
    // Twelve and a half, or twelve thousand five hundred.
    ['12.500', 'either'],
    ['12,500-', 'either'],
    ['1.000', 'either'],
  ])('%j says %s', (text, evidence) => {
    expect(amountEvidence(text, 2)).toBe(evidence);
  });

  test.each([
    ['1,234', 0, 'dot'],
    ['1.234', 0, 'comma'],
    ['1.000', 0, 'either'],
    ['1.5', 0, 'dot'],
    ['1.234', 3, 'either'],
    ['1,234', 3, 'either'],
    ['1.2345', 3, 'dot'],
    ['1,234', 4, 'either'],
  ])('%j with %i decimals says %s', (text, exponent, evidence) => {
    expect(amountEvidence(text, exponent)).toBe(evidence);
  });
});

describe('all texts of up to six of the characters 0 1 9 . - +', () => {
  const alphabet = [...'019.-+'];
  const digits = new Set('0123456789');

  /** One sign before or behind, digits, and one dot with digits behind it; then whole units, or not. */
  function oracle(text: string, exponent: number): number | string {
    const signs = [...text].filter((c) => c === '-' || c === '+');
    const bare = signs.length === 1 && /^[-+]|[-+]$/.test(text) ? text.replace(/[-+]/, '') : text;
    const parts = bare.split('.');
    if (parts.length > 2 || parts.at(-1) === '' || parts.some((part) => [...part].some((c) => !digits.has(c))))
      return 'amount-unreadable';
    const units = new Decimal(bare).mul(10 ** exponent);
    if (!units.isInteger()) return 'amount-too-precise';
    return units.isZero() ? 0 : units.toNumber() * (signs[0] === '-' ? -1 : 1);
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

describe('in every dialect', () => {
  const dialect = fc.record({
    decimal: fc.constantFrom('.' as const, ',' as const),
    thousands: fc.constantFrom('', ' ', '\u00a0', '\u202f', '\u2009', "'", '\u2019', 'other'),
    negative: fc.constantFrom(...['-#', '- #', '\u2212#', '#-', '# -', '(#)', '#CR', '# cr', '#C', '# c']),
    positive: fc.constantFrom(...['#', '#', '+#', '#+', '#DR', '# dr', '#D', '# d']),
    padding: fc.nat(3),
  });

  test('an amount reads back to its minor units', () => {
    fc.assert(
      fc.property(dialect, fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), (how, units, exponent) => {
        const { decimal } = how;
        const mark = how.thousands === 'other' ? (decimal === '.' ? ',' : '.') : how.thousands;
        const digits = String(Math.abs(units)).padStart(exponent + 1, '0');
        const whole = digits.slice(0, digits.length - exponent).replace(/\B(?=(\d{3})+$)/g, mark);
        const zeros = '0'.repeat(mark === '' ? how.padding : 0);
        const number = `${zeros}${whole}${exponent === 0 ? '' : decimal}${digits.slice(digits.length - exponent)}`;
        const text = (units < 0 ? how.negative : how.positive).replace('#', number);
        expect(parseAmount(text, exponent, decimal), text).toBe(units);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('what is evidence of a mark reads under that mark alone, or reads there alone without more decimals than there are', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123450,.  -(') as never, maxLength: 9 });
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 3 }), (cell, exponent) => {
        const [dot, comma] = [parseAmount(cell, exponent, '.'), parseAmount(cell, exponent, ',')];
        const evidence = amountEvidence(cell, exponent);
        if (typeof dot === 'number' && typeof comma === 'number') expect(evidence).toBe(dot === comma ? 'none' : 'either');
        else if (typeof dot === 'number') expect(evidence).toBe('dot');
        else if (typeof comma === 'number') expect(evidence).toBe('comma');
        else expect(evidence).not.toBe('either');
      }),
      { numRuns: runs(5000) },
    );
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
    ['-12.00 CR', /negative amount as -1234\.50/],
    ['1 48.00', /no thousands marks/],
    ['n/a', /write amounts as/],
  ])('%j says what to write instead', (text, hint) => {
    expect(amountHint(text)).toMatch(hint);
  });
});

test('the hint shows amounts as the file writes them', () => {
  expect(amountHint('1234.50', ',')).toBe('write amounts as 1234,50: a comma for the decimals, no thousands marks');
  expect(amountHint('(-12,00)', ',')).toBe('write a negative amount as -1234,50');
  expect(amountSaid('amount-unreadable', 'n/a', 2, ',').fix).toBe('write amounts as 1234,50 or -1234,50');
});
