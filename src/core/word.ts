// How is a term said in each language? English and French stand side by side, so that neither can be forgotten.

export type Lang = 'en' | 'fr';
export const LANGS: readonly Lang[] = ['en', 'fr'];

/** One term or sentence in both languages. */
export type Word = { readonly [language in Lang]: string };

export function word(en: string, fr: string): Word {
  return { en, fr };
}
