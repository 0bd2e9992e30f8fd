// Is a text that ends in digits its series and its number, the same in every column, and nothing else lost?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Series } from '../../src/ledger/series.ts';
import { IN_ARENA, NO_TEXT, TextColumn } from '../../src/ledger/text-column.ts';

/** What stands for each text in a column. */
function stored(texts: readonly string[], series = new Series()): [code: number, number: number][] {
  const column = new TextColumn(series);
  for (const text of texts) column.append(text);
  return texts.map((_, row) => [column.codes[row] as number, column.numbers[row] as number]);
}

const inOrderOfBytes = (a: string, b: string): number => Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));

/** A prefix and digits, near every edge: none, signs, digits, letters of several bytes, sixteen bytes and more. */
const numbered = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(
        '',
        '-',
        '0',
        '00',
        '1',
        '9',
        'F',
        'é',
        '€',
        '😀',
        ' ',
        'INV-',
        'x'.repeat(15),
        'x'.repeat(16),
        'x'.repeat(17),
      ),
      fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('\0')),
    ),
    fc.oneof(
      fc.constantFrom('0', '00', '1', '01', '000000000', '999999999', '1000000000', '0000000000', '2147483648', '4294967296'),
      fc.stringMatching(/^[0-9]{0,12}$/),
    ),
  )
  .map(([prefix, digits]) => prefix + digits);

describe('the number of a text', () => {
  test.each<[string, number]>([
    ['F7', 7],
    ['INV-00000001', 1],
    ['0', 0],
    ['00', 0],
    ['-1', 1],
    ['999999999', 999_999_999],
    // Nine digits at the most: those before them belong to the series.
    ['1800000123', 800_000_123],
    ['1000000000', 0],
    ['€é12', 12],
    [`${'x'.repeat(16)}12`, 12],
  ])('%j is told by its last digits', (text, number) => {
    expect(stored([text])).toEqual([[1, number]]);
  });

  test.each(['F', 'no', '1a', '７', '٣', `${'x'.repeat(17)}12`, `${'é'.repeat(9)}1`])('of %j there is none', (text) => {
    expect(stored([text])).toEqual([[IN_ARENA, 0]]);
  });

  it('of an empty text there is none', () => {
    expect(stored([''])).toEqual([[NO_TEXT, 0]]);
  });
});

describe('a series', () => {
  it('is the text before the digits and the count of digits', () => {
    expect(stored(['F1', 'F2', 'F01', 'G1', 'F09', '1', '-1']).map(([code]) => code)).toEqual([1, 1, 2, 3, 2, 4, 5]);
  });

  it('is one in two columns, whichever has it first', () => {
    const series = new Series();
    expect([stored(['F1', 'R01'], series), stored(['R02', 'G1', 'F3'], series)]).toEqual([
      [
        [1, 1],
        [2, 1],
      ],
      [
        [2, 2],
        [3, 1],
        [1, 3],
      ],
    ]);
  });

  it('that comes when there are 254 is none, in either column, then and later', () => {
    const series = new Series();
    const first = stored(
      Array.from({ length: 300 }, (_, i) => `${i}-1`),
      series,
    );
    expect(first.map(([code]) => code)).toEqual(Array.from({ length: 300 }, (_, i) => (i < 254 ? i + 1 : IN_ARENA)));
    expect(stored(['299-2', '0-3', 'new1', '253-9'], series).map(([code]) => code)).toEqual([IN_ARENA, 1, IN_ARENA, 254]);
  });
});

describe('series that are closed', () => {
  it('stay as many as are kept, and there are no more of them', () => {
    const series = new Series();
    stored(['F1', 'R1', 'S1'], series);
    series.close(1);
    expect([series.full, series.count]).toEqual([true, 1]);
    expect(stored(['F2', 'R1', 'G1'], series).map(([code]) => code)).toEqual([1, IN_ARENA, IN_ARENA]);
  });
});

describe('texts near the edges', () => {
  it('are read back', () => {
    fc.assert(
      fc.property(fc.array(numbered), (texts) => {
        const column = new TextColumn(new Series());
        for (const text of texts) column.append(text);
        expect(texts.map((_, row) => column.at(row))).toEqual(texts);
        expect(texts.map((_, row) => column.isEmpty(row))).toEqual(texts.map((text) => text === ''));
      }),
    );
  });

  it('stand in the order of their bytes', () => {
    fc.assert(
      fc.property(numbered, numbered, (a, b) => {
        const column = new TextColumn(new Series());
        for (const text of [a, b, a]) column.append(text);
        expect([Math.sign(column.compare(0, 1)), column.compare(0, 2)]).toEqual([inOrderOfBytes(a, b), 0]);
      }),
    );
  });

  it('are equal when their codes and numbers are, in two columns and whatever came before', () => {
    fc.assert(
      fc.property(fc.array(numbered), fc.array(numbered), (some, others) => {
        const series = new Series();
        const before = stored(some, series);
        const after = stored([...others, ...some], series).slice(others.length);
        const inSeries = ([code]: [number, number]): boolean => code !== IN_ARENA;
        expect(after.map(([code]) => code)).toEqual(before.map(([code]) => code));
        expect(after.filter(inSeries)).toEqual(before.filter(inSeries));
      }),
    );
  });
});
