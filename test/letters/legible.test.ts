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

test('a figure that is as wide as its column is one line, whichever way both were reckoned', () => {
  const mm = 72 / 25.4;
  for (const [size, length] of [8.5, 8, 7.5, 7, 6.5, 6].flatMap((one) =>
    Array.from({ length: 90 }, (_, i) => [one, 4 + i / 8] as const),
  ))
    expect(wrappedIn('76\u202f218,45', (length / mm) * size, (text) => (length * size * [...text].length) / 9 / mm)).toHaveLength(
      1,
    );
});

test('what is cut is seen to be', () => {
  expect([cutTo('abc', 3, width), cutTo('abcd', 3, width)]).toEqual(['abc', 'ab…']);
});
