// What must be declared of a customer in a collective proceeding, and what may still be asked for? What was owed before the judgment, and what was invoiced since (rules §6.8).
import type { Day } from '../../core/day.ts';
import { documentDays } from '../../ledger/ledger.ts';
import type { Book } from '../../settle/book.ts';
import type { OpenItem } from './items.ts';
import type { Declared } from './notice.ts';

type Account = { readonly items: readonly OpenItem[]; readonly credits: readonly number[] };

/** Without a day of the judgment all of it was owed before. Somebody else’s claims are his to declare. */
export function declaredOf(book: Book, { items, credits }: Account, asOf: Day, judgment: Day | undefined): Declared {
  const days = documentDays(book.ledger);
  const { open } = book.at(asOf);
  const sums = { before: 0, since: 0 };
  for (const { row, why } of items) {
    if (why !== 'assigned') sums[isBefore(days[row] as number, judgment) ? 'before' : 'since'] += open[row] as number;
  }
  for (const row of credits) if (isBefore(days[row] as number, judgment)) sums.before += open[row] as number;
  return { before: Math.max(0, sums.before), since: sums.since };
}

function isBefore(day: number, judgment: Day | undefined): boolean {
  return judgment === undefined || day < judgment;
}
