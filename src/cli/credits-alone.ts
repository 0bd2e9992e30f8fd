// Which credits pay no debit? Money on account, or payments whose invoice nothing names: each currency has a finding of its own, with the first of them.
import type { Day } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted } from '../core/plural.ts';
import { currencyAt, originOf } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import { plainAmount } from '../text/amounts.ts';

/** Of the postings that exist on the day; what is left of a credit that paid something is none of these. */
export function tellCreditsAlone(book: Book, day: Day, diagnostics: Diagnostics): void {
  const { ledger } = book;
  const { open, evidence } = book.at(day);
  const found = ledger.currencies.map(() => ({ count: 0, sum: 0, row: -1 }));
  for (let row = 0; row < ledger.count; row++) {
    const left = open[row] as number;
    if (left >= 0 || evidence[row] !== 0) continue;
    const alone = found[ledger.currency[row] as number] as (typeof found)[number];
    if (alone.count++ === 0) alone.row = row;
    alone.sum -= left;
  }
  found.forEach(({ count, sum, row }, i) => {
    if (count === 0) return;
    const currency = currencyAt(ledger, i);
    diagnostics.add({
      code: 'credits-unallocated',
      ...originOf(ledger, row),
      value: ledger.columns.document?.at(row),
      what: `${counted(count, 'credit pays', 'credits pay')} no debit, first here: ${plainAmount(sum, currency)} ${currency} in all`,
      why: 'what they were meant to pay may show as late',
      fix: 'allocate them, or name the invoice in the column reference',
    });
  });
}
