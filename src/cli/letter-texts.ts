// Which text has each letter of a run? That of the template of its language, law and level: all of them are looked through before the first letter is written.
import type { Lang } from '../core/word.ts';
import { type LetterProse, letterProse } from '../letters/letter-prose.ts';
import { type Template, templateOf } from '../letters/template.ts';
import type { Mistake } from '../letters/template-fields.ts';
import { TEMPLATES } from '../letters/templates.ts';
import { langOf, letterOf } from './letter-facts.ts';
import type { LettersAsked, NamedLetter } from './letters-of.ts';
import { type OwnTemplate, ownTemplates, refusedTemplate } from './own-templates.ts';

/** Undefined where a template is refused: the diagnostics say why. */
export async function letterTexts(
  asked: LettersAsked,
  letters: readonly NamedLetter[],
  folder: string | undefined,
): Promise<((letter: NamedLetter) => LetterProse) | undefined> {
  const { input, found } = asked;
  const own = folder === undefined ? new Map<string, OwnTemplate>() : await ownTemplates(folder, input);
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
  for (const one of mistakes.values()) input.diagnostics.add(refusedTemplate(one, own));
  if (mistakes.size > 0) return undefined;
  return (one) => letterProse(letterOf(asked, one), known.get(keyOf(one).join('/')) as Template);
}
