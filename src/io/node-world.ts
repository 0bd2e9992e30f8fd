// The world as Node gives it. The clock is read here and nowhere else.
import { dayOf } from '../core/day.ts';
import { makeFolder } from './folder.ts';
import { openOut } from './out.ts';
import { replaceFile } from './replace.ts';
import { isSameFile, openSource } from './source.ts';
import { findUpward } from './upward.ts';
import type { World } from './world.ts';

export function nodeWorld(): World {
  return {
    env: process.env,
    today: () => {
      const now = new Date();
      return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
    },
    elapsed: () => performance.now(),
    stdout: openOut(1),
    stderr: openOut(2),
    open: openSource,
    findUpward,
    isSameFile,
    replace: replaceFile,
    makeFolder,
    // Loaded where something is applied.
    disk: async () => (await import('./disk.ts')).nodeDisk(),
  };
}
