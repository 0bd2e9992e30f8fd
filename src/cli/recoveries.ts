// What came in of claims that were lost before (--recovered)? Each row with the tax that is due again on it: by its own rate, else as its document, its customer or the policy has it.
import type { Currency } from '../core/currency.ts';
import { isoDay } from '../core/day.ts';
import { type Fraction, fraction, whole } from '../core/fraction.ts';
import { minor } from '../core/money.ts';
import { didYouMean } from '../core/nearest.ts';
import { counted, listed } from '../core/plural.ts';
import { divideBig } from '../core/rounding.ts';
import { shortened } from '../core/shortened.ts';
import { currencyAt, numberOf } from '../ledger/ledger.ts';
import type { Ratio, SideTable } from '../ledger/side-table.ts';
import type { Recovery, WriteOff } from '../measures/provision/write-down.ts';
import type { ProvisionPolicy } from '../policy/provision.ts';
import type { RecoveryField } from '../read/tables/recoveries.ts';
import type { Input } from './command.ts';
import { idsOfLedger } from './exposure-of.ts';
import { placeIn } from './place-in-table.ts';
import { tellNotLost } from './recoveries-lost.ts';
import { amountIn, amountsOf } from './table-currency.ts';

type Table = SideTable<RecoveryField>;
type Asked = {
  readonly customers: ReadonlySet<number> | undefined;
  readonly policy: ProvisionPolicy;
  readonly netOf: (row: number) => Fraction | undefined;
  /** What is lost on this very closing. */
  readonly writeOffs: readonly WriteOff[];
};

/** Undefined when one cannot be booked: the diagnostics say so. */
export function recoveriesOf(input: Input, asked: Asked): Recovery[] | undefined {
  const table = input.tables.get('recovered') as Table | undefined;
  if (table === undefined) return [];
  const { asOf, diagnostics, book, register } = input;
  const { ledger } = book;
  const idOf = idsOfLedger(input);
  const found: Recovery[] = [];
  const later: number[] = [];
  const strangers: number[] = [];
  const held: { customer: number; document: string; amount: number; at: number }[] = [];
  let sound = true;
  for (let at = 0; at < table.count; at++) {
    const [id, document] = [idOf(table.text('customer', at)), table.text('document', at)];
    const numbers = ledger.customers.find(id);
    if (asked.customers !== undefined && !numbers.some((number) => asked.customers?.has(number))) continue;
    const day = table.day('day', at) ?? asOf;
    if (day > asOf) {
      later.push(at);
      continue;
    }
    if (numbers.length === 0 && register?.rowOf(id) === undefined) strangers.push(at);
    const row = rowOf(input, numbers, document);
    const currency = currencyOf(input, table, at, row);
    const amount = amountIn(table, 'amount', at, currency) ?? 0;
    const share = netShare(input, table, at, row, asked);
    if (share === undefined || amount <= 0) {
      sound = false;
      diagnostics.add(amount <= 0 ? belowNothing(table, at) : taxUnknown(table, at));
      continue;
    }
    const net = minor(Number(divideBig(BigInt(amount) * share.numerator, share.denominator, 'half-up')));
    const [number] = numbers;
    const isOfClaim = row !== undefined && currencyAt(ledger, ledger.currency[row] as number) === currency;
    if (isOfClaim && sourceOf(table, at) === 'cash')
      held.push({ customer: ledger.customer[row] as number, document, amount, at });
    found.push({
      ...{ id, name: (number === undefined ? '' : ledger.customers.nameOf(number)) || (register?.nameOf(id) ?? '') },
      ...{ document, currency, amount, net, tax: amount - net, day, from: sourceOf(table, at) },
    });
  }
  if (!sound) return undefined;
  tellLater(later, input, table);
  tellStrangers(strangers, input, table);
  tellNotLost(held, asked.writeOffs, table, input);
  return found;
}

function sourceOf(table: Table, at: number): Recovery['from'] {
  return table.choice('kind', at) === 'insurance' ? 'insurance' : 'cash';
}

/** The claim of that number, paid or lost as it is. */
function rowOf({ book: { ledger } }: Input, numbers: readonly number[], document: string): number | undefined {
  if (document === '' || numbers.length === 0) return undefined;
  for (let row = 0; row < ledger.count; row++) {
    const isTheirs = (ledger.amount[row] as number) > 0 && numbers.includes(ledger.customer[row] as number);
    if (isTheirs && numberOf(ledger, row) === document) return row;
  }
  return undefined;
}

/** Its own, else that of its document, else what a table that names none is taken to be in. */
function currencyOf(input: Input, table: Table, at: number, row: number | undefined): Currency {
  const { ledger } = input.book;
  if (table.text('currency', at) !== '') return table.currency(at);
  return row === undefined ? amountsOf(table, 'currency', input).of(at) : currencyAt(ledger, ledger.currency[row] as number);
}

function netShare(input: Input, table: Table, at: number, row: number | undefined, asked: Asked): Fraction | undefined {
  if (table.text('vat_rate', at) !== '') return withoutTax(table.ratio('vat_rate', at));
  // An indemnity makes a damage good, and is no price.
  if (sourceOf(table, at) === 'insurance') return whole(1);
  if (row !== undefined) return asked.netOf(row);
  const { register } = input;
  const of = register?.rowOf(table.text('customer', at));
  const { vatRate } = asked.policy;
  return (
    withoutTax(of === undefined ? undefined : register?.table.ratio('vat_rate', of)) ??
    (vatRate && fraction(vatRate.denominator, vatRate.denominator + vatRate.numerator))
  );
}

function withoutTax(rate: Ratio | undefined): Fraction | undefined {
  return rate && fraction(rate.denominator, rate.denominator + rate.numerator);
}

function belowNothing(table: Table, at: number) {
  const fix = 'write what came in, without a minus; what is paid back is a posting of the ledger';
  return {
    code: 'cell-unreadable',
    ...placeIn(table, 'amount', at),
    what: 'amount: no amount above 0 in the decimals of its currency',
    fix,
  } as const;
}

function taxUnknown(table: Table, at: number) {
  return {
    code: 'tax-unknown',
    ...placeIn(table, 'document', at),
    what: 'what of this money is tax is said nowhere',
    why: 'tax that was got back is due again on what is cashed (rules §4.2, 5)',
    fix: 'fill vat_rate, 0 where the tax was never got back; or vat_rate in --customers',
  } as const;
}

const nameOf = (table: Table, at: number): string => `${table.text('customer', at)} ${table.text('document', at)}`.trim();

function tellLater(later: readonly number[], { asOf, diagnostics }: Input, table: Table): void {
  const [first] = later;
  if (first === undefined) return;
  diagnostics.add({
    code: 'recovery-later',
    ...placeIn(table, 'day', first),
    what: `${counted(later.length, 'recovery is', 'recoveries are')} of a day after ${isoDay(asOf)}, and not booked: ${listed(later, (at) => nameOf(table, at))}`,
    fix: 'money is booked on the day it came in: correct the day, or leave it for the next closing',
  });
}

function tellStrangers(strangers: readonly number[], { diagnostics, book }: Input, table: Table): void {
  const [first] = strangers;
  if (first === undefined) return;
  const written = table.text('customer', first);
  diagnostics.add({
    code: 'recovery-unmatched',
    ...placeIn(table, 'customer', first),
    what: `${counted(strangers.length, 'recovery is', 'recoveries are')} of no customer of the ledger: ${listed(strangers, (at) => shortened(table.text('customer', at)))}`,
    why: 'the entry names him as the table does',
    fix: didYouMean(written, book.ledger.customers.ids) || 'check how the customer is spelt, if he still stands in the ledger',
  });
}
