// Of which months are the invoices that are open on a day? What is open of each month, and the days since each invoice: true DSO asks for both (rules §1.1, 5 and 6).
import type { Day } from '../../core/day.ts';
import { ExactSum } from '../../core/fraction.ts';
import { type Month, monthOf } from '../../core/month.ts';
import { kindCode } from '../../ledger/kind.ts';
import { documentDays } from '../../ledger/ledger.ts';
import type { Book } from '../../settle/book.ts';
import { asideOf } from '../aside.ts';
import { lumpsIn } from '../lumps.ts';
import type { Slots } from './slots.ts';

const OPENING = kindCode('opening');

/** What is open of a month, and Σ of it × the days since the invoice. */
export type OpenOfMonth = { open: number; readonly age: ExactSum };

/** The month of what was brought forward without its days: of no sales that are known. */
const NO_MONTH: Month = -1;

/** Debits by slot and month of the document; credits that nothing allocates are of no invoice. `documentOf`: the row of the document that a row goes on with, its own as a rule. */
export function openByMonthOf(
  book: Book,
  slots: Slots,
  documentOf: (row: number) => number,
  { keeps, inBase }: { readonly keeps: (row: number) => boolean; readonly inBase: boolean },
): (day: Day) => readonly ReadonlyMap<Month, OpenOfMonth>[] {
  const { ledger } = book;
  const aside = asideOf(ledger);
  const isLump = lumpsIn(ledger);
  const dates = documentDays(ledger);
  const documents = Int32Array.from({ length: ledger.count }, (_, row) => documentOf(row));
  // Sales are of the month in which they were posted; of what was brought forward the day of the document is left.
  const months = documents.map((row) =>
    isLump(row) ? NO_MONTH : monthOf((ledger.kind[row] === OPENING ? dates[row] : ledger.day[row]) as Day),
  );
  return (day) => {
    const items = book.at(day);
    const open = inBase ? (items.base ?? items.open) : items.open;
    const found = slots.groups.map(() => new Map<Month, OpenOfMonth>());
    for (let row = 0; row < ledger.count; row++) {
      const amount = open[row] as number;
      if (amount <= 0 || (ledger.day[row] as number) > day || aside(row) !== 0 || !keeps(row)) continue;
      const of = found[slots.slotOfUnit[slots.unitOf(row)] as number] as Map<Month, OpenOfMonth>;
      const month = months[row] as Month;
      let known = of.get(month);
      if (known === undefined) of.set(month, (known = { open: 0, age: new ExactSum() }));
      known.open += amount;
      // A document dated ahead of its posting has no age yet.
      known.age.add(amount, Math.max(0, day - (dates[documents[row] as number] as number)));
    }
    return found;
  };
}
