// How does one row become several instalments of one document? Its amount is shared out; what else it says, each of them says too. The row as it was
// read is kept beside them, because what paid the document is told of the whole of it (settle/shares.ts).
import { mulDiv } from '../core/rounding.ts';
import type { Instalment } from '../policy/terms.ts';
import type { LedgerBuilder } from './builder.ts';
import { CODED } from './field.ts';
import { DISPUTED_WHOLE, NO_AMOUNT, type SharedRow } from './ledger.ts';

/** `row` keeps the first part, which is due first; the others are appended in their order. The sums of what was read are not touched: the parts add up to the row. */
export function splitRow(builder: LedgerBuilder, row: number, parts: readonly Instalment[]): SharedRow {
  const { own, optional } = builder;
  const whole = {
    amount: own.amount[row] as number,
    due: (parts[0] as Instalment).due,
    base: optional.base?.[row] ?? 0,
    open: optional.open_amount?.[row] ?? NO_AMOUNT,
    paid: optional.paid_amount?.[row] ?? NO_AMOUNT,
    disputed: optional.disputed?.[row] ?? 0,
  };
  const bases = sharedOut(whole.base, parts, whole.amount);
  const disputed = fromTheLast(whole.disputed, parts);
  const rows = parts.map(({ amount, due }, i) => {
    const at = i === 0 ? row : appendCopy(builder, row);
    own.amount[at] = amount;
    own.due[at] = due;
    if (optional.base !== undefined) optional.base[at] = bases[i] as number;
    if (optional.open_amount !== undefined) optional.open_amount[at] = NO_AMOUNT;
    if (optional.paid_amount !== undefined) optional.paid_amount[at] = NO_AMOUNT;
    if (optional.disputed !== undefined) optional.disputed[at] = disputed[i] as number;
    return at;
  });
  return { rows, whole };
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

/** A dispute lies on the parts that are paid last, so that a payment does not end it; beyond the amount it lies on the first. */
function fromTheLast(disputed: number, parts: readonly Instalment[]): number[] {
  if (disputed === DISPUTED_WHOLE) return parts.map(() => DISPUTED_WHOLE);
  let left = disputed;
  return parts
    .toReversed()
    .map(({ amount }, i) => {
      const part = i === parts.length - 1 ? left : Math.min(left, amount);
      left -= part;
      return part;
    })
    .reverse();
}

/** A new last row that says what `row` says; returns its number. */
export function appendCopy(builder: LedgerBuilder, row: number): number {
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
