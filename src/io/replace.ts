// How is a file written so that nobody ever sees half of it? Beside its name, then renamed over it in one step; what stood
// there stays until then, and nothing is left when writing fails or is interrupted.
import {
  close,
  closeSync,
  existsSync,
  fchmodSync,
  fsync,
  fsyncSync,
  lstatSync,
  open,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { writeAll } from './out.ts';
import { systemCode, systemReason } from './system-error.ts';
import { IoFailure, type Replacement } from './world.ts';

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
type Signal = keyof typeof SIGNALS;

/** Files begun and neither committed nor abandoned: what an interruption takes away again. */
const pending = new Set<() => void>();

/** `links`: whether a link that stands under the name is followed, or replaced itself: where we choose the name, whoever put a link there has no say over what is written. */
export function replaceFile(path: string, links: 'followed' | 'replaced' = 'followed'): Replacement {
  let stood = false;
  const fail = (error: unknown): never => {
    throw new IoFailure({
      code: 'output-failed',
      file: path,
      what: `the file cannot be written: ${systemReason(error)}`,
      why: stood ? 'what stood there is as it was' : undefined,
      fix: systemCode(error) === 'ENOENT' ? 'create the folder, or name another place' : 'free the place, or name another one',
    });
  };
  const follows = links === 'followed';
  const before = lookAt(path, follows, fail);
  if (before?.isDirectory() === true) return fail(Object.assign(new Error('folder'), { code: 'EISDIR' }));
  // A device or a pipe (/dev/stdout, a fifo) cannot be renamed over: it is written to directly.
  const direct = follows && before !== undefined && !before.isFile() && !before.isDirectory();
  // A link that is followed stays a link; what it leads to is replaced.
  const target = direct || !follows ? path : targetOf(path);
  // Short, so that a name as long as the disk allows can still be replaced; numbered, since a run may write two files.
  const partial = direct ? path : join(dirname(target), `.${basename(target).slice(0, 40)}.${process.pid}-${++parts}.part`);
  stood = before !== undefined && !direct;
  let fd: number | undefined;
  const rest = (): void => {
    if (fd !== undefined) closeSync(fd);
    fd = undefined;
  };
  const discard = (): void => {
    rest();
    forget(discard);
    if (!direct) rmSync(partial, { force: true });
  };
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (pending.has(discard) || (!direct && existsSync(partial))) discard();
      fail(error);
    }
  };
  attempt(() => {
    fd = openSync(partial, direct ? 'a' : 'w');
    if (before?.isFile() === true && !direct) fchmodSync(fd, before.mode & 0o7777);
    remember(discard);
  });
  let isKept = direct;
  const keep = async (): Promise<void> => {
    try {
      if (!isKept) await onDisk(partial);
      isKept = true;
    } catch (error) {
      attempt(() => {
        throw error;
      });
    }
  };
  return {
    write: (piece) => attempt(() => writeAll(fd as number, piece)),
    finish: () => attempt(rest),
    keep,
    commit: () =>
      attempt(() => {
        if (!isKept) fsyncSync((fd ??= openSync(partial, 'r+')));
        rest();
        if (!direct) renameSync(partial, target);
        forget(discard);
      }),
    abandon: () => {
      if (pending.has(discard)) discard();
    },
  };
}

/** Beside the run: a disk takes many requests at once far faster than one after the other. */
function onDisk(path: string): Promise<void> {
  return new Promise((done, fail) => {
    open(path, 'r+', (unopened, fd) => {
      if (unopened !== null) return fail(unopened);
      fsync(fd, (unkept) => close(fd, (unclosed) => ((unkept ?? unclosed) ? fail(unkept ?? unclosed) : done())));
    });
  });
}

/** One ear for all files, however many are begun. */
function remember(discard: () => void): void {
  if (pending.size === 0) for (const signal of Object.keys(SIGNALS)) process.on(signal, interrupted);
  pending.add(discard);
}

function forget(discard: () => void): void {
  if (pending.delete(discard) && pending.size === 0) for (const signal of Object.keys(SIGNALS)) process.off(signal, interrupted);
}

/** Runs between two turns of the event loop, never inside a write or the rename: these are synchronous. What waits for the disk meanwhile waits for nothing. */
function interrupted(signal: Signal): void {
  for (const discard of [...pending]) discard();
  process.exit(128 + SIGNALS[signal]);
}

let parts = 0;

/** As many as Linux follows. */
const MOST_LINKS = 40;

/** Where a link leads, also one that leads to a file which does not exist yet. */
export function targetOf(path: string): string {
  let target = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    try {
      target = resolve(dirname(target), readlinkSync(target));
    } catch {
      break;
    }
  }
  return target;
}

/** What stands under the name now; a name that cannot be looked at for another reason than its absence cannot be written either. */
function lookAt(path: string, follows: boolean, fail: (error: unknown) => never): Stats | undefined {
  try {
    return follows ? statSync(path) : lstatSync(path);
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? undefined : fail(error);
  }
}
