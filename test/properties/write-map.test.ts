// Does a ledger read the same by the map that --write-map saved of it? Whatever its headings are and whatever marks part its cells.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { SEED } from './random-ledger.ts';

const RUNS = runs(150);

type Row = { readonly [key: string]: string };

/** Control characters, quotes and what TOML, csv and terminals make something of. */
const headings = fc.string({
  unit: fc.constantFrom(
    'a',
    'É',
    'n°',
    ' ',
    '"',
    '\\',
    '\n',
    '\t',
    '#',
    "'",
    '=',
    '.',
    ',',
    ';',
    '\x7f',
    '\u0001',
    '\u202e',
    '😀',
  ),
  minLength: 1,
  maxLength: 6,
});

test(`${RUNS} times (seed ${SEED})`, async () => {
  let saved = 0;
  await fc.assert(
    fc.asyncProperty(headings, headings, fc.constantFrom(',', ';', '\t', '|'), async (amount, note, mark) => {
      const cells = (list: readonly string[]): string => `${list.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(mark)}\n`;
      const ledger =
        cells(['customer', 'date', amount, note]) +
        cells(['C1', '2024-05-01', '12.50', 'x']) +
        cells(['C2', '2024-05-02', '7.00', 'y']);
      const files = { 'l.csv': ledger };
      const args = ['check', 'l.csv', '--format', 'csv'];
      const first = await ar(
        [...args, '--map', `amount=${amount}`, '--where', 'customer=C1,C2', '--write-map', 'map.toml'],
        files,
      );
      const map = first.files.get('map.toml');
      // A heading that is blank, or the same as another, cannot be named.
      if (map === undefined) {
        expect(first.code).toBe(2);
        return;
      }
      saved++;
      const again = await ar([...args, '--config', 'map.toml'], { ...files, 'map.toml': map });
      const read = ({ stdout }: { stdout: string }): string[] => {
        const rows: Row[] = parse(stdout, { columns: true });
        return rows.filter((row) => row['fact'] !== 'ar.toml').map((row) => `${row['fact']}: ${row['reading']}`);
      };
      expect(read(again), `${again.stderr}\n${map}`).toEqual(read(first));
      expect(again.code).toBe(first.code);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(saved * 2).toBeGreaterThan(RUNS);
});
