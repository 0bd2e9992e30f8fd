// What must be told beside a DSO? That a ledger of open items holds no sales but unpaid ones, and that a table of sales cannot answer what is asked of it.
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted } from '../core/plural.ts';
import { originOf } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Dso, DsoRequest } from '../measures/dso/dso.ts';
import type { SalesField } from '../read/tables/sales.ts';
import { plainAmount } from '../text/amounts.ts';
import type { Input } from './command.ts';
import type { Sold } from './journal-parts.ts';

/** True where sales of each customer are asked for, and the table names none. */
export function refusesDso(table: SideTable<SalesField>, byCustomer: boolean, diagnostics: Diagnostics): boolean {
  if (!byCustomer || table.has('customer')) return false;
  diagnostics.add({
    code: 'heading-missing',
    file: table.file,
    line: 1,
    what: '--sales: what was sold to each customer is asked for, and the table has no column of customers',
    fix: 'add a column customer, or leave out --sales: the invoices of the ledger are known by customer',
  });
  return true;
}

/** More than half of what a journal sold is on no receivable: firms that book what they sell when it is paid have claims at the close of the year alone. */
export function tellSoldElsewhere({ net, gross }: Sold, { reading, diagnostics }: Input): void {
  if (net <= gross * 2) return;
  const { bookCurrency } = reading.ledger;
  const amount = (units: number): string => `${bookCurrency} ${plainAmount(units, bookCurrency)}`;
  diagnostics.add({
    code: 'sold-elsewhere',
    what: `in twelve months the accounts of sales (70) come to ${amount(net)} without tax, and the invoices on receivables to ${amount(gross)} with tax: most of what was sold is on no receivable`,
    why: 'a firm that books sales when they are paid has claims at the close of its year alone, and their DSO is not that of its customers',
    fix: 'give what was sold on credit with --sales FILE (month, amount), or take these figures for the invoices alone',
  });
}

export function tellDso({ book, asOf, diagnostics }: Input, { known, rows }: Dso, { sales }: DsoRequest): void {
  const { ledger } = book;
  if (known.openOnly !== undefined && sales === undefined && ledger.count > 0) {
    diagnostics.add({
      code: 'open-items-only',
      ...originOf(ledger, 0),
      line: undefined,
      what:
        known.openOnly === 'list'
          ? 'every row says what is open of it, and none is settled: this is a list of open items, and what was sold is not known from it'
          : 'nothing of this ledger is settled: if it is a list of open items, more was sold than stands in it',
      why: 'invoices that were paid have left such a list, so DSO counted from it would be too long',
      fix: 'give what was sold with --sales FILE (month, amount), or export the ledger with what is settled',
    });
  }
  const { undated } = known;
  // Of the as-of day it is told with what settled the ledger, and a list of open items has no earlier days at all.
  const isTold = known.openOnly === 'list' || book.at(asOf).facts.undated.count > 0;
  if (undated !== undefined && !isTold && rows.some(({ receivable }) => receivable === undefined)) {
    diagnostics.add({
      code: 'snapshot-later',
      ...originOf(ledger, undated.row),
      what: `${counted(undated.count, 'row says', 'rows say')} what was paid but not when, first here: what was open on earlier days is not known`,
      why: 'a payment made since then is taken off already',
      fix: 'add the payments as rows, or a column settled_on',
    });
  }
}
