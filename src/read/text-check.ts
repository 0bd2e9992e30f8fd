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

const SIGNATURES: readonly { bytes: readonly number[]; name: string; fix: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    name: 'a workbook or zip archive',
    fix: 'open it in a spreadsheet and save the sheet as CSV UTF-8',
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    name: 'an old Excel workbook',
    fix: 'open it in a spreadsheet and save the sheet as CSV UTF-8',
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF', fix: 'export it as CSV from the package that printed it' },
  { bytes: [0x1f, 0x8b], name: 'compressed with gzip', fix: 'unpack it, or pipe it in: gunzip -c FILE | ar COMMAND -' },
  { bytes: [0xff, 0xfe], name: 'UTF-16', fix: 'save it as CSV UTF-8' },
  { bytes: [0xfe, 0xff], name: 'UTF-16', fix: 'save it as CSV UTF-8' },
];

/** Bytes `knownFormat` needs to see at the most. */
export const LONGEST_SIGNATURE = Math.max(...SIGNATURES.map((signature) => signature.bytes.length));

/** What the first bytes say the file is, when it is something known that is not UTF-8 text. */
export function knownFormat(first: Uint8Array): { name: string; fix: string } | undefined {
  return SIGNATURES.find((signature) => signature.bytes.every((byte, i) => first[i] === byte));
}
