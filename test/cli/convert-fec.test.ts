// What do postings become as entries of a FEC? The kind that was told is the kind that is read, on each account and side; what would change a balance is refused.
import { expect, it, test } from 'vitest';
import { KINDS } from '../../src/ledger/kind.ts';
import { ar } from '../peers/program.ts';

const NAME = '123456782FEC20261231.txt';
const fec = (csv: string, ...more: string[]) => ar(['convert', 'l.csv', '--dialect', 'fec', ...more], { 'l.csv': csv });
const lines = (stdout: string) =>
  stdout
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));

/** The kinds of a file, one posting each, in its order. */
async function kindsOf(text: string): Promise<string[]> {
  const { stdout } = await ar(['convert', NAME, '--format', 'json', '--quiet'], { [NAME]: text });
  return JSON.parse(stdout).sections[0].rows.map(({ kind }: { kind: string }) => kind);
}

const ACCOUNTS = ['', '411000', '411700', '413000', '416000', '419100', '70'];
const SIDED = KINDS.flatMap(({ key }) => (['debit', 'credit'] as const).map((side) => [key, side] as const));

test.each(SIDED)('%s as %s: read on every account as was told', async (kind, side) => {
  for (const account of ACCOUNTS) {
    const amounts = side === 'debit' ? '10.00,' : ',10.00';
    const { stdout, stderr } = await fec(
      `customer,kind,document,date,debit,credit,account\nC,invoice,F-1,2026-01-05,0.50,,411000\nC,${kind},F-2,2026-03-31,${amounts},${account}\n`,
    );
    const told = new RegExp(`1 posting of kind ${kind} will be read as (\\w+)`).exec(stderr)?.[1];
    // Entries stand in the order of their days, and these in that of their rows.
    expect([account, (await kindsOf(stdout))[1]]).toEqual([account, told ?? kind]);
  }
});

it('puts what was moved between two accounts in one entry, and the tax of a sale on its account', async () => {
  const { stdout } = await fec(
    'customer,kind,document,date,amount,account,net\nC,invoice,FA-1,2026-01-05,120.00,411000,100.00\nC,transfer,FA-1,2026-02-05,-120.00,411000,\nC,transfer,FA-1,2026-02-05,120.00,416000,\n',
  );
  expect(lines(stdout).map((cells) => [2, 4, 8, 11, 12].map((at) => cells[at]).join(' '))).toEqual([
    'EcritureNum CompteNum PieceRef Debit Credit',
    'VE00001 411000 FA-1 120,00 0,00',
    'VE00001 707000 FA-1 0,00 100,00',
    'VE00001 445710 FA-1 0,00 20,00',
    'OD00001 411000 FA-1 0,00 120,00',
    'OD00001 416000 FA-1 120,00 0,00',
  ]);
  expect(await kindsOf(stdout)).toEqual(['invoice', 'transfer', 'transfer']);
});

it('puts the tax of a loss on its account, and reads it again', async () => {
  const csv =
    'customer,kind,document,date,amount,net\nC,invoice,FA-1,2026-01-05,120.00,100.00\nC,write_off,W-1,2026-02-05,-60.00,-50.00\nC,write_off,W-2,2026-02-06,-60.00,\n';
  const { stdout } = await fec(csv);
  const losses = lines(stdout).filter((cells) => cells[0] === 'OD');
  expect(losses.map((cells) => [2, 4, 11, 12].map((at) => cells[at]).join(' '))).toEqual([
    ...['OD00001 411000 0,00 60,00', 'OD00001 654000 50,00 0,00', 'OD00001 445710 10,00 0,00'],
    ...['OD00002 411000 0,00 60,00', 'OD00002 654000 60,00 0,00'],
  ]);
  const again = await ar(['convert', NAME, '--format', 'json', '--quiet'], { [NAME]: stdout });
  const rows: { kind: string; net: number }[] = JSON.parse(again.stdout).sections[0].rows;
  expect(rows.map(({ kind, net }) => [kind, net])).toEqual([
    ['invoice', 100],
    ['write_off', -50],
    ['write_off', -60],
  ]);
});

it('keeps the letters of the ledger, and letters what references settle', async () => {
  const { stdout } = await fec(
    'customer,kind,document,reference,date,amount,letter,letter_day\nC,invoice,FA-1,,2026-01-05,10.00,AA,2026-02-20\nC,payment,R-1,,2026-02-05,-10.00,AA,2026-02-20\nC,invoice,FA-2,,2026-03-05,10.00,,\nC,credit_note,AV-2,FA-2,2026-04-05,-4.00,,\nC,invoice,FA-3,,2026-05-05,8.00,,\n',
  );
  const customers = lines(stdout).filter((cells) => cells[4] === '411000');
  expect(customers.map((cells) => [8, 13, 14].map((at) => cells[at]).join(' '))).toEqual([
    'FA-1 AA 20260220',
    'R-1 AA 20260220',
    'FA-2 ab 20260405',
    'AV-2 ab 20260405',
    'FA-3  ',
  ]);
});

it('writes another currency beside its worth in that of the books', async () => {
  const { stdout, code } = await fec(
    'customer,kind,document,date,amount,currency,base\nC,invoice,FA-1,2026-01-05,100.00,USD,92.31\nC,invoice,FA-2,2026-01-06,5.00,EUR,\n',
  );
  expect(code).toBe(0);
  expect(lines(stdout).map((cells) => [4, 11, 12, 16, 17].map((at) => cells[at]).join(' '))).toEqual([
    'CompteNum Debit Credit Montantdevise Idevise',
    '411000 92,31 0,00 100,00 USD',
    '707000 0,00 92,31  ',
    '411000 5,00 0,00  ',
    '707000 0,00 5,00  ',
  ]);
});

it('parts no field and runs no formula, whatever a text holds', async () => {
  const { stdout } = await fec(
    'customer,name,kind,document,date,amount,label\n=C,"a\tb\nc",invoice,"""F""",2026-01-05,1.00,"-x\u0085|y"\n',
  );
  const [head = [], row = []] = lines(stdout);
  expect(lines(stdout).every((cells) => cells.length === head.length)).toBe(true);
  expect([6, 7, 8, 10].map((at) => row[at])).toEqual(["'=C", 'a b c', `'"F"`, "'-x |y"]);
});

test.each([
  [
    'a currency without its worth',
    'customer,kind,date,amount,currency\nC,invoice,2026-01-05,1.00,EUR\nC,invoice,2026-01-05,1.00,USD\n',
    /line 3 of l\.csv is in USD.*give the ledger a column base, in EUR/,
  ],
  [
    'books of another currency than was said',
    'customer,kind,date,amount,currency\nC,invoice,2026-01-05,1.00,USD\n',
    /line 2 of l\.csv is in USD.*--currency USD/,
  ],
  [
    'payments without a posting',
    'customer,kind,date,amount,settled_on\nC,invoice,2026-01-05,1.00,2026-09-05\n',
    /1 posting is paid by open_amount, paid_amount or settled_on/,
  ],
])('%s: refused, and nothing is written', async (_, csv, told) => {
  const { code, stdout, stderr } = await fec(csv);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(told);
});

test.each([
  [['age', 'l.csv', '--dialect', 'fec'], 'this report of ar age holds none'],
  [['convert', 'l.csv', '--dialect', 'fec', '--top', '2'], '--top: a FEC holds every entry'],
  [['convert', 'l.csv', '--dialect', 'fec', '--sort', 'date'], '--sort: a FEC holds every entry'],
  [['convert', 'l.csv', '--dialect', 'fec', '--format', 'json'], 'this report is written as json'],
])('%j is refused', async (args, told) => {
  const { code, stderr } = await ar(args, { 'l.csv': 'customer,kind,date,amount\nC,invoice,2026-01-05,1.00\n' });
  expect([code, stderr.includes(told)]).toEqual([2, true]);
});

it('goes into a file of the name the law gives it, though .txt is a table elsewhere', async () => {
  const { code, files } = await fec('customer,kind,date,amount\nC,invoice,2026-01-05,1.00\n', '--output', NAME);
  expect([code, files.get(NAME)?.startsWith('JournalCode\tJournalLib')]).toEqual([0, true]);
});

it('is no setting: few reports can be a FEC', async () => {
  const { code, stderr } = await ar(['age', 'l.csv'], {
    'l.csv': 'customer,kind,date,amount\nC,invoice,2026-01-05,1.00\n',
    'ar.toml': '[output]\ndialect = "fec"\n',
  });
  expect([code, stderr.includes('ar.toml:2')]).toEqual([2, true]);
});
