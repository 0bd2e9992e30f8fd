// Which character is each byte of an encoding that has one byte a character? Tables of what lies beyond ASCII, and bytes put into UTF-8 by them.
import type { Encoding } from './encoding.ts';

/** The 32 characters from 0x80 on, and the 96 behind them; a dot below ASCII's stands for none. */
const NONE = '\0';
const CONTROLS = NONE.repeat(32);
const LATIN_1 = Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i)).join('');
const WINDOWS = `€${NONE}‚ƒ„…†‡ˆ‰Š‹Œ${NONE}Ž${NONE}${NONE}‘’“”•–—˜™š›œ${NONE}žŸ`;
/** Where ISO 8859-15 differs from ISO 8859-1. */
const LATIN_9: { readonly [latin1: string]: string } = {
  '¤': '€',
  '¦': 'Š',
  '¨': 'š',
  '´': 'Ž',
  '¸': 'ž',
  '¼': 'Œ',
  '½': 'œ',
  '¾': 'Ÿ',
};
const MACINTOSH =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

type SingleByteEncoding = Exclude<Encoding, 'utf-8' | 'utf-16le' | 'utf-16be'>;

/**
 * The characters from 0x80 to 0xff. Controls of ISO 8859 are none: nobody writes them into a ledger, and a file that has such bytes is in another
 * encoding.
 */
const BEYOND: { readonly [E in SingleByteEncoding]: string } = {
  'windows-1252': WINDOWS + LATIN_1,
  'iso-8859-1': CONTROLS + LATIN_1,
  'iso-8859-15': CONTROLS + [...LATIN_1].map((letter) => LATIN_9[letter] ?? letter).join(''),
  macintosh: MACINTOSH,
};

/** The byte of each character beyond ASCII. */
export function singleBytesOf(encoding: SingleByteEncoding): ReadonlyMap<string, number> {
  return new Map([...BEYOND[encoding]].flatMap((letter, i) => (letter === NONE ? [] : [[letter, 0x80 + i] as const])));
}

/** Decodes such an encoding. */
export class SingleBytes {
  /** By byte, from 0x80 on, three bytes each: those of UTF-8, and 0 behind them. */
  readonly #spelt: Uint8Array;
  foreign: number | undefined;

  constructor(encoding: SingleByteEncoding) {
    this.#spelt = new Uint8Array(128 * 3);
    const encoder = new TextEncoder();
    [...BEYOND[encoding]].forEach((letter, i) => {
      if (letter !== NONE) this.#spelt.set(encoder.encode(letter), i * 3);
    });
  }

  push(piece: Uint8Array): Uint8Array {
    const spelt = this.#spelt;
    const text = new Uint8Array(piece.length * 3);
    let end = 0;
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i] as number;
      if (byte < 0x80) text[end++] = byte;
      else {
        const at = (byte - 0x80) * 3;
        if (spelt[at] === 0) {
          this.foreign = byte;
          break;
        }
        text[end++] = spelt[at] as number;
        text[end++] = spelt[at + 1] as number;
        if (spelt[at + 2] !== 0) text[end++] = spelt[at + 2] as number;
      }
    }
    return text.subarray(0, end);
  }

  /** Every byte is a character. */
  end(): void {}
}
