// Is a document in dispute? Yes, no, or the amount of it, in a ledger and in the table of documents alike.
import { fold } from '../core/fold.ts';
import { DISPUTED_WHOLE } from '../ledger/ledger.ts';
import { amountShown, parseAmount } from './amount.ts';
import type { DecimalMark, Forms } from './forms.ts';

const YES = new Set(['yes', 'y', 'true', 'x', '1', 'oui', 'o', 'vrai']);
const NO = new Set(['no', 'n', 'false', '0', 'non', 'faux']);

/** Whether a row is disputed, where the cell says yes or no: 0 or DISPUTED_WHOLE. */
export function disputeOf(written: string): number | undefined {
  const folded = fold(written);
  if (written === '' || NO.has(folded)) return 0;
  return YES.has(folded) ? DISPUTED_WHOLE : undefined;
}

/** The same in a report of ours, where 1 is an amount: in yen, `1` is all there is to write of it. */
export function disputeIn(report: boolean | undefined): typeof disputeOf {
  return report === true ? (written) => (written === '1' ? undefined : disputeOf(written)) : disputeOf;
}

/** 0, DISPUTED_WHOLE, or the amount in dispute in minor units of `exponent` decimals; else the code of what is wrong. */
export function parseDispute(
  written: string,
  exponent: number,
  { decimal, report }: Pick<Forms, 'decimal' | 'report'>,
): number | 'disputed-unreadable' | 'amount-too-precise' | 'amount-too-large' {
  const told = disputeIn(report)(written);
  if (told !== undefined) return told;
  const amount = parseAmount(written, exponent, decimal);
  if (typeof amount === 'number') return Math.abs(amount);
  return amount === 'amount-unreadable' ? 'disputed-unreadable' : amount;
}

/** What is said of a cell that is neither. */
export function noDispute(decimal: DecimalMark): { readonly what: string; readonly fix: string } {
  return { what: 'neither yes, no nor an amount', fix: `write yes, or the amount in dispute as ${amountShown(decimal)}` };
}
