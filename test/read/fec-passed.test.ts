// What is known of a FEC whose entries are mostly of other accounts? The same by both readers, although the swift one passes over such entries as a whole: kinds
// of the receivables among them, first and last days, sales, and what is brought forward.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { SEED } from '../properties/random-ledger.ts';
import { bytesOf, type Request, readBy, type Way } from './both-readers.ts';
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
  sale: sale('F', '', 'C1', 120_00).lines,
  receipt: receipt('B', '', 'C1', 120_00).lines,
} as const;

const PLAIN = ['purchase', 'purchase', 'purchase', 'fees', 'fees', 'payroll', 'nothing'] as const;
const ANY = Object.keys(HOLDING) as readonly (keyof typeof HOLDING)[];

const entry = fc.record({
  of: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PLAIN) }, { weight: 2, arbitrary: fc.constantFrom(...ANY) }),
  journal: fc.constantFrom('AC', 'AC', 'BQ', 'VE', 'OD', 'AN'),
  day: fc.constantFrom('20260101', '20260105', '20260213', '20261231', '20260230', ''),
});
/** How one cell of a line is spelt otherwise, and of which heading. */
const oddity = fc.record({
  at: fc.nat(),
  heading: fc.constantFrom('EcritureNum', 'JournalCode', 'CompteNum', 'Debit', 'Credit', 'EcritureDate', 'PieceDate'),
  spelt: fc.constantFrom<(cell: string) => string>(
    ...[(cell: string) => `"${cell}"`, (cell: string) => ` ${cell}`, (cell: string) => `${cell} `, () => '', () => '0'],
    ...[(cell: string) => `${cell}0`, (cell: string) => `\u2009${cell}`, () => '1 234,50', () => '1,234', () => '01/02/2026'],
  ),
});

function textOf(rows: readonly string[][]): string {
  return [FEC_HEADINGS as readonly string[], ...rows].map((cells) => `${cells.join('\t')}\n`).join('');
}

const WAYS: readonly Way[] = [{ piece: 1 << 16 }, { piece: 700 }];

/** Expects one answer of both readers, and returns the year that a file is of. */
async function year(text: string, request: Request = {}) {
  const careful = await readBy('careful', [bytesOf(text)], { piece: 1 << 16 }, request);
  for (const way of WAYS) {
    const swift = await readBy(undefined, [bytesOf(text)], way, request);
    expect(swift?.said()).toEqual(careful?.said());
  }
  return careful?.understanding[0]?.journal;
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
    { numRuns: 150, seed: SEED },
  );
}, 60_000);

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
  ['a day that is none', [plain(FEES), plain(FEES, { number: 'Y', day: '20260230' }), plain(FEES, { number: 'Z', day: '' })]],
])('%s', async (_, entries) => {
  const before = ['1', '2', '3'].map((number) => plain(FEES, { number: `A${number}` }));
  const after = ['1', '2', '3'].map((number) => plain(FEES, { number: `Z${number}` }));
  await year(textOf(fecRows([...before, ...entries, ...after])));
});

it('has the days of entries that were passed over, and the sales of those that were not', async () => {
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
