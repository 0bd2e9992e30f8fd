// Is a file read to its end whose first letter beyond ASCII comes late, and by both readers alike?
import { describe, expect, it, test } from 'vitest';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import { asUtf8 } from '../../src/read/as-utf8.ts';
import { share } from '../harness/share.ts';
import { agree, readBy, type Way } from './both-readers.ts';
import { sourceOf } from './pieces.ts';

const HEADINGS = 'customer,name,kind,document,date,due,amount,currency\n';
const row = (i: number, name = 'Plain & Sons'): string =>
  `C${i % 50},${name} ${i % 50},invoice,F${i},2026-01-31,2026-02-28,${i}.50,EUR\n`;
const rows = (count: number): string => Array.from({ length: count }, (_, i) => row(i)).join('');
/** More than is looked at beforehand. */
const LONG = HEADINGS + rows(1500);
const LATE = 1502;
const cp1252 = (text: string): Buffer => Buffer.from(text, 'latin1');

const WAYS: readonly Way[] = [
  { piece: 1 << 16 },
  { piece: 4099 },
  { piece: [1, 7000] },
  { piece: 1 << 17, room: true, sized: true },
  { piece: 60_000, async: true },
];

const careful = async (bytes: Uint8Array) => readBy('careful', [bytes], { piece: 5000 });
const understood = async (bytes: Uint8Array) => (await careful(bytes))?.understanding[0];

describe('a letter of Windows-1252 behind 64 KiB of ASCII:', () => {
  const end = rows(3);
  test.each<[string, Buffer, number]>([
    ['alone', cp1252(LONG + row(1, 'Café') + end), LATE],
    ['before a letter of ASCII', cp1252(LONG + row(1, 'Été') + end), LATE],
    ['that UTF-8 would go on behind', cp1252(`${LONG}${row(1, 'x')}${row(2, 'à la carte')}${end}`), LATE + 1],
    ['twice, which UTF-8 has not', cp1252(LONG + row(1, 'éé') + end), LATE],
    [
      'which Windows has alone',
      Buffer.concat([cp1252(LONG + row(1).slice(0, 5)), Buffer.from([0x80, 0x9c]), cp1252(row(1).slice(5))]),
      LATE,
    ],
    [
      'below a cell of two lines',
      cp1252(`${LONG}C1,"a\nb",invoice,F,2026-01-31,2026-02-28,1.00,EUR\n${row(1, 'Café')}`),
      LATE + 2,
    ],
    [
      'in the last byte but a line end',
      cp1252(`${LONG}C1,x,invoice,F,2026-01-31,2026-02-28,1.00,EUR\nC2,Caf\xe9,invoice,G,2026-01-31,2026-02-28,1.00,EUR`),
      LATE + 1,
    ],
  ])('%s', async (_, bytes, line) => {
    await agree(bytes, { ways: share(WAYS, bytes.length) });
    const { encoding } = (await understood(bytes)) ?? {};
    expect(encoding).toMatchObject({ encoding: 'windows-1252', evidence: { what: 'late', line } });
  });

  it('is in the name of its customer', async () => {
    const read = await careful(cp1252(`${LONG}${row(77).replace('C27,', 'D1,').replace('Plain & Sons 27', 'Café')}`));
    const { customers } = read?.ledger ?? {};
    expect(customers?.nameOf(customers.ids.length)).toBe('Café');
  });
});

describe('is refused where it stands,', () => {
  test.each<[string, Buffer, string, number]>([
    [
      'a letter of Windows-1252 behind one of UTF-8',
      Buffer.concat([Buffer.from(LONG + row(1, 'Škoda')), cp1252(row(2, 'Café'))]),
      'file-not-utf8',
      LATE + 1,
    ],
    [
      'one behind a letter of UTF-8 in the head',
      Buffer.concat([Buffer.from(HEADINGS + row(1, 'Škoda') + rows(1500)), cp1252(row(2, 'Café'))]),
      'file-not-utf8',
      LATE + 1,
    ],
    [
      'a byte that Windows-1252 has not',
      Buffer.concat([cp1252(`${LONG}${row(1, 'Café')}C2,`), Buffer.from([0x81]), cp1252(row(3))]),
      'file-not-in-encoding',
      LATE + 1,
    ],
    [
      'a letter of UTF-8 that the end of the file cuts',
      Buffer.concat([cp1252(`${LONG}C2,`), Buffer.from([0xc5])]),
      'file-not-utf8',
      LATE,
    ],
  ])('%s', async (_, bytes, code, line) => {
    await agree(bytes, { ways: share(WAYS, bytes.length) });
    const read = await careful(bytes);
    expect(read?.whole).toBe(false);
    expect(read?.said()).toMatchObject({ kept: [{ code, line }] });
  });
});

it('is refused where the file was said to be UTF-8', async () => {
  const text = await asUtf8(sourceOf([cp1252(LONG + row(1, 'Café'))]), 'utf-8', new Diagnostics());
  expect([text?.choice().encoding, text?.late]).toEqual(['utf-8', undefined]);
});

it('letters of UTF-8 behind 64 KiB of ASCII are read by the swift reader alone', async () => {
  expect(await agree(LONG + row(1, 'Škoda Ελλάς') + rows(2000), { ways: WAYS })).toBe(true);
});

/** The encodings decided from the head go through both readers as well, and the swift one takes them to the end. */
test.each<[string, Buffer]>([
  ['Windows-1252', cp1252(HEADINGS + row(1, 'Café') + rows(3000))],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${HEADINGS}${row(1, 'Škoda Ελλάς')}${rows(3000)}`, 'utf16le')],
  ['UTF-16 without one', Buffer.from(HEADINGS + row(1, 'Škoda Ελλάς') + rows(3000), 'utf16le').swap16()],
])('%s is read by the swift reader alone', async (_, bytes) => {
  expect(await agree(bytes, { ways: share(WAYS, bytes.length) })).toBe(true);
});
