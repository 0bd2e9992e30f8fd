// What becomes of a text that anybody may have written anything into: a label, a title, a note? Words that name nobody, days, and numbers of documents stay or have
// their stand-ins; of all others the first becomes the number of the text, and each further one an x, so that a text has as many words as it had.
import { fold } from '../../core/fold.ts';
import { dayInLabel, hintIn } from '../entries/kinds.ts';
import { isKeptWord } from './kept-words.ts';
import { accented, type Pseudonyms } from './pseudonyms.ts';
import { ofItsOwn } from './raw-records.ts';

type TextNoun = 'Label' | 'Text' | 'Title' | 'Journal' | 'Compte';

const DAY = /^(?:\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d\d-\d\d)$/;
const PAGE = /\s*\b(?:page|folio) ?(?:n[o°] ?)?[:.]? ?\d{1,5}(?: ?(?:\/|sur|de|of) ?\d{1,5})?\s*$/i;
/** What the label of money that went out says, and what it becomes where its words do not say so any more. */
const SAYING = { charge: 'FRAIS', returned: 'REJET', refund: 'REMBOURSEMENT' } as const;

export class FreeTexts {
  readonly #names: Pseudonyms;
  /** What stands for each text, by what it is. */
  readonly #known = new Map<TextNoun, Map<string, string>>();
  readonly #counts = new Map<TextNoun, number>();

  constructor(names: Pseudonyms) {
    this.#names = names;
  }

  of(text: string, noun: TextNoun): string {
    if (this.#names.looking) return text;
    const known = this.#known.get(noun) ?? new Map<string, string>();
    this.#known.set(noun, known);
    let found = known.get(text);
    if (found === undefined) known.set(ofItsOwn(text), (found = noun === 'Label' ? this.#label(text) : this.#titled(text, noun)));
    return found;
  }

  /** The number of its page is no part of what stands on each. */
  #titled(text: string, noun: TextNoun): string {
    const page = PAGE.exec(text);
    if (page === null) return this.#replaced(text, noun);
    const title = text.slice(0, page.index);
    return (title === '' ? '' : this.of(title, noun)) + page[0];
  }

  /** Says of kind and day what it said before. */
  #label(text: string): string {
    if (this.#names.isName(text)) return this.#names.name(text, 'Tiers');
    const replaced = this.#replaced(text, 'Label');
    const [hint, said] = [hintIn(fold(text)), hintIn(fold(replaced))];
    const [day, told] = [dayInLabel(text), dayInLabel(replaced)];
    if (hint === said && day === told) return replaced;
    const written = /(?<!\d)\d\d[-/.]\d\d[-/.]\d{4}(?!\d)/g;
    return [hint === undefined ? '' : SAYING[hint], this.#number('Label'), ...(text.match(written) ?? [])].join(' ').trim();
  }

  #number(noun: TextNoun): string {
    const count = (this.#counts.get(noun) ?? 0) + 1;
    this.#counts.set(noun, count);
    return `${noun}${count}`;
  }

  #replaced(text: string, noun: TextNoun): string {
    let first = true;
    return text.replace(/[^\s",;|]+/g, (word) => {
      const [, before = '', bare = '', behind = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word) ?? [];
      if (bare === '') return harmless(word);
      // A word of the trade may be the whole name of somebody.
      if (DAY.test(bare) || (isKeptWord(bare) && !this.#names.isName(bare))) return harmless(before) + bare + harmless(behind);
      if (/\d/.test(bare) && bare.length > 2 && this.#names.isNumber(bare))
        return harmless(before) + this.#names.number(bare) + harmless(behind);
      if (!first) return 'x';
      first = false;
      return accented(this.#number(noun), text);
    });
  }
}

/** Marks around words, but those by which a spreadsheet runs a cell or a path is written. */
function harmless(marks: string): string {
  return marks.replace(/[=@\\/<>&$%+]/g, '');
}
