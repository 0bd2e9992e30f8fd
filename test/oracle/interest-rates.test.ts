// Are the oracle's tables of rates copied right? The domain reference tells each twice: the days of change, from which the oracle
// works, and the rates on the days that count, which stand here.
import { describe, expect, test } from 'vitest';
import { bankOfEnglandBefore, ecbOfHalfYear } from './interest-rates.ts';

/** Rules 3.1, second table. */
const ECB = `2009 2.50 1.00, 2010 1.00 1.00, 2011 1.00 1.25, 2012 1.00 1.00, 2013 0.75 0.50, 2014 0.25 0.15, 2015 0.05 0.05,
  2016 0.05 0.00, 2017 0.00 0.00, 2018 0.00 0.00, 2019 0.00 0.00, 2020 0.00 0.00, 2021 0.00 0.00, 2022 0.00 0.00, 2023 2.50 4.00,
  2024 4.50 4.25, 2025 3.15 2.15, 2026 2.15 2.40`;
/** Rules 3.3: the rate on 31 December of the year before, then on 30 June. */
const BANK_OF_ENGLAND = `2015 0.50 0.50, 2016 0.50 0.50, 2017 0.25 0.25, 2018 0.50 0.50, 2019 0.75 0.75, 2020 0.75 0.10,
  2021 0.10 0.10, 2022 0.25 1.25, 2023 3.50 5.00, 2024 5.25 5.25, 2025 4.75 4.25, 2026 3.75 3.75`;

describe('each half of a year, from its first day to its last, has its rate', () => {
  const DAYS = ['01-01', '06-30', '07-01', '12-31'];
  test.each(rows(ECB))('of the European Central Bank: %s %s, %s', (year, first, second) => {
    expect(DAYS.map((day) => ecbOfHalfYear('fr', `${year}-${day}`))).toEqual([first, first, second, second]);
  });

  test.each(rows(BANK_OF_ENGLAND))('of the Bank of England: %s %s, %s', (year, first, second) => {
    expect(DAYS.map((day) => bankOfEnglandBefore(`${year}-${day}`))).toEqual([first, first, second, second]);
  });
});

describe('outside of the tables', () => {
  test.each(['2008-12-31', '2027-01-01'])('no day of France is answered: %s', (day) => {
    expect(() => ecbOfHalfYear('fr', day)).toThrow(RangeError);
  });
  test.each(['2013-03-15', '2027-01-01'])('no day of the directive: %s', (day) => {
    expect(() => ecbOfHalfYear('eu', day)).toThrow(RangeError);
  });
  test.each(['2014-12-31', '2027-01-01'])('no interest of the UK that begins on %s', (day) => {
    expect(() => bankOfEnglandBefore(day)).toThrow(RangeError);
  });
  test('the first day of the directive is inside', () => {
    expect(ecbOfHalfYear('eu', '2013-03-16')).toBe('0.75');
  });
});

function rows(table: string): [string, string, string][] {
  return table.split(',').map((row) => row.trim().split(' ') as [string, string, string]);
}
