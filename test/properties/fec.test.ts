// Is a ledger that was written as a FEC the same one when it is read again? What each customer owes always; its age wherever the books say what paid what and the
// run did not tell otherwise; both readers agree, and nothing in the file is what an auditor would refuse.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import { ar } from '../peers/program.ts';
import { agree } from '../read/both-readers.ts';
import { AS_OF, csvOf, type RandomLedger, randomLedgers, SEED } from './random-ledger.ts';

const NAME = '123456782FEC20241231.txt';
const RUNS = { seed: SEED, numRuns: runs(24), endOnFailure: true };
type Row = Readonly<Record<string, string | number | null>>;

async function balance(name: string, text: string): Promise<readonly Row[]> {
  const { stdout } = await ar(['age', name, '--as-of', AS_OF, '--format', 'json'], { [name]: text });
  return JSON.parse(stdout).sections[0].rows;
}

/** The file, what was told of it, and what an auditor's tool would tell. */
async function written(csv: string): Promise<{ fec: string; told: string; breaches: string[] }> {
  const ran = await ar(['convert', 'l.csv', '--dialect', 'fec'], { 'l.csv': csv });
  expect([ran.code, ran.stderr.match(/error.*/)]).toEqual([0, null]);
  const check = await ar(['check', NAME, '--fec', '--format', 'csv', '--section', 'findings'], { [NAME]: ran.stdout });
  return { fec: ran.stdout, told: ran.stderr, breaches: check.stdout.match(/fec-(?:refused|doubtful).*/g) ?? [] };
}

/** Rows without what a FEC has no field for, in any order. */
const amounts = (rows: readonly Row[]): string[] => rows.map(({ disputed, name, ...row }) => JSON.stringify(row)).sort();

/** Settled by what a FEC's reader concludes where nothing is said, and a ledger with a column for it is not asked. */
const CONCLUDED = /^\w+,(?:amount|balance|opening),/m;
/** Told of the file: what no letter says. */
const TOLD = /across accounts|paid in part/;

test('random ledgers keep what each customer owes, and its age where no more is concluded', async () => {
  let aged = 0;
  const keeps = async (ledger: RandomLedger): Promise<void> => {
    const csv = csvOf(ledger);
    const { fec, told, breaches } = await written(csv);
    expect(breaches).toEqual([]);
    const [was, is] = [await balance('l.csv', csv), await balance(NAME, fec)];
    const owed = (rows: readonly Row[]) =>
      rows.flatMap(({ customer, total }) => (total === 0 ? [] : `${customer} ${total}`)).sort();
    expect(owed(is)).toEqual(owed(was));
    const settled = await ar(['check', NAME, '--as-of', AS_OF, '--format', 'csv', '--section', 'settlement'], { [NAME]: fec });
    if (CONCLUDED.test(settled.stdout) || TOLD.test(told)) return;
    expect(amounts(is)).toEqual(amounts(was));
    if (aged++ % 6 === 0) expect(await agree(fec)).toBe(true);
  };
  await fc.assert(fc.asyncProperty(randomLedgers({ own: [], currency: false, kind: true }), keeps), RUNS);
  expect(aged).toBeGreaterThan(RUNS.numRuns / 2);
}, 60_000);

test('random ledgers of several currencies come to their worth in the currency of the books', async () => {
  const shape = { own: [], currency: true, base: true, kind: true, signs: 'signed', odd: false } as const;
  const comesToIt = async (ledger: RandomLedger): Promise<void> => {
    const { fec, breaches } = await written(csvOf(ledger));
    expect(breaches).toEqual([]);
    const worth = new Map<string, number>();
    for (const { customer, date, posted, amount, base } of ledger.rows) {
      if ((posted || date || '') > AS_OF || customer === undefined) continue;
      worth.set(customer, (worth.get(customer) ?? 0) + Math.round(Number(base || amount) * 100));
    }
    const expected = [...worth].flatMap(([customer, cents]) => (cents === 0 ? [] : `${customer} ${cents}`));
    const found = (await balance(NAME, fec)).flatMap(({ customer, total }) => {
      const cents = Math.round(Number(total) * 100);
      return cents === 0 ? [] : `${customer} ${cents}`;
    });
    expect(found.sort()).toEqual(expected.sort());
  };
  await fc.assert(fc.asyncProperty(randomLedgers(shape), comesToIt), { ...RUNS, numRuns: runs(12) });
}, 60_000);
