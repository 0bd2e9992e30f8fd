// Do the entries of a FEC balance, and are they numbered without a gap? Kept by journal and number, whatever order the lines come in.
import { entryKey, isNumber } from '../entries/columns.ts';
import type { Breaches } from './breaches.ts';

type Entry = {
  readonly journal: string;
  readonly number: string;
  readonly line: number;
  readonly day: string;
  balance: number;
  days: boolean;
};

/** A line as far as its entry goes; `amount` in minor units, debits above nothing. */
type NumberedLine = {
  readonly journal: string;
  readonly number: string;
  readonly day: string;
  readonly piece: string;
  readonly amount: number;
  readonly line: number;
  readonly column: number;
};

export class Numbering {
  readonly #entries = new Map<string, Entry>();
  #at: Entry | undefined;
  #total = 0;
  #last = 0;

  add({ journal, number, day, piece, amount, line, column }: NumberedLine, breaches: Breaches): void {
    this.#total += amount;
    this.#last = line;
    if (!isNumber(number)) breaches.add('unnumbered', { line, column, value: number });
    const key = entryKey(journal, number, day, piece);
    const known = this.#entries.get(key);
    const entry = known ?? { journal, number, line, day, balance: 0, days: false };
    if (known === undefined) this.#entries.set(key, entry);
    else if (entry !== this.#at && isNumber(number)) breaches.add('again', { line, value: `${journal} ${number}` });
    this.#at = entry;
    entry.balance += amount;
    if (day !== entry.day && !entry.days) {
      entry.days = true;
      breaches.add('days', { line, value: `${journal} ${number}` });
    }
  }

  finish(breaches: Breaches): void {
    for (const { journal, number, line, balance } of this.#entries.values()) {
      // Without a number nobody knows which lines are one entry: their sum is looked at with that of the file.
      if (balance !== 0 && isNumber(number)) breaches.add('unbalanced', { line, value: `${journal} ${number}` });
    }
    if (this.#total !== 0) breaches.add('total', { line: this.#last });
    this.#gaps(breaches);
  }

  /** One sequence for all journals, or one a journal: a number that is missing in both is missing. */
  #gaps(breaches: Breaches): void {
    const journals = new Map<string, { readonly numbers: Set<number>; readonly line: number }>();
    const all = new Set<number>();
    for (const { journal, number, line } of this.#entries.values()) {
      const digits = /(\d{1,15})$/.exec(number)?.[1];
      if (digits === undefined || !isNumber(number)) continue;
      const own = journals.get(journal) ?? { numbers: new Set<number>(), line };
      journals.set(journal, own);
      own.numbers.add(Number(digits));
      all.add(Number(digits));
    }
    if (missingIn(all) === 0) return;
    for (const [journal, { numbers, line }] of journals) {
      const missing = missingIn(numbers);
      if (missing > 0) breaches.add('gap', { line, of: journal }, missing);
    }
  }
}

/** How many whole numbers lie between the least and the largest of these and are none of them. */
function missingIn(numbers: ReadonlySet<number>): number {
  let [least, largest] = [Number.POSITIVE_INFINITY, 0];
  for (const number of numbers) {
    least = Math.min(least, number);
    largest = Math.max(largest, number);
  }
  return numbers.size === 0 ? 0 : largest - least + 1 - numbers.size;
}
