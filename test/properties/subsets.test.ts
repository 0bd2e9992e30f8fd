// Does looking at less change a figure? A filter leaves rows out of the report of the program and touches none it keeps.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(80);

type Row = { readonly [key: string]: string };

/** The rows of `ar age` in the random way of this run. */
type Report = (...more: string[]) => Promise<Row[]>;

async function holds(claim: (report: Report, ids: readonly string[]) => Promise<void>): Promise<void> {
  const ways = fc.record({
    credits: fc.constantFrom('separate', 'oldest', 'in-place'),
    ageBy: fc.constantFrom('due', 'date'),
    detail: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(randomLedgers(), ways, async (ledger, { credits, ageBy, detail }) => {
      const args = ['age', 'l.csv', '--as-of', AS_OF, '--format', 'csv', '--credits', credits, '--age-by', ageBy];
      const csv = csvOf(ledger);
      const report: Report = async (...more) => {
        const ran = await ar([...args, ...(detail ? ['--detail'] : []), ...more], { 'l.csv': csv });
        expect(ran.code, ran.stderr).toBe(0);
        return parse(ran.stdout, { columns: true });
      };
      await claim(report, [...new Set(ledger.rows.map(({ customer = '' }) => customer))]);
    }),
    { numRuns: RUNS, seed: SEED },
  );
}

/** A debit past its due day, or a group that has one. */
function isOverdue(row: Row): boolean {
  if (row['overdue'] !== undefined) return Number(row['overdue']) > 0;
  return Number(row['open']) > 0 && Number(row['days_late']) > 0;
}

describe(`for ${RUNS} random ledgers (seed ${SEED})`, () => {
  test('--overdue-only shows exactly the rows past their due day, with the same figures', async () => {
    await holds(async (report) => {
      expect(await report('--overdue-only')).toEqual((await report()).filter(isOverdue));
    });
  });

  test('--customer shows exactly the rows of that customer, with the same figures', async () => {
    await holds(async (report, ids) => {
      const all = await report();
      for (const id of ids) expect(await report('--customer', id)).toEqual(all.filter(({ customer }) => customer === id));
    });
  });

  test('--customer given for every customer shows everything', async () => {
    await holds(async (report, ids) => {
      expect(await report(...ids.flatMap((id) => ['--customer', id]))).toEqual(await report());
    });
  });

  test('--top shows the first rows of the sorted report', async () => {
    await holds(async (report) => {
      const sorted = await report('--sort', '-currency');
      expect(await report('--sort', '-currency', '--top', '2')).toEqual(sorted.slice(0, 2));
    });
  });
});
