// What is known of a FEC whose entries balance, most of them of other accounts? The same by both readers, although the swift one passes over such entries as a whole:
// kinds of the receivables among them, first and last days, sales, and what is brought forward.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { COLUMNS } from '../../src/ledger/field.ts';
import { kindOf } from '../../src/ledger/kind.ts';
import type { YearOfBooks } from '../../src/ledger/years-of-books.ts';
import { runs } from '../harness/share.ts';
import { SEED } from '../properties/random-ledger.ts';
import { bytesOf, readBy, type Way } from './both-readers.ts';
import { FEC_HEADINGS, type FecEntry, type FecLine, fecRows, receipt, sale } from './fec-file.ts';

const lines = (...of: readonly (readonly [account: string, amount: number, aux?: string])[]): readonly FecLine[] =>
  of.map(([account, amount, aux]) => ({ account, amount, ...(aux === undefined ? {} : { aux }) }));

/** Entries by what they hold; none of the first few holds a receivable. */
const HOLDING = {
  purchase: lines(['607000', 100_00], ['445660', 20_00], ['401000', -120_00, 'F1']),
  fees: lines(['627000', 12_34], ['512000', -12_34]),
  payroll: lines(['641000', 3000_00], ['431000', -700_00], ['421000', -2300_00]),
  nothing: lines(['607000', 0], ['401000', 0]),
  cashSale: lines(['530000', 120_00], ['707000', -100_00], ['445710', -20_00]),
  ownFunds: lines(['512000', 500_00], ['101000', -500_00]),
  unbalanced: lines(['607000', 100_00], ['401000', -99_99]),
  lone: lines(['471000', 7_00]),
  lossOfCustomer: lines(['654000', 10_00], ['411000', -10_00, 'C1']),
  retention: lines(['411000', 95_00, 'C1'], ['411700', 5_00, 'C1'], ['704000', -100_00]),
  bare: lines(['411000', 1_00, 'C1'], ['411000', -1_00, 'C2']),
  twoParts: lines(['411000', 120_00, 'C1'], ['707000', -120_00], ['512000', 50_00], ['411000', -50_00, 'C2']),
  receiptAndNote: lines(['512000', 50_00], ['411000', -50_00, 'C2'], ['411000', -120_00, 'C1'], ['707000', 120_00]),
  barePart: lines(['411000', -1_00, 'C1'], ['411000', 1_00, 'C2'], ['512000', 50_00], ['411000', -50_00, 'C2']),
  ofNothing: lines(['411000', 0, 'C1'], ['607000', 10_00], ['401000', -10_00], ['411000', 0, 'C2']),
  advance: lines(['411000', 60_00, 'C1'], ['419100', 60_00, 'C1'], ['707000', -120_00]),
  paidOut: lines(['411000', 30_00, 'C1'], ['512000', -30_00]),
  cameBack: lines(['411000', 30_00, 'C1'], ['512000', -30_00]).map((line) => ({ ...line, label: 'Rejet de prélèvement' })),
  sale: sale('F', '', 'C1', 120_00).lines,
  receipt: receipt('B', '', 'C1', 120_00).lines,
} as const;

const PLAIN = ['purchase', 'purchase', 'purchase', 'fees', 'fees', 'payroll', 'nothing'] as const;
const ANY = Object.keys(HOLDING) as readonly (keyof typeof HOLDING)[];

/** Once an entry does not balance, those behind it are passed over only where their number is another. */
const OPEN = ['unbalanced', 'lone'] as const;

const entry = fc.record({
  of: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...PLAIN) },
    { weight: 20, arbitrary: fc.constantFrom(...ANY.filter((one) => one !== OPEN[0] && one !== OPEN[1])) },
    { weight: 1, arbitrary: fc.constantFrom(...OPEN) },
  ),
  journal: fc.constantFrom('AC', 'BQ', 'BQ', 'VE', 'AN'),
  day: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('20260101', '20260105', '20260213', '20261231') },
    { weight: 1, arbitrary: fc.constantFrom('20260230', '') },
  ),
});
/** How one cell of a line is spelt otherwise, and of which heading. */
const oddity = fc.record({
  at: fc.nat(),
  heading: fc.constantFrom('EcritureNum', 'JournalCode', 'CompteNum', 'Debit', 'Credit', 'EcritureDate', 'PieceDate'),
  spelt: fc.constantFrom<(cell: string) => string>(
    ...[(cell: string) => `"${cell}"`, (cell: string) => ` ${cell}`, (cell: string) => `${cell} `, () => '', () => '0'],
    ...[(cell: string) => `${cell}0`, (cell: string) => `\u2009${cell}`, () => '1 234,50', () => '1,234', () => '01/02/2026'],
    () => '999999999999999',
  ),
});

function textOf(rows: readonly string[][]): string {
  return [FEC_HEADINGS as readonly string[], ...rows].map((cells) => `${cells.join('\t')}\n`).join('');
}

const WAYS: readonly Way[] = [{ piece: 1 << 16 }, { piece: 700 }];

/** Where somebody asks what invoices say of tax, entries with receivables are looked at line by line. */
const UNTAXED = COLUMNS.filter((column) => !['net', 'tax_amount', 'tax_rate'].includes(column));

/** Expects one answer of both readers, and returns the year that a file is of. */
async function year(text: string) {
  const bytes = [bytesOf(text)];
  let journal: YearOfBooks | undefined;
  for (const columns of [UNTAXED, COLUMNS]) {
    const careful = await readBy('careful', bytes, { piece: 1 << 16 }, { columns });
    for (const way of WAYS) expect((await readBy(undefined, bytes, way, { columns }))?.said()).toEqual(careful?.said());
    journal = careful?.understanding[0]?.journal;
  }
  return journal;
}

test(`both readers tell the same of a journal that is mostly passed over (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: 1, maxLength: 40 }),
      fc.array(oddity, { maxLength: 3 }),
      fc.constantFrom(1, 1, 1, 7),
      fc.boolean(),
      async (entries, oddities, every, numbered) => {
        const rows = fecRows(
          entries.map(({ of, journal, day }, i): FecEntry => {
            // Every so many entries have one number, and stand beside one another or apart.
            const number = numbered ? `${journal}${every === 1 ? i : i % every}` : '';
            return { journal, number, day, lines: HOLDING[of] };
          }),
        );
        for (const { at, heading, spelt } of oddities) {
          const cells = rows[at % rows.length] as string[];
          const column = FEC_HEADINGS.indexOf(heading);
          cells[column] = spelt(cells[column] as string);
        }
        await year(textOf(rows));
      },
    ),
    { numRuns: runs(60), seed: SEED },
  );
}, 120_000);

test.each(['999999999999999', '90071992547409,92', '-999999999999999'])(
  'an amount of %s cannot be added exactly, and is none for both readers',
  async (huge) => {
    for (const other of ['750,00', '0,00', huge]) {
      const rows = fecRows([{ journal: 'VE', number: 'F0', day: '20240310', lines: sale('F', '', 'C1', 900_00).lines }]);
      for (const cells of rows.slice(1)) {
        cells[FEC_HEADINGS.indexOf('Debit')] = huge;
        cells[FEC_HEADINGS.indexOf('Credit')] = other;
      }
      await year(textOf(rows));
    }
  },
);

/** An entry of one journal, on a day and with a number of its own where nothing else is said. */
const plain = (of: readonly FecLine[], more: Partial<FecEntry> = {}): FecEntry => ({
  ...{ journal: 'BQ', number: 'X', day: '20260213', lines: of },
  ...more,
});
const [FEES, PAYROLL] = [HOLDING.fees, HOLDING.payroll];
/** A line that says nothing by itself. */
const BARE = lines(['411000', -10_00, 'C1'], ['411000', 10_00, 'C2']);

test.each<[string, readonly FecEntry[]]>([
  [
    'an entry that does not balance goes on where its number comes again',
    [plain(lines(['654000', 10_00])), plain(FEES, { number: 'Y' }), plain(lines(['411000', -10_00, 'C1']))],
  ],
  [
    'an entry that balances is a part of one that did not',
    [
      plain(lines(['411000', -10_00, 'C1'])),
      plain(FEES, { number: 'Y' }),
      plain(lines(['654000', 10_00], ['401000', -10_00])),
      plain(FEES, { number: 'Z' }),
    ],
  ],
  ['a number that is padded is the number', [plain(lines(['512000', 9_00], ['627000', -9_00])), plain(BARE, { number: ' X' })]],
  [
    'entries without a number are told by their pieces',
    [plain(FEES), plain(FEES, { number: '', piece: 'P1' }), plain(BARE, { number: '', piece: 'P2' })],
  ],
  [
    'entries of the number 0 are told by their pieces',
    [plain(FEES), plain(FEES, { number: '0' }), plain(BARE, { number: '0', piece: 'P2' })],
  ],
  [
    'what a journal holds is told by what was passed over',
    [PAYROLL, FEES, FEES, lines(['411000', -10_00, 'C1'])].map((of, i) => plain(of, { journal: 'CA', number: String(i + 1) })),
  ],
  [
    'what is brought forward is no day of the year',
    [1, 2, 3].map((number) => plain(FEES, { journal: 'AN', number: String(number), day: '20250101' })),
  ],
  [
    'own funds bring the year forward, but after an entry that was passed over they do not',
    [plain(FEES, { day: '20260101' }), plain(HOLDING.ownFunds.concat(BARE), { number: 'Y', day: '20260102' })],
  ],
  [
    'an entry without a day has none',
    [
      plain(FEES, { number: '1' }),
      plain(
        FEES.map((line) => ({ ...line, pieceDay: '20260104' })),
        { number: '2', day: '' },
      ),
      plain(FEES, { number: '3', day: '20260103' }),
    ],
  ],
  [
    'own funds bring the year forward on its first day',
    [plain(FEES), plain(HOLDING.ownFunds.concat(HOLDING.paidOut), { number: 'Y', day: '20260101' })],
  ],
  ['a part that balances is judged by itself', [plain(FEES), plain(HOLDING.receiptAndNote, { number: 'Y' })]],
  ['a part of receivables alone is judged by the whole', [plain(FEES), plain(HOLDING.barePart, { number: 'Y' })]],
  ['a day that is none', [plain(FEES), plain(FEES, { number: 'Y', day: '20260230' }), plain(FEES, { number: 'Z', day: '' })]],
])('%s', async (_, entries) => {
  const before = ['1', '2', '3'].map((number) => plain(FEES, { number: `A${number}` }));
  const after = ['1', '2', '3'].map((number) => plain(FEES, { number: `Z${number}` }));
  await year(textOf(fecRows([...before, ...entries, ...after])));
});

describe('an entry that did not balance is completed by a later one of its number', () => {
  const open = lines(['411000', -10_00, 'C1']);
  const rest = lines(['654000', 10_00], ['401000', -10_00]);
  const fees = (of: string): FecEntry[] => Array.from({ length: 60 }, (_, i) => plain(FEES, { number: `${of}${i}` }));
  const kinds = async (opened: Partial<FecEntry>, later: Partial<FecEntry>): Promise<unknown> => {
    const text = textOf(fecRows([...fees('A'), plain(open, opened), ...fees('B'), plain(rest, later), ...fees('C')]));
    await year(text);
    const swift = await readBy(undefined, [bytesOf(text)], { piece: 700 }, { columns: UNTAXED });
    const { kind = [], count = 0 } = swift?.ledger ?? {};
    return Array.from({ length: count }, (_, row) => kindOf(kind[row] as number).key);
  };

  it.each([
    ...[
      'X',
      'X234567',
      'X2345678',
      'X23456789',
      'BQ-2026-000000017',
      `${'X'.repeat(300)}1`,
      'X\u00e9t\u00e91',
      'X\u{1f600}1234567',
      'X\u0001Y',
    ],
    ...['X\u0001Y\u0001Z', 'X 1'],
  ])('%j', async (number) => {
    expect(await kinds({ number }, { number })).toEqual(['write_off']);
  });
  it.each([
    { number: '2026-1-000017', other: '2026-2-000017' },
    { number: 'X1', other: 'x1' },
    { number: '01', other: '1' },
  ])('and not by $other, where it is $number', async ({ number, other }) => {
    expect(await kinds({ number }, { number: other })).toEqual(['payment']);
  });
  it('whose number has white space around it', async () => {
    expect(await kinds({ number: ' X1 ' }, { number: 'X1' })).toEqual(['write_off']);
  });
  it('in its journal alone', async () => {
    expect(await kinds({ number: 'X1' }, { number: 'X1', journal: 'BR' })).toEqual(['payment']);
  });
});

it('has the days and the sales of entries that were passed over', async () => {
  const of = (journal: string, i: number, day: string, holding: keyof typeof HOLDING): FecEntry => ({
    ...{ journal, number: `${journal}${String(i).padStart(6, '0')}`, day, lines: HOLDING[holding] },
  });
  const days = ['20260103', '20260115', '20260131'];
  const plain = Array.from({ length: 3000 }, (_, i) => of('AC', i, days[i % 3] as string, PLAIN[i % PLAIN.length] as 'fees'));
  const sold = [of('VE', 1, '20260110', 'sale'), of('VE', 2, '20260111', 'cashSale')];
  const text = textOf(fecRows([of('AC', 9999, '20260102', 'fees'), ...plain.slice(0, 1500), ...sold, ...plain.slice(1500)]));
  const found = await year(text);
  expect(found).toMatchObject({ firstDay: 20455, lastDay: 20484, sales: new Map([[2026 * 12, 200_00]]) });
});
