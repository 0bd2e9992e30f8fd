// How is a preset written as a map to copy? As the [input] of an ar.toml: a heading for each field, and the others the package has for it beside.
import type { Field } from '../ledger/field.ts';
import type { Preset, PresetData } from '../read/presets/preset.ts';

type Headings = readonly (readonly [Field, readonly string[]])[];

/** The headings of each field: those that say amounts first in the way the package mostly writes them, then in its others. */
export function headingsOf({ columns, ways = [] }: PresetData): Headings {
  const fields = new Map<Field, string[]>();
  for (const set of [columns, ...ways]) {
    for (const [field, headings] of Object.entries(set) as [Field, readonly string[]][]) {
      const before = fields.get(field) ?? [];
      fields.set(field, [...before, ...headings.filter((heading) => !before.includes(heading))]);
    }
  }
  return [...fields];
}

export function presetAsToml({ name, title, attested, source, data }: Preset): string {
  const { columns, ways = [], known, unverified = [], kinds = {} } = data();
  const [first = {}, ...others] = ways;
  const map = Object.entries({ ...columns, ...first }) as [Field, readonly string[]][];
  const wide = Math.max(...map.map(([field, [heading = '']]) => `${field} = ${quoted(heading)}`.length));
  const doubt = (heading: string): string => (attested === 'V' && unverified.includes(heading) ? ' (not verified)' : '');
  const line = ([field, [heading = '', ...more]]: (typeof map)[number]): string => {
    const notes = [...(doubt(heading) === '' ? [] : ['not verified']), ...more.map((one) => `or ${quoted(one)}${doubt(one)}`)];
    const pair = `${field} = ${quoted(heading)}`;
    return notes.length === 0 ? pair : `${pair.padEnd(wide)}  # ${notes.join(', ')}`;
  };
  const way = (one: PresetData['columns']): string =>
    `# or instead: ${(Object.entries(one) as [Field, readonly string[]][]).map(([field, [heading = '']]) => `${field} = ${quoted(heading)}`).join(', ')}`;
  return [
    `# ${name}: ${title.en}`,
    attested === 'V' ? `# Verified: ${source}` : `# Not verified: ${source}`,
    `# A field whose heading the file has not is an error here: take its line away. --preset ${name} needs no such care.`,
    '[input.map]',
    ...map.map(line),
    ...others.map(way),
    ...(known.length === 0 ? [] : [`# known, and not needed: ${known.join(', ')}`]),
    ...Object.entries(kinds).map(([written, kind]) => `# kind ${quoted(written)}: ${kind}`),
    '',
  ].join('\n');
}

/** A basic string of TOML; headings hold no control characters. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
