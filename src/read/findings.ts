// What is told of a file as a whole, once all of its rows have been seen?
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted } from '../core/plural.ts';
import type { FileCounts } from './counts.ts';

export function tellEmpty(file: string, what: string, diagnostics: Diagnostics): void {
  diagnostics.add({ code: 'file-empty', file, what, fix: 'export the ledger again, with a line of headings and its postings' });
}

export function tellFindings(file: string, counts: FileCounts, currency: Currency, diagnostics: Diagnostics): void {
  if (counts.dueMissing.count > 0) {
    diagnostics.add({
      code: 'due-missing',
      file,
      line: counts.dueMissing.line,
      what: `${counted(counts.dueMissing.count, 'debit has', 'debits have')} no due day, first on this line: the age counts from the day of the document`,
      why: 'an item without a due day looks late from its first day on',
      fix: 'fill the column due',
    });
  }
  if (counts.currencyMissing.count > 0) {
    diagnostics.add({
      code: 'currency-assumed',
      file,
      line: counts.currencyMissing.line,
      what: `${counted(counts.currencyMissing.count, 'row has', 'rows have')} an empty currency, first on this line: read as ${currency}`,
      fix: 'fill the column currency, or name the currency with --currency',
    });
  }
}
