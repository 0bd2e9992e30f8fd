// May these files be read and written together? A ledger named twice would double every figure, and a report written over its
// ledger would destroy it: both are refused before anything is opened.
import { normalize } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { World } from '../io/world.ts';

/** A path, and the option that names it. */
type OptionPath = { readonly option: string; readonly path: string };

/** The options that name a path, each with it. */
export function byOption(paths: { readonly [option: string]: string | undefined }): OptionPath[] {
  return Object.entries(paths).flatMap(([option, path]) => (path === undefined ? [] : [{ option, path }]));
}

/** What stands there is never replaced, and why: files that are edited once they are written, and copies that may be taken for what they are copies of. */
const NEVER_REPLACED = new Map([
  [
    'write-map',
    { why: 'it may hold settings or edits of yours', fix: 'name a file that is not there, and take from it what you need' },
  ],
  [
    'anonymise',
    { why: 'it may be the only copy of a ledger', fix: 'name a file or a folder that does not hold it, or take it away first' },
  ],
]);

/** What is wrong with the paths of a run: its ledgers, the tables and the ar.toml beside them, and the files it writes. */
export function refusedPaths(
  ledgers: readonly string[],
  tables: readonly OptionPath[],
  written: readonly OptionPath[],
  world: World,
): Diagnostic[] {
  const refused: Diagnostic[] = [];
  const same = (a: string, b: string): boolean => a === b || (a !== '-' && b !== '-' && world.isSameFile(a, b));
  ledgers.forEach((path, i) => {
    const first = ledgers.slice(0, i).find((other) => same(path, other));
    if (first === undefined) return;
    refused.push({
      code: 'usage-ledger-twice',
      file: path,
      what: first === path ? 'this ledger is named twice' : `this is the same file as ${first}`,
      why: 'every posting in it would count twice',
      fix: 'name it once',
    });
  });
  const fromInput = tables.filter(({ path }) => path === '-').map(({ option }) => `--${option}`);
  for (const [i, option] of fromInput.entries()) {
    if (i === 0 && !ledgers.includes('-')) continue;
    refused.push({
      code: 'usage-bad-value',
      value: '-',
      what: `${option}: standard input is ${ledgers.includes('-') ? 'the ledger' : `the table of ${fromInput[0]}`} already`,
      why: 'it can be read once only',
      fix: 'name a file',
    });
  }
  written.forEach(({ option, path }, i) => {
    const over = [...ledgers, ...tables.map((table) => table.path)].find((read) => same(path, read));
    const other = written.slice(0, i).find((w) => same(path, w.path));
    if (over === undefined && other === undefined) {
      const never = NEVER_REPLACED.get(option);
      if (never !== undefined) refused.push(...refusedNew(option, path, never, world));
      return;
    }
    refused.push({
      code: 'usage-overwrites-ledger',
      file: path,
      what:
        over === undefined
          ? `--${option} and --${other?.option} name one file`
          : `--${option} would write over ${ledgers.includes(over) ? 'the ledger' : over}`,
      fix: 'name another file',
    });
  });
  return refused;
}

/** A file whose name we chose, in a folder of the user's, must be none that this run reads or writes under another name. */
export function refusedNames(names: readonly string[], used: readonly string[], world: World): Diagnostic[] {
  return names.flatMap((path): Diagnostic[] => {
    const other = used.find((one) => normalize(one) === normalize(path) || (one !== '-' && world.isSameFile(one, path)));
    if (other === undefined) return [];
    const what = `this would write over ${other}, which the same run reads or writes`;
    return [{ code: 'usage-overwrites-ledger', file: path, what, fix: 'name another folder' }];
  });
}

/** Of a file that must not be there yet. */
function refusedNew(option: string, path: string, said: Pick<Diagnostic, 'why' | 'fix'>, world: World): Diagnostic[] {
  const stands = world.open(path);
  if ('code' in stands && stands.code === 'file-missing') return [];
  return [
    {
      code: 'usage-overwrites-ledger',
      file: path,
      what: `--${option} would write over what stands there`,
      ...said,
    },
  ];
}
