// What does a credit of a FEC pay that has no letter and names no document? The one open debit of exactly its amount, and whatever came back to nothing: other
// lines' letters and pieces say nothing of it (rules §5, 4).
import { expect, it } from 'vitest';
import { ar } from '../peers/program.ts';
import { type FecEntry, type FecLine, fecText, receipt, sale } from './fec-file.ts';

/** What is open at the end of June, as `document kind open`, by both readers. */
async function open(entries: readonly FecEntry[], ...more: string[]): Promise<string[]> {
  const of = async (engine: string): Promise<string[]> => {
    const args = [
      'age',
      'f.txt',
      '--as-of',
      '2026-06-30',
      '--detail',
      '--format',
      'json',
      '--quiet',
      '--engine',
      engine,
      ...more,
    ];
    const ran = await ar(args, { 'f.txt': fecText(entries) });
    const rows = JSON.parse(ran.stdout).sections[0].rows as { document?: string; kind: string; open: number }[];
    return rows.map((row) => `${row.document ?? ''} ${row.kind} ${row.open}`);
  };
  const careful = await of('careful');
  expect(await of('swift')).toEqual(careful);
  return careful;
}

const D = 120_00;
/** Another customer's invoice and its payment, lettered: the file has letters. */
const lettered = (letter = 'AA'): FecEntry[] => [
  sale('FX', '20260102', 'X', 77_00, { letter, letterDay: '20260110' }),
  receipt('BX', '20260110', 'X', 77_00, { letter, letterDay: '20260110' }),
];
const two = [sale('F1', '20260105', 'C1', D), sale('F2', '20260106', 'C1', 200_00)];

it('is the one debit of its amount, where others have letters', async () => {
  expect(await open([...lettered(), ...two, receipt('B1', '20260210', 'C1', D)])).toEqual(['F2 invoice 200']);
});

it('is the one debit of its amount, where others have named their document', async () => {
  const named = [sale('FA-009', '20260102', 'X', 77_00), receipt('BX', '20260110', 'X', 70_00, { piece: 'FA-009' })];
  expect(await open([...named, ...two, receipt('B1', '20260210', 'C1', D)])).toEqual(['F2 invoice 200', 'FA-009 invoice 7']);
});

it('is what is left of a debit that was paid in part', async () => {
  const part = receipt('B1', '20260201', 'C1', 50_00, { piece: 'FA-001' });
  const owed = [sale('FA-001', '20260105', 'C1', D), sale('F2', '20260106', 'C1', 200_00)];
  expect(await open([...lettered(), ...owed, part, receipt('B2', '20260210', 'C1', 70_00)])).toEqual(['F2 invoice 200']);
});

it('is none of two debits of its amount', async () => {
  const twice = [sale('F1', '20260105', 'C1', D), sale('F2', '20260106', 'C1', D)];
  expect(await open([...lettered(), ...twice, receipt('B1', '20260210', 'C1', D)])).toHaveLength(3);
});

it('is no debit that was posted after it', async () => {
  const late = [sale('F2', '20260105', 'C1', 200_00), receipt('B1', '20260210', 'C1', D), sale('F1', '20260211', 'C1', D)];
  expect(await open([...lettered(), ...late])).toHaveLength(3);
});

it('is none of another customer', async () => {
  expect(await open([...lettered(), ...two, receipt('B1', '20260210', 'C2', D)])).toHaveLength(3);
});

it.each(['416000', '411700'])('is none of another general account: %s', async (account) => {
  const bill = [sale('F1', '20260105', 'C1', D, { account }), two[1] as FecEntry];
  expect(await open([...lettered(), ...bill, receipt('B1', '20260210', 'C1', D)])).toHaveLength(3);
});

it('is nothing of what a letter left open', async () => {
  const half = [
    sale('F1', '20260105', 'C1', 200_00, { letter: 'a' }),
    receipt('B1', '20260110', 'C1', 80_00, { letter: 'a' }),
    sale('F2', '20260106', 'C1', 300_00),
  ];
  expect(await open([...lettered(), ...half, receipt('B2', '20260210', 'C1', D)])).toEqual([
    ...['F1 invoice 120', 'F2 invoice 300', 'B2 payment -120'],
  ]);
});

it('is in doubt where a letter left the same amount open', async () => {
  const half = [
    sale('F1', '20260105', 'C1', 200_00, { letter: 'a' }),
    receipt('B1', '20260110', 'C1', 80_00, { letter: 'a' }),
    sale('F2', '20260106', 'C1', D),
  ];
  expect(await open([...lettered(), ...half, receipt('B2', '20260210', 'C1', D)])).toHaveLength(3);
});

it('is nothing for a lettered credit that lacks its debit', async () => {
  expect(await open([...two, receipt('B1', '20260210', 'C1', D, { letter: 'b' })])).toHaveLength(3);
});

it('is no further document of a credit that names one', async () => {
  const owed = [
    sale('FA-001', '20260105', 'C1', 100_00),
    sale('F2', '20260106', 'C1', 20_00),
    sale('F3', '20260107', 'C1', 9_00),
  ];
  const beyond = receipt('B1', '20260210', 'C1', D, { piece: 'FA-001' });
  expect(await open([...lettered(), ...owed, beyond])).toEqual(['F2 invoice 20', 'F3 invoice 9', ' payment -20']);
});

it('is all that came back to nothing with it', async () => {
  expect(await open([...lettered(), ...two, receipt('B1', '20260210', 'C1', 320_00)])).toEqual([]);
});

it('is nothing more where a letter left something open, for then nothing came back to nothing', async () => {
  const half = [sale('F0', '20260103', 'C1', 50_00, { letter: 'a' }), receipt('B0', '20260104', 'C1', 10_00, { letter: 'a' })];
  expect(await open([...lettered(), ...half, ...two, receipt('B1', '20260210', 'C1', 320_00)])).toHaveLength(4);
});

it('pays nothing where only what letters left brings the balance to nothing', async () => {
  const left = [
    sale('F0', '20260103', 'C1', 50_00, { letter: 'a' }),
    receipt('B0', '20260104', 'C1', 10_00, { letter: 'a' }),
    sale('F3', '20260103', 'C1', 30_00, { letter: 'b' }),
    receipt('B3', '20260104', 'C1', 40_00, { letter: 'b' }),
  ];
  const free = [sale('F1', '20260105', 'C1', 100_00), receipt('B1', '20260210', 'C1', 130_00)];
  expect(await open([...lettered(), ...left, ...free])).toEqual([
    ...['F0 invoice 40', 'B3 payment -10', 'F1 invoice 100', 'B1 payment -130'],
  ]);
});

it('is what a letter that is put later leaves it, as the books are known on the day', async () => {
  const later: Partial<FecLine> = { letter: 'b', letterDay: '20260715' };
  const owed = [sale('F1', '20260105', 'C1', D, later), two[1] as FecEntry];
  const paid = [receipt('B1', '20260210', 'C1', D), receipt('B2', '20260710', 'C1', D, later)];
  expect(await open([...lettered(), ...owed, ...paid])).toHaveLength(3);
  expect(await open([...lettered(), ...owed, ...paid], '--as-known')).toEqual(['F2 invoice 200']);
});
