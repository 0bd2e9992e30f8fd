// What does an ar.toml say? From its text to settings, each in its place; whatever cannot be is told, all of it, with line, key and the nearest
// known name.
import { parse, TomlDate, TomlError, type TomlTable, type TomlValue } from 'smol-toml';
import type { Diagnostic, Diagnostics } from '../../core/diagnostic.ts';
import { didYouMean, nearest } from '../../core/nearest.ts';
import { listedNames } from '../../core/plural.ts';
import { shortened } from '../../core/shortened.ts';
import { keyLines, type LineOf } from './key-lines.ts';
import type { KeySpec, Section, Sections, Setting } from './section.ts';

/** What stands elsewhere than the user thought: a sentence that says where, for names that are known but not here. */
type Elsewhere = (name: string) => string | undefined;

/** The settings that can be taken; what cannot is in the diagnostics. */
export function readConfig(
  text: string,
  file: string,
  sections: Sections,
  elsewhere: Elsewhere,
  diagnostics: Diagnostics,
  /** Gets the name of each value that is known and cannot be taken, as `section.key` or `section.key.part`. */
  refused: Set<string> = new Set(),
): readonly Setting[] {
  const table = tableOf(text, file, diagnostics);
  if (table === undefined) return [];
  const reading = new ConfigReading(file, sections, elsewhere, keyLines(text), refused);
  for (const [name, value] of Object.entries(table)) reading.section(name, value);
  for (const problem of reading.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))) diagnostics.add(problem);
  return reading.settings;
}

function tableOf(text: string, file: string, diagnostics: Diagnostics): TomlTable | undefined {
  try {
    return parse(text, { integersAsBigInt: true });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const what = error.message.replace(/^Invalid TOML document: /, '').replace(/\n[\s\S]*$/, '');
    diagnostics.add({
      code: 'config-syntax',
      file,
      line: error.line,
      what: `this is not TOML, at character ${error.column}: ${what}`,
      fix: what.includes('redefine')
        ? 'write each section and each key once'
        : 'a section stands in brackets, and a text in quotes, as in currency = "EUR"',
    });
    return undefined;
  }
}

class ConfigReading {
  readonly settings: Setting[] = [];
  readonly problems: Diagnostic[] = [];
  readonly #file: string;
  readonly #sections: Sections;
  readonly #elsewhere: Elsewhere;
  readonly #lineOf: LineOf;
  readonly #refused: Set<string>;

  constructor(file: string, sections: Sections, elsewhere: Elsewhere, lineOf: LineOf, refused: Set<string>) {
    this.#file = file;
    this.#sections = sections;
    this.#elsewhere = elsewhere;
    this.#lineOf = lineOf;
    this.#refused = refused;
  }

  section(name: string, value: TomlValue): void {
    const names = Object.keys(this.#sections).filter((one) => !one.endsWith('.*'));
    const section = names.includes(name) ? this.#sections[name] : undefined;
    if (section === undefined) {
      const isSection = isTable(value);
      const said = shortened(name);
      const what = isSection ? `there is no section [${said}]` : `the key ${said} stands in no section`;
      const fix =
        (isSection ? didYouMean(name, names) || this.#elsewhere(keyName(name)) : this.#placeOf(name, [])) ||
        `the sections are ${listedNames(names.map((n) => `[${n}]`))}`;
      this.#problem('config-unknown-key', [name], what, fix);
    } else if (!isTable(value)) {
      this.#problem(
        'config-bad-value',
        [name],
        `[${name}] is a section of keys`,
        `write [${name}] on a line of its own, and its keys below`,
      );
    } else this.#keys([name], section, value);
  }

  #keys(path: readonly string[], section: Section, table: TomlTable): void {
    const name = path.join('.');
    const ofTables = this.#sections[`${name}.*`];
    const beside = (key: string): string | undefined => {
      const value = Object.hasOwn(table, key) ? table[key] : undefined;
      return typeof value === 'string' ? value : undefined;
    };
    const spellings = new Map<string, string>();
    for (const [key, value] of Object.entries(table)) {
      const known = keyName(key);
      const spec = Object.hasOwn(section, known) ? section[known] : undefined;
      if (spec === undefined && ofTables !== undefined && isTable(value)) {
        this.#keys([...path, key], ofTables, value);
        continue;
      }
      const other = spellings.get(known);
      spellings.set(known, key);
      if (spec === undefined) {
        const keys = Object.keys(section);
        const fix = this.#placeOf(key, keys) || `the keys of [${name}] are ${listedNames(keys)}`;
        this.#problem('config-unknown-key', [...path, key], `[${shortened(name)}] has no key ${shortened(key)}`, fix);
      } else if (other !== undefined) {
        const what = `[${name}] ${key} and ${other} are one key, and it is given twice`;
        this.#problem('config-bad-value', [...path, key], what, 'leave one of the two out');
      } else for (const one of this.#textsOf(path, key, spec, value)) this.#take(one, [...path, key], spec, beside);
    }
  }

  /** Where a key belongs that stands in the wrong place, or which was meant: one of its section (`here`), else of another. */
  #placeOf(written: string, here: readonly string[]): string {
    const key = keyName(written);
    const homeOf = (name: string): string | undefined =>
      Object.keys(this.#sections).find((section) => Object.hasOwn(this.#sections[section] as Section, name));
    const home = homeOf(key);
    if (home !== undefined) return `it belongs in [${home}]`;
    const told = didYouMean(key, here) || this.#elsewhere(key);
    if (told !== undefined) return told;
    const [near] = nearest(key, Object.values(this.#sections).flatMap(Object.keys));
    return near === undefined ? '' : `did you mean ${near} in [${homeOf(near)}]?`;
  }

  /** `path`: as it is written. */
  #take(setting: Setting, path: readonly string[], spec: KeySpec, beside: (key: string) => string | undefined): void {
    const { section, part, text } = setting;
    const reason =
      text === '' && part === undefined ? 'is empty' : spec.refuse(part === undefined ? text : `${part}=${text}`, beside);
    if (reason === undefined) this.settings.push(setting);
    else {
      const at = part === undefined ? path : [...path, part];
      const written = part === undefined ? text : `${part} = ${text}`;
      this.#problem('config-bad-value', at, `[${shortened(section)}] ${path.at(-1)} ${reason}`, undefined, written);
    }
  }

  /** The texts of a value that has the form its key takes. */
  #textsOf(inside: readonly string[], key: string, spec: KeySpec, value: TomlValue): Setting[] {
    const section = inside.join('.');
    const path = [...inside, key];
    const at = (part: string | undefined, place: readonly string[], one: TomlValue): Setting[] => {
      const text = textOf(one, spec.takes === 'bare' || spec.bareParts === true, spec.bareParts === true);
      if (text !== undefined) return [{ section, key: keyName(key), part, text, line: this.#lineOf(place) }];
      this.#malformed(
        place,
        `[${shortened(section)}] ${shortened(place.slice(inside.length).join('.'))}`,
        key,
        part === undefined,
        spec,
      );
      return [];
    };
    if (spec.takes === 'pairs' && isTable(value)) {
      return Object.entries(value).flatMap(([part, one]) => at(part, [...path, part], one));
    }
    if (spec.takes !== 'pairs') return at(undefined, path, value);
    this.#malformed(path, `[${shortened(section)}] ${key}`, key, true, spec);
    return [];
  }

  #malformed(path: readonly string[], name: string, key: string, isWhole: boolean, { takes, bareParts, example }: KeySpec): void {
    const single = bareParts === true ? 'a number, or a text in quotes' : 'a text in quotes';
    const form = isWhole && takes === 'pairs' ? 'a table of texts' : single;
    this.#problem('config-bad-value', path, `${name} takes ${form}`, `write ${key} = ${example}`);
  }

  #problem(code: Diagnostic['code'], path: readonly string[], what: string, fix: string | undefined, value?: string): void {
    const [section = '', key = '', ...parts] = path;
    this.#refused.add([section, keyName(key), ...parts].join('.'));
    this.problems.push({ code, file: this.#file, line: this.#lineOf(path), value, what, fix });
  }
}

/** Options are written with `-` and keys with `_`: both spellings are one key. */
function keyName(written: string): string {
  return written.replaceAll('-', '_');
}

function isTable(value: TomlValue): value is TomlTable {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof TomlDate);
}

/** Undefined for what is no text; `bare`: whole numbers and days pass for one, and with `decimals` numbers such as 2.5. */
function textOf(value: TomlValue, bare: boolean, decimals: boolean): string | undefined {
  if (typeof value === 'string') return value;
  if (!bare) return undefined;
  if (typeof value === 'number') return decimals && Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === 'bigint') return String(value);
  return value instanceof TomlDate && value.isDate() ? value.toISOString() : undefined;
}
