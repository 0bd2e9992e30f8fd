// Is this text, and is it UTF-8? Looks at every byte once, piece by piece, and says where it stops being true.
// A name read in the wrong encoding would be posted wrongly spelt, so nothing is ever replaced silently.

/** `offset` is where the stream stopped being text; `byte` begins the character that is none. */
export type NotText = { readonly offset: number; readonly why: 'nul' | 'utf8'; readonly byte: number };

/** Checks a stream of bytes; sequences may lie across pieces. */
export class Utf8Check {
  /** Continuation bytes still due, and the range the next one must lie in. */
  #due = 0;
  #lead = 0;
  #low = 0x80;
  #high = 0xbf;

  /** The first byte of this piece that cannot be, or undefined. */
  push(bytes: Uint8Array): NotText | undefined {
    let due = this.#due;
    let low = this.#low;
    let high = this.#high;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] as number;
      if (due === 0) {
        if (byte < 0x80) {
          if (byte === 0) return { offset: i, why: 'nul', byte };
          continue;
        }
        // RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
        low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
        high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
        if (byte >= 0xc2 && byte <= 0xdf) due = 1;
        else if (byte >= 0xe0 && byte <= 0xef) due = 2;
        else if (byte >= 0xf0 && byte <= 0xf4) due = 3;
        else return { offset: i, why: 'utf8', byte };
        this.#lead = byte;
      } else {
        if (byte < low || byte > high) return { offset: i, why: 'utf8', byte: this.#lead };
        due--;
        low = 0x80;
        high = 0xbf;
      }
    }
    this.#due = due;
    this.#low = low;
    this.#high = high;
    return undefined;
  }

  /** The first byte of a character that the end of the stream cuts off. */
  get unfinished(): number | undefined {
    return this.#due > 0 ? this.#lead : undefined;
  }
}

/** How many bytes the character at a place beyond ASCII has; `none` where UTF-8 has no such character, `cut` where the bytes end within it. */
export function characterAt(bytes: Uint8Array, at: number): number | 'none' | 'cut' {
  const lead = bytes[at] as number;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const check = new Utf8Check();
  if (check.push(bytes.subarray(at, at + length)) !== undefined) return 'none';
  return check.unfinished === undefined ? length : 'cut';
}
