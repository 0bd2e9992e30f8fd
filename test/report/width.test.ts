// How many columns does a text take, held against a library that is asked for one character after the other?
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { widthOfText } from '../../src/report/render/width.ts';
import { share } from '../harness/share.ts';

/** Where the library is not followed: a control it takes for the start of a colour, pictures that are letters unless a selector makes them pictures (©), marks it does not know, halves of flags. */
const ELSE = /^(?:\x9b|(?=\p{Emoji})\P{Emoji_Presentation}|[\p{Mn}\p{Me}]|\p{Regional_Indicator})$/u;

const CHARACTERS = Array.from({ length: 0x3000 - 0x20 }, (_, i) => String.fromCharCode(i + 0x20));

test('every character by itself, and behind a letter', () => {
  for (const character of share(CHARACTERS.filter((one) => !ELSE.test(one) && /\p{Assigned}/u.test(one)))) {
    expect([character, widthOfText(character)]).toEqual([character, stringWidth(character)]);
    expect([character, widthOfText(`a${character}b`)]).toEqual([character, stringWidth(`a${character}b`)]);
  }
});

test.each([
  '東京',
  'e\u0301',
  '👩\u200d👩\u200d👧',
  'Škoda Łódź',
  '1\u202f234,50 €',
  '🇫🇷',
  '1\ufe0f\u20e3',
  '❤\ufe0f',
  '한국',
  '👍🏽',
  '✓ – ─',
])('%s', (text) => {
  expect(widthOfText(text)).toBe(stringWidth(text));
});

test('a sign that is a letter takes one, and a mark none', () => {
  expect(['©', '™', '❤', '\u0591', 'a\u0483'].map(widthOfText)).toEqual([1, 1, 1, 0, 1]);
});
