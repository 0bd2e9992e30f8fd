// In what order are postings settled that have an equal claim? By what they say, never by where they stand in the file: rows that
// differ in anything settlement reads are told apart, so the order of rows does not matter.

import { NO_DAY } from '../core/day.ts';
import { compareUnits } from '../core/fold.ts';
import { CODED } from '../ledger/field.ts';
import { documentDays, type Ledger } from '../ledger/ledger.ts';

type Compare = (a: number, b: number) => number;

/** The day a row is due, for the order of settling and for its age: its due day, else its document's. */
export function dueOrDocumentDay(ledger: Ledger): (row: number) => number {
  const dates = documentDays(ledger);
  return (row) => (ledger.due[row] === NO_DAY ? (dates[row] as number) : (ledger.due[row] as number));
}

/** Oldest due first, then the larger, then first posted: the rows of one document. */
export function oldestDueFirst(ledger: Ledger): Compare {
  const due = dueOrDocumentDay(ledger);
  const rest = asTold(ledger);
  return (a, b) => due(a) - due(b) || larger(ledger, a, b) || posted(ledger, a, b) || rest(a, b);
}

/** First posted first, then the larger: credits that wait to be used. */
export function firstPostedFirst(ledger: Ledger): Compare {
  const rest = asTold(ledger);
  return (a, b) => posted(ledger, a, b) || larger(ledger, a, b) || rest(a, b);
}

function larger(ledger: Ledger, a: number, b: number): number {
  return Math.abs(ledger.amount[b] as number) - Math.abs(ledger.amount[a] as number);
}

function posted(ledger: Ledger, a: number, b: number): number {
  return (ledger.day[a] as number) - (ledger.day[b] as number);
}

/** Whatever else a row says; the place in the file comes last, for rows that are alike. */
function asTold(ledger: Ledger): Compare {
  const { document, reference, settled_on, letter_day, open_amount, paid_amount, disputed, base } = ledger.columns;
  const told = [
    documentDays(ledger),
    ledger.due,
    ledger.kind,
    settled_on,
    letter_day,
    open_amount,
    paid_amount,
    disputed,
    base,
  ].filter((c) => c !== undefined);
  const numbers = [document, reference].filter((c) => c !== undefined);
  const texts = CODED.map((field) => ledger.columns[field]).filter((c) => c !== undefined);
  return (a, b) => {
    for (const column of numbers) {
      const difference = column.compare(a, b);
      if (difference !== 0) return difference;
    }
    for (const column of told) {
      const difference = (column[a] as number) - (column[b] as number);
      if (difference !== 0) return difference;
    }
    // What settlement does not read, a report may group by.
    for (const { codes, dictionary } of texts) {
      const difference = compareUnits(dictionary.value(codes[a] as number), dictionary.value(codes[b] as number));
      if (difference !== 0) return difference;
    }
    return a - b;
  };
}
