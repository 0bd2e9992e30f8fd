// Where do the anonymised copies of ledgers go? One into the file that was named, others into a folder, under names that tell nobody's: what the name of a FEC says, the
// firm and the day on which its year closes, is said by a number of no firm and that day.

import { isoDay } from '../core/day.ts';
import type { Diagnostics } from '../core/diagnostic.ts';
import type { World } from '../io/world.ts';
import { fecName } from '../read/entries/fec-name.ts';

/** A path for each ledger, in their order; none where copies cannot be written there, which is told. */
export function copyPaths(out: string, ledgers: readonly string[], world: World, diagnostics: Diagnostics): string[] {
  const stands = world.open(out);
  const isFolder = 'code' in stands && stands.code === 'file-is-folder';
  if (!isFolder && ledgers.length === 1) return [out];
  if (!isFolder) {
    diagnostics.add({
      code: 'usage-bad-value',
      value: out,
      what: `--anonymise: ${ledgers.length} ledgers have ${ledgers.length} copies, and this is no folder`,
      fix: 'name a folder that is there',
    });
    return [];
  }
  const names = namesOfCopies(ledgers);
  return names.map((name) => (/[/\\]$/.test(out) ? `${out}${name}` : `${out}/${name}`));
}

/** Firms are numbered in the order of their files; no number is one of theirs. */
function namesOfCopies(ledgers: readonly string[]): string[] {
  const told = ledgers.map((path) => fecName(path));
  const firms = [...new Set(told.flatMap((one) => one?.siren ?? []))];
  const used = new Set<string>();
  let next = 0;
  const numbers = new Map(
    firms.map((firm) => {
      do next++;
      while (firms.includes(siren(next)));
      return [firm, siren(next)] as const;
    }),
  );
  return ledgers.map((path, i) => {
    const fec = told[i];
    const year = fec && `${numbers.get(fec.siren)}FEC${isoDay(fec.closing).replaceAll('-', '')}`;
    const begins = year ?? `ledger-${i + 1}`;
    const ends = year === undefined ? (/\.(?:csv|txt|tsv)(?=\.gz$|$)/i.exec(path)?.[0].toLowerCase() ?? '.csv') : '.txt';
    let name = `${begins}${ends}`;
    // Parts of one year.
    for (let part = 2; used.has(name); part++) name = `${begins}-${part}${ends}`;
    used.add(name);
    return name;
  });
}

function siren(number: number): string {
  return String(number).padStart(9, '0');
}
