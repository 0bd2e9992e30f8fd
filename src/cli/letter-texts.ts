// Which texts have the letters of a run? Each by the template of its language, law and level: all of them are looked through before the first letter is written.
import { LANGS, type Lang } from '../core/word.ts';
import { LAW_KEYS } from '../law/law.ts';
import { letterProse } from '../letters/letter-prose.ts';
import { type Template, templateOf } from '../letters/template.ts';
import { FIELDS, type Mistake } from '../letters/template-fields.ts';
import { TEMPLATES } from '../letters/templates.ts';
import { proseTxt } from '../letters/txt.ts';
import { configText } from '../read/config/text.ts';
import { langOf, letterOf } from './letter-facts.ts';
import type { LettersAsked, NamedLetter } from './letters-of.ts';

/** Undefined where a template is refused: the diagnostics say why. */
export async function letterTexts(
  asked: LettersAsked,
  letters: readonly NamedLetter[],
): Promise<((letter: NamedLetter) => string) | undefined> {
  const { input, found } = asked;
  const own = await ownTemplates(input);
  if (own === undefined) return undefined;
  const known = new Map<string, Template>();
  const mistakes = new Map<string, Mistake>();
  const keyOf = ({ notice, language }: NamedLetter): readonly [lang: Lang, law: string, level: string] => [
    langOf(language),
    found.laws.of(notice.customer)?.law.key ?? '',
    notice.level ?? '',
  ];
  for (const [lang, law, level] of letters.map(keyOf)) {
    const key = [lang, law, level].join('/');
    if (known.has(key)) continue;
    const template = templateOf((name) => own.get(name)?.text ?? TEMPLATES[name], lang, law, level);
    if (typeof template === 'function') known.set(key, template);
    else for (const one of template) mistakes.set(JSON.stringify(one), one);
  }
  for (const { name, line, value, what } of mistakes.values()) {
    input.diagnostics.add({
      ...{ code: 'template-refused', file: own.get(name)?.path ?? `${name}.md`, line, value, what },
      why: 'a letter would go out with a gap in it',
      fix: `the fields are ${FIELDS.join(', ')}`,
    });
  }
  if (mistakes.size > 0) return undefined;
  return (one) => proseTxt(letterProse(letterOf(asked, one), known.get(keyOf(one).join('/')) as Template));
}

/** Names of templates that may stand in a folder of the user's: levels and parts, of a language or of a law in it. */
function names(): string[] {
  const last = new Set(Object.keys(TEMPLATES).map((name) => name.split('/').at(-1) as string));
  return LANGS.flatMap((lang) =>
    ['', ...LAW_KEYS].flatMap((law) => [...last].map((name) => [lang, law, name].filter((part) => part !== '').join('/'))),
  );
}

/** Those of the folder that [dunning] templates names stand in the place of ours; undefined where they cannot be read. */
async function ownTemplates({
  settings,
  diagnostics,
}: LettersAsked['input']): Promise<ReadonlyMap<string, { readonly path: string; readonly text: string }> | undefined> {
  const own = new Map<string, { readonly path: string; readonly text: string }>();
  if (settings?.template === undefined) return own;
  let isSound = true;
  for (const name of names()) {
    const source = settings.template(name);
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
    diagnostics.add({
      ...{ code: 'file-missing', file: settings.file },
      what: '[dunning] templates: the folder has no template of letters',
      fix: 'a template is called as ours is: fr/first.md, en/uk/formal.md; its folder is named from that of ar.toml',
    });
    return undefined;
  }
  return isSound ? own : undefined;
}
