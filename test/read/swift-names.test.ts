// Does each customer get its name where names are looked up by their bytes, many at a time? The careful reader is the judge.
import { expect, test } from 'vitest';
import { share } from '../harness/share.ts';
import { agree, bytesOf, readBy } from './both-readers.ts';

const FILE = { piece: 1 << 16, room: true };

/** The names of the customers of a file, by number, as the swift reader gives them. */
async function namesOf(rows: readonly string[]): Promise<string[]> {
  const file = bytesOf(`customer,name,date,amount\n${rows.join('\n')}\n`);
  const { customers } = (await readBy('swift', [file], FILE, { columns: [] }))!.ledger;
  return customers.ids.map((_, i) => customers.nameOf(i + 1));
}

test('names of 50,000 customers, each its own and of any length, are each given to its customer', async () => {
  const names = Array.from({ length: 50_000 }, (_, i) => `${'N'.repeat(i % 40)}${i}`);
  expect(await namesOf(names.map((name, i) => `C${i},${name},2026-01-01,1.00`))).toEqual(names);
});

test('names that many customers share are those of each of them', async () => {
  const names = Array.from(
    { length: 5000 },
    (_, i) => ['Durand', 'Société Générale', 'Zoé', '東京', '', '"Ba ""b"""', '"A, B"'][i % 7]!,
  );
  const said = names.map((name) => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name));
  expect(await namesOf(names.map((name, i) => `C${i},${name},2026-01-01,1.00`))).toEqual(said);
});

test('a name longer than the room names are decoded in stands among short ones', async () => {
  const names = ['A', 'x'.repeat(32_760), 'B', 'x'.repeat(32_765), 'é'.repeat(40_000), 'C', 'D'];
  expect(await namesOf(names.map((name, i) => `C${i},${name},2026-01-01,1.00`))).toEqual(names);
});

test('an id longer than the room ids are joined in stands among short ones', async () => {
  const ids = ['A', 'x'.repeat(32_760), 'B', 'x'.repeat(32_765), 'é'.repeat(40_000), 'C', 'D'];
  const rows = ids.map((id) => `${id},n,2026-01-01,1.00`);
  expect(await agree(`customer,name,date,amount\n${rows.join('\n')}\n`, { columns: [], ways: [FILE] })).toBe(true);
});

test('customers are numbered by the first row that counts, and not by one that is set aside', async () => {
  const rows = [
    ...['C3', 'C1'].map((id) => `${id},n,no day,1.00`),
    ...['C2', 'C1', 'C4', 'C3', 'C5', 'C1'].map((id) => `${id},n,2026-01-01,1.00`),
  ];
  expect(await agree(`customer,name,date,amount\n${rows.join('\n')}\n`, { columns: [], ways: [FILE] })).toBe(true);
});

test('a customer whose first rows do not name it has the name of a later row, of the same batch or of another', async () => {
  const rows = (n: number): string[] => Array.from({ length: n }, (_, i) => `C${i % 3},,2026-01-01,1.00`);
  expect(
    await namesOf([...rows(3), 'C0,Ann,2026-01-01,1.00', 'C0,Bob,2026-01-01,1.00', ...rows(5000), 'C1,Cid,2026-01-01,1']),
  ).toEqual(['Ann', 'Cid', '']);
});

test('customers keep their numbers where rows that are set aside name them first, in a second file too', async () => {
  const row = (i: number, j: number): string =>
    `C${(i * 37 + j) % 400},${i % 5 === 0 ? '' : `N${(i * 37 + j) % 400}`},2026-01-${i % 11 === j ? '32' : '15'},${i}.00\n`;
  const files = [1, 2].map((j) =>
    bytesOf(`customer,name,date,amount\n${Array.from({ length: 6000 }, (_, i) => row(i, j)).join('')}`),
  );
  for (const read of [files, files.toReversed()]) await agree(read, { columns: ['document'], ways: [FILE] });
});

/** All that a reader could take for white space, and letters whose bytes are near to those of some. */
const ENDS = [
  ...[...'\t\v\f \u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'],
  ...[...'\u0085\u00a1\u00bf\u00c0\u00e0\u00ff\u0300\u07a0\u07ff\u0800\u180e\u200b\u2060\u3001\ufefe\uff1d😀'],
  ...["'", "'=", "'-", '\x7f', '!', '~', '"'],
];

test('white space is taken off either end of ids and names, and nothing else is', async () => {
  const cells = ENDS.flatMap((one, i) =>
    share(ENDS, i).flatMap((other) => [`${one}x${other}`, `${one}${other}`, `${one}long enough to hash${other}`]),
  );
  const plain = cells.filter((cell) => !cell.includes('"'));
  const rows = [...plain, ...cells.map((cell) => `"${cell.replaceAll('"', '""')}"`)].flatMap((cell, i) => [
    `C${i},${cell},2026-01-01,1.00`,
    `${cell},N${i},2026-01-01,1.00`,
  ]);
  for (const end of ['\n', '\r\n']) {
    expect(await agree(`customer,name,date,amount${end}${rows.join(end)}${end}`, { columns: [], ways: [FILE] })).toBe(true);
    expect(
      await agree(`date,amount,customer,name${end}${rows.map((row) => `2026-01-01,1.00,${row.slice(0, -16)}`).join(end)}${end}`),
    ).toBe(true);
  }
});
