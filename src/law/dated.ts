// How does the law give a figure that changes? As a table of rows, each in force from a day on, with its source and how sure it is. A day outside of a table
// has no figure: nothing is carried on beyond what was checked.
import { type Day, parseIsoDay } from '../core/day.ts';
import { type Rate, rateOf } from '../core/rate.ts';
import type { Word } from '../core/word.ts';

/** How sure a row is, as the reference of the domain marks it: V read in the source, V2 in two, v-old in a text that may be older; G not verified. */
export type Mark = 'V' | 'V2' | 'v-old' | 'G' | 'said';

export type DatedRate = {
  /** The first day on which it is in force. */
  readonly from: Day;
  readonly rate: Rate;
  /** The last day it is known to hold, of a row of the user's beyond what the table knows. */
  readonly until?: Day;
  /** `said`: a row of the user's ar.toml. */
  readonly mark: Mark;
  readonly source: string;
};

export type RateTable = {
  /** The key under [law] in ar.toml that adds rows. */
  readonly key: string;
  readonly name: Word;
  /** How a source of its rows is said in each language, where it is said in English. */
  readonly sourceOf?: (source: string) => Word | undefined;
  /** In the order of their days. */
  readonly rows: readonly DatedRate[];
  /** The last day for which the rows were checked to be all there are. */
  readonly knownTo: Day;
  /** The day on which somebody held the table against its sources. */
  readonly checked: Day;
};

/** A row as a file of ours writes it: first day, percent, mark, source. */
export type WrittenRow = readonly [from: string, percent: string, mark: Mark, source: string];

export function rateTable(
  key: string,
  name: Word,
  said: { readonly knownTo: string; readonly checked: string },
  rows: readonly WrittenRow[],
  source?: Word,
): RateTable {
  return {
    key,
    name,
    ...(source === undefined ? {} : { sourceOf: (text: string) => (text === source.en ? source : undefined) }),
    rows: rows.map(([from, percent, mark, source]) => ({ from: dayIn(from), rate: rateOf(percent), mark, source })),
    knownTo: dayIn(said.knownTo),
    checked: dayIn(said.checked),
  };
}

/** A day that a file of ours writes. */
export function dayIn(text: string): Day {
  return parseIsoDay(text) as Day;
}

/** The row in force on a day; undefined before the first, and where nothing is known: beyond our rows only those of the user's hold, each to its own end. */
export function rowOn(table: RateTable, day: Day): DatedRate | undefined {
  const row = table.rows.findLast(({ from }) => from <= day);
  return day <= table.knownTo || (row?.until !== undefined && day <= row.until) ? row : undefined;
}

/** The table with rows of the user's: they go before ours of the same day. */
export function withRows(table: RateTable, more: readonly DatedRate[]): RateTable {
  if (more.length === 0) return table;
  const days = new Set(more.map(({ from }) => from));
  return { ...table, rows: [...table.rows.filter(({ from }) => !days.has(from)), ...more].sort((a, b) => a.from - b.from) };
}

export function isUnverified(mark: Mark): boolean {
  return mark === 'G';
}
