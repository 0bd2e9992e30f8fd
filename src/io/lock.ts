// Who may change a history now? One run at a time: the others wait a moment and are then refused; the lock of a process that was killed is taken over.
import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.ts';
import { IoFailure } from './world.ts';

const STEP = 50;

/** `path`: what is locked, `named` as the user calls it. Gives the function that unlocks it; throws IoFailure where another run goes on for longer than `patience`. */
export function lock(disk: Disk, path: string, named: string, patience: number): () => void {
  const name = `${path}.lock`;
  for (let waited = 0; !disk.claim(name, disk.self); waited += STEP) {
    const holder = textOf(disk, name);
    // Who made it had no time to say who he is; by now he would have.
    const isLost = holder === '' && waited >= patience;
    if (holder === undefined || isLost || disk.isOver(holder)) {
      takeOver(disk, name, holder);
      continue;
    }
    if (waited >= patience) throw refusal(named, holder);
    disk.pause(STEP);
  }
  sweep(disk, name);
  return () => disk.remove(name);
}

/** Two runs may see the same dead one: only who makes the second claim removes the first, and only if it still is the one that was seen. */
function takeOver(disk: Disk, name: string, holder: string | undefined): void {
  if (holder === undefined) return;
  const claim = `${name}.over`;
  if (!disk.claim(claim, disk.self)) {
    const other = textOf(disk, claim);
    if (other !== undefined && disk.isOver(other)) disk.remove(claim);
    else disk.pause(STEP);
    return;
  }
  if (textOf(disk, name) === holder) disk.remove(name);
  disk.remove(claim);
}

/** What runs left that were killed while they claimed the lock. */
function sweep(disk: Disk, name: string): void {
  const folder = dirname(name);
  const before = `${basename(name)}.`;
  for (const other of disk.list(folder)) {
    if (!other.startsWith(before) || !/^(?:\d+|over)$/.test(other.slice(before.length))) continue;
    const claimant = textOf(disk, join(folder, other));
    if (claimant === '' || (claimant !== undefined && disk.isOver(claimant))) disk.remove(join(folder, other));
  }
}

/** Undefined where there is none (any more). */
function textOf(disk: Disk, path: string): string | undefined {
  try {
    return new TextDecoder().decode(disk.read(path)).trim();
  } catch {
    return undefined;
  }
}

function refusal(named: string, holder: string): IoFailure {
  const [pid, host] = holder.split(' ');
  return new IoFailure({
    code: 'history-locked',
    file: named,
    what: `another run is changing this history: process ${pid} on ${host}`,
    why: 'two runs at once would each send what the other sends',
    fix: `run it again when that one has ended; if no such process runs there any more, remove ${named}.lock`,
  });
}
