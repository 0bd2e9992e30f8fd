// What does a plan need of a disk? The few steps that are written, synced and renamed one by one, so that a test can let each of them fail; and what a lock needs to know of processes.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { writeAll } from './out.ts';
import { pause } from './pause.ts';
import { targetOf } from './replace.ts';
import { systemCode } from './system-error.ts';

/** A file that is being made. */
type Made = { readonly write: (piece: string | Uint8Array) => void; readonly sync: () => void; readonly close: () => void };

/** Each step throws the error of the system. */
export type Disk = {
  /** The path from the root, links followed. */
  readonly whole: (path: string) => string;
  readonly kindOf: (path: string) => 'file' | 'folder' | 'other' | undefined;
  readonly read: (path: string) => Uint8Array;
  readonly list: (folder: string) => readonly string[];
  /** With those above it. */
  readonly makeFolder: (path: string) => void;
  /** Empty, in the place of one that a run left behind; `like`: a file whose permissions it takes over. */
  readonly create: (path: string, like?: string) => Made;
  /** What was written into these files of a folder is there when the power fails. */
  readonly syncFiles: (folder: string, names: readonly string[]) => void;
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  /** Names that were made, renamed and removed in it stay so when the power fails. */
  readonly syncFolder: (folder: string) => void;
  /** Makes a file that holds the text from its first moment on; false where there is one of this name. */
  readonly claim: (path: string, text: string) => boolean;
  /** Who this process is, as a claim says it. */
  readonly self: string;
  /** True when the process that made a claim is known to be over. */
  readonly isOver: (claimant: string) => boolean;
  readonly pause: (milliseconds: number) => void;
};

export function nodeDisk(): Disk {
  const self = `${process.pid} ${hostname() || '-'} ${startOf(process.pid)}`;
  return {
    whole: (path) => resolve(targetOf(path)),
    kindOf,
    read: (path) => readFileSync(path),
    list: (folder) => readdirSync(folder),
    makeFolder,
    create: (path, like) => {
      const fd = openSync(path, 'w');
      const mode = like === undefined ? undefined : lookAt(like)?.mode;
      if (mode !== undefined) fchmodSync(fd, mode & 0o7777);
      return { write: (piece) => writeAll(fd, piece), sync: () => fsyncSync(fd), close: () => closeSync(fd) };
    },
    syncFiles,
    rename: renameSync,
    remove: unlinkSync,
    syncFolder,
    claim: (path, text) => claim(path, text),
    self,
    isOver,
    pause,
  };
}

function lookAt(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function kindOf(path: string): ReturnType<Disk['kindOf']> {
  const stat = lookAt(path);
  if (stat === undefined) return undefined;
  return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
}

/** One after the other: where the system makes none (/proc), Node's own way goes on for ever. */
function makeFolder(path: string): void {
  if (kindOf(path) === 'folder') return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run made it in between.
    if (systemCode(error) !== 'EEXIST' || kindOf(path) !== 'folder') throw error;
  }
  syncFolder(above);
}

/** From so many files on, the whole disk is synced at once: one after the other they take two or three milliseconds each. */
const MANY = 100;

function syncFiles(folder: string, names: readonly string[]): void {
  // It is said of a folder since coreutils 8.24; where it cannot be, each file is synced.
  if (names.length >= MANY && process.platform === 'linux' && spawnSync('sync', ['-f', folder]).status === 0) return;
  for (const name of names) {
    const fd = openSync(join(folder, name), 'r+');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  }
}

function syncFolder(folder: string): void {
  // Windows opens no folder, and keeps names without being asked.
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } catch (error) {
    // Disks over a network that cannot say so.
    if (!['EINVAL', 'ENOTSUP', 'EBADF'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    closeSync(fd);
  }
}

/** Disks that know no second name for a file. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

function claim(path: string, text: string): boolean {
  const own = `${path}.${process.pid}`;
  const write = (to: string, flag: string): void => {
    const fd = openSync(to, flag);
    try {
      writeAll(fd, text);
    } finally {
      closeSync(fd);
    }
  };
  write(own, 'w');
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    const code = systemCode(error) ?? '';
    // Gone: another run took it for one that was left behind.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (!NO_LINKS.has(code)) throw error;
  } finally {
    rmSync(own, { force: true });
  }
  try {
    write(path, 'wx');
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function isOver(claimant: string): boolean {
  const [pid = '', host, start] = claimant.split(' ');
  if (host !== (hostname() || '-') || !/^[1-9]\d*$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
  // Its number may be another's by now.
  return startOf(Number(pid)) !== start;
}

/** When a process began, where the system says so: its number is given again, its number and beginning are not. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(join('/proc', String(pid), 'stat'), 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
  } catch {
    return '-';
  }
}
