// What stands before the ledgers? Some commands are about one thing, and its name comes first; where a file stands in its place, that is said.
import type { Diagnostic } from '../core/diagnostic.ts';
import type { World } from '../io/world.ts';
import type { Command } from './command.ts';

/** What a line names beside its options. `argument` is undefined where the command takes none. */
export type Named = { readonly argument: string | undefined; readonly ledgers: readonly string[] };

/** The names of a line by what they are for, or what is wrong with them. */
export function namedOn(command: Command, positionals: readonly string[], world: World): Named | Diagnostic {
  const { argument, name } = command;
  if (argument === undefined) return ledgersOf(name, undefined, positionals);
  const [first, ...ledgers] = positionals;
  const isFile = (path: string | undefined): boolean => path !== undefined && path !== '' && 'chunks' in world.open(path);
  const missing = first === undefined || first === '';
  if (missing || (isFile(first) && !isFile(ledgers[0]))) {
    const example = missing
      ? `ar ${name} ${argument.name} ${ledgers[0] ?? 'ledger.csv'}`
      : `ar ${name} ${ledgers[0] ?? argument.name} ${first}`;
    return {
      code: 'usage-argument-missing',
      value: missing ? undefined : first,
      what:
        first === undefined
          ? `ar ${name} needs ${argument.name} and a ledger`
          : `${argument.name} goes first, and this is ${{ '': 'an empty text', '-': 'standard input' }[first] ?? 'a file'}`,
      why: `${argument.name} is ${argument.about}`,
      fix: `write ${example}`,
    };
  }
  return ledgersOf(name, first, ledgers);
}

function ledgersOf(command: string, argument: string | undefined, ledgers: readonly string[]): Named | Diagnostic {
  const empty = ledgers.includes('');
  if (ledgers.length > 0 && !empty) return { argument, ledgers };
  const before = argument === undefined ? '' : ` ${argument}`;
  return {
    code: 'usage-no-ledger',
    what: empty ? 'the path of a ledger is empty' : `ar ${command} needs a ledger`,
    fix: `name a file, or - for standard input: ar ${command}${before} ledger.csv`,
  };
}
