// How does a text get onto paper? In the order in which it is seen, from the left: what is written from the right is turned run by run (Unicode's bidirectional algorithm for a line that begins at
// the left, without its embeddings); and a character the face has no sign for is shown as a square, and told.
import { FROM_RIGHT } from '../../text/direction.ts';
import type { Face } from './faces.ts';

const SQUARE = '\u25a1';
/** Signs that only say how the one before them is drawn. */
const BESIDE = /^(?:\p{Mn}|\p{Me}|\u200c|\u200d)$/u;

/** `missing` is told each character that had to be shown as a square. */
export function legible(text: string, face: Face, missing: (character: string) => void): string {
  let said = '';
  for (const character of text) {
    if (face.has(character)) said += character;
    else {
      missing(character);
      if (!BESIDE.test(character)) said += SQUARE;
    }
  }
  return said;
}

/** The pieces of a line from the left to the right; each is shaped as one. */
export function visualRuns(line: string): string[] {
  if (!FROM_RIGHT.test(line)) return [line];
  const pieces: string[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') pieces.push(plain);
    plain = '';
  };
  const parts = line.match(PARTS) ?? [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as string;
    if (!FROM_RIGHT.test(part)) {
      plain += part;
      continue;
    }
    let end = at;
    for (let next = at + 1; next < parts.length && !isFromLeft(parts[next] as string); next++)
      if (FROM_RIGHT.test(parts[next] as string) || DIGITS.test(parts[next] as string)) end = next;
    if (closes(parts, at, end)) end++;
    flush();
    pieces.push(
      ...parts
        .slice(at, end + 1)
        .reverse()
        .flatMap(shaped),
    );
    at = end;
  }
  flush();
  return pieces;
}

/** A run of letters of one direction, a number, or one character that has none. */
const PARTS =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Mn}]+|\p{Nd}[\p{Nd}.,:/]*|[\p{L}\p{M}]+|[\s\S]/gu;
const DIGITS = /^\p{Nd}/u;
const LETTER = /^\p{L}/u;

const MIRRORS = new Map(
  ['()', '[]', '{}', '<>', '«»', '‹›'].flatMap((pair) => [
    [pair[0], pair[1]],
    [pair[1], pair[0]],
  ]),
);

function isFromLeft(part: string): boolean {
  return LETTER.test(part) && !FROM_RIGHT.test(part);
}

/** A bracket is seen from the other side; digits of other scripts one by one, since the shaper would turn them round. */
function shaped(part: string): string[] {
  if (DIGITS.test(part)) return /^[ -~]+$/.test(part) ? [part] : [...part];
  return [MIRRORS.get(part) ?? part];
}

/** A bracket that was opened between what is written from the right belongs there. */
function closes(parts: readonly string[], from: number, end: number): boolean {
  const closing = parts[end + 1] ?? '';
  const inside = parts.slice(from, end + 1);
  return (
    ')]}>»›'.includes(closing) && closing !== '' && inside.lastIndexOf(MIRRORS.get(closing) ?? '') > inside.lastIndexOf(closing)
  );
}

/** A column is as wide as its widest figure, reckoned by another way: what the last binary digit of a millimetre says must break none. */
const SLACK = 1e-6;

/** A text in lines of a width: broken at spaces, a longer word behind a hyphen it has, else between characters. */
export function wrappedIn(text: string, given: number, widthOf: (text: string) => number): string[] {
  const width = given + SLACK;
  const lines: string[] = [];
  let current = '';
  /** Of the line with the space behind it. */
  let used = 0;
  for (const word of text.split(' ')) {
    const wide = widthOf(word);
    if (used + wide <= width) {
      current = used === 0 ? word : `${current} ${word}`;
      used += widthOf(`${word} `);
      continue;
    }
    if (used > 0) lines.push(current);
    current = word;
    while (widthOf(current) > width) {
      const most = beginning(current, width, widthOf);
      const piece = /^.*[^-]-(?=[^-])/u.exec(current.slice(0, most.length + 1))?.[0] ?? most;
      lines.push(piece);
      current = current.slice(piece.length);
    }
    used = widthOf(`${current} `);
  }
  return current === '' && lines.length > 0 ? lines : [...lines, current];
}

/** One character at least, and no part of one. */
function beginning(word: string, width: number, widthOf: (text: string) => number): string {
  const characters = [...new Intl.Segmenter('en').segment(word)].map(({ segment }) => segment);
  let [least, most] = [1, characters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (widthOf(characters.slice(0, middle).join('')) <= width) least = middle;
    else most = middle - 1;
  }
  return characters.slice(0, least).join('');
}

/** The text, or as much of it as a width holds, visibly cut. */
export function cutTo(text: string, width: number, widthOf: (text: string) => number): string {
  return widthOf(text) <= width ? text : `${beginning(text, width - widthOf('…'), widthOf)}…`;
}
