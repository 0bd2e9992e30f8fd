// Does a plan of reminders hold for every ledger? A letter is the sum of its lines and never asks for more than is owed; what the plan was yesterday is sent tomorrow, and once.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(60);

type Row = Readonly<Record<string, string | number | null>>;

function units(row: Row, key: string): number {
  return Math.round(Number(row[key] ?? 0) * 1000);
}

async function json(args: readonly string[], files: Record<string, string>): Promise<Map<string, Row[]> | undefined> {
  const ran = await ar([...args, '--as-of', AS_OF, '--format', 'json', '--quiet'], files);
  // Where nobody agreed a due day there is no plan.
  if (ran.code === 2 && ran.stderr.includes('due-days-needed')) return undefined;
  expect(ran.code, ran.stderr).toBe(0);
  const { sections } = JSON.parse(ran.stdout) as { sections: { name: string; rows: Row[] }[] };
  return new Map(sections.map(({ name, rows }) => [name, rows]));
}

const keyOf = (row: Row): string => `${row['customer']} ${row['currency']}`;

test('a letter is its lines, and what it asks for is the overdue of the aged balance less what is set aside, disputed and unallocated', async () => {
  await fc.assert(
    fc.asyncProperty(randomLedgers(), async (ledger) => {
      const files = { 'l.csv': csvOf(ledger) };
      const found = await json(['dun', 'l.csv', '--law', 'fr'], files);
      if (found === undefined) return;
      const age = new Map((await json(['age', 'l.csv'], files))?.get('age')?.map((row) => [keyOf(row), row]) ?? []);
      const items = found.get('items') ?? [];
      for (const row of found.get('plan') ?? []) {
        const own = items.filter((item) => keyOf(item) === keyOf(row));
        const listed = own.filter((item) => item['aside'] === null);
        const remaining = listed.reduce((sum, item) => sum + units(item, 'open') - units(item, 'disputed'), 0);
        expect(units(row, 'amount_due')).toBe(Math.max(0, remaining + units(row, 'unallocated')));
        expect(row['items']).toBe(listed.length);
        if (own.every((item) => item['aside'] === null) && row['level'] !== 'pre_due') {
          expect(units(row, 'amount_due')).toBe(
            Math.max(0, units(row, 'overdue') - units(row, 'disputed') + units(row, 'unallocated')),
          );
        }
        const of = age.get(keyOf(row)) as Row;
        expect(units(row, 'unallocated')).toBe(units(of, 'unallocated'));
        expect(units(row, 'overdue')).toBeLessThanOrEqual(units(of, 'overdue'));
        if (row['level'] !== null) expect(units(row, 'amount_due')).toBeGreaterThan(0);
      }
    }),
    { seed: SEED, numRuns: RUNS },
  );
});
