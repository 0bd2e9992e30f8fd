// How does each kind of cell look in each format, and in both languages?
import { describe, expect, it, test } from 'vitest';
import { csv, tsv } from '../../src/report/render/delimited.ts';
import { html } from '../../src/report/render/html/page.ts';
import { json } from '../../src/report/render/json.ts';
import { md } from '../../src/report/render/md.ts';
import { FORMATS, formatOfExtension } from '../../src/report/render/registry.ts';
import { table } from '../../src/report/render/table.ts';
import { xlsx } from '../../src/report/render/xlsx/workbook.ts';
import { type Cell, NOT_AVAILABLE } from '../../src/report/report.ts';
import { cell, columnOf, rendered, reportOf, sectionOf } from './sample.ts';

/** The narrow no-break space of French. */
const fr = (text: string): string => text.replaceAll(' ', '\u202f');

// cell, csv and tsv, json, English, French
const CELLS: readonly [string, Cell, string, string, string, string][] = [
  ['a text', cell.text('Durand'), 'Durand', '"Durand"', 'Durand', 'Durand'],
  ['an empty text', cell.text(''), '', 'null', '', ''],
  ['a code', cell.code('credit_note', 'credit note', 'avoir'), 'credit_note', '"credit_note"', 'credit note', 'avoir'],
  ['euros', cell.money(123450), '1234.50', '1234.50', '1,234.50', fr('1 234,50')],
  ['euros owed to the customer', cell.money(-123450), '-1234.50', '-1234.50', '-1,234.50', fr('-1 234,50')],
  ['a cent', cell.money(1), '0.01', '0.01', '0.01', '0,01'],
  ['no euro', cell.money(0), '0.00', '0.00', '–', '–'],
  ['yen', cell.money(1500, 'JPY'), '1500', '1500', '1,500', fr('1 500')],
  ['no yen', cell.money(0, 'JPY'), '0', '0', '–', '–'],
  ['dinars', cell.money(1234567, 'TND'), '1234.567', '1234.567', '1,234.567', fr('1 234,567')],
  [
    'the largest amount',
    cell.money(Number.MAX_SAFE_INTEGER),
    '90071992547409.91',
    '90071992547409.91',
    '90,071,992,547,409.91',
    fr('90 071 992 547 409,91'),
  ],
  ['a whole number', cell.number(12345, 0), '12345', '12345', '12,345', fr('12 345')],
  ['a number with decimals', cell.number(12.5, 2), '12.5', '12.5', '12.50', '12,50'],
  ['a number below one', cell.number(-0.25, 2), '-0.25', '-0.25', '-0.25', '-0,25'],
  ['a share', cell.percent(0.125), '0.125', '0.125', '12.5%', fr('12,5 %')],
  ['the whole', cell.percent(1), '1', '1', '100.0%', fr('100,0 %')],
  ['a third', cell.percent(1 / 3), '0.3333', '0.3333', '33.3%', fr('33,3 %')],
  ['a day', cell.day(2026, 6, 30), '2026-06-30', '"2026-06-30"', '2026-06-30', '30/06/2026'],
  ['days', cell.days(1234), '1234', '1234', '1,234', fr('1 234')],
  ['days before', cell.days(-7), '-7', '-7', '-7', '-7'],
  ['yes', cell.flag(true), 'true', 'true', 'yes', 'oui'],
  ['no', cell.flag(false), 'false', 'false', 'no', 'non'],
  ['more than some days is no number to a machine', cell.moreThan(1091), '', 'null', '> 1,091.00', `> ${fr('1 091')},00`],
  ['a series', cell.series(30.5, undefined, 60, 45.25), '30.5 n/a 60 45.25', '[30.5, null, 60, 45.25]', '▁·█▅', '▁·█▅'],
  ['a series that stays', cell.series(7, 7), '7 7', '[7, 7]', '▄▄', '▄▄'],
  ['a series of nothing known', cell.series(undefined), 'n/a', '[null]', '·', '·'],
  ['nothing', cell.none, '', 'null', '', ''],
  ['what is not available', NOT_AVAILABLE, '', 'null', 'n/a', 'n. d.'],
];

describe.each(CELLS)('%s', (_, one, machine, inJson, english, french) => {
  const kind = one.kind === 'none' ? 'text' : one.kind;
  // A second cell keeps an empty one from looking like no line at all.
  const report = reportOf(sectionOf([columnOf('k', kind), columnOf('z', 'text')], [[one, cell.text('z')]]));

  test.each([
    ['csv', csv, ','],
    ['tsv', tsv, '\t'],
  ] as const)(`in %s is ${machine}`, (_format, render, mark) => {
    for (const lang of ['en', 'fr'] as const) {
      expect(rendered(render, report, { lang })).toBe(`k${mark}z\n${machine}${mark}z\n`);
    }
  });

  it(`in json is ${inJson}`, () => {
    for (const lang of ['en', 'fr'] as const) {
      expect(rendered(json, report, { lang })).toContain(`      {"k": ${inJson}, "z": "z"}\n`);
    }
  });

  test.each([
    ['en', english],
    ['fr', french],
  ] as const)('for people in %s is %s', (lang, told) => {
    const inTable = rendered(table, report, { lang }).split('\n')[3] as string;
    expect(inTable.replace(/ *z$/, '').trim()).toBe(told);
    expect(rendered(md, report, { lang })).toContain(`| ${told.replace('>', '&gt;')} | z |\n`);
  });
});

describe('the formats', () => {
  it('are these, and each is loaded by its name', async () => {
    expect(FORMATS.map((format) => format.name)).toEqual(['table', 'csv', 'tsv', 'json', 'md', 'html', 'xlsx']);
    const loaded = await Promise.all(FORMATS.map((format) => format.load('plain')));
    expect(loaded).toEqual([table, csv, tsv, json, md, html, xlsx]);
  });

  test.each([
    ['out.csv', 'csv'],
    ['out.tsv', 'tsv'],
    ['out.json', 'json'],
    ['out.md', 'md'],
    ['out.html', 'html'],
    ['out.xlsx', 'xlsx'],
    ['OUT.XLSX', 'xlsx'],
    ['out.txt', 'table'],
    ['OUT.CSV', 'csv'],
    ['a.b/c.d.json', 'json'],
    ['out.table', undefined],
    ['out', undefined],
    ['out.xml', undefined],
    ['csv', undefined],
    ['out.csv.bak', undefined],
    ['out.', undefined],
  ])('by extension: %s is %s', (path, format) => {
    expect(formatOfExtension(path)).toBe(format);
  });
});

describe('json', () => {
  const section = sectionOf([columnOf('name', 'text'), columnOf('total', 'money')], [[cell.text('A'), cell.money(100)]], {
    totals: [{ currency: 'EUR' as never, cells: [cell.none, cell.money(100)] }],
  });
  const report = {
    ...reportOf(section, sectionOf([columnOf('k', 'text')], [])),
    parameters: { as_of: '2026-06-30', top: 3, none: null, list: ['a', 1], on: true },
    control: [{ currency: 'EUR', postings: 9007199254740991, settledByColumns: -5, open: 100, difference: 0 }] as never,
    diagnostics: [
      { code: 'due-missing', file: 'a.csv', line: 3, what: 'no "due"' },
      { code: 'file-empty', what: 'é\u2028\n' },
    ] as never,
  };

  it('is JSON, whole', () => {
    expect(JSON.parse(rendered(json, report))).toEqual({
      report: 'sample',
      asOf: '2026-06-30',
      parameters: report.parameters,
      sections: [
        {
          name: 'sample',
          columns: [
            { key: 'name', kind: 'text' },
            { key: 'total', kind: 'money' },
          ],
          rows: [{ name: 'A', total: 1 }],
          totals: [{ currency: 'EUR', total: 1 }],
        },
        { name: 'sample', columns: [{ key: 'k', kind: 'text' }], rows: [], totals: [] },
      ],
      control: [{ currency: 'EUR', postings: 90071992547409.91, settled_by_columns: -0.05, open: 1, difference: 0 }],
      diagnostics: [
        diagnostic({ code: 'due-missing', severity: 'warning', file: 'a.csv', line: 3, what: 'no "due"' }),
        diagnostic({ code: 'file-empty', severity: 'error', what: 'é\u2028\n' }),
      ],
    });
  });

  function diagnostic(said: object): object {
    return { file: null, line: null, column: null, value: null, why: null, fix: null, ...said };
  }

  it('writes amounts digit by digit, with the decimals of the currency', () => {
    const text = rendered(json, report);
    expect(text).toContain('"postings": 90071992547409.91, "settled_by_columns": -0.05, "open": 1.00, "difference": 0.00');
    expect(text).toContain('"totals": [{"currency": "EUR", "total": 1.00}]');
  });

  test.each(['"', '\\', '\n\r\t\b\f', '\u0000\u001f', '</script>', '\u2028\u2029', '😀', '\ud800', '=1+1', 'é'])(
    'holds the text %j as it is, formula or not',
    (text) => {
      const parsed = JSON.parse(rendered(json, reportOf(sectionOf([columnOf('k', 'text')], [[cell.text(text)]]))));
      expect(parsed.sections[0].rows).toEqual([{ k: text }]);
    },
  );
});
