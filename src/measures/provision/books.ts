// On which accounts do a claim and what becomes of it stand? Those of the chart in force, or of the user's; a claim stays on the account its ledger names, and a doubtful one goes to the account beside it (rules §4.1).
import type { Currency } from '../../core/currency.ts';
import type { Day } from '../../core/day.ts';
import { generalAccount, ofCustomer } from '../../ledger/chart.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { roleName, type WriteDownAccounts, type WriteDownRole } from '../../policy/write-down-accounts.ts';
import type { EntryLine } from '../journal.ts';

export type Books = {
  readonly ledger: Ledger;
  readonly chart: 'fr' | 'ifrs';
  readonly journal: string;
  /** The day of the closing. */
  readonly day: Day;
  readonly accounts: WriteDownAccounts;
  /** The user names the account of doubtful customers: all go to that one. */
  readonly namesDoubtful: boolean;
  /** The user names the account of receivables. */
  readonly namesReceivable: boolean;
  /** The account of receivables on which postings of a row's customer stand; undefined where there is none, or several. */
  readonly receivableOf: (row: number) => string | undefined;
  /** The account a row stands on, '' where the ledger names none. */
  readonly accountOf: (row: number) => string;
  /** True of a claim that was moved to the account of doubtful customers before, as far as can be told. */
  readonly isDoubtful: (row: number) => boolean;
  /** True where something still says that a claim is doubtful: a proceeding or a status of its customer, a dispute of its own. */
  readonly hasSign: (row: number) => boolean;
  /** True where the fiscal year of the closing is also that of the document. */
  readonly isOfYear: (row: number) => boolean;
  /** What stands open of a row in its own currency, and what it is worth in that of the books, where all is booked in that; undefined elsewhere. */
  readonly ownOpen: (row: number) => { readonly amount: number; readonly worth: number; readonly currency: Currency } | undefined;
};

/** The account a claim is taken from. */
export function standsOn(books: Books, row: number): string {
  const own = books.accountOf(row);
  const isKnown = books.chart === 'fr' ? /^41/.test(own) : own !== '';
  return isKnown ? own : books.accounts[books.isDoubtful(row) ? 'doubtful' : 'receivable'];
}

/** The account a doubtful claim goes to; undefined where it stays: it is there already, or the chart has none. */
export function doubtfulFor(books: Books, row: number): string | undefined {
  const { accounts, chart, namesDoubtful } = books;
  if (books.isDoubtful(row) || accounts.doubtful === accounts.receivable) return undefined;
  const from = standsOn(books, row);
  // 411000 goes to 416000, 411DUPONT to 416DUPONT.
  const isOfChart = chart === 'fr' && from === books.accountOf(row) && generalAccount(from) !== '4191';
  return isOfChart && !namesDoubtful
    ? `${accounts.doubtful}${ofCustomer(from).slice(accounts.doubtful.length)}`
    : accounts.doubtful;
}

/** The account a claim goes back to that is sound again; undefined where it stands on none of doubtful customers. */
export function soundFor(books: Books, row: number): string | undefined {
  const { accounts, chart, namesDoubtful } = books;
  const from = standsOn(books, row);
  if (accounts.doubtful === accounts.receivable || !(books.isDoubtful(row) || from === accounts.doubtful)) return undefined;
  if (books.namesReceivable || chart !== 'fr') return accounts.receivable;
  // 416000 goes to 411000, 416DUPONT to 411DUPONT.
  const isOfChart = from === books.accountOf(row) && generalAccount(from) === '416';
  return isOfChart && !namesDoubtful ? ofCustomer(from) : (books.receivableOf(row) ?? accounts.receivable);
}

/** A line on the account of a purpose. Amounts above nothing are debits. */
export function lineOn(books: Books, role: WriteDownRole, amount: number): EntryLine {
  return { account: books.accounts[role], ...nameIn(books, role), amount };
}

export function nameIn({ chart }: Books, role: WriteDownRole): Pick<EntryLine, 'accountName'> {
  return chart === 'ifrs' ? { accountName: roleName(role) } : {};
}
