// Do write-downs hold for every ledger? Nothing is lost between the aged balance and the bases, movements lead from what there is to what is required, and a second run moves nothing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(60);
const IDS = ['00012', '12', 'c3', 'C3'];

type Row = Readonly<Record<string, string | number | null>>;
type Sections = ReadonlyMap<string, readonly Row[]>;

async function provision(files: Record<string, string>, ...more: string[]): Promise<Sections> {
  const ran = await ar(['provision', 'l.csv', '--as-of', AS_OF, '--format', 'json', '--quiet', ...more], files);
  expect(ran.code, ran.stderr).toBe(0);
  const { sections } = JSON.parse(ran.stdout) as { sections: { name: string; rows: Row[] }[] };
  return new Map(sections.map(({ name, rows }) => [name, rows]));
}

/** Whole units of the smallest decimal there is: sums of these are exact. */
function units(row: Row, key: string): number {
  return Math.round(Number(row[key] ?? 0) * 1000);
}

function sum(rows: readonly Row[], key: string): number {
  return rows.reduce((total, row) => total + units(row, key), 0);
}

const cents = fc.integer({ min: -50_000, max: 200_000 }).map((amount) => (amount / 100).toFixed(2));
const rates = fc.constantFrom('0', '0.5', '33.3 %', '1', '0.07');
const beside = fc.record({
  decisions: fc.array(fc.tuple(fc.constantFrom(...IDS), rates), { maxLength: 4 }),
  prior: fc.array(fc.tuple(fc.constantFrom(...IDS, 'GONE'), cents, fc.constantFrom('EUR', 'GBP')), { maxLength: 4 }),
  vat: fc.constantFrom('0', '0.2', '5.5 %'),
  insured: fc.constantFrom('', '1000.00', '20.00'),
});
type Beside = typeof beside extends fc.Arbitrary<infer T> ? T : never;

function filesOf(ledger: string, { decisions, prior, vat, insured }: Beside): Record<string, string> {
  const known = IDS.filter((id) => ledger.split('\n').some((line) => line.split(',').includes(id)));
  return {
    'l.csv': ledger,
    'd.csv': [
      'customer,document,rate,reason,decided_by,day',
      ...decisions.filter(([id]) => known.includes(id)).map(([id, rate], i) => `${id},,${rate},x,y,2024-0${i + 1}-01`),
    ].join('\n'),
    'prior.csv': ['customer,allowance,currency', ...prior.map((cells) => cells.join(','))].join('\n'),
    'c.csv': ['id,vat_rate,currency,insured_limit,insured_share', ...IDS.map((id) => `${id},${vat},EUR,${insured},0.9`)].join(
      '\n',
    ),
  };
}

const EACH = ['--customers', 'c.csv', '--decisions', 'd.csv', '--prior', 'prior.csv'];

test.each([['fr'], ['ifrs9']])('by the policy %s', async (policy) => {
  await fc.assert(
    fc.asyncProperty(randomLedgers(), beside, async (ledger, more) => {
      const files = filesOf(csvOf(ledger), more);
      const found = await provision(files, ...EACH, '--policy', policy);
      const rows = found.get('provision') ?? [];
      for (const row of rows) expect(units(row, 'required')).toBe(units(row, 'existing') + units(row, 'movement'));
      for (const row of rows) expect(units(row, 'base')).toBeGreaterThanOrEqual(0);
      for (const row of rows) expect(units(row, 'required')).toBeLessThanOrEqual(units(row, 'base'));
      for (const line of found.get('reconciliation') ?? []) {
        const left = ['in_credit', 'undecided', 'tax', 'covered', 'specific', 'matrix'].map((key) => units(line, key));
        expect(left.reduce((a, b) => a + b, 0)).toBe(units(line, 'age_total'));
        const own = rows.filter((row) => row['currency'] === line['currency']);
        expect(sum(own, 'base')).toBe(units(line, 'specific') + units(line, 'matrix'));
      }
      const items = (await provision(files, ...EACH, '--policy', policy, '--group-by', 'item')).get('provision') ?? [];
      for (const key of ['open', 'base', 'required', 'existing', 'movement', 'add_back'])
        expect(sum(items, key), key).toBe(sum(rows, key));
    }),
    { seed: SEED, numRuns: RUNS },
  );
});

test('a second run on its own result moves nothing', async () => {
  await fc.assert(
    fc.asyncProperty(randomLedgers(), beside, fc.constantFrom('fr', 'ifrs9'), async (ledger, more, policy) => {
      const files = filesOf(csvOf(ledger), more);
      const line = ['provision', 'l.csv', '--as-of', AS_OF, '--quiet', '--policy', policy, ...EACH];
      const first = await ar([...line, '--format', 'csv'], files);
      const again = await ar([...line, '--format', 'json'], { ...files, 'prior.csv': first.stdout });
      expect(again.code, again.stderr).toBe(0);
      const rows = (JSON.parse(again.stdout) as { sections: { rows: Row[] }[] }).sections[0]?.rows ?? [];
      for (const row of rows) expect(row['movement']).toBe(0);
    }),
    { seed: SEED, numRuns: RUNS },
  );
});

test('with rates that rise by age, nobody needs less on a later day', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 999_999 }),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 90 }),
      async (amount, late, more) => {
        const day = (days: number): string => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
        const ledger = `customer,kind,document,date,due,amount,currency\nA,invoice,F1,2023-01-01,2024-01-01,${(amount / 100).toFixed(2)},EUR`;
        const required = async (days: number): Promise<number> => {
          const ran = await ar(['provision', 'l.csv', '--as-of', day(days), '--format', 'json', '--quiet', '--policy', 'ifrs9'], {
            'l.csv': ledger,
          });
          return units(JSON.parse(ran.stdout).sections[0].rows[0], 'required');
        };
        expect(await required(late + more)).toBeGreaterThanOrEqual(await required(late));
      },
    ),
    { seed: SEED, numRuns: RUNS },
  );
});
