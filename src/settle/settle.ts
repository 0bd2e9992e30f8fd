// What is open on a day, decided from scratch on the postings known on that day, by evidence in a fixed order:
// postings after the day do not exist; letters; references, also of what came back; openings, which lettered credits paid; the rows' own columns; in the books' currency, differences
// of exchange; balances that come back to nothing and equal amounts, where nothing tells; differences within a tolerance, where one is given; what is left of the credits is unallocated.
import type { Day } from '../core/day.ts';
import type { ColumnName } from '../ledger/field.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { CALENDAR_YEAR, type ClosingDay } from '../policy/fiscal-year.ts';
import { settleByColumns } from './by-columns.ts';
import { settleByExchange } from './by-exchange.ts';
import { settleByLetter } from './by-letter.ts';
import { settleByOpening } from './by-opening.ts';
import { settleByReference } from './by-reference.ts';
import { settleByReturn } from './by-return.ts';
import { settleByTolerance, type Tolerance } from './by-tolerance.ts';
import { Desk } from './desk.ts';
import type { Settled } from './open-items.ts';
import type { SettlementRecorder } from './settlements.ts';
import { settleWithoutEvidence } from './without-evidence.ts';

/** The columns a ledger is read with so that it can be settled. */
export const SETTLEMENT_COLUMNS: readonly ColumnName[] = [
  'document',
  'reference',
  'date',
  'open_amount',
  'paid_amount',
  'settled_on',
  'letter',
  'letter_day',
  'account',
];

/** What the user chose of how a ledger is settled. */
export type SettleChoices = {
  /** As the books knew it on the day, so that letters put later do not count yet. */
  readonly asKnown?: boolean;
  /** Remainders up to these are closed. */
  readonly tolerance?: Tolerance | undefined;
  /** The last day of the firm's fiscal years, within which letters hold; that of the calendar where nothing is said. */
  readonly closing?: ClosingDay | undefined;
};

/** `written`: the largest posting day of the ledger. `recorder` receives each settlement, when the caller wants them. */
export type Settle = (
  ledger: Ledger,
  day: Day,
  written: Day,
  recorder: SettlementRecorder | undefined,
  choices?: SettleChoices,
) => Settled;

export const settle: Settle = (ledger, day, written, recorder, { asKnown = false, tolerance, closing = CALENDAR_YEAR } = {}) => {
  const desk = new Desk(ledger, day, written, recorder);
  settleByLetter(desk, written, asKnown, closing);
  settleByReference(desk);
  settleByReturn(desk);
  settleByOpening(desk, asKnown);
  settleByColumns(desk, written);
  settleByExchange(desk, asKnown);
  settleWithoutEvidence(desk, asKnown);
  if (tolerance !== undefined) settleByTolerance(desk, tolerance);
  return {
    day,
    open: desk.open,
    base: desk.base,
    evidence: desk.evidence,
    facts: desk.facts,
    byColumns: desk.byColumns,
    byColumnsBase: desk.byColumnsBase,
    byToleranceBase: desk.byToleranceBase,
    alone: desk.alone,
  };
};
