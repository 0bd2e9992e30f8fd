// Which openings stand for items of an earlier year and have lost their days (rules §5, 5)? Those that say no day of a document beside the one on which they are brought forward.
import { kindCode } from '../ledger/kind.ts';
import { documentDays, type Ledger } from '../ledger/ledger.ts';

const OPENING = kindCode('opening');

export function lumpsIn(ledger: Ledger): (row: number) => boolean {
  const dates = documentDays(ledger);
  return (row) => ledger.kind[row] === OPENING && dates[row] === ledger.day[row];
}
