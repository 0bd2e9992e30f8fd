// Can a quote, a line end or a damaged byte cost a row, or a cell its end? Files that are hard to cut into records, small enough to be
// tried with a seam at every place, through both readers.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs, share } from '../harness/share.ts';
import { SEED } from '../properties/random-ledger.ts';
import { agree, bytesOf, readBy, type Way } from './both-readers.ts';

const HEAD = 'customer,document,date,amount\n';
const row = (n: number, document = `F${n}`): string => `C${n},${document},2026-05-01,${n}.05`;

/** The bytes in two pieces, cut at each place in turn that lies before or behind a byte that structure is made of; and in pieces of one. */
function everySeam(text: string | Uint8Array, first = HEAD.length - 1): Way[] {
  const bytes = bytesOf(text);
  const { length } = bytes;
  const isHard = (byte: number | undefined): boolean => byte !== undefined && (byte < 32 || byte > 126 || byte === 34);
  const cuts = Array.from(bytes.keys()).filter((at) => at > 0 && at >= first && (isHard(bytes[at]) || isHard(bytes[at - 1])));
  return [
    ...share(cuts, length).map((at): Way => ({ piece: [at, length], room: at % 2 === 0 })),
    { piece: 1 },
    { piece: length },
  ];
}

/** The cells that say what a ledger of these headings holds, without a look at the careful reader. */
async function postings(text: string, way: Way): Promise<(readonly [string, string | undefined, number])[]> {
  const read = await readBy(undefined, [bytesOf(text)], way);
  const ledger = read!.ledger;
  return Array.from({ length: ledger.count }, (_, i) => [
    ledger.customers.id(ledger.customer[i]!),
    ledger.columns.document?.at(i),
    ledger.amount[i]!,
  ]);
}

describe('a quote', () => {
  test('that opens, closes or is written twice may lie at every place of a block of 64 bytes', async () => {
    const cells = ['"F1"', '"F""1"', '"F1"""', '"""F1"', '"F,1"', '""', '""""'];
    for (const pad of share([...Array(66).keys()])) {
      const rows = cells.map((cell, i) => row(i, cell)).join('\n');
      expect(await agree(`${HEAD}C,${'x'.repeat(pad)},2026-05-01,1.00\n${rows}\n`, { ways: [{ piece: 1 << 16 }] })).toBe(true);
    }
  });

  test('is understood wherever a piece ends', async () => {
    const file = `${HEAD}${row(1, '"F""1"')}\n${row(2, '"a\r\nb"')}\r\n${row(3, '""')}\n"C4","","2026-05-01","4.05"\r\n`;
    expect(await agree(file, { ways: everySeam(file) })).toBe(true);
    expect((await postings(file, { piece: 1 })).map(([, document]) => document)).toEqual(['F"1', 'a\r\nb', '', '']);
  });

  test('in the middle of a cell is a character of it', async () => {
    const file = `${HEAD}${row(1, 'Café "Le Zinc"')}\n${row(2, 'F"2')}\n${row(3, '"F3"')}\n`;
    expect(await agree(file, { ways: everySeam(file) })).toBe(true);
    const documents = (await postings(file, { piece: 1 << 16 })).map(([, document]) => document);
    expect(documents).toEqual(['Café "Le Zinc"', 'F"2', 'F3']);
  });

  test('written twice in a cell without quotes is two, and in one with quotes is one', async () => {
    const file = 'customer,date,amount\na""b,2026-05-01,1.00\n"a""b",2026-05-01,2.00\na""b,2026-05-01,4.00\n';
    await agree(file, { ways: everySeam(file) });
    expect((await postings(file, { piece: 1 << 16 })).map(([id, , amount]) => [id, amount])).toEqual([
      ['a""b', 100],
      ['a"b', 200],
      ['a""b', 400],
    ]);
  });

  test.each([
    ['behind a cell', `${row(1, '"F1"x')}\n`],
    ['as the last byte of the file', `${row(1)}\n${row(2)}"`],
    ['that opens the last cell and ends the file', `${row(1)}\nC2,F2,2026-05-01,"`],
    ['that is never closed', `${row(1)}\n${row(2, '"F2')}\n${row(3)}\n`],
    ['that is never closed, with a blank line behind it', `${row(1)}\n${row(2, '"F2')}\n\n`],
    ['that closes, then a carriage return alone', `${row(1, '"F1"')}\n"C2",F2,2026-05-01,"1.00"\r${row(3)}\n`],
  ])('%s: one answer, wherever a piece ends', async (_, rows) => {
    await agree(HEAD + rows, { ways: everySeam(HEAD + rows) });
  });

  test('in one column of two rows takes in the rows between, and this is told', async () => {
    const width = HEAD.split(',').length;
    for (let between = 0; between < 5; between++) {
      const rows = Array.from({ length: between }, (_, i) => `${row(i + 2)}\n`).join('');
      // The first quote opens a cell, the second ends it: the record has as many cells as there are headings.
      const file = `${HEAD}${row(0)}\nC1,"F1,2026-05-01,1.05\n${rows}C9,F9",2026-05-01,9.05\n${row(10)}\n`;
      await agree(file, { ways: [{ piece: 1 << 16 }, { piece: 61 }] });
      const read = await readBy(undefined, [bytesOf(file)], { piece: 64, room: true });
      expect(file.split('\n')[2]!.split(',')).toHaveLength(width);
      expect(read!.ledger.count).toBe(2);
      expect(read!.setAside).toBe(1);
    }
  });
});

describe('a line', () => {
  test('keeps its last byte, whichever line end it has and wherever a piece ends', async () => {
    const ends = ['\r\n', '\n', '\r\n', '\n', '\n', '\r\n', '\r\n'];
    const file = HEAD.replace('\n', '\r\n') + ends.map((end, i) => row(i + 1) + end).join('');
    for (const way of everySeam(file)) {
      const amounts = (await postings(file, way)).map(([, , amount]) => amount);
      expect(amounts, JSON.stringify(way)).toEqual([105, 205, 305, 405, 505, 605, 705]);
    }
    expect(await agree(file, { ways: everySeam(file) })).toBe(true);
  });

  test.each([
    ['ends in a carriage return alone', `${row(1)}\r${row(2)}\r${row(3)}\r`],
    ['is one of those that do, among others', `${row(1)}\n${row(2)}\r${row(3)}\r\n${row(4)}\n`],
    ['is the last, and ends in a carriage return', `${row(1)}\r\n${row(2)}\r`],
    ['is the last, and ends in nothing', `${row(1)}\n${row(2)}`],
    ['is the last, with its last cell empty and no end', `${row(1)}\nC2,F2,2026-05-01,`],
    ['holds a carriage return in quotes', `${row(1, '"a\rb"')}\n${row(2)}\n`],
    ['ends in two carriage returns', `${row(1)}\r\r\n${row(2)}\n`],
    ['is blank', `\n${row(1)}\n\n\r\n\n${row(2)}\n\n`],
    ['is blank but for delimiters, blanks and quotes', `,,,\n" ", ,"",\t\n${row(1)}\n`],
    ['is too short beside one that is too long by as much', `C1,F1,2026-05-01\n1.05,${row(2)}\n${row(3)}\n`],
    ['has empty cells beyond the headings', `${row(1)},,\n${row(2)}, \n${row(3)},""\n${row(4)},x\n`],
    ['holds a quoted cell of several lines beyond the headings', `${row(1)},"a\nb"\n${row(2)}\n`],
  ])('%s: one answer, wherever a piece ends', async (_, rows) => {
    await agree(HEAD + rows, { ways: everySeam(HEAD + rows) });
  });

  test.each([
    ['behind blank lines', `\n\r\n , ,\n${HEAD}${row(1)}\n`],
    ['in quotes', `"customer","document","date","amount"\r\n${row(1)}\r\n`],
    ['with a line break and a comma in one of them', `customer,"document\nno, old",date,amount\n${row(1)}\n`],
    ['with one that is empty', `customer,,date,amount\n${row(1)}\n`],
    ['twice', `${HEAD}${HEAD}${row(1)}\n`],
    ['alone', HEAD],
    ['alone, without line end', HEAD.trimEnd()],
    ['that name no amount', `customer,document,date,label\n${row(1)}\n`],
  ])('of headings %s: one answer, wherever a piece ends', async (_, file) => {
    await agree(file, { ways: everySeam(file, 1) });
  });
});

describe('a byte order mark', () => {
  const MARK = '\ufeff';
  test.each([
    ['at the start', `${MARK}${HEAD}${row(1)}\n`],
    ['before a heading in quotes', `${MARK}"customer",document,date,amount\n${row(1)}\n`],
    [
      'twice, before a heading in quotes, in a file that the swift reader stops at',
      `${MARK}${MARK}"customer",document,date,amount\n${row(1)}\r${row(2)}\n`,
    ],
    [
      'before what would be a signature',
      `${MARK}PK\u0003\u0004,customer,date,amount\nx,C,2026-05-01,1.00\rx,D,2026-05-01,2.00\n`,
    ],
    [
      'before cells in the middle',
      `${HEAD}${MARK}${row(1)}\n${MARK}"C1",F2,2026-05-01,2.05\nC1,${MARK}F3,${MARK}2026-05-01,3.05${MARK}\n`,
    ],
    ['and nothing else', MARK],
  ])('%s: one answer, wherever a piece ends', async (_, file) => {
    await agree(file, { ways: everySeam(file, 1) });
  });
});

describe('what is no text', () => {
  // The row that cannot be read tells how far either reader came.
  const file = bytesOf(`${HEAD}${row(1)}\nC2,é,2026-05-01,x\n${row(3, '"F3"')}\n`);
  test.each([
    ['a NUL byte', 0x00],
    ['a byte that begins no character', 0xff],
    ['the first byte of a character of two', 0xc3],
    ['a byte that goes on with none', 0xa9],
  ])('is found at the same place, with the same rows before it: %s', async (_, byte) => {
    const places = Array.from({ length: file.length - HEAD.length + 3 }, (_, i) => HEAD.length - 2 + i);
    for (const at of share(places, byte)) {
      const bytes = Uint8Array.from([...file.subarray(0, at), byte, ...file.subarray(at)]);
      await agree(bytes, { ways: [{ piece: [at, bytes.length], room: at % 2 === 0 }] });
    }
  });

  test('may be a character that the end of the file cuts', async () => {
    for (const text of ['C2,é', `${row(2)}é`, 'é', `C2,€`, 'C2,"😀']) {
      const bytes = bytesOf(`${HEAD}C1,F1,2026-05-01,x\n${text}`).slice(0, -1);
      await agree(bytes, { ways: everySeam(bytes, HEAD.length + 15) });
    }
  });
});

describe('a record', () => {
  const MOST = 1 << 20;
  /** A file whose second record has this many bytes, the line end not counted. */
  const withRecordOf = (length: number, quoted: boolean): string => {
    const rest = 'C2,,2026-05-01,2.05'.length + (quoted ? 2 : 0);
    const document = 'x'.repeat(length - rest);
    return `${HEAD}${row(1)}\n${row(2, quoted ? `"${document}"` : document)}\n${row(3)}\n`;
  };
  test.each([MOST, MOST + 1, MOST + 100_000])('of %i bytes is too long for both, or for neither', async (length) => {
    for (const quoted of [false, true]) await agree(withRecordOf(length, quoted), { ways: [{ piece: 1 << 17, room: true }] });
  });

  test.each([200_000, 500_000, 900_000])('with a quoted cell of %i bytes and many lines is read whole', async (length) => {
    const lines = 'an address, and\n'.repeat(length / 16);
    const file = `${HEAD}${row(1)}\n${row(2, `"${lines}"`)}\n${row(3)}\n`;
    await agree(file, { ways: [{ piece: 1 << 17, room: true }, { piece: 50_000 }] });
    const [, second, third] = await postings(file, { piece: 1 << 17, room: true });
    // Cells are read without the white space around them.
    expect(second).toEqual(['C2', lines.trim(), 205]);
    expect(third).toEqual(['C3', 'F3', 305]);
  });
});

test(`whatever quotes, delimiters and line ends follow one another (seed ${SEED})`, async () => {
  const odd = ['"', '"', '""', ',', '\n', '\r\n', 'a', 'é', ' ', '"a"', '"\n"', '"a,b"', '","', '"\r\n"', 'x'.repeat(30)];
  const seldom = ['\r', '\ufeff', '\r\r\n', '""""'];
  const whole = [
    'C1,2026-05-01,1.00\n',
    'C2,2026-05-02,2.00,D\r\n',
    '"C3","2026-05-03","3.00","D"\n',
    '"C""4",2026-05-04,4.00,""\r\n',
  ];
  const part = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...odd) },
    { weight: 1, arbitrary: fc.constantFrom(...seldom) },
    { weight: 8, arbitrary: fc.constantFrom(...whole) },
  );
  const headings = fc.constantFrom(
    'customer,date,amount\n',
    'customer,date,amount,document\r\n',
    '\n"customer","date","amount"\n',
    '',
  );
  const piece = fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(headings, fc.array(part, { maxLength: 40 }), piece, fc.boolean(), async (first, parts, pieces, room) => {
      await agree(first + parts.join(''), {
        ways: [
          { piece: pieces, room },
          { piece: 1 << 16, room: !room },
        ],
      });
    }),
    { numRuns: runs(50), seed: SEED },
  );
});
