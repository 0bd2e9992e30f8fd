// Which mark stands before the decimals of a file? Cells that can be read one way only tell; where none does, only the plain CSV has an answer.
import { expect, test } from 'vitest';
import { DecimalCounts, decideDecimal } from '../../src/read/decimal-evidence.ts';
import type { DecimalMark } from '../../src/read/forms.ts';

function decided(
  amounts: readonly string[],
  { said, plain = false, exponent = 2 }: { said?: DecimalMark; plain?: boolean; exponent?: number } = {},
): string {
  const counts = new DecimalCounts();
  amounts.forEach((amount, i) => {
    counts.add(amount, exponent, i + 2);
  });
  const choice = decideDecimal(counts, said, plain);
  return 'why' in choice
    ? choice.why
    : `${choice.decimal} ${choice.by}${choice.told === undefined ? '' : ` line ${choice.told.line}`}`;
}

test.each<[string, readonly string[], string]>([
  ['decimals behind a comma', ['10', '12,5'], ', counted line 3'],
  ['decimals behind a dot', ['10', '12.50'], '. counted line 3'],
  ['both marks in one amount', ['1.234,50'], ', counted line 2'],
  ['two groups of three', ['1,234,567'], '. counted line 2'],
  ['no amount has a mark', ['10', '1234', '1 234'], '. unmarked'],
  ['three digits behind a mark tell nothing', ['1.500', '12.250'], 'open'],
  ['an amount finer than its currency tells nothing', ['83.333'], 'open'],
  ['what tells nothing is read as what tells says', ['1.500', '12,50'], ', counted line 3'],
  ['two dialects, and an amount that fits both', ['1.234,50', '1,234.50', '1.500'], 'mixed'],
  ['two dialects and none that fits both: the rarer ones are bad cells', ['12,50', '13,50', '14.50'], ', counted line 2'],
  ['as many of one dialect as of the other', ['12,50', '14.50'], 'mixed'],
  ['no amounts', [], '. unmarked'],
])('%s', (_, amounts, expected) => {
  expect(decided(amounts)).toBe(expected);
});

test('in a currency without decimals a mark parts thousands', () => {
  expect(decided(['1,234'], { exponent: 0 })).toBe('. counted line 2');
});

test('what an amount without decimals says gives way to what others say', () => {
  const counts = new DecimalCounts();
  counts.add('1.234', 0, 2);
  counts.add('12.50', 2, 3);
  counts.add('1.500', 2, 4);
  expect(decideDecimal(counts, undefined, false)).toMatchObject({ decimal: '.', by: 'counted' });
});

test('of the plain CSV the contract says the mark, where no amount does', () => {
  expect(decided(['1.500'], { plain: true })).toBe('. plain line 2');
  expect(decided(['1.500', '12,50'], { plain: true })).toBe(', counted line 3');
});

test('what the user says goes before what the amounts say', () => {
  expect(decided(['1.500', '12.50'], { said: ',' })).toBe(', said');
});
