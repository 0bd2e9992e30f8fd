// In which one currency is a report (--in)? The books', by the worth that each row says, or any by a table of rates; and what of that cannot be.
import type { Day } from '../core/day.ts';
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import type { World } from '../io/world.ts';
import { openingFor } from './beside.ts';
import type { Command, CommonValues } from './command.ts';
import { inOption, ratesOption } from './currency-options.ts';
import { isOnLine } from './on-line.ts';
import type { Rates } from './rates.ts';
import type { Values } from './run.ts';

/** Undefined where --in and --rates fit; else what is wrong. */
function misfit(values: Values): Diagnostic | undefined {
  const { in: to, currency, settings } = values;
  const placeOf = (option: string): string =>
    settings?.saidOf(option) === undefined ? `--${option}` : `${settings.saidOf(option)}: ${option}`;
  if (values.rates !== undefined) {
    // In an ar.toml they may stand for the runs that ask for one currency.
    return to !== undefined || settings?.saidOf('rates') !== undefined
      ? undefined
      : {
          code: 'usage-bad-value',
          value: values.rates,
          what: '--rates: nothing says in which currency the report is to be',
          fix: `add --in ${currency}`,
        };
  }
  if (to === undefined || to === currency) return undefined;
  return {
    code: 'usage-bad-value',
    value: to,
    what: `${placeOf('in')}: the column base is in the currency of the books, ${currency}`,
    fix: `write --in ${currency}, name the books’ currency (--currency ${to}), or say what currencies are worth: --rates FILE`,
  };
}

/** Whether amounts are those of the column base. */
export function takesBase({ needs }: Command, values: Values): boolean {
  return values.in !== undefined && values.rates === undefined && needs.ownCurrency !== true;
}

/** What amounts are converted at; undefined where nothing is, and 'refused' where the diagnostics say why not. */
export async function ratesFor(
  { needs }: Command,
  values: Values,
  asOf: Day,
  world: World,
  diagnostics: Diagnostics,
): Promise<Rates | undefined | 'refused'> {
  if (needs.asRead === true || needs.ownCurrency === true) return undefined;
  const wrong = misfit(values);
  if (wrong !== undefined) diagnostics.add(wrong);
  if (wrong !== undefined) return 'refused';
  if (values.rates === undefined || values.in === undefined) return undefined;
  const { readRates } = await import('./rates.ts');
  const opening = openingFor('rates', values.settings, world);
  return (await readRates(values.rates, values.in, asOf, opening, diagnostics, values)) ?? 'refused';
}

/** What a command says whose figures are in the currency of each row. */
export function refusesIn(given: CommonValues, what: string): Diagnostic[] {
  const said = [inOption, ratesOption].filter((option) => isOnLine(given as Values, option));
  return said.map(({ name }) => ({ code: 'usage-bad-value', what: `--${name}: ${what}`, fix: 'leave it out' }));
}
