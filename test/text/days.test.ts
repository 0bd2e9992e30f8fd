// Is a day written so that nobody reads another one: ISO in English, dd/mm/yyyy in French?
import { expect, it, test } from 'vitest';
import { type Day, dayOf } from '../../src/core/day.ts';
import { dayFor, dayInWords } from '../../src/text/days.ts';

test.each([
  [2026, 6, 30, '2026-06-30', '30/06/2026'],
  [2026, 1, 2, '2026-01-02', '02/01/2026'],
  [2024, 2, 29, '2024-02-29', '29/02/2024'],
  [1969, 12, 31, '1969-12-31', '31/12/1969'],
  [12, 3, 4, '0012-03-04', '04/03/0012'],
] as const)('%i-%i-%i is %s in English, %s in French', (year, month, date, english, french) => {
  expect([dayFor('en', dayOf(year, month, date)), dayFor('fr', dayOf(year, month, date))]).toEqual([english, french]);
});

it('is the same day in both languages, on every day of 1999 to 2001', () => {
  for (let count = Date.UTC(1999, 0, 1) / 86_400_000; count < Date.UTC(2002, 0, 1) / 86_400_000; count++) {
    const iso = new Date(count * 86_400_000).toISOString().slice(0, 10);
    expect(dayFor('en', count as Day)).toBe(iso);
    expect(dayFor('fr', count as Day)).toBe(iso.split('-').reverse().join('/'));
  }
});

test.each([
  [2026, 6, 30, '30 June 2026', '30 juin 2026'],
  [2026, 8, 1, '1 August 2026', '1er août 2026'],
  [2024, 2, 29, '29 February 2024', '29 février 2024'],
] as const)('%i-%i-%i in a sentence is %s, %s', (year, month, date, english, french) => {
  const on = dayOf(year, month, date);
  expect([dayInWords('en', on), dayInWords('fr', on)].map((text) => text.replaceAll('\u00a0', ' '))).toEqual([english, french]);
});
