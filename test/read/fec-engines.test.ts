// Do both readers tell the same entries of a FEC, however its numbers are spelt and its lines lie? Kinds hang on every line of an entry, those of other accounts with them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { SEED } from '../properties/random-ledger.ts';
import { FEC_HEADINGS, fecRows } from './fec-file.ts';

const ACCOUNTS = [
  '411000',
  '411DUPONT',
  '413000',
  '416000',
  '419100',
  '411700',
  '707000',
  '445710',
  '512000',
  '654000',
  '665000',
  '766000',
  '7631',
  '467000',
  '101000',
];

const line = fc.record({
  account: fc.constantFrom(...ACCOUNTS),
  amount: fc.integer({ min: -3, max: 3 }).map((units) => units * 100),
  aux: fc.constantFrom('C1', 'C2', ''),
  label: fc.constantFrom('x', 'Rejet', 'RBT', 'au 31/12/2025'),
  letter: fc.constantFrom('', '', 'A'),
});
const entry = fc.record({
  journal: fc.constantFrom('VE', 'BQ', 'OD', 'AN'),
  number: fc.constantFrom('1', '2', 'VE01', '0', '', '000', '10'),
  day: fc.constantFrom('20260101', '20260105', '20260213'),
  piece: fc.constantFrom('P1', 'FA-001', 'RAN'),
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
});
/** How the number of a line is spelt: in as many ways as one text can be. */
const spelling = fc.constantFrom<(cell: string) => string>(
  ...[(cell: string) => cell, (cell: string) => `"${cell}"`, (cell: string) => ` ${cell}`, (cell: string) => `${cell}  `],
);

test(`both readers tell the same entries (seed ${SEED})`, async () => {
  let kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: 1, maxLength: 8 }),
      fc.array(spelling, { minLength: 1, maxLength: 7 }),
      fc.constantFrom('\t', ';', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (entries, spellings, delimiter, end, sorted) => {
        const rows = fecRows(entries).map((cells, i) =>
          cells.with(2, (spellings[i % spellings.length] as (cell: string) => string)(cells[2] as string)),
        );
        if (sorted) rows.sort((a, b) => ((a[4] as string) < (b[4] as string) ? -1 : 1));
        const text = [FEC_HEADINGS as readonly string[], ...rows].map((cells) => cells.join(delimiter) + end).join('');
        const of = async (engine: string) => {
          const { code, stdout } = await ar(['convert', 'f.txt', '--quiet', '--engine', engine], { 'f.txt': text });
          return { code, stdout };
        };
        const careful = await of('careful');
        const swift = await ar(['convert', 'f.txt', '--quiet'], { 'f.txt': text });
        expect({ code: swift.code, stdout: swift.stdout }).toEqual(careful);
        for (const row of careful.stdout.split('\n').slice(1)) kinds = kinds.add(row.split(',')[2] ?? '');
      },
    ),
    { numRuns: runs(80), seed: SEED },
  );
  expect(kinds.size).toBeGreaterThan(10);
});
