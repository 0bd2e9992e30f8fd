// In what order are postings settled that have an equal claim? By what they say, never by where they stand in the file: rows that
// differ in anything settlement reads are told apart, so the order of rows does not matter.

import { NO_DAY } from '../core/day.ts';
import { asTold, type CompareRows } from '../ledger/as-told.ts';
import { documentDays, type Ledger } from '../ledger/ledger.ts';

/** The day a row is due, for the order of settling and for its age: its due day, else its document's. */
export function dueOrDocumentDay(ledger: Ledger): (row: number) => number {
  const dates = documentDays(ledger);
  return (row) => (ledger.due[row] === NO_DAY ? (dates[row] as number) : (ledger.due[row] as number));
}

/** Oldest due first, then the oldest document, then first posted, then the larger. */
export function oldestDueFirst(ledger: Ledger): CompareRows {
  const due = dueOrDocumentDay(ledger);
  const dates = documentDays(ledger);
  const rest = asTold(ledger);
  return (a, b) =>
    due(a) - due(b) || (dates[a] as number) - (dates[b] as number) || posted(ledger, a, b) || larger(ledger, a, b) || rest(a, b);
}

/** First posted first, then the larger: credits that wait to be used. */
export function firstPostedFirst(ledger: Ledger): CompareRows {
  const rest = asTold(ledger);
  return (a, b) => posted(ledger, a, b) || larger(ledger, a, b) || rest(a, b);
}

function larger(ledger: Ledger, a: number, b: number): number {
  return Math.abs(ledger.amount[b] as number) - Math.abs(ledger.amount[a] as number);
}

function posted(ledger: Ledger, a: number, b: number): number {
  return (ledger.day[a] as number) - (ledger.day[b] as number);
}
