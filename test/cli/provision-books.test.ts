// What of account 491 does `ar provision` take from a journal of all accounts, and what does it say where nobody is named on it?
import { describe, expect, test } from 'vitest';
import { ar, type Ran } from '../peers/program.ts';
import { type FecEntry, fecText, receipt, sale } from '../read/fec-file.ts';

const NAME = '123456789FEC20251231.txt';
const POLICY = '[provision]\nvat_rate = "20%"\n';
const DECISIONS = 'customer,document,rate,reason,decided_by,day\nD,V1,70%,redressement,Nour,2025-12-20\n';

/** Rules §4.2: a claim of 12,000 was written down by 40 %, and half of it was paid since. */
const written = (line: { account?: string; aux?: string } = { aux: 'D' }, amount = 4000_00): FecEntry => ({
  ...{ journal: 'OD', name: 'Divers', number: `P${amount}`, day: '20250131', label: 'Dépréciation' },
  lines: [
    { account: '681740', amount },
    { account: '491000', ...line, amount: -amount },
  ],
});
const CLAIM = [sale('V1', '20250110', 'D', 12000_00), receipt('R1', '20250610', 'D', 6000_00, { piece: 'V1' })];

function run(entries: readonly FecEntry[], more: readonly string[] = [], files: Record<string, string> = {}): Promise<Ran> {
  const beside = { [NAME]: fecText(entries), 'd.csv': DECISIONS, 'p.toml': POLICY, ...files };
  return ar(
    ['provision', NAME, '--policy', 'p.toml', '--decisions', 'd.csv', '--terms', '30 days', '--format', 'json', ...more],
    beside,
  );
}

const AS_OF = ['--as-of', '2025-12-31'];

function rows({ code, stdout, stderr }: Ran): string[] {
  expect(code, stderr).toBe(0);
  const all = JSON.parse(stdout).sections[0].rows as Record<string, unknown>[];
  return all.map(({ customer, required, existing, movement }) => `${customer} ${required} ${existing} ${movement}`);
}

describe('account 491', () => {
  test('says what there is, by its auxiliary', async () => {
    expect(rows(await run([...CLAIM, written()], AS_OF))).toEqual(['D 3500 4000 -500']);
  });

  test('says it as it stood on the day', async () => {
    const early = await run([...CLAIM, written()], ['--as-of', '2025-01-20', '--decided-until', '2025-12-31']);
    expect(rows(early)).toEqual(['D 7000 0 7000']);
  });

  test.each(['491D', '4911D', '4916D'])('says it by an account of its own: %s', async (account) => {
    const own = CLAIM.map((entry) => ({
      ...entry,
      lines: entry.lines.map(({ aux, ...line }) => (aux === 'D' ? { ...line, account: '411D' } : line)),
    }));
    const files = { 'd.csv': DECISIONS.replace('\nD,', '\n411D,') };
    expect(rows(await run([...own, written({ account })], AS_OF, files))).toEqual(['411D 3500 4000 -500']);
  });

  test('releases what is of a customer who owes nothing more', async () => {
    expect(rows(await run([...CLAIM, written(), written({ aux: 'GONE' }, 100_00)], AS_OF))).toEqual([
      'D 3500 4000 -500',
      'GONE 0 100 -100',
    ]);
  });

  test('is nobody’s where no line names a customer, which is told', async () => {
    const ran = await run([...CLAIM, written({})], AS_OF);
    expect(rows(ran)).toEqual(['D 3500 0 3500']);
    expect(ran.stderr).toContain(
      'warning allowance-unnamed: account 491 of the ledger holds 4000.00 EUR on 2025-12-31 on lines that name no customer',
    );
    const shown = (await run([...CLAIM, written({})], [...AS_OF, '--format', 'table'])).stdout;
    expect(shown).toContain('Of account 491, 4,000.00 EUR is of no customer and in no row: --prior says of whom.');
  });

  test('has released of somebody what was written down of nobody', async () => {
    const ran = await run([...CLAIM, written({}), written({ aux: 'D' }, -500_00)], AS_OF);
    expect(rows(ran)).toEqual(['D 3500 0 3500']);
    expect(ran.stderr).toContain('account 491 of the ledger holds 3500.00 EUR on 2025-12-31 on lines that name no customer');
  });

  test('is held against --prior, which counts', async () => {
    const priorOf = (allowance: string) => ({ 'a.csv': `customer,allowance\nD,${allowance}\n` });
    const same = await run([...CLAIM, written({})], [...AS_OF, '--prior', 'a.csv'], priorOf('4000.00'));
    expect(rows(same)).toEqual(['D 3500 4000 -500']);
    expect(same.stderr).not.toContain('allowance-');
    const other = await run([...CLAIM, written({})], [...AS_OF, '--prior', 'a.csv'], priorOf('3000.00'));
    expect(rows(other)).toEqual(['D 3500 3000 500']);
    expect(other.stderr).toContain(
      'warning allowance-differs: --prior adds up to another allowance than account 491 of the ledger holds on 2025-12-31: 3000.00 and 4000.00 EUR',
    );
  });

  test('has what a closing booked: a second run moves nothing', async () => {
    const first = await run([...CLAIM, written()], [...AS_OF, '--entries', '--format', 'csv', '--dialect', 'fec']);
    expect(first.code, first.stderr).toBe(0);
    const closed =
      fecText([...CLAIM, written()]) +
      first.stdout
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t').slice(0, 18).join('\t'))
        .join('\n');
    const again = await run([], [...AS_OF, '--entries'], { [NAME]: closed });
    expect(again.code, again.stderr).toBe(0);
    expect(JSON.parse(again.stdout).sections[0].rows).toEqual([]);
  });

  test('is not counted twice where a year brings it forward', async () => {
    const next = '123456789FEC20261231.txt';
    const opening: FecEntry = {
      ...{ journal: 'AN', name: 'À nouveaux', number: 'A1', day: '20260101', label: 'À nouveau' },
      lines: [
        { account: '411000', aux: 'D', amount: 6000_00, piece: 'V1', pieceDay: '20250110' },
        { account: '491000', amount: -4000_00 },
        { account: '120000', amount: -2000_00 },
      ],
    };
    const files = {
      [NAME]: fecText([...CLAIM, written()]),
      [next]: fecText([opening, sale('V9', '20260301', 'E', 1200_00)]),
      'd.csv': DECISIONS,
      'p.toml': POLICY,
    };
    const line = [
      'provision',
      NAME,
      next,
      '--policy',
      'p.toml',
      '--decisions',
      'd.csv',
      '--as-of',
      '2026-12-31',
      '--format',
      'json',
    ];
    const ran = await ar(line, files);
    expect(rows(ran)).toEqual(['D 3500 4000 -500']);
    expect(ran.stderr).not.toContain('allowance-');
  });

  test('of chosen rows counts of those customers alone', async () => {
    const all = [...CLAIM, written(), sale('V2', '20250210', 'E', 1200_00), written({ aux: 'E' }, 70_00)];
    const ran = await run(all, [...AS_OF, '--customer', 'D']);
    expect(rows(ran)).toEqual(['D 3500 4000 -500']);
    expect(rows(await run(all, [...AS_OF, '--where', 'CompAuxNum=D']))).toEqual(['D 3500 4000 -500']);
  });
});

test('a FEC says by its name when its year began: the chart of then, and losses of the year', async () => {
  const name = '123456782FEC20250630.txt';
  const files = {
    [name]: fecText([sale('V1', '20240910', 'D', 1200_00), sale('V2', '20250310', 'E', 1200_00)]),
    'w.csv': 'customer,document,ground\nD,V1,none\n',
    'r.csv': 'customer,document,amount,day,vat_rate\nD,OLD,120.00,2025-05-05,20%\n',
  };
  const line = [
    'provision',
    name,
    '--as-of',
    '2025-06-30',
    '--write-off',
    'w.csv',
    '--recovered',
    'r.csv',
    '--entries',
    '--format',
    'json',
  ];
  const { stdout, stderr } = await ar(line, files);
  const entries = JSON.parse(stdout).sections[0].rows as Record<string, unknown>[];
  // The year opened on 1 July 2024, before the reform; the invoice of September is of that year.
  expect(
    entries.map(({ account }) => account),
    stderr,
  ).toEqual(['512', '7714', '44571', '6541', '411000']);
});

test('a lump that lost its days and moves to 416 is one there, too', async () => {
  const opening = (aux: string): FecEntry => ({
    ...{ journal: 'AN', name: 'À nouveaux', number: `A${aux}`, day: '20250101', label: 'À nouveau' },
    lines: [
      { account: '411000', aux, amount: 1200_00, piece: '', pieceDay: '20250101' },
      { account: '101000', amount: -1200_00 },
    ],
  });
  const entries = [opening('D'), opening('E'), sale('V1', '20250101', 'E', 600_00), sale('V2', '20250310', 'D', 60_00)];
  const decided = { 'd.csv': 'customer,document,rate,reason,decided_by,day\nD,,50%,x,y,2025-12-01\nE,V1,50%,x,y,2025-12-01\n' };
  const line = ['provision', NAME, ...AS_OF, '--policy', 'p.toml', '--decisions', 'd.csv', '--entries', '--dialect', 'fec'];
  const ran = await ar(line, { [NAME]: fecText(entries), 'p.toml': POLICY, ...decided });
  expect(ran.code, ran.stderr).toBe(0);
  const moved = ran.stdout.split('\n').slice(1);
  const age = await ar(['age', NAME, ...AS_OF.slice(0, 2), '--detail', '--format', 'json'], {
    [NAME]: fecText(entries) + moved.join('\n'),
  });
  const items = JSON.parse(age.stdout).sections[0].rows as Record<string, unknown>[];
  expect(items.map(({ customer, kind, open, flags }) => `${customer} ${kind} ${open} ${flags}`).sort()).toEqual([
    'D transfer 1200 no_due age_unreliable',
    'D transfer 60 no_due',
    'E opening 1200 no_due age_unreliable',
    'E transfer 600 no_due',
  ]);
});
