// Are rows written from columns the same bytes as rows written from cells, whatever they hold?
import fc from 'fast-check';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import type { Currency } from '../../src/core/currency.ts';
import { shared } from '../../src/core/shared.ts';
import { Texts } from '../../src/core/texts.ts';
import { word } from '../../src/core/word.ts';
import { sortSection, topRows } from '../../src/report/order.ts';
import { type PlainRows, rowsOf } from '../../src/report/plain.ts';
import { csv, FEW, tsv } from '../../src/report/render/delimited.ts';
import { json } from '../../src/report/render/json.ts';
import type { Section } from '../../src/report/report.ts';
import { runs } from '../harness/share.ts';
import { columnOf, rendered, reportOf, sectionOf } from './sample.ts';

/** What the types of Node 20 name without saying so. */
declare const WebAssembly: { readonly Memory: { readonly prototype: { grow(pages: number): number } } };

const FORMATS = [
  { name: 'csv', render: csv },
  { name: 'tsv', render: tsv },
];
const CURRENCIES = ['EUR', 'JPY', 'TND', 'UYW'] as Currency[];

/** Rows of a text, one that rows share, a code, an amount and a number of days; the places stand in the order of the rows, backwards. */
type Line = {
  readonly text: string;
  readonly common: string;
  readonly key: string;
  readonly amount: number;
  readonly currency: number;
  readonly days: number;
};

function plainOf(lines: readonly Line[]): PlainRows {
  return {
    order: Int32Array.from(lines, (_, i) => lines.length - 1 - i),
    memberOf: Int32Array.from(lines, (_, i) => i),
    columns: [
      { kind: 'text', texts: new Texts(lines.map((line) => line.text)) },
      { kind: 'shared', ...shared(lines.map((line) => line.common)) },
      { kind: 'code', texts: new Texts(lines.map((line) => line.key)), words: lines.map((line) => word(line.key, line.key)) },
      { kind: 'money', amounts: Float64Array.from(lines, (line) => line.amount) },
      { kind: 'days', days: Int32Array.from(lines, (line) => line.days) },
    ],
    currencies: CURRENCIES,
    currencyOf: Uint8Array.from(lines, (line) => line.currency),
  };
}

const COLUMNS = [
  columnOf('t', 'text'),
  columnOf('s', 'text'),
  columnOf('c', 'code'),
  columnOf('m', 'money'),
  columnOf('d', 'days'),
];
const sectionWith = (rows: Section['rows']): Section => ({ ...sectionOf(COLUMNS, []), rows });
const plain = (lines: readonly Line[]): Section => sectionWith(rowsOf(plainOf(lines)));
/** The same rows, of which only the cells are known. */
const inCells = ({ rows: { count, at } }: Section): Section => sectionWith({ count, at });

/** The bytes themselves: a text compared as text would not show what UTF-8 makes of half a surrogate pair. */
const bytesOf = (render: typeof csv, section: Section): Buffer =>
  Buffer.concat(
    [...render(reportOf(section), { lang: 'en', width: 80, colour: false, section: undefined, dialect: 'plain' })].map((piece) =>
      Buffer.from(piece),
    ),
  );

const LETTERS = [
  'a',
  'Z',
  '0',
  ' ',
  "'",
  '"',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '=',
  '+',
  '-',
  '@',
  '\x00',
  '\x7f',
  '\x80',
  'é',
  '\u07ff',
];
const texts = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
  fc
    .array(fc.constantFrom(...LETTERS, '\u0800', '東', '＝', '＠', '😀', '\ud83d', '\ude00'), { maxLength: 5 })
    .map((units) => units.join('')),
);
const amounts = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 5, -5, 99, 100, 999_999_999, 1_000_000_000, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1),
  fc.maxSafeInteger(),
  fc.integer({ min: -100_000, max: 100_000 }),
);
const lines: fc.Arbitrary<Line> = fc.record({
  text: texts,
  common: fc.oneof(texts, fc.constantFrom('', 'Durand', 'A, B', '=1+1', '＝1', 'Société "Z"')),
  key: texts,
  amount: amounts,
  currency: fc.nat({ max: CURRENCIES.length - 1 }),
  days: fc.nat({ max: 100_000 }),
});

/** As many rows as it takes to be written from columns: the list again and again. */
const repeated = (list: readonly Line[]): Line[] =>
  Array.from({ length: list.length === 0 ? 0 : FEW + list.length }, (_, i) => list[i % list.length] as Line);

const line = (text: string, amount = 0, days = 0): Line => ({ text, common: 's', key: 'k', amount, currency: 0, days });

describe.each(FORMATS)('$name from columns', ({ render }) => {
  afterEach(() => vi.restoreAllMocks());

  it('is the same bytes as from cells', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 8 }).map(repeated), (list) => {
        expect(bytesOf(render, plain(list)).equals(bytesOf(render, inCells(plain(list))))).toBe(true);
      }),
      { numRuns: runs(400) },
    );
  });

  test.each([
    ['more rows than a piece holds', Array.from({ length: 5000 }, (_, i) => line(`Société ${i}`, i * 12_345, i))],
    ['a text longer than a piece', repeated([line('"'.repeat(70_000)), line('東'.repeat(70_000), 1), line('a', 1)])],
    [
      'figures of each number of digits, about where one more begins',
      Array.from({ length: 17 }, (_, digits) =>
        [-1, 0, 1].flatMap((more) =>
          [1, -1].flatMap((sign) =>
            [0, 1, 2, 3].map((currency) => ({ ...line('a', sign * (10 ** Math.min(15, digits) + more), digits), currency })),
          ),
        ),
      ).flat(),
    ],
    ['no row', []],
    ['a few rows', [line('a', 1), line('b', 2)]],
  ])('is the same bytes as from cells: %s', (_, list) => {
    expect(bytesOf(render, plain(list)).equals(bytesOf(render, inCells(plain(list))))).toBe(true);
  });

  it('hands out pieces that stay as they are while the next ones are made', () => {
    const list = Array.from({ length: 5000 }, (_, i) => line(`Customer number ${i}`, i, i));
    const options = { lang: 'en', width: 80, colour: false, section: undefined, dialect: 'plain' } as const;
    const copied: Buffer[] = [];
    const kept: Uint8Array[] = [];
    for (const piece of render(reportOf(plain(list)), options)) {
      copied.push(Buffer.from(piece));
      kept.push(piece as Uint8Array);
    }
    expect(kept.length).toBeGreaterThan(1);
    expect(Buffer.concat(kept).equals(Buffer.concat(copied))).toBe(true);
  });

  it('is the same bytes as from cells where memory is short', () => {
    const list = Array.from({ length: 5000 }, (_, i) => line(`Customer number ${i}`, i, i));
    const whole = bytesOf(render, inCells(plain(list)));
    vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('no memory');
    });
    expect(bytesOf(render, plain(list)).equals(whole)).toBe(true);
  });

  test.each([0.5, Number.NaN, 2 ** 53])('writes no amount that is not a whole number of minor units: %d', (amount) => {
    expect(() => bytesOf(render, plain(repeated([line('a', amount)])))).toThrow('not a whole number of minor units');
  });
});

describe('rows that know their columns', () => {
  const list = [line('b', 300, 1), line('c', 100, 0), line('a', 200, 3)];

  it('are written in the order of their places', () => {
    expect(rendered(csv, reportOf(plain(list)))).toBe('t,s,c,m,d\na,s,k,2.00,3\nc,s,k,1.00,\nb,s,k,3.00,1\n');
  });

  it('know them still when they are sorted, and when they are cut', () => {
    const sorted = sortSection(plain(list), { key: 'm', descending: true }) as Section;
    const first = topRows(sorted, 2);
    expect(first.rows.plain).toBeDefined();
    expect(rendered(csv, reportOf(first))).toBe('t,s,c,m,d\nb,s,k,3.00,1\na,s,k,2.00,3\n');
  });

  it('hold nothing where there are no days', () => {
    expect(rendered(json, reportOf(plain([line('c', 100, 0)])))).toContain('"m": 1.00, "d": null');
  });
});
