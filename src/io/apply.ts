// How does a plan become letters and a history, all of it or nothing, whatever happens on the way? Letters are written and synced under names nobody reads, and so is the new history; then
// the journal that names them is put in its place by one rename, which is the moment at which the plan is done; then all get their names. Killed before that moment nothing is left of
// it, killed after it the next run finishes it. The letters are not made a second time for that: the ledger may be another one by then, or gone.
import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.ts';
import {
  discard,
  type Finished,
  finish,
  footLine,
  hashOf,
  headLine,
  letterLine,
  otherFile,
  partName,
  placesOf,
  readIf,
} from './journal.ts';
import { lock } from './lock.ts';
import { systemReason } from './system-error.ts';
import { IoFailure } from './world.ts';

export type Plan = {
  readonly id: string;
  /** Where the letters go; undefined for a plan without any. */
  readonly folder: string | undefined;
  /** How many files it writes, beside the history. */
  readonly count: number;
  /** Made one at a time, when it is written: ten thousand need the memory of one. */
  readonly writes: Iterable<{ readonly name: string; readonly bytes: () => Uint8Array }>;
  /** The history as it is to be, once all letters are written. */
  readonly replaces: () => Iterable<string>;
};

/** A history that nobody else changes until it is released. */
export type Hold = {
  /** What an earlier run had left to do. */
  readonly finished: Finished | undefined;
  readonly apply: (plan: Plan) => void;
  readonly release: () => void;
};

/** Milliseconds that a run waits for another one. */
const PATIENCE = 3000;

/** Throws IoFailure. `release` must be called whatever happens. */
export function holdHistory(disk: Disk, named: string, patience = PATIENCE): Hold {
  return told(named, () => {
    const history = disk.whole(named);
    const kind = disk.kindOf(history);
    if (kind === 'folder' || kind === 'other') {
      throw new IoFailure({
        code: kind === 'folder' ? 'file-is-folder' : 'output-failed',
        file: named,
        what: kind === 'folder' ? 'this is a folder, and a history is a file' : 'a history is a file, and this is none',
        fix: 'name a file, as history.csv; it need not be there yet',
      });
    }
    // It may lie in the folder of the letters, which the first run makes.
    if (disk.kindOf(dirname(history)) === undefined) disk.makeFolder(dirname(history));
    const unlock = lock(disk, history, named, patience);
    const release = (): void => {
      try {
        unlock();
      } catch {
        // A lock that cannot be removed is that of a process which is over.
      }
    };
    const places = placesOf(history, named);
    try {
      const finished = finish(disk, places);
      const found = hashOf(readIf(disk, history));
      return { finished, release, apply: (plan) => told(named, () => carryOut(disk, places, plan, found)) };
    } catch (error) {
      release();
      throw error;
    }
  });
}

function carryOut(disk: Disk, places: ReturnType<typeof placesOf>, plan: Plan, found: string): void {
  const { history, journal, draft } = places;
  try {
    prepare(disk, places, plan, found);
    disk.rename(draft, journal);
  } catch (error) {
    try {
      discard(disk, places);
    } catch {
      // The next run will: nothing of it has a name that anybody reads.
    }
    throw error;
  }
  disk.syncFolder(dirname(history));
  finish(disk, places);
}

function prepare(disk: Disk, places: ReturnType<typeof placesOf>, plan: Plan, found: string): void {
  const { named, history, next, draft } = places;
  const folder = plan.folder === undefined ? '' : disk.whole(plan.folder);
  if (folder === history) {
    throw new IoFailure({
      code: 'output-failed',
      file: named,
      what: 'the history and the folder of the letters have one name',
      fix: 'name a file with --history, as history.csv, and a folder with --write',
    });
  }
  if (folder !== '') makeFolder(disk, folder, plan.folder as string);
  const journal = disk.create(draft);
  try {
    // Where the parts lie is known before there is one, so that none is left lying.
    journal.write(headLine(plan.id, folder));
    journal.sync();
    disk.syncFolder(dirname(history));
    const parts: string[] = [];
    let number = 0;
    for (const { name, bytes } of plan.writes) {
      const letter = bytes();
      const line = { name, part: partName(places, number++), hash: hashOf(letter) };
      const there = join(folder, name);
      if (disk.kindOf(there) === undefined) {
        writeWhole(disk, join(folder, line.part), [letter]);
        parts.push(line.part);
      } else if (hashOf(readIf(disk, there)) !== line.hash) throw otherFile(join(plan.folder as string, name));
      journal.write(letterLine(line));
    }
    disk.syncFiles(folder, parts);
    if (parts.length > 0) disk.syncFolder(folder);
    writeWhole(disk, next, plan.replaces(), history);
    disk.syncFiles(dirname(next), [basename(next)]);
    const after = hashOf(disk.read(next));
    if (hashOf(readIf(disk, history)) !== found) {
      throw new IoFailure({
        code: 'history-changed',
        file: named,
        what: 'the history was changed while this run was going on',
        why: 'to write it now would lose the change; nothing was written',
        fix: 'save and close it elsewhere, and run again',
      });
    }
    journal.write(footLine({ before: found, after }));
    journal.sync();
  } finally {
    journal.close();
  }
}

function makeFolder(disk: Disk, folder: string, named: string): void {
  const kind = disk.kindOf(folder);
  if (kind === undefined) disk.makeFolder(folder);
  else if (kind !== 'folder') {
    throw new IoFailure({
      code: 'output-failed',
      file: named,
      what: 'letters are written into a folder, and this is a file',
      fix: 'name a folder with --write; it need not be there yet',
    });
  }
}

function writeWhole(disk: Disk, path: string, pieces: Iterable<string | Uint8Array>, like?: string): void {
  const file = disk.create(path, like);
  try {
    for (const piece of pieces) file.write(piece);
  } finally {
    file.close();
  }
}

/** What the system refuses, as a message about the file it is about. */
function told<T>(named: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (error instanceof IoFailure || typeof code !== 'string') throw error;
    const path = 'path' in (error as Error) ? (error as { path?: unknown }).path : undefined;
    throw new IoFailure({
      code: 'output-failed',
      file: named,
      what: `the letters and their history cannot be written: ${systemReason(error)}${typeof path === 'string' ? ` (${basename(path)})` : ''}`,
      why: 'what was not finished is recorded nowhere, or is finished by the next run',
      fix: 'free the place, and run it again',
    });
  }
}
