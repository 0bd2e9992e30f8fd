// When do postings come to nothing? A round begins at nothing and ends on the day at whose end the amounts of all since come to nothing again; the order
// within a day says nothing.
import type { Ledger } from './ledger.ts';

/** The rounds of some rows, in time, by their whole amounts or what is left of them; what comes after the last one is none. */
export function roundsOf({ day, amount }: Pick<Ledger, 'day' | 'amount'>, rows: readonly number[]): number[][] {
  const inTime = rows.toSorted((a, b) => (day[a] as number) - (day[b] as number));
  const rounds: number[][] = [];
  let balance = 0;
  let begin = 0;
  inTime.forEach((row, i) => {
    balance += amount[row] as number;
    const next = inTime[i + 1];
    if (balance !== 0 || (next !== undefined && day[next] === day[row])) return;
    rounds.push(inTime.slice(begin, i + 1));
    begin = i + 1;
  });
  return rounds;
}
