// Where do the bytes of a ledger come from? A file or standard input, in pieces, never whole.
import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Source } from '../read/source.ts';
import { isGzip, unpacked, unpackedWherePacked } from './packed.ts';
import { pause } from './pause.ts';
import { systemCode, systemReason } from './system-error.ts';
import { IoFailure } from './world.ts';

const PIECE = 1 << 16;
const STDIN = 0;

/** Opens a path to see that it can be read; the bytes are read when a reader asks for them. */
export function openSource(path: string): Source | Diagnostic {
  if (path === '-') return { name: '-', chunks: (room) => unpackedWherePacked((own) => pieces(STDIN, '-', own), '-', room) };
  try {
    // A pipe may be opened once only, so the file is looked at without opening it.
    accessSync(path, constants.R_OK);
    const stat = statSync(path);
    if (stat.isFile()) {
      return isPacked(path)
        ? { name: path, again: true, chunks: () => unpacked(opened(path, undefined), path) }
        : { name: path, size: stat.size, again: true, chunks: (room) => opened(path, room) };
    }
    if (stat.isDirectory()) {
      return { code: 'file-is-folder', file: path, what: 'this is a folder', fix: 'name the files in it, as in FOLDER/*.csv' };
    }
  } catch (error) {
    const missing = systemCode(error) === 'ENOENT';
    return {
      code: missing ? 'file-missing' : 'file-unreadable',
      file: path,
      what: missing ? 'there is no such file' : `the file cannot be read: ${systemReason(error)}`,
      fix:
        missing || systemCode(error) === 'ENOTDIR'
          ? 'check the path; a relative one starts from the working folder'
          : 'check who may read it',
    };
  }
  return { name: path, chunks: (room) => unpackedWherePacked((own) => opened(path, own), path, room) };
}

/** Whatever it is called: the first bytes tell. */
function isPacked(path: string): boolean {
  const fd = openSync(path, 'r');
  try {
    const head = Buffer.alloc(2);
    readSync(fd, head, 0, 2, 0);
    return isGzip(head);
  } finally {
    closeSync(fd);
  }
}

export function isSameFile(a: string, b: string): boolean {
  try {
    const [x, y] = [statSync(a), statSync(b)];
    return x.dev === y.dev && x.ino === y.ino;
  } catch {
    return false;
  }
}

function* opened(path: string, room: Room): Iterable<Uint8Array> {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    yield* pieces(fd, path, room);
  } finally {
    closeSync(fd);
  }
}

type Room = (() => Uint8Array) | undefined;

/** Without `room`, each piece is a buffer of its own: a reader may keep the end of one while it reads the next. */
function* pieces(fd: number, name: string, room: Room): Iterable<Uint8Array> {
  for (;;) {
    const buffer = room?.() ?? Buffer.allocUnsafe(PIECE);
    let read: number;
    try {
      read = readSync(fd, buffer, 0, buffer.length, null);
    } catch (error) {
      const code = systemCode(error);
      if (code === 'EOF') return;
      // A terminal or pipe set to non-blocking by its other end has nothing for us yet.
      if (code !== 'EAGAIN') throw unreadable(name, error);
      pause(5);
      continue;
    }
    if (read === 0) return;
    yield buffer.subarray(0, read);
  }
}

function unreadable(file: string, error: unknown): IoFailure {
  return new IoFailure({
    code: 'file-unreadable',
    file,
    what: `reading failed: ${systemReason(error)}`,
    fix: 'check the file and its disk',
  });
}
