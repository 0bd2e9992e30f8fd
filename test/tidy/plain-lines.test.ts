// Which cases are run without a shell, and as what?
import { expect, test } from 'vitest';
import { plainLines } from '../harness/plain-lines.ts';

test.each([
  ['ar age l.csv --as-of 2026-06-30\n', [['always', 'ar', 'age', 'l.csv', '--as-of', '2026-06-30']]],
  [
    'ar a && ar b',
    [
      ['always', 'ar', 'a'],
      ['after', 'ar', 'b'],
    ],
  ],
  [
    'ar a; echo "exit $?"',
    [
      ['always', 'ar', 'a'],
      ['always', 'echo', 'exit $?'],
    ],
  ],
  [
    'ar a\n\n  ar b\n',
    [
      ['always', 'ar', 'a'],
      ['always', 'ar', 'b'],
    ],
  ],
  [
    `ar a --where 'name="Dupont, SA"' --terms "30% 30 days; rest"`,
    [['always', 'ar', 'a', '--where', 'name="Dupont, SA"', '--terms', '30% 30 days; rest']],
  ],
  [`ar a --map=x="A b"c ''`, [['always', 'ar', 'a', '--map=x=A bc', '']]],
] as const)('%s needs none', (command, lines) => {
  expect(plainLines(command)?.map(({ run, words }) => [run, ...words])).toEqual(lines);
});

test.each([
  'ar a | head',
  'ar a > f',
  'ar a $X',
  'ar "$X"',
  'ar `x`',
  'ar *.csv',
  'ar f?',
  'ar ~',
  'cd x && ar a',
  'TZ=UTC ar a',
  'ar a &',
  'ar a || ar b',
  'ar {a,b}',
  'ar a # why',
  'ar a\\ b',
  "ar 'a",
  'ar -',
  'ar --version',
  'echo -n x',
  'ar "a\\"b"',
  '(ar a)',
  'ar a !',
])('%s does', (command) => {
  expect(plainLines(command)).toBeUndefined();
});
