// Step 2 of settlement: postings that carry one letter settle one another, first what names its document, then equal amounts, then the oldest due
// (rules §5, 3). What is left over stays open on its own document. Letters are used again each year, so the postings of a fiscal year go by themselves, but
// for those that come to nothing across a turn of the year: a payment in January lettered with an invoice of December.
import { type Day, NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import { column } from '../ledger/ledger.ts';
import { type ClosingDay, fiscalYear } from '../policy/fiscal-year.ts';
import type { Desk } from './desk.ts';
import { pairInOrder } from './in-order.ts';
import { letterGroups } from './letter-groups.ts';
import { firstPostedFirst, oldestDueFirst } from './order.ts';
import { roundsOf } from './rounds.ts';

/**
 * `asKnown`: a letter put after the day is not known yet, and nothing is settled before the day its letter was put. `written`: the largest posting day of
 * the ledger; before it a letter may lack what comes later. `closing`: the last day of each fiscal year.
 */
export function settleByLetter(desk: Desk, written: Day, asKnown: boolean, closing: ClosingDay): void {
  const { ledger } = desk;
  const letter = column(ledger, 'letter');
  if (letter === undefined) return;
  const days = column(ledger, 'letter_day');
  const rows: number[] = [];
  for (let row = 0; row < ledger.count; row++) {
    if (letter.codes[row] === 0 || desk.open[row] === 0) continue;
    if (asKnown && days !== undefined && (days[row] as number) > desk.day) continue;
    rows.push(row);
  }
  if (rows.length === 0) return;
  const order = { debits: oldestDueFirst(ledger), credits: firstPostedFirst(ledger) };
  const yearOf = fiscalYears(ledger.day, closing);
  for (const group of letterGroups(ledger, letter.codes, rows)) {
    const put = asKnown && days !== undefined ? lastOf(days, group) : (NO_DAY as Day);
    const left = settleLetter(desk, group, yearOf, order, put);
    if (left !== 0 && desk.day >= written) noteUnbalanced(desk, group[0] as number);
  }
}

type Order = { readonly debits: (a: number, b: number) => number; readonly credits: (a: number, b: number) => number };

/** The day the letter was put; NO_DAY where none of its postings says it. */
function lastOf(days: Int32Array, group: readonly number[]): Day {
  return group.reduce<number>((last, row) => Math.max(last, days[row] as number), NO_DAY) as Day;
}

/** Returns what is left of the letter. */
function settleLetter(desk: Desk, group: readonly number[], yearOf: (row: number) => number, order: Order, put: Day): number {
  const first = yearOf(group[0] as number);
  if (group.some((row) => yearOf(row) !== first)) {
    // Whatever is posted later under the same letter, what came to nothing across the years stays settled.
    for (const round of roundsOf(desk.ledger, group)) {
      if (yearOf(round[0] as number) === yearOf(round.at(-1) as number)) continue;
      settleByYear(desk, round, yearOf, order, put);
      settleTogether(desk, round, order, put);
    }
  }
  settleByYear(desk, group, yearOf, order, put);
  return group.reduce((sum, row) => sum + (desk.open[row] as number), 0);
}

function settleByYear(desk: Desk, rows: readonly number[], yearOf: (row: number) => number, order: Order, put: Day): void {
  const years = new Map<number, number[]>();
  for (const row of rows) gather(years, yearOf(row), row);
  for (const year of years.values()) settleTogether(desk, year, order, put);
}

function noteUnbalanced({ facts: { unbalanced } }: Desk, row: number): void {
  if (unbalanced.count++ === 0 || row < unbalanced.row) unbalanced.row = row;
}

function settleTogether(desk: Desk, rows: readonly number[], order: Order, put: Day): void {
  const debits = rows.filter((row) => (desk.open[row] as number) > 0);
  const credits = rows.filter((row) => (desk.open[row] as number) < 0);
  if (debits.length === 0 || credits.length === 0) return;
  if (debits.length === 1 && credits.length === 1) {
    desk.pair(debits[0] as number, credits[0] as number, 'letter', put);
    return;
  }
  debits.sort(order.debits);
  credits.sort(order.credits);
  pairNamed(desk, debits, credits, put);
  pairEqual(desk, debits, credits, put);
  pairInOrder(desk, debits, credits, 'letter', put);
}

/** What names a document of the letter settles it. */
function pairNamed(desk: Desk, debits: readonly number[], credits: readonly number[], put: Day): void {
  const reference = column(desk.ledger, 'reference');
  const document = column(desk.ledger, 'document');
  if (reference === undefined || document === undefined) return;
  const carried = new Map<string, number[]>();
  for (const debit of debits) gather(carried, document.at(debit), debit);
  for (const credit of credits) {
    if (reference.isEmpty(credit)) continue;
    for (const debit of carried.get(reference.at(credit)) ?? []) desk.pair(debit, credit, 'letter', put);
  }
}

/** A credit of exactly what is left of a debit settles it, the first of the order where there are several. */
function pairEqual(desk: Desk, debits: readonly number[], credits: readonly number[], put: Day): void {
  const waiting = new Map<number, number[]>();
  for (const debit of debits.toReversed()) {
    const left = desk.open[debit] as number;
    if (left !== 0) gather(waiting, left, debit);
  }
  for (const credit of credits) {
    const left = desk.open[credit] as number;
    const debit = left === 0 ? undefined : waiting.get(-left)?.pop();
    if (debit !== undefined) desk.pair(debit, credit, 'letter', put);
  }
}

/** The fiscal year of a row's posting day. Many rows share their day. */
function fiscalYears(day: Int32Array, closing: ClosingDay): (row: number) => number {
  const known = new Map<number, number>();
  return (row) => {
    const on = day[row] as Day;
    let year = known.get(on);
    if (year === undefined) known.set(on, (year = fiscalYear(on, closing)));
    return year;
  };
}
