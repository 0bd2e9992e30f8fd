// Can a letter be written by this template? One that says nothing is refused; a part of letters may be empty.
import { expect, test } from 'vitest';
import { templateOf } from '../../src/letters/template.ts';

test.each([
  ['', 'refused'],
  [' \n\n', 'refused'],
  ['{{!-- to be written --}}\n{{! soon }}\n', 'refused'],
  ['{{> answer}}', 'taken'],
  ['{{items}}', 'taken'],
])('a letter of %j is %s', (text, how) => {
  const found = templateOf((name) => ({ 'fr/first': text, 'fr/answer': '' })[name], 'fr', '', 'first');
  expect(typeof found === 'function' ? 'taken' : found.map(({ what }) => what)).toEqual(
    how === 'taken' ? how : ['the template of a letter says nothing'],
  );
});
