// Is each level of an item sent once, in order and never too soon, however often and however rarely the nights are run?
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, isoDay, parseIsoDay } from '../../src/index.ts';
import { LEVELS } from '../../src/policy/dunning.ts';
import { COMPANY, historyOf, lettersOn } from '../harness/letters.ts';
import { isWhole, runs } from '../harness/share.ts';
import { type MemoryDisk, memoryDisk } from '../peers/memory-disk.ts';
import { ar } from '../peers/program.ts';
import { AS_OF, csvOf, randomLedgers, SEED } from './random-ledger.ts';

const INTERVAL = 7;
const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../../fixtures', name), 'utf8');
const FIXTURES = { 'l.csv': fixture('ledger.csv'), 'ar.toml': fixture('ar.toml'), 'customers.csv': fixture('customers.csv') };
const dayOf = (iso: string): Day => parseIsoDay(iso) as Day;

async function night(disk: MemoryDisk, asOf: string, files: Readonly<Record<string, string>> = FIXTURES): Promise<number> {
  const line = ['dun', 'l.csv', '--as-of', asOf, '--law', 'fr', '--write', 'out', '--history', 'h.csv', '--quiet'];
  const ran = await ar(line, files, {}, disk);
  expect(ran.code, ran.stderr).toBeLessThan(2);
  return ran.code;
}

/** What must hold of every history, whatever made it. */
function holds(disk: MemoryDisk): void {
  const levels = new Map<string, number[]>();
  const days = new Map<string, Set<string>>();
  for (const { customer, document, due, level, currency, day } of historyOf(disk)) {
    const item = `${customer} ${document} ${due}`;
    levels.set(item, [...(levels.get(item) ?? []), LEVELS.indexOf(level as (typeof LEVELS)[number])]);
    const account = `${customer} ${currency}`;
    days.set(account, (days.get(account) ?? new Set<string>()).add(day as string));
  }
  for (const [item, sent] of levels) expect(sent, item).toEqual([...new Set(sent)].sort((a, b) => a - b));
  for (const [account, sent] of days) {
    const all = [...sent].map(dayOf);
    for (let i = 1; i < all.length; i++)
      expect((all[i] as number) - (all[i - 1] as number), account).toBeGreaterThanOrEqual(INTERVAL);
  }
  const recorded = new Set(historyOf(disk).map(({ file }) => file as string));
  expect([...lettersOn(disk).keys()].sort()).toEqual([...recorded].sort());
}

test('a year of nights over the fixtures: each level of an item once, in order, never below the interval', async () => {
  const disk = memoryDisk();
  const [first, last] = [dayOf('2025-08-01'), dayOf('2026-07-31')];
  // Every night, or some: two in a row, then none for four weeks.
  let nights = 0;
  for (let day = first; day <= last; day = (day + (isWhole || nights % 2 === 1 ? 1 : 28)) as Day) {
    await night(disk, isoDay(day));
    nights++;
  }
  holds(disk);
  const all = historyOf(disk);
  expect(new Set(all.map(({ level }) => level))).toEqual(new Set(['pre_due', 'first', 'second']));
  expect(all.length).toBeGreaterThan(100);
}, 120_000);

test('nights that were missed are caught up: the run after them asks for all that they would have asked for', async () => {
  const [nightly, once] = [memoryDisk(), memoryDisk()];
  // The interval is over between the last night before and the first one compared.
  for (const disk of [nightly, once]) for (const day of ['2026-04-01', '2026-05-01', '2026-06-01']) await night(disk, day);
  for (let day = dayOf('2026-06-20'); day <= dayOf('2026-06-25'); day++) await night(nightly, isoDay(day as Day));
  await night(once, '2026-06-25');
  const itemsOf = (disk: MemoryDisk): string[] =>
    historyOf(disk).flatMap(({ day, customer, document, level }) =>
      day !== undefined && day > '2026-06-01' ? [`${customer} ${document} ${level}`] : [],
    );
  const caught = itemsOf(once);
  const asked = itemsOf(nightly);
  expect(asked.length).toBeGreaterThan(5);
  const open = await ar(
    ['age', 'l.csv', '--as-of', '2026-06-25', '--detail', '--overdue-only', '--format', 'csv', '--quiet'],
    FIXTURES,
  );
  // What was paid meanwhile is asked for no more, and a notice before the due day has no sense once the day is over.
  const isOpen = (item: string): boolean => open.stdout.includes(`,${item.split(' ')[1]},`) && !item.endsWith('pre_due');
  expect(asked.filter((item) => isOpen(item) && !caught.includes(item))).toEqual([]);
  expect(asked.filter(isOpen).length).toBeGreaterThan(3);
  holds(nightly);
  holds(once);
});

test('run twice is run once, and what a night wrote holds on the next ones', async () => {
  await fc.assert(
    fc.asyncProperty(randomLedgers(), fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }), async (ledger, gaps) => {
      const disk = memoryDisk();
      const files = { 'l.csv': csvOf(ledger), 'ar.toml': COMPANY };
      const line = ['dun', 'l.csv', '--as-of', AS_OF, '--law', 'fr', '--quiet'];
      // Where nobody agreed a due day there is no plan.
      if ((await ar(line, files)).code === 2) return;
      let day = dayOf(AS_OF);
      for (const gap of [0, ...gaps]) {
        day = (day + gap) as Day;
        await night(disk, isoDay(day), files);
        const before = [...disk.files()];
        await night(disk, isoDay(day), files);
        expect([...disk.files()]).toEqual(before);
      }
      holds(disk);
    }),
    { seed: SEED, numRuns: runs(60) },
  );
}, 60_000);
