// What is left of letters in several forms when a run is killed before each of its steps in turn? All files of a letter or none, as for letters in one (test/faults-letters.test.ts), whatever forms the next run asks for.
import { expect, test } from 'vitest';
import { historyOf, LATE, lettersOn, memoryDisk, write as writeAll } from './harness/letters.ts';
import { share } from './harness/share.ts';
import type { MemoryDisk } from './peers/memory-disk.ts';

const write = (disk: MemoryDisk, forms: string) => writeAll({ disk, rows: LATE.slice(0, 3) }, '--to', forms);
const FORMS = 'txt,html';

const whole = memoryDisk();
expect((await write(whole, FORMS)).code).toBe(0);
const WANTED = new Map(whole.files());
const PLACES = Array.from({ length: whole.steps() }, (_, i) => i + 1);

test('two letters in two forms are four files', () => {
  expect(lettersOn(whole).size).toBe(4);
});

test.each(share(PLACES, 2))('killed before step %i: the next run leaves what an untroubled one does', async (at) => {
  const disk = memoryDisk({ at, kind: 'killed' });
  await write(disk, FORMS);
  const next = disk.next();
  expect((await write(next, FORMS)).code).toBe(0);
  expect(new Map(next.files())).toEqual(WANTED);
});

test.each(share(PLACES, 4))('the power fails before step %i, and the next run asks for another form', async (at) => {
  const disk = memoryDisk({ at, kind: 'power' });
  await write(disk, FORMS);
  const next = disk.next();
  expect((await write(next, 'html')).code).toBe(0);
  const recorded = [...new Set(historyOf(next).flatMap(({ file }) => (file ?? '').split(' ')))].sort();
  expect([...lettersOn(next).keys()].sort()).toEqual(recorded);
  // The forms of the run that counts: all of both letters.
  expect(recorded.length === 4 || (recorded.length === 2 && recorded.every((name) => name.endsWith('.html')))).toBe(true);
  expect(new Set(historyOf(next).map(({ document }) => document))).toEqual(new Set(['F1', 'F2', 'F3']));
});
