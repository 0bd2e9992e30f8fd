// What was given, beside the options of a command, that has a say in the figures? Reports name it among their parameters, so that a file of JSON says how it was made.
import type { Report } from '../report/report.ts';
import { keyOfOption } from './option.ts';
import { inputOptions } from './options.ts';
import type { Settings } from './settings.ts';

/** What changes no figure: a balance to compare with, and the file that says the others. The day is a parameter of every report. */
const SILENT: readonly unknown[] = [inputOptions.asOf, inputOptions.control, inputOptions.config];

/** By key, as given on the line or in ar.toml; `texts` by the name of the option. Nothing for what was not given. */
export function givenParameters(
  texts: ReadonlyMap<string, readonly string[]>,
  settings: Settings | undefined,
): Report['parameters'] {
  const given = Object.values(inputOptions).flatMap((spec) => {
    const said = texts.get(spec.name) ?? [];
    const last = said.at(-1);
    if (last === undefined || SILENT.includes(spec)) return [];
    return [[keyOfOption(spec), 'repeatable' in spec && spec.repeatable === true ? said : last] as const];
  });
  const { closing } = settings ?? {};
  return Object.fromEntries([...given, ...(closing === undefined ? [] : [['fiscal_year_end', closing] as const])]);
}
