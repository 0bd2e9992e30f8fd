// In which encoding are the characters of a file written? Told from counted and located bytes of its head, never from its name.
import { isAscii, isUtf8 } from 'node:buffer';
import { Lines } from './lines.ts';
import { characterAt } from './text-check.ts';

/** The encodings read, with other names people write; case, spaces and hyphens aside. */
export const ENCODINGS = [
  { name: 'utf-8', also: ['utf8', 'utf-8-sig', 'unicode-1-1-utf-8'] },
  { name: 'utf-16le', also: ['utf-16', 'utf16', 'unicode', 'ucs-2'] },
  { name: 'utf-16be', also: ['ucs-2be', 'unicodefffe'] },
  { name: 'windows-1252', also: ['cp1252', 'ansi', 'win1252', '1252'] },
  { name: 'iso-8859-1', also: ['latin1', 'iso8859-1', '8859-1', 'l1'] },
  { name: 'iso-8859-15', also: ['latin9', 'iso8859-15', '8859-15', 'l9', 'latin0'] },
  { name: 'macintosh', also: ['mac', 'macroman', 'mac-roman', 'x-mac-roman'] },
] as const;

export type Encoding = (typeof ENCODINGS)[number]['name'];

/** What told an encoding: how many of what there are, and on which line the first stands. `byte` is that one, or the first of it. */
export type EncodingEvidence = {
  readonly what: 'said' | 'mark' | 'nul' | 'ascii' | 'utf-8' | 'not-utf-8' | 'mixed' | 'euro-or-ligature' | 'late';
  readonly count: number;
  readonly line: number;
  readonly byte: number;
};

export type EncodingChoice = { readonly encoding: Encoding; readonly evidence: EncodingEvidence };

/** The encoding of a name, or undefined. */
export function encodingNamed(text: string): Encoding | undefined {
  const folded = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');
  return ENCODINGS.find(({ name, also }) => [name, ...also].some((one) => folded(one) === folded(text)))?.name;
}

/** `whole`: nothing comes behind the head. */
export function encodingOf(head: Uint8Array, whole: boolean): EncodingChoice {
  const marked = markOf(head);
  if (marked !== undefined) return { encoding: marked, evidence: evidence('mark', 1, head, 0) };
  const wide = wideOf(head);
  if (wide !== undefined) return wide;
  if (isAscii(head)) return { encoding: 'utf-8', evidence: evidence('ascii', 0, head, 0) };
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  const first = text.search(/[^\x00-\x7f]/);
  // The engine looks through a megabyte in the time a loop takes to be compiled, and most files end here.
  const letters = isUtf8(head) ? text.match(/[\xc2-\xf4]/g) : null;
  if (letters !== null) return { encoding: 'utf-8', evidence: evidence('utf-8', letters.length, head, first) };
  const { characters, others, firstOther } = charactersIn(head, first, whole);
  if (others === 0) {
    // A character that the head cuts off is judged with what comes behind it.
    const what = characters === 0 ? 'ascii' : 'utf-8';
    return { encoding: 'utf-8', evidence: evidence(what, characters, head, first) };
  }
  // UTF-8 is what the readers refuse it as, on the line of the first that is none.
  if (characters > 0) return { encoding: 'utf-8', evidence: evidence('mixed', others, head, firstOther) };
  const ligatures = head.some((byte) => byte >= 0x80 && byte <= 0x9f) ? [] : ofLatin9(head);
  return ligatures.length > 0
    ? { encoding: 'iso-8859-15', evidence: evidence('euro-or-ligature', ligatures.length, head, ligatures[0] as number) }
    : { encoding: 'windows-1252', evidence: evidence('not-utf-8', others, head, firstOther) };
}

/** The encoding that a byte order mark tells. */
export function markOf(head: Uint8Array): Encoding | undefined {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 without a mark: every other byte of digits, line ends and plain letters is NUL, and none of the others is. */
function wideOf(head: Uint8Array): EncodingChoice | undefined {
  if (!head.includes(0)) return undefined;
  const nuls = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) (nuls[i & 1] as number)++;
  const [even, odd] = nuls as [number, number];
  const most = Math.max(even, odd);
  if (Math.min(even, odd) > 0 || most * 8 < head.length) return undefined;
  return { encoding: even > 0 ? 'utf-16be' : 'utf-16le', evidence: evidence('nul', most, head, head.indexOf(0)) };
}

/** How many characters of several bytes UTF-8 sees, how many bytes it does not, and where the first of those stands. */
function charactersIn(
  head: Uint8Array,
  first: number,
  whole: boolean,
): { characters: number; others: number; firstOther: number } {
  let [characters, others, firstOther] = [0, 0, -1];
  for (let at = first; at < head.length; ) {
    const length = (head[at] as number) < 0x80 ? 1 : characterAt(head, at);
    // At the end of a file that is UTF-8 so far, it is one cut in a letter.
    if (length === 'cut' && (!whole || others === 0)) break;
    if (length === 'cut' || length === 'none') {
      if (others++ === 0) firstOther = at;
      at++;
    } else {
      if (length > 1) characters++;
      at += length;
    }
  }
  return { characters, others, firstOther };
}

const EURO = 0xa4;
/** Œ, œ and Ÿ, where Windows-1252 has ¼, ½ and ¾. */
const LIGATURES = [0xbc, 0xbd, 0xbe];

/** The places of bytes that say more as ISO 8859-15: the euro sign for one of no currency, and letters in a word for fractions. */
function ofLatin9(head: Uint8Array): number[] {
  const places: number[] = [];
  for (let i = 0; i < head.length; i++) {
    const [before, byte, after] = [head[i - 1] ?? 0, head[i] as number, head[i + 1] ?? 0];
    // 2½kg is a fraction.
    const inWord = isLetter(before) || (isLetter(after) && !(before >= 0x30 && before <= 0x39));
    if (byte === EURO || (LIGATURES.includes(byte) && inWord)) places.push(i);
  }
  return places;
}

/** A letter of either encoding. */
function isLetter(byte: number): boolean {
  const plain = byte & 0xdf;
  return (plain >= 0x41 && plain <= 0x5a && byte < 0x80) || (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7);
}

function evidence(what: EncodingEvidence['what'], count: number, head: Uint8Array, at: number): EncodingEvidence {
  const lines = new Lines(1);
  lines.count(head, 0, at);
  return { what, count, line: lines.line, byte: head[at] ?? 0 };
}
