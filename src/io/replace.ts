// How is a file written so that nobody ever sees half of it? Beside its name, then renamed over it in one step; what stood
// there stays until then, and nothing is left when writing fails.
import { closeSync, fsyncSync, openSync, renameSync, statSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeAll } from './out.ts';
import { systemReason } from './system-error.ts';
import { IoFailure, type Replacement } from './world.ts';

export function replaceFile(path: string): Replacement {
  const special = isSpecial(path);
  // A device or a pipe (/dev/stdout, a fifo) cannot be renamed over: it is written to directly.
  const partial = special ? path : join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const fail = (error: unknown): never => {
    throw new IoFailure({
      code: 'output-failed',
      file: path,
      what: `the file cannot be written: ${systemReason(error)}`,
      why: 'nothing was replaced',
      fix: 'name another place with --output',
    });
  };
  let fd: number | undefined;
  try {
    fd = openSync(partial, special ? 'a' : 'w');
  } catch (error) {
    return fail(error);
  }
  // Writing is synchronous: a signal that is listened to waits for the rename instead of cutting the file short.
  const hold = (): void => {};
  for (const signal of SIGNALS) process.on(signal, hold);
  const end = (): void => {
    if (fd !== undefined) closeSync(fd);
    fd = undefined;
    for (const signal of SIGNALS) process.off(signal, hold);
  };
  const abandon = (): void => {
    if (fd === undefined) return;
    end();
    if (!special) unlinkSync(partial);
  };
  return {
    write: (text) => {
      try {
        writeAll(fd as number, text);
      } catch (error) {
        abandon();
        fail(error);
      }
    },
    commit: () => {
      try {
        if (!special) fsyncSync(fd as number);
        end();
        if (!special) renameSync(partial, path);
      } catch (error) {
        abandon();
        fail(error);
      }
    },
    abandon,
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function isSpecial(path: string): boolean {
  try {
    const stat = statSync(path);
    return !stat.isFile() && !stat.isDirectory();
  } catch {
    return false;
  }
}
