// A report small enough to write out: one section of the columns and rows a test is about.
import type { Currency } from '../../src/core/currency.ts';
import { currencyOf } from '../../src/core/currency.ts';
import { type Day, dayOf } from '../../src/core/day.ts';
import { minor } from '../../src/core/money.ts';
import { word } from '../../src/core/word.ts';
import type { Render, RenderOptions } from '../../src/report/render/renderer.ts';
import type { Cell, Column, Report, Section } from '../../src/report/report.ts';

export const EUR = currencyOf('EUR') as Currency;

export const cell = {
  text: (text: string): Cell => ({ kind: 'text', text }),
  code: (key: string, en: string, fr: string): Cell => ({ kind: 'code', key, word: word(en, fr) }),
  money: (amount: number, code = 'EUR'): Cell => ({
    kind: 'money',
    amount: minor(amount),
    currency: currencyOf(code) as Currency,
  }),
  number: (value: number, decimals: number): Cell => ({ kind: 'number', value, decimals }),
  percent: (share: number): Cell => ({ kind: 'percent', share }),
  day: (year: number, month: number, date: number): Cell => ({ kind: 'day', day: dayOf(year, month, date) }),
  days: (days: number): Cell => ({ kind: 'days', days }),
  flag: (on: boolean): Cell => ({ kind: 'flag', on }),
  moreThan: (value: number): Cell => ({ kind: 'more_than', value, decimals: 2 }),
  series: (...values: readonly (number | undefined)[]): Cell => ({ kind: 'series', values, decimals: 2 }),
  none: { kind: 'none' } as Cell,
};

/** A column whose head is its key. */
export function columnOf(key: string, kind: Column['kind'], more: Partial<Column> = {}): Column {
  return { key, head: word(key, key), kind, ...more };
}

export function sectionOf(columns: readonly Column[], rows: readonly (readonly Cell[])[], more: Partial<Section> = {}): Section {
  return {
    name: 'sample',
    title: word('Sample', 'Exemple'),
    columns,
    rows: { count: rows.length, at: (i) => rows[i] as readonly Cell[] },
    totals: [],
    notes: [],
    ...more,
  };
}

export function reportOf(...sections: readonly Section[]): Report {
  return {
    name: 'sample',
    title: word('Sample', 'Exemple'),
    asOf: dayOf(2026, 6, 30) as Day,
    parameters: {},
    sections,
    control: [],
    diagnostics: [],
  };
}

export function rendered(render: Render, report: Report, options: Partial<RenderOptions> = {}): string {
  return [...render(report, { lang: 'en', width: 80, colour: false, section: undefined, dialect: 'plain', ...options })]
    .map((piece) => (typeof piece === 'string' ? piece : Buffer.from(piece).toString()))
    .join('');
}

/** The texts of one column, as rows of a section. */
export function textsOf(texts: readonly string[]): Section {
  return sectionOf(
    [columnOf('k', 'text')],
    texts.map((text) => [cell.text(text)]),
  );
}
