// Do the entries of a FEC balance, are they numbered without a gap, and does one of them close the accounts of the year? Kept by journal and number, whatever order
// the lines come in.
import { entryKey, isNumber } from '../entries/columns.ts';
import type { Breaches } from './breaches.ts';

type Entry = {
  readonly journal: string;
  readonly number: string;
  readonly line: number;
  readonly day: string;
  balance: number;
  /** What its accounts are, as bits. */
  holds: number;
  days: boolean;
  again: boolean;
};

/** A line as far as its entry goes; `amount` in minor units, debits above nothing. */
type NumberedLine = {
  readonly journal: string;
  readonly number: string;
  readonly day: string;
  readonly piece: string;
  readonly account: string;
  readonly amount: number;
  readonly line: number;
  readonly column: number;
};

/** Accounts of charges and income, of the result, and any other. */
const [OF_YEAR, RESULT, OTHER] = [1, 2, 4];

function sortOf(account: string): number {
  if (/^[67]/.test(account)) return OF_YEAR;
  return account.startsWith('12') ? RESULT : OTHER;
}

export class Numbering {
  readonly #entries = new Map<string, Entry>();
  #at: Entry | undefined;
  #total = 0;
  #last = 0;

  add({ journal, number, day, piece, account, amount, line, column }: NumberedLine, breaches: Breaches): void {
    this.#total += amount;
    this.#last = line;
    if (!isNumber(number)) breaches.add('unnumbered', { line, column, value: number });
    const key = entryKey(journal, number, day, piece);
    const known = this.#entries.get(key);
    const entry = known ?? { journal, number, line, day, balance: 0, holds: 0, days: false, again: false };
    if (known === undefined) this.#entries.set(key, entry);
    else if (entry !== this.#at && !entry.again && isNumber(number)) {
      entry.again = true;
      breaches.add('again', { line, value: `${journal} ${number}` });
    }
    this.#at = entry;
    entry.balance += amount;
    entry.holds |= sortOf(account);
    if (day !== entry.day && !entry.days) {
      entry.days = true;
      breaches.add('days', { line, value: `${journal} ${number}` });
    }
  }

  /** `close`: the day on which the year closes, where the name of the file says it. */
  finish(close: string | undefined, breaches: Breaches): void {
    this.#closing(close, breaches);
    for (const { journal, number, line, balance } of this.#entries.values()) {
      // Without a number nobody knows which lines are one entry: their sum is looked at with that of the file.
      if (balance !== 0 && isNumber(number)) breaches.add('unbalanced', { line, value: `${journal} ${number}` });
    }
    if (this.#total !== 0) breaches.add('total', { line: this.#last });
    this.#gaps(breaches);
  }

  /** What brings accounts of charges and income to nothing is not of the file. Without a name, the last day of all closes the year. */
  #closing(close: string | undefined, breaches: Breaches): void {
    const entries = [...this.#entries.values()];
    const last = close ?? entries.reduce((latest, { day }) => (/^\d{8}$/.test(day) && day > latest ? day : latest), '');
    for (const { journal, number, line, day, holds } of entries)
      if (holds === (OF_YEAR | RESULT) && day === last) breaches.add('closing', { line, value: `${journal} ${number}` });
  }

  /** One sequence for all journals, or one a journal: a number that is missing in both is missing. */
  #gaps(breaches: Breaches): void {
    const journals = new Map<string, { readonly numbers: string[]; readonly line: number }>();
    for (const { journal, number, line } of this.#entries.values()) {
      if (!isNumber(number) || !/\d$/.test(number)) continue;
      const own = journals.get(journal) ?? { numbers: [], line };
      journals.set(journal, own);
      own.numbers.push(number);
    }
    const all = new Set([...journals.values()].flatMap(({ numbers }) => numbers.map(lastDigits)));
    const first = [...journals.values()][0];
    const lacking = gapsIn(all, new Set());
    // Hardly any number is missing in all journals together: they share one sequence.
    if (first === undefined || lacking * 10 <= all.size) {
      if (lacking > 0) breaches.add('gap', { line: first?.line ?? 0, of: 'all journals' }, lacking);
      return;
    }
    for (const [journal, { numbers, line }] of journals) {
      const missing = missingIn(numbers, all);
      if (missing > 0) breaches.add('gap', { line, of: journal }, missing);
    }
  }
}

/** Digits at the end of a number that count, where those before them are of a year or a month. */
const COUNTING = [15, 5, 4, 3] as const;

/** How many numbers a journal lacks. Where more would be missing than there are, fewer digits count. Those in `elsewhere` stand in the sequence of another journal. */
function missingIn(numbers: readonly string[], elsewhere: ReadonlySet<number>): number {
  let missing = 0;
  for (const digits of COUNTING) {
    const sequences = new Map<string, Set<number>>();
    for (const number of numbers) {
      const end = (/\d+$/.exec(number) as RegExpExecArray)[0].slice(-digits);
      const begins = number.slice(0, number.length - end.length);
      sequences.set(begins, (sequences.get(begins) ?? new Set<number>()).add(Number(end)));
    }
    const others = sequences.size === 1 ? elsewhere : new Set<number>();
    missing = [...sequences.values()].reduce((sum, one) => sum + gapsIn(one, others), 0);
    if (missing <= numbers.length) break;
  }
  return missing;
}

/** How many whole numbers lie between the least and the largest of these, and are neither of them nor elsewhere; a span of which hardly any are there is not gone through. */
function gapsIn(numbers: ReadonlySet<number>, elsewhere: ReadonlySet<number>): number {
  let [least, largest] = [Number.POSITIVE_INFINITY, 0];
  for (const number of numbers) {
    least = Math.min(least, number);
    largest = Math.max(largest, number);
  }
  const span = largest - least + 1;
  if (span > numbers.size * 1000) return span - numbers.size;
  let missing = 0;
  for (let number = least; number <= largest; number++) if (!numbers.has(number) && !elsewhere.has(number)) missing++;
  return missing;
}

function lastDigits(number: string): number {
  return Number((/\d{1,15}$/.exec(number) as RegExpExecArray)[0]);
}
