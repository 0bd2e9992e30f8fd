// Does it matter how the numbers of documents are spelt? Ledgers that differ in nothing else must settle alike: in sequence or far apart,
// with letters behind the digits, of one series or of many.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Currency, currencyOf } from '../../src/core/currency.ts';
import { type Day, NO_DAY } from '../../src/core/day.ts';
import { LedgerBuilder } from '../../src/ledger/builder.ts';
import { openBook } from '../../src/settle/book.ts';
import { SETTLEMENT_COLUMNS } from '../../src/settle/settle.ts';

const CURRENCIES = ['EUR', 'USD'].map((code) => currencyOf(code) as Currency);

/** A posting with the document it carries and the one it names, by their numbers; 0 for none. */
type Row = {
  readonly customer: number;
  readonly currency: number;
  readonly day: number;
  readonly amount: number;
  readonly document: number;
  readonly reference: number;
};

const rows = (customers: number, numbers: number): fc.Arbitrary<Row[]> =>
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
function settled(list: readonly Row[], spelt: (number: number) => string): object {
  const builder = new LedgerBuilder(SETTLEMENT_COLUMNS, CURRENCIES[0] as Currency);
  builder.startFile('a.csv', ['document', 'reference']);
  const text = (number: number): string => (number === 0 ? '' : spelt(number));
  for (const row of list) {
    const currency = builder.currency(CURRENCIES[row.currency] as Currency);
    while (builder.customers.size <= row.customer) builder.customers.add('', `C${builder.customers.size}`);
    const texts = { document: text(row.document), reference: text(row.reference) };
    Object.assign(builder.draft, row, { currency, date: row.day, due: NO_DAY, ...texts });
    builder.commit();
  }
  builder.endFile(false);
  const { open, evidence, facts } = openBook(builder.finish()).at(11 as Day);
  return { open: [...open], evidence: [...evidence], facts };
}

const SPELLINGS: readonly [string, (number: number) => string][] = [
  ['far apart', (number) => `F${String((number * 104_729_017) % 999_999_937).padStart(9, '0')}`],
  ['in steps', (number) => `F${String(number * 1024).padStart(9, '0')}`],
  ['with letters behind', (number) => `F${number}x`],
  ['each of a series of its own', (number) => `F${number}-7`],
  ['of two series', (number) => (number % 2 === 0 ? `F${number}` : `G${number}x${number}`)],
  ['one of them far off', (number) => `F${String(number === 1 ? 999_999_999 : number).padStart(9, '0')}`],
];

it.each(SPELLINGS)('numbers %s settle as numbers in sequence do', (_, spelt) => {
  for (const [customers, numbers] of [
    [1, 20],
    [3, 3],
    [40, 1],
  ] as const) {
    fc.assert(
      fc.property(rows(customers, numbers), (list) => {
        expect(settled(list, spelt)).toEqual(settled(list, (number) => `F${String(number).padStart(3, '0')}`));
      }),
      { numRuns: 150 },
    );
  }
});

it('two texts that have one hash name two documents', () => {
  // Found by trying: the hash of places.ts is the same for both.
  const spelt = (number: number): string => (number === 1 ? 'abcdefgh' : 'abcTeFgx');
  const row = { customer: 1, currency: 0, day: 10, amount: 3, document: 1, reference: 0 };
  const list = [row, { ...row, document: 2 }, { ...row, amount: -1, document: 0, reference: 1 }];
  expect(settled([...list, { ...row, amount: -2, document: 0, reference: 2 }], spelt)).toMatchObject({ open: [2, 1, 0, 0] });
});
