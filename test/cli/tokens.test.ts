// Arguments are told apart as `parseArgs` of Node does, whose tokens these would be.
import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { tokensOf } from '../../src/cli/tokens.ts';

const KNOWN = [
  { name: 'as-of', takes: 'DAY' },
  { name: 'output', short: 'o', takes: 'FILE' },
  { name: 'quiet', short: 'q', takes: undefined },
  { name: 'explain', takes: undefined },
];
const byName = new Map(KNOWN.map((spec) => [spec.name, spec]));

function ofNode(args: readonly string[]) {
  const options = Object.fromEntries(
    KNOWN.map(({ name, short, takes }) => [
      name,
      { type: takes === undefined ? ('boolean' as const) : ('string' as const), ...(short === undefined ? {} : { short }) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true, allowPositionals: true, options });
  return {
    options: tokens.flatMap((token) =>
      token.kind === 'option'
        ? [{ name: token.name, rawName: token.rawName, value: token.value, inline: token.inlineValue === true }]
        : [],
    ),
    positionals: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
  };
}

const WORDS = [
  ...['--as-of', '--as-of=2026-06-30', '--as-of=', '--as-of=a=b', '--output', '--quiet', '--quiet=yes', '--explain', '--other'],
  ...['--other=1', '--=x', '--=a=b', '--', '-', '', '-o', '-q', '-x', '-oFILE', '-o=FILE', '-qo', '-qoFILE', '-qx'],
  ...['-é', '-1', 'ledger.csv', 'a=b', '--q', '--o', '-qé'],
];

test('every three words one after the other are the tokens of Node', () => {
  for (const a of WORDS) {
    for (const b of WORDS) {
      for (const c of ['ledger.csv', '--quiet', '-o', '--', '-qoX']) {
        const args = [a, b, c];
        expect(tokensOf(args, byName), args.join(' ')).toEqual(ofNode(args));
      }
    }
  }
});

test('a dash among letters is an option that nobody knows, and ends nothing', () => {
  expect(tokensOf(['-q-x', 'ledger.csv'], byName)).toEqual({
    options: ['q', '-', 'x'].map((letter) => ({
      name: letter === 'q' ? 'quiet' : letter,
      rawName: `-${letter}`,
      value: undefined,
      inline: false,
    })),
    positionals: ['ledger.csv'],
  });
});

test.each(['-30 days', '-detail', '-xqoq', '-F2'])(
  '%j, whose first letter is no option, is one word that nobody knows',
  (arg) => {
    expect(tokensOf([arg, 'ledger.csv'], byName)).toEqual({
      options: [{ name: arg, rawName: arg, value: undefined, inline: false }],
      positionals: ['ledger.csv'],
    });
  },
);
