// Is each of thousands of customers told by its id where ids are found by their numbers? The careful reader is the judge.
import { describe, expect, test } from 'vitest';
import { textSeriesOf } from '../../src/read/swift/text-series.ts';
import { type Against, agree, bytesOf } from './both-readers.ts';

const ONCE: Against = { columns: ['document'], ways: [{ piece: 1 << 17, room: true }] };
const ROWS = 9000;

/** A ledger whose row `i` is of a customer; each comes again. */
const ledger = (idOf: (i: number) => string, more = (_: number) => ''): string =>
  `customer,name,date,amount\n${Array.from({ length: ROWS }, (_, i) => {
    const n = (i * 7919) % 4000;
    return `${idOf(n)},N${n % 17},2026-01-15,${i}.00\n${more(i)}`;
  }).join('')}`;

const padded = (n: number, digits: number): string => String(n).padStart(digits, '0');

describe('both readers tell the same customers', () => {
  test.each<[string, (n: number) => string]>([
    ['letters and six digits', (n) => `C${padded(n, 6)}`],
    ['eight digits', (n) => padded(n * 30_001, 8)],
    ['digits alone, of any number', (n) => String(n)],
    ['seven bytes, some beyond all that has a place of its own', (n) => `C${padded(n * 999, 6).slice(-6)}`],
    ['numbers of seven digits, above 2^20 too', (n) => padded(1_048_000 + n, 7)],
    ['a first one that ends in no digit', (n) => (n === 0 ? 'CASH' : `C${padded(n, 5)}`)],
    ['a first one of a series of its own', (n) => (n === 0 ? '9' : `C${padded(n, 5)}`)],
    ['two series by turns, of one length', (n) => `${n % 2 === 0 ? 'C' : 'D'}${padded(n, 5)}`],
    ['one number with and without zeros before it', (n) => (n % 2 === 0 ? `K${n}` : `K${padded(n - 1, 5)}`)],
    ['one number in two cases', (n) => `${n % 3 === 0 ? 'c' : 'C'}${padded(n - (n % 3), 5)}`],
    ['a tenth of other kinds', (n) => (n % 10 === 7 ? `Durand ${n}` : `C${padded(n, 5)}`)],
    ['nine bytes', (n) => `CLI${padded(n, 6)}`],
    ['a letter for a digit, now and then', (n) => (n % 50 === 49 ? `C${padded(n, 4)}O` : `C${padded(n, 5)}`)],
    ['bytes beside those of digits', (n) => (n % 9 === 8 ? `C${padded(n, 4)}${'/:;@°'[n % 5]}` : `C${padded(n, 5)}`)],
    [
      'quotes, white space and apostrophes around them',
      (n) => {
        const id = `C${padded(n, 5)}`;
        return [id, `"${id}"`, ` ${id}`, `${id} `, `'${id}`, `"'${id}"`, `" ${id}"`, ''][n % 8] as string;
      },
    ],
  ])('where ids are %s', async (_, idOf) => {
    expect(await agree(ledger(idOf), ONCE)).toBe(true);
  });

  test('where rows that are set aside name many of them first', async () => {
    await agree(
      ledger(
        (n) => `C${padded(n, 6)}`,
        (i) => (i % 3 === 0 ? `C${padded(5000 + i, 6)},,2026-13-01,1.00\n` : ''),
      ),
      ONCE,
    );
  });

  test('of two files that are read one after the other, and have other series', async () => {
    const files = [ledger((n) => `C${padded(n, 6)}`), ledger((n) => `D${padded(n, 6)}`), ledger((n) => `C${padded(n + 500, 6)}`)];
    expect(await agree(files.map(bytesOf), ONCE)).toBe(true);
  });

  test('of two firms that use the same ids', async () => {
    const [headings, ...rows] = ledger((n) => `C${padded(n, 5)}`)
      .trimEnd()
      .split('\n');
    const firms = rows.map((row, i) => `${'AB'[i % 2]},${row}\n`);
    expect(await agree(`entity,${headings}\n${firms.join('')}`, ONCE)).toBe(true);
  });
});

test.each([
  ['C000129', 7, 1_000_000],
  ['12', 2, 100],
  ['12345678', 8, 1 << 20],
  ['A-1', 3, 10],
  ['C', undefined, undefined],
  ['', undefined, undefined],
  ["'=1", undefined, undefined],
  ['Ä1', undefined, undefined],
  ['CLI000129', undefined, undefined],
  ['C1 ', undefined, undefined],
])('%j is of a series of texts of %j bytes, of which the table has %j numbers', (text, length, numbers) => {
  const series = textSeriesOf(text);
  expect([series?.words[4], series?.numbers]).toEqual([length, numbers]);
});
