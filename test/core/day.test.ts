// Is the count of days the calendar's, on every day a ledger can name? The oracle is UTC Date, of another making.
import { describe, expect, it, test } from 'vitest';
import { calendar, type Day, dayOf, exists, isoDay, lastDayOfMonthBefore, NO_DAY, parseIsoDay } from '../../src/core/day.ts';

const MS = 86_400_000;
const FIRST = Date.UTC(1890, 0, 1) / MS;
const LAST = Date.UTC(2110, 11, 31) / MS;

/** Runs through every day from 1890 to 2110 and gives those of which `wrong` says something. */
function everyDay(wrong: (day: Day, date: Date) => boolean): string[] {
  const found: string[] = [];
  for (let count = FIRST; count <= LAST; count++) {
    const date = new Date(count * MS);
    if (wrong(count as Day, date)) found.push(date.toISOString());
  }
  return found;
}

describe('every day from 1890 to 2110', () => {
  it('is counted as UTC Date counts it', () => {
    expect(everyDay((day, d) => dayOf(d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate()) !== day)).toEqual([]);
  });

  it('has the year, month and date of UTC Date', () => {
    expect(
      everyDay((day, d) => {
        const { year, month, date } = calendar(day);
        return year !== d.getUTCFullYear() || month !== d.getUTCMonth() + 1 || date !== d.getUTCDate();
      }),
    ).toEqual([]);
  });

  it('is written in ISO form and read back', () => {
    expect(everyDay((day, d) => isoDay(day) !== d.toISOString().slice(0, 10) || parseIsoDay(isoDay(day)) !== day)).toEqual([]);
  });

  it('follows the last day of the month before its own', () => {
    expect(everyDay((day, d) => lastDayOfMonthBefore(day) * MS !== Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), 0))).toEqual([]);
  });
});

describe('a date of the calendar', () => {
  it('exists from 1890 to 2110 exactly where UTC Date does not move it', () => {
    const wrong: string[] = [];
    for (let year = 1890; year <= 2110; year++)
      for (let month = 0; month <= 13; month++)
        for (let date = 0; date <= 32; date++) {
          const d = new Date(Date.UTC(year, month - 1, date));
          const stays = d.getUTCFullYear() === year && d.getUTCMonth() + 1 === month && d.getUTCDate() === date;
          if (exists(year, month, date) !== stays) wrong.push(`${year}-${month}-${date}`);
        }
    expect(wrong).toEqual([]);
  });

  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1970-01-02', 1],
    ['2000-02-29', 11016],
    ['2000-03-01', 11017],
    ['2026-06-30', 20634],
    ['0001-01-01', -719162],
    ['9999-12-31', 2932896],
  ])('%s is day %i', (text, day) => {
    expect(parseIsoDay(text)).toBe(day);
    expect(isoDay(day as Day)).toBe(text);
  });
});

describe('is no day:', () => {
  test.each([
    ['2026-02-29', 'no leap year'],
    ['1900-02-29', 'a century'],
    ['2100-02-29', 'a century'],
    ['2026-04-31', 'a month of thirty days'],
    ['2026-06-31', 'a month of thirty days'],
    ['2026-09-31', 'a month of thirty days'],
    ['2026-11-31', 'a month of thirty days'],
    ['2026-01-32', 'no month has 32 days'],
    ['2026-13-01', 'no thirteenth month'],
    ['2026-00-10', 'no month 0'],
    ['2026-01-00', 'no date 0'],
    ['0000-01-01', 'no year 0'],
    ['', 'nothing'],
    ['2026-1-2', 'unpadded'],
    ['26-01-02', 'two digits of a year'],
    ['20260102', 'no hyphens'],
    ['2026/01/02', 'slashes'],
    ['02/01/2026', 'the French form'],
    ['2026-01-02T00:00:00', 'a time'],
    [' 2026-01-02', 'a space before'],
    ['2026-01-02 ', 'a space after'],
    ['2026-01-02\n', 'a line break after'],
    ['+02026-01-02', 'an expanded year'],
    ['-2026-01-02', 'before our era'],
    ['12026-01-02', 'five digits'],
    ['2026-01-0２', 'a full-width digit'],
    ['٢٠٢٦-٠١-٠٢', 'Arabic digits'],
    ['2026‐01‐02', 'typographic hyphens'],
  ])('%j (%s)', (text) => {
    expect(parseIsoDay(text)).toBeUndefined();
  });
});

it('an empty cell of a column of days lies before every day that can be written, and fits in an Int32Array', () => {
  expect(NO_DAY).toBeLessThan(dayOf(1, 1, 1));
  expect(Int32Array.of(NO_DAY)[0]).toBe(NO_DAY);
});
