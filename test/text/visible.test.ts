// Can a name from a ledger steer the terminal, reorder a line or hide in it? Characters are named by their code point: most of
// them would not be seen here either.
import { describe, expect, it, test } from 'vitest';
import { visible } from '../../src/text/visible.ts';

const at = (code: number): string => String.fromCodePoint(code);
const named = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

describe('replaced by U+FFFD:', () => {
  test.each([
    ['NUL', 0x00],
    ['BEL', 0x07],
    ['backspace', 0x08],
    ['vertical tab', 0x0b],
    ['form feed', 0x0c],
    ['escape', 0x1b],
    ['DEL', 0x7f],
    ['next line', 0x85],
    ['control sequence introducer', 0x9b],
    ['zero width space', 0x200b],
    ['left-to-right mark', 0x200e],
    ['right-to-left mark', 0x200f],
    ['line separator', 0x2028],
    ['paragraph separator', 0x2029],
    ['left-to-right embedding', 0x202a],
    ['pop directional formatting', 0x202c],
    ['right-to-left override', 0x202e],
    ['word joiner', 0x2060],
    ['left-to-right isolate', 0x2066],
    ['pop directional isolate', 0x2069],
    ['byte order mark', 0xfeff],
  ])('%s', (_, code) => {
    expect(visible(`a${at(code)}b`)).toBe('a\ufffdb');
  });
});

describe('a space instead of', () => {
  test.each([
    ['TAB', 'a\tb', 'a b'],
    ['LF', 'a\nb', 'a b'],
    ['CR', 'a\rb', 'a b'],
    ['CR LF, one each', 'a\r\nb', 'a  b'],
  ])('%s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});

describe('left as it is:', () => {
  test.each([
    ['', 'nothing'],
    ['Société Générale — “Ω” n° 5 €', 'letters, marks and signs'],
    ['1\u202f234,50\u00a0€', 'the spaces of French typography'],
    ['e\u0301', 'a combining accent'],
    ['شركة', 'Arabic letters'],
    ['क्‍ष', 'a joiner between letters'],
    ['👩\u200d👩\u200d👧', 'a family of emoji'],
    ['東京', 'ideographs'],
    ['[31m', 'what follows an escape'],
    ['\ufffd', 'the replacement itself'],
  ])('%j (%s)', (text) => {
    expect(visible(text)).toBe(text);
  });
});

describe('of all code points', () => {
  const changed: number[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    if ((code < 0xd800 || code > 0xdfff) && visible(at(code)) !== at(code)) changed.push(code);
  }
  const touched = new Set(changed);

  it('only controls, separators and the characters that reorder or hide text are touched', () => {
    const unsafe = /^[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]$/u;
    expect(changed.filter((code) => !unsafe.test(at(code))).map(named)).toEqual([]);
  });

  it('every control and every separator of lines is touched', () => {
    const missed: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      if (/^[\p{Cc}\p{Zl}\p{Zp}]$/u.test(at(code)) && !touched.has(code)) missed.push(named(code));
    }
    expect(missed).toEqual([]);
  });

  it('every character that steers the direction of writing is touched', () => {
    const missed: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      if (/^\p{Bidi_Control}$/u.test(at(code)) && !touched.has(code)) missed.push(named(code));
    }
    expect(missed).toEqual([]);
  });
});

it('a forged line in a name stays one line, with its escapes to be seen', () => {
  expect(visible('ACME\u001b[2K\rTotal 0.00')).toBe('ACME\ufffd[2K Total 0.00');
});
