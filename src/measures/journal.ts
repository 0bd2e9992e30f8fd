// What is an entry of a journal? Lines of one day and one currency that come to nothing together, and a number in its journal.

import { assert } from '../core/assert.ts';
import type { Currency } from '../core/currency.ts';
import { type Day, NO_DAY } from '../core/day.ts';
import type { Word } from '../core/word.ts';

export type EntryLine = {
  readonly account: string;
  /** What it is called, where the French chart has no say. */
  readonly accountName?: Word;
  /** The customer's id, of a line on his account. */
  readonly auxiliary?: string;
  readonly name?: string;
  /** Minor units of the entry's currency, debits above nothing. */
  readonly amount: number;
  readonly letter?: string;
  /** NO_DAY for a line without. */
  readonly letterDay?: Day;
  readonly due?: Day;
  /** What it was in another currency: minor units, whose side is that of the amount. */
  readonly original?: { readonly amount: number; readonly currency: Currency };
};

export type JournalEntry = {
  readonly journal: string;
  readonly day: Day;
  /** Of all of its lines: amounts of two are never in one entry. */
  readonly currency: Currency;
  /** Empty where nothing gives it one. */
  readonly document: string;
  readonly documentDay: Day;
  readonly label: string | Word;
  readonly lines: readonly EntryLine[];
};

export type NumberedEntry = JournalEntry & { readonly number: string };

const DIGITS = 5;

/** In the order of their days, those of one day in the order given, numbered without a gap in each journal. `series` stands before the number, where the journal goes on from others. */
export function numbered(entries: readonly JournalEntry[], series = ''): NumberedEntry[] {
  const last = new Map<string, number>();
  return [...entries]
    .sort((a, b) => a.day - b.day)
    .map((entry) => {
      const balance = entry.lines.reduce((sum, { amount }) => sum + amount, 0);
      const isSound = entry.lines.every(({ amount }) => Number.isSafeInteger(amount));
      assert(isSound && balance === 0 && entry.day !== NO_DAY, `an entry that does not balance: ${entry.document}`);
      const number = (last.get(entry.journal) ?? 0) + 1;
      last.set(entry.journal, number);
      return { ...entry, number: `${entry.journal}${series}${String(number).padStart(DIGITS, '0')}` };
    });
}
