// How does one row become several instalments of one document? Its amount is shared out; what else it says, each of them says too. What was
// paid of it paid the first ones first, and what is open of it is open on the last ones.
import { mulDiv } from '../core/rounding.ts';
import type { Instalment } from '../policy/terms.ts';
import type { LedgerBuilder } from './builder.ts';
import { CODED } from './field.ts';
import { DISPUTED_WHOLE, NO_AMOUNT } from './ledger.ts';

/** `row` keeps the first part; the others are appended. The sums of what was read are not touched: the parts add up to the row. */
export function splitRow(builder: LedgerBuilder, row: number, parts: readonly Instalment[]): void {
  const whole = readRow(builder, row);
  const bases = sharedOut(whole.base, parts, whole.amount);
  const amounts = parts.map((part) => part.amount as number);
  const paid = firstFirst(whole.paid, amounts);
  const open = firstFirst(whole.open, amounts.toReversed())?.reverse();
  const disputed = whole.disputed === DISPUTED_WHOLE ? undefined : firstFirst(whole.disputed, amounts);
  parts.forEach(({ due }, i) => {
    const part = {
      amount: amounts[i] as number,
      due,
      base: bases[i] as number,
      open: open?.[i] ?? NO_AMOUNT,
      paid: paid?.[i] ?? NO_AMOUNT,
      disputed: disputed?.[i] ?? whole.disputed,
    };
    writePart(builder, i === 0 ? row : appendCopy(builder, row), part);
  });
}

type Row = { amount: number; base: number; open: number; paid: number; disputed: number };
type Part = Row & { due: number };

function readRow({ own, optional }: LedgerBuilder, row: number): Row {
  return {
    amount: own.amount[row] as number,
    base: optional.base?.[row] ?? 0,
    open: optional.open_amount?.[row] ?? NO_AMOUNT,
    paid: optional.paid_amount?.[row] ?? NO_AMOUNT,
    disputed: optional.disputed?.[row] ?? 0,
  };
}

/** In proportion to the parts, half up; the last one takes what is left. */
function sharedOut(base: number, parts: readonly Instalment[], amount: number): number[] {
  let left = base;
  return parts.map((part, i) => {
    const share = i === parts.length - 1 ? left : mulDiv(base, part.amount, amount, 'half-up');
    left -= share;
    return share;
  });
}

/** A magnitude laid on the parts, each filled before the next; the last one takes what is too much. Undefined for no amount. */
function firstFirst(magnitude: number, amounts: readonly number[]): number[] | undefined {
  if (magnitude < 0) return undefined;
  let left = magnitude;
  return amounts.map((amount, i) => {
    const part = i === amounts.length - 1 ? left : Math.min(left, amount);
    left -= part;
    return part;
  });
}

function writePart({ own, optional }: LedgerBuilder, row: number, part: Part): void {
  own.amount[row] = part.amount;
  own.due[row] = part.due;
  if (optional.base !== undefined) optional.base[row] = part.base;
  if (optional.open_amount !== undefined) optional.open_amount[row] = part.open;
  if (optional.paid_amount !== undefined) optional.paid_amount[row] = part.paid;
  if (optional.disputed !== undefined) optional.disputed[row] = part.disputed;
}

/** A new last row that says what `row` says; returns its number. */
function appendCopy(builder: LedgerBuilder, row: number): number {
  builder.reserve(1);
  const { own, optional, count: copy } = builder;
  builder.appendedTo(row);
  for (const column of [own.customer, own.kind, own.day, own.currency, optional.date, optional.settled_on, optional.letter_day]) {
    if (column !== undefined) column[copy] = column[row] as number;
  }
  for (const texts of [optional.document, optional.reference]) texts?.append(texts.at(row));
  for (const field of CODED) {
    const stored = optional[field];
    if (stored !== undefined) stored.codes[copy] = stored.codes[row] as number;
  }
  optional.line?.append(optional.line.at(row));
  builder.written(copy + 1);
  return copy;
}
