// Which money have the books laid on nothing, and which debt does it name or pay as well? Where payments pay interest first (C. civ. 1343-1) it may pay that.
import { gather } from '../core/gather.ts';
import { kindCode } from '../ledger/kind.ts';
import { column } from '../ledger/ledger.ts';
import type { Book } from '../settle/book.ts';
import type { Settlements } from '../settle/open-items.ts';
import { documentOf } from './indemnity.ts';

const MONEY: ReadonlySet<number> = new Set([kindCode('payment'), kindCode('advance')]);

type Spare = {
  /** What is left of a credit. */
  readonly of: (credit: number) => number;
  /** The last settlement of each credit. */
  readonly lastOf: ReadonlyMap<number, number>;
  /** By the row of a debit, payments that name it and settled nothing. */
  readonly alone: ReadonlyMap<number, readonly number[]>;
};

/** `open`: what is open of each row on the day, signed. */
export function spareMoney(
  { ledger }: Book,
  { count, credit }: Pick<Settlements, 'count' | 'credit'>,
  open: Float64Array,
  day: number,
): Spare {
  const lastOf = new Map<number, number>();
  for (let at = 0; at < count; at++) if ((credit[at] as number) >= 0) lastOf.set(credit[at] as number, at);
  const keyOf = (row: number, number: string): string => `${ledger.customer[row]} ${ledger.currency[row]} ${number}`;
  const naming = new Map<string, number[]>();
  const reference = column(ledger, 'reference');
  for (let row = 0; reference !== undefined && row < ledger.count; row++) {
    const isSpare = MONEY.has(ledger.kind[row] as number) && (open[row] as number) < 0 && open[row] === ledger.amount[row];
    if (!isSpare || lastOf.has(row) || (ledger.day[row] as number) > day || reference.isEmpty(row)) continue;
    gather(naming, keyOf(row, reference.at(row)), row);
  }
  const alone = new Map<number, readonly number[]>();
  // The first row of a document in instalments is what is paid first.
  for (let row = 0; naming.size > 0 && row < ledger.count; row++) {
    if ((ledger.amount[row] as number) <= 0) continue;
    const key = keyOf(row, documentOf(ledger, row));
    const rows = naming.get(key);
    if (rows === undefined) continue;
    alone.set(row, rows);
    naming.delete(key);
  }
  return { of: (row) => Math.max(0, 0 - (open[row] as number)), lastOf, alone };
}
