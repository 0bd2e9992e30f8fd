// Do both readers give one answer? Every file at hand and thousands of made ones go through both; ledger, understanding and
// diagnostics must be the same. The share the swift reader took is printed.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS } from '../../src/ledger/field.ts';
import type { Condition } from '../../src/read/row-filter.ts';
import { isWhole, runs, share } from '../harness/share.ts';
import { csvOf, randomLedgers, SEED } from '../properties/random-ledger.ts';
import { agree, WAYS, type Way } from './both-readers.ts';

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : /\.(csv|txt|tsv)$/i.test(name) ? [path] : [];
  });
}

const root = resolve(import.meta.dirname, '../..');
const shared = process.env['AR_SHARED'];
const folders = [
  join(root, 'fixtures'),
  join(root, 'test/cases'),
  ...(shared === undefined ? [] : [join(resolve(root, shared), 'data')]),
];
if (shared === undefined) console.log('AR_SHARED is not set: the files of others are not read by both readers');

test(isWhole ? 'on every file at hand' : 'on every seventh of the files at hand, and on all of others', async () => {
  // Each file goes to its way whether all are read or some.
  const found = folders.flatMap(filesBelow).filter((file) => statSync(file).size < 1 << 20);
  const own = found.filter((file) => file.startsWith(join(root, '/')));
  const numbered = [...found.entries()];
  const files = [...share(numbered.slice(0, own.length)), ...numbered.slice(own.length)];
  let took = 0;
  // The ways take turns: each file by one of them, and each way by a third of the files.
  for (const [i, file] of files) if (await agree(readFileSync(file), { ways: [WAYS[i % WAYS.length] as Way] })) took++;
  console.log(`both readers agree on ${files.length} of ${found.length} files; the swift one took ${took}`);
  expect(took * 2).toBeGreaterThan(files.length);
}, 60_000);

test(`on random ledgers (seed ${SEED}), with and without a base`, async () => {
  const withoutBase = COLUMNS.filter((name) => name !== 'base');
  await fc.assert(
    fc.asyncProperty(randomLedgers(), async (ledger) => {
      const bytes = new TextEncoder().encode(csvOf(ledger));
      expect(await agree(bytes)).toBe(true);
      expect(await agree(bytes, { columns: withoutBase })).toBe(true);
    }),
    { numRuns: runs(40), seed: SEED },
  );
}, 60_000);

test(`on random ledgers of which some rows are asked for, by one column or two (seed ${SEED})`, async () => {
  const where = (option: '--where' | '--where-not', column: string, ...values: string[]): Condition => ({
    option,
    column,
    values,
  });
  const lists = [
    [where('--where', 'kind', 'payment', 'invoice')],
    [where('--where-not', 'customer', 'c3', '12'), where('--where', 'reference', '')],
    [where('--where', 'due', ''), where('--where-not', 'amount', '1.00', 'no such amount')],
    [where('--where', 'currency', 'EUR'), where('--where', 'currency', ''), where('--where', 'missing', 'x')],
  ];
  await fc.assert(
    fc.asyncProperty(randomLedgers(), fc.constantFrom(...lists), async (ledger, list) => {
      const bytes = new TextEncoder().encode(csvOf(ledger));
      expect(await agree(bytes, { where: list })).toBe(true);
    }),
    { numRuns: runs(40), seed: SEED },
  );
}, 60_000);

/** Cells that are nearly canonical, in every column, among plain ones. */
const ODD_CELLS = [
  ...[
    '',
    ' ',
    '  x ',
    '\u00a0x',
    'x\u00a0',
    "'=x",
    "'x",
    'é',
    'x\ufeff',
    '"a""b"',
    '"a,b"',
    '"a\nb"',
    '"a\rb"',
    '"a\r\nb"',
    'a"b',
    '"a"b',
    '""',
    '"',
    'a\tb',
  ],
  ...[
    '0',
    '-0',
    '-0.00',
    '+1.00',
    '.5',
    '5.',
    '1.2',
    '1.234',
    '1e3',
    '007.10',
    '999999999999999',
    '9999999999999999',
    '1 000.00',
    '1,00',
    '--1',
  ],
  ...[
    '2026-02-30',
    '2026-2-03',
    '0000-01-01',
    '9999-12-31',
    '2026-06-30 ',
    'invoice',
    'Credit Note',
    'payment',
    'EUR',
    'eur',
    'JPY',
    'QQQ',
    'yes',
    '12.34',
  ],
];
const HEADINGS = [
  'customer',
  'name',
  'kind',
  'document',
  'reference',
  'date',
  'posted',
  'due',
  'amount',
  'currency',
  'open_amount',
  'paid_amount',
  'settled_on',
  'disputed',
  'label',
  'collector',
];
const PLAIN = ['C1', 'Atelier', 'invoice', 'F1', '', '2026-05-01', '', '2026-05-31', '100.00', 'EUR', '', '', '', '', '', ''];

test(`on rows with odd cells, rows cut and lines ended in every way (seed ${SEED})`, async () => {
  const row = fc.tuple(
    fc.array(fc.tuple(fc.nat(HEADINGS.length - 1), fc.constantFrom(...ODD_CELLS)), { maxLength: 3 }),
    fc.constantFrom(0, 0, 0, 0, 0, -1, 1, 2),
    fc.constantFrom('\n', '\n', '\r\n', '\n\n', '\r'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.subarray([...HEADINGS.keys()], { minLength: 6 }),
      fc.boolean(),
      fc.constantFrom(undefined, '--where', '--where-not'),
      async (rows, kept, ended, option) => {
        const lines = rows.map(([odd, more, end]) => {
          const cells = [...PLAIN];
          for (const [at, cell] of odd) cells[at] = cell;
          const some = kept.map((i) => cells[i]!);
          return [...some.slice(0, some.length + Math.min(more, 0)), ...['', 'z'].slice(0, Math.max(more, 0))].join(',') + end;
        });
        const text = `${kept.map((i) => HEADINGS[i]).join(',')}\n${lines.join('')}`;
        // Half of the values are those of the plain rows, half of those of the odd ones.
        const at = kept[rows.length % kept.length]!;
        const values = [PLAIN[at]!, ...(rows.length % 2 === 0 ? [] : ['x', '=x', 'a"b', '1.00'])];
        const where = option === undefined ? [] : [{ option, column: HEADINGS[at]!, values } as const];
        await agree(ended ? text : text.trimEnd(), { where });
      },
    ),
    { numRuns: runs(120), seed: SEED },
  );
}, 60_000);
