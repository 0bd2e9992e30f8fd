// Does the anonymised copy of a ledger give its figures, whatever the ledger is? And does it name nobody?
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import { copiesOf, figuresOf } from '../read/anonymised.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(40);

test(`${RUNS} times (seed ${SEED})`, async () => {
  let copied = 0;
  await fc.assert(
    fc.asyncProperty(randomLedgers(), async (ledger) => {
      const files = { 'l.csv': csvOf(ledger) };
      const copies = await copiesOf(files, AS_OF);
      if (copies === undefined) return;
      copied++;
      expect(await figuresOf(copies, AS_OF)).toEqual(await figuresOf(files, AS_OF));
      const copy = Buffer.from(copies['ledger-1.csv'] as Uint8Array).toString();
      expect(copy).not.toMatch(/zinc|fils|curie|nord|œuvres/i);
      const documents = ledger.rows.flatMap(({ document }) => (document !== undefined && document.length > 3 ? [document] : []));
      const cells = new Set(copy.split(/[,\n]/));
      expect(documents.filter((one) => cells.has(one))).toEqual([]);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(copied).toBeGreaterThan(RUNS / 2);
});
