// What comes of a case when it is run in a copy of its folder, in an environment of which nothing is inherited but the PATH?
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Case, type Ending, EXPECTATIONS, listedAfter, textOf, withBytes } from './case.ts';
import { inFolder, type PlainLine, plainRun } from './plain-lines.ts';
import { canBeServed, SERVED, type Serving } from './served.ts';

/** A case takes a fraction of a second; one that waits for ever is stopped, and says so. */
const LONGEST_MS = 25_000;

/** `ar` in a case is the built program of this tree, under the Node that runs the tests. */
const PRELUDE = 'ar() { "$NODE" "$ROOT/bin/ar.js" "$@"; }\n';

/** The `ar.toml` in the folders above one: the program would find it there, and it would have a say. */
export function configAbove(folder: string): string | undefined {
  const above = dirname(folder);
  if (above === folder) return undefined;
  return existsSync(join(above, 'ar.toml')) ? join(above, 'ar.toml') : configAbove(above);
}

/** How the commands of a case are run in a folder. */
type Runner = (folder: string, env: NodeJS.ProcessEnv) => Promise<Omit<Ending, 'after'>>;

/** Runs a case under bash, on the built program of `root`; what may be served is asked of `serving`. */
export function run(one: Case, root: string, serving?: Serving): Promise<Ending> {
  const port = serving === undefined || !canBeServed(one.command) ? undefined : String(serving.port);
  const more = { NODE: process.execPath, ROOT: root, ...(port === undefined ? {} : { AR_PORT: port }) };
  const prelude = port === undefined ? PRELUDE : SERVED;
  return inCopy(one, root, (folder, env) => bash(prelude + one.command, folder, { ...env, ...more }));
}

/**
 * Runs a case that needs no shell in this process, on `main` as it stands in src/: the start of a shell and of Node is most of
 * what a case takes. One at a time: the working folder belongs to the process.
 */
export function runHere(one: Case, lines: readonly PlainLine[], root: string): Promise<Ending> {
  return inCopy(one, root, (folder, env) => inFolder(folder, () => plainRun(lines, env)));
}

async function inCopy(one: Case, root: string, runner: Runner): Promise<Ending> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ar-case-')));
  try {
    const stray = configAbove(folder);
    if (stray !== undefined) throw new Error(`${stray} would have a say in every case: move it away, or set TMPDIR`);
    cpSync(one.folder, folder, {
      recursive: true,
      filter: (path) => !(dirname(path) === one.folder && EXPECTATIONS.includes(basename(path))),
    });
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
    const ending = await runner(folder, env);
    for (const place of [folder, root]) {
      // Such an expectation would hold on one machine only. In the case, copy the file: cp "$ROOT/fixtures/ledger.csv" .
      if ((ending.stdout + ending.stderr).includes(place))
        throw new Error(`${one.name} prints the path of this machine ${place}`);
    }
    return { ...ending, after: Object.fromEntries(listedAfter(one.folder).map((path) => [path, textOf(join(folder, path))])) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bash(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Omit<Ending, 'after'>> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that a case that hangs is stopped with all it started.
    const shell = spawn('bash', ['--noprofile', '--norc', '-c', script], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const printed: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
    shell.stdout.on('data', (chunk: Buffer) => printed.stdout.push(chunk));
    shell.stderr.on('data', (chunk: Buffer) => printed.stderr.push(chunk));
    const timer = setTimeout(() => {
      if (shell.pid !== undefined) process.kill(-shell.pid, 'SIGKILL');
      reject(new Error(`not over after ${LONGEST_MS / 1000} seconds:\n${script}`));
    }, LONGEST_MS);
    shell.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    shell.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === null) reject(new Error(`the shell was ended by ${signal}`));
      else resolve({ stdout: withBytes(Buffer.concat(printed.stdout)), stderr: withBytes(Buffer.concat(printed.stderr)), code });
    });
  });
}

/** Does `work` for every entry, two at a time, and gives the results in the order of the entries. */
export async function twoAtATime<T, R>(entries: readonly T[], work: (entry: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const left = entries.entries();
  const worker = async (): Promise<void> => {
    for (const [index, entry] of left) results[index] = await work(entry);
  };
  await Promise.all([worker(), worker()]);
  return results;
}
