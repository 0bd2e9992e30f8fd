// Do `ar check` and `ar age` see the same ledger? Both settle it from scratch, so what one calls unallocated the other must.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(150);

type Row = { readonly [key: string]: string };

test(`what ar check finds no evidence for is what ar age leaves unallocated, in ${RUNS} random ledgers (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(randomLedgers(), async (ledger) => {
      const csv = csvOf(ledger);
      const run = async (...args: string[]): Promise<Row[]> => {
        const ran = await ar([...args, 'l.csv', '--as-of', AS_OF, '--format', 'csv'], { 'l.csv': csv });
        return parse(ran.stdout, { columns: true });
      };
      const unallocated = new Map<string, number>();
      for (const row of await run('age')) {
        const sum = (unallocated.get(row['currency'] ?? '') ?? 0) - Number(row['unallocated']);
        unallocated.set(row['currency'] ?? '', sum);
      }
      const settled = await run('check', '--section', 'settlement');
      for (const [currency, amount] of unallocated) {
        const none = settled.find((row) => row['currency'] === currency && row['evidence'] === 'none');
        expect(Number(none?.['amount'] ?? 0), `${currency} of\n${csv}`).toBeCloseTo(amount, 6);
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
