// Which document does a line of a FEC pay? Its PieceRef says so where it is the number of one claim of the customer.
import { expect, it } from 'vitest';
import { ar } from '../peers/program.ts';
import { type FecEntry, fecText, receipt, sale } from './fec-file.ts';

/** What is open at the end of June, as `document kind date open`. */
async function open(entries: readonly FecEntry[]): Promise<string[]> {
  const files = { 'fec.txt': fecText(entries) };
  const of = async (engine: string): Promise<string[]> => {
    const args = ['age', 'fec.txt', '--as-of', '2026-06-30', '--detail', '--format', 'csv', '--quiet', '--engine', engine];
    const [headings, ...rows] = (await ar(args, files)).stdout
      .trimEnd()
      .split('\n')
      .map((row) => row.split(','));
    const at = ['document', 'kind', 'date', 'open'].map((one) => (headings as string[]).indexOf(one));
    return rows.map((cells) => at.map((index) => cells[index]).join(' '));
  };
  const careful = await of('careful');
  expect(await of('swift')).toEqual(careful);
  return careful;
}

const two = [sale('FA-001', '20260105', 'C1', 120_00), sale('FA-002', '20260106', 'C1', 120_00)];
const pay = (piece: string, aux = 'C1') => receipt('B1', '20260210', aux, 120_00, { piece });

it('is the one whose number it carries', async () => {
  expect(await open([...two, pay('FA-002')])).toEqual(['FA-001 invoice 2026-01-05 120.00']);
});

it('is none where two claims of different days carry it', async () => {
  expect(await open([...two, sale('FB-003', '20260301', 'C1', 120_00, { piece: 'FA-002' }), pay('FA-002')])).toHaveLength(4);
});

it('is none of another customer', async () => {
  expect(await open([...two, pay('FA-002', 'C2')])).toHaveLength(3);
});

it.each(['F1', 'VIREMENT'])('is none by a number like %s', async (piece) => {
  const short = [sale(piece, '20260105', 'C1', 120_00), sale('X', '20260106', 'C1', 120_00)];
  expect(await open([...short, pay(piece)])).toHaveLength(3);
});

it('is kept by a claim that becomes doubtful, with its day', async () => {
  const doubtful: FecEntry = {
    ...{ journal: 'OD', number: 'O1', day: '20260401', piece: 'FA-001' },
    lines: [
      { account: '416000', aux: 'C1', amount: 120_00 },
      { account: '411000', aux: 'C1', amount: -120_00 },
    ],
  };
  expect(await open([...two, doubtful])).toEqual(['FA-001 transfer 2026-01-05 120.00', 'FA-002 invoice 2026-01-06 120.00']);
});

it('is the advance that an invoice takes up', async () => {
  const advance: FecEntry = {
    ...{ journal: 'BQ', number: 'B1', day: '20260110', piece: 'AC-001' },
    lines: [
      { account: '512000', amount: 100_00 },
      { account: '419100', aux: 'C1', amount: -100_00 },
    ],
  };
  const invoice: FecEntry = {
    ...{ journal: 'VE', number: 'V1', day: '20260301', piece: 'FA-009' },
    lines: [
      { account: '411000', aux: 'C1', amount: 500_00 },
      { account: '419100', aux: 'C1', amount: 100_00 },
      { account: '707000', amount: -500_00 },
      { account: '445710', amount: -100_00 },
    ],
  };
  expect(await open([advance, invoice])).toEqual(['FA-009 invoice 2026-03-01 500.00']);
});
