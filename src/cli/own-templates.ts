// Which templates of letters has the user, and what is wrong with one? Those of a folder (--templates, [dunning] templates) stand in the place of ours of the same name.
import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest.ts';
import { LANGS } from '../core/word.ts';
import { LAW_KEYS } from '../law/law.ts';
import { FIELDS, type Mistake, NO_ITEMS } from '../letters/template-fields.ts';
import { TEMPLATES } from '../letters/templates.ts';
import { configText } from '../read/config/text.ts';
import type { Input } from './command.ts';

export type OwnTemplate = { readonly path: string; readonly text: string };

/** Names of templates that may stand in a folder of the user's: levels and parts, of a language or of a law in it. */
export function templateNames(): string[] {
  const last = new Set(Object.keys(TEMPLATES).map((name) => name.split('/').at(-1) as string));
  return LANGS.flatMap((lang) =>
    ['', ...LAW_KEYS].flatMap((law) => [...last].map((name) => [lang, law, name].filter((part) => part !== '').join('/'))),
  );
}

/** Told once, and not of each template. */
export function fileAsFolder(folder: string, open: Input['open']): Diagnostic | undefined {
  if (!('chunks' in open(folder))) return undefined;
  return {
    ...{ code: 'file-unreadable', file: folder },
    what: 'this is a file, and templates lie in a folder',
    fix: 'name the folder that holds fr/ or en/',
  };
}

/** Undefined where they cannot be used: the diagnostics say why. */
export async function ownTemplates(
  folder: string,
  { open, settings, diagnostics }: Pick<Input, 'open' | 'settings' | 'diagnostics'>,
): Promise<ReadonlyMap<string, OwnTemplate> | undefined> {
  const own = new Map<string, OwnTemplate>();
  const file = fileAsFolder(folder, open);
  if (file !== undefined) {
    diagnostics.add(file);
    return undefined;
  }
  let isSound = true;
  for (const name of templateNames()) {
    const source = open(join(folder, `${name}.md`));
    if (!('chunks' in source)) {
      if (source.code === 'file-missing') continue;
      diagnostics.add(source);
      isSound = false;
      continue;
    }
    const text = await configText(source, diagnostics);
    if (text === undefined) isSound = false;
    else own.set(name, { path: source.name, text: text.replaceAll('\r\n', '\n') });
  }
  if (isSound && own.size === 0) {
    const place = settings?.placeOf('templates');
    diagnostics.add({
      ...{ code: 'file-missing', file: place === undefined ? folder : settings?.file, line: place?.line },
      what: `${place === undefined ? '' : `${place.key}: `}the folder has no template of letters`,
      fix: `a template is called as ours is: fr/first.md, en/uk/formal.md; ${place === undefined ? 'ar templates export DIR writes ours' : 'its folder is named from that of ar.toml'}`,
    });
    return undefined;
  }
  return isSound ? own : undefined;
}

/** What is wrong with a template, at its place in the user's folder, or in ours. */
export function refusedTemplate({ name, line, value, what, known }: Mistake, own: ReadonlyMap<string, OwnTemplate>): Diagnostic {
  const names = known === 'fields' ? FIELDS : known === 'parts' ? templateParts() : [];
  return {
    ...{ code: 'template-refused', file: own.get(name)?.path ?? `${name}.md`, line, value, what },
    why: what === NO_ITEMS ? 'it would ask for money without saying for what' : 'a letter would go out with a gap in it',
    fix:
      (what === NO_ITEMS ? 'put {{items}} where every letter has it: in both branches of {{#if}}, or outside of it' : '') ||
      didYouMean(value, names) ||
      `the ${known === 'parts' ? 'parts' : 'fields'} are ${(names.length === 0 ? FIELDS : names).join(', ')}`,
  };
}

function templateParts(): string[] {
  return [...new Set(Object.keys(TEMPLATES).map((name) => name.split('/').at(-1) as string))];
}
