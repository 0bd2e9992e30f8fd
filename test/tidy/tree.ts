// Which files does the project consist of? Those git tracks and those it would: untracked and not ignored.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from './scan.ts';

/** Every file of the project with its text; a file that is not text (it holds a NUL) stands with an empty one. */
export function tree(root: string): Source[] {
  return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text: text.includes('\0') ? '' : text };
    });
}
