// In which fiscal year does a day lie, and which closing days are there?
import { expect, test } from 'vitest';
import { fiscalYear, parseClosingDay } from '../../src/policy/fiscal-year.ts';
import { day } from '../peers/library.ts';

test.each([
  ['12-31', '2025-12-31', 2025],
  ['12-31', '2026-01-01', 2026],
  ['06-30', '2026-06-30', 2026],
  ['06-30', '2026-07-01', 2027],
  ['06-30', '2026-12-31', 2027],
  ['06-30', '2027-01-01', 2027],
  ['01-31', '2026-01-31', 2026],
  ['01-31', '2026-02-01', 2027],
  ['02-29', '2024-02-29', 2024],
  ['02-29', '2025-02-28', 2025],
  ['02-29', '2025-03-01', 2026],
  ['02-28', '2024-02-29', 2025],
])('closing on %s, %s lies in the year that closes in %i', (closing, on, year) => {
  expect(fiscalYear(day(on), parseClosingDay(closing) as never)).toBe(year);
});

test.each(['', '6-30', '06/30', '06-31', '02-30', '13-01', '00-10', '2026-06-30', '06-30 '])('%j is no closing day', (text) => {
  expect(parseClosingDay(text)).toBeUndefined();
});
