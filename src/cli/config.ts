// Which ar.toml holds for this run? The one --config names, else the nearest upward of the working folder. Where there is none, nothing more is loaded.
import { Diagnostics } from '../core/diagnostic.ts';
import type { World } from '../io/world.ts';
import { type OptionSpecs, Refusal, readPath } from './option.ts';
import type { Settings } from './settings.ts';

const FILE = 'ar.toml';
const NONE = 'none';

/** What --config takes. */
export function readConfigPath(text: string): string | Refusal {
  return text === '-' ? new Refusal('takes a file; standard input is for ledgers') : readPath(text);
}

/** What ar.toml gives to a run: texts for options, by the name of the option, and what else it says. */
export type Given = {
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly settings: Settings | undefined;
  readonly mistakes: Diagnostics;
};

/** `line`: the texts of the command line, by the name of the option. */
export async function givenByConfig(
  line: ReadonlyMap<string, readonly string[]>,
  specs: OptionSpecs,
  world: World,
): Promise<Given> {
  const named = line.get('config')?.at(-1);
  const nothing = { texts: new Map<string, readonly string[]>(), settings: undefined, mistakes: new Diagnostics() };
  // What cannot be a path is told with the other mistakes of the line.
  if (named === NONE || (named !== undefined && readConfigPath(named) instanceof Refusal)) return nothing;
  const path = named ?? world.findUpward(FILE);
  if (path === undefined) return nothing;
  const source = typeof path === 'string' ? world.open(path) : path;
  if (!('chunks' in source)) {
    const fix = 'mend it, name another with --config FILE, or run without: --config none';
    nothing.mistakes.add({ ...source, fix });
    return nothing;
  }
  const { readSettings } = await import('./settings.ts');
  return readSettings(source, line, specs);
}
