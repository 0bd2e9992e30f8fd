// Which documents is a debit of that came back? A payment that is returned, or a claim that is transferred, is of the documents that its credit named: what was said of them holds of it.
import { gather } from '../core/gather.ts';
import { holdsKind, kindCode } from './kind.ts';
import { column, type Ledger } from './ledger.ts';

const [RETURNED, TRANSFER] = [kindCode('returned'), kindCode('transfer')];

/** Numbers lead there, as in settlement and never amounts alone; what came back twice is of the same documents. */
export function documentsBehind(ledger: Ledger): (row: number) => readonly string[] {
  const [document, reference] = [column(ledger, 'document'), column(ledger, 'reference')];
  if (document === undefined || reference === undefined || !holdsKind(ledger, RETURNED, TRANSFER)) return () => [];
  const came = (row: number): boolean =>
    (ledger.kind[row] === RETURNED || ledger.kind[row] === TRANSFER) && (ledger.amount[row] as number) > 0;
  const key = (row: number, number: string): string => `${ledger.customer[row]} ${ledger.currency[row]} ${number}`;
  const concerned = new Set<number>();
  for (let row = 0; row < ledger.count; row++) if (came(row)) concerned.add(ledger.customer[row] as number);
  /** By number: the documents that its credits name, and that its debits which came back do. */
  const named = new Map<string, string[]>();
  for (let row = 0; row < ledger.count; row++) {
    if (!concerned.has(ledger.customer[row] as number) || document.isEmpty(row) || reference.isEmpty(row)) continue;
    if ((ledger.amount[row] as number) < 0 || came(row)) gather(named, key(row, document.at(row)), reference.at(row));
  }
  return (row) => {
    if (!came(row)) return [];
    // The other leg of a transfer has its number, and names the document where this one does not.
    const waiting = reference.isEmpty(row) ? (named.get(key(row, document.at(row))) ?? []) : [reference.at(row)];
    const found = new Set(waiting);
    for (const number of found) for (const further of named.get(key(row, number)) ?? []) found.add(further);
    return [...found];
  };
}
