// Is a policy of write-downs checked whole before anything is reckoned? Each mistake is told with file, line and key, and all of them at once.
import { describe, expect, test } from 'vitest';
import { SHIPPED_POLICIES } from '../../src/policy/provision-shipped.ts';
import { ar, type Ran } from '../peers/program.ts';

const LEDGER = 'customer,kind,document,date,due,amount,currency\nA,invoice,F1,2024-01-01,2024-02-01,100.00,EUR\n';

async function run(policy: string, more: Record<string, string> = {}, ...args: string[]): Promise<Ran> {
  const files = { 'l.csv': LEDGER, 'p.toml': policy, ...more };
  return ar(['provision', 'l.csv', '--as-of', '2024-06-30', '--policy', 'p.toml', '--format', 'json', ...args], files);
}

const RATES = 'rates = { not_due = "1%", d1_30 = "2%", d31_60 = "3%", d61_90 = "4%", d91_plus = "5%" }';

describe('a policy is refused', () => {
  test.each<[string, string, string]>([
    [
      'where a rate is missing',
      '[provision]\nrates = { not_due = "1%", d1_30 = "2%", d31_60 = "3%", d91_plus = "5%" }',
      'p.toml:2: error config-bad-value: [provision] rates: the rate of d61_90 is missing',
    ],
    [
      'where a rate is above the whole',
      `[provision]\n${RATES.replace('"5%"', '"150%"')}`,
      'p.toml:2: error config-bad-value: [provision] rates d91_plus holds a rate above 100%: no more than the whole is lost',
    ],
    [
      'where percentages are written as numbers',
      `[provision]\n${RATES.replace('"5%"', '5')}`,
      'p.toml:2: error config-bad-value: [provision] rates d91_plus holds a rate above 100%: write 5% as "5%"',
    ],
    ['where a rate is a bare 1', `[provision]\n${RATES.replace('"1%"', '1')}`, 'a bare 1 could be either'],
    [
      'where buckets overlap',
      `[provision]\nbuckets = "30,60,60"\n${RATES}`,
      'p.toml:2: error config-bad-value: [provision] buckets cannot be read: bounds must ascend, so that no two buckets overlap: 60 follows 60',
    ],
    [
      'where a rate is of no bucket',
      `[provision]\nbuckets = "30"\nrates = { not_due = "1%", d1_30 = "2%", d31_plus = "3%", d91_plus = "5%" }`,
      'there is no bucket d91_plus',
    ],
    [
      'where a status means nothing known',
      '[provision]\nstatuses = { watched = "maybe" }',
      'p.toml:2: error config-bad-value: [provision] statuses watched takes one of doubtful, sound',
    ],
    [
      'where a factor has no reason',
      `[provision]\n${RATES}\nfactor = "1.1"`,
      'p.toml:3: error config-bad-value: [provision] factor: nothing says why',
    ],
    [
      'where a segment has too few rates',
      `[provision]\nsegment_by = "sector"\nsegments = { food = "1% 2%" }`,
      'segments: food takes one rate a bucket, 5 of them',
    ],
    [
      'where nothing tells segments apart',
      `[provision]\nsegments = { food = "1% 2% 3% 4% 5%" }`,
      'nothing says which column tells segments apart',
    ],
    ['where a key is unknown', '[provision]\nrate = "1%"', 'p.toml:2: error config-unknown-key'],
    ['where an account has no purpose', '[provision]\naccounts = { provisions = "491" }', 'knows no account "provisions"'],
    ['where a section is of something else', '[risk]\nweights = { oldest = 1 }', 'there is no section [risk]'],
  ])('%s', async (_, policy, told) => {
    const ran = await run(policy);
    expect(ran.stderr).toContain(told);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
  });

  test('with all of its mistakes at once', async () => {
    const { stderr } = await run('[provision]\nbase = "half"\nbuckets = "60,30"\nvat_rate = "x"\n');
    expect(stderr.match(/error config-bad-value/g)).toHaveLength(3);
  });

  const MIXED = `[provision]
base = "half"
rates = { not_due = "1%", d1_30 = "200%", d31_60 = "3%", d91_plus = "5%" }
factor = "1.1"
`;
  test.each([['--policy', { 'p.toml': MIXED }] as const, ['ar.toml', { 'ar.toml': MIXED, 'p.toml': '[provision]\n' }] as const])(
    'with what its keys say against one another beside what is wrong with each: %s',
    async (where, files) => {
      const line = ['provision', 'l.csv', ...(where === 'ar.toml' ? [] : ['--policy', 'p.toml'])];
      const { stderr, code } = await ar(line, { 'l.csv': LEDGER, ...files });
      expect(code).toBe(2);
      const told = stderr.split('\n').filter((text) => text.includes('error'));
      expect(
        told
          .map((text) => text.replace(/^\S+:(\d+): error config-bad-value: \[provision\] /, '$1 ').replace(/(?:: "|; ).*/, ''))
          .sort(),
      ).toEqual([
        '2 base takes one of net, gross',
        '3 rates d1_30 holds a rate above 100%: no more than the whole is lost',
        '3 rates: the rate of d61_90 is missing',
        '4 factor: nothing says why rates are multiplied by it',
      ]);
    },
  );

  test('with nothing said to be missing for bounds that cannot be read', async () => {
    const { stderr } = await run(`[provision]\nbuckets = "30,20"\n${RATES}`);
    expect(stderr.match(/error/g)).toHaveLength(1);
  });

  test('that is not there, naming those that ship', async () => {
    const ran = await ar(['provision', 'l.csv', '--policy', 'none.toml'], { 'l.csv': LEDGER });
    expect(ran.stderr).toContain('the policies that ship are fr and ifrs9');
    expect(ran.code).toBe(2);
  });
});

test.each([...SHIPPED_POLICIES])('the policy %s that ships is one that a user could write', async (_, text) => {
  expect((await run(text)).code).toBe(0);
});

test('a policy on the line replaces the one of ar.toml whole', async () => {
  const config = `[provision]\n${RATES}\nbase = "gross"\n`;
  const files = { 'l.csv': LEDGER, 'ar.toml': config };
  const rows = async (...args: string[]) => {
    const ran = await ar(['provision', 'l.csv', '--as-of', '2024-06-30', '--format', 'json', '--quiet', ...args], files);
    expect(ran.code, ran.stderr).toBe(0);
    return JSON.parse(ran.stdout).sections[0].rows as { required: number }[];
  };
  expect((await rows())[0]?.required).toBe(5);
  expect(await rows('--policy', 'fr')).toEqual([]);
});

test('rates by segment, and those of all others', async () => {
  const policy = `[provision]\nbase = "gross"\ntax_law = "none"\nsegment_by = "sector"\n${RATES}\nsegments = { food = "1% 2% 3% 4% 50%" }\n`;
  const ledger = `${LEDGER}B,invoice,F2,2024-01-01,2024-02-01,100.00,EUR\n`;
  const files = { 'l.csv': ledger, 'c.csv': 'id,sector\nA,food\nB,steel\n' };
  const ran = await run(policy, files, '--customers', 'c.csv');
  const rows = JSON.parse(ran.stdout).sections[0].rows as { customer: string; required: number; reason: string }[];
  expect(rows.map(({ customer, required }) => [customer, required])).toEqual([
    ['A', 50],
    ['B', 5],
  ]);
  expect(rows[0]?.reason).toBe('food d91_plus');
});

test('people read buckets in words, machines by their keys', async () => {
  const policy = `[provision]\nbase = "gross"\n${RATES}\n`;
  const ledger = `${LEDGER}A,invoice,F2,2024-06-01,2024-07-15,100.00,EUR\n`;
  const printed = async (...form: string[]) => (await run(policy, { 'l.csv': ledger }, ...form)).stdout;
  expect(await printed('--format', 'csv')).toContain('A,,EUR,matrix,not_due d91_plus,200.00');
  expect(await printed('--format', 'csv', '--dialect', 'excel-fr')).toContain('A;;EUR;matrice;Non échu, 91+;200,00');
});
