// Is a document in dispute? Yes, no, or the amount of it, in a ledger and in the table of documents alike.
import { fold } from '../core/fold.ts';
import { DISPUTED_WHOLE } from '../ledger/ledger.ts';
import { parseAmount } from './amount.ts';

const YES = new Set(['yes', 'y', 'true', 'x', '1', 'oui', 'o', 'vrai']);
const NO = new Set(['no', 'n', 'false', '0', 'non', 'faux']);

/** Whether a row is disputed, where the cell says yes or no: 0 or DISPUTED_WHOLE. */
export function disputeOf(written: string): number | undefined {
  const folded = fold(written);
  if (written === '' || NO.has(folded)) return 0;
  return YES.has(folded) ? DISPUTED_WHOLE : undefined;
}

/** 0, DISPUTED_WHOLE, or the amount in dispute in minor units of `exponent` decimals; undefined for what is none of them. */
export function parseDispute(written: string, exponent: number): number | undefined {
  const told = disputeOf(written);
  if (told !== undefined) return told;
  const amount = parseAmount(written, exponent);
  return typeof amount === 'number' ? Math.abs(amount) : undefined;
}

/** What is wrong with a cell that `parseDispute` cannot read. */
export const NO_DISPUTE = { what: 'neither yes, no nor an amount', fix: 'write yes, or the amount in dispute as 1234.50' };
