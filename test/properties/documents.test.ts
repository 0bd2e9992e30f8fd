// Does it matter where a due day is written? What the table of documents says of a document is as good as what the ledger says of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../harness/share.ts';
import type { OracleRow } from '../oracle/ageing.ts';
import { ar } from '../peers/program.ts';
import { AS_OF, csvOf, type RandomLedger, randomLedgers, SEED } from './random-ledger.ts';

const RUNS = runs(150);
const SETTLES = new Set(['payment', 'refund', 'transfer', 'write_off', 'discount', 'fx']);

/** A posting that is a document and has a number. A row without a kind is a payment when it is a credit. */
function isDocument({ document = '', amount = '', kind = '' }: OracleRow, tellsKind: boolean): boolean {
  return document !== '' && (kind === '' || !tellsKind ? !amount.startsWith('-') : !SETTLES.has(kind));
}

function keyOf({ customer, document }: OracleRow): string {
  return `${customer},${document}`;
}

/** The due day of each document: the first that one of its rows has. */
function daysOf({ rows }: RandomLedger, isOne: (row: OracleRow) => boolean): Map<string, string> {
  const days = new Map<string, string>();
  for (const row of rows) if (isOne(row) && row.due && !days.has(keyOf(row))) days.set(keyOf(row), row.due);
  return days;
}

function tableOf(days: ReadonlyMap<string, string>): string {
  return `customer,document,due\n${[...days].map(([key, day]) => `${key},${day}\n`).join('')}`;
}

type Told = { readonly stdout: string; readonly stderr: string; readonly code: number };

async function aged(ledger: RandomLedger, detail: boolean, table?: string): Promise<Told> {
  const args = ['age', 'l.csv', '--as-of', AS_OF, '--format', 'csv', ...(detail ? ['--detail'] : [])];
  const more = table === undefined ? [] : ['--documents', 'd.csv'];
  const { stdout, stderr, code } = await ar([...args, ...more], { 'l.csv': csvOf(ledger), 'd.csv': table ?? '' });
  return { stdout, stderr, code };
}

const ledgers = randomLedgers({ due: true });

describe(`for ${RUNS} random ledgers (seed ${SEED})`, () => {
  test('a table with the very due days of the ledger changes nothing, and nothing is told of it', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, fc.boolean(), async (ledger, detail) => {
        const isOne = (row: OracleRow): boolean => isDocument(row, ledger.headings.includes('kind'));
        const days = daysOf(ledger, isOne);
        // Rows of a document that say no day would be given one.
        for (const row of ledger.rows) if (isOne(row) && !row.due) days.delete(keyOf(row));
        if (days.size === 0) return;
        expect(await aged(ledger, detail, tableOf(days))).toEqual(await aged(ledger, detail));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  test('due days given by the table are as good as those of the ledger', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, fc.boolean(), async (ledger, detail) => {
        const isOne = (row: OracleRow): boolean => isDocument(row, ledger.headings.includes('kind'));
        const days = daysOf(ledger, isOne);
        if (days.size === 0) return;
        const due = (row: OracleRow): string => (isOne(row) ? (days.get(keyOf(row)) ?? '') : '');
        const within = { ...ledger, rows: ledger.rows.map((row) => ({ ...row, due: due(row) })) };
        const without = { ...ledger, headings: ledger.headings.filter((heading) => heading !== 'due') };
        expect(await aged(without, detail, tableOf(days))).toEqual(await aged(within, detail));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
