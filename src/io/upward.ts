// Where is a file that is looked for upward? In the working folder, else in the nearest folder above that has one, up to the root of the disk.
import { lstatSync } from 'node:fs';
import { sep } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { systemReason } from './system-error.ts';

/** The path from the working folder; undefined where there is none. Where it cannot be seen whether there is one, that is told. */
export function findUpward(name: string): string | Diagnostic | undefined {
  let path = name;
  for (let left = folders(); left > 0; left--) {
    try {
      // Not what a link leads to: one that leads nowhere is there, and cannot be read.
      if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return path;
    } catch (error) {
      return { code: 'file-unreadable', file: path, what: `whether it is there cannot be seen: ${systemReason(error)}` };
    }
    path = `../${path}`;
  }
  return undefined;
}

/** How many folders there are from the working folder to the root. A folder that was deleted under our feet has none. */
function folders(): number {
  try {
    return process.cwd().split(sep).length;
  } catch {
    return 0;
  }
}
