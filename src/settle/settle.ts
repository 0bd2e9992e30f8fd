// What is open on a day, decided from scratch on the postings known on that day, by evidence in a fixed order:
// postings after the day do not exist; references; the rows' own columns; what is left of the credits is unallocated.
import type { Day } from '../core/day.ts';
import type { ColumnName } from '../ledger/field.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { settleByColumns } from './by-columns.ts';
import { settleByReference } from './by-reference.ts';
import { Desk } from './desk.ts';
import type { Settled } from './open-items.ts';
import type { SettlementRecorder } from './settlements.ts';

/** The columns a ledger is read with so that it can be settled. */
export const SETTLEMENT_COLUMNS: readonly ColumnName[] = [
  'document',
  'reference',
  'date',
  'open_amount',
  'paid_amount',
  'settled_on',
];

/** `written`: the largest posting day of the ledger. `recorder` receives each settlement, when the caller wants them. */
export type Settle = (ledger: Ledger, day: Day, written: Day, recorder: SettlementRecorder | undefined) => Settled;

export const settle: Settle = (ledger, day, written, recorder) => {
  const desk = new Desk(ledger, day, written, recorder);
  settleByReference(desk);
  settleByColumns(desk, written);
  return {
    day,
    open: desk.open,
    base: desk.base,
    evidence: desk.evidence,
    facts: desk.facts,
    byColumns: desk.byColumns,
    byColumnsBase: desk.byColumnsBase,
    columns: desk.columns,
  };
};
