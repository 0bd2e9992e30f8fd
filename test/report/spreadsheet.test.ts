// What does a spreadsheet get that opens a csv by double click? Its language's marks and words; figures that are figures to it, texts that it runs nowhere.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { csv } from '../../src/report/render/delimited.ts';
import type { Dialect } from '../../src/report/render/registry.ts';
import type { Cell } from '../../src/report/report.ts';
import { cell, columnOf, rendered, reportOf, sectionOf } from './sample.ts';

// cell, excel-fr, excel-en
const CELLS: readonly [string, Cell, string, string][] = [
  ['a text', cell.text('Durand'), 'Durand', 'Durand'],
  ['a code', cell.code('credit_note', 'credit note', 'avoir'), 'avoir', 'credit note'],
  ['euros', cell.money(123450), '1234,50', '1234.50'],
  ['euros owed to the customer', cell.money(-123450), '-1234,50', '-1234.50'],
  ['no euro', cell.money(0), '0,00', '0.00'],
  ['yen', cell.money(1500, 'JPY'), '1500', '1500'],
  ['dinars', cell.money(1234567, 'TND'), '1234,567', '1234.567'],
  ['the largest amount', cell.money(Number.MAX_SAFE_INTEGER), '90071992547409,91', '90071992547409.91'],
  ['a number', cell.number(12.5, 2), '12,5', '12.5'],
  ['a share', cell.percent(0.125), '0,125', '0.125'],
  ['a day', cell.day(2026, 6, 7), '07/06/2026', '2026-06-07'],
  ['days', cell.days(1234), '1234', '1234'],
  ['yes', cell.flag(true), 'oui', 'yes'],
  ['no', cell.flag(false), 'non', 'no'],
  ['more than some days', cell.moreThan(91), '> 91,00', '> 91.00'],
  ['a series', cell.series(1, 2), '▁█', '▁█'],
  ['nothing', cell.none, '', ''],
  ['a formula', cell.text('=1+1'), "'=1+1", "'=1+1"],
  ['a code that begins like a formula', cell.code('x', '-x', '@x'), "'@x", "'-x"],
  ['a text that holds a comma', cell.text('a,b'), 'a,b', '"a,b"'],
  ['a text that holds a semicolon', cell.text('a;b'), '"a;b"', 'a;b'],
  ['a text of two lines', cell.text('a\nb'), '"a\nb"', '"a\nb"'],
];

test.each(CELLS)('%s', (_, one, french, english) => {
  const kind = one.kind === 'none' ? 'text' : one.kind;
  const report = reportOf(sectionOf([columnOf('k', kind), columnOf('z', 'text')], [[one, cell.text('z')]]));
  expect(rendered(csv, report, { dialect: 'excel-fr' })).toBe(`\ufeffk;z\r\n${french};z\r\n`);
  expect(rendered(csv, report, { dialect: 'excel-en' })).toBe(`\ufeffk,z\r\n${english},z\r\n`);
});

describe.each(['excel-fr', 'excel-en'] as const)('%s', (dialect) => {
  const mark = dialect === 'excel-fr' ? ';' : ',';
  const lang = dialect === 'excel-fr' ? 'fr' : 'en';

  it('names the columns in words, whatever --lang says', () => {
    const section = sectionOf([{ ...columnOf('due', 'day'), head: { en: 'Due', fr: 'Échéance' } }], []);
    const heading = dialect === 'excel-fr' ? 'Échéance' : 'Due';
    for (const other of ['en', 'fr'] as const) {
      expect(rendered(csv, reportOf(section), { dialect, lang: other })).toBe(`\ufeff${heading}\r\n`);
    }
  });

  it('makes headings of the user’s tables harmless', () => {
    const section = sectionOf([{ ...columnOf('k', 'text'), head: { en: '=a', fr: '=a' } }], []);
    expect(rendered(csv, reportOf(section), { dialect })).toBe("\ufeff'=a\r\n");
  });

  it('is the same rows as plain csv, of a few and of many', () => {
    for (const count of [3, 20_000]) {
      const rows = Array.from({ length: count }, (_, i) => [cell.text(`F${i}`), cell.money(i)]);
      const report = reportOf(sectionOf([columnOf('k', 'text'), columnOf('m', 'money')], rows));
      const read = (as: Dialect, delimiter: string): string[][] =>
        parse(rendered(csv, report, { dialect: as }), { bom: true, delimiter }).map((row: string[]) =>
          row.map((one) => one.replace(/(\d),(\d\d)$/, '$1.$2')),
        );
      expect(read(dialect, mark)).toEqual(read('plain', ','));
    }
  });

  it('is read back as it was, whatever the texts', () => {
    const hostile = fc.array(fc.constantFrom('a', 'é', '😀', '"', ',', ';', '\t', '\n', '\r\n', ' ', "'", '=', '-'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile), { maxLength: 5 }), (rows) => {
        const texts = rows.map((row) => row.map((parts) => `x${parts.join('')}`));
        const report = reportOf(
          sectionOf(
            ['a', 'b'].map((key) => columnOf(key, 'text')),
            texts.map((row) => row.map(cell.text)),
          ),
        );
        const written = rendered(csv, report, { dialect, lang });
        expect(parse(written, { bom: true, delimiter: mark, record_delimiter: '\r\n' })).toEqual([['a', 'b'], ...texts]);
      }),
    );
  });
});
