// Are the records of a CSV, and the lines they begin on, the same however the bytes come in, and does nothing vanish in a quote?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import { splitRecords } from '../../src/read/records.ts';
import { runs } from '../harness/share.ts';
import { piecesOf, sourceOf, splitPieces } from './pieces.ts';

type Expected = readonly (readonly [number, ...string[]])[];
type Hard = { readonly what: string; readonly text: string; readonly records: Expected };

/** Forty lines in one cell: longer than anything a splitter looks ahead. */
const FORTY = Array.from({ length: 40 }, (_, i) => `l${i}`);

const HARD: readonly Hard[] = [
  {
    what: 'LF',
    text: 'a,b\n1,2\n3,4\n',
    records: [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  },
  {
    what: 'CR LF',
    text: 'a,b\r\n1,2\r\n3,4\r\n',
    records: [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  },
  {
    what: 'CR only',
    text: 'a,b\r1,2\r3,4\r',
    records: [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  },
  {
    what: 'all three line endings in one file',
    text: 'a,b\r\n1,2\r3,4\n5,6\r\n7,8',
    records: [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5', '6'],
      [5, '7', '8'],
    ],
  },
  {
    what: 'no final newline',
    text: 'a,b\n1,2',
    records: [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  },
  {
    what: 'no final newline after a quote',
    text: 'a,b\n1,"2"',
    records: [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  },
  {
    what: 'an empty last cell without newline',
    text: 'a,b\n1,',
    records: [
      [1, 'a', 'b'],
      [2, '1', ''],
    ],
  },
  {
    what: 'an empty quoted last cell without newline',
    text: 'a\n""',
    records: [
      [1, 'a'],
      [2, ''],
    ],
  },
  { what: 'one record', text: 'a', records: [[1, 'a']] },
  {
    what: 'a byte order mark',
    text: '\ufeffa,b\n1,2\n',
    records: [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  },
  {
    what: 'a byte order mark before a quote',
    text: '\ufeff"a",b\r\n1,2\r\n',
    records: [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  },
  {
    what: 'a byte order mark inside the file',
    text: 'a\n\ufeffb\n',
    records: [
      [1, 'a'],
      [2, '\ufeffb'],
    ],
  },
  {
    what: 'commas in quotes',
    text: 'a,b\n"1,5","x, y, z"\n',
    records: [
      [1, 'a', 'b'],
      [2, '1,5', 'x, y, z'],
    ],
  },
  {
    what: 'doubled quotes',
    text: 'a,b\n"Café ""Le Zinc""",""""\n"""x""",""""""\n',
    records: [
      [1, 'a', 'b'],
      [2, 'Café "Le Zinc"', '"'],
      [3, '"x"', '""'],
    ],
  },
  {
    what: 'LF in quotes',
    text: 'a,b\n"1\n2","\n\n"\n3,4\n',
    records: [
      [1, 'a', 'b'],
      [2, '1\n2', '\n\n'],
      [6, '3', '4'],
    ],
  },
  {
    what: 'CR LF in quotes and out of them',
    text: 'a,b\r\n"1\r\n2\r\n",x\r\n3,"4\r\n"\r\n5,6\r\n',
    records: [
      [1, 'a', 'b'],
      [2, '1\r\n2\r\n', 'x'],
      [5, '3', '4\r\n'],
      [7, '5', '6'],
    ],
  },
  {
    what: 'LF in quotes under CR LF, and the other way round',
    text: 'a\r\n"1\n2"\r\n3\n"4\r\n5"\n6\n',
    records: [
      [1, 'a'],
      [2, '1\n2'],
      [4, '3'],
      [5, '4\r\n5'],
      [7, '6'],
    ],
  },
  {
    what: 'CR in quotes',
    text: 'a\r"1\r2\r\r"\r3\r',
    records: [
      [1, 'a'],
      [2, '1\r2\r\r'],
      [6, '3'],
    ],
  },
  {
    what: 'a cell of forty lines, LF',
    text: `a,b\n1,"${FORTY.join('\n')}"\n2,x\n3,y\n`,
    records: [
      [1, 'a', 'b'],
      [2, '1', FORTY.join('\n')],
      [42, '2', 'x'],
      [43, '3', 'y'],
    ],
  },
  {
    what: 'a cell of forty lines, CR LF',
    text: `a,b\r\n1,"${FORTY.join('\r\n')}"\r\n2,x\r\n`,
    records: [
      [1, 'a', 'b'],
      [2, '1', FORTY.join('\r\n')],
      [42, '2', 'x'],
    ],
  },
  { what: 'forty empty lines', text: `a${'\n'.repeat(41)}b`, records: [[1, 'a'], ...emptyLines(2, 41), [42, 'b']] },
  {
    what: 'LF CR, which is two line ends',
    text: 'a\n\rb\n',
    records: [
      [1, 'a'],
      [2, ''],
      [3, 'b'],
    ],
  },
  {
    what: 'CR CR LF, which is two line ends',
    text: 'a\r\r\nb\r\r\n',
    records: [
      [1, 'a'],
      [2, ''],
      [3, 'b'],
      [4, ''],
    ],
  },
  { what: 'only line ends', text: '\n\r\n\r', records: emptyLines(1, 3) },
  {
    what: 'empty cells',
    text: ',\n,,\n"",""\n',
    records: [
      [1, '', ''],
      [2, '', '', ''],
      [3, '', ''],
    ],
  },
  {
    what: 'spaces, which belong to their cells',
    text: ' a , b\n  \n',
    records: [
      [1, ' a ', ' b'],
      [2, '  '],
    ],
  },
  {
    what: 'a quote inside a cell without quotes',
    text: 'a,b\nCafé "Le Zinc",5" pipe\n1 ",2\n',
    records: [
      [1, 'a', 'b'],
      [2, 'Café "Le Zinc"', '5" pipe'],
      [3, '1 "', '2'],
    ],
  },
  {
    what: 'text after a closing quote',
    text: 'a,b\n"Le Zinc" Paris,2\n"x"y"z",4\n',
    records: [
      [1, 'a', 'b'],
      [2, '"Le Zinc" Paris', '2'],
      [3, '"x"y"z"', '4'],
    ],
  },
  { what: 'a space before a quote, which then is a character', text: 'a, "b",c\n', records: [[1, 'a', ' "b"', 'c']] },
  {
    what: 'characters of two, three and four bytes',
    text: 'é,€,😀\n"é\n€","😀,"\nàéîõü€€€😀😀😀\n',
    records: [
      [1, 'é', '€', '😀'],
      [2, 'é\n€', '😀,'],
      [4, 'àéîõü€€€😀😀😀'],
    ],
  },
  {
    what: 'separators of Unicode, which end no line',
    text: 'a\u2028b\u0085c\u000bd\u000ce\nf\n',
    records: [
      [1, 'a\u2028b\u0085c\u000bd\u000ce'],
      [2, 'f'],
    ],
  },
  { what: 'semicolons, tabs and bars, which part no cells', text: 'a;b\tc|d\n', records: [[1, 'a;b\tc|d']] },
  {
    what: 'backslashes, which escape nothing',
    text: 'a\\,b\\"c\n"x\\"\n',
    records: [
      [1, 'a\\', 'b\\"c'],
      [2, 'x\\'],
    ],
  },
  {
    what: 'a hash, which begins no comment',
    text: '#a\n#b\n',
    records: [
      [1, '#a'],
      [2, '#b'],
    ],
  },
];

/** Records of one empty cell on the lines from `first` to `last`. */
function emptyLines(first: number, last: number): [number, string][] {
  return Array.from({ length: last - first + 1 }, (_, i) => [first + i, '']);
}

/** Pieces smaller than what the splitter keeps back of them. */
const SMALL = 16;

describe.each(HARD)('$what', ({ text, records }) => {
  const bytes = Buffer.from(text);
  const expected = { records: records.map(([line, ...cells]) => [line, cells]), count: records.length, told: [] };
  const cellsOnly = records.map(([, ...cells]) => cells);

  it('is split into its records, each with its line', async () => {
    expect(await splitPieces([bytes])).toEqual(expected);
  });

  it('is the same wherever one seam falls', async () => {
    for (let seam = 1; seam < bytes.length; seam++) {
      expect([seam, await splitPieces([bytes.subarray(0, seam), bytes.subarray(seam)])]).toEqual([seam, expected]);
    }
  });

  it(`is the same in pieces of any size from ${SMALL} bytes`, async () => {
    for (let size = SMALL; size <= bytes.length; size++) {
      expect([size, await splitPieces(piecesOf(bytes, size))]).toEqual([size, expected]);
    }
  });

  it('has the same cells in pieces of any size from one byte', async () => {
    for (let size = 1; size < Math.min(SMALL, bytes.length); size++) {
      const { records: split, ...rest } = await splitPieces(piecesOf(bytes, size));
      expect([size, split.map(([, cells]) => cells), rest]).toEqual([size, cellsOnly, { count: records.length, told: [] }]);
    }
  });

  it('is the same with empty pieces among the others', async () => {
    const none = new Uint8Array();
    expect(await splitPieces(piecesOf(bytes, SMALL).flatMap((piece) => [none, piece, none]))).toEqual(expected);
  });
});

describe('in pieces of less than sixteen bytes', () => {
  it('each record has its line', async () => {
    const wrong: string[] = [];
    for (const { what, text, records } of HARD) {
      const lines = records.map(([line]) => line).join();
      for (let size = 1; size < SMALL; size++) {
        const said = (await splitPieces(piecesOf(Buffer.from(text), size))).records.map(([line]) => line).join();
        if (said !== lines) wrong.push(`${what}, ${size} bytes: ${said}, not ${lines}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('any table', () => {
  /** RFC 4180 with every cell in quotes, or only those that need them. */
  const written = (rows: readonly (readonly string[])[], all: boolean, end: string): string =>
    rows
      .map((row) =>
        row
          .map((cell) => (all || /[",\r\n]/.test(cell) || row.length === 1 ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join(','),
      )
      .map((line) => line + end)
      .join('');

  it('written after RFC 4180 comes back, in pieces of any size', async () => {
    const cell = fc
      .array(fc.constantFrom('a', '"', ',', '\n', '\r', '\r\n', ' ', 'é', '€', '😀', ';', "'"), { maxLength: 6 })
      .map((parts) => parts.join(''));
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.boolean(),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 40 }),
        async (table, all, end, size) => {
          const { records, count, told } = await splitPieces(piecesOf(Buffer.from(written(table, all, end)), size));
          expect([records.map(([, cells]) => cells), count, told]).toEqual([table, table.length, []]);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

describe('a file of which nothing can be read:', () => {
  test.each<[string, string | Uint8Array, readonly string[]]>([
    ['no byte', '', ['file-empty']],
    ['a NUL on line 3', 'a\nb\nc\0d\n', ['file-not-text@3']],
    ['a byte of Windows-1252 on line 2', Buffer.from('a\ncaf\xe9\n', 'latin1'), ['file-not-utf8@2']],
    ['a character cut short by the end of the file', Buffer.from('a\nb\xe2\x82', 'latin1'), ['file-not-utf8@2']],
    ['a quote that is never closed', 'a,b\n1,2\n3,"4\n5,6\n7,8\n', ['quote-not-closed@3']],
    ['a quote opened in the headings', '"a,b\n1,2\n', ['quote-not-closed@1']],
    ['a quote opened in the last cell', 'a,b\n1,2\n3,"', ['quote-not-closed@3']],
    ['a quote opened below a cell of several lines', 'a,b\n"1\n2",3\n4,"5\n', ['quote-not-closed@4']],
    ['a quote opened in a record of several lines', 'a,b\n"1\n2","3\n4,5\n', ['quote-not-closed@2']],
  ])('%s', async (_, text, told) => {
    const bytes = Buffer.from(text as string);
    const whole = await splitPieces([bytes]);
    expect([whole.count, whole.told]).toEqual([undefined, told]);
    for (let seam = 4; seam < bytes.length; seam++) {
      expect([seam, (await splitPieces([bytes.subarray(0, seam), bytes.subarray(seam)])).told]).toEqual([seam, told]);
    }
  });

  it('the records before an open quote have been seen, and none after it', async () => {
    const { records } = await splitPieces([Buffer.from('a,b\n1,2\n3,"4\n5,6\n')]);
    expect(records).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2']],
    ]);
  });

  it('a character cut short by the end of the file is told on its own line, below lines not yet split', async () => {
    expect((await splitPieces([Buffer.from('a\nb\n\xc3', 'latin1')])).told).toEqual(['file-not-utf8@3']);
  });
});

describe('a quote that takes in megabytes', () => {
  const MEGABYTE = 1 << 20;

  function* open(megabytes: number): Iterable<Uint8Array> {
    yield Buffer.from('a,b\n1,2\n3,"');
    const piece = Buffer.alloc(1 << 16, 'x,y\n');
    for (let i = 0; i < 16 * megabytes; i++) yield piece;
    yield Buffer.from('"\n4,5\n');
  }

  it('is told on the line where its record began', async () => {
    const { told, count, records } = await splitPieces(open(3));
    expect([told, count, records.length]).toEqual([['record-too-long@3'], undefined, 2]);
  });

  it('is given up after a megabyte, whatever follows', async () => {
    const source = sourceOf(open(3000));
    const diagnostics = new Diagnostics();
    await splitRecords(source, diagnostics, () => {});
    expect(source.taken()).toBeLessThan(1.25 * MEGABYTE);
  });

  it('costs no more than a second or two', async () => {
    const before = performance.now();
    await splitPieces(open(3));
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('is nothing to remark upon below a megabyte', async () => {
    const cell = 'x'.repeat(MEGABYTE - 100);
    const { records, told } = await splitPieces(piecesOf(Buffer.from(`a,b\n1,"${cell}"\n2,3\n`), 1 << 16));
    expect([records.map(([line]) => line), told]).toEqual([[1, 2, 3], []]);
  });
});

describe('whoever receives the records', () => {
  it('and fails is heard as it is, not taken for a fault of the file', async () => {
    const planted = new Error('planted');
    const failing = (): never => {
      throw planted;
    };
    const splitting = splitRecords(sourceOf([Buffer.from('a,b\n1,2\n')]), new Diagnostics(), failing);
    await expect(splitting).rejects.toBe(planted);
  });
});
