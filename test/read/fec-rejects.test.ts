// What does a bank's reject say of a customer, where its fees are charged to him? As much as was paid came back and is as late as it was; the fees are a charge.
import { expect, it, test } from 'vitest';
import { ar } from '../peers/program.ts';
import { type FecEntry, type FecLine, fecText, receipt, sale } from './fec-file.ts';

/** The open items as `kind due open`, by both readers. */
async function open(entries: readonly FecEntry[], asOf = '2026-06-30'): Promise<string[]> {
  const of = async (engine: string): Promise<string[]> => {
    const args = [
      'age',
      'f.txt',
      '--as-of',
      asOf,
      '--terms',
      '30 days',
      '--detail',
      '--format',
      'json',
      '--quiet',
      '--engine',
      engine,
    ];
    const ran = await ar(args, { 'f.txt': fecText(entries) });
    expect(ran.code, ran.stderr).toBe(0);
    type Row = { kind: string; due?: string; open: number };
    return (JSON.parse(ran.stdout).sections[0].rows as Row[]).map(({ kind, due, open: left }) => `${kind} ${due ?? '-'} ${left}`);
  };
  const careful = await of('careful');
  expect(await of('swift')).toEqual(careful);
  return careful.sort();
}

const paid = [sale('FA-001', '20260105', 'C1', 1200_00), receipt('B1', '20260210', 'C1', 1200_00, { piece: 'FA-001' })];
const reject = (lines: readonly FecLine[], piece = 'FA-001'): FecEntry => ({
  ...{ journal: 'BQ', name: 'Banque', number: 'B2', day: '20260220', piece, label: 'REJET PRLV' },
  lines: [...lines, { account: '512000', amount: -lines.reduce((sum, { amount }) => sum + amount, 0) }],
});
const owed = (amount: number, label?: string): FecLine => ({
  account: '411000',
  aux: 'C1',
  amount,
  ...(label === undefined ? {} : { label }),
});

const APART = ['charge 2026-03-22 15', 'returned 2026-02-04 1200'];

test.each([
  ['in one line', [owed(1215_00)]],
  ['in two lines', [owed(1200_00), owed(15_00)]],
  ['in two lines, the fees first', [owed(15_00), owed(1200_00)]],
  ['in two lines, one called fees', [owed(1200_00), owed(15_00, 'FRAIS REJET PRLV')]],
])('with its fees %s', async (_, lines) => {
  expect(await open([...paid, reject(lines)])).toEqual(APART);
});

it('without fees is what was paid', async () => {
  expect(await open([...paid, reject([owed(1200_00)])])).toEqual(['returned 2026-02-04 1200']);
});

it('of a payment in part is as much as was paid', async () => {
  const part = [sale('FA-001', '20260105', 'C1', 2000_00), receipt('B1', '20260210', 'C1', 1200_00, { piece: 'FA-001' })];
  expect(await open([...part, reject([owed(1215_00)])])).toEqual([
    'charge 2026-03-22 15',
    'invoice 2026-02-04 800',
    'returned 2026-02-04 1200',
  ]);
});

it('of two payments that may be meant is left whole', async () => {
  const two = [
    sale('FA-001', '20260105', 'C1', 3000_00),
    receipt('B1', '20260210', 'C1', 1200_00, { piece: 'FA-001' }),
    receipt('B3', '20260211', 'C1', 1210_00, { piece: 'FA-001' }),
  ];
  expect(await open([...two, reject([owed(1215_00)])])).toContain('returned 2026-02-04 1215');
});

it('that names nothing is left whole', async () => {
  expect(await open([...paid, reject([owed(1215_00)], 'X')])).toEqual(['returned - 1215']);
});

it('is paid with its fees by one payment', async () => {
  const again = receipt('B4', '20260401', 'C1', 1215_00, { piece: 'FA-001' });
  expect(await open([...paid, reject([owed(1215_00)]), again])).toEqual([]);
});

it('keeps the control and the file as they are', async () => {
  const files = { 'f.txt': fecText([...paid, reject([owed(1215_00)])]) };
  const { stdout } = await ar(['age', 'f.txt', '--as-of', '2026-06-30', '--format', 'json', '--quiet'], files);
  expect(JSON.parse(stdout).control.map(({ open: left }: { open: number }) => left)).toEqual([1215, 1215]);
  const converted = await ar(['convert', 'f.txt', '--quiet'], files);
  expect(converted.stdout).toContain('returned,,FA-001,2026-02-20,2026-02-20,1215.00');
});
