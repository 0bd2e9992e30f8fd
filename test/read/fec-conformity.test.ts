// Which rule of the article does a FEC break, and where is that told? A file that keeps all of them, and one line of it changed.
import { describe, expect, it, test } from 'vitest';
import { ar } from '../peers/program.ts';
import { FEC_HEADINGS, type FecEntry, type FecLine, fecRows, receipt, sale } from './fec-file.ts';

const NAME = '123456789FEC20261231.txt';
const at = (heading: string): number => FEC_HEADINGS.indexOf(heading as (typeof FEC_HEADINGS)[number]);

type Table = string[][];
const good = (): Table => [
  [...FEC_HEADINGS],
  ...fecRows([
    sale('VE001', '20260110', 'C1', 120_00, { letter: 'A', letterDay: '20260212' }),
    receipt('BQ001', '20260212', 'C1', 120_00, { letter: 'A', letterDay: '20260212' }),
    sale('VE002', '20260301', 'C2', 60_00),
  ]),
];

async function findings(table: Table, { name = NAME, delimiter = '\t' } = {}): Promise<string[]> {
  const text = table.map((cells) => `${cells.join(delimiter)}\n`).join('');
  const ran = await ar(['check', name, '--as-of', '2026-06-30', '--fec', '--format', 'json'], { [name]: text });
  const { rows } = JSON.parse(ran.stdout || '{"sections":[]}').sections.find(
    (one: { name: string }) => one.name === 'findings',
  ) ?? { rows: [] };
  type Row = { code: string; line: number | null; column: number | null; what: string };
  return (rows as Row[])
    .filter(({ code }) => code.startsWith('fec-'))
    .map(({ code, line, column, what }) => [code, line ?? '-', column ?? '-', what].join(' '));
}

/** The file with one cell written otherwise, by its line. */
const cell = (line: number, heading: string, text: string) => (table: Table) => {
  (table[line - 1] as string[])[at(heading)] = text;
  return table;
};
const cells =
  (line: number, ...some: [heading: string, text: string][]) =>
  (table: Table) =>
    some.reduce((changed, [heading, text]) => cell(line, heading, text)(changed), table);

it('is told nothing when it keeps all of them', async () => {
  expect(await findings(good())).toEqual([]);
});

test.each<[string, (table: Table) => Table, readonly string[]]>([
  [
    'a field is missing',
    (t) => t.map((row) => row.toSpliced(at('ValidDate'), 1)),
    [
      'fec-refused 1 - ValidDate: a field of the 18 is missing',
      'fec-refused 1 16 Montantdevise: this is not the field that stands at this place',
      'fec-refused 1 17 Idevise: this is not the field that stands at this place',
    ],
  ],
  [
    'a heading is spelt otherwise',
    cell(1, 'PieceRef', 'PIECEREF'),
    ['fec-doubtful 1 9 PieceRef: the heading is not spelt as in the article'],
  ],
  [
    'a field must not be empty',
    cell(3, 'JournalLib', ''),
    ['fec-refused 3 2 JournalLib: 1 line has nothing in a field that must not be empty'],
  ],
  [
    'a day is written otherwise',
    cell(3, 'PieceDate', '10/01/2026'),
    ['fec-refused 3 10 PieceDate: 1 line has a day that is none as AAAAMMJJ'],
  ],
  [
    'a day is not in the calendar',
    cell(3, 'PieceDate', '20260231'),
    ['fec-refused 3 10 PieceDate: 1 line has a day that is none as AAAAMMJJ'],
  ],
  ['an amount has a dot', cell(3, 'Credit', '100.00'), ['fec-refused 3 13 Credit: 1 line has an amount that is none as 1234,56']],
  [
    'an account is none of the chart',
    cell(3, 'CompteNum', 'X07'),
    ['fec-refused 3 5 CompteNum: 1 line has an account that does not begin with three digits of the chart'],
  ],
  [
    'an auxiliary has no name',
    cell(2, 'CompAuxLib', ''),
    ['fec-doubtful 2 7 1 line has the number or the name of an auxiliary account and not the other'],
  ],
  [
    'a letter has no day',
    cell(2, 'DateLet', ''),
    ['fec-doubtful 2 14 1 line has a letter without its day, or a day without a letter'],
  ],
  [
    'an amount in a currency has no code',
    cell(3, 'Montantdevise', '110,00'),
    ['fec-refused 3 17 1 line has an amount in a currency or its code, and not the other'],
  ],
  [
    'a line has both sides',
    cells(2, ['Debit', '130,00'], ['Credit', '10,00']),
    ['fec-doubtful 2 12 1 line has a debit and a credit'],
  ],
  [
    'an entry does not balance',
    cell(3, 'Credit', '99,00'),
    ['fec-refused 2 - 1 entry does not balance', 'fec-refused 9 - the debits of the file are not its credits'],
  ],
  [
    'two entries make up for one another',
    (t) => cell(3, 'Credit', '99,00')(cell(8, 'Credit', '51,00')(t)),
    ['fec-refused 2 - 2 entries do not balance, first here'],
  ],
  [
    'an entry has two days',
    cell(3, 'EcritureDate', '20260111'),
    ['fec-doubtful 3 16 1 line was validated before the day of its entry', 'fec-doubtful 3 - 1 entry has lines of several days'],
  ],
  ['a line has no number', cells(5, ['EcritureNum', '0']), ['fec-refused 5 3 1 line has no number of an entry, or 0']],
  [
    'a number is missing',
    (t) => [7, 8, 9].reduce((changed, line) => cell(line, 'EcritureNum', 'VE004')(changed), t),
    ['fec-refused 2 - VE: 2 numbers are missing in its sequence'],
  ],
  [
    'an entry goes on behind another',
    (t) => [...t.slice(0, 3), ...t.slice(4, 6), t[3] as string[], ...t.slice(6)],
    ['fec-doubtful 6 16 1 line was validated before the line above it', 'fec-doubtful 6 - 1 entry goes on behind another one'],
  ],
  [
    'a line is of the next year',
    (t) => [7, 8, 9].reduce((changed, line) => cells(line, ['EcritureDate', '20270105'], ['ValidDate', '20270105'])(changed), t),
    [
      'fec-name-differs - - by its name the year closes on 2026-12-31, and its entries are of 2026-01-10 to 2027-01-05',
      'fec-refused 7 4 3 lines are of days after the close, first here',
    ],
  ],
])('%s', async (_, change, told) => {
  const found = await findings(change(good()));
  expect(found.filter((one) => !/^fec-refused 6 - /.test(one)).sort()).toEqual([...told].sort());
});

test.each([
  ['FEC.txt', 'the name of the file is not SirenFECAAAAMMJJ'],
  ['12345678FEC20261231.txt', 'the name of the file is not SirenFECAAAAMMJJ'],
])('the name %s is told', async (name, told) => {
  expect(await findings(good(), { name })).toEqual([`fec-refused - - ${told}`]);
});

it('is told of a delimiter that is neither TAB nor a bar', async () => {
  expect(await findings(good(), { delimiter: ';' })).toEqual(['fec-refused 1 - the fields are parted by neither TAB nor |']);
  expect(await findings(good(), { delimiter: '|' })).toEqual([]);
});

it('is told of a number that is missing in the sequence of all journals, and of no other', async () => {
  const entries = Array.from({ length: 30 }, (_, i) => i + 1)
    .filter((i) => i !== 11)
    .map((i) => ({ ...(i % 3 === 0 ? receipt : sale)(`${i}`, '20260110', 'C1', 10_00) }));
  expect(await findings([[...FEC_HEADINGS], ...fecRows(entries)])).toEqual([
    ...['fec-refused 2 - all journals: 1 number is missing in its sequence'],
  ]);
});

it('takes numbers that begin anew each month for sequences of their own', async () => {
  const entries = ['01', '02', '03'].flatMap((month) =>
    Array.from({ length: 5 }, (_, i) => sale(`2026${month}000${i + 1}`, `2026${month}10`, 'C1', 10_00)),
  );
  expect(await findings([[...FEC_HEADINGS], ...fecRows(entries)])).toEqual([]);
  expect(await findings([[...FEC_HEADINGS], ...fecRows(entries.toSpliced(7, 1))])).toEqual([
    ...['fec-refused 2 - VE: 1 number is missing in its sequence'],
  ]);
});

describe('entries that close accounts of classes 6 and 7', () => {
  const closing = (day: string, against: string, more: readonly FecLine[] = []): FecEntry => ({
    ...{ journal: 'OD', name: 'Opérations diverses', number: 'OD001', day, label: 'Solde des comptes de gestion' },
    lines: [{ account: '707000', amount: 150_00 }, { account: against, amount: -150_00 }, ...more],
  });
  const told = async (entry: FecEntry, name = NAME): Promise<string[]> =>
    (await findings([...good(), ...fecRows([entry])], { name })).filter((one) => one.includes('classes 6 and 7'));
  const refused = [
    'fec-refused 10 - 1 entry brings accounts of classes 6 and 7 to nothing against the result, and must not be there',
  ];

  it.each(['120000', '129000'])('against %s are told', async (account) => {
    expect(await told(closing('20261231', account))).toEqual(refused);
  });

  it('are told on the last day of entries, where the name says no other', async () => {
    expect(await told(closing('20260301', '120000'), 'FEC.txt')).toEqual(refused);
  });

  it('are none before the close', async () => {
    expect(await told(closing('20261130', '120000'))).toEqual([]);
  });

  it('are none where they hold anything else', async () => {
    const tax = [
      { account: '445710', amount: 1_00 },
      { account: '120000', amount: -1_00 },
    ];
    expect(await told(closing('20261231', '120000', tax))).toEqual([]);
    expect(await told(closing('20261231', '110000'))).toEqual([]);
  });
});

describe('characters that ISO 8859-15 has not', () => {
  const told = async (label: string, encoding: 'latin1' | 'utf8'): Promise<string[]> => {
    const text = cell(
      3,
      'EcritureLib',
      label,
    )(good())
      .map((row) => `${row.join('\t')}\n`)
      .join('');
    const ran = await ar(['check', NAME, '--as-of', '2026-06-30', '--fec', '--section', 'findings', '--format', 'csv'], {
      [NAME]: Buffer.from(text, encoding),
    });
    return ran.stdout.split('\n').filter((row) => row.includes('ISO 8859-15'));
  };

  it('are told in a file of Windows-1252', async () => {
    const [row] = await told('L\x92épée', 'latin1');
    expect(row).toContain(
      `fec-refused,error,${NAME},3,11,’,1 line has a character that ISO 8859-15 has not,"LPF art. A47 A-1, XII-1°"`,
    );
  });

  it('are none in a file of UTF-8', async () => {
    expect(await told('L’épée', 'utf8')).toEqual([]);
  });

  it('are none of those it has', async () => {
    expect(await told('Épée à 5 \xa4', 'latin1')).toEqual([]);
  });
});

test.each([
  ['SirenFECAAAAMMJJ', good(), 'FEC.txt', 'IX'],
  ['AAAAMMJJ', cell(3, 'PieceDate', '10/01/2026')(good()), NAME, 'XII-4°'],
  ['1234,56', cell(3, 'Credit', '100.00')(good()), NAME, 'XII-2°'],
  ['three digits', cell(3, 'CompteNum', 'X07')(good()), NAME, 'VII-1°'],
  ['to be empty', cell(3, 'JournalLib', '')(good()), NAME, 'VII-1°'],
])('the paragraph is cited: %s', async (_, table, name, paragraph) => {
  const text = table.map((row) => `${row.join('\t')}\n`).join('');
  const { stdout } = await ar(['check', name, '--as-of', '2026-06-30', '--fec', '--section', 'findings', '--format', 'csv'], {
    [name]: text,
  });
  expect(stdout).toMatch(new RegExp(`fec-refused.*LPF art. A47 A-1, ${paragraph}`));
});

describe('books of cash', () => {
  const cash = (): Table =>
    good().map((row, i) => [...row, ...(i === 0 ? ['DateRglt', 'ModeRglt', 'NatOp'] : ['20260110', 'CB', ''])]);

  it('are told nothing when they keep all rules', async () => {
    expect(await findings(cash())).toEqual([]);
  });

  it('may leave journals and accounts blank', async () => {
    expect(await findings(cells(2, ['JournalLib', ''], ['CompteNum', ''])(cash()))).toEqual([]);
  });

  it('have a paragraph of their own', async () => {
    const text = cell(
      3,
      'EcritureLib',
      '',
    )(cash())
      .map((row) => `${row.join('\t')}\n`)
      .join('');
    const args = ['check', NAME, '--as-of', '2026-06-30', '--fec', '--section', 'findings', '--format', 'csv'];
    expect((await ar(args, { [NAME]: text })).stdout).toContain('"LPF art. A47 A-1, VIII-5° and 7°"');
  });
});
