// What is a disk without a disk? Names and contents, and of both what would still be there when the power fails; each step that changes something can be made to fail.
import type { Disk } from '../../src/io/disk.ts';

/** Texts of one character a byte: letters may be no text. */
type Inode = { content: string; durable: string };

/** What happens at a step: nothing more ever (the process is killed, the power fails), or an error and the process goes on. */
export type Fault = { readonly at: number; readonly kind: 'killed' | 'power' | 'ENOSPC' | 'EROFS' | 'EIO' };

export type MemoryDisk = Disk & {
  /** What can be read, by path. */
  readonly files: () => ReadonlyMap<string, string>;
  /** Steps that changed something so far. */
  readonly steps: () => number;
  /** The same disk under another process, after a fault; `fault`: where that one meets its own. */
  readonly next: (fault?: Fault) => MemoryDisk;
};

type Held = { names: Map<string, Inode>; durable: Map<string, Inode>; folders: Set<string> };

let processes = 0;

export function memoryDisk(fault?: Fault, held: Held = { names: new Map(), durable: new Map(), folders: new Set() }): MemoryDisk {
  const self = String(++processes);
  let steps = 0;
  let isOver = false;
  const count = (): void => {
    if (isOver) throw failure('EIO');
    if (++steps !== fault?.at) return;
    isOver = fault.kind === 'killed' || fault.kind === 'power';
    throw failure(isOver ? 'EIO' : fault.kind);
  };
  const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return {
    whole: (path) => path,
    kindOf: (path) => (held.names.has(path) ? 'file' : held.folders.has(path) || path === '.' ? 'folder' : undefined),
    read: (path) => {
      const inode = held.names.get(path);
      if (inode === undefined) throw failure('ENOENT');
      return new Uint8Array(Buffer.from(inode.content, 'latin1'));
    },
    list: (folder) =>
      [...held.names.keys()].filter((path) => inFolder(path, folder)).map((path) => path.slice(path.lastIndexOf('/') + 1)),
    makeFolder: (path) => {
      count();
      held.folders.add(path);
    },
    create: (path) => {
      count();
      const inode: Inode = { content: '', durable: '' };
      held.names.set(path, inode);
      return {
        write: (piece) => {
          count();
          inode.content += Buffer.from(piece as string).toString('latin1');
        },
        sync: () => {
          count();
          inode.durable = inode.content;
        },
        close: () => undefined,
      };
    },
    syncFiles: (folder, names) => {
      for (const name of names) {
        count();
        const inode = held.names.get(clean(folder) === '' ? name : `${folder}/${name}`) as Inode;
        inode.durable = inode.content;
      }
    },
    rename: (from, to) => {
      count();
      held.names.set(to, held.names.get(from) as Inode);
      held.names.delete(from);
    },
    remove: (path) => {
      count();
      if (!held.names.delete(path)) throw failure('ENOENT');
    },
    syncFolder: (folder) => {
      count();
      const own = (names: Map<string, Inode>): [string, Inode][] =>
        [...names].filter(([path]) => folderOf(path) === clean(folder));
      for (const [path] of own(held.durable)) held.durable.delete(path);
      for (const [path, inode] of own(held.names)) held.durable.set(path, inode);
    },
    claim: (path, text) => {
      if (held.names.has(path)) return false;
      count();
      held.names.set(path, { content: Buffer.from(text).toString('latin1'), durable: '' });
      return true;
    },
    self,
    isOver: (claimant) => claimant !== self,
    pause: () => undefined,
    files: () => new Map([...held.names].map(([path, { content }]) => [path, Buffer.from(content, 'latin1').toString()])),
    steps: () => steps,
    next: (later) => {
      if (fault?.kind === 'power') {
        held.names = new Map([...held.durable].map(([path, { durable }]) => [path, { content: durable, durable }]));
        held.durable = new Map(held.names);
      }
      return memoryDisk(later, held);
    },
  };
}

function clean(folder: string): string {
  return folder === '.' ? '' : folder;
}

function inFolder(path: string, folder: string): boolean {
  return path.slice(0, Math.max(0, path.lastIndexOf('/'))) === clean(folder);
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
