// How is a folder made for files that follow? With those above it, and so that a run that fails takes away what it made.
import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemCode, systemReason } from './system-error.ts';
import { IoFailure } from './world.ts';

export function makeFolder(path: string): () => void {
  // A link that leads to a folder is one; one that leads nowhere is not made into one.
  const made: string[] = [];
  try {
    for (const folder of missing(resolve(path)).reverse()) {
      mkdirSync(folder);
      made.push(folder);
    }
  } catch (error) {
    takeAway(made);
    throw new IoFailure({
      code: 'output-failed',
      file: path,
      what: `the folder cannot be made: ${systemReason(error)}`,
      fix: 'name a folder, or free the place',
    });
  }
  return () => takeAway(made);
}

/** The folder and those above it that are not there, innermost first. */
function missing(path: string): string[] {
  if (isFolder(path)) return [];
  const above = dirname(path);
  return above === path ? [path] : [path, ...missing(above)];
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** Those that somebody put something into meanwhile stay. */
function takeAway(made: readonly string[]): void {
  for (const folder of [...made].reverse()) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}
