// Are ledgers settled rightly, and in time, that are all alike? What a table of numbers fears most: one number everywhere, none that is
// known, the same one at every customer. Read from bytes by whichever reader takes them; the figures are worked out from how the rows
// were made.
import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../src/core/day.ts';
import { openBook } from '../../src/settle/book.ts';
import type { OpenItems } from '../../src/settle/open-items.ts';
import { SETTLEMENT_COLUMNS } from '../../src/settle/settle.ts';
import { bytesOf, readBy } from './both-readers.ts';

const HEAD = 'customer,document,reference,date,due,amount,currency\n';
const AS_OF = parseIsoDay('2026-06-30')!;
const MANY = 100_000;

/** A row a number, as made. */
function rows(count: number, make: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => `${make(i)}\n`).join('');
}

/** What is open of each row on the day, in minor units. */
async function settled(text: string): Promise<{ open: number[]; items: OpenItems }> {
  const read = (await readBy(
    'swift',
    [bytesOf(text)],
    { piece: 1 << 17, room: true, sized: true },
    { columns: SETTLEMENT_COLUMNS },
  ))!;
  expect([read.whole, read.setAside]).toEqual([true, 0]);
  const items = openBook(read.ledger).at(AS_OF);
  return { open: [...items.open], items };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const cents = (units: number): string => (units / 100).toFixed(2);

describe('one customer whose 200,000 rows all carry one number', () => {
  /** Instalments of 1.00 to 9.99 of one document, due one after the other; payments of 5.00 that all name it. */
  const units = (i: number): number => 100 + ((i * 37) % 900);
  const due = (i: number): string =>
    `20${26 + Math.floor((i % 365) / 336)}-${String((Math.floor((i % 365) / 28) % 12) + 1).padStart(2, '0')}-${String(((i % 365) % 28) + 1).padStart(2, '0')}`;

  test('pays the instalments due first, and leaves the rest open', async () => {
    const file =
      HEAD +
      rows(MANY, (i) => `C1,N,,2026-01-01,${due(i)},${cents(units(i))},EUR`) +
      rows(MANY, () => 'C1,,N,2026-02-01,,-3.00,EUR');
    const { open, items } = await settled(file);
    const invoiced = sum(Array.from({ length: MANY }, (_, i) => units(i)));
    expect(sum(open)).toBe(invoiced - 300 * MANY);
    expect(open.slice(MANY).every((left) => left === 0)).toBe(true);
    expect([items.facts.credits, items.facts.creditsMatched, items.facts.ambiguous.count]).toEqual([MANY, MANY, 0]);
    // By days: whole days are paid, one in part, and none behind it.
    const [owed, left] = [new Map<string, number>(), new Map<string, number>()];
    for (let i = 0; i < MANY; i++) {
      owed.set(due(i), (owed.get(due(i)) ?? 0) + units(i));
      left.set(due(i), (left.get(due(i)) ?? 0) + open[i]!);
    }
    let paid = 300 * MANY;
    for (const day of [...owed.keys()].sort()) {
      const taken = Math.min(paid, owed.get(day)!);
      expect(left.get(day), day).toBe(owed.get(day)! - taken);
      paid -= taken;
    }
  }, 30_000);

  test('settles nothing where the number is of documents of two days, and says so', async () => {
    const file =
      HEAD + rows(MANY, (i) => `C1,N,,2026-01-0${1 + (i % 2)},,1.00,EUR`) + rows(MANY, () => 'C1,,N,2026-02-01,,-1.00,EUR');
    const { open, items } = await settled(file);
    expect(open.every((left, i) => left === (i < MANY ? 100 : -100))).toBe(true);
    expect(items.facts.ambiguous.count).toBe(MANY);
  }, 30_000);

  test('has every row name the number it carries: what is owed is met by what is not', async () => {
    // A document does not settle itself, and a debit does not settle a debit: 1.00 and 0.40 in turn leave 0.60 a pair.
    const file = HEAD + rows(2 * MANY, (i) => `C1,N,N,2026-01-01,,${i % 2 === 0 ? '1.00' : '-0.40'},EUR`);
    const { open } = await settled(file);
    expect(sum(open)).toBe(60 * MANY);
    expect(open.every((left, i) => (i % 2 === 0 ? left >= 0 : left === 0))).toBe(true);
  }, 30_000);
});

test('200,000 references that name no document settle nothing', async () => {
  const file =
    HEAD +
    rows(MANY, (i) => `C${i % 9},F${i},,2026-01-01,,1.00,EUR`) +
    rows(MANY, (i) => `C${i % 9},,X${i},2026-02-01,,-1.00,EUR`);
  const { open, items } = await settled(file);
  expect(open.every((left, i) => left === (i < MANY ? 100 : -100))).toBe(true);
  expect(items.facts.creditsMatched).toBe(0);
}, 30_000);

test('a number of another customer, or in another currency, is not known', async () => {
  const file =
    HEAD +
    rows(MANY, (i) => `C${i},F${i},,2026-01-01,,1.00,EUR`) +
    rows(MANY, (i) => `C${(i + 1) % MANY},,F${i},2026-02-01,,-1.00,EUR`) +
    rows(1000, (i) => `C${i},,F${i},2026-02-01,,-1.00,GBP`);
  const { open } = await settled(file);
  expect(open.every((left, i) => left === (i < MANY ? 100 : -100))).toBe(true);
}, 30_000);

test.each(['1', 'F1', 'INVOICE-2026-0001'])(
  'the number %s at 100,000 customers settles each with its own',
  async (number) => {
    const units = (i: number): number => 1 + (i % 997);
    const file =
      HEAD +
      rows(MANY, (i) => `C${i},${number},,2026-01-01,,${cents(1000 + units(i))},EUR`) +
      rows(MANY, (i) => `C${MANY - 1 - i},,${number},2026-02-01,,-10.00,EUR`);
    const { open } = await settled(file);
    expect(open.findIndex((left, i) => left !== (i < MANY ? units(i) : 0))).toBe(-1);
  },
  30_000,
);

test('numbers that are alike but for their last characters are told apart', async () => {
  // Sequences of digits, of letters, and of both, longer and shorter than a word of four bytes.
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-/.';
  const number = (i: number): string =>
    ['', 'F', 'F-2026-', 'FACTURE/2026/'][i % 4]! +
    (i % 3 === 0 ? letters[i % 65]! + letters[Math.floor(i / 65) % 65]! + letters[Math.floor(i / 4225)]! : i);
  const count = 60_000;
  expect(new Set(Array.from({ length: count }, (_, i) => number(i))).size).toBe(count);
  const file =
    HEAD +
    rows(count, (i) => `C,${number(i)},,2026-01-01,,${cents(1000 + i)},EUR`) +
    rows(count, (i) => `C,,${number(count - 1 - i)},2026-02-01,,-10.00,EUR`);
  const { open } = await settled(file);
  expect(open.findIndex((left, i) => left !== (i < count ? i : 0))).toBe(-1);
}, 30_000);
