// Is every byte beyond ASCII judged as Node judges it? Sequences of up to four bytes stand in a window, at every place of a block of 64, and
// `find` must refuse what `isUtf8` refuses, and nothing else.
import { isUtf8 } from 'node:buffer';
import { expect, test } from 'vitest';
import { Machine } from '../../src/read/swift/machine.ts';
import { Window } from '../../src/read/swift/window.ts';
import { share } from '../harness/share.ts';

const REFUSED = 'a byte that begins no character of UTF-8';
const window = new Window(new Machine());

/** What the window says of a row that has so many letters before these bytes, and one behind them. */
function verdict(before: number, bytes: readonly number[]): string | undefined {
  const row = Uint8Array.from([...Array<number>(before).fill(120), ...bytes, 120, 10]);
  window.put(row);
  const told = window.find(true);
  window.advance();
  return told;
}

function wrong(before: number, bytes: readonly number[]): string[] {
  const wanted = isUtf8(Uint8Array.from(bytes)) ? undefined : REFUSED;
  return verdict(before, bytes) === wanted ? [] : [`${before}: ${bytes.map((byte) => byte.toString(16)).join(' ')}`];
}

/** Bytes on either side of every limit there is for a second, third or fourth byte. */
const FOLLOWERS = [0x20, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xe0, 0xf0, 0xff];
const TEXT = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => ![0, 10, 13, 34].includes(byte));
const BEYOND = TEXT.filter((byte) => byte >= 128);

test('every pair of bytes, whatever two others are behind it', () => {
  const found: string[] = [];
  for (const first of BEYOND) {
    for (const second of share(TEXT, first)) {
      found.push(...wrong(first % 64, [first]), ...wrong(second % 64, [first, second]));
      for (const third of FOLLOWERS) {
        if (third % 2 === first % 2) found.push(...wrong((first + second) % 64, [first, second, third]));
        for (const fourth of [0x7f, 0x80, 0xbf, 0xc0]) {
          // What begins with no character of four bytes was judged above; one in eight of it is again.
          if (first >= 0xf0 || (second + third) % 8 === 0) found.push(...wrong(second % 64, [first, second, third, fourth]));
        }
      }
    }
  }
  expect(found).toEqual([]);
});

test('every kind of sequence, at every place of a block and over its end', () => {
  const found: string[] = [];
  const leads = [
    0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xff,
  ];
  const ends = [[], [0x80], [0xbf], [0x80, 0x80], [0xbf, 0xbf], [0x7f, 0x80], [0x80, 0x7f]];
  for (const before of share([...Array(130).keys()])) {
    for (const lead of leads) {
      for (const second of FOLLOWERS) for (const end of ends) found.push(...wrong(before, [lead, second, ...end]));
    }
  }
  expect(found).toEqual([]);
});

test('one behind the other, also where they fill whole blocks', () => {
  const letters = ['é', 'ß', '€', '한', '𝄞', '\u0800', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}'];
  const text = [...Buffer.from(letters.join('').repeat(20))];
  for (let before = 0; before < 64; before++) expect(verdict(before, text)).toBeUndefined();
  for (let at = 0; at < text.length; at++) {
    const cut = text.toSpliced(at, 1);
    expect(wrong(at % 64, cut)).toEqual([]);
  }
});

test('a character that the piece at hand ends within is judged when the rest of it has come', () => {
  for (const letter of ['é', '€', '𝄞']) {
    const bytes = Buffer.from(`C1,${letter}x\n`);
    for (let cut = 4; cut < bytes.length - 2; cut++) {
      for (const broken of [false, true]) {
        window.put(Buffer.from('C1,é\n'));
        window.put(bytes.subarray(0, cut));
        expect(window.find(false)).toBeUndefined();
        expect(window.rows).toBe(1);
        window.advance();
        window.put(broken ? Buffer.from('x\n') : bytes.subarray(cut));
        expect(window.find(true)).toBe(broken ? REFUSED : undefined);
        window.advance();
      }
    }
  }
});
