// By which numbers is a claim named in a table beside the ledger? By its own, and by that of the document it stands for: whose payment came back in it, that it was moved from, or for which it is the bill.
import { kindCode } from '../ledger/kind.ts';
import { type Ledger, numberOf } from '../ledger/ledger.ts';

const STANDS_FOR = new Set([kindCode('returned'), kindCode('transfer'), kindCode('bill')]);

/** None is empty. */
export function claimNumbers(ledger: Ledger, row: number): string[] {
  const { reference } = ledger.columns;
  const of = STANDS_FOR.has(ledger.kind[row] as number) ? (reference?.at(row) ?? '') : '';
  return [...new Set([numberOf(ledger, row), of])].filter((number) => number !== '');
}
