// At which size does the address of a page fit the window of an envelope? As wide as its letters are: capitals are wider.
import { expect, test } from 'vitest';
import { addressPrint } from '../../src/letters/letter-style.ts';

const LONG = 'Direction départementale des affaires comptables';

test.each([
  ['a short one', ['Durand SARL', '12 rue du Port', '29200 Brest'], 10],
  ['long lines', [LONG, LONG, LONG, LONG], 9],
  ['the same in capitals', Array(4).fill(LONG.toUpperCase()), 7],
  ['wide letters', ['W'.repeat(120), '1 rue', '29200 Brest'], 8],
  ['six lines, as many as French post takes', Array(6).fill('25 rue de l’Église'), 9],
  ['seven, with the country', Array(7).fill('25 rue de l’Église'), 7.5],
  ['nine, with who it is for, abroad', Array(9).fill('25 Church Street'), 6],
  ['more than any window shows', Array(12).fill(LONG), undefined],
])('%s', (_, lines, size) => {
  expect(addressPrint(lines, 'right')?.size).toBe(size);
});
