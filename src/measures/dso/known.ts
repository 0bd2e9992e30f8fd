// What can a ledger not know? A list of open items holds no sales but those that are unpaid, an amount paid without a day says nothing of earlier days, and what was brought forward hides what was before it.
import { type Day, NO_DAY } from '../../core/day.ts';
import { kindCode } from '../../ledger/kind.ts';
import { column, NO_AMOUNT } from '../../ledger/ledger.ts';
import type { Book } from '../../settle/book.ts';

const OPENING = kindCode('opening');

export type Known = {
  /** `list`: every row says what is open of it, and of none it is nothing. `unpaid`: nothing was ever settled, and no credit stands there. */
  readonly openOnly: 'list' | 'unpaid' | undefined;
  /** The last day on which something is brought forward; of days before it the receivable is not known. NO_DAY where nothing is. */
  readonly beginsOn: Day;
  /** Whether what was open on a day can be rebuilt; of the as-of day the ledger is taken at its word. */
  readonly openOn: (day: Day) => boolean;
  /** Rows that say what was paid and not when, on the earliest day that was asked for: how many, and the first. */
  readonly undated: () => { readonly count: number; readonly row: number } | undefined;
};

export function knownOf(book: Book, asOf: Day): Known {
  const openOnly = isListOfOpen(book) ? 'list' : isUnpaid(book, asOf) ? 'unpaid' : undefined;
  const beginsOn = broughtForwardOn(book, asOf);
  let undated: { count: number; row: number } | undefined;
  return {
    openOnly,
    beginsOn,
    openOn: (day) => {
      if (day === asOf) return true;
      if (openOnly === 'list') return false;
      const { facts } = book.at(day);
      if (facts.undated.count === 0) return true;
      undated = facts.undated;
      return false;
    },
    undated: () => undated,
  };
}

function isListOfOpen({ ledger }: Book): boolean {
  const open = column(ledger, 'open_amount');
  if (open === undefined) return false;
  for (let row = 0; row < ledger.count; row++) {
    if (ledger.amount[row] !== 0 && (open[row] === NO_AMOUNT || open[row] === 0)) return false;
  }
  return ledger.count > 0;
}

function isUnpaid(book: Book, asOf: Day): boolean {
  const { credits, byColumns } = book.at(asOf).facts;
  return credits === 0 && byColumns === 0;
}

function broughtForwardOn({ ledger, holds }: Book, asOf: Day): Day {
  let last: number = NO_DAY;
  for (let row = 0; row < ledger.count; row++) {
    if (ledger.kind[row] !== OPENING || !holds(row)) continue;
    const day = ledger.day[row] as number;
    if (day <= asOf && day > last) last = day;
  }
  return last as Day;
}
