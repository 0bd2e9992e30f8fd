// At which size does the address of a page fit the window of an envelope? As wide as its letters are: capitals are wider.
import { expect, test } from 'vitest';
import { addressSize } from '../../src/letters/letter-style.ts';

const LONG = 'Direction départementale des affaires comptables';

test.each([
  ['a short one', ['Durand SARL', '12 rue du Port', '29200 Brest'], 10],
  ['long lines', [LONG, LONG, LONG, LONG], 9],
  ['the same in capitals', Array(4).fill(LONG.toUpperCase()), 7],
  ['wide letters', ['W'.repeat(120), '1 rue', '29200 Brest'], 8],
  ['more than any window shows', Array(12).fill(LONG), undefined],
])('%s', (_, lines, size) => {
  expect(addressSize(lines, 'right')).toBe(size);
});
