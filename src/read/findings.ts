// What is told of a file as a whole, once all of its rows have been seen?
import type { Currency } from '../core/currency.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted, listedNames } from '../core/plural.ts';
import type { UnreadTerms } from '../ledger/due-days.ts';
import { type Ledger, originOf } from '../ledger/ledger.ts';
import { type AccountsFound, orNone } from './accounts.ts';
import type { BetweenRows } from './between-rows.ts';
import type { FileCounts } from './counts.ts';
import { currenciesOfSign } from './currency-sign.ts';
import { type StatusCounts, statusSort } from './statuses.ts';
import type { TotalsFound } from './totals.ts';

export function tellEmpty(file: string, what: string, diagnostics: Diagnostics): void {
  diagnostics.add({ code: 'file-empty', file, what, fix: 'export the ledger again, with a line of headings and its postings' });
}

/** A file of which no row is left to be read, whatever it holds. True when it is one. */
export function tellNoRow(file: string, rows: number, accounts: AccountsFound | undefined, diagnostics: Diagnostics): boolean {
  if (rows === 0) tellEmpty(file, 'there is no row below the headings', diagnostics);
  else if (accounts?.out === rows) {
    const { prefixes, others } = accounts;
    diagnostics.add({
      code: 'file-empty',
      file,
      what: `no row is of an account that begins with ${prefixes.join(', ')}; its accounts are ${listedNames(others.map(orNone))}`,
      fix: 'name those of its receivables: --accounts PREFIX,…; --accounts all takes every row',
    });
  }
  return rows === 0 || accounts?.out === rows;
}

export function tellFindings(file: string, counts: FileCounts, currency: Currency, diagnostics: Diagnostics): void {
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

/** Receivables of which a journal says the account and nobody who owes them. */
export function tellCollective(file: string, { count, line }: FileCounts['collective'], diagnostics: Diagnostics): void {
  if (count === 0) return;
  diagnostics.add({
    code: 'customer-collective',
    file,
    line,
    what: `${counted(count, 'row of a collective account names', 'rows of collective accounts name')} no customer, first on this line: the account stands for it`,
    why: 'what several customers owe and paid is one balance there',
    fix: 'export the journal with its auxiliary accounts (CompAuxNum)',
  });
}

/** A currency that the totals of a file name by its sign, and its rows are not in. */
export function tellForeign(file: string, between: BetweenRows | undefined, diagnostics: Diagnostics): void {
  if (between?.foreign === undefined) return;
  const { sign, currency, line } = between.foreign;
  diagnostics.add({
    code: 'currency-assumed',
    file,
    line,
    what: `the totals are in ${sign}, first on this line, and the rows were read as ${currency}`,
    fix: `name the currency of rows that name none: --currency ${currenciesOfSign(sign)}`,
  });
}

/** Rows that are not owed by their status, and rows that count although it says so. */
export function tellStatuses(file: string, open: StatusCounts, between: BetweenRows | undefined, diagnostics: Diagnostics): void {
  const passed = between?.passed.find(({ sort }) => sort === 'unissued');
  if (passed !== undefined) {
    diagnostics.add({
      code: 'rows-not-owed',
      file,
      line: passed.line,
      what: `${counted(passed.count, 'row is', 'rows are')} not owed by the status (${[...(between?.statuses ?? [])].join(', ')}) and not counted, first on this line`,
      fix: 'to count some of them, choose rows by this column: --where',
    });
  }
  const { count, line, words } = open;
  if (count === 0) return;
  const none = [...words].filter((word) => statusSort(word) !== 'partly');
  const remedies = [
    none.length === 0 ? [] : `if nothing is owed there: --where-not "status=${none.join(',')}"`,
    none.length === words.size
      ? []
      : 'for what is left of a part payment name the column that holds it: --map open_amount=HEADING',
  ].flat();
  diagnostics.add({
    code: 'status-ignored',
    file,
    line,
    what: `${counted(count, 'row counts', 'rows count')} ${none.length === 0 ? 'in full' : 'as owed'} although the status says ${[...words].join(', ')}, first on this line`,
    why: 'a status is a word of each package, and no figure goes by it',
    fix: remedies.join('; '),
  });
}

/** Rows passed over for totals that are none: a posting without its customer and day may have been lost. True when there is one. */
export function tellUnlabelled(file: string, totals: TotalsFound | undefined, diagnostics: Diagnostics): boolean {
  const doubtful = totals?.differing.filter(({ sure }) => !sure) ?? [];
  for (const { line, label, carried } of doubtful) {
    const has = label === '' ? 'amounts and nothing else' : 'amounts and no day';
    diagnostics.add({
      code: 'row-unlabelled',
      file,
      line,
      value: label === '' ? undefined : label,
      what: `the row has ${has}, and is not the total of rows above it`,
      why: carried
        ? 'a page carries over what stands above it; this may be what was owed before the first row, or a posting that lost its day'
        : 'it may be a posting that lost its day and its customer',
      fix: carried ? 'write its customer and its day in the row, or take it away' : 'complete the row, or take it away',
    });
  }
  return doubtful.length > 0;
}

/** Debits that are due on no day anybody said, by the file and the line of the first. */
export function tellDueMissing(
  file: string,
  missing: { readonly count: number; readonly line: number },
  diagnostics: Diagnostics,
): void {
  if (missing.count === 0) return;
  diagnostics.add({
    code: 'due-missing',
    file,
    line: missing.line,
    what: `${counted(missing.count, 'debit has', 'debits have')} no due day, first on this line: the age counts from the day of the document`,
    why: 'an item without a due day looks late from its first day on',
    fix: 'fill the column due, or say the terms: --terms "45 days end-of-month"',
  });
}

/** Terms that were needed and could not be read, by the line of the first row that has them. */
export function tellUnreadTerms(ledger: Ledger, unread: readonly UnreadTerms[], diagnostics: Diagnostics): void {
  for (const { text, why, rows, row } of unread) {
    diagnostics.add({
      code: 'terms-unreadable',
      ...originOf(ledger, row),
      value: text,
      what: `terms: ${counted(rows, 'debit', 'debits')} without a due day, first here, ${rows === 1 ? 'has' : 'have'} terms that are not understood`,
      why: `the text ${why}`,
      fix: 'write terms as "45 days end-of-month" or "30% 30 days; 70% 60 days", or fill the column due',
    });
  }
}
