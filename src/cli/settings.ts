// What does an ar.toml say to a run? Texts for its options, which the command line overrules one by one, and the closing day of the fiscal year.
import { dirname, isAbsolute, join } from 'node:path';
import { Diagnostics } from '../core/diagnostic.ts';
import type { LawsSaid } from '../law/said.ts';
import type { AddedRows } from '../law/tables.ts';
import type { BonusPolicy } from '../policy/bonus.ts';
import type { DunningPolicy } from '../policy/dunning.ts';
import type { RiskPolicy } from '../policy/scoring.ts';
import { USED_COMPANY_KEYS } from '../read/config/company.ts';
import { readConfig } from '../read/config/read-config.ts';
import type { Setting } from '../read/config/section.ts';
import { configText } from '../read/config/text.ts';
import type { Source } from '../read/source.ts';
import { formatOfExtension } from '../report/render/registry.ts';
import { bonusPolicyOf } from './bonus-rows.ts';
import type { Given } from './config.ts';
import { dunningPolicyOf } from './dunning-rows.ts';
import { addedRows, lawsWith, sectorRules } from './law-rows.ts';
import { keyOfOption, type OptionSpec, type OptionSpecs } from './option.ts';
import { outputOptions } from './options.ts';
import { riskPolicyOf } from './risk-rows.ts';
import { optionKeys, sections } from './setting-keys.ts';

/** What a run needs to know of the ar.toml it uses, beside the values of the options. */
export type Settings = {
  readonly file: string;
  /** The last day of the firm's fiscal year, where it is said, as in 06-30. */
  readonly closing: string | undefined;
  /** Who keeps the books: the keys of [company], as they are written. */
  readonly company: ReadonlyMap<string, string>;
  /** What the firm sells, where the law asks. */
  readonly activity: string | undefined;
  /** Rates it adds to the tables of the law. */
  readonly lawRows: AddedRows;
  /** The rule on terms that holds for a sector, by its text folded. */
  readonly sectors: ReadonlyMap<string, string>;
  readonly lawsSaid: LawsSaid;
  /** How customers are scored: our defaults with what it says in their place. */
  readonly risk: RiskPolicy;
  /** What is paid for which figures of `ar dso`; undefined where it says nothing of it. */
  readonly bonus: BonusPolicy | undefined;
  /** How customers are reminded: our defaults with what it says in their place. */
  readonly dunning: DunningPolicy;
  /** What it says of write-downs, as it is written: a policy in a file of its own may stand above it. */
  readonly provision: readonly Setting[];
  /** What it says and cannot be taken, as `section.key` or `section.key.part`: told, and the run ends. */
  readonly refused: ReadonlySet<string>;
  /** Each key as `section.key`, and what became of it. */
  readonly keys: readonly { readonly name: string; readonly fate: Fate }[];
  /** Where a text of an option stands, as `ar.toml:4`; undefined for what the command line says. `part`: the field of a map. */
  readonly saidOf: (option: string, part?: string) => string | undefined;
  /** The same as the place of a diagnostic, with the key as a message names it. */
  readonly placeOf: (option: string, part?: string) => { readonly line: number | undefined; readonly key: string } | undefined;
};

/** In effect; overruled by an option of the command line; known, and used by no figure yet. */
type Fate = 'used' | 'unused' | `--${string}`;

/** Reads an ar.toml for a line: the texts it gives to options, all that is wrong with it, and what became of its keys. */
export async function readSettings(
  source: Source,
  line: ReadonlyMap<string, readonly string[]>,
  specs: OptionSpecs,
): Promise<Given> {
  const diagnostics = new Diagnostics();
  const text = await configText(source, diagnostics);
  const refused = new Set<string>();
  const settings = text === undefined ? [] : readConfig(text, source.name, sections, elsewhereAmong(specs), diagnostics, refused);
  const risk = riskPolicyOf(settings, source.name);
  const bonus = bonusPolicyOf(settings, source.name, refused);
  for (const mistake of [...risk.mistakes, ...bonus.mistakes]) diagnostics.add(mistake);
  const fates = settings.map((setting) => ({ setting, option: optionOf(setting), fate: fateOf(setting, line) }));
  const texts = new Map<string, string[]>();
  for (const { setting, option, fate } of fates) {
    if (option === undefined || fate !== 'used') continue;
    texts.set(option.name, [...(texts.get(option.name) ?? []), textFor(option, setting, source.name)]);
  }
  const placeOf: Settings['placeOf'] = (name, part) => {
    const found = fates.find(({ setting, option, fate }) => option?.name === name && setting.part === part && fate === 'used');
    return found && { line: found.setting.line, key: `[${found.setting.section}] ${found.setting.key}` };
  };
  const company = new Map(
    settings.flatMap(({ section, key, text: said }) => (section === 'company' ? [[key, said] as const] : [])),
  );
  return {
    texts,
    settings: {
      file: source.name,
      closing: company.get('fiscal_year_end'),
      company,
      activity: company.get('activity'),
      lawRows: addedRows(settings, source.name),
      sectors: sectorRules(settings),
      lawsSaid: lawsWith(settings),
      risk: risk.policy,
      bonus: bonus.policy,
      dunning: dunningPolicyOf(settings),
      provision: settings.filter((setting) => setting.section === 'provision' && optionOf(setting) === undefined),
      refused,
      keys: [...new Map(fates.map(({ setting, fate }) => [nameOf(setting), { name: nameOf(setting), fate }])).values()],
      placeOf,
      saidOf: (name, part) => {
        const place = placeOf(name, part);
        return place === undefined ? undefined : `${source.name}:${place.line}`;
      },
    },
    mistakes: diagnostics,
  };
}

/** Where the text of an option belongs that stands in no place of its own, by the name of its key. */
function elsewhereAmong(specs: OptionSpecs): (key: string) => string | undefined {
  const options = new Map(Object.values(specs).map((spec) => [keyOfOption(spec), spec]));
  return (key) => {
    const option = options.get(key);
    if (option === undefined || option.hidden === true) return undefined;
    return homeOf(option) ?? `it is asked of each run: --${option.name}`;
  };
}

/** The section and the key of an option that is a setting. */
function homeOf(option: OptionSpec<unknown>): string | undefined {
  const [home] = Object.entries(optionKeys).flatMap(([section, keys]) =>
    Object.entries(keys).flatMap(([key, spec]) => (spec === option ? [`it belongs in [${section}], as ${key} = …`] : [])),
  );
  return home;
}

function optionOf({ section, key }: Setting): OptionSpec<unknown> | undefined {
  return optionKeys[section]?.[key];
}

function nameOf({ section, key, part }: Setting): string {
  return [section, key, ...(part === undefined ? [] : [part])].join('.');
}

function textFor({ takes }: OptionSpec<unknown>, { part, text }: Setting, file: string): string {
  if (part !== undefined) return `${part}=${text}`;
  return takes === 'FILE' || takes === 'DIR' ? besideFile(file, text) : text;
}

/** Paths in an ar.toml start from its own folder, so that it means the same from wherever `ar` is run. */
export function besideFile(file: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(file), path);
}

function fateOf(setting: Setting, line: ReadonlyMap<string, readonly string[]>): Fate {
  const option = optionOf(setting);
  if (option === undefined)
    return ['bonus', 'dunning', 'law', 'provision', 'risk'].includes(setting.section.replace(/\..*/, '')) ||
      USED_COMPANY_KEYS.includes(setting.key)
      ? 'used'
      : 'unused';
  const said = line.get(option.name) ?? [];
  const { part } = setting;
  // Of a map, the line overrules the fields it names.
  const overruled = part === undefined ? said.length > 0 : said.some((text) => text.split('=')[0]?.trim() === part);
  if (overruled) return `--${option.name}`;
  // The name of the file to write says a format, and it stands on the line.
  const byName = option === outputOptions.format && formatOfExtension(line.get('output')?.at(-1) ?? '') !== undefined;
  return byName ? '--output' : 'used';
}
