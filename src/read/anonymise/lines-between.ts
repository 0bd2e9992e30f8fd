// What becomes of the lines of a report that are no postings: totals, names of customers above their rows, texts? What the reader tells them by stays, and whoever
// they name has the stand-in he has elsewhere.
import { currencyOf } from '../../core/currency.ts';
import { fold } from '../../core/fold.ts';
import { dayFormsOf } from '../day.ts';
import { INTRODUCES, idAndName } from '../heading-customers.ts';
import { isBucket } from '../row-sorts.ts';
import { type Cells, isAmount } from './cells.ts';
import { isKeptWord } from './kept-words.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** What a total is of stands behind these words. */
const TOTAL_OF =
  /^(?:sous[ -]?totaux|sous[ -]?total|sub[ -]?total|grand total|totaux|total|cumul|solde|balance)\b[ :.]*(?:(?:for|of|pour|du|de la|de|client|customer|compte|account)\b[ :]*)*/i;

/** Two days and a page. */
const MOST_NUMBERS = 3 + 3 + 2;

export class LinesBetween {
  readonly #names: Pseudonyms;
  readonly #cells: Cells;

  constructor(names: Pseudonyms, cells: Cells) {
    this.#names = names;
    this.#cells = cells;
  }

  /** A cell of such a line; `amounts`: its column is of amounts. */
  of(text: string, amounts: boolean): string {
    if (isAmount(text) && (amounts || /[.,]\d{1,4}\D*$/.test(text))) return text;
    if (currencyOf(text) !== undefined || (isBucket(fold(text)) && !/\d{4}/.test(text)) || saysNobody(text)) return text;
    const before = (TOTAL_OF.exec(text) ?? INTRODUCES.exec(text))?.[0] ?? '';
    const who = text.slice(before.length);
    return before + (saysNobody(who) ? who : this.#party(who));
  }

  /** Whoever is named, by an id, a name, or both. */
  #party(text: string): string {
    if (this.#names.isName(text)) return this.#names.name(text, 'Client');
    if (this.#names.isNumber(text) || !/\s/.test(text)) return this.#cells.id(text);
    const both = idAndName(text) ?? this.#knownBoth(text);
    if (both === undefined) return this.#names.name(text, 'Client');
    const before = INTRODUCES.exec(both.name)?.[0] ?? '';
    const name = both.name.slice(before.length);
    return this.#cells.id(both.id) + both.between + before + (name === '' ? '' : this.#names.name(name, 'Client'));
  }

  /** An id and a name that stand together in a total, and apart elsewhere. */
  #knownBoth(text: string): ReturnType<typeof idAndName> {
    const [, id = '', between = '', name = ''] = /^(\S+)( - | )(\S.*)$/.exec(text) ?? [];
    return (this.#names.isNumber(id) || this.#names.isName(id)) && this.#names.isName(name) ? { id, between, name } : undefined;
  }
}

/** True for words that name nobody, days, the number of a page, and marks. */
function saysNobody(text: string): boolean {
  // Pairs of digits are a telephone.
  if ((/\p{L}/u.test(text) ? MOST_NUMBERS : 3) < (text.match(/\d+/g) ?? []).length) return false;
  return text.split(/\s+/).every((word) => {
    const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    return bare === '' || isKeptWord(bare) || /^\d{1,2}$|^(?:19|20)\d\d$/.test(bare) || isDay(bare) || isMonth(bare);
  });
}

function isDay(word: string): boolean {
  return !/^\d+$/.test(word) && dayFormsOf(word).length > 0;
}

function isMonth(word: string): boolean {
  return /^\p{L}+$/u.test(word) && dayFormsOf(`1 ${word} 2000`).length > 0;
}
