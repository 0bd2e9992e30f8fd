// Is a file read as it was written, whatever its encoding, its line ends and its byte order mark, and wherever its bytes are cut?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import { asUtf8 } from '../../src/read/as-utf8.ts';
import { type DecodedSource, decoded } from '../../src/read/decoded.ts';
import { ENCODINGS, type Encoding, encodingNamed, encodingOf } from '../../src/read/encoding.ts';
import { runs } from '../harness/share.ts';
import { piecesOf, sourceOf } from './pieces.ts';

type Foreign = Exclude<Encoding, 'utf-8'>;
const FOREIGN = ENCODINGS.map(({ name }) => name).filter((name) => name !== 'utf-8');

/** The bytes a text has in an encoding, by Node's own tables where it has them: no code of ours. */
function written(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = beyond(encoding);
  return Buffer.from([...text].map((letter) => (letter <= '\u007f' ? letter.charCodeAt(0) : 0x80 + table.indexOf(letter))));
}

/** The characters of the bytes from 0x80 on; for ISO 8859-1 the web's name means Windows-1252, so latin1 of Node it is. */
function beyond(encoding: Foreign): string[] {
  const bytes = Uint8Array.from({ length: 128 }, (_, i) => 0x80 + i);
  if (encoding === 'iso-8859-1') return [...Buffer.from(bytes).toString('latin1')];
  // Asked for at once, Node 20 takes Windows-1252 for ISO 8859-1.
  return [...new TextDecoder(encoding).decode(bytes, { stream: true })];
}

async function textOf(pieces: Iterable<Uint8Array>, encoding: Foreign): Promise<{ text: string; foreign: number | undefined }> {
  const source: DecodedSource = decoded(sourceOf(pieces), encoding);
  const read: Uint8Array[] = [];
  for await (const piece of source.chunks()) read.push(Uint8Array.from(piece));
  return { text: Buffer.concat(read).toString(), foreign: source.foreign() };
}

/** Names that each encoding can write. */
const NAMES: { readonly [E in Encoding]: string } = {
  'utf-8': 'Škoda Ελλάς 𝄞',
  'utf-16le': 'Škoda Ελλάς 𝄞',
  'utf-16be': 'Škoda Ελλάς 𝄞',
  'windows-1252': 'Cœur d’Été 5 €',
  'iso-8859-1': 'Müller & Søn, Ålesund',
  'iso-8859-15': "Cœur d'Été €",
  macintosh: 'Cœur d’Été £',
};
const ENDS = [
  ['LF', '\n'],
  ['CR LF', '\r\n'],
  ['CR', '\r'],
] as const;
const MARKS: { readonly [E in Encoding]?: readonly number[] } = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

describe.each(FOREIGN)('%s', (encoding) => {
  it.each(ENDS)('with lines that end in %s is decoded, wherever it is cut', async (_, end) => {
    const text = ['customer;name', `C1;${NAMES[encoding]}`, 'C2;plain', ''].join(end);
    for (const mark of [[], MARKS[encoding] ?? []]) {
      const bytes = Buffer.concat([Buffer.from(mark), written(text, encoding)]);
      const sizes = Array.from({ length: bytes.length }, (_, i) => i + 1);
      for (const size of sizes) {
        expect([size, await textOf(piecesOf(bytes, size), encoding)]).toEqual([size, { text, foreign: undefined }]);
      }
    }
  });
});

describe('the table of', () => {
  const tabled = FOREIGN.filter((name) => !name.startsWith('utf'));
  test.each(tabled)('%s is the one everybody has, without its controls', async (encoding) => {
    const table = beyond(encoding);
    for (let byte = 0x80; byte < 0x100; byte++) {
      const letter = table[byte - 0x80] as string;
      const none = letter >= '\u0080' && letter <= '\u009f';
      const { text, foreign } = await textOf([Uint8Array.of(byte)], encoding);
      expect([byte, foreign, none ? '' : text]).toEqual(none ? [byte, byte, ''] : [byte, undefined, letter]);
    }
  });
});

describe('UTF-16 that is none', () => {
  const units = (...all: number[]): Buffer => Buffer.from(Uint16Array.from(all).buffer);
  test.each<[string, Buffer, string, number]>([
    ['the first half of a pair before a letter', units(0x61, 0xd800, 0x62), 'a', 0xd800],
    ['the second half of a pair alone', units(0x61, 0xdc00, 0x62), 'a', 0xdc00],
    ['two first halves', units(0xd800, 0xd801, 0xdc00), '', 0xd800],
    ['the first half of a pair at the end', units(0x61, 0xd834), 'a', 0xd834],
    ['half a unit at the end', Buffer.concat([units(0x61), Buffer.from([0x62])]), 'a', 0x62],
  ])('%s ends what is read', async (_, bytes, before, foreign) => {
    for (let size = 1; size <= bytes.length; size++) {
      expect(await textOf(piecesOf(bytes, size), 'utf-16le')).toEqual({ text: `${before}\ufffd`, foreign });
    }
  });
});

describe('found out:', () => {
  const head = (text: string, encoding: Encoding): Buffer => written(text, encoding);
  test.each<[string, Uint8Array, Encoding, object]>([
    ['nothing', Buffer.from(''), 'utf-8', { what: 'ascii', count: 0 }],
    ['ASCII', head('a;b\n', 'utf-8'), 'utf-8', { what: 'ascii', count: 0 }],
    ['letters of UTF-8', head('a\n\né;Škoda\n', 'utf-8'), 'utf-8', { what: 'utf-8', count: 2, line: 3 }],
    ['a byte order mark of UTF-8', Buffer.from('\ufeffa'), 'utf-8', { what: 'mark' }],
    ['a byte order mark, low byte first', Buffer.from([0xff, 0xfe, 0x61, 0]), 'utf-16le', { what: 'mark' }],
    ['a byte order mark, high byte first', Buffer.from([0xfe, 0xff, 0, 0x61]), 'utf-16be', { what: 'mark' }],
    ['UTF-16 without a mark', head('customer\nC1 Ελλάς', 'utf-16le'), 'utf-16le', { what: 'nul', count: 12 }],
    ['UTF-16 of the other order without a mark', head('customer\nC1', 'utf-16be'), 'utf-16be', { what: 'nul', count: 11 }],
    ['a NUL somewhere', Buffer.from('customer,amount\nC\x001,5\n'), 'utf-8', { what: 'ascii' }],
    ['NULs at both places', Buffer.from('a\0b\0cd\0e\0'), 'utf-8', { what: 'ascii' }],
    ['an accent', head('a\nb\nc\nÉté à\n', 'windows-1252'), 'windows-1252', { what: 'not-utf-8', count: 3, line: 4, byte: 0xc9 }],
    ['letters of Windows only', head('Cœur d’été\n', 'windows-1252'), 'windows-1252', { what: 'not-utf-8', count: 4 }],
    ['the euro of Windows beside a fraction', head('5 €;½ l', 'windows-1252'), 'windows-1252', { count: 2 }],
    [
      'the euro of ISO 8859-15',
      head('é\n5 €', 'iso-8859-15'),
      'iso-8859-15',
      { what: 'euro-or-ligature', count: 1, line: 2, byte: 0xa4 },
    ],
    ['a ligature of ISO 8859-15', head('Cœur', 'iso-8859-15'), 'iso-8859-15', { what: 'euro-or-ligature', byte: 0xbd }],
    ['a ligature that begins a name', head(';Œuvres;', 'iso-8859-15'), 'iso-8859-15', { what: 'euro-or-ligature' }],
    ['a letter that ends a word', head('L’HAŸ-LES-ROSES'.replace('’', "'"), 'iso-8859-15'), 'iso-8859-15', { byte: 0xbe }],
    ['a fraction', head('2½ kg, 2½kg, é', 'windows-1252'), 'windows-1252', { what: 'not-utf-8', count: 3 }],
    [
      'letters of two encodings',
      Buffer.concat([head('é\n', 'utf-8'), head('é\n', 'windows-1252')]),
      'utf-8',
      { what: 'mixed', count: 1, line: 2 },
    ],
  ])('%s', (_, bytes, encoding, evidence) => {
    expect(encodingOf(bytes, true)).toMatchObject({ encoding, evidence });
  });

  it('a character cut off by the head goes on, and at the end of a file that is else UTF-8 the file was cut', () => {
    const cut = Buffer.from('Š').subarray(0, 1);
    expect(encodingOf(cut, false)).toMatchObject({ encoding: 'utf-8', evidence: { what: 'ascii' } });
    const behind = Buffer.concat([written('é ', 'windows-1252'), cut]);
    expect(encodingOf(cut, true)).toMatchObject({ encoding: 'utf-8' });
    expect(encodingOf(behind, true)).toMatchObject({ encoding: 'windows-1252', evidence: { count: 2, byte: 0xe9 } });
  });
});

test.each([
  ['UTF8', 'utf-8'],
  ['cp1252', 'windows-1252'],
  ['Windows 1252', 'windows-1252'],
  ['ANSI', 'windows-1252'],
  ['Latin1', 'iso-8859-1'],
  ['ISO_8859-15', 'iso-8859-15'],
  ['latin-9', 'iso-8859-15'],
  ['UTF-16', 'utf-16le'],
  ['MacRoman', 'macintosh'],
  ['utf', undefined],
  ['', undefined],
])('the encoding named %j is %s', (name, encoding) => {
  expect(encodingNamed(name)).toBe(encoding);
});

it('a byte order mark goes before the encoding that was named', async () => {
  const diagnostics = new Diagnostics();
  const text = await asUtf8(sourceOf([Buffer.from([0xff, 0xfe, 0x61, 0])]), 'windows-1252', diagnostics);
  expect(text?.choice()).toMatchObject({ encoding: 'utf-16le', evidence: { what: 'mark' } });
});

it('any text that UTF-16 can write comes out as UTF-8, in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\ufeff')),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      async (text, big, size) => {
        const encoding = big ? 'utf-16be' : 'utf-16le';
        expect((await textOf(piecesOf(written(text, encoding), size), encoding)).text).toBe(text);
      },
    ),
    { numRuns: runs(300) },
  );
});
