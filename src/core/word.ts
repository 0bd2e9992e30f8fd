// How is a term said in each language? English and French stand side by side, so that neither can be forgotten.

export type Lang = 'en' | 'fr';
export const LANGS: readonly Lang[] = ['en', 'fr'];

/** One term or sentence in both languages. */
export type Word = { readonly [language in Lang]: string };

/** French puts spaces before some marks and inside of its quotes; no line may end at one. */
export function word(en: string, fr: string): Word {
  return { en, fr: MARKS.test(fr) ? fr.replace(/ :|« | »/g, unbroken(NO_BREAK)).replace(/ [;!?]/g, unbroken(NARROW)) : fr };
}

const MARKS = / [:;!?»]|« /;
const NO_BREAK = '\u00a0';
const NARROW = '\u202f';

function unbroken(space: string): (found: string) => string {
  return (found) => found.replace(' ', space);
}
