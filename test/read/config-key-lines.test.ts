// On which line of an ar.toml does a key stand, however TOML lets it be written?
import fc from 'fast-check';
import { stringify } from 'smol-toml';
import { expect, test } from 'vitest';
import { keyLines } from '../../src/read/config/key-lines.ts';
import { runs } from '../harness/share.ts';
import { SEED } from '../properties/random-ledger.ts';

const written: readonly [string, string, readonly string[], number][] = [
  ['a key of a section', '[input]\n\ncurrency = "EUR"\n', ['input', 'currency'], 3],
  ['the section itself', '\n# first\n[input]\ncurrency = "EUR"\n', ['input'], 3],
  ['a dotted key', '\ninput.currency = "EUR"\n', ['input', 'currency'], 2],
  ['the section a dotted key makes', '\ninput.currency = "EUR"\n', ['input'], 2],
  ['a dotted key with gaps', '[input]\nmap . due = "x"\n', ['input', 'map', 'due'], 2],
  ['a key in a table of one line', '[input]\nmap = { due = "x", date = "y" }\n', ['input', 'map', 'date'], 2],
  ['a table of one line in another', 'input = { map = { due = "x" } }\n', ['input', 'map', 'due'], 1],
  ['a section of a section', '[input]\n[input.map]\ndue = "x"\n', ['input', 'map', 'due'], 3],
  ['a section with gaps', '[ input . map ]\ndue = "x"\n', ['input', 'map', 'due'], 2],
  ['a list of sections', '[[input]]\na = 1\n[[input]]\n', ['input'], 1],
  ['a quoted key', "[input]\n'a b' = 1\n", ['input', 'a b'], 2],
  ['a quoted key with an escape', '[input]\n"\\u00e9 \\"x\\"" = 1\n', ['input', 'é "x"'], 2],
  ['a key that also stands in another section', '[a]\nx = 1\n[b]\nx = 1\n', ['b', 'x'], 4],
  ['a key that also stands in a comment', '[a]\n# x = 1\nx = 1\n', ['a', 'x'], 3],
  ['a key that also stands in a text', '[a]\nt = "x = 1"\nx = 1\n', ['a', 'x'], 3],
  ['a key behind a text of several lines', 't = """\n[a]\nx = "1" \\""" """\n[a]\nx = 1\n', ['a', 'x'], 5],
  ['a key behind a literal of several lines', "t = '''\n[a]\nx = 1\n'''''\n[a]\nx = 1\n", ['a', 'x'], 6],
  ['a key behind a list of several lines', '[a]\nl = [ # one ]\n  "x",\n  { x = 1 }, # ]\n]\nx = 1\n', ['a', 'x'], 6],
  [
    'a key behind a day and its hour',
    '[a]\nd = 2026-06-30 10:00:00\nl = [2026-06-30 10:00:00, 1.5]\nx = 1 # one\n',
    ['a', 'x'],
    4,
  ],
  ['a key behind a # in a text', '[a]\nt = "#"\nx = \'#\'\n', ['a', 'x'], 3],
  ['a key after line ends of Windows', '[a]\r\n\r\nx = 1\r\n', ['a', 'x'], 3],
  ['a key without a section', '\n\nx = 1', ['x'], 3],
];

test.each(written)('%s', (_, text, path, line) => {
  expect(keyLines(text)(path)).toBe(line);
});

test('a path that does not stand there has the line of what it would stand in', () => {
  expect(keyLines('[a]\n')(['a', 'x'])).toBe(1);
  expect(keyLines('[a]\n')(['b', 'x'])).toBeUndefined();
});

test(`every key of a random text has the line it was written on (seed ${SEED})`, () => {
  const key = fc.oneof(fc.constantFrom('a', 'b', 'due', 'map'), fc.string({ minLength: 1, maxLength: 6 }));
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.constant('x = 1 # "\n[a]'),
  );
  const section = fc.dictionary(key, value, { maxKeys: 4 });
  fc.assert(
    fc.property(fc.dictionary(key, section, { minKeys: 1, maxKeys: 4 }), (table) => {
      const text = stringify(table);
      const lineOf = keyLines(text);
      const lines = text.split('\n');
      for (const [name, keys] of Object.entries(table)) {
        for (const one of Object.keys(keys)) {
          // The line begins with this key, and it is the only one of its section that does.
          const at = lineOf([name, one]) as number;
          const other = stringify({ [one]: 0 }).replace(/0\s*$/, '');
          expect(lines[at - 1]?.startsWith(other), `${text}\n${name} ${one} ${at}`).toBe(true);
          expect(lines.slice(lineOf([name]), at - 1).some((line) => line.startsWith(other))).toBe(false);
        }
      }
    }),
    { numRuns: runs(500), seed: SEED },
  );
});
