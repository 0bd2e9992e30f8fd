// How long can a message get? However long a text from outside is, and however many names there are, a message stays one that can be read.
import { expect, test } from 'vitest';
import { ar } from '../peers/program.ts';

const LONG = 'x'.repeat(5000);
const MANY = Array.from({ length: 40 }, (_, i) => `column${String.fromCharCode(65 + (i % 26))}${i}`);
const LEDGER = 'customer,date,amount,entity\nC1,2024-05-01,100.00,E1\n';
const FILES = { 'l.csv': LEDGER };

test.each([
  ['a command', [LONG], FILES],
  ['a command that looks like an option', [`-${LONG}`], FILES],
  ['what follows help of a command', ['help', LONG, LONG], FILES],
  ['an option', ['age', 'l.csv', `--${LONG}`], FILES],
  ['an option where a value should be', ['age', 'l.csv', '--as-of', `--sort=${LONG}`], FILES],
  ['a day', ['age', 'l.csv', '--as-of', LONG], FILES],
  ['a field', ['age', 'l.csv', '--map', `${LONG}=date`], FILES],
  ['a heading', ['age', 'l.csv', '--map', `due=${LONG}`], FILES],
  [
    'headings that are one field',
    ['age', 'l.csv', '--map', `due=${LONG}`],
    { 'l.csv': `${LONG},${LONG},customer,date,amount\n` },
  ],
  ['a heading taken away', ['age', 'l.csv', '--map', `due=${LONG}`, '--map', 'date=due'], FILES],
  ['a column of --where', ['age', 'l.csv', '--where', `${LONG}=1`], FILES],
  ['a value of --where', ['age', 'l.csv', '--where', `country=${LONG}`], FILES],
  ['a column to group by', ['age', 'l.csv', '--group-by', LONG], FILES],
  ['a column to sort by', ['age', 'l.csv', '--sort', LONG], FILES],
  ['a section', ['age', 'l.csv', '--section', LONG], FILES],
  ['an entity', ['age', 'l.csv', '--entity', LONG], FILES],
  ['the entities there are', ['age', 'l.csv'], { 'l.csv': `${LEDGER}C1,2024-05-01,100.00,${LONG}\n` }],
  ['a section of ar.toml', ['age', 'l.csv'], { ...FILES, 'ar.toml': `[${LONG}]\n` }],
  ['a key of ar.toml', ['age', 'l.csv'], { ...FILES, 'ar.toml': `[input]\n${LONG} = 1\n` }],
  ['a key of ar.toml in no section', ['age', 'l.csv'], { ...FILES, 'ar.toml': `${LONG} = 1\n` }],
  ['a field of ar.toml', ['age', 'l.csv'], { ...FILES, 'ar.toml': `[input]\nmap = { ${LONG} = 1 }\n` }],
] as [string, string[], Record<string, string>][])('%s that is long is cut', async (_, args, files) => {
  const { stderr } = await ar(args, files);
  expect(stderr).toContain(': error ');
  expect(stderr).not.toMatch(/x{61}/);
});

test.each([
  ['--sort', ['--sort', '-no', '--buckets', MANY.map((_, i) => i + 1).join(',')], LEDGER],
  ['--entity', ['--entity', 'no'], `customer,date,amount,entity\n${MANY.map((name) => `C1,2024-05-01,1.00,${name}\n`).join('')}`],
  ['--map', ['--map', 'no=date'], LEDGER],
])('of the many names %s could take ten are told, and the others counted', async (_, args, ledger) => {
  const { stderr } = await ar(['age', 'l.csv', ...args], { 'l.csv': ledger });
  expect(stderr).toMatch(/ are (?:[\w-]+, ){9}[\w-]+ and \d+ more/);
});
