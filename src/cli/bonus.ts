// Is there a bonus to reckon for `ar dso --bonus`? What [bonus] of ar.toml says, and in which currencies.
import type { Currency } from '../core/currency.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { listedNames } from '../core/plural.ts';
import type { BonusPolicy } from '../policy/bonus.ts';
import type { Input } from './command.ts';
import type { Settings } from './settings.ts';

/** A bonus is agreed: none is made of figures of ours. */
export function bonusMistakes(given: { readonly bonus: boolean; readonly settings?: Settings | undefined }): Diagnostic[] {
  if (!given.bonus || given.settings?.bonus !== undefined) return [];
  return [
    {
      code: 'usage-bad-value',
      what: '--bonus: no [bonus] of an ar.toml says what is paid for which figures',
      fix: 'write [bonus] with target = { EUR = "2000" }, and a table of each measure, as [bonus.cei] with weight, floor and goal',
    },
  ];
}

/** False where the target is in no currency of the report: told, since a bonus of nothing would look as if nothing had been reached. */
export function isPaidIn({ target }: BonusPolicy, currencies: readonly Currency[], { diagnostics }: Input): boolean {
  const said = [...target.keys()];
  if (said.some((currency) => currencies.includes(currency))) return true;
  diagnostics.add({
    code: 'usage-bad-value',
    what: `--bonus: the target of [bonus] is in ${listedNames(said)}, and the report in ${listedNames(currencies)}`,
    fix: 'name a target in a currency of the report, or convert it: --in EUR --rates FILE',
  });
  return false;
}
