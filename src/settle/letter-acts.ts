// Which postings of one code were lettered together? A code is used again each year, and again within a year: the day somebody put a letter tells the
// times apart where it is filled (rules §5, 3), and the fiscal year where it is not.
import { type Day, NO_DAY } from '../core/day.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import { type ClosingDay, fiscalYear } from '../policy/fiscal-year.ts';
import type { Desk } from './desk.ts';

export type LetterActs = {
  /** The day a row's letter was put: its own, or that of the first act after its posting; NO_DAY where nothing tells it. */
  readonly putOn: (row: number) => Day;
  /** The row says the day itself. */
  readonly says: (row: number) => boolean;
  /** The fiscal year it was posted in. */
  readonly yearOf: (row: number) => number;
};

/** Of the rows of one code. One filled day tells nothing apart: exports often date a letter on one side only. */
export function letterActs(
  rows: readonly number[],
  days: Int32Array | undefined,
  yearOf: (row: number) => number,
  ledger: Ledger,
): LetterActs {
  const filled = days === undefined ? [] : [...new Set(rows.map((row) => days[row] as number))].filter((day) => day !== NO_DAY);
  filled.sort((a, b) => a - b);
  const says = (row: number): boolean => days !== undefined && days[row] !== NO_DAY;
  const putOn = (row: number): Day => {
    if (says(row)) return days?.[row] as Day;
    if (filled.length < 2) return (filled[0] ?? NO_DAY) as Day;
    // A letter is put when its postings are there.
    return firstFrom(filled, ledger.day[row] as number);
  };
  return { putOn, says, yearOf };
}

/** The first of some days, in order, that is not before a day; NO_DAY where all are. */
function firstFrom(days: readonly number[], day: number): Day {
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((days[middle] as number) < day) from = middle + 1;
    else to = middle;
  }
  return (days[from] ?? NO_DAY) as Day;
}

/** The fiscal year of a row's posting day. Many rows share their day. */
export function fiscalYears(day: Int32Array, closing: ClosingDay): (row: number) => number {
  const known = new Map<number, number>();
  return (row) => {
    const on = day[row] as Day;
    let year = known.get(on);
    if (year === undefined) known.set(on, (year = fiscalYear(on, closing)));
    return year;
  };
}

/** Whether a row carries a letter. `asKnown`: one put after the day is not known yet. */
export function letteredOn({ ledger, day }: Desk, asKnown: boolean): (row: number) => boolean {
  const letters = column(ledger, 'letter')?.codes;
  const days = asKnown ? column(ledger, 'letter_day') : undefined;
  return (row) => letters !== undefined && letters[row] !== 0 && (days === undefined || (days[row] as number) <= day);
}
