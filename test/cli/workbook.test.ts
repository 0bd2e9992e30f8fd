// Does each report's workbook say what its csv says, and when is there none?
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';
import { arrange } from '../../src/cli/arrange.ts';
import { chooseFormat } from '../../src/cli/choose-format.ts';
import type { Values } from '../../src/cli/run.ts';
import { Diagnostics } from '../../src/core/diagnostic.ts';
import type { World } from '../../src/io/world.ts';
import { FORMATS, type Format } from '../../src/report/render/registry.ts';
import { share } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { reportOf, textsOf } from '../report/sample.ts';
import { sheetsOf } from '../report/workbook.ts';

const GIVEN = Object.fromEntries(
  ['ledger.csv', 'customers.csv', 'orders.csv', 'decisions.csv'].map((name) => [name, readFileSync(`fixtures/${name}`, 'utf8')]),
);
const WHO = ['--customers', 'customers.csv', '--terms', '30 days', '--as-of', '2026-06-30'];

const REPORTS: readonly (readonly string[])[] = [
  ['age', 'ledger.csv', ...WHO],
  ['age', 'ledger.csv', ...WHO, '--detail'],
  ['dso', 'ledger.csv', ...WHO],
  ['exposure', 'ledger.csv', ...WHO, '--orders', 'orders.csv'],
  ['limit', 'ledger.csv', ...WHO],
  ['risk', 'ledger.csv', ...WHO],
  ['provision', 'ledger.csv', ...WHO, '--decisions', 'decisions.csv'],
  ['losses', 'ledger.csv', ...WHO],
  ['interest', 'ledger.csv', ...WHO],
  ['dun', 'ledger.csv', ...WHO],
  ['terms', 'ledger.csv', ...WHO],
  ['explain', 'FA26-0025', 'ledger.csv', ...WHO],
  ['check', 'ledger.csv', ...WHO],
  ['law', 'fr'],
  ['formats'],
];

/** As csv would say what a cell of the workbook holds. */
function asCsv(value: string | number | boolean | Date | null | undefined): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === null || value === undefined ? '' : String(value);
}

describe.each(share(REPORTS))('ar %s %s', (...line) => {
  const args = line.filter((one) => one !== undefined);
  it(`as a workbook has the rows, figures and types of its csv (${
    args
      .slice(2)
      .filter((one) => one.startsWith('--'))
      .at(-1) ?? ''
  })`, async () => {
    const written = async (format: string): Promise<Buffer> => {
      const { bytes, stderr } = await ar([...args, '--output', `out.${format}`], GIVEN);
      return Buffer.from(bytes.get(`out.${format}`) ?? stderr);
    };
    const json = JSON.parse((await written('json')).toString()) as { sections: { columns: { key: string; kind: string }[] }[] };
    const kinds = json.sections[0]?.columns.map(({ kind }) => kind) ?? [];
    const [, ...rows] = parse((await written('csv')).toString()) as string[][];
    const [first, second] = await sheetsOf(await written('xlsx'));
    expect(second?.name).toBe('Control and rules');
    expect(rows.length).toBeGreaterThan(0);
    for (const [i, row] of rows.entries()) {
      for (const [c, told] of row.entries()) {
        const held = first?.rows[i + 1]?.[c];
        const at = `row ${i + 1}, column ${c + 1}, ${kinds[c]}`;
        // Codes stand in words there, and bars in the place of a series; what csv disarms is a text here.
        if (kinds[c] === 'code' || kinds[c] === 'series') continue;
        if (typeof held === 'number') expect([at, held]).toEqual([at, Number(told)]);
        else if (typeof held === 'string' && held.startsWith('> ')) expect([at, told]).toEqual([at, '']);
        else
          expect([at, asCsv(held)]).toEqual([
            at,
            told
              .replace(/^'(?=[=+\-@])/, '')
              .trim()
              .replace(/\s+/g, ' '),
          ]);
        if (told !== '' && kinds[c] !== 'text' && kinds[c] !== 'day' && kinds[c] !== 'flag' && /^-?[\d.]+$/.test(told))
          expect([at, typeof held]).toEqual([at, 'number']);
      }
    }
  });
});

describe('a workbook', () => {
  const xlsx = FORMATS.find(({ name }) => name === 'xlsx') as Format;
  const values = { format: 'xlsx', texts: new Map([['dialect', []]]) } as unknown as Values;
  const worldOf = (isTerminal: boolean): World => ({ stdout: { isTerminal } }) as World;

  test.each([
    ['is not written to a terminal', true, undefined, ['--format xlsx is a file, and this is a terminal']],
    ['goes into a pipe', false, undefined, []],
    ['goes into a file, whatever the terminal', true, 'out.xlsx', []],
  ])('%s', (_, isTerminal, output, told) => {
    const diagnostics = new Diagnostics();
    const format = chooseFormat(values, output, worldOf(isTerminal), diagnostics);
    expect(diagnostics.kept.map(({ what }) => what)).toEqual(told);
    expect(format).toBe(told.length === 0 ? xlsx : undefined);
  });

  test.each([
    [1_048_276, []],
    [1_048_277, ['--format xlsx holds 1048276 rows a sheet, and sample has 1048277']],
  ])('of %i rows', (count, told) => {
    const section = textsOf([]);
    const report = reportOf({ ...section, rows: { ...section.rows, count } });
    const diagnostics = new Diagnostics();
    expect(arrange(report, values, xlsx, diagnostics) === undefined).toBe(told.length > 0);
    expect(diagnostics.kept.map(({ what }) => what)).toEqual(told);
    const csv = FORMATS.find(({ name }) => name === 'csv') as Format;
    expect(arrange(report, values, csv, diagnostics)).toBeDefined();
  });
});
