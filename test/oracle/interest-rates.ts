// Which rate does the law give for a day of lateness, where the contract names none? The tables are those of the domain reference,
// section 3 (ECB main refinancing rate, Bank of England official rate), copied by hand: outside of them there is no answer.

type Change = readonly [from: string, percent: string];

/** Section 3.1: each rate with the day it took effect. */
const ECB: readonly Change[] = [
  ['2007-06-13', '4.00'],
  ['2008-07-09', '4.25'],
  ['2008-10-15', '3.75'],
  ['2008-11-12', '3.25'],
  ['2008-12-10', '2.50'],
  ['2009-01-21', '2.00'],
  ['2009-03-11', '1.50'],
  ['2009-04-08', '1.25'],
  ['2009-05-13', '1.00'],
  ['2011-04-13', '1.25'],
  ['2011-07-13', '1.50'],
  ['2011-11-09', '1.25'],
  ['2011-12-14', '1.00'],
  ['2012-07-11', '0.75'],
  ['2013-05-08', '0.50'],
  ['2013-11-13', '0.25'],
  ['2014-06-11', '0.15'],
  ['2014-09-10', '0.05'],
  ['2016-03-16', '0.00'],
  ['2022-07-27', '0.50'],
  ['2022-09-14', '1.25'],
  ['2022-11-02', '2.00'],
  ['2022-12-21', '2.50'],
  ['2023-02-08', '3.00'],
  ['2023-03-22', '3.50'],
  ['2023-05-10', '3.75'],
  ['2023-06-21', '4.00'],
  ['2023-08-02', '4.25'],
  ['2023-09-20', '4.50'],
  ['2024-06-12', '4.25'],
  ['2024-09-18', '3.65'],
  ['2024-10-23', '3.40'],
  ['2024-12-18', '3.15'],
  ['2025-02-05', '2.90'],
  ['2025-03-12', '2.65'],
  ['2025-04-23', '2.40'],
  ['2025-06-11', '2.15'],
  ['2026-06-17', '2.40'],
  ['2026-09-16', '2.65'],
];

/** Section 3.3: each rate with the day it took effect. */
const BANK_OF_ENGLAND: readonly Change[] = [
  ['2009-03-05', '0.50'],
  ['2016-08-04', '0.25'],
  ['2017-11-02', '0.50'],
  ['2018-08-02', '0.75'],
  ['2020-03-11', '0.25'],
  ['2020-03-19', '0.10'],
  ['2021-12-16', '0.25'],
  ['2022-02-03', '0.50'],
  ['2022-03-17', '0.75'],
  ['2022-05-05', '1.00'],
  ['2022-06-16', '1.25'],
  ['2022-08-04', '1.75'],
  ['2022-09-22', '2.25'],
  ['2022-11-03', '3.00'],
  ['2022-12-15', '3.50'],
  ['2023-02-02', '4.00'],
  ['2023-03-23', '4.25'],
  ['2023-05-11', '4.50'],
  ['2023-06-22', '5.00'],
  ['2023-08-03', '5.25'],
  ['2024-08-01', '5.00'],
  ['2024-11-07', '4.75'],
  ['2025-02-06', '4.50'],
  ['2025-05-08', '4.25'],
  ['2025-08-07', '4.00'],
  ['2025-12-18', '3.75'],
];

/** The first day the rule of half-years answers for, by law: the reference gives French rates from 2009, the directive began in 2013. */
const FIRST = { fr: '2009-01-01', eu: '2013-03-16' };
/** Nobody knows yet what is in force on this day. */
const UNKNOWN_FROM = '2027-01-01';

/** The European Central Bank's rate that governs a day: in force on 1 January for the first half of the year, 1 July for the second. */
export function ecbOfHalfYear(law: 'fr' | 'eu', day: string): string {
  if (day < FIRST[law] || day >= UNKNOWN_FROM) throw new RangeError(`no ${law} rate of the half-year is known for ${day}`);
  return inForce(ECB, `${day.slice(0, 4)}-${isFirstHalf(day) ? '01-01' : '07-01'}`);
}

/** The Bank of England's rate on the 30 June or 31 December before the day interest begins. */
export function bankOfEnglandBefore(begin: string): string {
  const reference = isFirstHalf(begin) ? `${Number(begin.slice(0, 4)) - 1}-12-31` : `${begin.slice(0, 4)}-06-30`;
  if (reference < '2014-12-31' || reference > '2026-06-30') throw new RangeError(`no uk rate is known for ${reference}`);
  return inForce(BANK_OF_ENGLAND, reference);
}

function isFirstHalf(day: string): boolean {
  return day.slice(5) < '07-01';
}

function inForce(changes: readonly Change[], day: string): string {
  const last = changes.findLast(([from]) => from <= day);
  if (last === undefined) throw new RangeError(`no rate is known for ${day}`);
  return last[1];
}
