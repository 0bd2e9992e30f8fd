// What stands for a number (of a customer, a document, a telephone) that has the same shape, so that all that is told by shape is told alike? Digits where it
// has digits, letters where it has letters, all else as it stands; counted up in the order of first appearance, which tells nothing of what it was.
import { fold } from '../../core/fold.ts';

/** Up to so many places are counted in; what stands before them stays at its first digit or letter. */
const COUNTED = 15;
const [DIGITS, LETTERS] = [10, 26];

export class Numbers {
  readonly #isTaken: (text: string) => boolean;
  /** How far each shape was counted, whatever its case. */
  readonly #next = new Map<string, number>();
  /** By the number without case and accents, or without zeros before it: alike stays alike. */
  readonly #counts = new Map<string, number>();

  /** `isTaken`: it stands in the file, or for another one already. */
  constructor(isTaken: (text: string) => boolean) {
    this.#isTaken = isTaken;
  }

  standIn(text: string): string {
    const zeros = /^\d+$/.test(text) ? (/^0*/.exec(text)?.[0] ?? '') : '';
    const own = text.slice(zeros.length);
    const shape = shapeOf(own);
    const key = fold(own);
    const known = this.#counts.get(key);
    const alike = known === undefined ? undefined : zeros + (counted(shape, known) ?? '');
    if (alike !== undefined && alike !== zeros && !this.#isTaken(alike)) return alike;
    const found = this.#first(zeros, shape);
    if (known === undefined && found.shape === shape) this.#counts.set(key, found.count);
    return found.text;
  }

  /** The first of a shape that is free; where none is, of a shape one digit longer. */
  #first(zeros: string, shape: string): { readonly text: string; readonly shape: string; readonly count: number } {
    const series = zeros + shape.toLowerCase();
    for (let count = this.#next.get(series) ?? 1; ; count++) {
      const bare = counted(shape, count);
      if (bare === undefined) {
        this.#next.set(series, count);
        return this.#first(zeros, `${shape}9`);
      }
      const text = zeros + bare;
      if (isRound(bare) || this.#isTaken(text)) continue;
      this.#next.set(series, count + 1);
      return { text, shape, count };
    }
  }
}

/** Numbers of no value are none (00000, -): whatever says nothing stays. */
export function saysNumber(text: string): boolean {
  return /[\p{L}1-9]/u.test(text);
}

/** `9` for a digit, `a` and `A` for letters. What a spreadsheet would run is a letter too. */
function shapeOf(text: string): string {
  const shape = text
    .replace(/\p{M}/gu, '')
    .replace(/[\p{L}\p{N}]/gu, (one) => (/\p{N}/u.test(one) ? '9' : one === one.toLowerCase() ? 'a' : 'A'));
  return shape.replace(/^[=+@-]/, 'A');
}

/** The number of a count in a shape; undefined beyond the last. Digits alone begin with no zero. */
function counted(shape: string, count: number): string | undefined {
  const alone = /^9+$/.test(shape);
  let left = alone && shape.length === 1 ? count - 1 : count;
  let text = '';
  let places = 0;
  for (let i = shape.length - 1; i >= 0; i--) {
    const one = shape[i] as string;
    const isDigit = one === '9';
    if (!isDigit && one !== 'a' && one !== 'A') {
      text = one + text;
      continue;
    }
    const most = isDigit ? DIGITS : LETTERS;
    const first = isDigit ? (alone && i === 0 ? '1' : '0') : one;
    const room = alone && i === 0 ? most - 1 : most;
    const digit = places++ < COUNTED ? left % room : 0;
    if (places <= COUNTED) left = Math.floor(left / room);
    text = String.fromCharCode(first.charCodeAt(0) + digit) + text;
  }
  return left > 0 ? undefined : text;
}

/** An account that ends so is of nobody; one that begins with a 7 may be read as another account (4117). */
function isRound(text: string): boolean {
  return /^\d?0+$/.test(text) || /^7\d*$/.test(text);
}
