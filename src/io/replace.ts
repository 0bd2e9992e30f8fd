// How is a file written so that nobody ever sees half of it? Beside its name, then renamed over it in one step; what stood
// there stays until then, and nothing is left when writing fails or is interrupted.
import { closeSync, fchmodSync, fsyncSync, openSync, realpathSync, renameSync, type Stats, statSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeAll } from './out.ts';
import { systemCode, systemReason } from './system-error.ts';
import { IoFailure, type Replacement } from './world.ts';

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
type Signal = keyof typeof SIGNALS;

export function replaceFile(path: string): Replacement {
  const before = statOf(path);
  // A device or a pipe (/dev/stdout, a fifo) cannot be renamed over: it is written to directly.
  const direct = before !== undefined && !before.isFile() && !before.isDirectory();
  // A link stays a link; what it leads to is replaced.
  const target = before === undefined || direct ? path : realpathSync(path);
  const partial = direct ? path : join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const fail = (error: unknown): never => {
    throw new IoFailure({
      code: 'output-failed',
      file: path,
      what: `the file cannot be written: ${systemReason(error)}`,
      why: direct || before === undefined ? undefined : 'what stood there is as it was',
      fix: systemCode(error) === 'ENOENT' ? 'create the folder, or name another place' : 'free the place, or name another one',
    });
  };
  if (before?.isDirectory() === true) return fail(Object.assign(new Error('folder'), { code: 'EISDIR' }));
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
      if (statOf(partial) !== undefined) discard();
      fail(error);
    }
  };
  attempt(() => {
    fd = openSync(partial, direct ? 'a' : 'w');
    if (before !== undefined && !direct) fchmodSync(fd, before.mode & 0o7777);
    for (const signal of Object.keys(SIGNALS)) process.on(signal, interrupted);
  });
  return {
    write: (text) => attempt(() => writeAll(fd as number, text)),
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

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
