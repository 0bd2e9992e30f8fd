// May these files be read and written together? A ledger named twice would double every figure, and a report written over its
// ledger would destroy it: both are refused before anything is opened.
import type { Diagnostic } from '../core/diagnostic.ts';
import type { World } from '../io/world.ts';

/** What is wrong with the paths of a run: its ledgers, the tables and the ar.toml beside them, and the option and path of each file it writes. */
export function refusedPaths(
  ledgers: readonly string[],
  tables: readonly string[],
  written: readonly { readonly option: string; readonly path: string }[],
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
  written.forEach(({ option, path }, i) => {
    const over = [...ledgers, ...tables].find((read) => same(path, read));
    const other = written.slice(0, i).find((w) => same(path, w.path));
    if (over === undefined && other === undefined) return;
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
