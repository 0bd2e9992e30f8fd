// What does a later year of the same books bring forward? Its openings repeat the closing of the year before: they are no postings but a check, by customer
// and account, and the letters put on them in the new year are put on what they stand for (rules §5, 5).
import { calendar, type Day, NO_DAY } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import type { LedgerBuilder } from './builder.ts';

/** The books of one year: the rows of its file from `first` to before `end`, the days of its entries, and what of it was brought forward. */
export type YearOfBooks = {
  readonly file: string;
  readonly entity: string;
  readonly first: number;
  readonly end: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The day on which the year closes, where the file says it. */
  readonly closing: Day | undefined;
  readonly openings: readonly number[];
  /** Sales without tax by month (year × 12 + month − 1), in minor units of the books' currency. */
  readonly sales: ReadonlyMap<number, number>;
};

/** What a customer's account closes at and is brought forward at, in minor units; its first opening row, or its last posting. */
export type OpeningDiffers = {
  readonly customer: number;
  readonly account: string;
  readonly currency: number;
  readonly closed: number;
  readonly opened: number;
  readonly row: number;
};

export type Chained = {
  readonly before: YearOfBooks;
  readonly year: YearOfBooks;
  /** `gap`: days lie between them that no file is of; `overlap`: both are of some days. Nothing is taken for repeated then. */
  readonly how: 'chained' | 'gap' | 'overlap';
  /** Openings that were found to repeat the closing. */
  readonly repeated: number;
  readonly differs: readonly OpeningDiffers[];
};

/** Days between the books of two years that a firm which books little may have: to the first entry from the close, or from the last entry before. */
const MOST_QUIET = { close: 92, entry: 366 };

/**
 * Chains the years of each entity, in the order of their days. An opening that repeats the closing becomes nothing; where it differs, the difference stays as an
 * opening of its own, so that the accounts come to what the later year says.
 */
export function chainYears(builder: LedgerBuilder, years: readonly YearOfBooks[]): Chained[] {
  const firms = new Map<string, YearOfBooks[]>();
  for (const year of years) if (year.firstDay !== NO_DAY) gather(firms, year.entity, year);
  return [...firms.values()].flatMap((own) => {
    const inOrder = own.toSorted((a, b) => a.firstDay - b.firstDay || a.lastDay - b.lastDay);
    return inOrder.slice(1).flatMap((year, i) => chain(builder, inOrder.slice(0, i + 1), year) ?? []);
  });
}

function chain(builder: LedgerBuilder, earlier: readonly YearOfBooks[], year: YearOfBooks): Chained | undefined {
  const before = earlier.at(-1) as YearOfBooks;
  const apart = year.firstDay - (before.closing ?? before.lastDay);
  const none = { before, year, repeated: 0, differs: [] };
  // A part of the same year brings nothing forward.
  if (apart <= 0) return year.openings.length === 0 ? undefined : { ...none, how: 'overlap' };
  const accounts = accountsOf(builder, earlier, year);
  const differs = accounts.filter(({ closed, opened }) => closed !== opened).map((account) => differing(builder, account));
  if (year.openings.length === 0) return { ...none, how: 'chained', differs };
  const isFar = apart > (before.closing === undefined ? MOST_QUIET.entry : MOST_QUIET.close);
  if (isFar && differs.length > 0) return { ...none, how: 'gap' };
  bringForward(builder, accounts, year);
  return { ...none, how: 'chained', repeated: year.openings.length, differs };
}

/** What one account of one customer came to, and what is brought forward on it. */
type Account = { readonly rows: number[]; readonly openings: number[]; closed: number; opened: number };

function accountsOf(builder: LedgerBuilder, earlier: readonly YearOfBooks[], year: YearOfBooks): Account[] {
  const { amount } = builder.own;
  const accounts = new Map<string, Account>();
  const accountOf = (row: number): Account => {
    const key = accountKey(builder, row);
    const known = accounts.get(key) ?? { rows: [], openings: [], closed: 0, opened: 0 };
    accounts.set(key, known);
    return known;
  };
  for (const { first, end } of earlier) {
    for (let row = first; row < end; row++) {
      const account = accountOf(row);
      account.rows.push(row);
      account.closed += amount[row] as number;
    }
  }
  for (const row of year.openings) {
    const account = accountOf(row);
    account.openings.push(row);
    account.opened += amount[row] as number;
  }
  return [...accounts.values()];
}

function differing({ own, optional }: LedgerBuilder, { rows, openings, closed, opened }: Account): OpeningDiffers {
  const row = (openings[0] ?? rows.at(-1)) as number;
  const { account } = optional;
  const text = account === undefined ? '' : account.dictionary.value(account.codes[row] as number);
  return { customer: own.customer[row] as number, account: text, currency: own.currency[row] as number, closed, opened, row };
}

function bringForward(builder: LedgerBuilder, accounts: readonly Account[], year: YearOfBooks): void {
  const letters = new LettersOfYear(builder, year);
  for (const { rows, openings, closed, opened } of accounts) {
    letters.carry(rows, openings);
    for (const [i, row] of openings.entries()) builder.rebook(row, i === 0 ? opened - closed : 0);
    letters.leaveTo(rows);
  }
}

function accountKey({ own, optional }: LedgerBuilder, row: number): string {
  return `${own.customer[row]} ${own.currency[row]} ${optional.account?.codes[row] ?? 0}`;
}

/** The letters that were put in one year. */
class LettersOfYear {
  readonly #builder: LedgerBuilder;
  readonly #year: YearOfBooks;
  /** Its rows by account and letter. */
  readonly #rows = new Map<string, number[]>();
  /** Codes that were given to what carries a letter across the turn of the year. */
  readonly #given = new Set<number>();

  constructor(builder: LedgerBuilder, year: YearOfBooks) {
    const codes = builder.optional.letter?.codes;
    this.#builder = builder;
    this.#year = year;
    if (codes === undefined) return;
    for (let row = year.first; row < year.end; row++) {
      if (codes[row] !== 0) gather(this.#rows, this.#key(row), row);
    }
  }

  /** A letter on an opening belongs on the row it repeats: of the same number and amount, else the only one of its amount and day. */
  carry(rows: readonly number[], openings: readonly number[]): void {
    const { own, optional } = this.#builder;
    const { letter, document, date = own.day } = optional;
    if (letter === undefined || !openings.some((row) => letter.codes[row] !== 0)) return;
    const free = rows.filter((row) => letter.codes[row] === 0);
    const byNumber = (row: number): string => `${own.amount[row]} ${document?.at(row)}`;
    const byDay = (row: number): string => `${own.amount[row]} ${date[row]}`;
    const [named, dated] = [lastFirst(free, byNumber), lastFirst(free, byDay)];
    const isFree = (row: number): boolean => letter.codes[row] === 0;
    for (const opening of openings) {
      if (letter.codes[opening] === 0) continue;
      // What was given a letter by another opening goes when it is met.
      const ofNumber = document?.isEmpty(opening) === false ? (named.get(byNumber(opening)) ?? []) : [];
      while (ofNumber.length > 0 && !isFree(ofNumber.at(-1) as number)) ofNumber.pop();
      const [onlyOne, another] = dated.get(byDay(opening)) ?? [];
      const match = ofNumber.pop() ?? (another === undefined ? onlyOne : undefined);
      if (match !== undefined && isFree(match)) this.#put(match, opening);
    }
  }

  /**
   * The same code of the year before is another letter, so what carries it in this year gets one of its own; and a day, which puts together what
   * lies in two years.
   */
  #put(row: number, opening: number): void {
    const { optional } = this.#builder;
    const { letter, letter_day: days } = optional;
    if (letter === undefined) return;
    const put = letter.codes[opening] as number;
    if (!this.#given.has(put)) {
      const code = letter.dictionary.code(`${letter.dictionary.value(put)} ${calendar(this.#year.lastDay).year}`);
      const together = this.#rows.get(this.#key(opening)) ?? [];
      for (const at of together) letter.codes[at] = code;
      if (days !== undefined) this.#dated(together, days);
      this.#given.add(code);
    }
    letter.codes[row] = letter.codes[opening] as number;
    if (days !== undefined) days[row] = days[opening] as number;
  }

  /** Where nothing says on which day a letter was put, its postings were there. */
  #dated(rows: readonly number[], days: Int32Array): void {
    const { day } = this.#builder.own;
    const last = rows.reduce((latest, row) => Math.max(latest, days[row] as number, day[row] as number), NO_DAY as number);
    for (const row of rows) if (days[row] === NO_DAY) days[row] = last;
  }

  /** What nobody lettered may be paid by what is lettered in this year without its other half. */
  leaveTo(rows: readonly number[]): void {
    const { own, optional, broughtForward } = this.#builder;
    for (const row of rows) {
      if ((own.amount[row] as number) > 0 && (optional.letter?.codes[row] ?? 0) === 0)
        broughtForward.set(row, this.#year.firstDay);
    }
  }

  #key(row: number): string {
    return `${accountKey(this.#builder, row)} ${this.#builder.optional.letter?.codes[row]}`;
  }
}

/** Rows by what they say, the last ones first. */
function lastFirst(rows: readonly number[], key: (row: number) => string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const row of rows.toReversed()) gather(found, key(row), row);
  return found;
}
