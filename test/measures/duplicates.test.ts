// Which postings stand in the ledger twice, and how many are compared to know it?
import { afterEach, expect, it, vi } from 'vitest';
import { TextColumn } from '../../src/ledger/text-column.ts';
import { duplicatesOf } from '../../src/measures/duplicates.ts';
import { ledgerOf, type Row } from '../settle/spellings.ts';

const invoice: Row = { customer: 1, currency: 0, day: 10, amount: 100, document: 1, reference: 0 };
const documents = (count: number): Row[] => Array.from({ length: count }, (_, i) => ({ ...invoice, document: i + 1 }));

afterEach(() => vi.restoreAllMocks());

const SPELT: readonly [string, (number: number) => string][] = [
  ['in sequence', (number) => `F${number}`],
  ['without digits at the end', (number) => `F${number}x`],
  ['longer than any series', (number) => `a number of so many words ${number}`],
];

it.each(SPELT)('of many alike but for their numbers, %s, only those of one number are held against one another', (_, spelt) => {
  const again = documents(2000).filter(({ document }) => document % 500 === 0);
  const ledger = ledgerOf([...documents(2000), ...again], spelt);
  const compare = vi.spyOn(TextColumn.prototype, 'compare');
  const { count, row, rows } = duplicatesOf(ledger);
  expect([count, row, [...rows].sort((a, b) => a - b)]).toEqual([4, 499, [499, 999, 1499, 1999, 2000, 2001, 2002, 2003]]);
  // Those that are twice, and some whose places in a table of so many are the same.
  expect(compare.mock.calls.length).toBeLessThan(1000);
});
