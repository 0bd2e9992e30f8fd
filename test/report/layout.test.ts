// Does a table fit the terminal, with every figure whole? Properties over random columns; widths are counted by string-width.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it, test } from 'vitest';
import { cut, type Layout, layOut, widthOf, wrapped } from '../../src/report/render/layout.ts';
import type { Column } from '../../src/report/report.ts';
import { runs } from '../harness/share.ts';
import { columnOf } from './sample.ts';

const SHORTEST = 12;
const spareOf = (column: Column): number => column.spare ?? 0;

type Wanted = { readonly column: Column; readonly natural: number };

const laidOut = (wanted: readonly Wanted[], width: number): Layout =>
  layOut(
    wanted.map(({ column }) => column),
    wanted.map(({ natural }) => natural),
    width,
    spareOf,
  );

/** `key:width` of each line. */
const said = ({ lines }: Layout): string[] =>
  lines.map((line) => line.map(({ column, width }) => `${column.key}:${width}`).join(' '));
const keys = (columns: readonly Column[]): string[] => columns.map((column) => column.key);

describe('columns', () => {
  const money = (key: string, natural: number, spare = 0): Wanted => ({ column: columnOf(key, 'money', { spare }), natural });
  const name = (natural: number): Wanted => ({ column: columnOf('name', 'text', { flow: 'cut' }), natural });
  const fixed = (key: string, natural: number, spare = 0): Wanted => ({ column: columnOf(key, 'text', { spare }), natural });

  test.each<[string, readonly Wanted[], number, readonly string[], number, readonly string[]]>([
    ['stand two apart where there is room', [name(20), money('a', 10)], 32, ['name:20 a:10'], 2, []],
    [
      'a name gives way, to twelve characters, before anything is left out',
      [name(40), money('a', 10, 5)],
      23,
      ['name:12 a:10'],
      1,
      [],
    ],
    ['a name of less than twelve is not cut', [name(8), money('a', 10)], 19, ['name:8 a:10'], 1, []],
    [
      'the highest spare number goes first',
      [name(12), money('a', 10, 1), money('b', 10, 2), money('c', 10)],
      36,
      ['name:12 a:10 c:10'],
      2,
      ['b'],
    ],
    [
      'all of one number go together',
      [name(12), money('a', 10, 2), money('b', 10, 2), money('c', 10)],
      40,
      ['name:12 c:10'],
      2,
      ['a', 'b'],
    ],
    [
      'what is never left out is stacked: texts above, figures below',
      [name(12), money('a', 10), money('b', 10), money('c', 10)],
      24,
      ['name:12', 'a:10 b:10', 'c:10'],
      1,
      [],
    ],
    ['stacked, a name has the whole line', [name(30), money('a', 20), money('b', 20)], 24, ['name:24', 'a:20', 'b:20'], 1, []],
    ['a figure wider than the terminal is not cut', [name(12), money('a', 30)], 20, ['name:12', 'a:30'], 1, []],
    [
      'two figures that leave no room for the gap stand below one another',
      [money('a', 10), money('b', 10)],
      20,
      ['a:10', 'b:10'],
      1,
      [],
    ],
    ['without a name, figures only', [money('a', 10), money('b', 10)], 15, ['a:10', 'b:10'], 1, []],
    ['a short text stays beside the name', [name(40), fixed('cur', 3), money('a', 30)], 34, ['name:30 cur:3', 'a:30'], 1, []],
  ])('%s', (_, wanted, width, lines, gap, left) => {
    const layout = laidOut(wanted, width);
    expect([said(layout), layout.gap, keys(layout.left)]).toEqual([lines, gap, left]);
  });

  it('two names share what there is, the shorter one whole', () => {
    const two = (a: number, b: number): Wanted[] => [
      { column: columnOf('a', 'text', { flow: 'cut' }), natural: a },
      { column: columnOf('b', 'text', { flow: 'wrap' }), natural: b },
    ];
    const widths = (layout: Layout): number[] | undefined => layout.lines[0]?.map(({ width }) => width);
    const uneven = laidOut(two(14, 60), 62);
    expect(widths(uneven)).toEqual([14, 48 - uneven.gap]);
    const even = laidOut(two(60, 60), 42);
    expect(widths(even)).toEqual([Math.floor((42 - even.gap) / 2), Math.ceil((42 - even.gap) / 2)]);
  });

  it('stand one apart where a name would be cut otherwise', () => {
    expect(laidOut([name(20), money('a', 10)], 31)).toMatchObject({ gap: 1, lines: [[{ width: 20 }, { width: 10 }]] });
  });
});

describe('of any columns in any width', () => {
  const kind = fc.constantFrom('money', 'money', 'text', 'days', 'day', 'number', 'percent', 'code') as fc.Arbitrary<
    Column['kind']
  >;
  const wanted = fc
    .array(
      fc.record({ kind, natural: fc.integer({ min: 1, max: 40 }), spare: fc.nat(4), flow: fc.constantFrom('cut', 'wrap', '') }),
      {
        minLength: 1,
        maxLength: 10,
      },
    )
    .map((list) =>
      list.map(({ kind: k, natural, spare, flow }, i): Wanted => {
        const gives = flow !== '' && (k === 'text' || k === 'code');
        return { column: columnOf(`k${i}`, k, { spare, ...(gives ? { flow: flow as 'cut' | 'wrap' } : {}) }), natural };
      }),
    );
  const width = fc.integer({ min: 20, max: 160 });
  const holds = (claim: (list: readonly Wanted[], columns: number, layout: Layout) => void): void => {
    fc.assert(
      fc.property(wanted, width, (list, columns) => claim(list, columns, laidOut(list, columns))),
      { numRuns: runs(500) },
    );
  };

  it('each is shown once or left out', () => {
    holds((list, _, { lines, left }) => {
      const shown = lines.flat().map(({ column }) => column.key);
      expect([...shown, ...keys(left)].sort()).toEqual(list.map(({ column }) => column.key).sort());
    });
  });

  it('one that is never to be left out is not, and one of a lower number stays longer', () => {
    holds((list, _, { lines, left }) => {
      const first = Math.min(...left.map(spareOf), Number.POSITIVE_INFINITY);
      expect(first).toBeGreaterThan(0);
      const shown = lines.flat().map(({ column }) => column);
      expect(shown.every((column) => spareOf(column) < first)).toBe(true);
      expect(shown.length + left.length).toBe(list.length);
    });
  });

  it('nothing is left out, and no text cut, where all fit', () => {
    holds((list, columns, layout) => {
      const all = list.reduce((sum, { natural }) => sum + natural, 0) + 2 * (list.length - 1);
      if (all > columns) return;
      expect([layout.lines.length, layout.left, layout.gap]).toEqual([1, [], 2]);
      expect(layout.lines[0]?.map((placed) => placed.width)).toEqual(list.map(({ natural }) => natural));
    });
  });

  it('no figure, day or count is ever cut, and no text below twelve characters', () => {
    holds((list, _, { lines }) => {
      for (const { index, column, width: given } of lines.flat()) {
        const { natural } = list[index] as Wanted;
        if (column.flow === undefined) expect(given).toBe(natural);
        else expect(given).toBeGreaterThanOrEqual(Math.min(natural, SHORTEST));
        expect(given).toBeLessThanOrEqual(natural);
      }
    });
  });

  it('they keep their order, figures below texts where they are stacked', () => {
    holds((_, __, { lines }) => {
      for (const line of lines) {
        const indexes = line.map(({ index }) => index);
        expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
      }
      if (lines.length > 1) {
        const figures = lines.map((line) => line.every(({ column }) => column.kind === 'money'));
        expect(figures).toEqual([...figures].sort((a, b) => Number(a) - Number(b)));
      }
    });
  });

  it('a line of figures is wider than the terminal only where one figure is', () => {
    holds((_, columns, layout) => {
      const figures = layout.lines.filter((line) => line.every(({ column }) => column.kind === 'money'));
      for (const line of figures) {
        if (widthOf({ ...layout, lines: [line] }) > columns) expect(line).toHaveLength(1);
      }
    });
  });

  it('a line is wider than the terminal only where stacked, by figures alone or by texts that do not give way', () => {
    holds((_, columns, layout) => {
      if (widthOf(layout) <= columns) return;
      for (const line of layout.lines) {
        const total = widthOf({ ...layout, lines: [line] });
        if (total <= columns || line.length === 1) continue;
        const least = line.reduce((sum, p) => sum + (p.column.flow === undefined ? p.width : Math.min(p.width, SHORTEST)), 0);
        expect(least + layout.gap * (line.length - 1)).toBeGreaterThan(columns);
        expect(line.every(({ column }) => column.kind !== 'money')).toBe(true);
      }
    });
  });

  it('no line is wider than the terminal unless a single cell is', () => {
    holds((_, columns, layout) => {
      for (const line of layout.lines) {
        if (line.length > 1) expect(widthOf({ ...layout, lines: [line] })).toBeLessThanOrEqual(columns);
      }
    });
  });
});

describe('a text cut', () => {
  test.each([
    ['Durand', 6, 'Durand'],
    ['Durand', 5, 'Dura…'],
    ['Durand', 1, '…'],
    ['', 3, ''],
    ['東京都', 6, '東京都'],
    ['東京都', 5, '東京…'],
    ['東京都', 4, '東…'],
    ['東京都', 2, '…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['👩\u200d👩\u200d👧👩\u200d👩\u200d👧', 3, '👩\u200d👩\u200d👧…'],
    ['🇫🇷🇩🇪🇮🇹', 5, '🇫🇷🇩🇪…'],
    ['a\u200bb', 2, 'a\u200bb'],
  ])('%j to %i is %j', (text, width, expected) => {
    expect(cut(text, width)).toBe(expected);
  });

  const text = fc
    .array(
      fc.constantFrom('a', 'É', 'e\u0301', '東', '👍🏽', '👩\u200d👩\u200d👧', '🇫🇷', 'क्षि', 'ก็', '한', '\u200b', ' ', 'Ａ'),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
  const graphemes = (written: string): string[] => [...new Intl.Segmenter('en').segment(written)].map(({ segment }) => segment);

  it('is never wider than asked, and is the text itself where that fits', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (written, width) => {
        const short = cut(written, width);
        expect(stringWidth(short)).toBeLessThanOrEqual(width);
        if (stringWidth(written) <= width) expect(short).toBe(written);
        else expect(short.endsWith('…')).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  it('keeps whole characters, as many as there is room for', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (written, width) => {
        const short = cut(written, width);
        if (short === written) return;
        const kept = graphemes(short.slice(0, -1));
        const all = graphemes(written);
        expect(all.slice(0, kept.length)).toEqual(kept);
        expect(stringWidth(`${kept.join('')}${all[kept.length]}…`)).toBeGreaterThan(width);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('a sentence wrapped', () => {
  test.each<[string, number, readonly string[]]>([
    ['', 10, ['']],
    ['one two', 10, ['one two']],
    ['one two', 7, ['one two']],
    ['one two', 6, ['one', 'two']],
    ['one two three', 7, ['one two', 'three']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['ab cdefghij k', 4, ['ab', 'cdef', 'ghij', 'k']],
    ['abcd', 4, ['abcd']],
  ])('%j to %i: %j', (sentence, width, lines) => {
    expect(wrapped(sentence, width)).toEqual(lines);
  });

  it('of narrow letters has no line too wide, and loses none of them', () => {
    const words = fc.array(
      fc.array(fc.constantFrom('a', 'b', 'é', '-'), { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 20 }), (list, width) => {
        const lines = wrapped(list.join(' '), width);
        expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
        expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''));
      }),
    );
  });

  it('of wide letters has no line too wide', () => {
    expect(wrapped('東京都千代田区', 6).filter((line) => stringWidth(line) > 6)).toEqual([]);
  });

  it('never parts a character', () => {
    // With the flag u, half of a pair is a character of its own.
    expect(wrapped('ab😀cd', 3).filter((line) => /[\ud800-\udfff]/u.test(line))).toEqual([]);
  });
});
