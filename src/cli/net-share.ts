// What of a claim is without tax? By its own entry or row, else by the table of documents, by another row of its document, by its customer's rate, by the policy's (rules §4.2).
import { type Fraction, fraction, whole } from '../core/fraction.ts';
import { kindCode } from '../ledger/kind.ts';
import { numberOf } from '../ledger/ledger.ts';
import type { Ratio } from '../ledger/side-table.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import type { Input } from './command.ts';
import { withoutTaxOf } from './without-tax.ts';

type ShareOf = (row: number) => Fraction | undefined;

/** Undefined where nobody says it. Interest and fees that were charged for lateness bear no tax unless their row says so (rules §4.2, 7). */
export function netShares(input: Input, { vatRate }: ProvisionPolicy): ShareOf {
  const { ledger } = input.book;
  const { ofDocument, ofCustomer } = withoutTaxOf(input);
  const own: ShareOf = (row) => exact(ofDocument(row));
  const charge = kindCode('charge');
  let byNumber: ReadonlyMap<string, Fraction> | undefined;
  return (row) => {
    const said = own(row);
    if (said !== undefined) return said;
    byNumber ??= sharesByNumber(input, own);
    const sameDocument = byNumber.get(keyOf(input, row));
    if (sameDocument !== undefined) return sameDocument;
    if (ledger.kind[row] === charge) return whole(1);
    return exact(ofCustomer(row)) ?? (vatRate && fraction(vatRate.denominator, vatRate.denominator + vatRate.numerator));
  };
}

function exact(ratio: Ratio | undefined): Fraction | undefined {
  return ratio && fraction(ratio.numerator, ratio.denominator);
}

function keyOf({ book: { ledger } }: Input, row: number): string {
  return `${ledger.customer[row]}\0${numberOf(ledger, row)}`;
}

/** Of a document, by those of its rows that say it: a claim that was transferred or came back has the tax of its invoice. */
function sharesByNumber(input: Input, own: ShareOf): ReadonlyMap<string, Fraction> {
  const { ledger } = input.book;
  const shares = new Map<string, Fraction>();
  for (let row = 0; row < ledger.count; row++) {
    if ((ledger.amount[row] as number) <= 0 || numberOf(ledger, row) === '') continue;
    const key = keyOf(input, row);
    const share = shares.has(key) ? undefined : own(row);
    if (share !== undefined) shares.set(key, share);
  }
  return shares;
}
