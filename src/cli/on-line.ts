// Was an option said on the command line, and not by ar.toml? What a file says is for the commands it means something to.
import type { OptionSpec } from './option.ts';
import type { Values } from './run.ts';

export function isOnLine(
  { texts, settings }: Pick<Values, 'texts' | 'settings'>,
  { name }: Pick<OptionSpec<unknown>, 'name'>,
): boolean {
  return (texts.get(name)?.length ?? 0) > 0 && settings?.saidOf(name) === undefined;
}
