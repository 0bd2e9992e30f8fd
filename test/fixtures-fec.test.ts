// Do the FECs of the fixture firm say of its customers what fixtures/ledger.csv says, and are they what the law asks for? AR_UPDATE=1 writes them anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { BEFORE, fecYears, withBase, YEAR } from './fixtures/fec-years.ts';
import { ar } from './peers/program.ts';
import { agree } from './read/both-readers.ts';

const folder = join(import.meta.dirname, '../fixtures');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const made = fecYears(read('ledger.csv'), read('customers.csv'));
if (process.env['AR_UPDATE'] === '1') for (const [name, text] of made) writeFileSync(join(folder, name), text);
const files = { [BEFORE]: read(BEFORE), [YEAR]: read(YEAR) };
const ledger = withBase(read('ledger.csv'));

type Row = Readonly<Record<string, string | number | null>>;
/** Rows without what is disputed, which a FEC does not say. */
async function age(of: Readonly<Record<string, string>>, ...more: string[]): Promise<{ rows: Row[]; stderr: string }> {
  const { code, stdout, stderr } = await ar(['age', ...Object.keys(of), '--format', 'json', ...more], of);
  expect(code).toBe(0);
  return { rows: JSON.parse(stdout).sections[0].rows.map(({ disputed, ...row }: Row) => row), stderr };
}

const DAYS = ['2025-09-30', '2025-12-31', '2026-03-31', '2026-06-30'];

describe.each([
  ['both years', files],
  ['the year alone, whose openings are items', { [YEAR]: files[YEAR] as string }],
])('%s', (_, of) => {
  it.each(DAYS)('give the aged balance of the ledger in the currency of the books, bucket by bucket, at %s', async (asOf) => {
    const { rows, stderr } = await age(of, '--as-of', asOf);
    expect(rows).toEqual((await age({ 'l.csv': ledger }, '--in', 'EUR', '--as-of', asOf)).rows);
    expect(stderr).not.toMatch(/warning|error/);
  });
});

it('gives the rows of customers who owe euros only as the ledger does, without any worth', async () => {
  const isAbroad = new Set(['C011', 'C012', 'C013', 'C014', 'C015']);
  const ofEuros = ({ rows }: { rows: Row[] }) => rows.filter(({ customer }) => !isAbroad.has(String(customer)));
  const [was, is] = [
    await age({ 'l.csv': read('ledger.csv') }, '--as-of', '2026-06-30'),
    await age(files, '--as-of', '2026-06-30'),
  ];
  expect(ofEuros(is)).toHaveLength(20);
  expect(ofEuros(is)).toEqual(ofEuros(was));
});

it('owes at the close of the first year what the second brings forward, and all of that is paid', async () => {
  const owed = (await age({ [BEFORE]: files[BEFORE] as string }, '--as-of', '2025-06-30')).rows;
  expect(owed.length).toBeGreaterThan(3);
  const { stdout } = await ar(['age', BEFORE, YEAR, '--as-of', '2025-06-30', '--format', 'json'], files);
  expect(JSON.parse(stdout).sections[0].rows.map(({ disputed, ...row }: Row) => row)).toEqual(owed);
  const understood = await ar(['check', BEFORE, YEAR, '--section', 'understanding', '--format', 'csv'], files);
  expect(understood.stdout).toMatch(
    /brought forward.*what 000000000FEC20250630\.txt closes at, and no postings: every account agrees/,
  );
});

test.each([BEFORE, YEAR])(
  '%s is the FEC of the law, is read alike by both readers, and is made of these tables',
  async (name) => {
    const { stdout } = await ar(['check', name, '--fec', '--section', 'findings', '--format', 'csv'], files);
    expect(stdout.match(/fec-.*/g)).toBe(null);
    expect(await agree(files[name] as string, { ways: [{ piece: 4096, room: true }] })).toBe(true);
    expect(files[name]).toBe(made.get(name));
  },
);

it('holds what a small firm books: 401, 411, 4191, 416, 491, 70, 4457, 666, 766 and more, and money in the bank', () => {
  const accounts = new Set(files[YEAR]?.split('\n').map((line) => line.split('\t')[4]));
  for (const account of ['401000', '411000', '416000', '419100', '445710', '491000', '512000', '666000', '701000', '766000'])
    expect(accounts).toContain(account);
});
