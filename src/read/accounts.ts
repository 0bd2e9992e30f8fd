// Which rows of a journal of all accounts are receivables? Those whose account begins with one of some prefixes: said with --accounts, those of the package that
// wrote the file, or the French ones where the accounts are plainly of that chart. The others are left out, and counted.
import { namesNobody, ofCustomer } from '../ledger/chart.ts';
import type { LedgerColumn } from './ledger-headings.ts';
import { FRENCH_RECEIVABLES } from './presets/preset.ts';
import type { RowSorts } from './row-sorts.ts';
import type { SampleRecord } from './sample.ts';

export type AccountChoice = {
  readonly prefixes: readonly string[];
  /** `chart`: the accounts of the first rows are those of the French chart, of several classes. */
  readonly by: 'said' | 'preset' | 'chart';
  /** Undefined where accounts are named on lines above the rows. */
  readonly column: Pick<LedgerColumn, 'index' | 'heading'> | undefined;
  /** Of so many, so many of receivables; the first of others. */
  readonly told?: ChartTold | undefined;
};

type ChartTold = { readonly of: number; readonly ours: number; readonly other: string; readonly line: number };

/** An account of the French chart: the digit of its class, and at least two more. */
const ACCOUNT = /^[1-8]\d\d/;

/** True for what could be an account of that chart. */
export function isAccount(text: string): boolean {
  return ACCOUNT.test(text);
}

/** An account, or that there is none. */
export function orNone(account: string): string {
  return account === '' ? '(none)' : account;
}

export function isOneOf(account: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => account.startsWith(prefix));
}

/** The prefixes of receivables, where the accounts of a column say that they are of all classes. */
export function chartIn(index: number, rows: readonly SampleRecord[], sorts: RowSorts): ChartTold | undefined {
  const accounts = rows.flatMap(({ cells, line }) => (sorts.hasDay(cells) ? [{ text: (cells[index] ?? '').trim(), line }] : []));
  if (!accounts.every(({ text }) => ACCOUNT.test(text)) || !accounts.some(({ text }) => text.startsWith('411'))) return undefined;
  // Class 4 is of third parties: debts to suppliers and taxes do not tell a journal of all accounts from one of theirs.
  const other = accounts.find(({ text }) => !text.startsWith('4'));
  if (other === undefined) return undefined;
  const ours = accounts.filter(({ text }) => isOneOf(text, FRENCH_RECEIVABLES)).length;
  return { of: accounts.length, ours, other: other.text, line: other.line };
}

/**
 * The customer an account is of; '' for a collective one, on which all customers are: its prefix with zeros, and perhaps one digit of the chart's own
 * (411000, 4111, 41170000). A customer has one name on all accounts: 416DUPONT is 411DUPONT, whose claim is doubtful.
 */
export function customerOf(account: string, prefixes: readonly string[]): string {
  const prefix = prefixes.filter((one) => account.startsWith(one)).sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return '';
  return namesNobody(account.slice(prefix.length)) ? '' : ofCustomer(account);
}

/** The accounts of one file, judged row by row. */
export class AccountRows {
  readonly choice: AccountChoice;
  readonly others = new Set<string>();
  /** Rows left out. */
  out = 0;

  constructor(choice: AccountChoice) {
    this.choice = choice;
  }

  get index(): number {
    return this.choice.column?.index ?? -1;
  }

  keeps(account: string): boolean {
    const kept = isOneOf(account, this.choice.prefixes);
    if (!kept) this.others.add(account);
    return kept;
  }

  /** True for a row below a line that names another account, where accounts stand on such lines; a name that is no account is a customer's. */
  leavesOutUnder(account: string | undefined): boolean {
    if (this.choice.column !== undefined || account === undefined || !isAccount(account) || this.keeps(account)) return false;
    this.out++;
    return true;
  }

  /** The customer an account is of, where it is of one. */
  customerOf(account: string): string {
    return customerOf(account, this.choice.prefixes);
  }

  /** What cannot be read says nothing of accounts. */
  broken(): void {}
}

/** What became of the rows: in an order that does not hang on which reader met them. */
export type AccountsFound = AccountChoice & { readonly out: number; readonly others: readonly string[] };

export function accountsFound({ choice, out, others }: AccountRows): AccountsFound {
  return { ...choice, out, others: [...others].sort() };
}
