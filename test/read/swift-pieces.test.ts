// Does it matter how the bytes arrive, where the swift reader hands over to the careful one, or which file came before? The seams it makes
// for itself: pieces, windows, batches, hand-overs, files.
import { describe, expect, test, vi } from 'vitest';
import { currencyOf } from '../../src/core/currency.ts';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import type { Engine } from '../../src/read/file-reading.ts';
import { readLedger } from '../../src/read/read-ledger.ts';
import { isWhole, share } from '../harness/share.ts';
import { agree, bytesOf, readBy, type Way } from './both-readers.ts';

const HEAD = 'customer,document,date,amount\n';
const row = (n: number): string => `C${n % 7},F${n},2026-05-01,${n}.05\n`;
const rows = (count: number, first = 1): string => Array.from({ length: count }, (_, i) => row(first + i)).join('');

/** Files read into the room they are offered, and a library's caller hands out pieces of its own. */
const BOTH = (piece: number): Way[] => [
  { piece, room: true },
  { piece, async: true },
];

/** What stops the swift reader: bytes whose structure only the careful reader tells. */
const STOPS = [
  ['a carriage return alone', 'C1,F0,2026-05-01,1.00\r'],
  ['a letter behind a closing quote', 'C1,"F0"x,2026-05-01,1.00\n'],
  ['a quote that is never closed', 'C1,"F0,2026-05-01,1.00\n'],
] as const;

describe('pieces', () => {
  const file = `\ufeff${HEAD}${rows(3)}É,"a ""b""",2026-05-01,x\r\n\n${rows(3, 4)}"C1","a\r\nb", 2026-05-01,+1\r\n${rows(150, 8)}C1,F,2026-05-01,2`;
  test.each([1, 7, 63, 64, 65, 4096, 131_072])('of %i bytes make no difference', async (piece) => {
    expect(await agree(file, { ways: [...BOTH(piece), { piece, room: true, async: true, sized: true }] })).toBe(true);
  });

  test.each([131_073, 262_145, 1 << 20])('of %i bytes, more than is asked for, make none either', async (piece) => {
    const [long, count] = [HEAD + rows(50_000), 50_000];
    for (const engine of ['swift', undefined] as const) {
      const read = await readBy(engine, [bytesOf(long)], { piece }, { columns: ['line'] });
      expect(read!.ledger.count).toBe(count);
      expect(read!.ledger.columns.line!.at(count - 1)).toBe(count + 1);
      expect(read!.ledger.sums.total(0)).toBe((100 * count * (count + 1)) / 2 + 5 * count);
    }
  });

  test('that hold nothing end nothing', async () => {
    const way = { piece: [5, 64, 1], room: false };
    const wanted = (await readBy('careful', [bytesOf(file)], way))!.said();
    const diagnostics = new Diagnostics();
    const bytes = bytesOf(file);
    const chunks = function* () {
      for (let at = 0; at < bytes.length; at += 50) yield* [new Uint8Array(), bytes.subarray(at, at + 50)];
    };
    const request = { columns: [], map: new Map(), currency: currencyOf('EUR')! };
    const { understanding } = await readLedger([{ name: 'f1', chunks }], request, diagnostics);
    expect(understanding).toEqual((wanted as { understanding: unknown }).understanding);
  });
});

describe('a window', () => {
  test.each([2047, 2048, 2049, 4095, 4096])('takes the row behind %i others in order, plain or odd', async (before) => {
    const odd = [
      'C1,F0,2026-05-01,x',
      'C1,F0',
      '',
      '"C\n1",F0,2026-05-01,1',
      "'=C1, F0 ,2026-05-01,+1",
      'É,É,2026-05-01,1',
      'C"1,F"0,2026-05-01,1',
    ];
    for (const line of share(odd, before % 5)) {
      const file = HEAD + rows(before) + `${line}\n`.repeat(2) + rows(10, 9000);
      expect(await agree(file, { ways: [{ piece: 1 << 17, room: true }], columns: ['document', 'line'] })).toBe(true);
    }
  });

  test('grows for a long row, and forgets none of the rows around it', async () => {
    for (const length of [100_000, 131_072, 262_144, 400_000]) {
      const file = `${HEAD}${rows(20)}C1,"${'x'.repeat(length)}",2026-05-01,1.00\n${rows(8000, 30)}`;
      const read = (await readBy(undefined, [bytesOf(file)], { piece: 1 << 17, room: true }))!;
      expect(read.ledger.count).toBe(8021);
      expect(read.ledger.columns.document!.at(20)).toHaveLength(length);
      expect(read.ledger.columns.document!.at(8020)).toBe('F8029');
      expect(read.ledger.columns.line!.at(8020)).toBe(8022);
    }
  });

  test('whose first rows are no measure for the rest makes no defect', async () => {
    // One long text, then lines as short as can be: what the first batch holds a posting, times all lines, is more than memory.
    const file = `${HEAD}C1,${'x'.repeat(10_000)},2026-05-01,1.00\n${'\n'.repeat(1 << 18)}C2,F2,2026-05-01,2.00\n`;
    const read = await readBy('swift', [bytesOf(file)], { piece: 1 << 17, room: true, sized: true });
    expect(read!.ledger.count).toBe(2);
    expect(read!.ledger.columns.line!.at(1)).toBe((1 << 18) + 3);
  });
});

describe('where the swift reader stops', () => {
  test.each(STOPS)('for %s, the careful one goes on from that row: same rows, same lines', async (_, stop) => {
    for (const before of share([0, 1, 5, 40], stop.length)) {
      const file = `${HEAD + rows(before) + stop + rows(40, 100)}C1,F9,2026-05-01,x\n`;
      expect(await agree(file, { ways: [...BOTH(64), ...BOTH(1 << 16), { piece: 5 }] })).toBe(false);
    }
  });

  test('the source gets memory for all that is still to come, and what was handed out stays as it is', async () => {
    // The first row fills the window to its last byte before the stop is seen.
    for (const first of isWhole ? [0, 131_072, 300_000] : [131_072]) {
      const headings = `customer,document,date,amount,"${'x'.repeat(first)}\rz"\n`;
      const bad = 'C1,F1,2026-05-01,x,\n';
      const file = headings + `${rows(4000).replaceAll('\n', ',\n')}${bad}`.repeat(3);
      const columns = ['line'] as const;
      const careful = (await readBy('careful', [bytesOf(file)], { piece: 1 << 16 }, { columns }))!;
      expect(careful.ledger.count).toBe(12_000);
      for (const piece of first === 0 ? [1 << 17, 1 << 16] : [40_000]) {
        const read = (await readBy(undefined, [bytesOf(file)], { piece, room: true }, { columns }))!;
        expect(read.ledger.count).toBe(12_000);
        // The last of each copy's lines: headings take two.
        expect([3999, 7999, 11_999].map((row) => read.ledger.columns.line!.at(row))).toEqual([4002, 8003, 12_004]);
        expect(JSON.stringify(read.said())).toBe(JSON.stringify(careful.said()));
      }
    }
  });

  const ends = {
    ...Object.fromEntries(STOPS.map(([what, stop]) => [what, stop])),
    'a byte that is no text': '\0\n',
    'a record without end': `"${'x'.repeat(1_200_000)}`,
  };
  test.each(Object.entries(ends))('the source is closed after %s, whoever reads it', async (_, stop) => {
    const bytes = bytesOf(HEAD + rows(5) + stop + rows(20_000));
    for (const engine of ['careful', 'swift', undefined] satisfies (Engine | undefined)[]) {
      const closed = vi.fn();
      const chunks = function* () {
        try {
          for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16));
        } finally {
          closed();
        }
      };
      const request = { columns: [], map: new Map(), currency: currencyOf('EUR')!, engine };
      await readLedger([{ name: 'f', chunks }], request, new Diagnostics());
      expect(closed, engine ?? 'default').toHaveBeenCalledOnce();
    }
  });

  test('before the first row because the machine cannot work here, the careful reader answers', async () => {
    const file = bytesOf(HEAD + rows(5));
    const careful = (await readBy('careful', [file], { piece: 64 }))!.said();
    // As under `node --jitless`, or where address space is limited (ulimit -v).
    vi.stubGlobal('WebAssembly', undefined);
    try {
      expect((await readBy(undefined, [file], { piece: 64 }))?.said()).toEqual(careful);
      expect(await readBy('swift', [file], { piece: 64 })).toBeUndefined();
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe('several files', () => {
  const plain = HEAD + rows(30);
  const other = 'name,posted,debit,credit,collector,reference\nZinc,2026-05-02,1.00,,Ann,F1\nC1,2026-05-03,,2.00,Bo,F2\n';
  const stopped = `reference,customer,date,amount,currency\nF1,C2,2026-05-01,3.00,JPY\nF1,C2,2026-05-01,3,JPY\r F2,C3,2026-05-01,4,GBP\nF2,C3,2026-05-01,4.5,GBP\n`;
  const unsigned =
    'customer,kind,date,amount,due\nC1,invoice,2026-05-01,9.00,2026-06-01\nC1,payment,2026-05-04,4.00,\nC9,credit note,2026-05-04,1.00,\n';
  const entity = 'customer,entity,date,amount,disputed\nC1,X,2026-05-01,9.00,yes\nC1,,2026-05-01,9.00,1.00\n';
  const broken = `${HEAD}C1,F1,2026-05-01,x\nC8,F1,2026-05-01,1.00\n\0`;

  test.each([
    ['with other columns each', [plain, other, unsigned, entity], true],
    ['in the opposite order', [entity, unsigned, other, plain], true],
    ['of which the one in the middle is handed over', [plain, stopped, other, stopped, plain], false],
    ['of which the one in the middle cannot be read', [plain, broken, other], false],
    ['of which some are empty', ['', HEAD, plain, '\n\n', other], false],
    ['one of them twice', [other, other], true],
  ])('%s make one ledger', async (_, files, took) => {
    expect(await agree(files, { ways: [{ piece: 64, room: true }, { piece: 1 << 16 }] })).toBe(took);
    expect(await agree(files, { ways: [{ piece: 64, room: true }], columns: ['document', 'date', 'collector'] })).toBe(took);
  });

  test('keep the number of each customer and currency, whichever reader met it first', async () => {
    const files = ['A', 'B', 'A', 'C'].map(
      (id, i) =>
        `customer,date,amount,currency\n${id},2026-05-01,1,${['EUR', 'JPY'][i % 2]}\r${i % 2 ? '' : '\n'}B,2026-05-01,2,\n`,
    );
    await agree(files, { columns: [] });
    const { ledger } = (await readBy(undefined, files.map(bytesOf), { piece: 9 }, { columns: [] }))!;
    expect(ledger.customers.ids).toEqual(['A', 'B', 'C']);
    expect(ledger.currencies).toEqual(['EUR', 'JPY']);
  });
});
