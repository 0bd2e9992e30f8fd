// Which payments came back, by the number of the payment they name? Looked up once for all stories: a ledger may know a payment by many numbers.
import { gather } from '../core/gather.ts';
import { holdsKind, kindCode } from '../ledger/kind.ts';
import { column, type Ledger } from '../ledger/ledger.ts';

export const RETURNED = kindCode('returned');

export type ReturnsOf = (customer: number, number: string) => readonly number[];

/** Returned payments of these customers, of any day, by the number they name; what names nothing may bear that of its payment. */
export function returnsOf(ledger: Ledger, customers: ReadonlySet<number>): ReturnsOf {
  const [document, reference] = [column(ledger, 'document'), column(ledger, 'reference')];
  const rows = new Map<string, number[]>();
  // Most ledgers have none, which a look at one byte a row tells.
  const some = holdsKind(ledger, RETURNED);
  for (let row = 0; some && row < ledger.count; row++) {
    if (ledger.kind[row] !== RETURNED || !customers.has(ledger.customer[row] as number)) continue;
    const number = reference?.isEmpty(row) === false ? reference.at(row) : (document?.at(row) ?? '');
    if (number !== '') gather(rows, `${ledger.customer[row]} ${number}`, row);
  }
  return (customer, number) => rows.get(`${customer} ${number}`) ?? [];
}
