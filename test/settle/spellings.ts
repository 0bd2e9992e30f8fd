// Ledgers whose documents are named by texts of every sort: in sequence or far apart, with letters behind the digits, of one series or of many.
import fc from 'fast-check';
import { type Currency, currencyOf } from '../../src/core/currency.ts';
import { type Day, NO_DAY } from '../../src/core/day.ts';
import { LedgerBuilder } from '../../src/ledger/builder.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { type Book, openBook } from '../../src/settle/book.ts';
import { SETTLEMENT_COLUMNS } from '../../src/settle/settle.ts';

const CURRENCIES = ['EUR', 'USD'].map((code) => currencyOf(code) as Currency);

/** A posting with the document it carries and the one it names, by their numbers; 0 for none. */
export type Row = {
  readonly customer: number;
  readonly currency: number;
  readonly day: number;
  readonly amount: number;
  readonly document: number;
  readonly reference: number;
  readonly due?: number;
};

export const rows = (customers: number, numbers: number): fc.Arbitrary<Row[]> =>
  fc.array(
    fc.record({
      customer: fc.integer({ min: 1, max: customers }),
      currency: fc.nat({ max: 1 }),
      day: fc.integer({ min: 10, max: 12 }),
      amount: fc.integer({ min: -4, max: 4 }),
      document: fc.nat({ max: numbers }),
      reference: fc.nat({ max: numbers }),
    }),
    { maxLength: 60 },
  );

/** What is open, and what was found out, on a day before the last. */
export function settled(list: readonly Row[], spelt: (number: number) => string): object {
  const { open, evidence, facts } = booked(list, spelt).at(11 as Day);
  return { open: [...open], evidence: [...evidence], facts };
}

export function booked(list: readonly Row[], spelt: (number: number) => string): Book {
  return openBook(ledgerOf(list, spelt));
}

/** The ledger of these postings; 0 is spelt as no text. */
export function ledgerOf(list: readonly Row[], spelt: (number: number) => string): Ledger {
  const builder = new LedgerBuilder(SETTLEMENT_COLUMNS, CURRENCIES[0] as Currency);
  builder.startFile('a.csv', ['document', 'reference']);
  const text = (number: number): string => (number === 0 ? '' : spelt(number));
  for (const row of list) {
    const currency = builder.currency(CURRENCIES[row.currency] as Currency);
    while (builder.customers.size <= row.customer) builder.customers.add('', `C${builder.customers.size}`);
    const texts = { document: text(row.document), reference: text(row.reference) };
    Object.assign(builder.draft, { due: NO_DAY }, row, { currency, date: row.day, ...texts });
    builder.commit();
  }
  builder.endFile(false);
  return builder.finish();
}

export const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** All keep the order of the numbers: between rows that are alike in all else, the order of their texts decides. */
export const SPELLINGS: readonly [string, (number: number) => string][] = [
  ['far apart', (number) => `F${padded(number * 47_000_017, 9)}`],
  ['in steps', (number) => `F${padded(number * 1024, 9)}`],
  ['with letters behind', (number) => `F${padded(number, 3)}x`],
  ['with letters behind one in two', (number) => `F${padded(number, 3)}${number % 2 === 0 ? '' : 'x'}`],
  ['each of a series of its own', (number) => `F${padded(number, 3)}-7`],
  ['of two series', (number) => `${number < 3 ? 'F' : 'G'}${padded(number, 3)}`],
  ['one of them far off', (number) => `F${padded(number === 1 ? 1 : 999_999_900 + number, 9)}`],
];
