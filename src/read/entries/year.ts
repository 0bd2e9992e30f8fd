// Of which year are the books of a file? Its entries say, and its name, which may contradict them.
import { type Day, isoDay, NO_DAY } from '../../core/day.ts';
import type { Diagnostics } from '../../core/diagnostic.ts';
import type { YearOfBooks } from '../../ledger/years-of-books.ts';
import { fecName } from './fec-name.ts';
import type { JournalEntries } from './journal-entries.ts';

/** A name that contradicts the entries is told (`fec-name-differs`) and says no closing day. */
export function yearOf(
  { firstDay, lastDay, opens, openings, paidOut, sold }: JournalEntries,
  rows: Pick<YearOfBooks, 'file' | 'entity' | 'first' | 'end'>,
  diagnostics: Diagnostics,
): YearOfBooks {
  const year = { ...rows, firstDay: firstDay as Day, lastDay: lastDay as Day, opens, openings, paidOut, sales: sold.byMonth };
  const closing = fecName(rows.file)?.closing;
  if (closing === undefined || lastDay === NO_DAY) return { ...year, closing: undefined };
  // A year has twelve months, and the first of a firm up to twenty-four: its last entry tells more than its first.
  const fits = lastDay <= closing && lastDay > closing - 366;
  if (!fits) {
    diagnostics.add({
      code: 'fec-name-differs',
      file: rows.file,
      what: `by its name the year closes on ${isoDay(closing)}, and its entries are of ${isoDay(year.firstDay)} to ${isoDay(year.lastDay)}`,
      why: 'the name of a FEC is that of its firm and of the day on which the year closes (LPF art. A47 A-1)',
      fix: 'look whether this is the file that was meant, and name it after what it holds',
    });
  }
  return { ...year, closing: fits ? closing : undefined };
}
