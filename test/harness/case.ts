// What does a case folder hold, and what does it expect? `cmd` (shell lines; a first line `# …` is its claim), inputs, and what
// must come of it: `stdout`, `stderr` (absent: nothing printed), `code` (absent: 0), `after/` (files that must then exist).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Case = {
  /** The folder's name: `<area>-<claim>`. */
  readonly name: string;
  readonly folder: string;
  /** The sentence of the first line of `cmd`, or the folder's name where it has none. */
  readonly claim: string;
  /** The lines the shell runs, without the claim. */
  readonly command: string;
};

/** What a run came to: compared whole. Texts are UTF-8; other bytes stand as `withBytes` writes them. */
export type Ending = {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
  /** The files listed in `after/`, by path; undefined where the run left none of that name. */
  readonly after: Readonly<Record<string, string | undefined>>;
};

/** The files of a case folder that are not inputs. */
export const EXPECTATIONS: readonly string[] = ['cmd', 'stdout', 'stderr', 'code', 'after'];

/** Every case under a folder, in order of name. */
export function casesIn(folder: string): Case[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => caseAt(join(folder, name), name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function caseAt(folder: string, name: string): Case {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(name)) throw new Error(`${folder}: a case is named <area>-<claim>, in small letters`);
  const cmd = readFileSync(join(folder, 'cmd'), 'utf8');
  const { claim, command = '' } = /^(?:# *(?<claim>[^\n]*)\n)?(?<command>[\s\S]*)$/.exec(cmd)?.groups ?? {};
  if (command.trim() === '') throw new Error(`${folder}/cmd holds no command`);
  return { name, folder, claim: claim?.trim() || name, command };
}

/** What the case folder says must come of it. */
export function expected({ folder }: Case): Ending {
  const code = textOf(join(folder, 'code'))?.trim() ?? '0';
  if (!/^\d+$/.test(code)) throw new Error(`${folder}/code holds no exit code: ${code}`);
  return {
    stdout: textOf(join(folder, 'stdout')) ?? '',
    stderr: textOf(join(folder, 'stderr')) ?? '',
    code: Number(code),
    after: Object.fromEntries(listedAfter(folder).map((path) => [path, textOf(join(folder, 'after', path))])),
  };
}

/** Rewrites what the case folder expects; of `after/`, the files it lists and the run left. */
export function rewrite({ folder }: Case, ending: Ending): void {
  const put = (path: string, text: string, unless: string): void => {
    if (text === unless) rmSync(path, { force: true });
    else writeFileSync(path, bytesOf(text));
  };
  put(join(folder, 'stdout'), ending.stdout, '');
  put(join(folder, 'stderr'), ending.stderr, '');
  put(join(folder, 'code'), `${ending.code}\n`, '0\n');
  for (const [path, text] of Object.entries(ending.after)) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, 'after', path)), { recursive: true });
    writeFileSync(join(folder, 'after', path), bytesOf(text));
  }
}

/** The paths, from there, of the files under `after/`. */
export function listedAfter(folder: string): string[] {
  const after = join(folder, 'after');
  if (!existsSync(after)) return [];
  return readdirSync(after, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(after.length + 1))
    .sort();
}

export function textOf(path: string): string | undefined {
  return existsSync(path) ? withBytes(readFileSync(path)) : undefined;
}

const NOT_UTF8 = 'not UTF-8, base64: ';

/** Bytes as a text that differs whenever they do: decoded where they are UTF-8, in base64 where they are not. */
export function withBytes(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? text : NOT_UTF8 + bytes.toString('base64');
}

function bytesOf(text: string): Buffer {
  return text.startsWith(NOT_UTF8) ? Buffer.from(text.slice(NOT_UTF8.length), 'base64') : Buffer.from(text);
}
