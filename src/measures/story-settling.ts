// What settled these postings, and what will settle them as far as the ledger goes on? Each settlement from the side of the posting it is told of.
import { type Day, dayOf, NO_DAY } from '../core/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import { EVIDENCE, type EvidenceKey, type Settlements } from '../settle/open-items.ts';
import type { AgeRequest } from './age.ts';

/** The other side where there is none: a row's own columns, or a tolerance. */
export const NO_ROW = -1;

export type Settled = {
  /** The posting; of instalments the first. */
  readonly row: number;
  /** The posting that settled it or was settled by it, or NO_ROW. */
  readonly other: number;
  /** Signed: what it puts on what is open of the row. Never of the row's own sign, but for a row whose columns put it right. */
  readonly effect: number;
  /** NO_DAY where the row's own columns do not say when. */
  readonly day: Day;
  readonly evidence: EvidenceKey;
};

export type Settling = {
  /** What is settled on the day. */
  readonly onDay: readonly Settled[];
  /** What the ledger settles after it, decided on all it holds. */
  readonly later: readonly Settled[];
  /** The row settlement knows a row by: the first of its instalments. */
  readonly wholeOf: (row: number) => number;
};

const KEY_OF_BIT: ReadonlyMap<number, EvidenceKey> = new Map(
  Object.entries(EVIDENCE).map(([key, bit]) => [bit, key as EvidenceKey]),
);
/** After all that can be posted, settled or lettered. */
const LAST_OF_DAYS = dayOf(9999, 12, 31);

export function settledIn(book: Book, { asOf, inBase }: AgeRequest, rows: ReadonlySet<number>): Settling {
  const { ledger, lastDay } = book;
  const firstOf = new Map<number, number>();
  for (const shares of ledger.shared) for (const row of shares.rows) firstOf.set(row, shares.rows[0] as number);
  const read = (settlements: Settlements): Settled[] => settlementsOf(ledger, settlements, rows, inBase);
  const { settled_on, letter_day } = ledger.columns;
  const goesOn = lastDay > asOf || settled_on !== undefined || letter_day !== undefined;
  const onDay = rows.size === 0 ? [] : read(book.settlements(asOf));
  const later = rows.size === 0 || !goesOn ? [] : read(book.settlements(LAST_OF_DAYS)).filter(({ day }) => day > asOf);
  return {
    onDay,
    later: later.length === 0 ? later : withoutPairsOf(onDay, later),
    wholeOf: (row) => firstOf.get(row) ?? row,
  };
}

/** Two postings that are settled with each other on the day are not told of again: a letter put later says the same once more. */
function withoutPairsOf(onDay: readonly Settled[], later: readonly Settled[]): readonly Settled[] {
  const pairOf = ({ row, other }: Settled): string => `${row} ${other}`;
  const known = new Set(onDay.filter(({ other }) => other !== NO_ROW).map(pairOf));
  return later.filter((settled) => !known.has(pairOf(settled)));
}

/** The same for each of these groups of rows, which hold all of them. */
export function partedBy({ onDay, later, wholeOf }: Settling, groups: readonly (readonly number[])[]): Settling[] {
  const parts = groups.map(() => ({ onDay: [] as Settled[], later: [] as Settled[], wholeOf }));
  const partOf = new Map<number, (typeof parts)[number]>();
  groups.forEach((rows, i) => {
    for (const row of rows) partOf.set(row, parts[i] as (typeof parts)[number]);
  });
  for (const settled of onDay) partOf.get(settled.row)?.onDay.push(settled);
  for (const settled of later) partOf.get(settled.row)?.later.push(settled);
  return parts;
}

/** A settlement of two of the rows is told of each. */
function settlementsOf(ledger: Ledger, settlements: Settlements, rows: ReadonlySet<number>, inBase: boolean): Settled[] {
  const { count, debit, credit, day, evidence } = settlements;
  const amounts = inBase ? settlements.worth : settlements.amount;
  const found: Settled[] = [];
  for (let s = 0; s < count; s++) {
    const sides = [debit[s] as number, credit[s] as number] as const;
    for (const [side, row] of sides.entries()) {
      if (row < 0 || !rows.has(row)) continue;
      const other = Math.max(sides[1 - side] as number, NO_ROW);
      const amount = amounts[s] as number;
      found.push({
        row,
        other,
        effect: side === 0 ? 0 - amount : amount,
        day: isUndated(ledger, row, evidence[s] as number) ? NO_DAY : (day[s] as Day),
        evidence: KEY_OF_BIT.get(evidence[s] as number) as EvidenceKey,
      });
    }
  }
  return found;
}

/** A row settled by its own columns which do not say when. */
function isUndated(ledger: Ledger, row: number, evidence: number): boolean {
  return evidence === EVIDENCE.columns && (ledger.columns.settled_on?.[row] ?? NO_DAY) === NO_DAY;
}
