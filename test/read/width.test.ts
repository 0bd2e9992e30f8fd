// How many cells does a row have, where headings and cells do not agree? What all of the first rows say is so, if their days and amounts stand under the
// right headings; a cell more or less than that is a row that cannot be read.
import { describe, expect, test } from 'vitest';
import { ar } from '../peers/program.ts';
import { agree } from './both-readers.ts';
import { readRows } from './cross-read.ts';

const HEADINGS = ['customer', 'kind', 'document', 'date', 'due', 'amount'];
const ROWS = [
  ['A', 'invoice', 'F1', '2026-01-02', '2026-02-02', '10.00'],
  ['B', 'invoice', 'F2', '2026-01-03', '2026-02-03', '20.00'],
  ['A', 'payment', 'R1', '2026-01-04', '', '-5.00'],
  ['C', 'invoice', 'F3', '2026-01-05', '2026-02-05', '40.00'],
];
type Rows = readonly (readonly string[])[];
const textOf = (rows: Rows, headings: readonly string[] = HEADINGS, delimiter = ';'): string =>
  [headings, ...rows].map((cells) => `${cells.join(delimiter)}\n`).join('');
const more = (rows: Rows, ...cells: readonly string[]): string[][] => rows.map((row) => [...row, ...cells]);

async function read(text: string): Promise<{ readonly amounts: readonly number[]; readonly told: readonly string[] }> {
  const { rows, told } = await readRows(new TextEncoder().encode(text));
  await agree(text);
  return { amounts: rows.map((row) => Number(row.split(' ; ').at(-1))), told };
}
const ALL = { amounts: [1000, 2000, -500, 4000], told: [] };

describe('cells beyond the headings', () => {
  test('are columns without a heading where all rows have as many', async () => {
    expect(await read(textOf(more(ROWS, 'x', '', 'y')))).toEqual(ALL);
  });

  test('are counted by ar check', async () => {
    const { stdout } = await ar(['check', 'l.csv', '--as-of', '2026-02-01', '--format', 'csv'], {
      'l.csv': textOf(more(ROWS, 'x', 'y')),
    });
    expect(stdout).toContain('l.csv,without a heading,2 columns,"8 cells in a row, under 6 headings"\n');
  });

  test('are read over in a row of which no other column is empty', async () => {
    expect(await read(textOf(more(ROWS, '', '')))).toEqual(ALL);
  });

  test.each([2, 4])('are an error in row %i, where the others have one more', async (at) => {
    const rows = more([...ROWS, ...ROWS], 'x').map((row, i) => (i === at ? row.slice(0, -1) : row));
    const { told } = await read(textOf(rows));
    expect(told).not.toEqual([]);
  });

  test('are told by the number of the others, in a row that has fewer', async () => {
    const text = textOf([
      ...more(Array.from({ length: 200 }, () => ROWS).flat(), 'x'),
      ['A', 'invoice', 'F9', '2026-01-02', '', '1'],
    ]);
    expect((await read(text)).told).toEqual(['row-too-short@802']);
  });

  test('say nothing where a delimiter ends each row, and one of them holds something', async () => {
    const long = [
      ...more(Array.from({ length: 200 }, () => ROWS).flat(), ''),
      ['A', 'invoice', 'F9', '2026-01-02', '', '1', '50'],
    ];
    expect((await read(textOf(long))).told).toEqual(['row-too-long@802']);
  });

  test.each([
    [
      'an amount',
      [
        ['A', 'invoice', 'F1', '2026-01-02', '2026-02-02', '10', '50'],
        ['B', 'invoice', 'F2', '2026-01-03', '', '2', '05'],
      ],
    ],
    [
      'thousands',
      [
        ['A', 'invoice', 'F1', '2026-01-02', '2026-02-02', '1', '234.50'],
        ['B', 'invoice', 'F2', '2026-01-03', '', '2', '000.00'],
      ],
    ],
  ])('are none where a comma without quotes may have cut %s', async (_, [first, second]) => {
    const rows = [first, second, first, second] as Rows;
    const { amounts, told } = await read(textOf(rows, HEADINGS, ','));
    expect(amounts).toEqual([]);
    expect(told).toEqual([2, 3, 4, 5].map((line) => `row-too-long@${line}`));
  });

  test('are none where a comma without quotes cuts every name', async () => {
    const headings = ['date', 'due', 'amount', 'customer', 'label'];
    const rows = ['1', '2', '3'].map((n) => [`2026-01-0${n}`, `2026-02-0${n}`, '10.00', 'Dupont', ' Fils', 'x']);
    expect((await read(textOf(rows, headings, ','))).amounts).toEqual([]);
  });

  test('are none where days do not stand under their headings', async () => {
    const rows = ROWS.map((row) => ['x', ...row]);
    expect((await read(textOf(rows))).amounts).toEqual([]);
  });

  test('are none of two rows', async () => {
    expect((await read(textOf(more(ROWS.slice(0, 2), 'x')))).told).toEqual(['row-too-long@2', 'row-too-long@3']);
  });
});

describe('headings beyond the cells', () => {
  const headings = [...HEADINGS, 'label', 'letter'];

  test('have no column where no row has one', async () => {
    expect(await read(textOf(ROWS, headings))).toEqual(ALL);
    const args = ['check', 'l.csv', '--as-of', '2026-02-01', '--format', 'csv'];
    const { stdout } = await ar(args, { 'l.csv': textOf(ROWS, headings) });
    expect(stdout).toContain('l.csv,without a column,"label, letter","6 cells in a row, under 8 headings"\n');
  });

  test('are an error where one of them is needed', async () => {
    const rows = ROWS.map((row) => row.slice(0, -1));
    expect(await read(textOf(rows))).toEqual({ amounts: [], told: ['heading-missing@1'] });
    const { stderr } = await ar(['age', 'l.csv', '--as-of', '2026-02-01'], { 'l.csv': textOf(rows) });
    expect(stderr).toContain('and no row has a cell under "amount"');
  });

  test('are an error in a row that has a cell there, further on', async () => {
    const rows = [...Array.from({ length: 200 }, () => ROWS).flat(), ...more(ROWS.slice(0, 1), 'x', 'y')];
    expect((await read(textOf(rows, headings))).told).toEqual(['row-too-long@802']);
  });

  test('are no column that --where could be about', async () => {
    const args = ['age', 'l.csv', '--as-of', '2026-02-01', '--where', 'label=x'];
    expect((await ar(args, { 'l.csv': textOf(ROWS, headings) })).stderr).toContain('where-unknown');
  });
});

describe('a table beside the ledger', () => {
  const ledger = textOf(ROWS, HEADINGS, ',');
  const open = async (customers: string): Promise<string> => {
    const args = ['age', 'l.csv', '--customers', 'c.csv', '--as-of', '2026-02-01', '--format', 'csv'];
    const { stdout, stderr } = await ar(args, { 'l.csv': ledger, 'c.csv': customers });
    return stdout + stderr;
  };

  test('may have columns without a heading', async () => {
    expect(await open('id;name\nA;Alpha;x\nB;Beta;y\nC;Gamma;z\n')).toContain('Alpha');
  });

  test('may have headings without a column', async () => {
    expect(await open('id;name;email;phone\nA;Alpha\nB;Beta\nC;Gamma\n')).toContain('Alpha');
  });
});
