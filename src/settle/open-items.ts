// What is open on a day? One remaining amount a posting, and how each came down: the types of settlement.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import type { Minor } from '../core/money.ts';

/** How a settlement is known, strongest first. Values are bits: one item may be settled by several kinds of evidence. */
export const EVIDENCE = {
  ...{ letter: 1, opening: 2, reference: 4, columns: 8, amount: 16, balance: 32 },
  tolerance: 128,
  oldest: 64,
} as const;
export type EvidenceKey = keyof typeof EVIDENCE;

const EVIDENCE_KEYS = Object.keys(EVIDENCE) as EvidenceKey[];

/** The keys of bits, strongest first. */
export function evidenceIn(bits: number): EvidenceKey[] {
  return EVIDENCE_KEYS.filter((key) => (bits & EVIDENCE[key]) !== 0);
}

/** The other side of a settlement that stands in the row's own columns. */
export const BY_COLUMNS = -1;

/** The other side of a remainder that is closed within the tolerance. */
export const BY_TOLERANCE = -2;

/** What settled what: parallel columns, one entry a settlement. */
export type Settlements = {
  readonly count: number;
  /** Row of the debit; BY_COLUMNS for a credit that its own columns settle, BY_TOLERANCE for what was left of a credit. */
  readonly debit: Int32Array;
  /** Row of the credit; BY_COLUMNS for a debit that its own columns settle, BY_TOLERANCE for what was left of a debit. */
  readonly credit: Int32Array;
  /** Amount settled, > 0, minor units of both sides' currency. */
  readonly amount: Float64Array;
  /** The later posting day of the two; the settled day for columns, where they tell it; for a remainder the last one of its row. */
  readonly day: Int32Array;
  /** One of EVIDENCE. */
  readonly evidence: Uint8Array;
  /** The same in the books' currency: what it takes off the debit's worth, and off the credit's; 0 where the ledger was read without base amounts. */
  readonly worth: Float64Array;
};

/** Remainders closed within the tolerance: of debits and of credits apart, because a difference never nets another. */
export type Closed = {
  /** Amounts are signed as what was left. */
  readonly debits: { count: number; amount: number };
  readonly credits: { count: number; amount: number };
  /** The first row that was closed. */
  row: number;
};

/** What settlement found out on its way; the reports and diagnostics speak of it. */
export type SettlementFacts = {
  /** How many credits found their debit in full or in part. */
  creditsMatched: number;
  /** Credits whose reference names a number that several documents of the customer carry; the first row. */
  ambiguous: { count: number; row: number };
  /** Letters whose postings do not add up to nothing; the first row. */
  unbalanced: { count: number; row: number };
  /** Rows whose columns say less is settled than references settled already; the first row. */
  disagree: { count: number; row: number };
  /** Rows paid beyond their amount; the first row. */
  overpaid: { count: number; row: number };
  /** Rows settled by columns without a day, while later postings show that the file was written after the as-of day. */
  undated: { count: number; row: number };
  /** Rows that their own columns settled, in full or in part. */
  byColumns: number;
  /** Per index of the ledger's currencies; undefined where no tolerance was asked for. */
  closed: readonly Closed[] | undefined;
};

/** Counted by the proof: credits dated up to the day, and postings dated after it. */
type PostingFacts = { readonly credits: number; readonly later: number };

/** Every posting as it stands on a day: what settlement hands over. */
export type Settled = {
  readonly day: Day;
  /** Signed remaining amount a row, in minor units of its currency; 0 for what is settled or does not exist yet. */
  readonly open: Float64Array;
  /** The same in the books' currency, where the ledger was read with base amounts. */
  readonly base: Float64Array | undefined;
  /** Bits of EVIDENCE a row. */
  readonly evidence: Uint8Array;
  readonly facts: SettlementFacts;
  /** Σ settled by the rows' own columns, per index of the ledger's currencies, and in the books' currency. */
  readonly byColumns: readonly number[];
  readonly byColumnsBase: number;
  /** Σ closed within the tolerance in the books' currency; in the rows' own it is what `facts.closed` tells. */
  readonly byToleranceBase: number;
  /** What left each row without another posting, signed: by its own columns or within the tolerance; absent where nothing did. */
  readonly alone: Float64Array | undefined;
};

/** The same, proved: per currency, postings up to the day less what columns settled and a tolerance closed is what is open. */
export type OpenItems = Settled & {
  readonly facts: SettlementFacts & PostingFacts;
  readonly control: readonly ControlLine[];
  readonly baseControl: ControlLine | undefined;
  /** Σ open in the one currency that a book was converted to; absent where it was not. */
  readonly converted?: Pick<ControlLine, 'currency' | 'open'>;
};

/** One line of the control, in minor units of `currency`. `difference` is 0 unless a cent was lost on the way. */
export type ControlLine = {
  readonly currency: Currency;
  readonly postings: Minor;
  readonly settledByColumns: Minor;
  /** Closed within the tolerance, debits less credits; absent where none was asked for. */
  readonly tolerance?: Minor;
  readonly open: Minor;
  readonly difference: Minor;
};
