// `ar formats`: the packages whose exports are known by their headings, and how well each is attested; one of them as a map to copy.
import type { Diagnostic } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/nearest.ts';
import { listedNames } from '../../core/plural.ts';
import { shortened } from '../../core/shortened.ts';
import { generic } from '../../read/presets/generic.ts';
import type { Preset } from '../../read/presets/preset.ts';
import { PRESETS } from '../../read/presets/registry.ts';
import { type FormatRow, formatReport, formatsReport } from '../../report/views/formats.ts';
import type { Page, Shown } from '../page.ts';
import { headingsOf, presetAsToml } from '../preset-map.ts';

const ALL: readonly Preset[] = [...PRESETS, generic];

export const formats: Page = {
  name: 'formats',
  summary: 'the packages whose exports are known, and how well each is attested',
  about:
    'Lists the presets: the package, its language, whether its headings were verified, the fields it gives, and where they were read. A preset is found out from the headings of a ledger; --preset NAME names one. ar formats show NAME prints one as a map to copy into ar.toml.',
  usage: '[show NAME]',
  examples: [
    { line: 'ar formats', says: 'Which exports are known?' },
    { line: 'ar formats show sage100', says: 'One of them, as a map to copy:' },
  ],
  show: (words) => {
    const [verb, name, ...more] = words;
    if (verb === undefined) return { report: formatsReport(ALL.map(formatRow)) };
    const names = ALL.map((preset) => preset.name);
    if (verb !== 'show' || more.length > 0) {
      const wrong = verb === 'show' ? (more[0] as string) : verb;
      return mistake(wrong, `ar formats takes nothing, or show and a name, and "${shortened(wrong)}" is given`, names);
    }
    const preset = ALL.find((one) => one.name === name);
    if (preset !== undefined) return shown(preset);
    if (name === undefined) return mistake(undefined, 'ar formats show needs the name of a preset', names);
    return mistake(name, `there is no preset "${shortened(name)}"`, names);
  },
};

function mistake(value: string | undefined, what: string, names: readonly string[]): Diagnostic {
  const fix = (value === undefined ? '' : didYouMean(value, [...names, 'show'])) || `the presets are ${listedNames(names)}`;
  return { code: 'usage-bad-value', value, what, fix };
}

function formatRow({ name, title, lang, attested, source, data }: Preset): FormatRow {
  const made = data();
  const fields = headingsOf(made).map(([field]) => field);
  return { name, title, lang, verified: attested === 'V', unverified: made.unverified ?? [], fields, source };
}

function shown(preset: Preset): Shown {
  const made = preset.data();
  const rows = headingsOf(made).flatMap(([field, headings]) =>
    headings.map((heading) => {
      const verified = preset.attested === 'V' && made.unverified?.includes(heading) !== true;
      return { field, heading, verified };
    }),
  );
  return { report: formatReport(formatRow(preset), rows), text: presetAsToml(preset) };
}
