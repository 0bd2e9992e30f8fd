// Does an exposure hold for every ledger? It is the aged balance and what stands beside it; nothing covers more than there is; groups and totals are sums.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(60);
const IDS = ['00012', '12', 'c3', 'C3', 'NEW'];
const CODES = ['EUR', 'GBP'];

const cents = fc.integer({ min: 0, max: 200_000 }).map((units) => (units / 100).toFixed(2));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.oneof(fc.constant(''), of);
const days = fc.constantFrom('2024-06-29', '2024-06-30', '2024-12-31');

const customers = fc.record({
  currency: fc.constantFrom(...CODES),
  ...{ credit_limit: maybe(cents), group: fc.constantFrom('', 'NORD', 'SUD'), insured_limit: maybe(cents) },
  ...{ insured_share: maybe(fc.constantFrom('0', '0.9', '1', '33.3 %')), insured_basis: fc.constantFrom('', 'net', 'gross') },
  ...{
    insured_until: maybe(days),
    guarantee: maybe(cents),
    guarantee_until: maybe(days),
    vat_rate: maybe(fc.constantFrom('0.2', '5.5 %')),
  },
  status: fc.constantFrom('active', 'blocked'),
});
const orders = fc.array(
  fc.record({
    ...{
      customer: fc.constantFrom(...IDS),
      currency: fc.constantFrom(...CODES),
      undelivered: maybe(cents),
      unbilled: maybe(cents),
    },
    ...{ deposits: maybe(cents), discounted_bills: maybe(cents) },
  }),
  { minLength: 1, maxLength: 6 },
);

function tableOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const headings = Object.keys(rows[0] as object);
  return [headings.join(','), ...rows.map((row) => headings.map((heading) => row[heading]).join(','))].join('\n');
}

type Row = Readonly<Record<string, string | number | null>>;

/** Whole units of the smallest decimal there is: sums of these are exact. */
function units(row: Row, key: string): number {
  return Math.round(Number(row[key] ?? 0) * 1000);
}

async function sectionsOf(
  command: string,
  files: Record<string, string>,
  ...more: string[]
): Promise<Map<string, { rows: Row[]; totals: Row[] }>> {
  const ran = await ar([command, 'l.csv', '--as-of', AS_OF, '--format', 'json', '--quiet', ...more], files);
  expect(ran.code, ran.stderr).toBe(0);
  const { sections } = JSON.parse(ran.stdout);
  return new Map(sections.map((section: { name: string; rows: Row[]; totals: Row[] }) => [section.name, section]));
}

const key = (row: Row): string => `${row['customer']} ${row['currency']}`;
const PARTS = ['balance', 'bills', 'discounted_bills', 'unbilled', 'orders'];
const sum = (rows: readonly Row[], of: string): number => rows.reduce((total, row) => total + units(row, of), 0);

test(`for ${RUNS} random ledgers (seed ${SEED}) and what stands beside them`, async () => {
  await fc.assert(
    fc.asyncProperty(
      randomLedgers(),
      fc.tuple(...IDS.map(() => customers)),
      orders,
      fc.boolean(),
      async (ledger, said, ordered, insured) => {
        const register = said.map((row, i) => ({ id: IDS[i] as string, ...row }));
        const files = { 'l.csv': csvOf(ledger), 'c.csv': tableOf(register), 'o.csv': tableOf(ordered) };
        const beside = ['--customers', 'c.csv', '--orders', 'o.csv', '--insured-orders', insured ? 'yes' : 'no'];
        const sections = await sectionsOf('exposure', files, ...beside);
        const { rows, totals } = sections.get('exposure') as { rows: Row[]; totals: Row[] };
        const aged = new Map((await sectionsOf('age', files)).get('age')?.rows.map((row) => [key(row), row]));
        const alone = new Map((await sectionsOf('exposure', files)).get('exposure')?.rows.map((row) => [key(row), row]));
        expect([...aged.keys()].filter((one) => !rows.some((row) => key(row) === one))).toEqual([]);
        for (const row of rows) {
          expect(units(row, 'exposure')).toBe(PARTS.reduce((total, part) => total + units(row, part), 0));
          expect(units(row, 'gross_risk')).toBe(units(row, 'exposure') - units(row, 'deposits'));
          expect(units(row, 'net_risk')).toBe(units(row, 'gross_risk') - units(row, 'covered'));
          expect(units(row, 'covered')).toBeGreaterThanOrEqual(0);
          expect(units(row, 'covered')).toBeLessThanOrEqual(Math.max(0, units(row, 'gross_risk')));
          const own = ordered.filter((one) => `${one.customer} ${one.currency}` === key(row));
          expect(units(row, 'orders')).toBe(sum(own, 'undelivered'));
          const [age, ledgerOnly] = [aged.get(key(row)) ?? {}, alone.get(key(row)) ?? {}];
          // Bills and deposits of the ledger stand apart; together they are the aged balance.
          expect(units(ledgerOnly, 'balance') + units(ledgerOnly, 'bills') - units(ledgerOnly, 'deposits')).toBe(
            units(age, 'total'),
          );
          expect(['balance', 'bills', 'overdue'].map((of) => units(row, of))).toEqual(
            ['balance', 'bills', 'overdue'].map((of) => units(ledgerOnly, of)),
          );
          expect(units(row, 'deposits')).toBe(Math.max(units(ledgerOnly, 'deposits'), sum(own, 'deposits')));
          if (row['limit'] === null) expect(['no_limit', 'blocked']).toContain(row['status']);
          else expect(units(row, 'available')).toBe(units(row, 'limit') - units(row, 'exposure'));
        }
        for (const total of totals) {
          const own = rows.filter(({ currency }) => currency === total['currency']);
          for (const of of [...PARTS, 'exposure', 'net_risk', 'covered']) expect(units(total, of)).toBe(sum(own, of));
        }
        for (const group of sections.get('groups')?.rows ?? []) {
          const members = register.filter((row) => row.group === group['group']).map(({ id }) => id);
          const own = rows.filter((row) => members.includes(row['customer'] as string) && row['currency'] === group['currency']);
          for (const of of ['exposure', 'gross_risk', 'covered', 'net_risk']) expect(units(group, of)).toBe(sum(own, of));
        }
        // What is shown of one customer is what was shown of it among all.
        const some = (await sectionsOf('exposure', files, ...beside, '--customer', rows[0]?.['customer'] as string)).get(
          'exposure',
        )?.rows;
        expect(some).toEqual(rows.filter(({ customer }) => customer === rows[0]?.['customer']));
      },
    ),
    { numRuns: RUNS, seed: SEED },
  );
});
