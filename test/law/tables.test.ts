// Are the rates those of the reference? Every row of the three tables of rules §3 is read where it lies and compared.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { percentText, rateOf } from '../../src/core/rate.ts';
import { type Day, isoDay, parseIsoDay } from '../../src/index.ts';
import { type DatedRate, rowOn } from '../../src/law/dated.ts';
import { LAWS } from '../../src/law/registry.ts';
import { floorOn, statutoryRate } from '../../src/law/statutory.ts';
import { tablesWith } from '../../src/law/tables.ts';

const shared = process.env['AR_SHARED'];
if (shared === undefined) console.log('AR_SHARED is not set: the rates are not held against the reference');

const tables = tablesWith();
const day = (iso: string): Day => parseIsoDay(iso) as Day;

/** The text of a chapter of the reference, from its heading to the next. */
function chapter(name: string): string {
  const text = readFileSync(resolve(import.meta.dirname, '../..', shared as string, 'domain/rules.md'), 'utf8');
  const from = text.indexOf(`## ${name}`);
  return text.slice(from, text.indexOf('\n## ', from + 1));
}

/** Cells of the rows of tables, without the marks of emphasis. */
function cells(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.replaceAll('*', '').trim()),
    );
}

/** `0.5` and `0.50` are one rate. */
const rate = (text: string): string => percentText(rateOf(text));

describe.skipIf(shared === undefined)('the reference', () => {
  test('names the days and rates of the ECB that the table has, and no others', () => {
    const told = cells(chapter('3.1'))
      .flatMap((row) => [row.slice(0, 2), row.slice(4, 6)])
      .filter(([from]) => /^\d{4}-\d\d-\d\d$/.test(from ?? ''))
      .map(([from, percent]) => `${from} ${rate(percent as string)}`)
      .sort();
    expect(told.length).toBeGreaterThan(35);
    expect(tables.ecb.rows.map((row) => `${isoDay(row.from)} ${percentText(row.rate)}`)).toEqual(told);
  });

  test('gives the default rate of each half-year that is found', () => {
    const rows = cells(chapter('3.1')).filter(
      (row) => /^\d{4}(?:–\d{4})?$/.test(row[0] ?? '') && !row.join().includes('unchanged'),
    );
    const told = rows.flatMap(([years = '', , first = '', , second = '']) => {
      const [from, to = from] = years.split('–').map(Number) as [number, number?];
      return Array.from({ length: (to as number) - from + 1 }, (_, i) => from + i).flatMap((year) => [
        [`${year}-01-01`, first.replace(/\s.*$/, '')],
        [`${year}-07-01`, second.replace(/\s.*$/, '')],
      ]);
    });
    expect(told.length).toBe(36);
    const { rateFor } = LAWS.fr;
    const found = told.map(([from]) => {
      const one = statutoryRate(LAWS.fr, rateFor('business') as never, tables, day(from as string));
      return [from, 'rate' in one ? percentText(one.rate) : 'none'];
    });
    expect(found).toEqual(told.map(([from, percent]) => [from, rate(percent as string)]));
  });

  test('gives both columns of the legal rate, and the least a contract may name', () => {
    const rows = cells(chapter('3.2')).filter((row) => /^\d{4}-S[12]$/.test(row[0] ?? ''));
    expect(rows.length).toBe(24);
    for (const [half = '', persons = '', others = '', floor = ''] of rows) {
      const from = day(`${half.slice(0, 4)}-${half.endsWith('1') ? '01' : '07'}-01`);
      const found = [tables.legal_rate_persons, tables.legal_rate].map((table) =>
        percentText((rowOn(table, from) as DatedRate).rate),
      );
      const least = floorOn(LAWS.fr, tables, from);
      expect([half, ...found, least !== undefined && 'rate' in least ? percentText(least.rate) : '']).toEqual([
        ...[half, rate(persons), rate(others)],
        rate(floor.replace(/\s.*$/, '')),
      ]);
    }
  });

  test('gives the British rate of each day it names, and each change', () => {
    const text = chapter('3.3');
    const onDays = cells(text)
      .flatMap((row) => [row.slice(0, 2), row.slice(3, 5)])
      .flatMap(([days = '', percent = '']) =>
        (days.match(/\d\d-\d\d-\d{4}/g) ?? []).map((one) => [one.split('-').reverse().join('-'), percent]),
      );
    expect(onDays.length).toBeGreaterThan(18);
    for (const [on, percent] of onDays) {
      const found = rowOn(tables.bank_rate, day(on as string)) as DatedRate;
      expect([on, percentText(found.rate)]).toEqual([on, rate(percent as string)]);
    }
    let year = '';
    const list = /Change dates: ([^[]*)\[V\]/.exec(text)?.[1] ?? '';
    const changes = list.split(',').map((change) => {
      const [, long, short, percent] = /(?:(\d{4}-)?(\d\d-\d\d)) ([\d.]+)/.exec(change) ?? [];
      if (long !== undefined) year = long;
      return `${year}${short} ${rate(percent as string)}`;
    });
    expect(tables.bank_rate.rows.map((row) => `${isoDay(row.from)} ${percentText(row.rate)}`)).toEqual(changes);
  });
});

describe('a day outside of a table', () => {
  it.each([
    ['ecb', '2007-06-12', undefined],
    ['ecb', '2007-06-13', '4.00'],
    ['ecb', '2026-09-30', '2.65'],
    ['ecb', '2026-10-01', undefined],
    ['legal_rate', '2014-12-31', undefined],
    ['legal_rate', '2026-12-31', '2.75'],
    ['legal_rate', '2027-01-01', undefined],
    ['bank_rate', '2009-03-04', undefined],
    ['bank_rate', '2026-10-01', undefined],
  ] as const)('%s on %s has %s', (key, on, expected) => {
    const row = rowOn(tables[key], day(on));
    expect(row === undefined ? undefined : percentText(row.rate)).toBe(expected);
  });

  it('has a rate once a row of the user’s tells it, to the end of its half-year, and neither before nor after', () => {
    const more = tablesWith({ ecb: [{ from: day('2027-01-01'), rate: rateOf('2.65'), mark: 'said', source: 'ar.toml:2' }] });
    const found = ['2026-11-01', '2027-06-30', '2027-07-01'].map((on) => rowOn(more.ecb, day(on))?.source);
    expect(found).toEqual([undefined, 'ar.toml:2', undefined]);
  });
});
