// Does the swift reader tell a document's number as the careful one does, wherever its digits begin, and however many series there are?
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { TextColumn } from '../../src/ledger/text-column.ts';
import { agree, bytesOf, readBy } from './both-readers.ts';

const HEAD = 'customer,document,reference,date,amount\n';
const file = (texts: readonly string[]): string =>
  HEAD + texts.map((text, i) => `C1,${text},${texts[(i * 7) % texts.length]},2026-05-01,1.00\n`).join('');

/** The texts of a column appended one by one, as the careful reader does, to a ledger that knows their series. */
function again(column: TextColumn): TextColumn {
  const other = new TextColumn(column.series);
  for (let row = 0; row < column.length; row++) other.append(column.at(row));
  return other;
}

const codes = (column: TextColumn): number[] => [...column.codes.subarray(0, column.length)];

const digits = (length: number): string => '0918273645'.repeat(2).slice(0, length);
const PREFIXES = ['', 'F', '-', 'é', '😀', 'FA-2026-', 'seventeen bytes ', '1'];

describe('numbers', () => {
  test('of any length behind prefixes of any length', async () => {
    const texts = PREFIXES.flatMap((prefix) => Array.from({ length: 13 }, (_, length) => prefix + digits(length)));
    const long = Array.from({ length: 20 }, (_, length) => `${'x'.repeat(length)}7`);
    expect(await agree(file([...texts, ...long]))).toBe(true);
  });

  test('with any other byte at any of their last ten places', async () => {
    const texts = ['0', '9', '/', ':', '@', 'p', ' ', '\t', '\u00a0', 'é', "'", '+', '\x7f'].flatMap((byte) =>
      Array.from({ length: 10 }, (_, at) => `F${digits(at)}${byte}${digits(9 - at)}`),
    );
    expect(await agree(file(texts))).toBe(true);
  });

  test('of more series than have a code, in rows that one reader or the other takes', async () => {
    // A name of two lines is for the careful reader to judge, in the middle of a batch.
    const rows = Array.from({ length: 700 }, (_, i) => {
      const name = i % 5 === 0 ? '"Anna\nBerg"' : 'Anna';
      return `C1,${name},${i % 300}-${i},${(i * 7) % 310}-${i},2026-05-01,1.00\n`;
    });
    const text = `customer,name,document,reference,date,amount\n${rows.join('')}`;
    expect(await agree(text)).toBe(true);
    const { ledger } = (await readBy('swift', [bytesOf(text)], { piece: 1 << 16 }, {}))!;
    const { document, reference } = ledger.columns;
    expect([document!.series.full, reference!.series === document!.series]).toEqual([true, true]);
    for (const column of [document!, reference!]) expect(codes(column)).toEqual(codes(again(column)));
  });

  describe('that are random', () => {
    // Every digest ends in a digit here, as if it were of a series that nothing else is of.
    const random = (i: number): string => `${createHash('md5').update(String(i)).digest('hex').slice(0, 12)}${i % 10}`;
    const written = (documents: (i: number) => string): string =>
      HEAD + Array.from({ length: 900 }, (_, i) => `C1,${documents(i)},${random((i * 7) % 900)},2026-05-01,1.00\n`).join('');

    test.each<[string, (i: number) => string, number]>([
      ['in both columns have no series', random, 0],
      ['in one column have none, and those of the other keep theirs', (i) => `INV-${i + 1000}`, 1],
      ['behind a number of a series are of none, as that one is', (i) => (i < 1 ? 'INV-1' : random(i)), 0],
      ['behind many numbers of a series have what series there are', (i) => (i < 300 ? 'INV-1' : random(i)), 254],
      ['in one column have none where the other has 126 series', (i) => `${i % 126}-${i + 1000}`, 126],
      ['in one column have some where the other has 127 series', (i) => `${i % 127}-${i + 1000}`, 254],
    ])('%s', async (_, documents, count) => {
      const text = written(documents);
      expect(await agree(text)).toBe(true);
      const { ledger } = (await readBy('swift', [bytesOf(text)], { piece: 1 << 16 }, {}))!;
      const { document, reference } = ledger.columns;
      expect([document!.series.count, document!.series.full]).toEqual([count, true]);
      for (const column of [document!, reference!]) expect(codes(column)).toEqual(codes(again(column)));
      expect(document!.at(899)).toBe(documents(899));
    });
  });

  test('of as many series in turn as have a code keep them', async () => {
    const text = file(Array.from({ length: 800 }, (_, i) => `${i % 253}-${i + 1000}`));
    expect(await agree(text)).toBe(true);
    const { ledger } = (await readBy('swift', [bytesOf(text)], { piece: 1 << 16 }, {}))!;
    expect([ledger.columns.document!.series.count, ledger.columns.document!.series.full]).toEqual([253, false]);
  });

  test('in quotes, and after what a spreadsheet would run', async () => {
    expect(await agree(file(['"F7"', '"F""7"', "'-7", "'=7", '"F,7"', ' F7', 'F7 ', '"F7 "', '7', '"7"']))).toBe(true);
  });
});
