// What deserves a word about how the ledger settled on a day? Turns the facts of settlement into diagnostics.
import { type Day, isoDay, NO_DAY } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { originOf } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';

/** A last posting older than this is told: the export was probably made before the day asked for. */
const STALE_AFTER_DAYS = 35;

export function tellSettlement(book: Book, day: Day, diagnostics: Diagnostics): void {
  const { ledger, lastDay } = book;
  const { facts } = book.at(day);
  if (facts.later > 0) {
    diagnostics.add({
      code: 'postings-later',
      what: `${facts.later} of ${ledger.count} postings are dated after ${isoDay(day)} and do not exist yet on that day`,
    });
  }
  if (lastDay !== NO_DAY && day - lastDay > STALE_AFTER_DAYS) {
    diagnostics.add({
      code: 'ledger-stale',
      what: `the last posting is of ${isoDay(lastDay)}, ${day - lastDay} days before ${isoDay(day)}`,
      why: 'payments received since would show as late',
      fix: 'export the ledger again, or name the day of the export with --as-of',
    });
  }
  if (facts.undated.count > 0) {
    diagnostics.add({
      code: 'snapshot-later',
      ...originOf(ledger, facts.undated.row),
      what: `${facts.undated.count} rows say what was paid but not when, and the ledger goes on to ${isoDay(lastDay)}: what was open on ${isoDay(day)} cannot be rebuilt for them`,
      why: 'a payment made since then is taken off already',
      fix: `add the payments as rows, or a column settled_on, or age as of ${isoDay(lastDay)}`,
    });
  }
  if (facts.disagree.count > 0) {
    diagnostics.add({
      code: 'columns-disagree',
      ...originOf(ledger, facts.disagree.row),
      what: `${facts.disagree.count} rows contradict themselves or their payments: the open amount is not the amount less what was paid`,
      why: 'a payment found by reference counts first, then the open amount, then the paid amount',
      fix: 'check these rows',
    });
  }
  if (facts.overpaid.count > 0) {
    diagnostics.add({
      code: 'paid-exceeds-amount',
      ...originOf(ledger, facts.overpaid.row),
      what: `${facts.overpaid.count} rows are paid beyond their amount: the excess is shown as unallocated`,
      fix: 'check these rows, or allocate the excess',
    });
  }
  if (facts.ambiguous.count > 0) {
    diagnostics.add({
      code: 'reference-ambiguous',
      ...originOf(ledger, facts.ambiguous.row),
      what: `${facts.ambiguous.count} postings name a number that several documents of their customer carry: they stay unallocated`,
      why: 'which of the documents was meant would be a guess',
      fix: 'make the numbers unique, for instance by adding the year',
    });
  }
  if (facts.credits > 0 && facts.creditsMatched * 2 < facts.credits) {
    diagnostics.add({
      code: 'credits-unmatched',
      what: `only ${facts.creditsMatched} of ${facts.credits} credits found the debit they pay; the others are unallocated`,
      why: 'items already paid may show as late',
      fix: 'name the column that says which invoice is paid: --map reference=HEADING; or see --credits oldest',
    });
  }
}
