// Is exactly that UTF-8 which TextDecoder takes for UTF-8, wherever the pieces of a stream are cut? Fed byte by byte, a fatal
// TextDecoder also says at which byte it stops being true.
import { describe, expect, it, test } from 'vitest';
import { Utf8Check } from '../../src/read/text-check.ts';

type Verdict = number | 'unfinished' | 'good';

/** The offset of the first byte that cannot be, `unfinished`, or `good`. */
function oracle(bytes: readonly number[]): Verdict {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (const [offset, byte] of bytes.entries()) {
    try {
      decoder.decode(Uint8Array.of(byte), { stream: true });
    } catch {
      return offset;
    }
  }
  try {
    decoder.decode();
  } catch {
    return 'unfinished';
  }
  return 'good';
}

/** What the check says of bytes cut into pieces; bit i of `cuts` cuts after byte i. */
function checked(bytes: readonly number[], cuts: number): Verdict {
  const check = new Utf8Check();
  let start = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (i < bytes.length - 1 && (cuts & (1 << i)) === 0) continue;
    const broken = check.push(Uint8Array.from(bytes.slice(start, i + 1)));
    if (broken !== undefined) return start + broken.offset;
    start = i + 1;
  }
  return check.unfinished ? 'unfinished' : 'good';
}

/** The sequences of which the check says something else than TextDecoder, in any split. */
function differing(sequences: Iterable<readonly number[]>): string[] {
  const found: string[] = [];
  for (const bytes of sequences) {
    const expected = oracle(bytes);
    for (let cuts = 0; cuts < 1 << (bytes.length - 1); cuts++) {
      const said = checked(bytes, cuts);
      if (said !== expected)
        found.push(`${Buffer.from(bytes).toString('hex')} cut ${cuts.toString(2)}: ${said}, not ${expected}`);
    }
  }
  return found;
}

describe('is UTF-8 where TextDecoder says so, in every split:', () => {
  it('every single byte but NUL', () => {
    expect(differing(Array.from({ length: 255 }, (_, i) => [i + 1]))).toEqual([]);
  });

  it('every pair of bytes without NUL', () => {
    function* pairs(): Iterable<readonly number[]> {
      for (let a = 1; a < 256; a++) for (let b = 1; b < 256; b++) yield [a, b];
    }
    expect(differing(pairs())).toEqual([]);
  });

  it('every first byte of three and four with the bytes at the bounds of what may follow', () => {
    const bounds = [0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0];
    function* sequences(): Iterable<readonly number[]> {
      for (let lead = 0xe0; lead <= 0xf7; lead++)
        for (const second of bounds)
          for (const third of bounds) {
            yield [lead, second, third];
            for (const fourth of [0x7f, 0x80, 0xbf, 0xc0]) yield [lead, second, third, fourth];
          }
    }
    expect(differing(sequences())).toEqual([]);
  });

  it('ten thousand random sequences of three to six bytes, half of them near to UTF-8', () => {
    // A linear congruential generator: the same sequences on every run.
    let state = 1;
    const below = (n: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * n);
    };
    const near = (): number => (below(2) === 0 ? 0x80 + below(0x40) : 0xe0 + below(0x16));
    const sequences = Array.from({ length: 10_000 }, (_, i) =>
      Array.from({ length: 3 + below(4) }, () => (i % 2 === 0 ? 1 + below(255) : near())),
    );
    expect(differing(sequences)).toEqual([]);
  });

  it('every character at a bound of the Unicode ranges', () => {
    const characters = [0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x10ffff];
    const sequences = characters.map((code) => [...Buffer.from(String.fromCodePoint(code))]);
    expect(differing(sequences)).toEqual([]);
    expect(sequences.map(oracle)).toEqual(characters.map(() => 'good'));
  });
});

describe('is not UTF-8:', () => {
  test.each<[string, readonly number[], number]>([
    ['an overlong slash of two bytes', [0xc0, 0xaf], 0],
    ['an overlong slash of three', [0xe0, 0x80, 0xaf], 1],
    ['an overlong slash of four', [0xf0, 0x80, 0x80, 0xaf], 1],
    ['a surrogate', [0xed, 0xa0, 0x80], 1],
    ['a code point above U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 1],
    ['a continuation by itself', [0x41, 0x80], 1],
    ['é of Windows-1252', [0x63, 0x61, 0x66, 0xe9, 0x2c], 4],
    ['0xFF', [0x41, 0xff], 1],
  ])('%s, told at its place', (_, bytes, offset) => {
    expect(new Utf8Check().push(Uint8Array.from(bytes))).toMatchObject({ offset, why: 'utf8' });
  });

  it('a sequence that the end cuts short', () => {
    const check = new Utf8Check();
    expect([check.push(Uint8Array.of(0x61, 0xe2, 0x82)), Boolean(check.unfinished)]).toEqual([undefined, true]);
  });
});

describe('NUL', () => {
  test.each<[string, readonly number[], number]>([
    ['first', [0, 0x41], 0],
    ['last', [0x41, 0x42, 0], 2],
    ['after a character of three bytes', [0xe2, 0x82, 0xac, 0], 3],
  ])('is no text: %s', (_, bytes, offset) => {
    expect(new Utf8Check().push(Uint8Array.from(bytes))).toMatchObject({ offset, why: 'nul' });
  });
});
