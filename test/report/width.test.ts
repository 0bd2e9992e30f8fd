// Does the short way to a text's width give what the long way gives?
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { widthOfText } from '../../src/report/render/width.ts';

test('every character by itself, and behind a letter', () => {
  for (let code = 0x20; code < 0x3000; code++) {
    const character = String.fromCharCode(code);
    expect([code, widthOfText(character)]).toEqual([code, stringWidth(character)]);
    expect([code, widthOfText(`a${character}b`)]).toEqual([code, stringWidth(`a${character}b`)]);
  }
});

test.each(['東京', 'e\u0301', '👩\u200d👩\u200d👧', 'Škoda Łódź', '1\u202f234,50 €', '\u001b[31mrot'])('%s', (text) => {
  expect(widthOfText(text)).toBe(stringWidth(text));
});
