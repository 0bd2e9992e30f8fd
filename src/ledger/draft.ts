// What is a posting before it is one of a ledger?
import { NO_DAY } from '../core/day.ts';
import type { Coded } from './field.ts';
import { NO_AMOUNT } from './ledger.ts';

/** One posting on its way into the columns. One draft serves all rows: no object is made per row. */
export type Draft = {
  customer: number;
  kind: number;
  day: number;
  date: number;
  due: number;
  amount: number;
  base: number;
  currency: number;
  open: number;
  paid: number;
  settledOn: number;
  letterDay: number;
  disputed: number;
  line: number;
  document: string;
  reference: string;
  coded: { [field in Coded]?: string };
};

export function emptyDraft(): Draft {
  return {
    customer: 0,
    kind: 0,
    day: 0,
    date: 0,
    due: NO_DAY,
    amount: 0,
    base: 0,
    currency: 0,
    open: NO_AMOUNT,
    paid: NO_AMOUNT,
    settledOn: NO_DAY,
    letterDay: NO_DAY,
    disputed: 0,
    line: 0,
    document: '',
    reference: '',
    coded: {},
  };
}
