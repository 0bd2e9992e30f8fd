// What stands for what, in all columns and files of a run? Equal stays equal and different stays different; what differs by case or accents still does, and by no
// more. Numbered in the order of first appearance: nothing can be reckoned back. What stands in the files must be known before, so that nothing stands for another.
import { fold } from '../../core/fold.ts';
import { Numbers, saysNumber } from './numbers.ts';
import { ofItsOwn } from './raw-records.ts';

/** Who a name is of. */
export type Noun = 'Client' | 'Fournisseur' | 'Tiers' | 'Person' | 'Group' | 'Entity' | 'Factor';

/** Parts of a name that stay: they are what makes a cell hard to read. */
const BETWEEN = /(["\r\n,;|\t]+)/;
/** A line of fewer words could be a name; one of more is a sentence to the reader. */
const FEWEST_WORDS = 5;
const PADDED = 6;

export class Pseudonyms {
  /** What stands in the files; what stands for it, once that was asked. */
  readonly #numbers = new Map<string, string | undefined>();
  readonly #names = new Map<string, string | undefined>();
  readonly #ids = new Map<string, string | undefined>();
  readonly #given = new Set<string>();
  readonly #met = new Set<string>();
  /** Numbers given to names and to ids of each noun, by what they have in common with those that differ by case and accents. */
  readonly #series = new Map<string, Map<string, number>>();
  readonly #shapes: Numbers;
  /** The files are looked through, and nothing is replaced yet. */
  looking = true;

  constructor() {
    this.#shapes = new Numbers((text) => this.#stands(text) || this.#given.has(text));
  }

  isNumber(text: string): boolean {
    return this.#numbers.has(text) || this.#ids.has(text);
  }

  isName(text: string): boolean {
    return this.#names.has(text);
  }

  /** Notes that a number stands in the files that may stay. */
  meet(number: string): void {
    this.#met.add(number);
  }

  /** For a number of a document, a customer, a telephone: one of its shape. */
  number(text: string): string {
    if (!saysNumber(text)) return text;
    return this.#standIn(this.#numbers, text, () => accented(this.#shapes.standIn(text), text));
  }

  /** For the id of a customer: a name where it is one, a number of its shape where it has a digit, and a number of ours where it is but a word. */
  id(text: string, noun: Noun): string {
    if (this.isName(text) || (/\s/.test(text) && /\p{L}{2}/u.test(text))) return this.name(text, noun);
    if (/\d/.test(text)) return this.number(text);
    if (!/\p{L}/u.test(text)) return text;
    const make = (number: number, spelling: number): string =>
      spelt(inCaseOf(text, noun.slice(0, 1)), spelling) + String(number).padStart(PADDED, '0');
    return this.#standIn(this.#ids, text, () => this.#numbered(text, `#${noun}`, 2, make));
  }

  name(text: string, noun: Noun): string {
    if (!/[\p{L}\p{N}]/u.test(text)) return text;
    const make = (number: number, spelling: number): string =>
      shapedLike(text, accented(`${spelt(inCaseOf(text, noun), spelling)}${number}`, text));
    return this.#standIn(this.#names, text, () => this.#numbered(text, noun, 2 ** noun.length, make));
  }

  #standIn(known: Map<string, string | undefined>, text: string, make: () => string): string {
    if (this.looking) {
      if (!known.has(text)) known.set(ofItsOwn(text), undefined);
      return text;
    }
    let found = known.get(text);
    if (found === undefined) {
      found = make();
      known.set(text, found);
      this.#given.add(found);
    }
    return found;
  }

  /** The first number of a series that is nobody's, written in the first way that is free. */
  #numbered(text: string, series: string, spellings: number, make: (number: number, spelling: number) => string): string {
    const numbers = this.#series.get(series) ?? new Map<string, number>();
    this.#series.set(series, numbers);
    const key = fold(text);
    for (;;) {
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      for (let spelling = 0; spelling < spellings; spelling++) {
        const made = make(number, spelling);
        if (this.#stands(made)) break;
        if (!this.#given.has(made)) return made;
      }
      numbers.delete(key);
      numbers.set(`\0${number}`, number);
    }
  }

  /** True for what stands in the files. */
  #stands(text: string): boolean {
    return [this.#numbers, this.#names, this.#ids, this.#met].some((some) => some.has(text));
  }
}

function inCaseOf(text: string, noun: string): string {
  if (text === text.toUpperCase()) return noun.toUpperCase();
  return text === text.toLowerCase() ? noun.toLowerCase() : noun;
}

/** One of the ways to write a noun in letters of either case. */
function spelt(noun: string, spelling: number): string {
  return [...noun]
    .map((one, i) => (((spelling >> i) & 1) === 0 ? one : one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()))
    .join('');
}

/** The name in the place of the first part of a text, with as many words as a sentence has. */
function shapedLike(text: string, name: string): string {
  let begun = false;
  const stand = (part: string): string => {
    if (part.trim() === '') return part;
    const words = begun ? 'x' : name;
    begun = true;
    return part.replace(/\S(?:.*\S)?/s, () => words);
  };
  const shaped = text
    .split(BETWEEN)
    .map((part, i) => (i % 2 === 1 ? part : stand(part)))
    .join('');
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
  return words < FEWEST_WORDS ? shaped : `${shaped}${' x'.repeat(words - 1)}`;
}

/** Characters by which one encoding is told from another; none of them says whose name it was. */
const TELLING = /[€ŒœŸŠšŽžƒ„…†‡ˆ‰‹›˜‘’“”•–—™¤¼½¾]/;
const ACCENTS: { readonly [plain: string]: string } = {
  a: 'à',
  c: 'ç',
  e: 'é',
  i: 'î',
  o: 'ô',
  u: 'ù',
  A: 'À',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  O: 'Ô',
  U: 'Ù',
};

/** What stands for a text beyond ASCII is beyond it too, so that the encoding of the file is told by the same evidence. */
export function accented(plain: string, text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return plain;
  const telling = TELLING.exec(text)?.[0];
  const at = plain.search(/[aceiou]/i);
  if (telling !== undefined || at < 0) return `${plain}${telling === undefined ? '' : `n${telling}`}`;
  return `${plain.slice(0, at)}${ACCENTS[plain[at] as string]}${plain.slice(at + 1)}`;
}
