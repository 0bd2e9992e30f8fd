// Do the entries of the fixture's closing go into its FEC, and say there what they said? Balances and ages stay, the accounts of doubtful claims and of allowances hold what was booked.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { ar } from '../peers/program.ts';
import { agree } from '../read/both-readers.ts';

const NAME = '000000000FEC20260630.txt';
const folder = join(import.meta.dirname, '../../fixtures');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const files = {
  ...{ [NAME]: read(NAME), 'c.csv': read('customers.csv'), 'd.csv': read('decisions.csv') },
  // A part of one claim, and all of another that is on no account of doubtful customers.
  'w.csv':
    'customer,document,amount,ground,reason,decided_by,day\nC022,FA25-0089,1200.00,remission,accord du 2 juin,Nour,2026-06-12\nC018,FA26-0079,,irrecoverable,certificat du 12 juin,Nour,2026-06-12\n',
};
const AS_OF = ['--as-of', '2026-06-30'] as const;

type Row = Readonly<Record<string, string | number | null>>;
async function rows(args: readonly string[], of: Readonly<Record<string, string>>): Promise<Row[]> {
  const { code, stdout, stderr } = await ar([...args, '--format', 'json', '--quiet'], of);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout).sections[0].rows;
}

let entries = '';
let closed: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  const asked = ['provision', NAME, ...AS_OF, '--customers', 'c.csv', '--decisions', 'd.csv', '--write-off', 'w.csv'];
  const ran = await ar([...asked, '--entries', '--dialect', 'fec'], files);
  // Its books hold an allowance without an auxiliary already, which is told.
  expect([ran.code, ran.stderr.match(/(?:error|warning) [a-z-]+/g)]).toEqual([0, ['warning allowance-unnamed']]);
  entries = ran.stdout;
  closed = { ...files, [NAME]: files[NAME] + entries.slice(entries.indexOf('\n') + 1) };
});

const LOST = new Map([
  ['C022', 1200],
  ['C018', 1140],
]);

it('leaves each customer what he owed, less what is lost', async () => {
  const owed = (all: readonly Row[]) =>
    new Map(all.filter(({ total }) => total !== 0).map(({ customer, total }) => [String(customer), Number(total)]));
  const [was, is] = [owed(await rows(['age', NAME, ...AS_OF], files)), owed(await rows(['age', NAME, ...AS_OF], closed))];
  for (const [customer, lost] of LOST) {
    const left = Math.round(((was.get(customer) ?? 0) - lost) * 100) / 100;
    if (left === 0) was.delete(customer);
    else was.set(customer, left);
  }
  expect(is).toEqual(was);
});

it('keeps due day and age of every claim, whether it moved or not', async () => {
  const ages = (all: readonly Row[]) =>
    all
      .map(({ customer, document, date, due, days_late: late, open, bucket }) =>
        [customer, document, date, due, late, open, bucket].join(' '),
      )
      .sort();
  const was = ages(await rows(['age', NAME, ...AS_OF, '--detail'], files));
  const is = ages(await rows(['age', NAME, ...AS_OF, '--detail'], closed));
  const changed = was.filter((row) => !is.includes(row));
  // What is lost in part is less, what is lost whole is gone: all else is as old as it was.
  expect(changed.map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual(['C018 FA26-0079', 'C022 FA25-0089']);
  expect(is.filter((row) => !was.includes(row))).toEqual(['C022 FA25-0089 2025-12-15 2026-01-31 150 3150.12 d91_plus']);
});

it('holds on 416 what was decided, on 491 what was written down', async () => {
  const sum = (account: RegExp, line: (cells: readonly string[]) => boolean = () => true): number => {
    const cells = (closed[NAME] as string).split('\n').map((text) => text.split('\t'));
    const cents = (text: string | undefined): number => Math.round(Number((text ?? '0').replace(',', '.')) * 100);
    return cells
      .filter((one) => account.test(one[4] ?? '') && line(one))
      .reduce((total, one) => total + cents(one[11]) - cents(one[12]), 0);
  };
  // 3,870.00 + 2,946.24 of C010 stood there; 3,215.36 + 988.20 of him, 3,150.12 left of C022, 2,764.08 of C007, 2,453.63 of C013 in euros.
  expect(sum(/^416/)).toBe(387_000 + 294_624 + 321_536 + 98_820 + 315_012 + 276_408 + 245_363);
  const required = (await rows(['provision', NAME, ...AS_OF, '--customers', 'c.csv', '--decisions', 'd.csv'], closed)).map(
    (row) => [row['customer'], Math.round(Number(row['required']) * 100)] as const,
  );
  expect(required).toHaveLength(4);
  for (const [customer, cents] of required) expect(sum(/^491/, (line) => line[6] === customer)).toBe(-cents);
  expect(sum(/^(?:654|44571)/, (line) => line[8] === 'FA25-0089' && line[0] === 'OD')).toBe(120_000);
});

it('is a FEC by itself and behind the one it closes, and both readers read it alike', async () => {
  for (const text of [entries, closed[NAME] as string]) {
    const { code, stdout } = await ar(['check', NAME, '--fec', ...AS_OF, '--format', 'csv', '--section', 'findings'], {
      [NAME]: text,
    });
    expect([code, stdout.match(/^(?:fec-|[a-z-]+,error).*/gm)]).toEqual([0, null]);
    expect(await agree(text)).toBe(true);
  }
});

it('moves no claim and no allowance a second time', async () => {
  const { stdout } = await ar(
    ['provision', NAME, ...AS_OF, '--customers', 'c.csv', '--decisions', 'd.csv', '--entries', '--format', 'csv', '--quiet'],
    closed,
  );
  expect(stdout.trimEnd().split('\n')).toEqual([expect.stringMatching(/^journal,entry,/)]);
});

it.each(['F1', '7', 'FA26-0001'])('finds the claim again by %s, in books of short numbers', async (number) => {
  const name = '123456782FEC20261231.txt';
  const ledger = `customer,kind,document,date,due,amount,net\nA,invoice,${number},2026-01-05,2026-02-04,300.00,250.00\nA,invoice,FA26-2222,2026-01-09,2026-03-04,300.00,250.00\n`;
  const { stdout: fec } = await ar(['convert', 'l.csv', '--dialect', 'fec'], { 'l.csv': ledger });
  const decisions = `customer,document,rate\nA,${number},50%\n`;
  const ran = await ar(
    ['provision', name, '--as-of', '2026-12-31', '--decisions', 'd.csv', '--entries', '--dialect', 'fec', '--quiet'],
    { [name]: fec, 'd.csv': decisions },
  );
  const text = fec + ran.stdout.slice(ran.stdout.indexOf('\n') + 1);
  const found = await rows(['age', name, '--as-of', '2026-12-31', '--detail'], { [name]: text });
  expect(found.map(({ kind, document, due, open }) => [kind, document, due, open].join(' '))).toEqual([
    `transfer ${number} 2026-02-04 300`,
    'invoice FA26-2222 2026-03-04 300',
  ]);
  expect(await agree(text)).toBe(true);
});

it('loses at the next closing what this one moved', async () => {
  const name = '123456782FEC20261231.txt';
  const ledger = 'customer,kind,document,date,due,amount,net\nB,invoice,F1,2026-01-05,2026-02-04,600.00,500.00\n';
  let text = (await ar(['convert', 'l.csv', '--dialect', 'fec'], { 'l.csv': ledger })).stdout;
  const tables = {
    'd.csv': 'customer,document,rate\nB,F1,50%\n',
    'w.csv': 'customer,document,amount,ground\nB,F1,200.00,pending\n',
  };
  for (const more of [['2026-06-30'], ['2026-12-31', '--write-off', 'w.csv', '--prior', 'p.csv']]) {
    const asked = ['provision', name, '--decisions', 'd.csv', '--entries', '--dialect', 'fec', '--quiet', '--as-of', ...more];
    const { stdout } = await ar(asked, { [name]: text, ...tables, 'p.csv': 'customer,allowance\nB,250.00\n' });
    text += stdout.slice(stdout.indexOf('\n') + 1);
  }
  const found = await rows(['age', name, '--as-of', '2026-12-31', '--detail'], { [name]: text });
  expect(found.map(({ kind, document, days_late: late, open }) => [kind, document, late, open].join(' '))).toEqual([
    'transfer F1 330 400',
  ]);
  // 400 with tax are 333.33 without, of which 166.67 is required and 250 was there.
  expect(text).toMatch(/\t491\t[^\n]*\t83,33\t0,00\t/);
});
