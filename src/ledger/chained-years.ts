// What does a later year of the same books bring forward? Its openings repeat the closing of the year before: they are no postings but a check, by customer
// and account, and the letters put on them in the new year are put on what they stand for (rules §5, 5).
import { type Day, NO_DAY } from '../core/day.ts';
import type { LedgerBuilder } from './builder.ts';
import { appendCopy } from './instalment-rows.ts';
import { kindCode } from './kind.ts';
import { LettersOfYear } from './letters-of-year.ts';
import { type WholeYear, wholeYears, type YearOfBooks } from './years-of-books.ts';

/** What a customer's account closes at and is brought forward at, in minor units; its first opening row, or its last posting. */
export type OpeningDiffers = {
  readonly customer: number;
  readonly account: string;
  readonly currency: number;
  readonly closed: number;
  readonly opened: number;
  readonly row: number;
  /** The difference stands as an opening of its own; false where the customer owes as much in all, on other accounts than before. */
  readonly booked: boolean;
};

export type Chained = {
  readonly before: WholeYear;
  readonly year: WholeYear;
  /** `gap`: no file is of the days between them; `overlap`: both hold the same. Nothing is taken for repeated then. */
  readonly how: 'chained' | 'gap' | 'overlap';
  /** Openings that were found to repeat the closing. */
  readonly repeated: number;
  readonly differs: readonly OpeningDiffers[];
};

/** Days between the close of one year and the first entry of the next, and between two closes, that a firm which books little may have. */
const MOST_QUIET = 92;
const MOST = 366;

/**
 * Chains the years of each firm. An opening that repeats the closing becomes nothing; where it differs, the difference stays as an opening of its own, so that
 * every account comes to what the later year says.
 */
export function chainYears(builder: LedgerBuilder, files: readonly YearOfBooks[]): Chained[] {
  const { firms, twice } = wholeYears(builder, files);
  const none = { repeated: 0, differs: [] };
  const overlaps = twice.map(([before, year]): Chained => ({ ...none, before, year, how: 'overlap' }));
  const chained = firms.flatMap((years) => {
    const rows: number[] = [];
    return years.flatMap((year, i) => {
      const before = years[i - 1];
      const told = before === undefined ? [] : [chain(builder, rows, before, year)];
      // Nothing is held against the last year.
      if (i + 1 < years.length) for (const { first, end } of year.parts) for (let row = first; row < end; row++) rows.push(row);
      return told;
    });
  });
  return [...overlaps, ...chained];
}

/** `earlier`: all rows of the years before; what a difference adds is put to them. */
function chain(builder: LedgerBuilder, earlier: number[], before: WholeYear, year: WholeYear): Chained {
  const accounts = accountsOf(builder, earlier, year);
  const owes = customersDiffer(accounts);
  const differs = accounts.flatMap((account) =>
    account.closed === account.opened ? [] : differing(builder, account, year.opens && owes(account)),
  );
  const none = { before, year, repeated: 0, differs: [] };
  // A year in which nothing was owed before or after may be missing without harm.
  const owed = accounts.some(({ closed, opened }) => closed !== 0 || opened !== 0);
  if (owed && isGap(before, year, differs.length > 0)) return { ...none, how: 'gap' };
  if (!year.opens) return { ...none, how: 'chained', differs };
  earlier.push(...bringForward(builder, accounts, owes, year));
  return { before, year, how: 'chained', repeated: year.openings.length, differs };
}

/** Where the names do not say which years they are, a year without entries and one that is missing look alike, but for what is brought forward. */
function isGap(before: WholeYear, year: WholeYear, differ: boolean): boolean {
  const apart = year.firstDay - (before.closing ?? before.lastDay);
  if (before.closing !== undefined && year.closing !== undefined)
    return year.closing - before.closing > MOST && apart > MOST_QUIET;
  return year.opens && differ && apart > (before.closing === undefined ? MOST : MOST_QUIET);
}

/** What one account of one customer came to, and what is brought forward on it. */
type Account = { readonly key: string; readonly rows: number[]; readonly openings: number[]; closed: number; opened: number };

function accountsOf(builder: LedgerBuilder, earlier: readonly number[], year: WholeYear): Account[] {
  const { own, optional } = builder;
  const accounts = new Map<string, Account>();
  const accountOf = (row: number): Account => {
    const key = `${own.customer[row]} ${own.currency[row]}`;
    const whole = `${key} ${optional.account?.codes[row] ?? 0}`;
    const known = accounts.get(whole) ?? { key, rows: [], openings: [], closed: 0, opened: 0 };
    accounts.set(whole, known);
    return known;
  };
  for (const row of earlier) {
    const account = accountOf(row);
    account.rows.push(row);
    account.closed += own.amount[row] as number;
  }
  for (const row of year.openings) {
    const account = accountOf(row);
    account.openings.push(row);
    account.opened += own.amount[row] as number;
  }
  return [...accounts.values()];
}

/** True for an account of a customer who owes another sum in all than he did. */
function customersDiffer(accounts: readonly Account[]): (account: Account) => boolean {
  const customers = new Map<string, number>();
  for (const { key, closed, opened } of accounts) customers.set(key, (customers.get(key) ?? 0) + opened - closed);
  return ({ key }) => customers.get(key) !== 0;
}

function differing(
  { own, optional }: LedgerBuilder,
  { rows, openings, closed, opened }: Account,
  booked: boolean,
): OpeningDiffers {
  const row = (openings[0] ?? rows.at(-1)) as number;
  const { account } = optional;
  const text = account === undefined ? '' : account.dictionary.value(account.codes[row] as number);
  return {
    customer: own.customer[row] as number,
    account: text,
    currency: own.currency[row] as number,
    closed,
    opened,
    row,
    booked,
  };
}

/** Returns the rows that differences have added. */
function bringForward(
  builder: LedgerBuilder,
  accounts: readonly Account[],
  owes: (account: Account) => boolean,
  year: WholeYear,
): number[] {
  const letters = new LettersOfYear(builder, year);
  const added: number[] = [];
  for (const account of accounts) {
    const { rows, openings, closed, opened } = account;
    letters.carry(rows, openings);
    // What a customer owes on another account than before is the same debt.
    const differs = owes(account) ? opened - closed : 0;
    for (const [i, row] of openings.entries()) builder.rebook(row, i === 0 ? differs : 0);
    if (openings.length === 0 && differs !== 0) added.push(addOpening(builder, rows.at(-1) as number, differs, year.firstDay));
    letters.leaveTo(rows);
  }
  return added;
}

/** An opening of the customer and account of a row, which no line of the file is. */
function addOpening(builder: LedgerBuilder, like: number, amount: number, day: Day): number {
  const row = appendCopy(builder, like);
  const { own, optional } = builder;
  own.kind[row] = kindCode('opening');
  own.day[row] = day;
  own.due[row] = NO_DAY;
  own.amount[row] = 0;
  if (optional.date !== undefined) optional.date[row] = day;
  if (optional.letter !== undefined) optional.letter.codes[row] = 0;
  if (optional.letter_day !== undefined) optional.letter_day[row] = NO_DAY;
  optional.document?.put(row, '');
  optional.reference?.put(row, '');
  builder.rebook(row, amount);
  return row;
}
