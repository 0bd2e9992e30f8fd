// Which rows of a journal of all accounts are read, whose are they, and do both readers leave out the same ones, of every spelling of days and with totals between?
import { expect, test } from 'vitest';
import { customerOf } from '../../src/read/accounts.ts';
import { FRENCH_RECEIVABLES } from '../../src/read/presets/preset.ts';
import { type Against, agree, bytesOf, readBy } from './both-readers.ts';

test.each([
  ['411DUPONT', '411DUPONT'],
  ['41100012', '41100012'],
  ['4191DUPONT', '411DUPONT'],
  ['416DUPONT', '411DUPONT'],
  ['413D1', '411D1'],
  ['4117DUPONT', '411DUPONT'],
  ['41600012', '41100012'],
  ['41300012', '41100012'],
  ['41170012', '41170012'],
  ['41910012', '41910012'],
  ['416000', ''],
  ['411D', '411D'],
  ['411', ''],
  ['411000', ''],
  ['4111', ''],
  ['41170000', ''],
  ['419100', ''],
  ['706DUPONT', ''],
  ['', ''],
])('the account %s is of the customer "%s"', (account, customer) => {
  expect(customerOf(account, FRENCH_RECEIVABLES)).toBe(customer);
});

/** What is left out, and how many postings there are, on which both readers agree. */
async function left(text: string, request: Against = {}): Promise<[number | undefined, number, readonly string[] | undefined]> {
  await agree(text, request);
  const read = await readBy(undefined, [bytesOf(text)], { piece: 64 }, request);
  const { postings = 0, accounts } = read?.understanding[0] ?? {};
  return [accounts?.out, postings, accounts?.others];
}

const DAYS = { iso: ['2026-01-05', '2026-01-13'], slashes: ['05/01/2026', '13/01/2026'], 'six digits': ['050126', '130126'] };

function journal([first, second]: readonly string[]): string {
  return `customer,account,date,amount
C1,411000,${first},300.00
,706000,${first},-250.00
,445710,${second},-50.00
 ,"512000",${second}, 10.00
,,${second},1.00
Total,,,11.00
,,,
C2,411000,${second},20.00
`;
}

test.each(Object.entries(DAYS))('accounts are judged by their beginnings, days as %s', async (_, days) => {
  expect(await left(journal(days), { accounts: ['411'], said: { dateOrder: 'dmy' } })).toEqual([
    4,
    2,
    ['', '445710', '512000', '706000'],
  ]);
});

test('headings that are repeated are no account', async () => {
  const text = journal(DAYS.iso).replace('C1,', 'customer,account,date,amount\nC1,');
  expect(await left(text, { accounts: ['411'] })).toEqual([4, 2, ['', '445710', '512000', '706000']]);
});

test('a row that a condition leaves out as well is counted with the accounts', async () => {
  const where = [{ option: '--where', column: 'date', values: ['2026-01-05'] }] as const;
  expect(await left(journal(DAYS.iso), { accounts: ['411'], where })).toEqual([4, 1, ['', '445710', '512000', '706000']]);
});

test.each([
  ['of several classes, 411 among them', ['411000', '706000', '445710'], 2],
  ['of receivables only', ['411000', '411000', '416000'], undefined],
  ['of class 4 only', ['411000', '401000', '445710'], undefined],
  ['without one of customers', ['401000', '706000', '512000'], undefined],
  ['of another chart', ['411000', '706000', 'SALES'], undefined],
  ['that one row does not say', ['411000', '706000', ''], undefined],
])('accounts %s', async (_, accounts, out) => {
  const rows = accounts.map((account, i) => `C${i},${account},2026-01-0${i + 1},1.00\n`);
  expect((await left(`customer,account,date,amount\n${rows.join('')}`))[0]).toBe(out);
});

test('all accounts are read where that was said', async () => {
  const text = 'customer,account,date,amount\nC1,411000,2026-01-05,1.00\nC1,706000,2026-01-05,1.00\n';
  expect(await left(text, { accounts: [] })).toEqual([undefined, 2, undefined]);
});

test('accounts above rows, the receivable ones beyond the first hundred rows', async () => {
  const other = Array.from({ length: 150 }, (_, i) => `2026-01-05,B${i},1.00\n`).join('');
  const text = `date,document,amount\n512000 - Banque,,\n${other}411DUPONT - Dupont,,\n2026-01-05,F1,300.00\n`;
  expect(await left(text)).toEqual([150, 1, ['512000']]);
});

test('customers above rows whose numbers look like accounts stay, where none is a receivable account', async () => {
  const text = 'date,document,amount\n1001 - Dupont,,\n2026-01-05,F1,300.00\n2002 - Martin,,\n2026-01-05,F2,20.00\n';
  expect(await left(text)).toEqual([undefined, 2, undefined]);
});
