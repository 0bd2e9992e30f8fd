// Does every value come out of CSV and TSV as it went in, harmless to a spreadsheet? csv-parse reads the CSV back.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { disarmed } from '../../src/core/formula.ts';
import { csv, quoted, tsv } from '../../src/report/render/delimited.ts';
import { cell, columnOf, rendered, reportOf, sectionOf, textsOf } from './sample.ts';

const DANGEROUS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

describe('a text that a spreadsheet would run', () => {
  test.each(DANGEROUS.map((first) => ({ first })))('begins with $first: an apostrophe stands before it', ({ first }) => {
    for (const rest of ['', '1+1', "cmd|' /C calc'!A0", first]) expect(disarmed(first + rest)).toBe(`'${first}${rest}`);
  });

  test.each([
    '',
    'Durand',
    'C-12',
    'A+B',
    'a=b',
    'x@y.fr',
    '00012',
    '1.5',
    "'=1",
    ' =1',
    '"=1"',
    '(=1)',
    '.5',
    '−5',
    '–',
    '—',
    'é=1',
    '%',
    '|',
    '#REF!',
    '\u00a0=1',
    '東京',
    '＃',
  ])('is not %j, which is left as it is', (text) => {
    expect(disarmed(text)).toBe(text);
  });

  it('begins with no other character of the Basic Multilingual Plane', () => {
    const touched: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      const first = String.fromCharCode(code);
      if (disarmed(`${first}1`) !== `${first}1`) touched.push(first);
    }
    expect(touched.sort()).toEqual([...DANGEROUS].sort());
  });

  test.each([
    ['csv', csv],
    ['tsv', tsv],
  ] as const)('is harmless in %s, in texts and in keys', (_, render) => {
    const section = sectionOf([columnOf('a', 'text'), columnOf('b', 'code')], [[cell.text('=1+1'), cell.code('@x', 'x', 'x')]]);
    expect(rendered(render, reportOf(section)).split('\n')[1]?.split(/[,\t]/)).toEqual(["'=1+1", "'@x"]);
  });

  test.each([
    ['csv', csv],
    ['tsv', tsv],
  ] as const)('is never an amount, a number or a day: %s leaves a minus what it is', (_, render) => {
    const cells = [cell.money(-150), cell.number(-1.5, 1), cell.percent(-0.5), cell.days(-3)];
    const columns = cells.map((c, i) => columnOf(`k${i}`, c.kind));
    expect(
      rendered(render, reportOf(sectionOf(columns, [cells])))
        .split('\n')[1]
        ?.split(/[,\t]/),
    ).toEqual(['-1.50', '-1.5', '-0.5', '-3']);
  });
});

describe('a cell of CSV', () => {
  test.each([
    ['', ''],
    ['a', 'a'],
    ['a b', 'a b'],
    [' a ', ' a '],
    ["'", "'"],
    ['a;b', 'a;b'],
    ['a\tb', 'a\tb'],
    ['a,b', '"a,b"'],
    ['"', '""""'],
    ['Café "Le Zinc"', '"Café ""Le Zinc"""'],
    ['a\nb', '"a\nb"'],
    ['a\rb', '"a\rb"'],
    ['a\r\nb', '"a\r\nb"'],
    [',', '","'],
  ])('%j is written %j', (text, written) => {
    expect(quoted(text)).toBe(written);
  });
});

/** Texts made of what delimited formats trip over; the first character is none that a spreadsheet runs. */
const hostile = fc
  .array(fc.constantFrom('a', 'é', '😀', '"', '""', ',', ';', '\t', '\n', '\r', '\r\n', ' ', "'", '=', '-', '\\', '\u2028'), {
    maxLength: 6,
  })
  .map((parts) => `x${parts.join('')}`);
const tableOf = (rows: readonly (readonly string[])[]) =>
  reportOf(
    sectionOf(
      ['a', 'b', 'c'].map((key) => columnOf(key, 'text')),
      rows.map((row) => row.map(cell.text)),
    ),
  );
const rowsOf = fc.array(fc.tuple(hostile, hostile, hostile), { maxLength: 5 });

describe('CSV', () => {
  it('is read back as it was, whatever the texts', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        expect(parse(rendered(csv, tableOf(rows)), { record_delimiter: '\n' })).toEqual([['a', 'b', 'c'], ...rows]);
      }),
    );
  });

  it('ends every line with LF, and has neither title nor total', () => {
    const section = sectionOf([columnOf('k', 'text'), columnOf('m', 'money')], [[cell.text('A'), cell.money(1)]], {
      totals: [{ currency: 'EUR' as never, cells: [cell.none, cell.money(1)] }],
    });
    expect(rendered(csv, reportOf(section))).toBe('k,m\nA,0.01\n');
  });

  it('of no rows is its headings', () => {
    expect(rendered(csv, tableOf([]))).toBe('a,b,c\n');
  });

  it('carries rows that say nothing to people', () => {
    const section = sectionOf([columnOf('k', 'text')], [[cell.text('A')], [cell.text('B')]], { quiet: () => true });
    expect(rendered(csv, reportOf(section))).toBe('k\nA\nB\n');
  });

  it('of many rows is made in pieces that add up', () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `F${i}`);
    const pieces = [
      ...csv(reportOf(textsOf(texts)), { lang: 'en', width: 80, colour: false, section: undefined, dialect: 'plain' }),
    ];
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe(`k\n${texts.map((text) => `${text}\n`).join('')}`);
  });

  test.each([
    [undefined, 'k\none\n'],
    ['first', 'k\none\n'],
    ['second', 'k\ntwo\n'],
  ])('writes the section %s', (section, written) => {
    const report = reportOf({ ...textsOf(['one']), name: 'first' }, { ...textsOf(['two']), name: 'second' });
    expect(rendered(csv, report, { section })).toBe(written);
  });
});

describe('TSV', () => {
  test.each([
    ['a\tb', 'a b'],
    ['a\nb', 'a b'],
    ['a\rb', 'a b'],
    ['a\r\nb', 'a b'],
    ['a\t\t\n\tb', 'a b'],
    ['a\t', 'a '],
    ['\ta', "' a"],
    ['a,"b"', 'a,"b"'],
    ['a b', 'a b'],
  ])('writes %j as %j', (text, written) => {
    expect(rendered(tsv, reportOf(textsOf([text])))).toBe(`k\n${written}\n`);
  });

  it('has as many TABs as there are columns but one, and a line a row, whatever the texts', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const lines = rendered(tsv, tableOf(rows)).split('\n');
        expect(lines.pop()).toBe('');
        expect(lines.map((line) => line.split('\t').length)).toEqual([3, ...rows.map(() => 3)]);
        expect(lines.slice(1).map((line) => line.split('\t'))).toEqual(
          rows.map((row) => row.map((text) => text.replace(/[\t\r\n]+/g, ' '))),
        );
      }),
    );
  });
});
