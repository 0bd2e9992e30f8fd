// Would a loss inside the program be noticed? Faults planted in its stages — a cent, a row, a swap — must each end the run with
// exit code 3 before a figure is shown: nothing on standard output, no file written, none left half-written.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../src/cli/main.ts';
import type { Parts } from '../src/cli/run.ts';
import { type Day, type Ledger, parseIsoDay } from '../src/index.ts';
import { nodeWorld } from '../src/io/node-world.ts';
import type { World } from '../src/io/world.ts';
import { splitRecords } from '../src/read/records.ts';
import type { Settled } from '../src/settle/open-items.ts';
import { type Settle, settle } from '../src/settle/settle.ts';
import { SettlementRecorder } from '../src/settle/settlements.ts';

/** Two currencies, payments in part, a credit that names nothing, a row its own columns settle in part, and one unreadable row. */
const LEDGER = `customer,kind,document,reference,date,due,amount,currency,base,open_amount
C1,invoice,F1,,2024-04-01,2024-05-01,1000.00,EUR,,
C1,payment,P1,F1,2024-05-20,,-400.00,EUR,,
C1,invoice,F2,,2024-05-10,2024-06-09,250.00,EUR,,100.00
C2,invoice,F3,,2024-05-15,2024-06-14,800.00,GBP,940.00,
C2,payment,P2,F3,2024-06-01,,-300.00,GBP,-350.00,
C2,payment,P3,,2024-06-20,,-50.00,GBP,-58.50,
C3,invoice,F4,,2024-06-01,2024-07-01,125.50,EUR,,
C3,invoice,F5,,yesterday,2024-07-01,1.00,EUR,,
C3,invoice,F6,,2024-06-25,2024-07-25,300.00,EUR,,
`;
const STOOD_BEFORE = 'what stood there before\n';

/** The rows of the ledger that are read, by their document: the unreadable one has no row. */
const ROW = { F1: 0, P1: 1, F2: 2, F3: 3, P2: 4, P3: 5, F4: 6, F6: 7 } as const;

const COMMANDS: readonly (readonly string[])[] = [
  ['age'],
  ['age', '--detail'],
  ['age', '--overdue-only'],
  ['age', '--customer', 'C1'],
  ['age', '--customer', 'C1', '--detail'],
  ['age', '--credits', 'oldest'],
  ['age', '--group-by', 'kind'],
  ['age', '--compare', '2024-05-31'],
  ['check'],
  ['explain', 'F1'],
  ['explain', 'F1', '--section', 'story'],
];

type Fault = { readonly what: string; readonly parts: Parts };

/** A split that changes the records below the headings on their way; the count it returns stays the true one. */
function splitting(change: (cells: string[], nth: number) => readonly string[][]): Parts {
  return {
    split: (source, diagnostics, onRecord) => {
      let nth = -1;
      return splitRecords(source, diagnostics, (cells, line) => {
        nth++;
        for (const one of nth === 0 ? [cells] : change(cells, nth)) onRecord(one, line);
      });
    },
  };
}

/** A settlement that is right, and whose result is then changed. */
function after(change: (items: Settled, ledger: Ledger) => Settled | undefined): Parts {
  const wrapped: Settle = (ledger, day, written, recorder, choices) => {
    const items = settle(ledger, day, written, recorder, choices);
    return change(items, ledger) ?? items;
  };
  return { settle: wrapped };
}

/** A settlement that is given columns which were changed, once, after they were read. */
function before(change: (ledger: Ledger) => Ledger | undefined): Parts {
  const changed = new WeakMap<Ledger, Ledger>();
  return {
    settle: (ledger, day, written, recorder, choices) => {
      const planted = changed.get(ledger) ?? change(ledger) ?? ledger;
      changed.set(ledger, planted);
      return settle(planted, day, written, recorder, choices);
    },
  };
}

const shift = (values: Float64Array, row: number, by: number): undefined => {
  values[row] = (values[row] as number) + by;
  return undefined;
};

function swap(values: Float64Array | Uint8Array, a: number, b: number): undefined {
  const held = values[a] as number;
  values[a] = values[b] as number;
  values[b] = held;
  return undefined;
}

const FAULTS: readonly Fault[] = [
  { what: 'the reader drops a row', parts: splitting((cells, nth) => (nth === 3 ? [] : [cells])) },
  { what: 'the reader drops the last row', parts: splitting((cells, nth) => (nth === 9 ? [] : [cells])) },
  { what: 'the reader drops the row it cannot read', parts: splitting((cells, nth) => (nth === 8 ? [] : [cells])) },
  { what: 'the reader doubles a row', parts: splitting((cells, nth) => (nth === 3 ? [cells, cells] : [cells])) },
  { what: 'a cent is lost from an open debit', parts: after(({ open }) => shift(open, ROW.F1, -1)) },
  { what: 'a cent is added to an open credit', parts: after(({ open }) => shift(open, ROW.P3, -1)) },
  { what: 'a cent appears on a settled posting', parts: after(({ open }) => shift(open, ROW.P1, 1)) },
  { what: 'an open posting vanishes', parts: after(({ open }) => shift(open, ROW.F6, -30_000)) },
  {
    what: 'a cent moves from one currency to another',
    parts: after(({ open }) => shift(open, ROW.F1, -1) ?? shift(open, ROW.F3, 1)),
  },
  { what: 'the open amounts of two currencies are swapped', parts: after(({ open }) => swap(open, ROW.F1, ROW.F3)) },
  {
    what: 'more is said to be settled by columns than was',
    parts: after((items) => ({ ...items, byColumns: items.byColumns.map((sum) => sum + 1) })),
  },
  {
    what: 'a cent moves from one customer to another',
    parts: after(({ open }) => shift(open, ROW.F1, -1) ?? shift(open, ROW.F6, 1)),
  },
  {
    what: 'settlement answers for another day',
    parts: {
      settle: (ledger, day, written, recorder, choices) => settle(ledger, (day - 1) as typeof day, written, recorder, choices),
    },
  },
  { what: 'an amount is changed after reading', parts: before(({ amount }) => shift(amount, ROW.F4, 1)) },
  {
    what: 'the amounts of two currencies are swapped after reading',
    parts: before(({ amount }) => swap(amount, ROW.F4, ROW.F3)),
  },
  {
    what: 'the currencies of two rows are swapped after reading',
    parts: before(({ currency }) => swap(currency, ROW.F4, ROW.F3)),
  },
  { what: 'the last row of the columns is lost', parts: before((ledger) => ({ ...ledger, count: ledger.count - 1 })) },
  {
    what: 'a row of the columns is written over another',
    parts: before(({ amount }) => {
      amount[ROW.F6] = amount[ROW.F4] as number;
      return undefined;
    }),
  },
];

/** What can be lost of the worth in the books, where that is what the report shows. */
const FAULTS_IN_BOOKS: readonly Fault[] = [
  { what: 'a cent is lost from the worth of a debit', parts: after(({ base }) => shift(present(base), ROW.F3, -1)) },
  { what: 'a cent is added to the worth of a credit', parts: after(({ base }) => shift(present(base), ROW.P3, -1)) },
  { what: 'a worth is changed after reading', parts: before(({ columns }) => shift(present(columns.base), ROW.F3, 100)) },
  {
    what: 'a worth is changed after reading, of a posting that is settled',
    parts: before(({ columns }) => shift(present(columns.base), ROW.P2, 100)),
  },
];

/** A settlement that is right, and whose record of what settled what is then changed: what a story tells, and no balance. */
function recording(change: (one: Recorded) => readonly Recorded[]): Parts {
  return {
    settle: (ledger, day, written, recorder) => {
      if (recorder === undefined) return settle(ledger, day, written, undefined);
      const own = new SettlementRecorder();
      const items = settle(ledger, day, written, own);
      const { count, debit, credit, amount, day: days, evidence, worth } = own.finish();
      for (let s = 0; s < count; s++) {
        const at = <A extends { readonly [i: number]: number }>(column: A): number => column[s] as number;
        const one: Recorded = [at(debit), at(credit), at(amount), at(days) as Day, at(evidence), at(worth)];
        for (const told of change(one)) recorder.add(...told);
      }
      return items;
    },
  };
}

type Recorded = Parameters<SettlementRecorder['add']>;

const FAULTS_IN_STORY: readonly Fault[] = [
  { what: 'a settlement is not recorded', parts: recording(() => []) },
  { what: 'a settlement is recorded twice', parts: recording((one) => [one, one]) },
  { what: 'a cent of a settlement is lost', parts: recording(([d, c, amount, ...rest]) => [[d, c, amount - 1, ...rest]]) },
  { what: 'a settlement is recorded of another debit', parts: recording(([, ...rest]) => [[ROW.F2, ...rest]]) },
];

/** What can be lost where a tolerance closes remainders: here the 100.00 that are left of F2. */
const FAULTS_OF_A_TOLERANCE: readonly Fault[] = [
  { what: 'a cent of what was closed is lost', parts: after(({ facts }) => closing(facts, (amount) => amount - 1)) },
  { what: 'more is said to be closed than was', parts: after(({ facts }) => closing(facts, (amount) => amount + 10_000)) },
  { what: 'nothing is said to be closed', parts: after((items) => ({ ...items, facts: { ...items.facts, closed: undefined } })) },
  { what: 'an item is closed that no sum tells', parts: after(({ open }) => shift(open, ROW.F1, -60_000)) },
  {
    what: 'what is closed of one customer is said of another',
    parts: after(({ alone }) => shift(present(alone), ROW.F2, -1) ?? shift(present(alone), ROW.F6, 1)),
  },
];

const FAULTS_OF_A_TOLERANCE_IN_BOOKS: readonly Fault[] = [
  {
    what: 'a cent of the worth of what was closed is lost',
    parts: after((items) => ({ ...items, byToleranceBase: items.byToleranceBase - 1 })),
  },
];

function closing({ closed }: Settled['facts'], change: (amount: number) => number): undefined {
  const first = closed?.[0];
  if (first === undefined) throw new Error('the run closed nothing');
  first.debits.amount = change(first.debits.amount);
}

function present(column: Float64Array | undefined): Float64Array {
  if (column === undefined) throw new Error('the run has no such column');
  return column;
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ar-fault-'));
  writeFileSync(join(folder, 'ledger.csv'), LEDGER);
  writeFileSync(join(folder, 'report.csv'), STOOD_BEFORE);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program on real files of the folder; what it prints is kept. */
async function run(args: readonly string[], parts: Parts): Promise<{ code: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const out = (to: keyof typeof said): World['stdout'] => ({
    isTerminal: false,
    columns: undefined,
    write: (text) => void (said[to] += text),
  });
  const world: World = {
    ...nodeWorld(),
    env: {},
    today: () => parseIsoDay('2024-06-30') as Day,
    stdout: out('stdout'),
    stderr: out('stderr'),
  };
  const code = await main([...args, join(folder, 'ledger.csv'), '--rejects', join(folder, 'rejects.csv')], '0.0.0', world, parts);
  return { code, ...said };
}

/** No fault of the list passes under this command. */
function notices(args: readonly string[], faults: readonly Fault[]): void {
  test('gives figures when nothing is planted', async () => {
    const { code, stdout } = await run(args, {});
    expect(code, 'a row is set aside, so something needs attention').toBe(1);
    expect(stdout).not.toBe('');
  });

  test.each(faults)('ends with 3 and shows no figure when $what', async ({ parts }) => {
    const { code, stdout, stderr } = await run(args, parts);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('this is a defect in ar 0.0.0, not in your file; no figure was given');
  });

  test.each(faults)('writes no file, and leaves the one that stood there, when $what', async ({ parts }) => {
    await run([...args, '--output', join(folder, 'report.csv')], parts);
    expect(readdirSync(folder).sort()).toEqual(['ledger.csv', 'report.csv']);
    expect(readFileSync(join(folder, 'report.csv'), 'utf8')).toBe(STOOD_BEFORE);
  });
}

describe.each(COMMANDS.map((args) => ({ args, line: args.join(' ') })))('ar $line', ({ args }) => {
  notices(args, FAULTS);
});

describe.each(['F1', 'P1'])('ar explain %s', (document) => {
  notices(['explain', document], FAULTS_IN_STORY.slice(0, document === 'F1' ? 4 : 3));
});

describe('ar explain F3 --in EUR', () => {
  notices(
    ['explain', 'F3', '--in', 'EUR'],
    [
      ...FAULTS,
      ...FAULTS_IN_BOOKS,
      {
        what: 'a cent of the worth of a settlement is lost',
        parts: recording((one) => [[...one.slice(0, 5), one[5] - 1] as Recorded]),
      },
    ],
  );
});

describe('ar age --in EUR', () => {
  notices(['age', '--in', 'EUR'], [...FAULTS, ...FAULTS_IN_BOOKS]);
});

describe('ar age --tolerance 100', () => {
  notices(['age', '--tolerance', '100'], [...FAULTS, ...FAULTS_OF_A_TOLERANCE]);
});

describe('ar check --tolerance 100', () => {
  notices(['check', '--tolerance', '100'], FAULTS_OF_A_TOLERANCE);
});

describe('ar age --tolerance 100 --in EUR', () => {
  notices(['age', '--tolerance', '100', '--in', 'EUR'], [...FAULTS_IN_BOOKS, ...FAULTS_OF_A_TOLERANCE_IN_BOOKS]);
});

test('what is set aside is written when nothing is planted, so that its absence above says something', async () => {
  await run(['age', '--output', join(folder, 'report.csv')], {});
  expect(readdirSync(folder).sort()).toEqual(['ledger.csv', 'rejects.csv', 'report.csv']);
  expect(readFileSync(join(folder, 'report.csv'), 'utf8')).not.toBe(STOOD_BEFORE);
});
