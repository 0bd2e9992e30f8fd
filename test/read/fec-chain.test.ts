// What do two FECs of one firm come to? What the later one says, whatever it brings forward; each of these was wrong once.
import { describe, expect, it, test } from 'vitest';
import { ar } from '../peers/program.ts';
import { type FecEntry, type FecLine, fecText, receipt, sale } from './fec-file.ts';

const OLD = '123456789FEC20251231.txt';
const NEW = '123456789FEC20261231.txt';
const D = 100_00;

const an = (lines: readonly FecLine[], more: Partial<FecEntry> = {}): FecEntry => ({
  ...{ journal: 'AN', name: 'A nouveaux', number: 'AN1', day: '20260101', label: 'A nouveau' },
  lines: [
    ...lines,
    { account: '101000', amount: -lines.reduce((sum, { amount }) => sum + amount, 0) - 1 },
    { account: '512000', amount: 1 },
  ],
  ...more,
});
const owed = (aux: string, amount: number, more: Partial<FecLine> = {}): FecLine => ({ account: '411000', aux, amount, ...more });

type Files = Readonly<Record<string, string | Uint8Array>>;

async function run(files: Files, ...more: string[]) {
  const ran = await ar(['age', ...Object.keys(files), '--as-of', '2026-12-31', '--format', 'json', ...more], files);
  const report = ran.stdout === '' ? undefined : JSON.parse(ran.stdout);
  return { ...ran, control: report?.control, rows: report?.sections[0].rows };
}

/** The total, in either order of the files. */
async function total(old: readonly FecEntry[], later: readonly FecEntry[], names = [OLD, NEW]): Promise<number | string> {
  const [a, b] = [fecText(old), fecText(later)];
  const one = await run({ [names[0] as string]: a, [names[1] as string]: b });
  const other = await run({ [names[1] as string]: b, [names[0] as string]: a });
  expect(other.control).toEqual(one.control);
  return one.control?.[0]?.open ?? /years-[a-z]+|file-empty/.exec(one.stderr)?.[0] ?? one.stderr;
}

const old = [sale('FA-1', '20251110', 'C1', D), sale('FA-2', '20251111', 'C2', 2 * D)];

test.each<[string, readonly FecEntry[], number]>([
  [
    'an account with another number',
    [an([owed('C1', D, { account: '41100000' }), owed('C2', 2 * D, { account: '41100000' })])],
    300,
  ],
  ['a customer on another account', [an([owed('C1', D, { account: '416000' }), owed('C2', 2 * D)])], 300],
  ['a customer under another code', [an([owed('CLI1', D), owed('C2', 2 * D)])], 300],
  ['a customer who is not brought forward', [an([owed('C1', D)])], 100],
  ['nobody brought forward, in books that bring forward', [an([]), sale('FA-3', '20260301', 'C1', D)], 100],
  ['more than was owed', [an([owed('C1', D + 50_00), owed('C2', 2 * D)])], 350],
  ['nothing brought forward at all: what was owed stays', [sale('FA-3', '20260301', 'C1', D)], 400],
])('%s: the accounts of the later year', async (_, later, open) => {
  expect(await total(old, later)).toBe(open);
});

it('on another account than before is told, and not called a difference that stands', async () => {
  const moved = an([owed('C1', D, { account: '416000' }), owed('C2', 2 * D)]);
  const { stderr } = await run({ [OLD]: fecText(old), [NEW]: fecText([moved]) });
  expect(stderr.match(/opening-differs[^;]*; [^;]*/g)?.map((told) => told.split('; ')[1])).toEqual([
    ...['in all the customer owes what he did: what was open stays on the account it was on'],
    ...['in all the customer owes what he did: what was open stays on the account it was on'],
  ]);
});

describe('openings', () => {
  const brought = [owed('C1', D), owed('C2', 2 * D)];

  it('may stand in a journal of another name, on the first day', async () => {
    const od = brought.map(
      (line, i): FecEntry => ({
        journal: 'OD',
        number: `O${i}`,
        day: '20260101',
        lines: [line, { account: '890000', amount: -line.amount }],
      }),
    );
    expect(await total(old, [...od, sale('FA-3', '20260301', 'C1', D)])).toBe(400);
  });

  it('may have the days of what they repeat', async () => {
    expect(await total(old, [an(brought, { day: '20251110' }), sale('FA-3', '20260301', 'C1', D)])).toBe(400);
  });

  it('are none of a bank that is called OB, nor what was paid to the owner', async () => {
    const ob = { ...receipt('B1', '20260105', 'C1', D), journal: 'OB', name: 'Orange Bank' };
    const owner: FecEntry = {
      journal: 'OD',
      number: 'O1',
      day: '20260105',
      lines: [{ account: '108000', amount: D }, owed('C2', -D)],
    };
    expect(await total(old, [owner, an(brought), ob])).toBe(100);
  });
});

describe('years', () => {
  it('given twice under other names are told', async () => {
    expect(await total(old, old, [OLD, `copy/${OLD}`])).toBe('years-overlap');
  });

  it('that are missing are told, also where what is brought forward agrees', async () => {
    const before = [sale('FA-1', '20241110', 'C1', D), sale('FA-2', '20241111', 'C2', 2 * D)];
    const brought = an([owed('C1', D), owed('C2', 2 * D)]);
    expect(await total(before, [brought, sale('FA-3', '20260401', 'C1', D)], ['123456789FEC20241231.txt', NEW])).toBe(
      'years-gap',
    );
  });

  it('in months or journals are one', async () => {
    const files = { 'm1.txt': fecText(old), 'm2.txt': fecText([sale('FA-3', '20251205', 'C1', D)]) };
    const { control, stderr } = await run(files);
    expect([control[0].open, stderr.includes('opening-differs')]).toEqual([400, false]);
  });

  it('without a receivable stand beside others', async () => {
    const bought: FecEntry = {
      journal: 'AC',
      number: 'A1',
      day: '20250301',
      lines: [
        { account: '607', amount: D },
        { account: '401', amount: -D },
      ],
    };
    expect(await total([bought], [sale('FA-3', '20260301', 'C1', D)])).toBe(100);
    expect(
      await total(
        [bought],
        [bought].map((one) => ({ ...one, day: '20260301' })),
      ),
    ).toBe('file-empty');
  });

  it('close on the day of their name, which parts letters', async () => {
    const pair = [sale('FA-1', '20251110', 'C1', D, { letter: 'AA' }), receipt('B1', '20260110', 'C1', 60_00, { letter: 'AA' })];
    const { rows } = await run({ '123456789FEC20260630.txt': fecText(pair) }, '--detail');
    expect(rows.map(({ document, open }: { document: string; open: number }) => [document, open])).toEqual([['FA-1', 40]]);
  });
});

describe('a letter of the new year', () => {
  const half = [
    sale('FA-1', '20251110', 'C1', D, { letter: 'a', letterDay: '20251220' }),
    receipt('B1', '20251220', 'C1', 60_00, { letter: 'a', letterDay: '20251220' }),
  ];
  const paid = receipt('B2', '20260203', 'C1', 40_00, { letter: 'A', letterDay: '20260203' });
  const put = { letter: 'A', letterDay: '20260203' };

  it('goes on with one that was put on a part', async () => {
    const detail = an([
      owed('C1', D, { ...put, piece: 'FA-1', pieceDay: '20251110' }),
      owed('C1', -60_00, { ...put, piece: 'B1', pieceDay: '20251220' }),
    ]);
    for (const opening of [detail, an([owed('C1', 40_00, put)])]) {
      const { rows } = await run({ [OLD]: fecText(half), [NEW]: fecText([opening, paid]) }, '--detail');
      expect(rows).toEqual([]);
    }
  });

  it('puts credits that were brought forward in one sum to a new invoice', async () => {
    const credits = [receipt('B1', '20251001', 'C1', 30_00), receipt('B2', '20251101', 'C1', 20_00)];
    const later = [an([owed('C1', -50_00, put)]), sale('FA-9', '20260115', 'C1', 50_00, put)];
    const { rows } = await run({ [OLD]: fecText(credits), [NEW]: fecText(later) }, '--detail');
    expect(rows).toEqual([]);
  });
});

it('money paid out is what it is, whichever file is named first', async () => {
  const files = [
    fecText([sale('FA-1', '20251110', 'C1', D), receipt('B1', '20251220', 'C1', D)]),
    fecText([receipt('B2', '20260105', 'C1', -D)]),
  ] as const;
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const named = Object.fromEntries(order.map((i) => [[OLD, NEW][i] as string, files[i]]));
    const { stdout } = await ar(['convert', ...Object.keys(named), '--quiet'], named as Files);
    expect(stdout).toContain('returned');
  }
});

it('a piece names its invoice of the year before, and a claim that becomes doubtful keeps its age', async () => {
  const three = ['FA-1', 'FA-2', 'FA-3'].map((number) => sale(number, '20251110', number === 'FA-3' ? 'C3' : 'C1', D));
  const brought = three.map(({ number, lines }) => ({ ...(lines[0] as FecLine), piece: number, pieceDay: '20251110' }));
  const doubtful: FecEntry = {
    journal: 'OD',
    number: 'O1',
    day: '20260401',
    piece: 'FA-3',
    lines: [owed('C3', D, { account: '416000' }), owed('C3', -D)],
  };
  const later = [an(brought), receipt('B1', '20260210', 'C1', D, { piece: 'FA-2' }), doubtful];
  const { rows } = await run({ [OLD]: fecText(three), [NEW]: fecText(later) }, '--detail');
  expect(rows.map(({ document, kind, date }: Record<string, string>) => [document, kind, date].join(' '))).toEqual([
    'FA-1 invoice 2025-11-10',
    'FA-3 transfer 2025-11-10',
  ]);
});
