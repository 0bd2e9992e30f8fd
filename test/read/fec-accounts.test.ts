// Whose is a claim of a FEC without auxiliaries? Of the customer whose number its account ends in, whatever the claim is by now (rules §5, 1).
import { expect, it } from 'vitest';
import { ar } from '../peers/program.ts';
import { type FecEntry, fecText, receipt, sale } from './fec-file.ts';

async function report(entries: readonly FecEntry[], ...more: string[]) {
  const of = async (engine: string) => {
    const args = ['age', 'f.txt', '--as-of', '2026-06-30', '--format', 'json', '--quiet', '--engine', engine, ...more];
    const ran = await ar(args, { 'f.txt': fecText(entries) });
    const { sections, control } = JSON.parse(ran.stdout);
    return { rows: sections[0].rows, control };
  };
  const careful = await of('careful');
  expect(await of('swift')).toEqual(careful);
  return careful;
}

const own = (account: string) => ({ account, aux: '' });
/** The claim of the customer 00012, from one account of his to another. */
const moved = (from: string, to: string): FecEntry => ({
  ...{ journal: 'OD', number: 'O1', day: '20260401', piece: 'FA-001' },
  lines: [
    { account: to, amount: 120_00 },
    { account: from, amount: -120_00 },
  ],
});
const invoice = sale('FA-001', '20260105', '', 120_00, own('41100012'));
const doubtful = moved('41100012', '41600012');

it('of digits is of one customer on all accounts', async () => {
  const { rows } = await report([invoice, doubtful, sale('FA-002', '20260106', '', 50_00, own('41300012'))]);
  expect(rows.map(({ customer, total }: { customer: string; total: number }) => [customer, total])).toEqual([['41100012', 170]]);
});

it('that becomes doubtful keeps its age', async () => {
  const { rows } = await report([invoice, doubtful], '--detail');
  expect(rows.map(({ document, kind, date }: Record<string, string>) => [document, kind, date].join(' '))).toEqual([
    'FA-001 transfer 2026-01-05',
  ]);
});

it('is proved account by account', async () => {
  const { control } = await report([
    invoice,
    doubtful,
    receipt('B1', '20260501', '', 20_00, { ...own('41600012'), piece: 'FA-001' }),
  ]);
  expect(control.map(({ account, open }: { account?: string; open: number }) => [account, open])).toEqual([
    ...[
      [undefined, 100],
      ['411', 0],
      ['416', 100],
    ],
  ]);
});

it('on a collective account is not', async () => {
  const { rows } = await report([
    sale('FA-001', '20260105', '', 1_00, own('411000')),
    sale('FA-002', '20260105', '', 2_00, own('416000')),
  ]);
  expect(rows.map(({ customer }: { customer: string }) => customer)).toEqual(['411000', '416000']);
});

it('of another customer is apart', async () => {
  const { rows } = await report([invoice, sale('FA-002', '20260106', '', 50_00, own('41600013'))]);
  expect(rows.map(({ customer }: { customer: string }) => customer)).toEqual(['41100012', '41100013']);
});
