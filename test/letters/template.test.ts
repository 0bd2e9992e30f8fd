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

test.each([
  ['1. one\n2. two', ['1. one', '2. two']],
  ['3. {{customer}}', ['3. Ann <b>']],
  ['- one', ['one']],
  ['Pay [here](https://pay.example.org/x).', ['Pay here (https://pay.example.org/x).']],
  ['See https://pay.example.org/x or pay@example.org', ['See https://pay.example.org/x or pay@example.org']],
])('nothing that %j says is lost on paper', (text, said) => {
  const template = templateOf((name) => ({ 'en/first': text })[name], 'en', '', 'first');
  const { blocks } = typeof template === 'function' ? template({ customer: 'Ann <b>' }) : { blocks: [] };
  expect(
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [])),
  ).toEqual(said);
});
