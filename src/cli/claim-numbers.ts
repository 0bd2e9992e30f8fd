// By which numbers is a claim named in a table beside the ledger? By its own, and by that of the document whose payment came back in it.
import { kindCode } from '../ledger/kind.ts';
import { type Ledger, numberOf } from '../ledger/ledger.ts';

const RETURNED = kindCode('returned');

/** None is empty. */
export function claimNumbers(ledger: Ledger, row: number): string[] {
  const { reference } = ledger.columns;
  const of = ledger.kind[row] === RETURNED ? (reference?.at(row) ?? '') : '';
  return [...new Set([numberOf(ledger, row), of])].filter((number) => number !== '');
}
