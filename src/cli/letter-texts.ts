// Which texts have the letters of a run? Each by the template of its language, law and level: all of them are looked through before the first letter is written.
import { letterProse } from '../letters/letter-prose.ts';
import { type Template, templateOf } from '../letters/template.ts';
import { FIELDS, type Mistake } from '../letters/template-fields.ts';
import { TEMPLATES } from '../letters/templates.ts';
import { proseTxt } from '../letters/txt.ts';
import { langOf, letterOf } from './letter-facts.ts';
import type { LettersAsked, NamedLetter } from './letters-of.ts';

/** Undefined where a template is refused: the diagnostics say why. */
export function letterTexts(
  asked: LettersAsked,
  letters: readonly NamedLetter[],
  own: ReadonlyMap<string, string>,
): ((letter: NamedLetter) => string) | undefined {
  const { input, found, languageOf } = asked;
  const known = new Map<string, Template>();
  const mistakes = new Map<string, Mistake>();
  const keyOf = ({ notice }: NamedLetter): readonly [lang: 'en' | 'fr', law: string, level: string] => [
    langOf(languageOf(notice.customer)),
    found.laws.of(notice.customer)?.law.key ?? '',
    notice.level ?? '',
  ];
  for (const [lang, law, level] of letters.map(keyOf)) {
    const key = `${lang}/${law}/${level}`;
    if (known.has(key)) continue;
    const template = templateOf((name) => own.get(name) ?? TEMPLATES[name], lang, law, level);
    if (typeof template === 'function') known.set(key, template);
    else for (const one of template) mistakes.set(`${one.name} ${one.line} ${one.value}`, one);
  }
  for (const { name, line, value, what } of mistakes.values()) {
    input.diagnostics.add({
      ...{ code: 'template-refused', file: `${name}.md`, line, value, what },
      why: 'a letter would go out with a gap in it',
      fix: `the fields are ${FIELDS.join(', ')}`,
    });
  }
  if (mistakes.size > 0) return undefined;
  return (one) => proseTxt(letterProse(letterOf(asked, one), known.get(keyOf(one).join('/')) as Template));
}
