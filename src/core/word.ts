// How is a term said in each language? English and French stand side by side, so that neither can be forgotten.

export type Lang = 'en' | 'fr';
export const LANGS: readonly Lang[] = ['en', 'fr'];

/** One term or sentence in both languages. */
export type Word = { readonly [language in Lang]: string };

/** Hundreds of words are made before the first is said, and most runs are in one language. */
class Said implements Word {
  readonly en: string;
  readonly unspaced: string;

  constructor(en: string, unspaced: string) {
    this.en = en;
    this.unspaced = unspaced;
  }

  get fr(): string {
    return spaced(this.unspaced);
  }
}

export function word(en: string, fr: string): Word {
  return new Said(en, fr);
}

/** French puts spaces before some marks and inside of its quotes; no line may end at one. */
function spaced(fr: string): string {
  return fr.replace(/ :|« | »/g, unbroken(NO_BREAK)).replace(/ [;!?]/g, unbroken(NARROW));
}

const NO_BREAK = '\u00a0';
const NARROW = '\u202f';

function unbroken(space: string): (found: string) => string {
  return (found) => found.replace(' ', space);
}
