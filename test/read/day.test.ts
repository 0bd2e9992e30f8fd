// Which day is meant by what stands in a cell, under each form a column can have? Days are written here by the calendar of JavaScript.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { DAY_FORM_SAID, dayFormsOf, isSpelt, parseDay } from '../../src/read/day.ts';
import { DAY_FORMS, type DayForm } from '../../src/read/forms.ts';
import { runs } from '../harness/share.ts';

const read = (text: string, form: DayForm): string | undefined => {
  const day = parseDay(text, form);
  return day === undefined ? undefined : isoDay(day);
};

describe('a day written', () => {
  test.each<[DayForm, string, string]>([
    ['iso', '2026-01-31', '2026-01-31'],
    ['iso', '2026-01-31T00:00:00', '2026-01-31'],
    ['iso', '2026-01-31 00:00:00.000', '2026-01-31'],
    ['iso', '2026-01-31T23:30:00Z', '2026-01-31'],
    ['iso', '2026-01-31T23:30:00.000+02:00', '2026-01-31'],
    ['dmy', '31/12/2026', '2026-12-31'],
    ['dmy', '31.12.2026', '2026-12-31'],
    ['dmy', '31-12-2026', '2026-12-31'],
    ['dmy', '31 12 2026', '2026-12-31'],
    ['dmy', '1/2/2026', '2026-02-01'],
    ['dmy', '01.2.26', '2026-02-01'],
    ['dmy', '31/12/2026 00:00', '2026-12-31'],
    ['dmy', '31/12/2026 9:05:00', '2026-12-31'],
    ['dmy', '31 Jan 2026', '2026-01-31'],
    ['dmy', '31-Jan-26', '2026-01-31'],
    ['dmy', '31 janv. 2026', '2026-01-31'],
    ['dmy', '31.janv.2026', '2026-01-31'],
    ['dmy', '1 févr. 2026', '2026-02-01'],
    ['dmy', '1 FEVRIER 2026', '2026-02-01'],
    ['dmy', '1 fe\u0301vrier 2026', '2026-02-01'],
    ['dmy', '1\u00a0août\u00a02026', '2026-08-01'],
    ['dmy', '31 December 2026', '2026-12-31'],
    ['mdy', '12/31/2026', '2026-12-31'],
    ['mdy', '1/31/26', '2026-01-31'],
    ['mdy', 'Jan 31, 2026', '2026-01-31'],
    ['mdy', 'Jan 31 2026', '2026-01-31'],
    ['mdy', 'Sept. 1, 2026', '2026-09-01'],
    ['mdy', '1/31/2026, 12:00:00 AM', '2026-01-31'],
    ['mdy', '1/31/2026 11:59 PM', '2026-01-31'],
    ['ymd', '2026/01/31', '2026-01-31'],
    ['ymd', '2026.1.31', '2026-01-31'],
    ['ymd', '26/01/31', '2026-01-31'],
    ['ymd', '2026-01-31', '2026-01-31'],
    ['ymd', '2026 janv. 31', '2026-01-31'],
    ['ymd8', '20260131', '2026-01-31'],
    ['dmy8', '31012026', '2026-01-31'],
    ['mdy8', '01312026', '2026-01-31'],
    ['ymd8', '19000101', '1900-01-01'],
    ['ymd8', '21991231', '2199-12-31'],
    ['dmy6', '310126', '2026-01-31'],
    ['dmy6', '10226', '2026-02-01'],
    ['mdy6', '013126', '2026-01-31'],
    ['mdy6', '13126', '2026-01-31'],
    ['ymd6', '260131', '2026-01-31'],
    ['serial', '45881', '2025-08-12'],
    ['serial', '45881.5', '2025-08-12'],
    ['serial', '45881,99', '2025-08-12'],
    ['serial', '20000', '1954-10-03'],
    ['serial', '80000', '2119-01-11'],
  ])('as %s: %j is %s', (form, text, day) => {
    expect(read(text, form)).toBe(day);
  });

  test.each<[string, string]>([
    ['31/12/00', '2000-12-31'],
    ['31/12/69', '2069-12-31'],
    ['31/12/70', '1970-12-31'],
    ['31/12/99', '1999-12-31'],
  ])('with a year of two digits is of the 2000s up to 69: %s', (text, day) => {
    expect(read(text, 'dmy')).toBe(day);
  });

  test.each<[DayForm, string]>([
    ['iso', '2026-02-29'],
    ['iso', '2026/01/31'],
    ['iso', '2026-1-31'],
    ['iso', '2026-01-31T25:00'],
    ['iso', '2026-01-31 x'],
    ['dmy', '31/02/2026'],
    ['dmy', '01/31/2026'],
    ['dmy', '31/12.2026'],
    ['dmy', '31//12/2026'],
    ['dmy', '31/12/026'],
    ['dmy', '31/12/2'],
    ['dmy', '031/12/2026'],
    ['dmy', '31/12'],
    ['dmy', '0/12/2026'],
    ['dmy', '31/0/2026'],
    ['dmy', '31/12/0000'],
    ['dmy', '2026/12/31'],
    ['dmy', 'Jan 31, 2026'],
    ['dmy', '31,/12/2026'],
    ['dmy', '31 jui 2026'],
    ['mdy', '31 Jan 2026'],
    ['mdy', '31/12/2026'],
    ['ymd', '31/12/2026'],
    ['ymd8', '20260231'],
    ['ymd8', '18991231'],
    ['ymd8', '22000101'],
    ['ymd8', '2026013'],
    ['ymd8', '00000000'],
    ['dmy8', '20260131'],
    ['dmy6', '000126'],
    ['dmy6', '3101'],
    ['ymd6', '60131'],
    ['serial', '19999'],
    ['serial', '80001'],
    ['serial', '45881.'],
    ['serial', '-45881'],
    ['serial', '4588'],
    ['serial', '045881'],
    ['dmy', ''],
    ['serial', ''],
  ])('as %s is not %j', (form, text) => {
    expect(parseDay(text, form)).toBeUndefined();
  });

  test('that the calendar does not have is spelt as one all the same', () => {
    expect(isSpelt('31/02/2026', 'dmy')).toBe(true);
    expect(isSpelt('2026-02-30', 'iso')).toBe(true);
    expect(isSpelt('20260230', 'ymd8')).toBe(true);
    expect(isSpelt('99999', 'serial')).toBe(true);
    expect(isSpelt('31/02/2026', 'iso')).toBe(false);
  });
});

describe('the forms a day can be read in', () => {
  test.each<[string, readonly DayForm[]]>([
    ['2026-01-31', ['iso', 'ymd']],
    ['31/12/2026', ['dmy']],
    ['12/31/2026', ['mdy']],
    ['01/02/2026', ['dmy', 'mdy']],
    ['01/02/03', ['dmy', 'mdy', 'ymd']],
    ['31 Jan 2026', ['dmy']],
    ['Jan 31, 2026', ['mdy']],
    ['2026/01/31', ['ymd']],
    ['20260131', ['ymd8']],
    ['01022026', ['dmy8', 'mdy8']],
    ['20102019', ['dmy8']],
    ['310126', ['dmy6', 'ymd6']],
    ['21226', ['dmy6', 'mdy6', 'serial']],
    ['45881', ['serial']],
    ['31/02/2026', []],
    ['', []],
    ['F2026-01', []],
  ])('%j: %j', (text, forms) => {
    expect(dayFormsOf(text)).toEqual(forms);
  });

  test('are those it reads in, for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123126/.- ') as never, maxLength: 10 }),
      fc
        .tuple(fc.nat(40), fc.constantFrom('/', '.', '-', ' ', ''), fc.nat(40), fc.nat(2100))
        .map(([a, m, b, c]) => [a, b, c].join(m)),
    );
    fc.assert(
      fc.property(text, (cell) => {
        const forms = dayFormsOf(cell);
        for (const form of DAY_FORMS) {
          expect(forms.includes(form)).toBe(parseDay(cell, form) !== undefined);
          if (forms.includes(form) && form !== 'serial') expect(isSpelt(cell, form)).toBe(true);
        }
      }),
      { numRuns: runs(3000) },
    );
  });
});

describe('in every form', () => {
  const NAMES = ['jan', 'févr.', 'Mars', 'AVR', 'mai', 'juin', 'Jul', 'août', 'Sept.', 'oct.', 'NOV', 'décembre'];
  const two = (n: number): string => String(n).padStart(2, '0');

  /** The day in a form, and spelt as `how` says where a form leaves a choice. */
  function written(day: Day, form: DayForm, how: { mark: string; short: boolean; named: boolean; time: string }): string {
    if (form === 'serial') return String(day - dayOf(1899, 12, 30)) + (how.short ? '.75' : '');
    if (form === 'iso') return isoDay(day) + how.time;
    const { year, month, date } = calendar(day);
    const digits = form.slice(3);
    const pad = (n: number): string => (how.short && digits === '' ? String(n) : two(n));
    // Nobody writes 26-janv-13 for 13 January 2026: that is the 26th of January 2013.
    const named = form === 'ymd' && how.named;
    const shortYear = digits === '6' || (digits === '' && how.short && !named && year >= 1970 && year < 2070);
    const part: Record<string, string> = {
      y: shortYear ? two(year % 100) : String(year),
      m: how.named && digits === '' ? (NAMES[month - 1] as string) : pad(month),
      d: pad(date),
    };
    return (
      [...form.slice(0, 3)].map((letter) => part[letter]).join(digits === '' ? how.mark : '') + (digits === '' ? how.time : '')
    );
  }

  test('a day reads back', () => {
    const how = fc.record({
      mark: fc.constantFrom('/', '.', '-', ' '),
      short: fc.boolean(),
      named: fc.boolean(),
      time: fc.constantFrom('', '', ' 00:00', ' 12:30:00', 'T00:00:00.000Z'),
    });
    // The years every form can say: two digits say those from 1970 to 2069.
    const day = fc.integer({ min: 0, max: dayOf(2069, 12, 31) });
    fc.assert(
      fc.property(day, fc.constantFrom(...DAY_FORMS), how, (count, form, spelling) => {
        const text = written(count as Day, form, spelling);
        expect(parseDay(text, form), `${form} ${text}`).toBe(count);
      }),
      { numRuns: runs(5000) },
    );
  });

  test('a year of two digits before the name of a month is none', () => {
    expect(['26-janv-13', '26 Jan 13'].map((text) => dayFormsOf(text))).toEqual([['dmy'], ['dmy']]);
  });

  test('2026-01-31 is shown as it is read', () => {
    for (const form of DAY_FORMS) expect(read(DAY_FORM_SAID[form].shown, form), form).toBe('2026-01-31');
  });
});

const shared = process.env['AR_SHARED'];
if (shared === undefined)
  console.log('AR_SHARED is not set: the counts of days of a workbook are not held against the days it was made from');

test.skipIf(shared === undefined)('counts of days of a workbook are the days it was made from', () => {
  const folder = join(resolve(import.meta.dirname, '../..', shared as string), 'data/barzilay');
  const rows = (file: string): string[][] =>
    readFileSync(join(folder, file), 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
  const deals = new Map(rows('deals.csv').map((cells) => [cells[1], [cells[6], cells[7]]]));
  const invoices = rows('open_invoices_excel_serials.csv').filter(([number]) => number?.startsWith('INV-'));
  expect(invoices.length).toBeGreaterThan(20);
  for (const [invoice, , , issued, due] of invoices)
    expect([read(issued as string, 'serial'), read(due as string, 'serial')], invoice).toEqual(deals.get(invoice));
});
