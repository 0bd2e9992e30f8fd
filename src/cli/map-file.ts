// What was understood of a ledger, as settings to edit: an ar.toml whose [input] reads it the same way again, with the evidence beside each key.
import { dirname, isAbsolute, relative } from 'node:path';
import type { Diagnostics } from '../core/diagnostic.ts';
import { gather } from '../core/gather.ts';
import type { Understood } from '../report/views/check.ts';
import { visible } from '../text/visible.ts';
import type { Input } from './command.ts';
import { type OptionSpec, Refusal, readPath, value } from './option.ts';
import { inputOptions } from './options.ts';
import { optionKeys } from './setting-keys.ts';

export const writeMapOption = value(
  'write-map',
  'FILE',
  'save what was understood as an ar.toml to edit, with the evidence; give it back with --config FILE',
  (text) => (text === '-' ? new Refusal('takes a file; standard output is for the report') : readPath(text)),
  undefined,
);

/** A key of a section with its text; `part`: of a key that is a table. */
type Line = { readonly key: string; readonly part?: string; readonly text: string; readonly because: string };

/** Options whose texts tell how this ledger is read, beside what a file itself tells; the day is asked for anew each time. */
const ASKED: readonly unknown[] = [inputOptions.asOf, inputOptions.map, inputOptions.delimiter];

/** Undefined when no one map can say how all files are read: the diagnostics say why. */
export function mapText(input: Input, facts: readonly Understood[], path: string): string | undefined {
  const byFile = new Map<string, Understood[]>();
  for (const fact of facts) {
    if (input.reading.understanding.some(({ file }) => file === fact.file)) gather(byFile, fact.file, fact);
  }
  const layouts = [...byFile].map(([file, of]) => ({
    file,
    said: of.flatMap(({ setting }) => (setting ? [keyed(setting)] : [])),
  }));
  const [first, ...others] = layouts;
  if (first === undefined) return undefined;
  const other = others.find(({ said }) => said.join('\n') !== first.said.join('\n'));
  if (other !== undefined) {
    tellLayouts(first, other, input.diagnostics);
    return undefined;
  }
  const [told = []] = byFile.values();
  const lines = told.flatMap(({ setting, evidence }): Line[] => (setting ? [{ ...setting, because: evidence }] : []));
  const names = [...byFile.keys()].map(visible).join(', ');
  const head = [
    `# What ar check understood of ${names}. Edit it and give it back: --config FILE, or keep it as ar.toml.`,
    ...told
      .filter(({ setting, fact }) => setting === undefined && fact !== 'ar.toml')
      .map(({ fact, reading, evidence }) => `# ${visible(`${fact}: ${reading} (${evidence})`)}`),
  ];
  const given = (section: string): Line[] => givenLines(section, input.texts, path);
  const sections = [
    sectionText('input', [...lines, ...given('input')]),
    ...['customers', 'terms'].map((name) => sectionText(name, given(name))),
  ];
  return `${[head.join('\n'), ...sections.filter((text) => text !== '')].join('\n\n')}\n`;
}

function keyed({ key, part, text }: NonNullable<Understood['setting']>): string {
  return `${key}${part === undefined ? '' : `.${part}`} = ${quoted(text)}`;
}

type Layout = { readonly file: string; readonly said: readonly string[] };

function tellLayouts(a: Layout, b: Layout, diagnostics: Diagnostics): void {
  const only = ({ said }: Layout, other: Layout): string => said.find((line) => !other.said.includes(line)) ?? 'nothing more';
  diagnostics.add({
    code: 'usage-bad-value',
    what: `--write-map takes ledgers of one layout, and these differ: ${a.file} has ${only(a, b)}, and ${b.file} ${only(b, a)}`,
    why: 'one map cannot say how both are read',
    fix: 'write a map of each: ar check LEDGER --write-map FILE',
  });
}

/** What was given for the options of a section, on the line or in an ar.toml. */
function givenLines(section: string, texts: Input['texts'], path: string): Line[] {
  return Object.entries(optionKeys[section] ?? {}).flatMap(([key, spec]) => {
    const given = ASKED.includes(spec) ? [] : (texts.get(spec.name) ?? []);
    const because = 'as it was given';
    if (!/^\w+=/.test(spec.takes ?? ''))
      return given.slice(-1).map((text) => ({ key, text: ownPath(spec, text, path), because }));
    // Texts of one column add up.
    const parts = new Map<string, string[]>();
    for (const text of given) gather(parts, text.slice(0, text.indexOf('=')).trim(), text.slice(text.indexOf('=') + 1));
    return [...parts].map(([part, list]) => ({ key, part, text: list.join(','), because }));
  });
}

/** Paths in an ar.toml start from its own folder. */
function ownPath({ takes }: OptionSpec<unknown>, text: string, path: string): string {
  return takes === 'FILE' && !isAbsolute(text) ? relative(dirname(path), text) : text;
}

/** '' for a section that says nothing. Keys that are tables stand behind the others, each in a section of its own. */
function sectionText(name: string, lines: readonly Line[]): string {
  const tables = new Map<string, Line[]>();
  for (const line of lines) if (line.part !== undefined) gather(tables, line.key, line);
  const plain = lines.filter(({ part }) => part === undefined);
  const texts = [
    ...(plain.length === 0
      ? []
      : [
          block(
            `[${name}]`,
            plain.map((line) => [line.key, line]),
          ),
        ]),
    ...[...tables].map(([key, parts]) =>
      block(
        `[${name}.${key}]`,
        parts.map((line) => [line.part as string, line]),
      ),
    ),
  ];
  return texts.join('\n\n');
}

function block(head: string, lines: readonly (readonly [name: string, line: Line])[]): string {
  const said = lines.map(([name, { text, because }]) => ({
    key: `${/^[\w-]+$/.test(name) ? name : quoted(name)} = ${quoted(text)}`,
    because: visible(because),
  }));
  const wide = Math.min(48, Math.max(...said.map(({ key }) => key.length)));
  return [head, ...said.map(({ key, because }) => `${key.padEnd(wide)}  # ${because}`)].join('\n');
}

/** A text of TOML: JSON's escapes are among its own, but for DEL. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('\x7f', '\\u007f');
}
