// Which open items may a customer be asked to pay, and which may he not? Disputes, promises, claims that are somebody else's, days that nobody agreed (rules §6; peers' complaints).
import { type Day, NO_DAY } from '../../core/day.ts';
import { kindCode } from '../../ledger/kind.ts';
import { column, DISPUTED_WHOLE, type Ledger } from '../../ledger/ledger.ts';
import type { Book } from '../../settle/book.ts';
import { lumpsIn } from '../lumps.ts';
import type { LeftAside, Reminded } from './notice.ts';

export type ItemsAsked = {
  readonly asOf: Day;
  readonly remindedOf: (row: number) => Reminded | undefined;
  /** The last day of a promise to pay the row; undefined for none. */
  readonly promisedUntil: (row: number) => Day | undefined;
  /** True for what the bank will collect: nothing is asked for before it has come back. */
  readonly isDebited: (row: number) => boolean;
};

export type OpenItem = {
  readonly row: number;
  readonly due: Day;
  readonly daysLate: number;
  readonly open: number;
  readonly disputed: number;
  readonly before: Reminded | undefined;
  readonly why: LeftAside | undefined;
};

const BILL = kindCode('bill');

/** Debits that are open, in the order of their due days. */
export function itemOf(book: Book, asked: ItemsAsked): (row: number) => OpenItem | undefined {
  const { ledger } = book;
  const { asOf } = asked;
  const { open } = book.at(asOf);
  const isLump = lumpsIn(ledger);
  const assigned = column(ledger, 'assigned_to');
  const disputedOf = disputes(ledger);
  return (row) => {
    const left = open[row] as number;
    if (left <= 0 || (ledger.day[row] as number) > asOf) return undefined;
    const due = ledger.due[row] as Day;
    const disputed = disputedOf(row, left);
    const daysLate = due === NO_DAY ? 0 : asOf - due;
    const isAssigned = assigned !== undefined && assigned.dictionary.value(assigned.codes[row] as number) !== '';
    const promise = asked.promisedUntil(row);
    const reasons: readonly (readonly [LeftAside, boolean])[] = [
      ['assigned', isAssigned],
      ['age_unreliable', due === NO_DAY && isLump(row)],
      ['no_due', due === NO_DAY],
      ['bill_not_due', ledger.kind[row] === BILL && daysLate <= 0],
      ['to_be_debited', asked.isDebited(row)],
      ['disputed', disputed === left],
      ['promised', promise !== undefined && promise >= asOf],
    ];
    const why = reasons.find(([, holds]) => holds)?.[0];
    return { row, due, daysLate, open: left, disputed, before: asked.remindedOf(row), why };
  };
}

function disputes(ledger: Ledger): (row: number, open: number) => number {
  const disputed = column(ledger, 'disputed');
  return (row, open) => {
    const told = disputed?.[row] ?? 0;
    return told === DISPUTED_WHOLE ? open : Math.min(told, open);
  };
}
