// What must be told beside a DSO? That a ledger of open items holds no sales but unpaid ones, and that a table of sales cannot answer what is asked of it.
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted } from '../core/plural.ts';
import { originOf } from '../ledger/ledger.ts';
import type { SideTable } from '../ledger/side-table.ts';
import type { Dso, DsoRequest } from '../measures/dso/dso.ts';
import type { SalesField } from '../read/tables/sales.ts';
import type { Input } from './command.ts';

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
