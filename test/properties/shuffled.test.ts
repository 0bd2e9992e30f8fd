// Does the order of the rows change anything? The same postings in another order must give the same reports, line by line: only the places in the file
// that they name are others.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import type { OracleRow } from '../oracle/ageing.ts';
import { ar } from '../peers/program.ts';
import { AS_OF, csvOf, MOST_ROWS, type RandomLedger, randomLedgers, SEED, shuffled } from './random-ledger.ts';

const RUNS = runs(140);

const REPORTS: readonly (readonly string[])[] = [
  ['age', '--detail'],
  ['age', '--detail', '--as-known', '--terms', '30% 10 days; 30% 20 days; 40% 20 days'],
  ['explain', 'D1'],
  ['interest', '--law', 'fr', '--legs'],
  ['interest', '--law', 'fr', '--terms', '30% 10 days; 30% 20 days; 40% 20 days'],
  ['interest', '--law', 'fr', '--paid'],
  ['dun', '--law', 'fr'],
  ['terms', '--law', 'fr'],
  ['provision', '--group-by', 'item'],
  ['check'],
];

/** Of every column few values, so that rows are alike in all but one. */
const VALUES: { readonly [heading in keyof OracleRow]?: readonly string[] } = {
  ...{
    kind: ['payment', 'invoice', 'returned', 'transfer', 'credit_note', ''],
    document: ['D1', 'D2', ''],
    reference: ['', 'D1', 'D2'],
  },
  ...{ posted: ['', '2024-05-02'], due: ['', '2024-05-01', '2024-05-20'], currency: ['EUR', 'USD'], base: ['1', '2'] },
  ...{ open_amount: ['', '0', '1'], paid_amount: ['', '1'], settled_on: ['', '2024-05-03'], disputed: ['', 'yes', '1'] },
  ...{ letter: ['', 'A'], letter_day: ['', '2024-05-04', '2024-08-01'], account: ['411', '416', ''] },
  ...{ collector: ['', 'A'], group: ['', 'G'], country: ['', 'FR'] },
};

const alike: fc.Arbitrary<RandomLedger> = fc.subarray(Object.keys(VALUES) as (keyof OracleRow)[]).chain((some) => {
  const one = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
  const optional = Object.fromEntries(some.map((heading) => [heading, one(VALUES[heading] ?? [''])]));
  const always = {
    customer: one(['C', 'C', 'D']),
    date: one(['2024-05-01', '2024-05-02']),
    amount: one(['1', '1', '2', '-1', '-1', '-2']),
  };
  return fc
    .array(fc.record({ ...always, ...optional }), { minLength: 2, maxLength: 7 })
    .map((rows) => ({ headings: ['customer', 'date', 'amount', ...some], rows: rows as readonly OracleRow[] }));
});

/** The first name that a file gives a customer is his. */
const nameless = randomLedgers().map((ledger) => ({
  ...ledger,
  headings: ledger.headings.filter((heading) => heading !== 'name'),
}));

type Section = { readonly name: string; readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly totals: unknown };

/** What a report says but for where it was read, or how the run ended where there is none. */
async function said(report: readonly string[], csv: string): Promise<unknown> {
  const [command, ...options] = report as [string, ...string[]];
  const named = command === 'explain' ? [...options.slice(0, 1), 'l.csv', ...options.slice(1)] : ['l.csv', ...options];
  const { code, stdout } = await ar([command, ...named, '--as-of', AS_OF, '--format', 'json'], { 'l.csv': csv });
  if (stdout === '') return code;
  const { sections, control } = JSON.parse(stdout) as { sections: readonly Section[]; control: unknown };
  const rowsOf = (section: Section) => section.rows.map(({ line: _, ...row }) => row);
  // What was understood of a file, and what is found in it, name the first line of each.
  const told = sections.filter(({ name }) => name !== 'understanding' && name !== 'findings');
  return { code, control, sections: told.map((section) => ({ rows: rowsOf(section), totals: section.totals })) };
}

describe.each([
  ['of every kind', nameless],
  ['whose rows are alike in most they say', alike],
])(`for ${RUNS} random ledgers %s (seed ${SEED})`, (_, ledgers) => {
  test.each(REPORTS.map((report) => [report.join(' '), report] as const))(
    'ar %s says the same of its rows in another order',
    async (_name, report) => {
      const orders = fc.array(fc.nat(), { minLength: MOST_ROWS, maxLength: MOST_ROWS });
      const property = fc.asyncProperty(ledgers, orders, async (ledger, by) => {
        const other = csvOf(shuffled(ledger, by));
        expect(await said(report, other), `${csvOf(ledger)}\n${other}`).toEqual(await said(report, csvOf(ledger)));
      });
      await fc.assert(property, { numRuns: RUNS, seed: SEED });
    },
  );
});
