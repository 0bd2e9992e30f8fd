// Is what `npm test` leaves out asked by `npm run soak`? That one must take every file of the tests, and whole.
import { describe, expect, test } from 'vitest';
import short from '../../vitest.config.ts';
import soak from '../../vitest.soak.config.ts';
import { isWhole, runs, share } from '../harness/share.ts';

const numbers = [...Array(11).keys()];

test('a soak takes every test that npm test takes, with the cases on the built program and every run', () => {
  expect(soak.test?.include).toEqual(expect.arrayContaining(short.test?.include ?? ['nothing']));
  expect(soak.test?.exclude).toEqual(['test/cases/**']);
  expect(soak.test?.env).toEqual({ AR_CASES: 'built', AR_RUNS: 'all' });
});

test.runIf(isWhole)('the whole is the whole', () => {
  expect(runs(150)).toBe(150);
  expect(share(numbers, 3)).toEqual(numbers);
});

describe.skipIf(isWhole)('npm test asks', () => {
  test('a seventh of the runs, and never none', () => {
    expect([1, 7, 8, 150].map(runs)).toEqual([1, 1, 2, 22]);
  });

  test('every seventh place, and all of them where seven neighbours take turns', () => {
    expect(share(numbers)).toEqual([0, 7]);
    expect([0, 1, 2, 3, 4, 5, 13].flatMap((from) => share(numbers, from)).sort((a, b) => a - b)).toEqual(numbers);
  });
});
