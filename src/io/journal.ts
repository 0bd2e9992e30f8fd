// What must still be done of a plan that was begun? One file beside the history says it: once it stands under its name, the plan is carried out to its end, by whichever run comes next.
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.ts';
import { IoFailure } from './world.ts';

/** The files beside a history. */
export type Places = {
  /** The history as the user calls it. */
  readonly named: string;
  readonly history: string;
  /** The history as it will be. */
  readonly next: string;
  readonly journal: string;
  /** The journal while it is written: what it names was not begun. */
  readonly draft: string;
};

export function placesOf(history: string, named: string): Places {
  return { named, history, next: `${history}.next`, journal: `${history}.journal`, draft: `${history}.journal.part` };
}

type Head = { readonly journal: 1; readonly run: string; readonly folder: string };
/** `part`: the name under which a letter lies until it has its own. */
export type Letter = { readonly name: string; readonly part: string; readonly hash: string };
type Foot = { readonly before: string; readonly after: string };

/** A run that was interrupted, and is finished now. */
export type Finished = {
  readonly run: string;
  readonly letters: number;
  /** Letters that were put in their place, and are there no more. */
  readonly gone: readonly string[];
};

export function hashOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : createHash('sha256').update(bytes).digest('hex');
}

export function readIf(disk: Disk, path: string): Uint8Array | undefined {
  return disk.kindOf(path) === 'file' ? disk.read(path) : undefined;
}

/** Letters of a run that have no name yet, told apart by the history whose run it is: another one may write into the same folder. */
export function partName(places: Places, number: number): string {
  return `.ar-${hashOf(Buffer.from(places.history)).slice(0, 10)}-${number}.part`;
}

export function headLine(run: string, folder: string): string {
  return `${JSON.stringify({ journal: 1, run, folder } satisfies Head)}\n`;
}

export function letterLine(letter: Letter): string {
  return `${JSON.stringify(letter)}\n`;
}

/** `before` and `after`: the hash of the history as it was found, and as it will be. */
export function footLine(foot: Foot): string {
  return `${JSON.stringify(foot)}\n`;
}

/** Finishes the plan of a journal that stands under its name; of one that does not, nothing is left. */
export function finish(disk: Disk, places: Places): Finished | undefined {
  const written = readIf(disk, places.journal);
  if (written === undefined) {
    discard(disk, places);
    return undefined;
  }
  const [head, ...rest] = new TextDecoder()
    .decode(written)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  const { run, folder } = head as Head;
  const foot = rest.pop() as Foot;
  const letters = rest as Letter[];
  const gone: string[] = [];
  for (const letter of letters) if (!put(disk, folder, letter)) gone.push(letter.name);
  if (letters.length > 0) disk.syncFolder(folder);
  replaceHistory(disk, places, run, foot);
  // One in several forms is one letter.
  const whole = new Set(letters.map(({ name }) => name.replace(/\.[a-z]+$/, '')));
  return { run, letters: whole.size, gone };
}

/** False where the letter had its place already and is not there: somebody took it. */
function put(disk: Disk, folder: string, { name, part, hash }: Letter): boolean {
  const [from, to] = [join(folder, part), join(folder, name)];
  const waits = disk.kindOf(from) !== undefined;
  const stands = readIf(disk, to);
  if (!waits) return stands !== undefined;
  if (stands === undefined && disk.kindOf(to) === undefined) disk.rename(from, to);
  else if (hashOf(stands) === hash) disk.remove(from);
  else throw otherFile(to);
  return true;
}

function replaceHistory(disk: Disk, places: Places, run: string, { before, after }: Foot): void {
  const { named, history, next, journal } = places;
  const now = hashOf(readIf(disk, history));
  if (now !== after) {
    if (now !== before) {
      throw new IoFailure({
        code: 'history-changed',
        file: named,
        what: `the history was changed after the run ${run} was interrupted, whose letters are written`,
        why: `the history with the rows of that run is ${named}.next, and to put it in its place would lose the change`,
        fix: `add the rows of ${run} to the history, and remove ${named}.journal and ${named}.next`,
      });
    }
    disk.rename(next, history);
    disk.syncFolder(dirname(history));
  } else if (disk.kindOf(next) !== undefined) disk.remove(next);
  disk.remove(journal);
  disk.syncFolder(dirname(history));
}

/** Removes what a run made that did not come to its journal. */
export function discard(disk: Disk, places: Places): void {
  const draft = readIf(disk, places.draft);
  if (draft !== undefined) {
    const folder = folderOf(new TextDecoder().decode(draft));
    const names = folder === undefined || disk.kindOf(folder) !== 'folder' ? [] : disk.list(folder);
    const own = partName(places, 0).replace(/0\.part$/, '');
    for (const name of names) if (name.startsWith(own) && name.endsWith('.part')) disk.remove(join(folder as string, name));
  }
  for (const path of [places.next, places.draft]) if (disk.kindOf(path) === 'file') disk.remove(path);
}

/** Undefined where a line was cut short: nothing was made by then. */
function folderOf(draft: string): string | undefined {
  const end = draft.indexOf('\n');
  return end < 0 ? undefined : (JSON.parse(draft.slice(0, end)) as Head).folder;
}

export function otherFile(path: string): IoFailure {
  return new IoFailure({
    code: 'letter-exists',
    file: path,
    what: `another file is called ${basename(path)} already, and holds something else`,
    why: 'a letter never takes the place of another file',
    fix: 'move that file away, or name another folder with --write',
  });
}

/** True where a run was interrupted whose letters the history does not tell. */
export function isPending(disk: Disk, history: string): boolean {
  try {
    return disk.kindOf(placesOf(disk.whole(history), history).journal) !== undefined;
  } catch {
    // Whoever opens the history says what is wrong with its place.
    return false;
  }
}
