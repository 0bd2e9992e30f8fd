// What deserves a word about how the ledger settled on a day? Turns the facts of settlement into diagnostics.
import { type Day, isoDay, NO_DAY } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted, listedNames } from '../core/plural.ts';
import { isToBeMadeOut } from '../ledger/chart.ts';
import { currencyAt, type Ledger, originOf, placeOf } from '../ledger/ledger.ts';
import { duplicatesOf } from '../measures/duplicates.ts';
import type { Understanding } from '../read/understanding.ts';
import type { Book } from '../settle/book.ts';
import type { Closed } from '../settle/open-items.ts';
import { plainAmount } from '../text/amounts.ts';

/** Rows that say what another row says already, of those that exist on the day. */
export function tellDuplicates({ ledger, holds }: Book, day: Day, diagnostics: Diagnostics): void {
  const { count, row, again } = duplicatesOf(ledger, (one) => (ledger.day[one] as number) <= day && holds(one));
  if (count === 0) return;
  diagnostics.add({
    code: 'posting-twice',
    ...originOf(ledger, again),
    value: ledger.columns.document?.at(again),
    what: `${counted(count, 'row says', 'rows say')} what another row says already, customer, kind, number, document day, due day and amount alike; the first like ${placeOf(ledger, row)}`,
    why: 'an invoice that stands in the ledger twice is owed twice',
    fix: 'take one of the two away, or give them numbers of their own',
  });
}

/** Totals of the files themselves that are not what the rows above them come to. */
export function tellTotals(understanding: readonly Understanding[], diagnostics: Diagnostics): void {
  for (const { file, totals } of understanding) {
    for (const { line, label, printed, counted: sum, currency } of totals?.differing ?? []) {
      if (currency === undefined) continue;
      diagnostics.add({
        code: 'total-differs',
        file,
        line,
        value: label,
        what: `the file’s own total is ${plainAmount(printed, currency)}, and the rows above it come to ${plainAmount(sum, currency)}`,
        why: 'either rows are missing from the file, or the total is of other rows',
        fix: 'compare both with the package that wrote the file',
      });
    }
  }
}

/** Rows of a journal that are of no receivable account, where nobody said which accounts count. */
export function tellAccounts(understanding: readonly Understanding[], diagnostics: Diagnostics): void {
  for (const { file, accounts } of understanding) {
    if (accounts === undefined || accounts.by === 'said' || accounts.out === 0) continue;
    diagnostics.add({
      code: 'accounts-left-out',
      file,
      what: `${counted(accounts.out, 'row of another account is', 'rows of other accounts are')} left out: receivable are ${accounts.prefixes.join(', ')}`,
      why: toBeMadeOut(accounts.others),
      fix: 'to choose others: --accounts 411,416, or --accounts all',
    });
  }
}

/** Invoices and credit notes that are still to be made out are on accounts of customers, and owed by nobody yet (rules §5, 1). */
function toBeMadeOut(accounts: readonly string[]): string | undefined {
  const some = accounts.filter(isToBeMadeOut);
  if (some.length === 0) return undefined;
  return `${listedNames(some)} ${some.length === 1 ? 'is' : 'are'} of invoices and credit notes still to be made out, which nobody owes yet`;
}

/** A last posting older than this is told: the export was probably made before the day asked for. */
const STALE_AFTER_DAYS = 35;

/** `unallocatedShown`: credits that found no debit stand by themselves in the report, so that there are many of them matters. */
export function tellSettlement(book: Book, day: Day, unallocatedShown: boolean, diagnostics: Diagnostics): void {
  const { ledger, postings, lastDay } = book;
  const { facts } = book.at(day);
  if (facts.later > 0) {
    diagnostics.add({
      code: 'postings-later',
      what: `${facts.later} of ${counted(postings, 'posting')} ${facts.later === 1 ? 'is' : 'are'} dated after ${isoDay(day)} and ${facts.later === 1 ? 'does' : 'do'} not exist yet on that day`,
    });
  }
  // Where a journal of all accounts goes on, nothing was received since.
  const last = Math.max(lastDay, ledger.entriesTo) as Day;
  if (lastDay !== NO_DAY && day - last > STALE_AFTER_DAYS) {
    diagnostics.add({
      code: 'ledger-stale',
      what: `the last posting is of ${isoDay(last)}, ${day - last} days before ${isoDay(day)}`,
      why: 'payments received since would show as late',
      fix: 'export the ledger again, or name the day of the export with --as-of',
    });
  }
  if (facts.undated.count > 0) {
    diagnostics.add({
      code: 'snapshot-later',
      ...originOf(ledger, facts.undated.row),
      what: `${counted(facts.undated.count, 'row says', 'rows say')} what was paid but not when, and the ledger goes on to ${isoDay(lastDay)}: what was open on ${isoDay(day)} cannot be rebuilt from that`,
      why: 'a payment made since then is taken off already',
      fix: `add the payments as rows, or a column settled_on, or age as of ${isoDay(lastDay)}`,
    });
  }
  if (facts.disagree.count > 0) {
    diagnostics.add({
      code: 'columns-disagree',
      ...originOf(ledger, facts.disagree.row),
      what: `${counted(facts.disagree.count, 'row contradicts itself or its payments', 'rows contradict themselves or their payments')}, first here: the open amount is not the amount less what was paid`,
      why: 'a payment found by reference counts first, then the open amount, then the paid amount',
      fix: 'check what these rows say',
    });
  }
  if (facts.overpaid.count > 0) {
    diagnostics.add({
      code: 'paid-exceeds-amount',
      ...originOf(ledger, facts.overpaid.row),
      what: `${counted(facts.overpaid.count, 'row is', 'rows are')} paid beyond the amount, first here: the excess is shown as unallocated${facts.closed === undefined ? '' : ', unless the tolerance closed it'}`,
      fix: 'check what was paid, or allocate the excess',
    });
  }
  if (facts.ambiguous.count > 0) {
    diagnostics.add({
      code: 'reference-ambiguous',
      ...originOf(ledger, facts.ambiguous.row),
      what: `${counted(facts.ambiguous.count, 'posting names', 'postings name')} a number that several documents of one customer carry, first here: what they settle stays open`,
      why: 'which of the documents was meant would be a guess',
      fix: 'make the numbers unique, for instance by adding the year',
    });
  }
  if (facts.unbalanced.count > 0) {
    diagnostics.add({
      code: 'letter-unbalanced',
      ...originOf(ledger, facts.unbalanced.row),
      what: `the postings of ${counted(facts.unbalanced.count, 'letter')} do not add up to nothing, first here: what is left stays open on its own document${facts.closed === undefined ? '' : ', unless the tolerance closed it'}`,
      fix: 'check these letters; part payments may be lettered before the rest is paid',
    });
  }
  const unmatched = facts.credits - facts.creditsMatched;
  if (facts.byColumns > 0 && unmatched > 0) {
    diagnostics.add({
      code: 'paid-twice',
      what: `${counted(facts.byColumns, 'row says itself', 'rows say themselves')} what was paid, and ${counted(unmatched, 'credit')} found no debit: a payment told both ways counts twice`,
      fix: 'give each payment a reference to its invoice, or leave one of the two out',
    });
  }
  if (unallocatedShown && facts.creditsMatched * 2 < facts.credits) {
    const found = facts.creditsMatched === 0 ? 'none' : `only ${facts.creditsMatched}`;
    const said =
      facts.credits === 1
        ? 'the only credit did not find the debit it pays, and is unallocated'
        : `${found} of ${facts.credits} credits found the debit it pays; the others are unallocated`;
    diagnostics.add({
      code: 'credits-unmatched',
      what: said,
      why: 'items already paid may show as late',
      fix: 'name the column that says which invoice is paid: --map reference=HEADING; or see --credits oldest',
    });
  }
  tellClosed(ledger, facts.closed, diagnostics);
}

/** What a tolerance closed, each currency apart, and what was left of debits apart from what was left of credits. */
function tellClosed(ledger: Ledger, closed: readonly Closed[] | undefined, diagnostics: Diagnostics): void {
  closed?.forEach(({ debits, credits, row }, i) => {
    if (row < 0) return;
    const currency = currencyAt(ledger, i);
    const said = ({ count, amount }: Closed['debits'], one: string): string[] =>
      count === 0 ? [] : [`what was left of ${counted(count, one)}, ${plainAmount(amount, currency)} in all`];
    diagnostics.add({
      code: 'tolerance-closed',
      ...originOf(ledger, row),
      what: `${currency}: ${[...said(debits, 'debit'), ...said(credits, 'credit')].join(', and ')}, is closed within the tolerance, first here`,
      why: 'nobody paid it or wrote it off, so the general ledger still holds it',
      fix: 'see the section tolerance of ar check, or of --detail; write these differences off in the books',
    });
  });
}
