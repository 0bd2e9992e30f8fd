// Does each key of ar.toml do what its option does, and does the command line overrule it?
import { describe, expect, test } from 'vitest';
import { commonOptions, inputOptions } from '../../src/cli/options.ts';
import { ar, type Ran } from '../peers/program.ts';

const LEDGER = `customer;name;document;date;Échéance;due;amount;base
C1;Oné;F1;2024-05-01;2024-06-20;2024-05-31;100.00;100.00
C2;Two;F2;2024-06-01;;;50.00;50.00
`;
const FILES = {
  'l.csv': LEDGER,
  'customers.csv': 'id,name,terms\nC2,Deux,10 days\n',
  'others.csv': 'id,name,terms\nC2,Zwei,5 days\n',
  'documents.csv': 'document,due\nF2,2024-07-01\n',
  'reports.csv': 'document,due\nF2,2024-08-01\n',
  'rates.csv': 'currency,day,rate\nEUR,2024-01-01,1.1\n',
  'dearer.csv': 'currency,day,rate\nEUR,2024-01-01,1.2\n',
};

async function run(config: string | undefined, ...args: string[]): Promise<Ran> {
  return ar(['age', 'l.csv', ...args], config === undefined ? FILES : { ...FILES, 'ar.toml': config });
}

/** Each key with two values, and the option that says the same; `with` is what shows it. */
const KEYS: readonly {
  key: string;
  config: string;
  option: string;
  values: readonly [string, string];
  with: readonly string[];
}[] = [
  { key: 'input.as_of', config: '[input]\nas_of = "V"', option: '--as-of', values: ['2024-06-10', '2024-06-25'], with: [] },
  { key: 'input.currency', config: '[input]\ncurrency = "V"', option: '--currency', values: ['USD', 'GBP'], with: [] },
  { key: 'input.in', config: '[input]\nin = "V"', option: '--in', values: ['EUR', 'USD'], with: ['--format', 'json'] },
  { key: 'input.delimiter', config: '[input]\ndelimiter = "V"', option: '--delimiter', values: ['semicolon', 'bar'], with: [] },
  {
    key: 'input.decimal',
    config: '[input]\ndecimal = "V"',
    option: '--decimal',
    values: ['.', ','],
    with: ['--format', 'json'],
  },
  {
    key: 'input.date_order',
    config: '[input]\ndate_order = "V"',
    option: '--date-order',
    values: ['dmy', 'ymd'],
    with: ['--format', 'json'],
  },
  {
    key: 'input.skip_lines',
    config: '[input]\nskip_lines = "V"',
    option: '--skip-lines',
    values: ['0', '1'],
    with: ['--format', 'json'],
  },
  {
    key: 'input.encoding',
    config: '[input]\nencoding = "V"',
    option: '--encoding',
    values: ['windows-1252', 'macintosh'],
    with: ['--detail'],
  },
  {
    key: 'input.preset',
    config: '[input]\npreset = "V"',
    option: '--preset',
    values: ['generic', 'pennylane'],
    with: ['--format', 'json'],
  },
  {
    key: 'input.accounts',
    config: '[input]\naccounts = "V"\nmap = { account = "document" }',
    option: '--accounts',
    values: ['F1', 'F2'],
    with: ['--map', 'account=document'],
  },
  { key: 'input.map', config: '[input]\nmap = { due = "V" }', option: '--map', values: ['Échéance', 'date'], with: ['--detail'] },
  { key: 'input.where', config: '[input]\nwhere = { customer = "V" }', option: '--where', values: ['C1', 'C2'], with: [] },
  {
    key: 'input.where_not',
    config: '[input]\nwhere_not = { customer = "V" }',
    option: '--where-not',
    values: ['C1', 'C2'],
    with: [],
  },
  {
    key: 'terms.default',
    config: '[terms]\ndefault = "V"',
    option: '--terms',
    values: ['30 days', '45 days'],
    with: ['--detail'],
  },
  {
    key: 'customers.file',
    config: '[customers]\nfile = "V"',
    option: '--customers',
    values: ['customers.csv', 'others.csv'],
    with: ['--detail'],
  },
  {
    key: 'input.documents',
    config: '[input]\ndocuments = "V"',
    option: '--documents',
    values: ['documents.csv', 'reports.csv'],
    with: ['--detail'],
  },
  {
    key: 'input.rates',
    config: '[input]\nrates = "V"',
    option: '--rates',
    values: ['rates.csv', 'dearer.csv'],
    with: ['--in', 'USD'],
  },
  { key: 'output.lang', config: '[output]\nlang = "V"', option: '--lang', values: ['fr', 'en'], with: ['--format', 'md'] },
  { key: 'output.format', config: '[output]\nformat = "V"', option: '--format', values: ['tsv', 'json'], with: [] },
  { key: 'output.dialect', config: '[output]\ndialect = "V"', option: '--dialect', values: ['excel-fr', 'excel-en'], with: [] },
  {
    key: 'output.color',
    config: '[output]\ncolor = "V"',
    option: '--color',
    values: ['always', 'never'],
    with: ['--format', 'table'],
  },
];

/** What stands before the value where a key takes a table. */
const PART = new Map([
  ['input.map', 'due='],
  ['input.where', 'customer='],
  ['input.where_not', 'customer='],
]);

const lineOf = ({ key, option }: (typeof KEYS)[number], value: string): string[] => [option, (PART.get(key) ?? '') + value];

describe.each(KEYS)('$key', (row) => {
  const [first, second] = row.values;
  const toml = (value: string): string => row.config.replace('V', value);

  test('says what its option says', async () => {
    const byLine = await run(undefined, ...lineOf(row, first), ...row.with);
    expect(await run(toml(first), ...row.with)).toEqual(byLine);
    expect(byLine.stdout).not.toBe((await run(undefined, ...lineOf(row, second), ...row.with)).stdout);
  });

  test('is overruled by the command line', async () => {
    const byLine = await run(undefined, ...lineOf(row, second), ...row.with);
    expect(await run(toml(first), ...lineOf(row, second), ...row.with)).toEqual(byLine);
  });

  test('is read by the reader of its option: what the one refuses, the other refuses', async () => {
    if (['customers.file', 'input.documents', 'input.rates'].includes(row.key)) return;
    const wrong = row.key === 'input.map' ? '' : PART.has(row.key) ? '\\"' : 'no such thing';
    const { code, stderr } = await run(toml(wrong));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^ar\.toml:2: error config-bad-value: \[/);
  });
});

test('every option of the input but those of one run has its key', () => {
  const ofARun = ['control', 'tolerance', 'rejects', 'config'];
  const withKey = Object.values(inputOptions).filter(({ name }) => KEYS.some(({ option }) => option === `--${name}`));
  expect(withKey.map(({ name }) => name)).toEqual(
    Object.values(inputOptions).flatMap(({ name }) => (ofARun.includes(name) ? [] : [name])),
  );
});

test.each(
  Object.values(commonOptions)
    .filter(({ name }) => !KEYS.some(({ option }) => option === `--${name}`))
    .map(({ name }) => name),
)('--%s is asked of each run, and no key', async (name) => {
  const { code, stderr } = await run(`[input]\n${name} = "x"`);
  expect(code).toBe(2);
  expect(stderr).toContain(`ar.toml:2: error config-unknown-key: [input] has no key ${name}`);
});

test.each([
  ['[input]\ncustomers = "x"', '[input] has no key customers; it belongs in [customers], as file = …'],
  ['[input]\nterms = "30 days"', '[input] has no key terms; it belongs in [terms], as default = …'],
  ['[terms]\nterms = "30 days"', '[terms] has no key terms; it belongs in [terms], as default = …'],
  ['[documents]\nfile = "x"', 'there is no section [documents]; it belongs in [input], as documents = …'],
  ['[customers]\ndocuments = "x"', '[customers] has no key documents; it belongs in [input]'],
  ['[input]\nas-known = "x"', '[input] has no key as-known; it is asked of each run: --as-known'],
])('%j: where the setting belongs is told', async (config, told) => {
  const { code, stderr } = await run(config);
  expect([code, stderr.split('error config-unknown-key: ')[1]]).toEqual([2, `${told}\n`]);
});

test.each(['as_of', 'as-of'])('an option may be spelt %s as a key', async (key) => {
  expect(await run(`[input]\n${key} = "2024-06-10"`)).toEqual(await run(undefined, '--as-of', '2024-06-10'));
});

describe('an ar.toml', () => {
  test('of a map says what the line does not say of it', async () => {
    const args = ['--map', 'name=document', '--detail'];
    expect(await run('[input]\nmap = { due = "Échéance", name = "customer" }', ...args)).toEqual(
      await run(undefined, '--map', 'due=Échéance', ...args),
    );
  });

  test('is left alone where --config says none', async () => {
    expect(await run('[output]\nformat = "json"', '--config', 'none')).toEqual(await run(undefined));
  });

  test('is left alone where --config names another', async () => {
    const files = { ...FILES, 'ar.toml': 'no TOML', 'of/another.toml': '[customers]\nfile = "../others.csv"' };
    const { stdout, code } = await ar(['age', 'l.csv', '--config', 'of/another.toml'], files);
    expect([code, stdout]).toEqual([0, (await run(undefined, '--customers', 'others.csv')).stdout]);
  });

  test('gives a format, and the name of a file to write another', async () => {
    const { files } = await run('[output]\nformat = "json"', '--output', 'x.tsv');
    expect(files.get('x.tsv')).toMatch(/^customer\t/);
    const named = await run('[output]\nformat = "json"', '--output', 'x');
    expect(named.files.get('x')).toMatch(/^\{/);
  });

  test('that is wrong does not keep anybody from the help', async () => {
    expect(await run('no TOML', '--help')).toEqual(await run(undefined, '--help'));
  });

  test('and the command line are told their mistakes together', async () => {
    const { stderr } = await run('[terms]\ndefault = "30"', '--top', '0');
    expect(stderr.split('\n').map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      'ar: error usage-bad-value',
      'ar.toml:2: error config-bad-value',
      '',
    ]);
  });
});
