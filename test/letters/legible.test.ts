// In which order does a line stand on paper, and where is it broken? By Unicode's rules for a line that begins at the left; each piece is turned by whoever shapes it.
import { expect, test } from 'vitest';
import { cutTo, visualRuns, wrappedIn } from '../../src/letters/pdf/legible.ts';

test.each([
  ['plain text, 1,234.50', ['plain text, 1,234.50']],
  ['שלום', ['שלום']],
  ['אב גד', ['גד', ' ', 'אב']],
  ['a אב גד b', ['a ', 'גד', ' ', 'אב', ' b']],
  ['אב 12,5 גד', ['גד', ' ', '12,5', ' ', 'אב']],
  ['אב 12', ['12', ' ', 'אב']],
  ['אב (12)', ['(', '12', ')', ' ', 'אב']],
  ['אב (c)', ['אב', ' (c)']],
  ['שركة ١٢٣ Ltd'.replace('ש', 'ش'), ['١', '٢', '٣', ' ', 'شركة', ' Ltd']],
])('%j', (line, pieces) => {
  expect(visualRuns(line)).toEqual(pieces);
});

const width = (text: string): number => [...text].length;

test.each([
  ['one two three', 8, ['one two', 'three']],
  ['one', 8, ['one']],
  ['', 8, ['']],
  ['abcdefghijkl', 5, ['abcde', 'fghij', 'kl']],
  ['ab-cdefgh x', 6, ['ab-', 'cdefgh', 'x']],
  ['x abcdefgh', 4, ['x', 'abcd', 'efgh']],
  ['xxxx yy', 4, ['xxxx', 'yy']],
  ['👨‍👩‍👧👨‍👩‍👧', 5, ['👨‍👩‍👧', '👨‍👩‍👧']],
])('%j in lines of %i', (text, most, lines) => {
  expect(wrappedIn(text, most, width)).toEqual(lines);
});

test('what is cut is seen to be', () => {
  expect([cutTo('abc', 3, width), cutTo('abcd', 3, width)]).toEqual(['abc', 'ab…']);
});
