// A firm of many late customers on a real disk, whose runs are killed: the built program in a process of its own, ended by a signal that nothing can catch.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPANY, HEAD } from './letters.ts';

const root = join(import.meta.dirname, '../..');

export type KilledFirm = {
  /** What `ar` is asked. */
  readonly args: readonly string[];
  /** Runs `ar dun --write`, and kills it so many milliseconds after it began, or after its journal stands. Gives its exit code, or the signal. */
  readonly run: (killAfter?: number, since?: 'begun' | 'journal') => Promise<number | string>;
  /** All files, by path: letters, history, and whatever else lies there. */
  readonly files: () => Map<string, string>;
  /** Letters the history tells, by name. */
  readonly recorded: () => Set<string>;
  readonly empty: () => void;
  readonly remove: () => void;
};

export function killedFirm(letters: number): KilledFirm {
  const folder = mkdtempSync(join(tmpdir(), 'ar-kills-'));
  const rows = Array.from(
    { length: letters },
    (_, i) => `C${i},Customer ${i},invoice,F${i},,2024-04-01,2024-06-${String(1 + (i % 20)).padStart(2, '0')},${i + 1}.00,EUR`,
  );
  writeFileSync(join(folder, 'l.csv'), [HEAD, ...rows, ''].join('\n'));
  writeFileSync(join(folder, 'ar.toml'), COMPANY);
  const work = join(folder, 'work');
  mkdirSync(work);
  const at = (name: string): string => join(folder, name);
  const args = [
    ...['dun', at('l.csv'), '--config', at('ar.toml'), '--as-of', '2024-06-30', '--law', 'fr', '--quiet'],
    ...['--write', at('work/out'), '--history', at('work/h.csv')],
  ];
  return {
    args,
    run: (killAfter, since = 'begun') =>
      new Promise((done) => {
        const child = spawn(process.execPath, [join(root, 'bin/ar.js'), ...args], { stdio: 'ignore' });
        let isOver = false;
        const kill = (): void => {
          if (!isOver) child.kill('SIGKILL');
        };
        // It stands for some hundredths of a second, which a timer of milliseconds would miss.
        const watch = (): void => {
          if (existsSync(join(work, 'h.csv.journal'))) setTimeout(kill, killAfter);
          else if (!isOver) setImmediate(watch);
        };
        if (since === 'journal') watch();
        else if (killAfter !== undefined) setTimeout(kill, killAfter);
        child.on('exit', (code, signal) => {
          isOver = true;
          done(code ?? signal ?? 'nothing');
        });
      }),
    files: () =>
      new Map(
        readdirSync(work, { recursive: true, withFileTypes: true }).flatMap((entry) => {
          const path = join(entry.parentPath, entry.name);
          return entry.isFile() ? [[path.slice(work.length + 1), readFileSync(path, 'utf8')] as const] : [];
        }),
      ),
    recorded: () => {
      try {
        const lines = readFileSync(join(work, 'h.csv'), 'utf8').trimEnd().split('\n').slice(1);
        return new Set(lines.map((line) => line.split(',')[7] as string));
      } catch {
        return new Set();
      }
    },
    empty: () => {
      rmSync(work, { recursive: true });
      mkdirSync(work);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** How many of the files beside letters and history the kill left, as what it tells of the moment: none, parts, a journal. */
export function momentOf(
  files: ReadonlyMap<string, string>,
): 'nothing begun' | 'before the journal' | 'after the journal' | 'done' {
  const names = [...files.keys()];
  if (names.includes('h.csv.journal')) return 'after the journal';
  if (names.some((name) => name.endsWith('.part') || name === 'h.csv.next')) return 'before the journal';
  return names.includes('h.csv') ? 'done' : 'nothing begun';
}

/** Fractions of 1 that look random, and are the same each time. */
export function* moments(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}
