// Does choosing customers change a figure? --where shows exactly the rows of the customers it names, whatever their values look like.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(40);

type Row = { readonly [key: string]: string };

/** What a table of customers may hold: nothing, commas, quotes, what another value begins with. */
const tags = fc.constantFrom('', 'a', 'a,b', 'b', 'a"b', '"', 'a, "b",', "o'c", 'é');
const customers = fc.record({ '00012': tags, '12': tags, c3: tags, C3: tags });

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

type Given = { readonly report: (...more: string[]) => Promise<Row[]>; readonly tagOf: ReadonlyMap<string, string> };

async function holds(claim: (given: Given) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(randomLedgers(), customers, fc.boolean(), async (ledger, told, detail) => {
      // A customer without a tag may stand in no row at all.
      const rows = Object.entries(told).filter(([id, tag]) => tag !== '' || id === 'c3');
      const files = {
        'l.csv': csvOf(ledger),
        'c.csv': `id,Étiquette\n${rows.map((row) => `${row.map(quoted).join(',')}\n`).join('')}`,
      };
      const args = ['age', 'l.csv', '--as-of', AS_OF, '--format', 'csv', '--customers', 'c.csv', ...(detail ? ['--detail'] : [])];
      const report = async (...more: string[]): Promise<Row[]> => {
        const ran = await ar([...args, ...more], files);
        expect(ran.code, ran.stderr).toBe(0);
        return parse(ran.stdout, { columns: true });
      };
      await claim({ report, tagOf: new Map(Object.entries(told)) });
    }),
    { numRuns: RUNS, seed: SEED },
  );
}

describe(`for ${RUNS} random ledgers (seed ${SEED})`, () => {
  test('--where shows the rows of the customers that have the value, and --where-not all others, with the same figures', async () => {
    await holds(async ({ report, tagOf }) => {
      const all = await report();
      for (const tag of new Set(tagOf.values())) {
        const of = (row: Row): boolean => tagOf.get(row['customer'] ?? '') === tag;
        expect(await report('--where', `Étiquette=${quoted(tag)}`)).toEqual(all.filter(of));
        expect(await report('--where-not', `etiquette=${quoted(tag)}`)).toEqual(all.filter((row) => !of(row)));
      }
    });
  });

  test('--where with all values, in one condition or in several, shows everything', async () => {
    await holds(async ({ report, tagOf }) => {
      const list = [...new Set(tagOf.values())].map(quoted);
      const all = await report();
      expect(await report('--where', `Étiquette=${list.join(', ')}`)).toEqual(all);
      expect(await report(...list.flatMap((value) => ['--where', `Étiquette=${value}`]))).toEqual(all);
    });
  });
});
