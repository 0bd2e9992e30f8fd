// Which values may the keys of [dunning] have that letters hang on, and what is told of the others?
import { expect, test } from 'vitest';
import { lettersAt } from '../harness/letter-kinds.ts';

test.each([
  ['formal_days = 0', 'formal_days takes a whole number of days, from 1 to 999'],
  ['formal_days = "soon"', 'formal_days takes a whole number of days'],
  ['retention_of_title = "sometimes"', 'retention_of_title takes yes or no'],
  ['acceleration = true', 'acceleration takes a text in quotes'],
  ['suspension = ""', 'suspension is empty'],
  ['templates = "-"', 'templates takes a folder'],
])('%s', async (line, told) => {
  const { ran, letters } = await lettersAt({ level: 'formal', kinds: ['fr-fr'], dunning: `${line}\n` });
  expect([ran.code, letters.size]).toEqual([2, 0]);
  expect(ran.stderr).toContain(`config-bad-value: [dunning] ${told}`);
});
