// How does what was made UTF-8 go back into the encoding of its file?
import type { EncodingChoice } from '../encoding.ts';
import { singleBytesOf } from '../single-bytes.ts';

/** Pieces of whole characters in UTF-8, as the file writes them; the first of all with its byte order mark, where decoding took one away. */
export function inEncoding({ encoding, evidence }: EncodingChoice): (piece: Buffer) => Uint8Array {
  if (encoding === 'utf-8') return (piece) => piece;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    let mark = evidence.what === 'mark' ? '\ufeff' : '';
    return (piece) => {
      const units = Buffer.from(mark + piece.toString('utf8'), 'utf16le');
      mark = '';
      return encoding === 'utf-16be' ? units.swap16() : units;
    };
  }
  const byteOf = singleBytesOf(encoding);
  return (piece) => {
    const text = piece.toString('utf8');
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      bytes[i] = code < 0x80 ? code : (byteOf.get(text[i] as string) as number);
    }
    return bytes;
  };
}
