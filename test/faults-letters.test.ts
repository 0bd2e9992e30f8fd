// What is left when a run is killed, the power fails or the disk refuses, before each write, sync and rename in turn? After the next run history and folder agree: nothing twice, nothing lost.
import { describe, expect, test } from 'vitest';
import { type Firm, historyOf, LATE, lettersOn, memoryDisk, write as writeAll } from './harness/letters.ts';
import { isWhole, share } from './harness/share.ts';
import type { Fault, MemoryDisk } from './peers/memory-disk.ts';
import { ar } from './peers/program.ts';

/** Two letters of three items. */
const ROWS = LATE.slice(0, 3);
const write = (firm: Firm, ...more: string[]) => writeAll({ rows: ROWS, ...firm }, ...more);

/** What an untroubled run leaves, and how many steps it takes. */
async function untroubled(): Promise<{ files: Map<string, string>; steps: number }> {
  const disk = memoryDisk();
  expect((await write({ disk })).code).toBe(0);
  return { files: new Map(disk.files()), steps: disk.steps() };
}

/** What is recorded is there, what is there is recorded, and nothing else lies about. */
function agrees(disk: MemoryDisk): void {
  const recorded = new Set(historyOf(disk).map(({ file }) => file ?? ''));
  expect([...lettersOn(disk).keys()].sort()).toEqual([...recorded].sort());
  const others = [...disk.files().keys()].filter((path) => !path.startsWith('out/') && path !== 'h.csv');
  expect(others).toEqual([]);
}

const { files: WANTED, steps: STEPS } = await untroubled();
const PLACES = Array.from({ length: STEPS }, (_, i) => i + 1);

test('a run takes so many steps that there is something to fail', () => {
  expect(STEPS).toBeGreaterThan(20);
});

describe.each<Fault['kind']>(['killed', 'power'])('%s', (kind) => {
  // What a killed process leaves is what the power leaves, and more.
  test.each(share(PLACES, kind === 'power' ? 1 : 0))(
    'before step %i: the next run leaves what an untroubled one does',
    async (at) => {
      const disk = memoryDisk({ at, kind });
      expect((await write({ disk })).code).toBe(at === STEPS ? 0 : 2);
      // Nobody finds half a letter under a letter's name, nor a row of one that is not there.
      for (const [name, text] of lettersOn(disk)) if (!name.startsWith('.ar-')) expect(text).toBe(WANTED.get(`out/${name}`));
      const next = disk.next();
      for (const { file = '' } of historyOf(next)) expect(next.files().has(`out/${file}`), file).toBe(true);
      expect((await write({ disk: next })).code).toBe(0);
      expect(new Map(next.files())).toEqual(WANTED);
      expect((await write({ disk: next })).code).toBe(0);
      expect(new Map(next.files())).toEqual(WANTED);
    },
  );

  test.each(share(PLACES, kind === 'killed' ? 1 : 2))(
    'before step %i, and again before each step of the next run',
    async (at) => {
      for (const again of isWhole ? PLACES : share(share(PLACES, at), at)) {
        const disk = memoryDisk({ at, kind });
        await write({ disk });
        const second = disk.next({ at: again, kind });
        await write({ disk: second });
        const third = second.next();
        expect((await write({ disk: third })).code).toBe(0);
        expect(new Map(third.files()), `${at}, then ${again}`).toEqual(WANTED);
      }
    },
  );

  test.each(share(PLACES, 3))('before step %i, and all is paid before the next run', async (at) => {
    const disk = memoryDisk({ at, kind });
    await write({ disk });
    const next = disk.next();
    const paid = ROWS.map((row, i) => row.replace(/,invoice,(F\d),,[^,]+,[^,]+,(.*)$/, `,payment,P${i},$1,2024-06-30,,-$2`));
    const ran = await write({ disk: next, rows: [...ROWS, ...paid] });
    expect(ran.code, ran.stderr).toBe(0);
    agrees(next);
    expect([0, 2]).toContain(lettersOn(next).size);
  });
});

describe.each<Fault['kind']>(['ENOSPC', 'EROFS', 'EIO'])('the disk refuses one step with %s', (kind) => {
  test.each(share(PLACES, 2))(
    'step %i: told, nothing recorded that is not there, and the next run writes the rest',
    async (at) => {
      const disk = memoryDisk({ at, kind });
      const ran = await write({ disk });
      if (at < STEPS)
        expect([ran.code, ran.stderr]).toEqual([2, expect.stringMatching(/output-failed: .*(?:full|read-only|error)/)]);
      for (const { file = '' } of historyOf(disk)) expect(lettersOn(disk).has(file)).toBe(true);
      const next = disk.next();
      expect((await write({ disk: next })).code).toBe(0);
      expect(new Map(next.files())).toEqual(WANTED);
    },
  );
});

test('a run that was interrupted is told, and one that writes nothing says what is missing', async () => {
  const at = PLACES.findLast((place) => place < STEPS - 4) as number;
  const disk = memoryDisk({ at, kind: 'killed' });
  await write({ disk });
  const next = disk.next();
  expect(next.files().has('h.csv.journal')).toBe(true);
  const given = { 'l.csv': 'customer,kind,document,date,due,amount\nZ,invoice,F9,2024-01-01,2024-07-01,1.00\n' };
  const look = await ar(['dun', 'l.csv', '--as-of', '2024-06-30', '--history', 'h.csv'], given, {}, next);
  expect(look.stderr).toContain('warning run-pending');
  const cancel = await ar(['dun', '--history', 'h.csv', '--cancel', '2024-06-30-1'], {}, {}, next);
  expect([cancel.code, cancel.stderr]).toEqual([
    0,
    expect.stringContaining('the run 2024-06-30-1 had been interrupted, and is finished now: 2 letters'),
  ]);
  expect(new Set(historyOf(next).map(({ state }) => state))).toEqual(new Set(['cancelled']));
  agrees(next);
});

test('cancelling is all or nothing, too', async () => {
  const before = memoryDisk();
  await write({ disk: before });
  const cancel = (disk: MemoryDisk) => ar(['dun', '--history', 'h.csv', '--cancel', '2024-06-30-1', '--quiet'], {}, {}, disk);
  for (let at = 1; ; at++) {
    const first = memoryDisk();
    await write({ disk: first });
    const disk = first.next({ at, kind: 'killed' });
    const ran = await cancel(disk);
    const next = disk.next();
    expect(new Set(historyOf(next).map(({ state }) => state)).size).toBe(1);
    expect((await cancel(next)).code).toBe(0);
    expect(new Set(historyOf(next).map(({ state }) => state))).toEqual(new Set(['cancelled']));
    agrees(next);
    if (ran.code === 0) break;
  }
});

test('a letter that was taken away after the interruption is named, and stays recorded', async () => {
  const at = PLACES.findLast((place) => place < STEPS - 4) as number;
  const disk = memoryDisk({ at, kind: 'killed' });
  await write({ disk });
  const next = disk.next();
  const taken = [...lettersOn(next).keys()].find((name) => !name.startsWith('.')) as string;
  next.remove(`out/${taken}`);
  const cancel = await ar(['dun', '--history', 'h.csv', '--mark-sent', '2024-06-30-1'], {}, {}, next);
  expect(cancel.stderr).toContain(taken);
  expect(historyOf(next).some(({ file }) => file === taken)).toBe(true);
});

test('a history that was edited after the interruption is not written over', async () => {
  const first = memoryDisk();
  await write({ disk: first, rows: ROWS.slice(0, 2) });
  const counted = first.next();
  await write({ disk: counted });
  const at = counted.steps() - 3;
  const held = memoryDisk();
  await write({ disk: held, rows: ROWS.slice(0, 2) });
  const disk = held.next({ at, kind: 'killed' });
  expect((await write({ disk })).code).toBe(2);
  const next = disk.next();
  expect(next.files().has('h.csv.journal')).toBe(true);
  const file = next.create('h.csv');
  file.write('day,run,customer,document,level,state\n2024-05-01,own,A,F1,first,sent\n');
  const ran = await write({ disk: next });
  expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('history-changed')]);
  expect(next.files().get('h.csv')).toContain('own');
});
