// What does `ar` do on a world made of values? The real `main`, in this process: files are texts, the clock is a number, and
// what it prints and writes is handed back.
import { main } from '../../src/cli/main.ts';
import type { Parts } from '../../src/cli/run.ts';
import { type Day, parseIsoDay } from '../../src/index.ts';
import type { World } from '../../src/io/world.ts';
import { memoryDisk } from './memory-disk.ts';

export type Ran = {
  readonly code: Awaited<ReturnType<typeof main>>;
  readonly stdout: string;
  readonly stderr: string;
  /** The files that were written and committed, by name. */
  readonly files: ReadonlyMap<string, string>;
  /** The same as bytes. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
};

/** A folder that is there, and empty. */
export const FOLDER = 'folder';

/** Runs `ar` on files given as texts, or as bytes; plans are applied to `disk`, and what lies there is read as well. */
export async function ar(
  args: readonly string[],
  ledgers: Readonly<Record<string, string | Uint8Array>>,
  parts: Parts = {},
  disk = memoryDisk(),
): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const files = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  const world: World = {
    env: {},
    today: () => parseIsoDay('2024-06-30') as Day,
    elapsed: () => 0,
    stdout: { isTerminal: false, columns: undefined, write: (piece) => void (stdout += textOf(piece)) },
    stderr: { isTerminal: false, columns: undefined, write: (piece) => void (stderr += textOf(piece)) },
    open: (path) => {
      if (path === FOLDER) return { code: 'file-is-folder', file: path, what: 'this is a folder' };
      const text = ledgers[path] ?? disk.files().get(path);
      if (text === undefined) return { code: 'file-missing', file: path, what: 'there is no such file' };
      const given = typeof text === 'string' ? new TextEncoder().encode(text) : text;
      return { name: path, again: path !== '-', chunks: () => [given] };
    },
    findUpward: (name) => (name in ledgers ? name : undefined),
    isSameFile: (a, b) => a === b,
    replace: (path) => {
      const held: Buffer[] = [];
      return {
        write: (piece) => void held.push(Buffer.from(piece as string)),
        finish: () => undefined,
        keep: async () => undefined,
        commit: () => {
          bytes.set(path, Buffer.concat(held));
          files.set(path, Buffer.concat(held).toString());
        },
        abandon: () => undefined,
      };
    },
    makeFolder: () => () => undefined,
    disk: async () => disk,
  };
  const code = await main(args, '0.0.0', world, parts);
  return { code, stdout, stderr, files, bytes };
}

/** Pieces of bytes hold whole rows, so none ends inside of a character. */
function textOf(piece: string | Uint8Array): string {
  return typeof piece === 'string' ? piece : Buffer.from(piece).toString();
}
