// Which ar.toml was used, and what became of each of its keys? A row of `ar check` for each file that was read with it.
import type { Understood } from '../report/views/check.ts';
import type { Input } from './command.ts';
import type { Settings } from './settings.ts';

/** None where no ar.toml was used. */
export function configRows({ settings, reading, book }: Input): Understood[] {
  if (settings === undefined) return [];
  const evidence = fatesOf(settings, book.ledger.columns.letter !== undefined);
  return reading.understanding.map(({ file }) => ({ file, fact: 'ar.toml', reading: settings.file, evidence }));
}

/** `letters`: the ledger has a column of letters, which alone hold within a fiscal year. */
function fatesOf({ keys }: Settings, letters: boolean): string {
  const idle = letters ? [] : ['company.fiscal_year_end'];
  const named = (of: (key: Settings['keys'][number]) => boolean): string[] => keys.filter(of).map(({ name }) => name);
  const parts = [
    { what: 'in effect', names: named(({ name, fate }) => fate === 'used' && !idle.includes(name)) },
    { what: 'without effect where no letters are', names: named(({ name, fate }) => fate === 'used' && idle.includes(name)) },
    {
      what: 'overruled',
      names: keys.flatMap(({ name, fate }) => (fate === 'used' || fate === 'unused' ? [] : [`${name} by ${fate}`])),
    },
    { what: 'used by letters and sheets, and by no figure', names: named(({ fate }) => fate === 'unused') },
  ].filter(({ names }) => names.length > 0);
  return parts.length === 0 ? 'it holds no key' : parts.map(({ what, names }) => `${what}: ${names.join(', ')}`).join('; ');
}
