// Which use of a letter does a posting belong to? What came to nothing under a letter is done, and what carries the letter afterwards is another use of it
// (rules §5, 3: codes are used again). The days before a posting tell it, so nothing that is posted later changes it.
import type { LedgerBuilder } from './builder.ts';
import { letterGroups } from './letter-groups.ts';
import { roundsOf } from './rounds.ts';

/** By row, both undefined for what carries no letter or is of another customer. */
type LetterRounds = {
  readonly letterOf: (row: number) => number | undefined;
  /** The round: within it the letter has not come to nothing before. */
  readonly roundOf: (row: number) => number | undefined;
};

export function letterRounds({ own, optional, count }: LedgerBuilder, customers: ReadonlySet<number>): LetterRounds {
  const codes = optional.letter?.codes;
  const rows: number[] = [];
  for (let row = 0; codes !== undefined && row < count; row++) {
    if (codes[row] !== 0 && customers.has(own.customer[row] as number)) rows.push(row);
  }
  const letters = new Map<number, number>();
  const rounds = new Map<number, number>();
  let all = 0;
  for (const [letter, group] of letterGroups(own, optional, rows).entries()) {
    for (const row of group) letters.set(row, letter);
    for (const round of roundsOf(own, group)) {
      for (const row of round) rounds.set(row, all);
      all++;
    }
    for (const row of group) if (!rounds.has(row)) rounds.set(row, all);
    all++;
  }
  return { letterOf: (row) => letters.get(row), roundOf: (row) => rounds.get(row) };
}
