// Is one content read as one ledger in every layout in which firms hand over a FEC (rules.md §5)? By both readers; the swift one takes them.
import { expect, test } from 'vitest';
import { ar } from '../peers/program.ts';
import { FEC_HEADINGS, type FecEntry, fecRows, receipt, sale } from './fec-file.ts';

const ENTRIES: readonly FecEntry[] = [
  {
    ...{ journal: 'AN', name: 'A nouveaux', number: '1', day: '20260101', piece: 'RAN', label: 'Report à nouveau' },
    lines: [
      { account: '101000', amount: -1_000_00 },
      { account: '411000', aux: 'C1', auxName: 'Société Épée', amount: 1_000_00 },
    ],
  },
  sale('V1', '20260113', 'C1', 1_200_00, { auxName: 'Société Épée', letter: 'A', letterDay: '20260214' }),
  sale('V2', '20260131', 'C2', 74_70, { auxName: 'Œuvre & Cie' }),
  receipt('B1', '20260214', 'C1', 1_200_00, { auxName: 'Société Épée', letter: 'A', letterDay: '20260214' }),
  receipt('B2', '20260216', 'C2', 50_05, { auxName: 'Œuvre & Cie' }),
  sale('V3', '20260228', 'C2', -12_00, { auxName: 'Œuvre & Cie' }),
];

type Table = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };
const PLAIN: Table = { headings: FEC_HEADINGS, rows: fecRows(ENTRIES) };
const at = (heading: string): number => FEC_HEADINGS.indexOf(heading as (typeof FEC_HEADINGS)[number]);
const AMOUNTS = [at('Debit'), at('Credit')];
const DAYS = [at('EcritureDate'), at('PieceDate'), at('DateLet'), at('ValidDate')];

/** The table with some of its cells written otherwise. */
const written =
  (columns: readonly number[], as: (cell: string, row: readonly string[]) => string) =>
  ({ headings, rows }: Table) => ({
    headings,
    rows: rows.map((row) => row.map((cell, i) => (columns.includes(i) ? as(cell, row) : cell))),
  });

/** Debit and Credit in one column, and a side in the next. */
const onOneSide =
  (debit: string, credit: string) =>
  ({ headings, rows }: Table) => ({
    headings: headings.map((one) => ({ Debit: 'Montant', Credit: 'Sens' })[one] ?? one),
    rows: rows.map((row) => {
      const isCredit = row[AMOUNTS[0] as number] === '0,00';
      const amount = row[AMOUNTS[isCredit ? 1 : 0] as number] as string;
      return row.map((cell, i) => (i === AMOUNTS[0] ? amount : i === AMOUNTS[1] ? (isCredit ? credit : debit) : cell));
    }),
  });

const signed = ({ headings, rows }: Table): Table => ({
  headings: headings.flatMap((one) => ({ Debit: ['Montant'], Credit: [] })[one] ?? [one]),
  rows: rows.map((row) => {
    const isCredit = row[AMOUNTS[0] as number] === '0,00';
    return row.flatMap((cell, i) =>
      i === AMOUNTS[0] ? [isCredit ? `-${row[AMOUNTS[1] as number]}` : cell] : i === AMOUNTS[1] ? [] : [cell],
    );
  }),
});

const more =
  (...columns: readonly (readonly [heading: string, cell: string])[]) =>
  ({ headings, rows }: Table) => ({
    headings: [...headings, ...columns.map(([heading]) => heading)],
    rows: rows.map((row) => [...row, ...columns.map(([, cell]) => cell)]),
  });

const headed =
  (as: (heading: string) => string) =>
  ({ headings, rows }: Table) => ({ headings: headings.map(as), rows });
const dated = (as: (y: string, m: string, d: string) => string) =>
  written(DAYS, (cell) => cell.replace(/^(\d{4})(\d\d)(\d\d)$/, (_, y, m, d) => as(y, m, d)));

type Layout = {
  readonly table?: (table: Table) => Table;
  readonly delimiter?: string;
  readonly end?: string;
  readonly bytes?: (text: string) => Uint8Array;
  readonly cell?: (cell: string) => string;
  readonly tail?: string;
};

const LAYOUTS: { readonly [name: string]: Layout } = {
  'a bar between cells': { delimiter: '|' },
  'a semicolon': { delimiter: ';' },
  'a semicolon and quotes': { delimiter: ';', cell: (cell) => `"${cell}"` },
  'lines ended by CR LF': { end: '\r\n' },
  'a byte order mark': { bytes: (text) => new TextEncoder().encode(`\uFEFF${text}`) },
  'ISO 8859-15': { bytes: (text) => Uint8Array.from(text, (c) => (c === 'Œ' ? 0xbc : c.charCodeAt(0))) },
  'Windows-1252': { bytes: (text) => Uint8Array.from(text, (c) => (c === 'Œ' ? 0x8c : c.charCodeAt(0))) },
  'Montant and Sens, D and C': { table: onOneSide('D', 'C') },
  'Montant and Sens, +1 and -1': { table: onOneSide('+1', '-1') },
  'Montant and Sens, 1 and -1': { table: onOneSide('1', '-1') },
  'a signed Montant without Sens': { table: signed },
  'amounts padded with zeros': { table: written(AMOUNTS, (cell) => cell.padStart(13, '0')) },
  'cells padded with blanks': { cell: (cell) => `  ${cell}   ` },
  'a sign before amounts': { table: written(AMOUNTS, (cell) => `+${cell}`) },
  'a sign behind amounts': { table: written(AMOUNTS, (cell) => `${cell}+`) },
  'decimal dots': { table: written(AMOUNTS, (cell) => cell.replace(',', '.')) },
  'the empty side left empty': { table: written(AMOUNTS, (cell) => (cell === '0,00' ? '' : cell)) },
  'a delimiter behind every line': { tail: '\t' },
  '21 columns': { table: more(['DateRglt', ''], ['ModeRglt', 'VIR'], ['NatOp', '']) },
  '22 columns': { table: more(['DateRglt', ''], ['ModeRglt', 'VIR'], ['NatOp', ''], ['IdClient', '']) },
  'columns of a package of its own': { table: more(['Section', 'A'], ['Libre', '12']) },
  '16 cells under 18 headings': { table: ({ headings, rows }) => ({ headings, rows: rows.map((row) => row.slice(0, 16)) }) },
  'headings in capitals': { table: headed((heading) => heading.toUpperCase()) },
  'headings in small letters': { table: headed((heading) => heading.toLowerCase()) },
  'headings with accents': {
    table: headed((heading) => ({ Debit: 'Débit', Credit: 'Crédit', EcritureNum: 'ÉcritureNum' })[heading] ?? heading),
  },
  'ValidDate empty': { table: written([at('ValidDate')], () => '') },
  'days as 2026-01-31': { table: dated((y, m, d) => `${y}-${m}-${d}`) },
  'days as 31/01/2026': { table: dated((y, m, d) => `${d}/${m}/${y}`) },
  'EcritureNum 0': { table: written([at('EcritureNum')], () => '0') },
  'EcritureNum empty': { table: written([at('EcritureNum')], () => '') },
  'EcritureNum in zeros': { table: written([at('EcritureNum')], () => '000000') },
};

function bytesOf({
  table = (one) => one,
  delimiter = '\t',
  end = '\n',
  bytes,
  cell = (one) => one,
  tail = '',
}: Layout): Uint8Array {
  const { headings, rows } = table(PLAIN);
  const text = [headings, ...rows].map((cells) => cells.map(cell).join(delimiter) + tail + end).join('');
  return bytes?.(text) ?? new TextEncoder().encode(text);
}

async function ledgerOf(layout: Layout, ...args: string[]): Promise<unknown> {
  const ran = await ar(['convert', 'f.txt', '--format', 'json', '--quiet', ...args], { 'f.txt': bytesOf(layout) });
  expect(ran.code, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout).sections[0].rows;
}

test.each(Object.entries(LAYOUTS))('%s', async (_, layout) => {
  const plain = await ledgerOf({});
  expect(await ledgerOf(layout, '--engine', 'careful')).toEqual(plain);
  expect(await ledgerOf(layout)).toEqual(plain);
});

test.each(Object.entries(LAYOUTS))('%s: the swift reader takes it', async (_, layout) => {
  await ledgerOf(layout, '--engine', 'swift');
});

test('a due day in a column behind the 18 is the due day', async () => {
  for (const heading of ['DateEcheance', 'EcheanceDate', 'Date_Echeance', 'DateEchéance']) {
    const layout = { table: more([heading, '20260315']) };
    for (const engine of ['careful', 'swift']) {
      const rows = (await ledgerOf(layout, '--engine', engine)) as { due: string }[];
      expect(rows.map(({ due }) => due)).toEqual(rows.map(() => '2026-03-15'));
    }
  }
});
