// Is anything lost where memory grows as a kernel takes places in it? References, what is left, the proof, ageing, order and writing come in kernels from
// some thousand rows on: here memory grows at each place, and what `ar age` prints is what it prints where the engine compiles nothing.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { growAlways } from '../harness/growth.ts';
import { inFolder, printedBy } from '../harness/plain-lines.ts';
import { share } from '../harness/share.ts';
import { diceOf } from '../read/mangled.ts';
import { booked, type Row } from './spellings.ts';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');
const HEAD = 'customer,name,kind,document,reference,date,due,amount,currency,disputed,collector';

let folder: string;
let growth: ReturnType<typeof growAlways>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ar-growth-'));
  growth = growAlways();
});
afterAll(() => {
  growth.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What comes of the same work where the engine compiles nothing. */
async function plainly<T>(work: () => T): Promise<Awaited<T>> {
  vi.stubGlobal('WebAssembly', undefined);
  try {
    return await work();
  } finally {
    vi.unstubAllGlobals();
  }
}

/** Holds what `ar age` prints of files of the folder against what it prints without kernels, and says which functions of kernels were called. */
async function expectAlike(files: readonly string[], more: readonly string[]): Promise<Set<string>> {
  const words = ['ar', 'age', ...files, '--as-of', '2026-06-30', ...more];
  const print = async (): Promise<string> => {
    const { stdout, stderr, code } = await inFolder(folder, () => printedBy([{ words, run: 'always' }], {}));
    return `${stdout}${stderr}ended with ${code}`;
  };
  growth.called.clear();
  const printed = await print();
  const called = new Set(growth.called);
  expect(printed).toBe(await plainly(print));
  expect(printed).toMatch(/ended with 0$/);
  return called;
}

const USUAL = ['--format', 'csv'];
/** In each of these ways columns are laid down otherwise, or others of them. */
const WAYS: readonly (readonly string[])[] = [
  ['--format', 'tsv', '--age-by', 'date', '--credits', 'in-place'],
  ['--format', 'json', '--group-by', 'kind'],
  ['--format', 'csv', '--detail'],
  ['--format', 'csv', '--as-of', '2026-03-01'],
];

const NAMES = ['Dupont', 'DUPONT', 'Écurie "du Nord"', '', 'Zinc, Fils', '=Somme', '東京'];
const CURRENCIES = ['EUR', 'USD', 'JPY', 'TND'];

type Numbers = (i: number) => string;

/** Seven postings a customer: an invoice that is paid, one of two instalments that is paid in part, a payment that came back, and one that names nobody's. */
function ledgerOf(customers: number, numberOf: Numbers, currencies: readonly string[]): string {
  const rows = Array.from({ length: customers }, (_, i) => {
    const [own, parts, payment] = [numberOf(3 * i), numberOf(3 * i + 1), numberOf(3 * i + 2)];
    const currency = currencies[i % currencies.length] as string;
    const units = (amount: number): string => String(amount + (i % 90));
    return [
      ['invoice', own, '', '2026-01-05', '2026-02-05', units(100), i % 50 === 0 ? 'yes' : ''],
      ['invoice', parts, '', '2026-02-05', '2026-03-05', units(60), ''],
      ['invoice', parts, '', '2026-02-05', '2026-04-05', units(40), ''],
      ['payment', payment, own, '2026-02-10', '', `-${units(100)}`, ''],
      ['returned', '', payment, '2026-02-20', '', units(100), ''],
      ['payment', '', parts, '2026-03-01', '', `-${units(70)}`, ''],
      ['payment', '', numberOf(3 * (customers + i)), '2026-05-01', '', '-5', ''],
    ].map(([kind, document, reference, date, due, amount, disputed]) =>
      [
        ...[`C${(i * 7919) % 100_000}`, `"${(NAMES[i % NAMES.length] as string).replaceAll('"', '""')}"`, kind, document],
        ...[reference, date, due, amount, currency, disputed, `Agent ${i % 9}`],
      ].join(','),
    );
  });
  return `${[HEAD, ...rows.flat()].join('\n')}\n`;
}

/** Twelve digits that mean nothing; the same ones for a number. */
const hex: Numbers = (i) => {
  const dice = diceOf(i + 1);
  return Array.from({ length: 12 }, () => dice(16).toString(16)).join('');
};
const letters: Numbers = (i) =>
  Array.from({ length: 5 }, (_, place) => String.fromCharCode(97 + (Math.floor(i / 26 ** place) % 26))).join('');

const LEDGERS: Readonly<Record<string, string>> = {
  'numbers in sequence': ledgerOf(3000, (i) => `F${String(i).padStart(6, '0')}`, ['EUR']),
  'numbers that are texts': ledgerOf(3000, (i) => `F${i}A`, ['EUR']),
  'random numbers': ledgerOf(3000, hex, ['EUR']),
  'numbers of letters': ledgerOf(3000, letters, ['EUR']),
  'several currencies': ledgerOf(3000, (i) => (i % 3 === 0 ? `F${i}` : `${i}-x`), CURRENCIES),
};

/** What kernels are asked of any of these ledgers; `look_up` of those whose numbers have no series. */
const ASKED = ['latest', 'count', 'chain', 'answered', 'pairs', 'add', 'differ', 'spread', 'begins', 'order', 'split', 'rows'];

describe('nothing is lost where memory grows each time', () => {
  const printed = (ledger: string, way: readonly string[]): Promise<Set<string>> => {
    writeFileSync(join(folder, 'ledger.csv'), LEDGERS[ledger] as string);
    return expectAlike(['ledger.csv'], way);
  };

  test.each(Object.keys(LEDGERS))('of %s, where every kernel is at work', async (ledger) => {
    const called = await printed(ledger, USUAL);
    expect(ASKED.filter((name) => !called.has(name))).toEqual([]);
    expect(called.has('look_up')).toBe(ledger !== 'numbers in sequence');
  });

  const ways = Object.keys(LEDGERS).flatMap((ledger) => WAYS.map((way) => [ledger, way.join(' '), way] as const));
  test.each(share(ways, 3))('of %s, by %s', async (ledger, _, way) => {
    await printed(ledger, way);
  });
});

test('the shorter proof is at work where nothing is settled', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `C${i % 700},,invoice,F${i},,2026-01-05,2026-02-05,${i}.50,EUR,,`);
  writeFileSync(join(folder, 'open.csv'), `${HEAD}\n${rows.join('\n')}\n`);
  expect(await expectAlike(['open.csv'], USUAL)).toContain('total');
});

describe('nothing is lost where memory grows each time, of the fixtures', () => {
  beforeAll(() => cpSync(FIXTURES, join(folder, 'fixtures'), { recursive: true }));

  test.each(['ledger.csv', '000000000FEC20250630.txt', '000000000FEC20260630.txt'])('fixtures/%s', async (name) => {
    for (const way of [USUAL, ...WAYS]) await expectAlike([`fixtures/${name}`], way);
  });

  test('the ledger, fifteen times as long', async () => {
    const [head, ...rows] = readFileSync(join(FIXTURES, 'ledger.csv'), 'utf8').trimEnd().split('\n');
    const again = Array.from({ length: 15 }, (_, i) => rows.map((row) => row.replace(/^\w+/, `$&-${i}`)));
    writeFileSync(join(folder, 'long.csv'), `${[head, ...again.flat()].join('\n')}\n`);
    for (const way of [USUAL, ...WAYS]) await expectAlike(['long.csv'], way);
  });
});

test('nothing is lost where one number is longer than the room for many', async () => {
  const long = (i: number): string => `${'x'.repeat((1 << 20) + 8 * i)}${i}x`;
  const spelt: Numbers = (i) => (i % 1500 === 0 ? long(i / 1500) : `F${i}x`);
  const invoice: Row = { customer: 1, currency: 0, day: 10, amount: 5, document: 0, reference: 0 };
  const list = Array.from({ length: 6000 }, (_, i): Row => {
    const number = (i >> 1) + 1;
    return i % 2 === 0 ? { ...invoice, document: number } : { ...invoice, amount: -3, reference: number };
  });
  growth.called.clear();
  const settled = (): object => {
    const { open, evidence, facts } = booked(list, spelt).at(11 as never);
    return { open: [...open], evidence: [...evidence], facts };
  };
  const found = settled();
  expect(growth.called).toContain('look_up');
  expect(found).toEqual(await plainly(settled));
});
