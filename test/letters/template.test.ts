// Can a letter be written by this template? One that says nothing is refused; a part of letters may be empty.
import { expect, test } from 'vitest';
import type { Block } from '../../src/letters/prose.ts';
import { templateOf } from '../../src/letters/template.ts';

test.each([
  ['', 'refused'],
  [' \n\n', 'refused'],
  ['{{!-- to be written --}}\n{{! soon }}\n', 'refused'],
  ['{{> answer}}{{items}}', 'taken'],
  ['{{items}}', 'taken'],
])('a letter of %j is %s', (text, how) => {
  const found = templateOf((name) => ({ 'fr/first': text, 'fr/answer': '' })[name], 'fr', '', 'first');
  expect(typeof found === 'function' ? 'taken' : found.map(({ what }) => what)).toEqual(
    how === 'taken' ? how : ['the template of a letter says nothing'],
  );
});

test.each([
  ['{{amount_due}}', false],
  ['{{> answer}}', false],
  ['{{> list}}', true],
  ['{{> around}}', true],
  ['{{#if claimed}}{{items}}{{/if}}', false],
  ['{{#if claimed}}{{items}}{{else}}{{> list}}{{/if}}', true],
  ['{{#unless single}}{{items}}{{else}}{{amounts}}{{/unless}}', false],
  ['{{#if items}}{{items}}{{/if}}', true],
  ['{{#unless items}}{{items}}{{/unless}}', false],
  ['{{#unless items}}none{{else}}{{items}}{{/unless}}', true],
  ['{{!-- {{items}} --}}x', false],
  ['\\{{items}}', false],
])('each letter by %j lists what is owed: %s', (text, lists) => {
  const parts = { 'fr/first': text, 'fr/answer': '', 'fr/list': '{{items}}', 'fr/around': '{{> answer}}{{> list}}' };
  const found = templateOf((name) => parts[name as keyof typeof parts], 'fr', '', 'first');
  expect(typeof found === 'function' ? [] : found.map(({ what }) => what)).toEqual(
    lists ? [] : ['a letter by this template may go out without {{items}}, the list of what is owed'],
  );
});

const ITEMS: Block = { kind: 'lines', lines: ['the list'] };

function blocksOf(text: string): readonly Block[] {
  const template = templateOf((name) => ({ 'en/first': text })[name], 'en', '', 'first');
  return typeof template === 'function' ? template({ customer: 'Ann <b>\nco', items: [ITEMS] }).blocks : [];
}

test.each([
  '# Subject {{items}}',
  '## Heading\n{{items}}',
  '## Heading {{items}}',
  '- {{items}}',
  '- one {{items}} two',
  '1. {{items}}',
  '> {{items}}',
  '| a |\n|---|\n| {{items}} |',
  '**{{items}}**',
  '[{{items}}](https://pay.example.org)',
])('the list of what is owed is not lost in %j', (text) => {
  expect(blocksOf(text)).toContainEqual(ITEMS);
});

test.each([
  ['1. one\n2. two', ['1. one', '2. two']],
  ['3. {{customer}}', ['3. Ann <b>\nco']],
  ['- one', ['one']],
  ['Pay [here](https://pay.example.org/x).', ['Pay here (https://pay.example.org/x).']],
  ['See https://pay.example.org/x or pay@example.org', ['See https://pay.example.org/x or pay@example.org']],
  ['[{{customer}}](https://pay.example.org/{{customer}})', ['Ann <b>\nco (https://pay.example.org/Ann <b>\nco)']],
  ['- one\n  - two\n- three', ['one – two', 'three']],
  ['one  \ntwo\nthree', ['one', 'two three']],
  ['one<br>{{customer}}', ['one', 'Ann <b>\nco']],
  ['<!-- to be said better -->\n\none <!-- or two? -->', ['one']],
  ['5&nbsp;% &amp; more', ['5\u00a0% & more']],
  ['a <b>', ['a <b>']],
  ['| one | two |\n|---|:-:|\n| {{customer}} | 5 - 3 |', ['one | two', 'Ann <b>\nco | 5 - 3']],
])('what %j says stands on paper', (text, said) => {
  const blocks = blocksOf(`${text}\n\n{{items}}`).filter((block) => block !== ITEMS);
  expect(
    blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [block.text];
      return block.kind === 'list' ? block.items : block.kind === 'lines' ? block.lines : [];
    }),
  ).toEqual(said);
});
