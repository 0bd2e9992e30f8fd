// What of a claim is without tax? By its own entry or row, else by the table of documents, by another row of its document, by its customer's rate, by the policy's (rules §4.2).
import { type Fraction, fraction, whole } from '../core/fraction.ts';
import { kindCode } from '../ledger/kind.ts';
import { numberOf } from '../ledger/ledger.ts';
import type { Ratio } from '../ledger/side-table.ts';
import type { WithoutTax } from '../measures/losses/without-tax.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import { claimNumbers } from './claim-numbers.ts';
import type { Input } from './command.ts';
import { withoutTaxTold } from './without-tax.ts';

type ShareOf = (row: number) => Fraction | undefined;

/** Who says it: the row or its entry, the table of documents, another row of the document; of a charge for lateness nobody has to; the customer's rate, the policy's. */
export const NET_SOURCES = ['row', 'documents', 'same_document', 'charge', 'customer', 'policy'] as const;
export type NetSource = (typeof NET_SOURCES)[number];
type Told = { readonly share: Fraction; readonly by: NetSource };

/** Undefined where nobody says it. Interest and fees that were charged for lateness bear no tax unless their row says so (rules §4.2, 7). */
export function netShares(input: Input, policy: ProvisionPolicy): ShareOf {
  const told = netTold(input, policy);
  return (row) => told(row)?.share;
}

/** The same for losses: by its document, and by what its customer buys; no policy speaks there. */
export function withoutTaxOf(input: Input): WithoutTax {
  const told = netTold(input, { vatRate: undefined });
  const ratioOf = (row: number, isCustomer: boolean): Ratio | undefined => {
    const found = told(row);
    if (found === undefined || (found.by === 'customer') !== isCustomer) return undefined;
    return { numerator: Number(found.share.numerator), denominator: Number(found.share.denominator) };
  };
  return { ofDocument: (row) => ratioOf(row, false), ofCustomer: (row) => ratioOf(row, true) };
}

/** The same with who says it. */
export function netTold(input: Input, { vatRate }: Pick<ProvisionPolicy, 'vatRate'>): (row: number) => Told | undefined {
  const { ledger } = input.book;
  const { isTold, ofRow, ofTable, ofCustomer } = withoutTaxTold(input);
  const charge = kindCode('charge');
  let byNumber: ReadonlyMap<string, Fraction> | undefined;
  return (row) => {
    const own = told('row', ofRow(row)) ?? told('documents', ofTable(row));
    if (own !== undefined) return own;
    byNumber ??= isTold ? sharesByNumber(input, (one) => exact(ofRow(one) ?? ofTable(one))) : new Map<string, Fraction>();
    for (const number of byNumber.size === 0 ? [] : claimNumbers(ledger, row)) {
      const sameDocument = byNumber.get(keyOf(input, row, number));
      if (sameDocument !== undefined) return { share: sameDocument, by: 'same_document' };
    }
    if (ledger.kind[row] === charge) return { share: whole(1), by: 'charge' };
    const byRate = vatRate && fraction(vatRate.denominator, vatRate.denominator + vatRate.numerator);
    return told('customer', ofCustomer(row)) ?? (byRate && { share: byRate, by: 'policy' });
  };
}

function told(by: NetSource, ratio: Ratio | undefined): Told | undefined {
  const share = exact(ratio);
  return share && { share, by };
}

function exact(ratio: Ratio | undefined): Fraction | undefined {
  return ratio && fraction(ratio.numerator, ratio.denominator);
}

function keyOf({ book: { ledger } }: Input, row: number, number: string): string {
  return `${ledger.customer[row]}\0${number}`;
}

/** Of a document, by those of its rows that say it: a claim that was transferred or came back has the tax of its invoice. */
function sharesByNumber(input: Input, own: ShareOf): ReadonlyMap<string, Fraction> {
  const { ledger } = input.book;
  const shares = new Map<string, Fraction>();
  for (let row = 0; row < ledger.count; row++) {
    const number = (ledger.amount[row] as number) > 0 ? numberOf(ledger, row) : '';
    if (number === '') continue;
    const key = keyOf(input, row, number);
    const share = shares.has(key) ? undefined : own(row);
    if (share !== undefined) shares.set(key, share);
  }
  return shares;
}
