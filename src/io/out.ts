// Where does output go? Straight to the file descriptor, all of it before returning; a reader who left is not an error.
import { fstatSync, type Stats, statSync, writeSync } from 'node:fs';
import { pause } from './pause.ts';
import { systemCode, systemReason } from './system-error.ts';
import { IoFailure, type Out, PipeClosed } from './world.ts';

/** Writes every byte, waiting for a pipe that is full. */
export function writeAll(fd: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      if (systemCode(error) !== 'EAGAIN') throw error;
      pause(2);
    }
  }
}

/** As `os.devNull` says; to load that module takes half a millisecond of every run. */
const devNull = process.platform === 'win32' ? '\\\\.\\nul' : '/dev/null';

/** Node's streams take time to make, and most output goes to a file, a pipe or nowhere: only a device can be a terminal. */
function mayBeTerminal(fd: number): boolean {
  const of = (look: () => Stats): Stats | undefined => {
    try {
      return look();
    } catch {
      return undefined;
    }
  };
  const stat = of(() => fstatSync(fd));
  return stat?.isCharacterDevice() === true && stat.rdev !== of(() => statSync(devNull))?.rdev;
}

export function openOut(fd: 1 | 2): Out {
  const isTerminal = mayBeTerminal(fd) && (fd === 1 ? process.stdout : process.stderr).isTTY === true;
  return {
    isTerminal,
    columns: isTerminal ? (fd === 1 ? process.stdout : process.stderr).columns : undefined,
    write: (piece) => {
      try {
        writeAll(fd, piece);
      } catch (error) {
        // Nobody reads our messages: that is no reason to stop. A report nobody reads is.
        if (fd === 2) return;
        if (systemCode(error) === 'EPIPE') throw new PipeClosed();
        throw unwritable(error);
      }
    },
  };
}

function unwritable(error: unknown): IoFailure {
  return new IoFailure({
    code: 'output-failed',
    what: `standard output cannot be written: ${systemReason(error)}`,
    why: 'what was written before is not the whole report',
    fix: 'free the disk, or name another place with --output',
  });
}
