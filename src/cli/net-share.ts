// What of a claim is without tax? By its own entry or row, else by what the table of documents says of it, by another row of its document, by its customer's rate, by the policy's (rules §4.2).
import { type Fraction, fraction, whole } from '../core/fraction.ts';
import { kindCode } from '../ledger/kind.ts';
import { numberOf } from '../ledger/ledger.ts';
import { parseShare } from '../policy/parse-provision.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import { carriedBy } from './carried.ts';
import { claimNumbers } from './claim-numbers.ts';
import type { Input } from './command.ts';
import { toldNet } from './told-net.ts';

type ShareOf = (row: number) => Fraction | undefined;

/** Undefined where nobody says it. Interest and fees that were charged for lateness bear no tax unless their row says so (rules §4.2, 7). */
export function netShares(input: Input, { vatRate }: ProvisionPolicy): ShareOf {
  const { ledger } = input.book;
  const own = ownShares(input);
  const charge = kindCode('charge');
  let byNumber: ReadonlyMap<string, Fraction> | undefined;
  return (row) => {
    const said = own(row);
    if (said !== undefined) return said;
    byNumber ??= sharesByNumber(input, own);
    for (const number of claimNumbers(ledger, row)) {
      const sameDocument = byNumber.get(keyOf(input, row, number));
      if (sameDocument !== undefined) return sameDocument;
    }
    if (ledger.kind[row] === charge) return whole(1);
    const { register } = input;
    const at = register?.rowOf(ledger.customers.id(ledger.customer[row] as number));
    const rate = at === undefined ? undefined : register?.table.ratio('vat_rate', at);
    if (rate !== undefined) return fraction(rate.denominator, rate.denominator + rate.numerator);
    return vatRate && fraction(vatRate.denominator, vatRate.denominator + vatRate.numerator);
  };
}

/** By what the row says, or the table of documents of it. */
function ownShares(input: Input): ShareOf {
  const { ledger } = input.book;
  const net = toldNet(ledger, carriedBy(input));
  const rates = ledger.columns.tax_rate;
  const matches = input.reading.documentFacts?.matches.of;
  return (row) => {
    const told = net(row);
    if (told !== undefined) return fraction(Math.abs(told.net), Math.abs(told.whole));
    const rate = rates === undefined ? undefined : rateOf(rates.dictionary.value(rates.codes[row] as number));
    if (rate !== undefined) return fraction(rate.denominator, rate.denominator + rate.numerator);
    const at = ((matches?.[row] ?? 0) as number) - 1;
    return at < 0 ? undefined : shareOfDocument(input, row, at);
  };
}

function shareOfDocument({ book: { ledger }, documents: table }: Input, row: number, at: number): Fraction | undefined {
  if (table === undefined) return undefined;
  const rate = table.has('tax_rate') ? table.ratio('tax_rate', at) : undefined;
  if (rate !== undefined) return fraction(rate.denominator, rate.denominator + rate.numerator);
  const gross = ledger.shared.find(({ rows }) => rows.includes(row))?.whole.amount ?? (ledger.amount[row] as number);
  const tax = table.has('tax_amount') ? table.amount('tax_amount', at) : undefined;
  const net = (table.has('net') ? table.amount('net', at) : undefined) ?? (tax === undefined ? undefined : gross - tax);
  return net === undefined || net < 0 || net > gross ? undefined : fraction(net, gross);
}

/** `20`, `20%`, `5,5` are percentages, `0.2` a share: below a half it can be no rate of tax in percent but Corsica's 0.9, which is above. */
function rateOf(text: string): Fraction | undefined {
  const read = parseShare(text);
  if (read === undefined || text.includes('%')) return read;
  if (read.numerator * 2n < read.denominator) return read;
  return read.numerator <= read.denominator ? undefined : { numerator: read.numerator, denominator: read.denominator * 100n };
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
