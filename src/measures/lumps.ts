// Which openings stand for items of an earlier year and have lost their days (rules §5, 5)? Those that say no day of a document beside the one on which they are brought forward; and what such a one became when it was moved to another account.
import { holdsKind, kindCode } from '../ledger/kind.ts';
import { documentDays, type Ledger, numberOf } from '../ledger/ledger.ts';

const OPENING = kindCode('opening');
const TRANSFER = kindCode('transfer');

export function lumpsIn(ledger: Ledger): (row: number) => boolean {
  const dates = documentDays(ledger);
  const { kind, day } = ledger;
  const isLump = (row: number): boolean => kind[row] === OPENING && dates[row] === day[row];
  if (!holdsKind(ledger, TRANSFER)) return isLump;
  const moved = movedLumps(ledger, isLump);
  return (row) => isLump(row) || moved.has(row);
}

/** Debits that were moved and bear the day of a lump of their customer, and the number of no document of his that was there when they were. */
function movedLumps(ledger: Ledger, isLump: (row: number) => boolean): ReadonlySet<number> {
  const { kind, amount, customer, currency, count, day } = ledger;
  const dates = documentDays(ledger);
  const dayOf = (row: number): string => `${customer[row]} ${currency[row]} ${dates[row]}`;
  const lumps = new Set<string>();
  for (let row = 0; row < count; row++) if ((amount[row] as number) > 0 && isLump(row)) lumps.add(dayOf(row));
  const found = new Set<number>();
  for (let row = 0; row < count; row++) {
    if (kind[row] === TRANSFER && (amount[row] as number) > 0 && lumps.has(dayOf(row))) found.add(row);
  }
  if (found.size === 0) return found;
  const numbers = new Set([...found].map((row) => `${customer[row]} ${numberOf(ledger, row)}`));
  /** By number, the day on which a document first bore it. */
  const documents = new Map<string, number>();
  for (let row = 0; row < count; row++) {
    const isOwn = (amount[row] as number) > 0 && kind[row] !== TRANSFER && !isLump(row);
    const number = isOwn ? `${customer[row]} ${numberOf(ledger, row)}` : '';
    if (!numbers.has(number) || numberOf(ledger, row) === '') continue;
    documents.set(number, Math.min(documents.get(number) ?? Number.POSITIVE_INFINITY, day[row] as number));
  }
  for (const row of found) {
    const borne = documents.get(`${customer[row]} ${numberOf(ledger, row)}`);
    if (borne !== undefined && borne <= (day[row] as number)) found.delete(row);
  }
  return found;
}
