// When is a retention of a FEC due? By contract a year after the work was accepted, which no books tell: a year after its document, and not before (rules §5, 2).
import { describe, expect, it, test } from 'vitest';
import { ar } from '../peers/program.ts';
import { FEC_HEADINGS, type FecEntry, type FecLine, fecRows, fecText, sale } from './fec-file.ts';

const retained = (more: Partial<FecLine> = {}): FecEntry => ({
  ...{ journal: 'VE', name: 'Ventes', number: 'V1', day: '20250315', piece: 'FA-001' },
  lines: [
    { account: '411000', aux: 'C1', amount: 1140_00 },
    { account: '411700', aux: 'C1', amount: 60_00, ...more },
    { account: '704000', amount: -1000_00 },
    { account: '445710', amount: -200_00 },
  ],
});

type Files = Readonly<Record<string, string>>;

/** The due day of each item, in the order of the accounts; `files`: tables beside the FEC. */
async function dueDays(entries: readonly FecEntry[] | string, more: readonly string[] = [], files: Files = {}) {
  const of = async (engine: string): Promise<string[]> => {
    const text = typeof entries === 'string' ? entries : fecText(entries);
    const args = [
      'age',
      'f.txt',
      '--as-of',
      '2026-01-31',
      '--detail',
      '--format',
      'json',
      '--quiet',
      '--engine',
      engine,
      ...more,
    ];
    const ran = await ar(args, { 'f.txt': text, ...files });
    type Row = { kind: string; due?: string; bucket: string; flags?: string };
    return (JSON.parse(ran.stdout).sections[0].rows as Row[]).map(
      ({ kind, due, bucket }) => `${kind} ${due ?? 'none'} ${bucket}`,
    );
  };
  const careful = await of('careful');
  expect(await of('swift')).toEqual(careful);
  return careful.sort();
}

it('is a year after its document', async () => {
  expect(await dueDays([retained()])).toContain('retention 2026-03-15 not_due');
});

it('is what its own column says', async () => {
  const rows = fecRows([retained()]).map((cells) => [...cells, cells[4] === '411700' ? '20250930' : '']);
  const text = [[...FEC_HEADINGS, 'DateEcheance'], ...rows].map((cells) => `${cells.join('\t')}\n`).join('');
  expect(await dueDays(text)).toContain('retention 2025-09-30 d91_plus');
});

it('is a year after the day of its piece, also where it was split off later', async () => {
  const split: FecEntry = {
    ...{ journal: 'OD', number: 'O1', day: '20250430', piece: 'FA-001' },
    lines: [
      { account: '411700', aux: 'C1', amount: 60_00, pieceDay: '20250315' },
      { account: '411000', aux: 'C1', amount: -60_00 },
    ],
  };
  expect(await dueDays([sale('FA-001', '20250315', 'C1', 1200_00), split])).toContain('retention 2026-03-15 not_due');
});

describe('is no matter of terms that were agreed for invoices', () => {
  test('of all', async () => {
    expect(await dueDays([retained()], ['--terms', '30 days'])).toEqual([
      ...['invoice 2025-04-14 d91_plus', 'retention 2026-03-15 not_due'],
    ]);
  });

  test('of its customer', async () => {
    const files = { 'c.csv': 'id,terms\nC1,30 days\n' };
    expect(await dueDays([retained()], ['--customers', 'c.csv'], files)).toContain('retention 2026-03-15 not_due');
  });

  test('of the invoice whose number it carries', async () => {
    const files = { 'd.csv': 'customer,document,due\nC1,FA-001,2025-04-30\n' };
    expect(await dueDays([retained()], ['--documents', 'd.csv'], files)).toEqual([
      ...['invoice 2025-04-30 d91_plus', 'retention 2026-03-15 not_due'],
    ]);
  });
});

describe('is what --documents says of its own number', () => {
  test.each([
    ['a day', 'due', '2025-12-31'],
    ['terms', 'terms', '291 days'],
  ])('%s', async (_, heading, cell) => {
    const files = { 'd.csv': `customer,document,${heading}\nC1,RG-001,${cell}\n` };
    expect(await dueDays([retained({ piece: 'RG-001' })], ['--documents', 'd.csv'], files)).toContain(
      'retention 2025-12-31 d31_60',
    );
  });
});

describe('that is brought forward', () => {
  const an = (pieceDay: string): FecEntry => ({
    ...{ journal: 'AN', name: 'A nouveaux', number: 'AN1', day: '20260101', piece: 'AN' },
    lines: [
      { account: '411700', aux: 'C1', amount: 60_00, pieceDay },
      { account: '101000', amount: -60_00 },
    ],
  });

  it('counts from the day of its piece', async () => {
    expect(await dueDays([an('20250315')])).toEqual(['opening 2026-03-15 not_due']);
  });

  it('has no due day where it lost its own', async () => {
    expect(await dueDays([an('20260101')])).toEqual(['opening none d1_30']);
  });
});

it('is none of a customer whose account in digits begins like that', async () => {
  const digits = retained({ account: '41170012', aux: '' });
  expect(await dueDays([digits])).toContain('retention none d91_plus');
});

it('is one on a collective account that names nobody', async () => {
  expect(await dueDays([retained({ aux: '' })])).toContain('retention 2026-03-15 not_due');
});

it('is said in the story of its document', async () => {
  const args = ['explain', 'FA-001', 'f.txt', '--as-of', '2026-04-30', '--quiet', '--format', 'csv', '--section', 'story'];
  const { stdout } = await ar(args, { 'f.txt': fecText([retained()]) });
  expect(stdout).toContain(
    '2026-03-15,due,retention,FA-001,,,1200.00,f.txt,3,"60.00 due, as a retention, a year after its document"',
  );
});

it('is said by ar check', async () => {
  const { stdout } = await ar(['check', 'f.txt', '--as-of', '2026-01-31', '--format', 'csv'], { 'f.txt': fecText([retained()]) });
  expect(stdout).toContain('f.txt,due of retentions,1 debit,');
});

it('is missed by nobody', async () => {
  const { stderr } = await ar(['age', 'f.txt', '--as-of', '2026-01-31'], { 'f.txt': fecText([retained()]) });
  expect(stderr).toContain('1 debit has no due day, first on this line');
});
