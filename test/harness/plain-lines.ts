// Does a case need a shell? Lines of `ar` and `echo` in plain words, joined by `&&`, `;` or the end of a line, mean the same
// without one; whatever else stands in a case is the shell's.

import { main } from '../../src/cli/main.ts';
import { dayOf } from '../../src/core/day.ts';
import { nodeWorld } from '../../src/io/node-world.ts';
import type { Out } from '../../src/io/world.ts';
import { type Ending, withBytes } from './case.ts';

/** One command of a case, and when it is run: `always`, or only `after` the one before it ended with 0. */
export type PlainLine = { readonly words: readonly string[]; readonly run: 'always' | 'after' };

/** A word: stretches in quotes of one kind, and letters that no shell reads anything into. */
const WORD = /(?:'[^']*'|"(?:[^"$`\\!]|\$\?)*"|[\p{L}\p{N}_\-./=,:%+@])+/u;
const BETWEEN = /[ \t]*(&&|;|\n)?[ \t\n]*/u;

/** The commands of a case in their order, or undefined where a shell is needed to read them. `$?` stands in a word as it is. */
export function plainLines(command: string): PlainLine[] | undefined {
  const lines: PlainLine[] = [];
  let words: string[] = [];
  let run: PlainLine['run'] = 'always';
  for (let rest = command.trim(); rest !== ''; ) {
    const word = new RegExp(`^${WORD.source}`, 'u').exec(rest)?.[0];
    if (word === undefined) return undefined;
    words.push(unquoted(word));
    rest = rest.slice(word.length);
    const between = new RegExp(`^${BETWEEN.source}`, 'u').exec(rest) as RegExpExecArray;
    if (between[0] === '' && rest !== '') return undefined;
    rest = rest.slice(between[0].length);
    if (between[1] === undefined && rest !== '') continue;
    if (!isPlain(words)) return undefined;
    lines.push({ words, run });
    words = [];
    run = between[1] === '&&' ? 'after' : 'always';
  }
  return lines;
}

/** Standard input is the shell's affair; the version is told before there is a `main`. */
function isPlain([name, ...rest]: readonly string[]): boolean {
  if (name === 'echo') return !rest.some((word) => word.startsWith('-'));
  return name === 'ar' && !rest.includes('-') && rest[0] !== '--version' && rest[0] !== '-V';
}

let turn: Promise<unknown> = Promise.resolve();

/** Does `work` in a folder; one at a time, because the working folder belongs to the process. */
export function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const done = turn.then(async () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      return await work();
    } finally {
      process.chdir(before);
    }
  });
  turn = done.catch(() => undefined);
  return done;
}

/** Runs the commands in the working folder, with nothing of the environment but `env`. */
export async function printedBy(
  lines: readonly PlainLine[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly stdout: Buffer; readonly stderr: Buffer; readonly code: number }> {
  const printed: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
  const out = (pieces: Buffer[]): Out => ({
    isTerminal: false,
    columns: undefined,
    // A copy: the room a piece lies in may be used again.
    write: (piece) => void pieces.push(typeof piece === 'string' ? Buffer.from(piece) : Buffer.copyBytesFrom(piece)),
  });
  const today = new Date();
  const world = {
    ...nodeWorld(),
    env,
    today: () => dayOf(today.getUTCFullYear(), today.getUTCMonth() + 1, today.getUTCDate()),
    stdout: out(printed.stdout),
    stderr: out(printed.stderr),
  };
  let code = 0;
  for (const { words, run } of lines) {
    if (run === 'after' && code !== 0) continue;
    const [name, ...rest] = words.map((word) => word.replaceAll('$?', String(code)));
    if (name === 'echo') world.stdout.write(`${rest.join(' ')}\n`);
    code = name === 'echo' ? 0 : await main(rest, '0.0.0', world);
  }
  return { stdout: Buffer.concat(printed.stdout), stderr: Buffer.concat(printed.stderr), code };
}

/** The same as texts. */
export async function plainRun(lines: readonly PlainLine[], env: NodeJS.ProcessEnv): Promise<Omit<Ending, 'after'>> {
  const { stdout, stderr, code } = await printedBy(lines, env);
  return { stdout: withBytes(stdout), stderr: withBytes(stderr), code };
}

function unquoted(word: string): string {
  return word.replace(/'([^']*)'|"([^"]*)"/gu, (_, single?: string, double?: string) => single ?? double ?? '');
}
