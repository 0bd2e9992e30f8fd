// How is a file written so that nobody ever sees half of it? Beside its name, then renamed over it in one step; what stood
// there stays until then, and nothing is left when writing fails or is interrupted.
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readlinkSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { writeAll } from './out.ts';
import { systemCode, systemReason } from './system-error.ts';
import { IoFailure, type Replacement } from './world.ts';

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
type Signal = keyof typeof SIGNALS;

export function replaceFile(path: string): Replacement {
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
  const before = lookAt(path, fail);
  if (before?.isDirectory() === true) return fail(Object.assign(new Error('folder'), { code: 'EISDIR' }));
  // A device or a pipe (/dev/stdout, a fifo) cannot be renamed over: it is written to directly.
  const direct = before !== undefined && !before.isFile() && !before.isDirectory();
  // A link stays a link; what it leads to is replaced.
  const target = direct ? path : targetOf(path);
  // Short, so that a name as long as the disk allows can still be replaced; numbered, since a run may write two files.
  const partial = direct ? path : join(dirname(target), `.${basename(target).slice(0, 40)}.${process.pid}-${++parts}.part`);
  stood = before !== undefined && !direct;
  let fd: number | undefined;
  const close = (): void => {
    if (fd !== undefined) closeSync(fd);
    fd = undefined;
    for (const signal of Object.keys(SIGNALS)) process.off(signal, interrupted);
  };
  const discard = (): void => {
    close();
    if (!direct) unlinkSync(partial);
  };
  // Runs between two turns of the event loop, never inside a write or the rename: these are synchronous.
  const interrupted = (signal: Signal): void => {
    discard();
    process.exit(128 + SIGNALS[signal]);
  };
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (fd !== undefined || (!direct && existsSync(partial))) discard();
      fail(error);
    }
  };
  attempt(() => {
    fd = openSync(partial, direct ? 'a' : 'w');
    if (before !== undefined && !direct) fchmodSync(fd, before.mode & 0o7777);
    for (const signal of Object.keys(SIGNALS)) process.on(signal, interrupted);
  });
  return {
    write: (piece) => attempt(() => writeAll(fd as number, piece)),
    commit: () =>
      attempt(() => {
        if (!direct) fsyncSync(fd as number);
        close();
        if (!direct) renameSync(partial, target);
      }),
    abandon: () => {
      if (fd !== undefined) discard();
    },
  };
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
function lookAt(path: string, fail: (error: unknown) => never): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? undefined : fail(error);
  }
}
