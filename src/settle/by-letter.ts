// Step 2 of settlement: postings that carry one letter settle one another, first what names its document, then equal amounts, then the oldest due
// (rules §5, 3). What is left over stays open on its own document. Codes are used again, so what was put on one day and in one fiscal year goes by
// itself, but for what comes to nothing across them: a payment in January lettered with an invoice of December.
import { type Day, NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import { column, type Ledger } from '../ledger/ledger.ts';
import { letterGroups } from '../ledger/letter-groups.ts';
import { roundsOf } from '../ledger/rounds.ts';
import type { ClosingDay } from '../policy/fiscal-year.ts';
import type { Desk } from './desk.ts';
import { pairInOrder } from './in-order.ts';
import { fiscalYears, type LetterActs, letterActs } from './letter-acts.ts';
import { firstPostedFirst, oldestDueFirst } from './order.ts';

/**
 * `asKnown`: a letter put after the day is not known yet, and nothing is settled before the day its letter was put.  `written`: the largest posting day of
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
  const put = asKnown ? days : undefined;
  const goesOn = written > desk.day || put !== undefined ? laterLetters(desk, letter.codes, put) : () => false;
  for (const group of letterGroups(ledger, ledger.columns, rows)) {
    // A letter that one row carries settles nothing.
    if (group.length > 1) {
      const acts = letterActs(group, days, yearOf, ledger);
      const together = (some: readonly number[]): void =>
        settleTogether(desk, some, order, asKnown ? lastOf(some, acts) : NO_DAY);
      settleLetter(ledger, group, acts, together);
    }
    const left = group.reduce((sum, row) => sum + (desk.open[row] as number), 0);
    if (left !== 0 && !goesOn(group[0] as number)) noteUnbalanced(desk, group[0] as number);
  }
}

/** Whether the letter of a row may lack something: what is posted after the day, or, where the days count on which letters are `put`, what is lettered after it. */
function laterLetters({ ledger, day }: Desk, codes: Int32Array, put: Int32Array | undefined): (row: number) => boolean {
  const keyOf = (row: number): number => (ledger.customer[row] as number) * 2 ** 26 + (codes[row] as number);
  const later = new Set<number>();
  const isLater = (row: number): boolean =>
    (ledger.day[row] as number) > day || (put !== undefined && (put[row] as number) > day);
  for (let row = 0; row < ledger.count; row++) if (codes[row] !== 0 && isLater(row)) later.add(keyOf(row));
  return (row) => later.has(keyOf(row));
}

type Order = { readonly debits: (a: number, b: number) => number; readonly credits: (a: number, b: number) => number };

/** The day the last of their letters was put; NO_DAY where nothing tells it. */
function lastOf(rows: readonly number[], { putOn }: LetterActs): Day {
  return rows.reduce<number>((last, row) => Math.max(last, putOn(row)), NO_DAY) as Day;
}

/** `together` settles rows one another. */
function settleLetter(
  ledger: Ledger,
  group: readonly number[],
  acts: LetterActs,
  together: (rows: readonly number[]) => void,
): void {
  const isOne = (rows: readonly number[]): boolean => {
    const [year, day] = [acts.yearOf(rows[0] as number), acts.putOn(rows[0] as number)];
    return rows.every((row) => acts.yearOf(row) === year && acts.putOn(row) === day);
  };
  if (isOne(group)) {
    together(group);
    return;
  }
  // Whatever is posted later under the same letter, what came to nothing across years and days stays settled.
  for (const round of roundsOf(ledger, group)) {
    if (isOne(round)) continue;
    settleByAct(round, acts, together);
    together(round);
  }
  settleByAct(group, acts, together);
}

/** What was put on one day: first the years by themselves, then across them what says that day itself. */
function settleByAct(
  rows: readonly number[],
  { putOn, says, yearOf }: LetterActs,
  together: (rows: readonly number[]) => void,
): void {
  const days = new Map<number, number[]>();
  for (const row of rows) gather(days, putOn(row), row);
  for (const ofDay of days.values()) {
    const years = new Map<number, number[]>();
    for (const row of ofDay) gather(years, yearOf(row), row);
    for (const ofYear of years.values()) together(ofYear);
    if (years.size > 1) together(ofDay.filter(says));
  }
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
  const naming = new Map<string, number[]>();
  for (const credit of credits) if (!reference.isEmpty(credit)) gather(naming, reference.at(credit), credit);
  if (naming.size === 0) return;
  const carrying = new Map<string, number[]>();
  for (const debit of debits) gather(carrying, document.at(debit), debit);
  for (const [number, some] of naming) pairInOrder(desk, carrying.get(number) ?? [], some, 'letter', put);
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
