// Does a column of texts give back what was put in, row by row, however much it grows?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Series } from '../../src/ledger/series.ts';
import { IN_ARENA, TextColumn } from '../../src/ledger/text-column.ts';

function columnOf(texts: readonly string[]): TextColumn {
  const column = new TextColumn(new Series());
  for (const text of texts) column.append(text);
  return column;
}

const rows = (column: TextColumn): string[] => Array.from({ length: column.length }, (_, row) => column.at(row));

describe('what was appended is read back:', () => {
  test.each<[string, readonly string[]]>([
    ['no row', []],
    ['one empty text', ['']],
    ['empty texts among others', ['', 'a', '', '', 'b', '']],
    ['texts of one, two, three and four bytes a character', ['a', 'é', '€', '😀', 'aé€😀']],
    ['combining accents and joiners', ['e\u0301', '👩\u200d👩\u200d👧']],
    ['spaces and controls', [' a ', '\t', '\n', '\u00a0']],
    ['the same text twice', ['F1', 'F1']],
    ['a text longer than the first arena', ['x'.repeat(10_000), 'y']],
    ['a text of three-byte characters that fills the arena', ['€'.repeat(4096), '€']],
  ])('%s', (_, texts) => {
    expect(rows(columnOf(texts))).toEqual(texts);
  });

  it('five thousand rows, past every first capacity', () => {
    const texts = Array.from({ length: 5000 }, (_, i) => (i % 7 === 0 ? '' : [...`😀€é-FA-${i}`].slice(0, i % 13).join('')));
    expect(rows(columnOf(texts))).toEqual(texts);
  });

  it('any texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !text.startsWith('\ufeff'))), (texts) => {
        expect(rows(columnOf(texts))).toEqual(texts);
      }),
    );
  });

  it('a text that begins with U+FEFF', () => {
    expect(columnOf(['\ufeffF1']).at(0)).toBe('\ufeffF1');
  });
});

describe('a row', () => {
  const column = columnOf(['ab', '', 'é']);

  it('of no series is words of the arena, filled up with zeros, behind one that counts them', () => {
    const texts = columnOf(['ab', '', 'é', 'F7', 'five!']);
    expect(Buffer.from(texts.words.slice(0, texts.used).buffer).toString('hex')).toBe(
      ['01000000', '61620000', '01000000', 'c3a90000', '02000000', '66697665', '21000000'].join(''),
    );
    expect([0, 2, 4].map((row) => [texts.codes[row], texts.numbers[row]])).toEqual([
      [IN_ARENA, 0],
      [IN_ARENA, 2],
      [IN_ARENA, 4],
    ]);
  });

  it.each([
    ['a', 'b'],
    ['a', 'ab'],
    ['ab', 'b'],
    ['F0009', 'F0010'],
    ['abcd', 'abcde'],
    ['z', 'é'],
    ['', 'a'],
  ])('%j comes before %j', (a, b) => {
    const two = columnOf([a, b, a]);
    expect([Math.sign(two.compare(0, 1)), Math.sign(two.compare(1, 0)), two.compare(0, 2)]).toEqual([-1, 1, 0]);
  });

  test.each([
    [0, false],
    [1, true],
    [2, false],
  ])('%i is empty: %s', (row, empty) => {
    expect(column.isEmpty(row)).toBe(empty);
  });
});

test.each<[string, number, number, boolean]>([
  ['before the first text', 0, 5000, true],
  ['with a text as the last', 0, 5001, false],
  ['with a text as the first', 5000, 9000, false],
  ['behind the last text', 5001, 9000, true],
  ['of no number', 5000, 5000, true],
])('rows %s are empty or not', (_, from, to, empty) => {
  const column = new TextColumn(new Series());
  column.padTo(5000);
  column.append('F1');
  column.padTo(9000);
  expect(column.areEmpty(from, to)).toBe(empty);
});

describe('padding', () => {
  test.each<[string, readonly string[], number, readonly string[]]>([
    ['of a new column makes empty rows', [], 3, ['', '', '']],
    ['goes on after the rows there are', ['a'], 3, ['a', '', '']],
    ['to the rows there are adds none', ['a', 'b'], 2, ['a', 'b']],
    ['to fewer rows takes none away', ['a', 'b'], 1, ['a', 'b']],
  ])('%s', (_, texts, count, expected) => {
    const column = columnOf(texts);
    column.padTo(count);
    expect(rows(column)).toEqual(expected);
  });

  it('past the first capacity leaves the next row its own', () => {
    const column = new TextColumn(new Series());
    column.padTo(3000);
    column.append('F1');
    expect([column.length, column.at(0), column.at(2999), column.at(3000)]).toEqual([3001, '', '', 'F1']);
  });
});

describe('the rows that hold a text', () => {
  test.each<[string, readonly string[], string, readonly number[]]>([
    ['of a series', ['F1', 'F2', 'F1', 'f1', 'F01'], 'F1', [0, 2]],
    ['of the arena', ['abc', 'abd', '', 'abc', 'ABC'], 'abc', [0, 3]],
    ['that no row holds', ['F1', 'abc'], 'F9', []],
    ['of a series no row is of', ['F1', 'abc'], 'G1', []],
    ['with as many digits only', ['7', '07', '007'], '07', [1]],
  ])('%s', (_, texts, sought, found) => {
    expect(columnOf(texts).rowsOf(sought)).toEqual(found);
  });

  it('also where there are more series than codes', () => {
    const texts = Array.from({ length: 600 }, (_, i) => `${'x'.repeat(i % 7)}S${i}-${i % 10}`);
    const column = columnOf([...texts, ...texts]);
    for (const [row, text] of texts.entries()) expect(column.rowsOf(text)).toEqual([row, row + texts.length]);
  });
});
